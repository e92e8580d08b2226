import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { findFreePort } from "../node/processes.ts";
import { openDesk } from "./caches/desk.ts";
import { CACHES, withoutCache } from "./caches/switch-off.ts";
import { measureTasks, TASKS } from "./caches/tasks.ts";
import { announceMeeting, makeGreat } from "./limits/meetings.ts";
import { KEY } from "./secretariat.ts";
import { median } from "./statistics.ts";
import { end } from "./workers.ts";

/**
 * What each cache gains by itself: what requests take of a processor with all of them, and with all but one, in turns on services that begin
 * anew: `npm run bench:caches -- [--rounds N] [--slots N]`.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    slots: { type: "string", default: "400" },
    out: { type: "string", default: "tests/bench/CACHES.md" },
  },
});
const [rounds, slots] = [Number(values.rounds), Number(values.slots)];
if (!(rounds > 0 && slots > 10)) throw new Error("--rounds is a number above 0, --slots one above 10.");

const ALL = "all";
const VARIANTS: readonly string[] = [ALL, ...Object.keys(CACHES)];
const great = makeGreat(slots, Math.ceil(slots / 2));
const work = mkdtempSync(join(tmpdir(), "plenary-caches-"));
const built = join(work, "built");

/** The service, built without one of its caches, with a meeting and nothing read of it. */
const measureVariant = async (variant: string, round: number): Promise<ReadonlyMap<string, number>> => {
  const state = join(work, `${variant} ${round}`);
  cpSync(built, state, { recursive: true });
  if (variant !== ALL) {
    const file = join(state, "worker/index.js");
    writeFileSync(file, withoutCache(readFileSync(file, "utf8"), variant));
  }
  const port = await findFreePort();
  const sender = { url: `http://127.0.0.1:${port}`, secret: KEY };
  const service = await startService({
    port,
    state,
    publicOrigin: "https://calendar.example.org",
    operatorKey: KEY,
    output: () => undefined,
    reach: "loopback",
  });
  try {
    await announceMeeting(sender, great);
    const desk = await openDesk(sender, great.record.body.id);
    try {
      return await measureTasks(sender, great, desk, service.pid ?? 0);
    } finally {
      desk.close();
    }
  } finally {
    await end(service);
    rmSync(state, { recursive: true });
  }
};

const measured = new Map<string, number[]>();
const noteOf = (variant: string, task: string): number[] => {
  const key = `${variant}\n${task}`;
  return measured.get(key) ?? measured.set(key, []).get(key) ?? [];
};
const medianOf = (variant: string, task: string): number => median(noteOf(variant, task));

const tabulate = (): string =>
  [
    "# What each cache gains",
    "",
    `\`npm run bench:caches -- --rounds ${rounds} --slots ${slots}\`, bare workerd on ${cpus().length} cores (${cpus()[0]?.model ?? "?"}). Milliseconds of a processor for one request, medians of ${rounds} rounds in turns; below, how many times as much it is without one of the caches. 1.0 is nothing gained.`,
    "",
    `| | ${TASKS.join(" | ")} |`,
    `| --- |${TASKS.map(() => " --- |").join("")}`,
    `| with all, ms | ${TASKS.map((task) => medianOf(ALL, task).toFixed(2)).join(" | ")} |`,
    ...Object.keys(CACHES).map(
      (variant) =>
        `| without ${variant} | ${TASKS.map((task) => (medianOf(variant, task) / medianOf(ALL, task)).toFixed(1)).join(" | ")} |`,
    ),
    "",
  ].join("\n");

try {
  buildService(built, []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const variant of round % 2 ? VARIANTS : VARIANTS.toReversed()) {
      for (const [task, value] of await measureVariant(variant, round)) noteOf(variant, task).push(value);
      console.log(`Round ${round} of ${rounds}: ${variant}`);
    }
  }
  const text = tabulate();
  writeFileSync(values.out, text);
  console.log(text);
} finally {
  rmSync(work, { recursive: true, force: true });
}
