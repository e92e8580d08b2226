import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { LIMITS } from "../../src/meeting/limits.ts";
import { findFreePort } from "../node/processes.ts";
import { seeded } from "../support/chance.ts";
import { formatPage, measureRound, read, timeMs } from "./limits/measures.ts";
import { announceMeeting, makeGreat, makeShipped, tellMany, type Measured } from "./limits/meetings.ts";
import { readResidentMiB } from "./resident-memory.ts";
import { KEY } from "./secretariat.ts";
import { estimate, ratios } from "./statistics.ts";
import { end } from "./workers.ts";

/**
 * Measures a meeting of all that a meeting may have beside the shipped one, in alternating rounds on one service:
 * `npm run bench:limits -- [--rounds N] [--slots N] [--items N] [--events N]`.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    slots: { type: "string", default: String(LIMITS.slots.max) },
    items: { type: "string", default: String(LIMITS.items.max) },
    events: { type: "string", default: String(LIMITS.events.max - 1000) },
    out: { type: "string", default: "tests/bench/LIMITS.md" },
  },
});
const rounds = Number(values.rounds);
const subjects = [makeShipped(), makeGreat(Number(values.slots), Number(values.items))] as const;
const [shipped, great] = subjects;

const measured = new Map<string, Map<string, number[]>>();
const noteOf =
  ({ name }: Measured) =>
  (what: string, value: number): void => {
    const row = measured.get(what) ?? new Map<string, number[]>();
    measured.set(what, row.set(name, [...(row.get(name) ?? []), value]));
  };

const work = mkdtempSync(join(tmpdir(), "plenary-limits-"));
const port = await findFreePort();
const sender = { url: `http://127.0.0.1:${port}`, secret: KEY };
let service: ChildProcess | undefined;
const restart = async (): Promise<void> => {
  if (service) await end(service);
  service = await startService({
    port,
    state: work,
    publicOrigin: "https://calendar.example.org",
    operatorKey: KEY,
    output: () => undefined,
  });
};

/** Of code that has run before, on an object that has not. */
const measureCold = async (subject: Measured): Promise<void> => {
  await restart();
  await read(sender, `${formatPage(warm)}/slots/1.ics`);
  const before = readResidentMiB(service?.pid ?? 0);
  noteOf(subject)("cold object until its slot feed", await timeMs(() => read(sender, `${formatPage(subject)}/slots/${subject.to}.ics`)));
  noteOf(subject)("MiB that this read took", readResidentMiB(service?.pid ?? 0) - before);
};
const warm: Measured = { ...shipped, name: "warm", record: { ...shipped.record, body: { ...shipped.record.body, id: "warm" } } };

const random = seeded(7);
const show = (list: readonly number[]): string => {
  const { median, low, high } = estimate(list, random);
  return `${median.toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
};
const tabulate = (): string =>
  [
    "# At the limits",
    "",
    `\`npm run bench:limits -- --rounds ${rounds} --slots ${values.slots} --items ${values.items} --events ${values.events}\`, bare workerd on ${cpus().length} cores (${cpus()[0]?.model ?? "?"}). Milliseconds, medians of alternating rounds with 95 % intervals; ratios round by round. The great meeting had ${made} events before, and titles in six languages.`,
    "",
    "| | shipped meeting | great meeting | ratio |",
    "| --- | --- | --- | --- |",
    ...[...measured].map(([what, row]) => {
      const [small, large] = [row.get(shipped.name) ?? [], row.get(great.name) ?? []];
      return `| ${what} | ${show(small)} | ${show(large)} | ${what.startsWith("MiB") ? "" : show(ratios(large, small))} |`;
    }),
    "",
  ].join("\n");

let made = 0;
try {
  buildService(work);
  await restart();
  for (const subject of [warm, ...subjects]) await announceMeeting(sender, subject);
  console.log(`${values.events} events in ${((await timeMs(() => tellMany(sender, great, Number(values.events)))) / 1000).toFixed(0)} s.`);
  made = Number(values.events);
  for (const subject of subjects) await measureRound(sender, subject, 0, () => undefined);
  for (let round = 1; round <= rounds; round += 1) {
    for (const subject of round % 2 ? subjects : subjects.toReversed()) await measureRound(sender, subject, round, noteOf(subject));
    writeFileSync(values.out, tabulate());
  }
  for (let round = 1; round <= rounds; round += 1)
    for (const subject of round % 2 ? subjects : subjects.toReversed()) await measureCold(subject);
  const text = tabulate();
  writeFileSync(values.out, text);
  console.log(text);
} finally {
  if (service) await end(service);
  rmSync(work, { recursive: true, force: true });
}
