import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { findFreePort } from "../node/processes.ts";
import { eventsOf } from "./events.ts";
import { measureFreshness } from "./freshness.ts";
import { startNginx } from "./nginx.ts";
import { results } from "./results.ts";
import { rowsOf, type ETags, type Listener } from "./rows.ts";
import { announceTo, KEY, paperIssued, post, storedBy } from "./secretariat.ts";
import { spawnToFirstByte } from "./start-up.ts";
import { ADDRESSES, ADDRESS_NAMES, BODY, CHOSEN, MANY, TRIALS, twinOf, twinWorker } from "./subjects.ts";
import { end, prepareWorkers, spawnWorkerd, untilAnswers } from "./workers.ts";
import type { Measured } from "./wrk.ts";

/**
 * Measures Plenary beside the limits of what it runs on, all in one run: `npm run bench -- [--rounds N] [--seconds S] [--trials N]`.
 * Rounds take turns, so that whatever else the machine does slows all rows alike; what counts are ratios within a round.
 * Needs wrk and nginx-light. `--rounds 2 --seconds 1 --trials 500` takes about a minute, and shows that all of it works.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    seconds: { type: "string", default: "3" },
    trials: { type: "string", default: "10000" },
    out: { type: "string", default: "tests/bench/RESULTS.md" },
  },
});
const [rounds = 0, seconds = 0, trials = 0] = [values.rounds, values.seconds, values.trials].map(Number);
if (!(rounds > 0 && seconds > 0 && trials > 0)) throw new Error("--rounds, --seconds and --trials are numbers above 0.");

const LISTENERS: readonly Listener[] = [...ADDRESS_NAMES, "plenary", "front", "files", "calendar", "bare", "empty"];
const SETTINGS = { PUBLIC_ORIGIN: "https://calendar.example.org", PLENARY_OPERATOR_KEY: KEY };

const work = mkdtempSync(join(tmpdir(), "plenary-bench-"));
const [state, rivals, empty] = ["state", "rivals", "empty"].map((name) => join(work, name)) as [string, string, string];
const ports = new Map<Listener, number>();
for (const name of LISTENERS) ports.set(name, await findFreePort());
const portOf = (name: Listener): number => ports.get(name) ?? 0;
const at = (name: Listener): string => `http://127.0.0.1:${portOf(name)}`;
const running: ChildProcess[] = [];

/** Plenary with a hundred and some bodies, and beside it everything that it is compared with. */
const begin = async (): Promise<{ readonly etags: ETags; readonly octets: number }> => {
  mkdirSync(state);
  buildService(state);
  const { PUBLIC_ORIGIN: publicOrigin, PLENARY_OPERATOR_KEY: operatorKey } = SETTINGS;
  running.push(await startService({ port: portOf("plenary"), state, publicOrigin, operatorKey }));
  for (const body of [BODY, ...TRIALS, ...MANY]) await announceTo(at("plenary"), body);
  await post(at("plenary"), await paperIssued(BODY, "Paper 000000"));
  const twins = await Promise.all(ADDRESS_NAMES.map((name) => twinOf(at("plenary"), name)));
  const feed = twins.find(({ name }) => name === "feed");
  if (!feed) throw new Error("There is no feed to measure.");
  const { headers, bytes } = feed;
  const events = eventsOf(new TextDecoder().decode(bytes));
  await prepareWorkers(
    [
      ...twins.map((twin) => twinWorker(twin, portOf(twin.name))),
      { name: "calendar", rival: "calendar", port: portOf("calendar"), json: { EVENTS: events, HEADERS: headers } },
      {
        name: "bare",
        rival: "bare-object",
        port: portOf("bare"),
        json: { STORED: storedBy(state) },
        text: { SECRET: KEY },
        object: "BareObject",
      },
    ],
    rivals,
  );
  await prepareWorkers([{ name: "empty", rival: "empty", port: portOf("empty") }], empty);
  running.push(spawnWorkerd(rivals));
  const front = { folder: join(work, "nginx"), service: portOf("plenary"), port: portOf("front"), files: portOf("files") };
  running.push(startNginx(front, "feed.ics", bytes));
  for (const url of [at("calendar"), `${at("files")}/feed.ics`, `${at("front")}${ADDRESSES.feed}`]) await untilAnswers(url);
  const chosen = await fetch(`${at("plenary")}${CHOSEN}`);
  if (!chosen.ok) throw new Error("There is no feed over three bodies to measure.");
  return { etags: { feed: headers["etag"] ?? "", chosen: chosen.headers.get("etag") ?? "" }, octets: bytes.length };
};

try {
  console.log("Building and starting ...");
  const { etags, octets } = await begin();
  const rows = Object.entries(rowsOf(at, etags, seconds, work));
  const measured: Record<string, Measured[]> = Object.fromEntries(rows.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    console.log(round === 0 ? "Warming up ..." : `Round ${round} of ${rounds} ...`);
    // To and fro, so that what warms or slows the machine within a round does not always meet the same side.
    for (const [name, row] of round % 2 === 0 ? rows : rows.toReversed()) {
      const run = await row();
      if (round > 0) measured[name]?.push(run);
    }
  }
  console.log(`${trials} times a write, and the read after it ...`);
  const freshness = await measureFreshness(at("plenary"), TRIALS, trials);
  for (const child of running) await end(child);
  console.log("Starting again and again ...");
  const starts: { readonly empty: number[]; readonly plenary: number[] } = { empty: [], plenary: [] };
  for (let round = 0; round < rounds * 3; round += 1) {
    starts.empty.push(await spawnToFirstByte(empty, {}, portOf("empty"), "/"));
    starts.plenary.push(await spawnToFirstByte(state, SETTINGS, portOf("plenary"), ADDRESSES.feed));
  }
  const text = results({ measured, freshness, starts, rounds, seconds, octets });
  writeFileSync(values.out, text);
  console.log(text);
} finally {
  for (const child of running) await end(child);
  rmSync(work, { recursive: true });
}
