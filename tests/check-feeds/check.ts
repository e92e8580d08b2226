import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatMeetingFeedPath } from "../../src/calendar/addresses.ts";
import { brokenRules } from "./bytes.ts";
import { coverageOf } from "./coverage.ts";
import { PUBLIC_ORIGIN } from "./download.ts";
import { missingFacts } from "./facts.ts";
import { report } from "./findings.ts";
import { inTurn } from "./in-turn.ts";
import { downloadListed } from "./listed.ts";
import { generatedStories } from "./meetings.ts";
import { falseObservances } from "./observances.ts";
import { outcomeOf, outcomeOfReader, timed } from "./outcomes.ts";
import { READERS } from "./readers.ts";
import { downloadSelections } from "./selections.ts";
import { startTestService, type Service } from "../node/service.ts";
import { SEED } from "./stories.ts";
import { subscribe, SUBSCRIBER } from "./subscriber.ts";
import { tellWholeStories } from "./steps.ts";
import { tellAll, tellSeed } from "./telling.ts";
import { unavailable } from "./tools.ts";
import { WHOLE_STORIES } from "./whole-stories.ts";

/** `npm run check:feeds -- [--meetings N] [--every N] [--keep]`: feeds of the real service, read by those who did not write it. */

interface Folders {
  readonly feeds: string;
  /** For what readers build. */
  readonly scratch: string;
  /** Of the subscriber. */
  readonly home: string;
}

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
  const [ofOthers, otherSeconds] = await timed(async () => [
    ...(await downloadSelections(service, folders.feeds, generated.told)),
    ...(await downloadListed(service, folders.feeds, stories)),
  ]);
  const told = [...seed.told, ...generated.told];
  const feeds = [...told.flatMap((each) => each.feeds), ...generated.ofBodies, ...whole.feeds, ...ofOthers];
  console.log(
    [
      `${coverageOf(stories)};`,
      `${ofOthers.length} feeds of what was chosen over bodies, and of all bodies;`,
      `${seed.told.length} states of the seed meeting; ${whole.steps} steps of ${WHOLE_STORIES.length} stories, told to their end;`,
      `told and downloaded in ${(seedSeconds + seconds + wholeSeconds + otherSeconds).toFixed(1)} s`,
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
      (reader) => outcomeOfReader(reader, feeds, folders),
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
