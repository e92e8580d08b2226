/**
 * Wall-clock times of a meeting's place, as documents print them, and the instants that they name.
 * A local time is `YYYY-MM-DDTHH:MM`, a date `YYYY-MM-DD`, a zone an IANA name, an instant milliseconds of the epoch.
 */

const formatters = new Map<string, Intl.DateTimeFormat>();

const getOffsetFormatter = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  formatters.set(zone, made);
  return made;
};

/** IANA zones are spelled as an area and a place; offsets and abbreviations ("GMT", "+01:00") mislead calendar clients. */
export const isZone = (zone: string): boolean => {
  if (zone !== "Etc/UTC" && !/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+$/.test(zone)) return false;
  try {
    // Intl does not mind the case of letters; calendar clients do. A name that is a link resolves to another.
    const { timeZone } = getOffsetFormatter(zone).resolvedOptions();
    return timeZone === zone || timeZone.toLowerCase() !== zone.toLowerCase();
  } catch {
    return false;
  }
};

const readOffset = (instant: number, zone: string): number => {
  const name = getOffsetFormatter(zone)
    .formatToParts(instant)
    .find((part) => part.type === "timeZoneName")?.value;
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? "");
  if (!match?.[1]) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
};

/** Offsets of the zone that was asked for last: a programme names the same hours over and over, and each costs more than all else of a sitting. */
let recent = { zone: "", offsets: new Map<number, number>() };
const MOST_OFFSETS = 10_000;

/** Minutes east of UTC at an instant. */
export const getOffset = (instant: number, zone: string): number => {
  if (recent.zone !== zone || recent.offsets.size >= MOST_OFFSETS) recent = { zone, offsets: new Map() };
  const offset = recent.offsets.get(instant) ?? readOffset(instant, zone);
  recent.offsets.set(instant, offset);
  return offset;
};

const readAsUtc = (local: string): number => Date.parse(`${local}:00Z`);

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The instants of a local time, the first one first: none where the clocks are set forward, two where they are set back. */
const findInstants = (local: string, zone: string): readonly number[] => {
  const wall = readAsUtc(local);
  const candidates = new Set([wall - DAY, wall + DAY].map((near) => wall - getOffset(near, zone) * MINUTE));
  return [...candidates].filter((instant) => formatLocalTime(instant, zone) === local).toSorted((a, b) => a - b);
};

/**
 * The instant of a local time. A time that exists twice (clocks set back) is its first occurrence: a sitting is
 * announced before the clocks change. One that does not exist (clocks set forward) gives undefined.
 */
export const resolveInstant = (local: string, zone: string): number | undefined => findInstants(local, zone)[0];

/** Whether the clocks are set back over a local time, so that it names two instants. */
export const existsTwice = (local: string, zone: string): boolean => findInstants(local, zone).length > 1;

/** The wall-clock time of an instant, `YYYY-MM-DDTHH:MM`. */
export const formatLocalTime = (instant: number, zone: string): string =>
  new Date(instant + getOffset(instant, zone) * MINUTE).toISOString().slice(0, 16);

/** Whether a start names its hour; else it is a date alone, and the hour is to be announced. */
export const hasHour = (start: string): boolean => start.length > 10;

export const getDate = (local: string): string => local.slice(0, 10);

/** A local time some minutes later on the clock face. */
export const addMinutes = (local: string, minutes: number): string =>
  new Date(readAsUtc(local) + minutes * MINUTE).toISOString().slice(0, 16);

/** Minutes on the clock face from one local time to another. */
export const countMinutes = (from: string, to: string): number => (readAsUtc(to) - readAsUtc(from)) / MINUTE;

/** Days from one date to another. */
export const countDays = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** A date some days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Outside these a year is a slip of the pen. */
const YEARS = { first: 1970, last: 2100 } as const;

/** `2010-02-30` and `25:00` look right and are not. */
export const isDate = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && isLocalTime(`${date}T00:00`);
export const isLocalTime = (local: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return false;
  const instant = readAsUtc(local);
  const year = Number(local.slice(0, 4));
  return year >= YEARS.first && year <= YEARS.last && !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(local);
};
