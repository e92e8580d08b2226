import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { formatConfiguration } from "../../src/cli/service/workerd-config.ts";
import { findFreePort } from "../node/processes.ts";
import { profiled, type CpuProfile } from "./inspector.ts";
import { announceTo, KEY, newBody, paperIssued, post, storedBy, writeRequests } from "./secretariat.ts";
import { ADDRESSES, BODY, twinOf, twinWorker } from "./subjects.ts";
import { end, prepareWorkers, spawnWorkerd, untilAnswers } from "./workers.ts";
import { wrk, type Measured } from "./wrk.ts";

/**
 * Where the time goes: `npm run bench:profile -- [--rounds N] [--seconds S] [--cpuprofile FILE]`. Processor time of workerd for each
 * request, which other work on the machine disturbs less than answers in a second, beside that of the bench's rivals;
 * then what V8 sees of a write.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "3" },
    cpuprofile: { type: "string" },
  },
});
const [rounds = 0, seconds = 0] = [values.rounds, values.seconds].map(Number);
if (!(rounds > 0 && seconds > 0)) throw new Error("--rounds and --seconds are numbers above 0.");

const WRITES_A_SECOND = 6000;
/** Ticks of /proc in a second (USER_HZ). */
const TICKS = 100;

const work = mkdtempSync(join(tmpdir(), "plenary-profile-"));
const [state, rivals] = ["state", "rivals"].map((name) => join(work, name)) as [string, string];
const [port, bare, raw, inspector] = await Promise.all([findFreePort(), findFreePort(), findFreePort(), findFreePort()]);
const at = (on: number): string => `http://127.0.0.1:${on}`;

/** Microseconds that a process has used of a processor. */
const processorTime = ({ pid }: ChildProcess): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1e6;
};

/** Microseconds of a processor for each request of a load. */
const costOf = async (process: ChildProcess, load: () => Promise<Measured>): Promise<number> => {
  const before = processorTime(process);
  const { rate } = await load();
  return (processorTime(process) - before) / (rate * seconds);
};

let bodies = 0;

const writing = (on: number, connections: number) => async (): Promise<Measured> => {
  const requests = join(work, "requests");
  await writeRequests(requests, [await newBody(at(port), (bodies += 1))], WRITES_A_SECOND * seconds);
  return wrk({ url: at(on), connections, seconds, requests });
};

const reading =
  (on: number, headers: Readonly<Record<string, string>> = {}) =>
  (): Promise<Measured> =>
    wrk({ url: `${at(on)}${ADDRESSES.feed}`, connections: 50, seconds, headers });

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * Of each function the microseconds of a write in which it ran: with all that it called, and itself. Samples are counted, since
 * the time between two may be another process's. What a function of the platform takes counts as its caller's own.
 */
const timesOf = ({ nodes, samples, timeDeltas }: CpuProfile, writes: number): readonly string[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)));
  const own = new Map<string, number>();
  const whole = new Map<string, number>();
  const add = (times: Map<string, number>, name: string): unknown => times.set(name, (times.get(name) ?? 0) + median(timeDeltas) / writes);
  const nameOf = (id: number): string => byId.get(id)?.callFrame.functionName || "(anonymous)";
  for (const sample of samples.filter((id) => nameOf(id) !== "(idle)")) {
    add(own, nameOf(sample));
    const names = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parent.get(id)) names.add(nameOf(id));
    for (const name of names) add(whole, name);
  }
  return [...whole]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 60)
    .map(([name, all]) => `${all.toFixed(0).padStart(6)} ${(own.get(name) ?? 0).toFixed(0).padStart(6)}  ${name}`);
};

const running: ChildProcess[] = [];
try {
  mkdirSync(join(state, "objects"), { recursive: true });
  // With the names of its functions.
  buildService(state, []);
  writeFileSync(join(state, "workerd.capnp"), formatConfiguration(port, "public"));
  const settings = { PUBLIC_ORIGIN: "https://calendar.example.org", PLENARY_OPERATOR_KEY: KEY };
  const plenary = spawnWorkerd(state, settings, [`--inspector-addr=127.0.0.1:${inspector}`]);
  running.push(plenary);
  await untilAnswers(`${at(port)}/robots.txt`);
  await announceTo(at(port), BODY);
  await post(at(port), await paperIssued(BODY, "Paper 000000"));
  const feed = await twinOf(at(port), "feed");
  await prepareWorkers(
    [
      twinWorker(feed, raw),
      { name: "bare", rival: "bare-object", port: bare, json: { STORED: storedBy(state) }, text: { SECRET: KEY }, object: "BareObject" },
    ],
    rivals,
  );
  const rival = spawnWorkerd(rivals);
  running.push(rival);
  await untilAnswers(`${at(raw)}/`);
  const costs = {
    "bare object, 1 connection": () => costOf(rival, writing(bare, 1)),
    "write, 1 connection": () => costOf(plenary, writing(port, 1)),
    "bare object, 50 connections": () => costOf(rival, writing(bare, 50)),
    "write, 50 connections": () => costOf(plenary, writing(port, 50)),
    "raw feed": () => costOf(rival, reading(raw)),
    feed: () => costOf(plenary, reading(port)),
    "feed 304": () => costOf(plenary, reading(port, { "if-none-match": feed.headers["etag"] ?? "" })),
  };
  const found = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, cost] of Object.entries(costs)) {
      const one = await cost();
      if (round > 0) found.set(name, [...(found.get(name) ?? []), one]);
    }
  console.log(" least median  microseconds of a processor for each request");
  for (const [name, each] of found)
    console.log(
      `${Math.min(...each)
        .toFixed(0)
        .padStart(6)} ${median(each).toFixed(0).padStart(6)}  ${name}`,
    );
  let writes = 0;
  const profile = await profiled(`127.0.0.1:${inspector}`, "plenary", async () => {
    const { rate } = await writing(port, 1)();
    writes = rate * seconds;
  });
  if (values.cpuprofile !== undefined) writeFileSync(values.cpuprofile, JSON.stringify(profile));
  console.log([`\n whole    own  microseconds of each of ${writes.toFixed(0)} writes`, ...timesOf(profile, writes)].join("\n"));
} finally {
  for (const child of running) await end(child);
  rmSync(work, { recursive: true });
}
