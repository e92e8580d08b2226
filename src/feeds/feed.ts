import { meetingFeedPath, slotFeedPath } from "../calendar/addresses.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { MeetingRecord } from "../meeting/record.ts";
import { titleIn } from "../meeting/text.ts";
import { ENGLISH } from "../words/english.ts";

/** A filter over a body's entries, with an address and a name. */
export interface Feed {
  /** Below the public origin: `/ctoc-cop-wg4/2010/slots/3.ics`. */
  readonly path: string;
  /** What the calendar is called in a client. */
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

export const meetingFeed = ({ state: { record }, rows }: MeetingCalendar): Feed => ({
  path: meetingFeedPath(record.body.id, record.id),
  name: [titleIn(record.title, "en"), record.city, ENGLISH.dates.days(record.opensOn, record.closesOn)].filter(Boolean).join(", "),
  rows,
});

/** The body's, unless the meeting has a title of its own. */
const shortNameOf = ({ title, body }: MeetingRecord): string => {
  const own = titleIn(title, "en");
  return own === body.name ? (body.shortName ?? body.name) : own;
};

/** Undefined where the meeting never had such a slot; one that vanished still has its cancelled entry. */
export const slotFeed = ({ state: { record }, rows }: MeetingCalendar, slot: string): Feed | undefined => {
  const row = rows.find(({ entry }) => entry.slot === slot);
  if (!row) return undefined;
  const { start } = row.entry;
  return {
    path: slotFeedPath(record.body.id, record.id, slot),
    name: `${shortNameOf(record)}, ${ENGLISH.dates.slotName(start)}, ${ENGLISH.dates.day(start)}`,
    rows: [row],
  };
};
