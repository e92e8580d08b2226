import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from "ical-generator";
import { createLruCache } from "../cache/lru-cache.ts";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { CalendarEntry, EntryStatus } from "../calendar/entries.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { existsTwice, resolveInstant } from "../meeting/local-time.ts";
import { formatDescription, formatSummary } from "../i18n/entry-text.ts";
import { escapeText, postProcessLines } from "./content-lines.ts";
import type { Feed } from "./feed.ts";
import { htmlOf } from "./html-description.ts";
import type { FeedOptions } from "./options.ts";
import { vtimezone } from "./vtimezone.ts";

/** Goes up with every change of the bytes that the same rows give. */
export const RENDERER = 2;

/** How often clients are asked to look, in seconds. Most look less often, whatever is asked. */
const REFRESH = 3600;

type Shown = Required<Pick<ICalEventData, "status" | "transparency" | "busystatus">>;

const STATUS: Record<EntryStatus, Shown> = {
  TENTATIVE: { status: ICalEventStatus.TENTATIVE, transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.TENTATIVE },
  CONFIRMED: { status: ICalEventStatus.CONFIRMED, transparency: ICalEventTransparency.OPAQUE, busystatus: ICalEventBusyStatus.BUSY },
  CANCELLED: { status: ICalEventStatus.CANCELLED, transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE },
};

/** Google drops what is CANCELLED without a word: for it, the SUMMARY alone says so. */
const CANCELLED_IN_TEXT: Shown = { ...STATUS.CANCELLED, status: ICalEventStatus.CONFIRMED };

const shownAs = ({ status }: CalendarEntry, { cancelled }: FeedOptions): Shown =>
  status === "CANCELLED" && cancelled === "text" ? CANCELLED_IN_TEXT : STATUS[status];

const localTimes = ({ start, end }: CalendarEntry): readonly string[] => (end === undefined ? [start] : [start, end]);

const locality = new WeakMap<CalendarEntry, boolean>();

/** Clients differ on which of two equal hours is meant, so an entry that touches one is written in UTC. */
const isLocal = (entry: CalendarEntry): boolean => {
  const known = locality.get(entry) ?? !localTimes(entry).some((time) => existsTwice(time, entry.timezone));
  locality.set(entry, known);
  return known;
};

const timesOf = (entry: CalendarEntry): Pick<ICalEventData, "start" | "end" | "timezone"> => {
  const { start, end, timezone } = entry;
  // Local times as they are: with a timezone beside them the library writes the clock face it is given.
  if (isLocal(entry)) return { start, ...(end !== undefined && { end }), timezone };
  const utc = (local: string): Date => new Date(resolveInstant(local, timezone) ?? Number.NaN);
  return { start: utc(start), ...(end !== undefined && { end: utc(end) }) };
};

const vevent = ({ entry, sequence, stamp }: EntryRevision, origin: string, options: FeedOptions, hasOrganizers: boolean): ICalEventData => {
  const { words } = options;
  const page = `${origin}${formatMeetingPath(entry.body.id, entry.meeting)}`;
  const changedAt = new Date(stamp * 1000);
  const plain = formatDescription(entry, page, words);
  return {
    id: entry.uid,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    ...timesOf(entry),
    summary: formatSummary(entry, words),
    description: { plain, html: htmlOf(plain) },
    ...(entry.location !== undefined && { location: entry.location }),
    ...(hasOrganizers && entry.body.contact !== undefined && { organizer: { name: entry.body.name, email: entry.body.contact } }),
    categories: [
      { name: entry.body.shortName ?? entry.body.name },
      ...(entry.kind === "plenary" ? [] : [{ name: words.kinds[entry.kind] }]),
    ],
    url: page,
    ...shownAs(entry, options),
  };
};

/** The zones of a feed, each with the years that it needs: VTIMEZONE for every TZID used, and no other. */
export const timezonesOf = (rows: readonly EntryRevision[]): readonly string[] => {
  const entries = rows.map(({ entry }) => entry).filter(isLocal);
  return [...Map.groupBy(entries, ({ timezone }) => timezone)].map(([zone, inZone]) => {
    const years = inZone.flatMap(localTimes).map((time) => Number(time.slice(0, 4)));
    return vtimezone(zone, Math.min(...years), Math.max(...years));
  });
};

/** A component of its own out of a stream, its lines finished. */
const componentIn = (stream: string): string => stream.slice(stream.indexOf("BEGIN:VEVENT\r\n"), stream.lastIndexOf("END:VCALENDAR\r\n"));

/** Octets of texts of entries that are kept. */
const MOST = 12 * 1024 * 1024;

const written = createLruCache<string>(MOST);

let met = 0;
const rowNumbers = new WeakMap<EntryRevision, number>();

/** Numbers rows as they are met: what is kept of a row is found by its number, and does not live as long as the row does. */
const numberOf = (row: EntryRevision): number => {
  const number = rowNumbers.get(row) ?? (met += 1);
  rowNumbers.set(row, number);
  return number;
};

/** An entry's bytes are the same in every feed of one language, so they are written once for each row while there is room. */
const entryText = (row: EntryRevision, origin: string, options: FeedOptions, hasOrganizers: boolean): string => {
  const { language } = options.words;
  const key = [numberOf(row), origin, language, shownAs(row.entry, options).status, hasOrganizers].join(" ");
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = componentIn(postProcessLines(ical({ events: [vevent(row, origin, options, hasOrganizers)] }).toString(), []));
  written.set(key, text, text.length * 2);
  return text;
};

/** A feed as iCalendar (RFC 5545, RFC 7986). Equal rows, options, origin and zone data give equal bytes. */
export const renderFeed = ({ path, name, rows }: Feed, origin: string, options: FeedOptions): string => {
  // RFC 5546 asks for an ORGANIZER in whatever is published; where no contact is known, there is neither.
  const hasOrganizers = rows.every(({ entry }) => entry.body.contact !== undefined);
  const calendar = ical({
    prodId: `//Plenary//Plenary//${options.words.language.toUpperCase()}`,
    name: escapeText(name),
    source: `${origin}${path}${options.query}`,
    ...(hasOrganizers && { method: ICalCalendarMethod.PUBLISH }),
    ttl: REFRESH,
  });
  const frame = postProcessLines(calendar.toString(), timezonesOf(rows));
  const end = frame.lastIndexOf("END:VCALENDAR\r\n");
  return [frame.slice(0, end), ...rows.map((row) => entryText(row, origin, options, hasOrganizers)), frame.slice(end)].join("");
};
