import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { chanceOf } from "./chance.ts";
import { clockBack } from "./kinds/clock.ts";
import { conditional } from "./kinds/conditional.ts";
import { killed } from "./kinds/killed.ts";
import { turnedReadOnly } from "./kinds/device.ts";
import { evicted } from "./kinds/paused.ts";
import { racing, sameId } from "./kinds/racing.ts";
import { diskFull, readOnly } from "./kinds/storage.ts";
import { torn } from "./kinds/torn.ts";
import { twoProcesses } from "./kinds/twice.ts";
import { upgraded } from "./kinds/upgraded.ts";
import { isPassed, type Fault, type Outcome } from "./scene.ts";

/**
 * Brings faults about in the real service on bare workerd, and counts what they did. `--long` tries far more and keeps the table
 * in RESULTS.md, `--minutes N` ends it before it has all the events that it goes for, `--only NAME` tries one kind, `--seed N`
 * makes the same choices again. What needs root, and has none, is said to be not tried; it fails where CI=true and we are root.
 */

const FAULTS: readonly Fault[] = [
  diskFull,
  readOnly,
  turnedReadOnly,
  torn,
  evicted,
  clockBack,
  conditional,
  twoProcesses,
  upgraded,
  racing,
  sameId,
  killed,
];

const { values } = parseArgs({
  options: { long: { type: "boolean" }, minutes: { type: "string" }, only: { type: "string" }, seed: { type: "string" } },
});
const isLong = values.long ?? false;
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const chosen = FAULTS.filter(({ name }) => values.only === undefined || name.includes(values.only));
if (chosen.length === 0) {
  console.error(`"${values.only}" is none of them: ${FAULTS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
/** Where nobody reads what was not tried. */
const mustBeTried = process.env["CI"] === "true" && process.getuid?.() === 0;
const built = mkdtempSync(join(tmpdir(), "plenary-faults-built-"));

const COLUMNS = ["runs", "events", "lost", "halfApplied", "differing", "ineffective"] as const;
const HEADS = ["fault", "runs", "events acknowledged", "lost", "half-applied", "feeds differing", "did not take hold", "note"];
const rowOf = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const TABLE = [rowOf(HEADS), rowOf(HEADS.map(() => "---"))];
const rowOfFault = (name: string, outcome: Outcome): string =>
  rowOf([name, ...COLUMNS.map((column) => outcome[column].toLocaleString("en")), outcome.note ?? ""]);

const resultsOf = (rows: readonly string[], minutes: number): string => `# Faults

What \`npm run test:faults -- --long --seed ${seed}\` found on ${new Date().toISOString().slice(0, 10)} in ${Math.ceil(minutes)} minutes.

${[...TABLE, ...rows].join("\n")}
`;

const rows: string[] = [];
const notTried: string[] = [];
try {
  buildService(built);
  console.log(`seed ${seed}\n${TABLE.join("\n")}`);
  for (const { name, run } of chosen) {
    const outcome = await run({ built, chance: chanceOf(seed), isLong, until: Number(values.minutes ?? Infinity) * 60_000 });
    rows.push(rowOfFault(name, outcome));
    console.log(rows.at(-1));
    if (outcome.runs === 0) notTried.push(`${name}: ${outcome.note ?? ""}`);
    if (!isPassed(outcome, mustBeTried)) process.exitCode = 1;
  }
  for (const words of notTried) console.error(`NOT TRIED: ${words}`);
  if (mustBeTried && notTried.length > 0) console.error("Root can try all of them, so here that is a failure.");
  if (isLong && chosen.length === FAULTS.length) writeFileSync("tests/faults/RESULTS.md", resultsOf(rows, performance.now() / 60_000));
} finally {
  rmSync(built, { recursive: true });
}
