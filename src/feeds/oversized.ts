import type { EntryRevision } from "../calendar/ledger.ts";
import { formatDayFeedPath, formatItemFeedPath, formatMeetingFeedPath, formatSlotFeedPath } from "../calendar/addresses.ts";
import { listItems } from "../calendar/items.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { getDate } from "../meeting/local-time.ts";
import { selectItemRows, selectSlotRows } from "./feed.ts";
import { estimateOctets } from "./ics.ts";
import type { FeedOptions } from "./options.ts";
import { MAX_ENTRIES } from "./size.ts";

/** The paths of a meeting's feeds that are larger than all calendars take, so that no page offers them: as a rule none. */
export const findOversized = (calendar: MeetingCalendar, origin: string, options: FeedOptions): ReadonlySet<string> => {
  const measure = (rows: readonly EntryRevision[]): number => estimateOctets(rows, origin, options);
  if (measure(calendar.rows) <= MAX_ENTRIES) return new Set();
  const { body, id } = calendar.state.record;
  const rows = selectSlotRows(calendar);
  const feeds: readonly (readonly [string, readonly EntryRevision[]])[] = [
    [formatMeetingFeedPath(body.id, id), rows],
    ...[...Map.groupBy(rows, ({ entry }) => getDate(entry.start))].map(
      ([day, ofDay]) => [formatDayFeedPath(body.id, id, day), ofDay] as const,
    ),
    ...rows.map((row) => [formatSlotFeedPath(body.id, id, row.entry.slot ?? ""), [row]] as const),
    ...listItems(calendar.state).map((item) => [formatItemFeedPath(body.id, id, item.id), selectItemRows(calendar, item)] as const),
  ];
  return new Set(feeds.filter(([, ofFeed]) => measure(ofFeed) > MAX_ENTRIES).map(([path]) => path));
};
