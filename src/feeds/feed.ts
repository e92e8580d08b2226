import { bodyFeedPath, itemFeedPath, meetingFeedPath, slotFeedPath } from "../calendar/addresses.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import type { BodyCalendar, MeetingCalendar } from "../calendar/views.ts";
import { isSameOrPart, itemSlug, type MeetingRecord } from "../meeting/record.ts";
import { titleIn } from "../meeting/text.ts";
import { printedNumber } from "../i18n/entry-text.ts";
import type { Words } from "../i18n/words.ts";

/** A filter over a body's entries, with an address and a name. */
export interface Feed {
  /** Below the public origin: `/ctoc-cop-wg4/2010/slots/3.ics`. */
  readonly path: string;
  /** What the calendar is called in a client. */
  readonly name: string;
  readonly rows: readonly LedgerRow[];
}

/** An item's own entry is there for those who subscribed to the item alone. */
const ofSlots = ({ rows }: MeetingCalendar): readonly LedgerRow[] => rows.filter(({ entry }) => entry.slot !== undefined);

const named = ({ punctuation }: Words, ...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(punctuation.comma);

/** The body's, unless the meeting has a title of its own. */
const shortNameOf = ({ title, body }: MeetingRecord, { language }: Words): string => {
  const own = titleIn(title, language);
  return own === body.name ? (body.shortName ?? body.name) : own;
};

/** Undefined where there is nothing to show yet: an empty calendar would empty the client's. */
export const bodyFeed = ({ record: body, meetings }: BodyCalendar): Feed | undefined =>
  meetings.length === 0 ? undefined : { path: bodyFeedPath(body.id), name: body.name, rows: meetings.flatMap(ofSlots) };

export const meetingFeed = (calendar: MeetingCalendar, words: Words): Feed => {
  const { record } = calendar.state;
  return {
    path: meetingFeedPath(record.body.id, record.id),
    name: named(words, titleIn(record.title, words.language), record.city, words.dates.days(record.opensOn, record.closesOn)),
    rows: ofSlots(calendar),
  };
};

/** Undefined where the meeting never had such a slot; one that vanished still has its cancelled entry. */
export const slotFeed = ({ state: { record }, rows }: MeetingCalendar, slot: string, words: Words): Feed | undefined => {
  const row = rows.find(({ entry }) => entry.slot === slot);
  if (!row) return undefined;
  const { start } = row.entry;
  return {
    path: slotFeedPath(record.body.id, record.id, slot),
    name: named(words, shortNameOf(record, words), words.dates.slotName(start), words.dates.day(start)),
    rows: [row],
  };
};

/** One item or subitem, wherever it is taken up, by the item's part of an address; undefined where the agenda has none. */
export const itemFeed = (
  { state: { record, items, formerItems }, rows }: MeetingCalendar,
  slug: string,
  words: Words,
): Feed | undefined => {
  const number = [...items, ...formerItems].find((item) => itemSlug(item.number) === slug)?.number;
  if (number === undefined) return undefined;
  const taken = rows.filter(({ entry }) => entry.slot !== undefined && entry.items.some((item) => isSameOrPart(item.number, number)));
  const own = rows.filter(({ entry }) => entry.item === number);
  return {
    path: itemFeedPath(record.body.id, record.id, number),
    name: named(words, shortNameOf(record, words), `${words.item} ${printedNumber(number)}`),
    rows: [...taken, ...own],
  };
};
