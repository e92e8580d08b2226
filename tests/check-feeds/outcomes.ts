import { identifyReader, readWith } from "./ask-readers.ts";
import { disagreements } from "./agreement.ts";
import type { Outcome } from "./findings.ts";
import type { Reader } from "./readers.ts";
import type { CheckedFeed, Understood } from "./understood.ts";
import { readDefinitions } from "./vtimezones.ts";

interface Folders {
  readonly feeds: string;
  /** For what readers build. */
  readonly scratch: string;
}

/** A value, and the seconds that it took. */
export const timed = async <Value>(work: () => Promise<Value>): Promise<readonly [Value, number]> => {
  const start = performance.now();
  return [await work(), (performance.now() - start) / 1000];
};

const entriesIn = (feeds: readonly CheckedFeed[]): number => feeds.reduce((sum, { expected }) => sum + expected.length, 0);

export const outcomeOf = async (check: string, feeds: readonly CheckedFeed[], work: () => Promise<Partial<Outcome>>): Promise<Outcome> => {
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

export const outcomeOfReader = async (reader: Reader, feeds: readonly CheckedFeed[], folders: Folders): Promise<Outcome> =>
  outcomeOf(await identifyReader(reader), feeds, async () => {
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
