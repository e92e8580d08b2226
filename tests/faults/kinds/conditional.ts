import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { RENDERER } from "../../../src/feeds/ics.ts";
import type { Chance } from "../chance.ts";
import { deliver } from "../delivery.ts";
import { installWorker, machineWith, type Machine } from "../machine.ts";
import { buildRelease } from "../release.ts";
import type { Fault, Trial } from "../scene.ts";
import { bodyIds, registration, sendersOf } from "../senders.ts";
import { newBook } from "../told.ts";

/** The door takes senders whose clocks differ by less than five minutes; theirs are right here. */
const STEP = 250_000;

/** Clients of each feed, half of whom ask by date, as Apple's calendar does, and half by tag. */
const CLIENTS = 40;

/** One who keeps what it has until it is told otherwise. */
interface Client {
  readonly isByDate: boolean;
  text: string;
  etag: string;
  modified: string | undefined;
}

interface Counts {
  requests: number;
  /** Answered 304, to who asked by date and to who asked by tag. */
  byDate: number;
  byTag: number;
  wrong: number;
  /** Whole answers that were not what is served. */
  differing: number;
}

/** The feeds of a body and of its latest meeting: the whole, a sitting, an item, a day, another language. */
const listPaths = async (url: string, body: string): Promise<readonly string[]> => {
  const { meetings } = (await (await fetch(`${url}/${body}.json`)).json()) as {
    readonly meetings: readonly { readonly meeting: string }[];
  };
  const latest = meetings.at(-1)?.meeting;
  const parts = latest === undefined ? [] : [".ics", ".ics?lang=fr", "/slots/3.ics", "/items/4+5.ics", "/2010-01-28.ics"];
  return [`/${body}.ics`, ...parts.map((part) => `/${body}/${latest}${part}`)];
};

const ask = async (url: string, client: Client, truth: string, counts: Counts): Promise<void> => {
  const { isByDate, etag, modified } = client;
  const headers: Record<string, string> = {};
  if (isByDate && modified !== undefined) headers["if-modified-since"] = modified;
  if (!isByDate && etag) headers["if-none-match"] = etag;
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (Object.keys(headers).length > 0) counts.requests += 1;
  if (response.status === 304) {
    counts[isByDate ? "byDate" : "byTag"] += 1;
    if (client.text !== truth) counts.wrong += 1;
    return;
  }
  if (text !== truth) counts.differing += 1;
  Object.assign(client, { text, etag: response.headers.get("etag") ?? "", modified: response.headers.get("last-modified") ?? undefined });
};

/** What is done to a machine that stands still. */
type Disturbance = "none" | "clock ahead" | "clock back" | "release" | "backup" | "restore";

/** Restores, and what comes after, happen with the clock ahead: no rule by seconds is proof against both at once. */
const TURN: readonly Disturbance[] = ["none", "clock back", "none", "release", "clock ahead", "backup", "none", "none", "restore", "none"];

/** Clients poll by date and by tag while a machine's clock is stepped, its store restored, and its release changed, between events and withdrawals. */
const play = async ({ built, chance, isLong, until }: Trial, machine: Machine, kept: string, other: string) => {
  const bodies = bodyIds(2);
  for (const body of bodies) await deliver(machine.url, registration(body));
  const senders = sendersOf({ url: machine.url, bodies, count: 4, book: newBook(), chance, name: "conditional" });
  const clients = new Map<string, readonly Client[]>();
  const counts: Counts = { requests: 0, byDate: 0, byTag: 0, wrong: 0, differing: 0 };
  const goal = isLong ? 100_000 : 9000;
  const objects = join(machine.state, "objects");
  let [release, step] = [built, 0];
  let rounds = 0;

  const disturb = async (what: Disturbance): Promise<void> => {
    if (what === "none") return;
    await machine.end("SIGTERM");
    if (what === "clock ahead" || what === "clock back") step = what === "clock ahead" ? STEP : -STEP;
    if (what === "release") release = release === built ? other : built;
    if (what === "backup") cpSync(objects, kept, { recursive: true, force: true });
    if (what === "restore") {
      rmSync(objects, { recursive: true });
      cpSync(kept, objects, { recursive: true });
    }
    installWorker(machine, release, step);
    await machine.start();
  };

  const pollAll = async (path: string, who: Chance): Promise<void> => {
    const url = machine.url + path;
    const truth = await (await fetch(url)).text();
    const own =
      clients.get(path) ??
      Array.from({ length: CLIENTS }, (_, at) => ({ isByDate: at % 2 === 0, text: "", etag: "", modified: undefined }));
    clients.set(path, own);
    const asking = own.filter(() => who.below(2) === 0);
    for (let turn = 0; turn < 3; turn += 1) await Promise.all(asking.map((client) => ask(url, client, truth, counts)));
  };

  while (counts.requests < goal && performance.now() < until) {
    await disturb(TURN[rounds % TURN.length] ?? "none");
    senders.start();
    await sleep(100 + chance.below(300));
    await senders.stop();
    // Once in the second of the change, and once after it, as dates are given.
    for (const wait of [0, 1100]) {
      await sleep(wait);
      for (const body of bodies) for (const path of await listPaths(machine.url, body)) await pollAll(path, chance);
    }
    rounds += 1;
  }
  return { rounds, counts };
};

export const conditional: Fault = {
  name: "asked by date and by tag",
  run: async (trial) => {
    const machine = await machineWith(trial.built);
    const kept = mkdtempSync(join(tmpdir(), "plenary-faults-kept-"));
    const other = buildRelease(trial.built, [
      [`RENDERER = ${RENDERER};`, `RENDERER = ${RENDERER + 1};`],
      ["//Plenary//Plenary//", "//Plenary//Another release//"],
    ]);
    try {
      await machine.start();
      const { rounds, counts } = await play(trial, machine, kept, other);
      const { requests, byDate, byTag, wrong, differing } = counts;
      const [all, dates, tags] = [requests, byDate, byTag].map((count) => count.toLocaleString("en"));
      const note = `of ${all} conditional requests ${dates} answered 304 by date and ${tags} by tag, ${wrong} of them wrong`;
      return {
        runs: rounds,
        events: 0,
        lost: 0,
        halfApplied: 0,
        differing: wrong + differing,
        ineffective: byDate > 0 && byTag > 0 ? 0 : rounds,
        note,
      };
    } finally {
      await machine.remove();
      for (const folder of [kept, other]) rmSync(folder, { recursive: true });
    }
  },
};
