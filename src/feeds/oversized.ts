import type { EntryRevision } from "../calendar/ledger.ts";
import { formatItemFeedPath } from "../calendar/addresses.ts";
import { listItems } from "../calendar/items.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { getDate } from "../meeting/local-time.ts";
import { selectDayFeed, selectItemRows, selectMeetingFeed, selectSlotFeed, selectSlotRows, type Feed } from "./feed.ts";
import { estimateOctets } from "./ics.ts";
import type { FeedOptions } from "./options.ts";
import { MAX_ENTRIES } from "./size.ts";

/** The paths of a meeting's feeds that are larger than all calendars take, so that no page offers them: as a rule none. */
export const findOversized = (calendar: MeetingCalendar, origin: string, options: FeedOptions): ReadonlySet<string> => {
  const measure = (rows: readonly EntryRevision[]): number => estimateOctets(rows, origin, options);
  if (measure(calendar.rows) <= MAX_ENTRIES) return new Set();
  const { body, id } = calendar.state.record;
  const { words } = options;
  const feeds: readonly Pick<Feed, "path" | "rows">[] = [
    selectMeetingFeed(calendar, words),
    ...[...new Set(selectSlotRows(calendar).map(({ entry }) => getDate(entry.start)))].flatMap(
      (day) => selectDayFeed(calendar, day, words) ?? [],
    ),
    ...calendar.rows.flatMap(({ entry }) => (entry.slot === undefined ? [] : (selectSlotFeed(calendar, entry.slot, words) ?? []))),
    ...listItems(calendar.state).map((item) => ({
      path: formatItemFeedPath(body.id, id, item.id),
      rows: selectItemRows(calendar, item),
    })),
  ];
  return new Set(feeds.filter(({ rows }) => measure(rows) > MAX_ENTRIES).map(({ path }) => path));
};
