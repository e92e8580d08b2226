import {
  formatDayFeedPath,
  formatItemsFeedPath,
  formatMeetingFeedPath,
  formatMeetingPath,
  formatSlotFeedPath,
} from "../calendar/addresses.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import { findKnownItem, getLineage, type KnownItem } from "../calendar/items.ts";
import { listLedRows, listOwnItems } from "../calendar/joint.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { ListedMeeting } from "../calendar/listed-meeting.ts";
import { concernsItem, getSubject, isOnDay, type MeetingPart } from "../calendar/meeting-part.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { isSameOrPart } from "../meeting/numbered-items.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import { describeSource, describeNotices, describeStanding, listCautions, formatSteps } from "../i18n/calendar-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import type { Messages } from "../i18n/messages.ts";

/** A meeting in its body's feed. */
export interface FeedPart {
  readonly rows: readonly EntryRevision[];
  readonly isOver: boolean;
  readonly opensOn: string;
  /** What stands there in place of its sittings, where they are too many. */
  readonly instead: ListedMeeting | undefined;
}

/** A filter over a body's entries, with an address and a name. */
export interface Feed {
  /** Below the public origin: `/ctoc-cop-wg4/2010/slots/3.ics`. */
  readonly path: string;
  /** What the calendar is called in a client. */
  readonly name: string;
  /** What the calendar says of itself, a line each. */
  readonly about: readonly string[];
  /** The page that shows the same, below the public origin. */
  readonly page?: string;
  readonly rows: readonly EntryRevision[];
  /** The same meeting by meeting: as many as calendars take are told. */
  readonly parts?: readonly FeedPart[];
  /** Of one person's choice: no cache that others share keeps it. */
  readonly isPrivate?: true;
  /** A local time of the feed, and its zone: they alone are there on a day without a sitting, since a calendar has a component (RFC 5545 §3.6). */
  readonly moment?: Pick<CalendarEntry, "start" | "timezone">;
}

/** An item's own entry is there for those who subscribed to the item alone. */
export const selectSlotRows = (calendar: Pick<MeetingPart, "rows" | "joint">): readonly EntryRevision[] => [
  ...calendar.rows.filter(({ entry }) => entry.item === undefined),
  ...listLedRows(calendar),
];

export const joinName = ({ punctuation }: Messages, ...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(punctuation.comma);

/** Told later; but a body that left a sitting has nothing to say of it any more where another still takes part. */
const isBetter = (row: EntryRevision, known: EntryRevision): boolean => {
  const [hasLeft, hadLeft] = [row, known].map(({ entry }) => entry.parted !== undefined);
  return hasLeft === hadLeft ? row.sequence > known.sequence : hadLeft === true;
};

/** Each UID once, as it was told last: a sitting of two bodies is in the calendars of both. */
export const mergeRows = (rows: readonly EntryRevision[]): readonly EntryRevision[] => {
  const byUid = new Map<string, EntryRevision>();
  for (const row of rows) {
    const known = byUid.get(row.entry.uid);
    if (!known || isBetter(row, known)) byUid.set(row.entry.uid, row);
  }
  return [...byUid.values()];
};

/** The body's, unless the meeting has a title of its own. */
const chooseShortName = ({ title, body }: Pick<Programme, "title" | "body">, { language }: Messages): string => {
  const own = chooseText(title, language);
  return own === body.name ? (body.shortName ?? body.name) : own;
};

/** What a feed of a part of a meeting says beside its entries: nothing that changes while they do not. */
const describePart = (record: Pick<Programme, "body" | "id">, words: Messages): Required<Pick<Feed, "about" | "page">> => ({
  about: listCautions(record.body, words),
  page: formatMeetingPath(record.body.id, record.id),
});

export const selectMeetingFeed = (calendar: MeetingCalendar, words: Messages): Feed => {
  const { state } = calendar;
  const { record } = state;
  const standing = describeStanding(state, words);
  const { about, page } = describePart(record, words);
  const name = joinName(
    words,
    chooseText(record.title, words.language),
    record.city && chooseText(record.city, words.language),
    words.dates.days(record.opensOn, record.closesOn),
  );
  return {
    path: formatMeetingFeedPath(record.body.id, record.id),
    name: standing === undefined ? name : `${name} (${standing})`,
    about: [...describeNotices(state, words), ...formatSteps(state, words), ...describeSource(state, words), ...about],
    page,
    rows: selectSlotRows(calendar),
  };
};

/**
 * The sittings of one day, by the clock of the meeting's place; none, where they were moved away or there never were any. Undefined
 * where the meeting has no such day.
 */
export const selectDayFeed = (part: MeetingPart, day: string, words: Messages): Feed | undefined => {
  const { record } = part;
  const rows = selectSlotRows(part).filter(({ entry }) => isOnDay(getSubject(entry), day));
  if (rows.length === 0 && (day < record.opensOn || day > record.closesOn)) return undefined;
  return {
    path: formatDayFeedPath(record.body.id, record.id, day),
    name: joinName(words, chooseShortName(record, words), words.dates.day(day)),
    ...describePart(record, words),
    rows,
    moment: { start: `${day}T00:00`, timezone: record.timezone },
  };
};

/** Undefined where the meeting never had such a slot; one that vanished still has its cancelled entry. */
export const selectSlotFeed = ({ record, rows }: MeetingPart, slot: string, words: Messages): Feed | undefined => {
  const row = rows.find(({ entry }) => entry.slot === slot);
  if (!row) return undefined;
  const { start, part } = row.entry;
  return {
    path: formatSlotFeedPath(record.body.id, record.id, slot),
    name: joinName(words, chooseShortName(record, words), words.dates.slotName(start, part), words.dates.day(start)),
    ...describePart(record, words),
    rows: [row],
  };
};

/** An item wherever it is taken up, or where it would have been. */
export const selectItemRows = (part: Omit<MeetingPart, "items">, item: KnownItem): readonly EntryRevision[] => {
  const { rows, record } = part;
  return [
    ...rows.filter(({ entry }) => concernsItem(getSubject(entry), item)),
    ...rows.filter(({ entry }) => entry.item === item.id),
    ...listLedRows(part).filter(({ entry }) => listOwnItems(entry, record).some((other) => isSameOrPart(getLineage(other), item))),
  ];
};

/** One item or several; undefined where the agenda never had one of them. */
export const selectItemsFeed = (part: MeetingPart, slugs: readonly string[], words: Messages): Feed | undefined => {
  const { record } = part;
  const items = slugs.map((slug) => findKnownItem(part.items, slug));
  if (!items.every((item) => item !== undefined)) return undefined;
  return {
    path: formatItemsFeedPath(
      record.body.id,
      record.id,
      items.map(({ id }) => id),
    ),
    name: joinName(words, chooseShortName(record, words), ...items.map(({ number }) => `${words.item} ${formatItemNumber(number)}`)),
    ...describePart(record, words),
    rows: mergeRows(items.flatMap((item) => selectItemRows(part, item))),
  };
};
