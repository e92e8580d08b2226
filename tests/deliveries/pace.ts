import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { deriveNewsId } from "../../src/news/news-id.ts";
import { chanceOf } from "../faults/chance.ts";
import { deliver, deliveryOf, type Delivery } from "../faults/delivery.ts";
import { machineWith } from "../faults/machine.ts";
import { announcement, registration } from "../faults/senders.ts";
import { describeLatency, formatLatency, measureBarePosts } from "./latency.ts";
import { DEAD, readClock, startReceivers } from "./receivers.ts";

/**
 * How soon news is there, where a body has as many endpoints as a great house and sends so many events a second, which is more than any house:
 * `npm run bench:deliveries -- [--seconds N] [--per-second N] [--endpoints N] [--seed N]`. Among its endpoints are seven that hang, one
 * that redirects and one that is gone; all others are timed.
 */

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    "per-second": { type: "string", default: "5" },
    endpoints: { type: "string", default: "48" },
    seed: { type: "string", default: "20261129" },
  },
});
const [seconds, perSecond, endpoints, seed] = [values.seconds, values["per-second"], values.endpoints, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];

const BODY = "paced";
const MEETING = "2010";
const SLOTS = ["1", "2", "3", "4", "5", "6"];
/** Milliseconds for which news may still come when the last event was sent. */
const PATIENCE = 60_000;

const chance = chanceOf(seed);
const folder = mkdtempSync(join(tmpdir(), "plenary-pace-"));
buildService(folder);
const machine = await machineWith(folder, "loopback");
const receivers = await startReceivers(chance);
const living = Array.from({ length: endpoints - Object.keys(DEAD).length }, (_, at) => `mirror-${at + 1}`);

const changeSomething = (number: number): Delivery => {
  const slot = chance.of(SLOTS);
  const at = chance.next();
  const [type, data]: [string, object] =
    at < 0.5
      ? [
          "slot.rescheduled",
          { slot, start: `2010-01-${chance.of(["27", "28", "29"])}T${chance.of(["09", "10", "15"])}:${chance.of(["00", "30"])}` },
        ]
      : ["slot.relocated", { slot, venue: `Room ${number}` }];
  return deliveryOf(`msg_${number}`, BODY, type, { meeting: MEETING, ...data });
};

/** Sends at its time, whatever became of those before, and returns when it was answered; undefined where it changed nothing. */
const sendOne = async (number: number): Promise<{ readonly id: string; readonly answered: number } | undefined> => {
  const delivery = changeSomething(number);
  const told = await deliver(machine.url, delivery);
  if (told.kind !== "acknowledged") throw new Error(`${delivery.raw} was not taken: ${JSON.stringify(told)}`);
  return told.answer.outcome === "applied" ? { id: deriveNewsId(BODY, delivery.id), answered: readClock() } : undefined;
};

try {
  await machine.start();
  const named = [...living, ...Object.keys(DEAD)].map((name) =>
    deliveryOf(`msg_${name}`, BODY, "endpoint.added", { endpoint: { name, url: receivers.addressOf(BODY, name) } }),
  );
  for (const delivery of [registration(BODY), announcement(BODY, MEETING), ...named]) await deliver(machine.url, delivery);
  const measuring = new AbortController();
  const bare = measureBarePosts(receivers, measuring.signal);
  const sent: ReturnType<typeof sendOne>[] = [];
  const began = readClock();
  for (let number = 0; number < seconds * perSecond; number += 1) {
    await sleep(Math.max(0, began + (number * 1000) / perSecond - readClock()));
    sent.push(sendOne(number));
  }
  const applied = (await Promise.all(sent)).filter((one) => one !== undefined);
  const listTimes = (): readonly number[] =>
    living.flatMap((name) => {
      const arrivals = receivers.listArrivals(BODY, name);
      return applied.flatMap(({ id, answered }) => {
        const at = arrivals.get(id)?.at;
        return at === undefined ? [] : [Math.max(at - answered, 0)];
      });
    });
  const wanted = applied.length * living.length;
  for (const until = readClock() + PATIENCE; listTimes().length < wanted && readClock() < until;) await sleep(200);
  measuring.abort();
  const times = listTimes();
  console.log(`| milliseconds from an event's answer to its receiver | count | p50 | p99 | most |
| --- | --- | --- | --- | --- |
${formatLatency(`${perSecond} events a second, ${endpoints} endpoints`, describeLatency(times))}
${formatLatency("a bare POST beside it", describeLatency(await bare))}`);
  if (times.length < wanted) {
    console.error(`LOST: ${wanted - times.length}`);
    process.exitCode = 1;
  }
} finally {
  receivers.stop();
  await machine.remove();
  rmSync(folder, { recursive: true });
}
