import { UNKNOWN_LENGTH, type CalendarEntry } from "../calendar/entry.ts";
import { addDays, addMinutes, existsTwice, formatLocalTime, hasHour, resolveInstant } from "../meeting/local-time.ts";
import type { Feed } from "./feed.ts";
import { renderVtimezone } from "./vtimezone.ts";

type Times = Pick<CalendarEntry, "start" | "end" | "timezone">;

const shownEnds = new WeakMap<Times, string>();

/**
 * Without an end clients show nothing, half an hour or an hour: it is an hour by the clock, and the entry says that none was given. Where
 * that face is skipped by a change of the clocks, an hour later all the same.
 */
const findShownEnd = ({ start, end = addMinutes(start, UNKNOWN_LENGTH), timezone }: Times): string => {
  const begun = resolveInstant(start, timezone);
  if (begun === undefined || resolveInstant(end, timezone) !== undefined) return end;
  return formatLocalTime(begun + UNKNOWN_LENGTH * 60_000, timezone);
};

/** Found once of each entry: to ask zone data of all of a day takes longer than to write one of them anew. */
const getShownEnd = (times: Times): string => {
  const known = shownEnds.get(times) ?? findShownEnd(times);
  shownEnds.set(times, known);
  return known;
};

const listLocalTimes = (times: Times): readonly string[] => [times.start, getShownEnd(times)];

const tzidUse = new WeakMap<CalendarEntry, boolean>();

/**
 * Clients differ on which of two equal hours is meant, and on the moment after them, so an entry that touches one is written in UTC. That of
 * a day without an hour has no zone at all.
 */
const usesTzid = (entry: CalendarEntry): boolean => {
  const isDoubtful = (time: string): boolean => [time, addMinutes(time, -1)].some((each) => existsTwice(each, entry.timezone));
  const known = tzidUse.get(entry) ?? (hasHour(entry.start) && !listLocalTimes(entry).some(isDoubtful));
  tzidUse.set(entry, known);
  return known;
};

/** Of a zone where one is named, else in UTC or of whole days. */
interface ShownTimes {
  readonly start: string | Date;
  readonly end: string | Date;
  readonly timezone?: string;
  readonly allDay?: boolean;
}

export const describeTimes = (entry: CalendarEntry): ShownTimes => {
  const { start, timezone } = entry;
  if (!hasHour(start)) return { start, end: addDays(entry.lastDay ?? start, 1), allDay: true };
  // Local times as they are: with a timezone beside them the library writes the clock face it is given.
  const end = getShownEnd(entry);
  if (usesTzid(entry)) return { start, end, timezone };
  const utc = (local: string): Date => new Date(resolveInstant(local, timezone) ?? Number.NaN);
  return { start: utc(start), end: utc(end) };
};

/** The zones of a feed, each for the times that it has there: VTIMEZONE for every TZID used, and no other. */
export const renderTimezones = ({ rows, moment }: Pick<Feed, "rows" | "moment">): readonly string[] => {
  const entries: readonly Times[] = rows.length === 0 && moment ? [moment] : rows.map(({ entry }) => entry).filter(usesTzid);
  return [...Map.groupBy(entries, ({ timezone }) => timezone)].map(([zone, inZone]) => {
    const times = inZone.flatMap(listLocalTimes);
    const [first, last] = [times.reduce((a, b) => (b < a ? b : a)), times.reduce((a, b) => (b > a ? b : a))];
    return renderVtimezone(zone, first, last);
  });
};
