import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "../../src/api/schemas/answer.ts";
import { deriveNewsId } from "../../src/news/news-id.ts";
import type { Chance } from "../faults/chance.ts";
import { deliver, deliveryOf } from "../faults/delivery.ts";
import { KEY, machineWith } from "../faults/machine.ts";
import { announcement, bodyIds, registration, sendersOf } from "../faults/senders.ts";
import { newBook, type Book } from "../faults/told.ts";
import { sendRequest } from "../../src/cli/send/client.ts";
import { describeLatency, measureBarePosts, type Latency } from "./latency.ts";
import { LIVING, readClock, startReceivers } from "./receivers.ts";

export interface Goal {
  readonly changes: number;
  readonly kills: number;
}

export interface Delivered {
  readonly changes: number;
  readonly kills: number;
  /** Pieces of news that living endpoints were to get, and did not. */
  readonly lost: number;
  readonly outOfOrder: number;
  /** News of what was refused, only tried, or so already. */
  readonly uncalledFor: number;
  readonly triedOnly: number;
  readonly refused: number;
  readonly repeated: number;
  /** Requests to addresses to which none may go. */
  readonly forbidden: number;
  /** Endpoints of which none was ever tried, so that nothing is shown by them. */
  readonly untried: readonly string[];
  /** From an event's answer to the receiver, while the service was killed again and again, and after that. */
  readonly whileKilled: Latency;
  readonly calm: Latency;
  readonly bare: Latency;
}

const BODIES = 3;
const TRIED = "tried-only";

/** A book that also has when each answer came. */
const keepTimes = (book: Book): { readonly book: Book; readonly answeredAt: ReadonlyMap<string, number> } => {
  const answeredAt = new Map<string, number>();
  return {
    answeredAt,
    book: {
      ...book,
      write: (delivery, told) => {
        if (told.kind === "acknowledged" && !answeredAt.has(delivery.id)) answeredAt.set(delivery.id, readClock());
        book.write(delivery, told);
      },
    },
  };
};

/** Events that were applied, and told of in news: by the id that their news has, the event's own and its body. */
const listApplied = ({ acknowledged }: Book) =>
  new Map(
    [...acknowledged].flatMap(([id, { body, answer }]) => {
      const { outcome, version } = JSON.parse(answer) as Answer;
      return outcome === "applied" && version !== undefined ? [[deriveNewsId(body, id), { id, body }] as const] : [];
    }),
  );

const listEndpoints = async (url: string, body: string) => {
  const answered = await sendRequest({ url, secret: KEY }, "endpoints", { request: "endpoints.list", body }, Date.now());
  if (!answered.ok) throw new Error(answered.error.detail);
  return (
    answered.value as { readonly endpoints: readonly { readonly name: string; readonly failures: number; readonly ended?: string }[] }
  ).endpoints;
};

/** What is only tried, and what is refused, all the while: no news may come of either. */
const tryInVain = async (url: string, bodies: readonly string[], chance: Chance, signal: AbortSignal): Promise<number> => {
  let tries = 0;
  while (!signal.aborted) {
    const [body, meeting] = [chance.of(bodies), "news-1"];
    const { raw } = deliveryOf("", body, "slot.relocated", { meeting, slot: "2", venue: `Room ${chance.below(1e9)}` });
    const dry = JSON.stringify({ ...(JSON.parse(raw) as object), dryRun: true });
    await deliver(url, { id: `msg_${TRIED}_${(tries += 1)}`, body, raw: dry });
    await deliver(url, deliveryOf(`msg_${TRIED}_${(tries += 1)}`, body, "slot.cancelled", { meeting, slot: "99" }));
    await sleep(50);
  }
  return tries;
};

/** Kills the service again and again while secretariats send, and counts what its endpoints got in the end. */
export const deliverUnderKills = async (built: string, chance: Chance, goal: Goal, report: (words: string) => void): Promise<Delivered> => {
  const machine = await machineWith(built, "loopback");
  const receivers = await startReceivers(chance);
  const stopped = new AbortController();
  try {
    await machine.start();
    const { url } = machine;
    const { book, answeredAt } = keepTimes(newBook());
    const bodies = bodyIds(BODIES);
    for (const body of bodies) {
      const before = [registration(body), announcement(body, "news-0")];
      const named = Object.entries(receivers.addresses(body)).map(([name, address]) =>
        deliveryOf(`msg_${body}_${name}`, body, "endpoint.added", { endpoint: { name, url: address } }),
      );
      for (const delivery of [...before, ...named]) {
        const told = await deliver(url, delivery);
        if (told.kind !== "acknowledged") throw new Error(`${delivery.raw} was not taken: ${JSON.stringify(told)}`);
      }
    }
    const senders = sendersOf({ url, bodies, count: 8, book, chance, name: "news" });
    const trying = tryInVain(url, bodies, chance, stopped.signal);
    let kills = 0;
    while (kills < goal.kills) {
      // Between one kill and the next as many events as make four fifths of all, more or less.
      const wanted = book.acknowledged.size + chance.below((goal.changes * 1.6) / goal.kills);
      senders.start();
      while (book.acknowledged.size < wanted) await sleep(5);
      await Promise.all([machine.end("SIGKILL"), senders.stop()]);
      kills += 1;
      await machine.start();
      if (kills % 10 === 0) report(`${kills} kills, ${book.acknowledged.size} events acknowledged`);
    }
    await senders.settle();
    const missing = (): readonly string[] =>
      [...listApplied(book)].flatMap(([newsId, { body }]) =>
        Object.keys(LIVING).flatMap((name) =>
          receivers.listArrivals(body, name).get(newsId)?.isTaken ? [] : [`${body} ${name} ${newsId}`],
        ),
      );
    const waitForNews = async (): Promise<readonly string[]> => {
      for (let [left, patience] = [missing(), 90]; ; patience -= 1) {
        if (left.length === 0 || patience === 0) return left;
        await sleep(1000);
        const now = missing();
        if (now.length < left.length) patience = 90;
        left = now;
      }
    };
    report(`${kills} kills are over: waiting for what is still to come`);
    await waitForNews();
    const calmFrom = readClock();
    const measuring = new AbortController();
    const bare = measureBarePosts(receivers, measuring.signal);
    senders.start();
    while (listApplied(book).size < goal.changes) await sleep(200);
    await senders.stop();
    await senders.settle();
    measuring.abort();
    report("all has been sent: waiting for what is still to come");
    const lost = await waitForNews();
    for (const words of lost.slice(0, 10)) report(`lost: ${words}`);
    stopped.abort();
    const tries = await trying;

    const applied = listApplied(book);
    const arrived = bodies.flatMap((body) =>
      Object.keys(receivers.addresses(body)).map((name) => [name, receivers.listArrivals(body, name)] as const),
    );
    const outOfOrder = arrived.flatMap(([, news]) => {
      const positions = [...news.values()].map(({ position }) => position);
      return positions.filter((position, at) => position <= (positions[at - 1] ?? 0));
    });
    const times = bodies.flatMap((body) =>
      [...receivers.listArrivals(body, "lives")].flatMap(([newsId, { at }]) => {
        const answered = answeredAt.get(applied.get(newsId)?.id ?? "");
        return answered === undefined ? [] : [{ at, took: Math.max(at - answered, 0), answered }];
      }),
    );
    const listed = (await Promise.all(bodies.map((body) => listEndpoints(url, body)))).flat();
    return {
      changes: applied.size,
      kills,
      lost: lost.length,
      outOfOrder: outOfOrder.length,
      uncalledFor: arrived.flatMap(([, news]) => [...news.keys()].filter((id) => !applied.has(id))).length,
      triedOnly: tries,
      refused: book.refused.size,
      repeated: receivers.countRepeated(),
      forbidden: receivers.countForbidden(),
      untried: listed.flatMap(({ name, failures, ended }) => (name in LIVING || failures > 0 || ended !== undefined ? [] : [name])),
      whileKilled: describeLatency(times.flatMap(({ answered, took }) => (answered < calmFrom ? [took] : []))),
      calm: describeLatency(times.flatMap(({ answered, took }) => (answered >= calmFrom ? [took] : []))),
      bare: describeLatency(await bare),
    };
  } finally {
    stopped.abort();
    receivers.stop();
    await machine.remove();
  }
};
