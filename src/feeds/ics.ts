import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData } from "ical-generator";
import { createLruCache } from "../cache/lru-cache.ts";
import { MEMORY, OCTETS_OF_CHARACTER } from "../cache/memory.ts";
import { formatMeetingPath } from "../calendar/addresses.ts";
import type { CalendarEntry, EntryStatus } from "../calendar/entry.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { hasHour } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import { formatSummary } from "../i18n/entry-summary.ts";
import { formatDescription } from "../i18n/entry-text.ts";
import { escapeText, postProcessLines } from "./content-lines.ts";
import type { Feed } from "./feed.ts";
import type { FeedOptions } from "./options.ts";
import { describeTimes, renderTimezones } from "./ics-times.ts";

/** Goes up with every change of the bytes that the same rows give. */
export const RENDERER = 7;

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

/** Nobody is busy at a time that is not known, nor at one that no longer holds, nor by a deadline. */
const FREE = { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE } as const;

export const presentStatus = (
  { status, start, isPutOff, postponed, deadline }: Pick<CalendarEntry, "status" | "start" | "isPutOff" | "postponed" | "deadline">,
  { cancelled }: FeedOptions,
): Shown =>
  status === "CANCELLED" && cancelled === "text"
    ? CANCELLED_IN_TEXT
    : { ...STATUS[status], ...((isPutOff || postponed || deadline || !hasHour(start)) && FREE) };

export const describeComponent = ({ entry, sequence, stamp }: EntryRevision, origin: string, options: FeedOptions): ICalEventData => {
  const { words } = options;
  const page = `${origin}${formatMeetingPath(entry.body.id, entry.meeting)}`;
  const changedAt = new Date(stamp * 1000);
  return {
    id: entry.uid,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    ...describeTimes(entry),
    summary: formatSummary(entry, words),
    description: formatDescription(entry, page, words),
    ...(entry.location !== undefined && { location: chooseText(entry.location, words.language) }),
    ...(entry.body.contact !== undefined && { organizer: { name: entry.body.name, email: entry.body.contact } }),
    categories: [
      ...[entry, ...(entry.joint?.bodies ?? [])].map(({ body }) => ({ name: body.shortName ?? body.name })),
      ...(entry.kind === "plenary" ? [] : [{ name: words.kinds[entry.kind] }]),
    ],
    url: page,
    ...presentStatus(entry, options),
  };
};

/** Where a sitting can be watched (RFC 7986 §5.11). */
export const listConferences = ({ webcast }: CalendarEntry, { words }: FeedOptions): readonly string[] =>
  webcast === undefined ? [] : [`CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="${words.fields.webcast}":${webcast}`];

/** An entry as the component that it is, its lines finished; with properties that the library does not know. */
export const renderComponent = (event: ICalEventData, properties: readonly string[] = []): string => {
  const written = ical({ events: [event] }).toString();
  const whole = written.replace("\r\nEND:VEVENT", () => ["", ...properties, "END:VEVENT"].join("\r\n"));
  const stream = postProcessLines(whole, []);
  return stream.slice(stream.indexOf("BEGIN:VEVENT\r\n"), stream.lastIndexOf("END:VCALENDAR\r\n"));
};

const entryTexts = createLruCache<string>(MEMORY.entryTexts);

let lastRowId = 0;
const rowIds = new WeakMap<EntryRevision, number>();

/** Numbers rows as they are met: what is kept of a row is found by its number, and does not live as long as the row does. */
const identifyRow = (row: EntryRevision): number => {
  const number = rowIds.get(row) ?? (lastRowId += 1);
  rowIds.set(row, number);
  return number;
};

/** An entry's bytes are the same in every feed of one language, so they are written once for each row while there is room. */
const renderEntry = (row: EntryRevision, origin: string, options: FeedOptions): string => {
  const { language } = options.words;
  const key = [identifyRow(row), origin, language, presentStatus(row.entry, options).status].join(" ");
  const known = entryTexts.get(key);
  if (known !== undefined) return known;
  const text = renderComponent(describeComponent(row, origin, options), listConferences(row.entry, options));
  entryTexts.set(key, text, text.length * OCTETS_OF_CHARACTER);
  return text;
};

/** What a calendar says before its entries. */
interface Frame extends Pick<Feed, "path" | "name" | "about" | "page"> {
  /** RFC 5546 asks for an ORGANIZER in whatever is published: where an entry has none, since no contact is known, there is no METHOD. */
  readonly hasOrganizers: boolean;
  readonly timezones: readonly string[];
}

/** Components, written already, as one calendar. */
export const renderCalendar = (
  { path, name, about, page, hasOrganizers, timezones }: Frame,
  components: readonly string[],
  origin: string,
  { words, query }: FeedOptions,
): string => {
  const programme = page === undefined ? [] : [`${words.programme}${words.punctuation.colon}${origin}${page}`];
  const description = escapeText([...about, ...programme].join("\n"));
  const calendar = ical({
    prodId: `//Plenary//Plenary//${words.language.toUpperCase()}`,
    name: escapeText(name),
    description,
    source: `${origin}${path}${query}`,
    ...(hasOrganizers && { method: ICalCalendarMethod.PUBLISH }),
    ttl: REFRESH,
  });
  // The library writes the older property alone (RFC 7986 §5.2).
  const frame = postProcessLines(calendar.toString(), [`DESCRIPTION:${description}`, ...timezones]);
  const end = frame.lastIndexOf("END:VCALENDAR\r\n");
  return [frame.slice(0, end), ...components, frame.slice(end)].join("");
};

/**
 * A feed as iCalendar (RFC 5545, RFC 7986). Equal rows, options, origin and zone data give equal bytes.
 * @param more components beside its rows
 */
export const renderFeed = (feed: Feed, origin: string, options: FeedOptions, more: readonly string[] = []): string => {
  const { rows } = feed;
  const hasOrganizers = rows.length > 0 && rows.every(({ entry }) => entry.body.contact !== undefined);
  const components = rows.map((row) => renderEntry(row, origin, options));
  return renderCalendar({ ...feed, hasOrganizers, timezones: renderTimezones(feed) }, [...components, ...more], origin, options);
};
