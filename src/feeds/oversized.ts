import type { EntryRevision } from "../calendar/ledger.ts";
import { toPart } from "../calendar/meeting-part.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { getDate } from "../meeting/local-time.ts";
import { selectDayFeed, selectMeetingFeed, selectSlotRows, type Feed } from "./feed.ts";
import { estimateOctets } from "./estimate-octets.ts";
import type { FeedOptions } from "./options.ts";
import { MAX_ENTRIES } from "./size.ts";

type Measured = Pick<Feed, "path" | "rows">;

/** The paths of those feeds of a meeting that are larger than all calendars take, so that no page offers them: as a rule none. */
export const findOversized = (
  { rows: all }: MeetingCalendar,
  feeds: readonly Measured[],
  origin: string,
  options: FeedOptions,
): ReadonlySet<string> => {
  const isTooLarge = (rows: readonly EntryRevision[]): boolean => estimateOctets(rows, origin, options) > MAX_ENTRIES;
  if (!isTooLarge(all)) return new Set();
  return new Set(feeds.filter(({ rows }) => isTooLarge(rows)).map(({ path }) => path));
};

/** The feeds of a meeting and of each of its days. */
export const listDayFeeds = (calendar: MeetingCalendar, { words }: FeedOptions): readonly Measured[] => [
  selectMeetingFeed(calendar, words),
  ...[...new Set(selectSlotRows(calendar).map(({ entry }) => getDate(entry.start)))].flatMap(
    (day) => selectDayFeed(toPart(calendar), day, words) ?? [],
  ),
];
