import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatMeetingFeedPath } from "../../src/calendar/addresses.ts";
import { disagreements } from "./agreement.ts";
import { brokenRules } from "./bytes.ts";
import { coverageOf } from "./coverage.ts";
import { PUBLIC_ORIGIN } from "./download.ts";
import { missingFacts } from "./facts.ts";
import { report, type Outcome } from "./findings.ts";
import { inTurn } from "./in-turn.ts";
import { generatedStories } from "./meetings.ts";
import { falseObservances } from "./observances.ts";
import { READERS, readWith, type Reader } from "./readers.ts";
import { startTestService, type Service } from "../node/service.ts";
import { SEED } from "./stories.ts";
import { subscribe, SUBSCRIBER } from "./subscriber.ts";
import { tellWholeStories } from "./steps.ts";
import { tellAll, tellSeed } from "./telling.ts";
import { unavailable } from "./tools.ts";
import type { CheckedFeed, Understood } from "./understood.ts";
import { readDefinitions } from "./vtimezones.ts";
import { WHOLE_STORIES } from "./whole-stories.ts";

/** `npm run check:feeds -- [--meetings N] [--every N] [--keep]`: feeds of the real service, read by those who did not write it. */

interface Folders {
  readonly feeds: string;
  /** For what readers build. */
  readonly scratch: string;
  /** Of the subscriber. */
  readonly home: string;
}

const timed = async <Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> => {
  const start = performance.now();
  return [await work(), (performance.now() - start) / 1000];
};

const entriesIn = (feeds: readonly CheckedFeed[]): number => feeds.reduce((sum, { expected }) => sum + expected.length, 0);

const outcomeOf = async (check: string, feeds: readonly CheckedFeed[], work: () => Promise<Partial<Outcome>>): Promise<Outcome> => {
  const [found, seconds] = await timed(work);
  return {
    check,
    feeds: feeds.length,
    entries: entriesIn(feeds),
    disagreements: [],
    errors: [],
    warnings: [],
    beyond: { feeds: 0, wrong: 0 },
    seconds,
    ...found,
  };
};

/** What a reader makes of zones that it can't understand is counted, and no fault of the feed's. */
const isBeyond = ({ understands }: Reader, { bytes }: CheckedFeed): boolean => understands?.(readDefinitions(bytes)) === false;

const readingOutcome = (reader: Reader, feeds: readonly CheckedFeed[], folders: Folders): Promise<Outcome> =>
  outcomeOf(reader.name, feeds, async () => {
    // A reader that a feed makes fall over is a finding like any other.
    const readings = await readWith(reader, folders.feeds, folders.scratch).catch((error: unknown) => String(error));
    if (typeof readings === "string") return { errors: [readings] };
    const byFeed = new Map(readings.map((reading) => [reading.feed, reading]));
    const shown = reader.shown ?? ((entry: Understood) => entry);
    const found = (feed: CheckedFeed) => {
      const { errors = [], warnings = [] } = byFeed.get(feed.file) ?? {};
      const name = (text: string): string => `${feed.file}: ${text}`;
      return { disagreements: disagreements(feed, byFeed.get(feed.file), shown), errors: errors.map(name), warnings: warnings.map(name) };
    };
    const { within = [], beyond = [] } = Object.groupBy(feeds, (feed) => (isBeyond(reader, feed) ? "beyond" : "within"));
    const [all, excused] = [within.map(found), beyond.map(found)];
    return {
      feeds: readings.length,
      entries: readings.reduce((sum, { entries }) => sum + entries.length, 0),
      disagreements: all.flatMap((each) => each.disagreements),
      errors: all.flatMap((each) => each.errors),
      warnings: all.flatMap((each) => each.warnings),
      beyond: { feeds: excused.length, wrong: excused.filter((each) => each.disagreements.length + each.errors.length > 0).length },
    };
  });

interface Extent {
  /** How many meetings are made up. */
  readonly meetings: number;
  /** Of the steps of whole stories, readers get every so many-th. */
  readonly every: number;
}

const checkFeeds = async (
  service: Service,
  folders: Folders,
  { meetings, every }: Extent,
  missing: ReadonlySet<string>,
): Promise<boolean> => {
  const url = `${service.url}${formatMeetingFeedPath(SEED.body.id, SEED.id)}`;
  const subscriber = missing.has(SUBSCRIBER) ? undefined : await subscribe(folders.home, url, SEED.timezone, SEED.opensOn, 4);
  const [seed, seedSeconds] = await timed(() => tellSeed(service, folders.feeds, subscriber));
  const stories = generatedStories(meetings);
  const [generated, seconds] = await timed(() => tellAll(service, folders.feeds, stories));
  const places = { feeds: folders.feeds, home: subscriber && folders.home };
  const [whole, wholeSeconds] = await timed(() => tellWholeStories(service, places, every));
  const told = [...seed.told, ...generated.told];
  const feeds = [...told.flatMap((each) => each.feeds), ...generated.ofBodies, ...whole.feeds];
  console.log(
    [
      `${coverageOf(stories)};`,
      `${seed.told.length} states of the seed meeting; ${whole.steps} steps of ${WHOLE_STORIES.length} stories, told to their end;`,
      `told and downloaded in ${(seedSeconds + seconds + wholeSeconds).toFixed(1)} s`,
    ].join("\n"),
  );

  const looked = [...seed.told.flatMap(({ feeds: [plain] }) => plain ?? []), ...whole.looked];
  return report([
    await outcomeOf("bytes", feeds, async () => ({ errors: feeds.flatMap(brokenRules) })),
    await outcomeOf("zone data", feeds, async () => ({ errors: feeds.flatMap(falseObservances) })),
    await outcomeOf("what the records say", feeds, async () => ({
      disagreements: told.flatMap(({ story, feeds: its }) => its.flatMap((feed) => missingFacts(story, feed))),
    })),
    await outcomeOf("from step to step", whole.feeds, async () => ({ disagreements: whole.unsteady })),
    ...(await inTurn(
      READERS.filter(({ name }) => !missing.has(name)),
      (reader) => readingOutcome(reader, feeds, folders),
    )),
    ...(subscriber
      ? [
          await outcomeOf(SUBSCRIBER, looked, async () => ({
            disagreements: [...seed.seen, ...whole.seen],
            seconds: seedSeconds + wholeSeconds,
          })),
        ]
      : []),
  ]);
};

const { values: options } = parseArgs({
  options: { meetings: { type: "string", default: "500" }, every: { type: "string" }, keep: { type: "boolean", default: false } },
});
const isCi = process.env["CI"] === "true";
const root = mkdtempSync(join(tmpdir(), "plenary-feeds-"));
const folders: Folders = { feeds: join(root, "feeds"), scratch: join(root, "scratch"), home: join(root, "home") };
for (const folder of Object.values(folders)) mkdirSync(folder);
const missing = await unavailable(isCi);
const service = await startTestService(PUBLIC_ORIGIN);
try {
  const extent = { meetings: Number(options.meetings), every: Number(options.every ?? (isCi ? 8 : 1)) };
  const isClean = await checkFeeds(service, folders, extent, missing);
  if (missing.size > 0) console.log(`\nNot run, for want of tools that tests/check-feeds/install has:\n  ${[...missing].join("\n  ")}`);
  console.log(isClean ? "\nAll that were asked agree." : "\nNot all is well.");
  process.exitCode = isClean && (missing.size === 0 || !isCi) ? 0 : 1;
} finally {
  await service.stop();
  if (options.keep) console.log(`The feeds are in ${folders.feeds}`);
  else rmSync(root, { recursive: true });
}
