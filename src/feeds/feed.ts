import { formatBodyFeedPath, formatItemFeedPath, formatMeetingFeedPath, formatSlotFeedPath } from "../calendar/addresses.ts";
import { getLineage, listItems, type KnownItem } from "../calendar/items.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { BodyCalendar, MeetingCalendar } from "../calendar/views.ts";
import { isSameOrPart, slugifyItem } from "../meeting/numbered-items.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import type { Messages } from "../i18n/messages.ts";

/** A filter over a body's entries, with an address and a name. */
export interface Feed {
  /** Below the public origin: `/ctoc-cop-wg4/2010/slots/3.ics`. */
  readonly path: string;
  /** What the calendar is called in a client. */
  readonly name: string;
  readonly rows: readonly EntryRevision[];
}

/** An item's own entry is there for those who subscribed to the item alone. */
const selectSlotRows = ({ rows }: MeetingCalendar): readonly EntryRevision[] => rows.filter(({ entry }) => entry.slot !== undefined);

const joinName = ({ punctuation }: Messages, ...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(punctuation.comma);

/** The body's, unless the meeting has a title of its own. */
const chooseShortName = ({ title, body }: Programme, { language }: Messages): string => {
  const own = chooseText(title, language);
  return own === body.name ? (body.shortName ?? body.name) : own;
};

/** Undefined where there is nothing to show yet: an empty calendar would empty the client's. */
export const selectBodyFeed = ({ record: body, meetings }: BodyCalendar): Feed | undefined =>
  meetings.length === 0 ? undefined : { path: formatBodyFeedPath(body.id), name: body.name, rows: meetings.flatMap(selectSlotRows) };

export const selectMeetingFeed = (calendar: MeetingCalendar, words: Messages): Feed => {
  const { record } = calendar.state;
  return {
    path: formatMeetingFeedPath(record.body.id, record.id),
    name: joinName(
      words,
      chooseText(record.title, words.language),
      record.city && chooseText(record.city, words.language),
      words.dates.days(record.opensOn, record.closesOn),
    ),
    rows: selectSlotRows(calendar),
  };
};

/** Undefined where the meeting never had such a slot; one that vanished still has its cancelled entry. */
export const selectSlotFeed = ({ state: { record }, rows }: MeetingCalendar, slot: string, words: Messages): Feed | undefined => {
  const row = rows.find(({ entry }) => entry.slot === slot);
  if (!row) return undefined;
  const { start } = row.entry;
  return {
    path: formatSlotFeedPath(record.body.id, record.id, slot),
    name: joinName(words, chooseShortName(record, words), words.dates.slotName(start), words.dates.day(start)),
    rows: [row],
  };
};

/** An item that, as it turned out, never was on the agenda: its address answers for ever. */
const findForgotten = ({ rows }: MeetingCalendar, slug: string): KnownItem | undefined => {
  const entry = rows.find((row) => row.entry.item !== undefined && slugifyItem(row.entry.item) === slug)?.entry;
  return entry?.item === undefined ? undefined : { id: entry.item, number: entry.items[0]?.number ?? entry.item, wholes: [] };
};

/** One item or subitem, wherever it is taken up, by the item's part of an address; undefined where the agenda has none. */
export const selectItemFeed = (calendar: MeetingCalendar, slug: string, words: Messages): Feed | undefined => {
  const { state, rows } = calendar;
  const { record } = state;
  const item = listItems(state).find(({ id }) => slugifyItem(id) === slug) ?? findForgotten(calendar, slug);
  if (!item) return undefined;
  const taken = rows.filter(({ entry }) => entry.slot !== undefined && entry.items.some((other) => isSameOrPart(getLineage(other), item)));
  const own = rows.filter(({ entry }) => entry.item === item.id);
  return {
    path: formatItemFeedPath(record.body.id, record.id, item.id),
    name: joinName(words, chooseShortName(record, words), `${words.item} ${formatItemNumber(item.number)}`),
    rows: [...taken, ...own],
  };
};
