import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { LIMITS } from "../../src/meeting/limits.ts";
import { KEY } from "../bench/secretariat.ts";
import { end } from "../bench/workers.ts";
import { findFreePort } from "../node/processes.ts";
import { seeded } from "../support/chance.ts";
import { readResidentMiB } from "../bench/resident-memory.ts";
import { formatCosts, measureAlone } from "./alone.ts";
import { makeGreatBody, relocate } from "./great-bodies.ts";
import { listKinds, type Kind } from "./requests.ts";

/**
 * What everything that may be asked of a body at the limits takes by itself, then all of it of three bodies, eight at a time: `npm run test:storm -- [--minutes M] [--slots N]
 * [--events N] [--withdrawn N]`. Fails where the service started anew, took too much memory, or answered 5xx but for 503 with Retry-After
 * to what may wait.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    slots: { type: "string", default: String(LIMITS.slots.max) },
    events: { type: "string", default: "400" },
    withdrawn: { type: "string", default: "100" },
  },
});
const AT_ONCE = 8;
const MAX_MIB = 512;

interface Row {
  times: number[];
  octets: number;
  waited: number;
  faults: Map<string, number>;
}

const rows = new Map<string, Row>();
const noteFault = (row: Row, fault: string): void => void row.faults.set(fault, (row.faults.get(fault) ?? 0) + 1);

const ask = async ({ name, mayWait, run }: Kind, ...given: Parameters<Kind["run"]>): Promise<void> => {
  const row = rows.get(name) ?? { times: [], octets: 0, waited: 0, faults: new Map<string, number>() };
  rows.set(name, row);
  const began = performance.now();
  try {
    const { statuses, octets, silent } = await run(...given);
    row.times.push(performance.now() - began);
    row.octets += octets;
    row.waited += statuses.filter((status) => status === 503).length;
    if (silent > 0) noteFault(row, "503 without Retry-After");
    if (statuses.at(-1) === 503) noteFault(row, "503 at the last of three tries");
    for (const status of statuses) if (status >= 500 && (status !== 503 || !mayWait)) noteFault(row, String(status));
  } catch (error) {
    noteFault(row, String(error));
  }
};

const printTable = (): void => {
  console.log("| | asked | median, ms | longest, ms | kB in the mean | 503 | faults |\n| --- | --- | --- | --- | --- | --- | --- |");
  for (const [name, { times, octets, waited, faults }] of rows) {
    const sorted = times.toSorted((a, b) => a - b);
    const [median, longest] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
    const told = [...faults].map(([fault, count]) => `${count} × ${fault}`).join(", ");
    const mean = octets / Math.max(1, times.length) / 1000;
    console.log(`| ${name} | ${times.length} | ${median.toFixed(0)} | ${longest.toFixed(0)} | ${mean.toFixed(0)} | ${waited} | ${told} |`);
  }
};

const work = mkdtempSync(join(tmpdir(), "plenary-storm-"));
buildService(work);
const port = await findFreePort();
/** What the service said of itself last: of why it ended, if it did. */
const words: string[] = [];
const output = (line: string): void => {
  if (!line.includes('"log":"event"')) words.push(line.slice(0, 300));
  if (words.length > 5) words.shift();
};
const service = await startService({ port, state: work, publicOrigin: "https://calendar.example.org", operatorKey: KEY, output });
const sender = { url: `http://127.0.0.1:${port}`, secret: KEY };
let isOver = false;
let mostMiB = 0;
service.once("exit", () => {
  if (!isOver) throw new Error(`The service ended, with ${mostMiB.toFixed(0)} MiB at most: ${words.join("; ")}`);
});
try {
  const size = { slots: Number(values.slots), events: Number(values.events), withdrawn: Number(values.withdrawn) };
  const bodies = await Promise.all(["storm-a", "storm-b", "storm-c"].map((id) => makeGreatBody(sender, id, size)));
  console.log(`Three bodies, each with ${JSON.stringify(size)}: ${readResidentMiB(service.pid ?? 0).toFixed(0)} MiB.`);
  const kinds = listKinds(sender.url, sender);
  const [first] = bodies;
  if (first) {
    const [random, change] = [seeded(17), () => relocate(sender, first, Date.now() % 1_000_000)];
    const choose = (most: number): number => Math.floor(random() * most);
    console.log(`\n${formatCosts(await measureAlone(kinds, first, choose, change, service.pid ?? 0))}\n`);
  }
  const until = Date.now() + Number(values.minutes) * 60_000;
  const worker = async (seed: number): Promise<void> => {
    const random = seeded(seed);
    const choose = (most: number): number => Math.floor(random() * most);
    while (Date.now() < until) {
      const [kind, body] = [kinds[choose(kinds.length)], bodies[choose(bodies.length)]];
      if (kind && body) await ask(kind, body, choose);
      mostMiB = Math.max(mostMiB, readResidentMiB(service.pid ?? 0));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => worker(at + 1)));
} finally {
  isOver = true;
  await end(service);
  rmSync(work, { recursive: true, force: true });
}
printTable();
console.log(`\nAt most ${mostMiB.toFixed(0)} MiB.`);
const faults = [...rows].flatMap(([name, row]) => [...row.faults.keys()].map((fault) => `${name}: ${fault}`));
if (mostMiB > MAX_MIB) faults.push(`${mostMiB.toFixed(0)} MiB`);
if (faults.length > 0) throw new Error(`It did not hold: ${faults.join("; ")}`);
