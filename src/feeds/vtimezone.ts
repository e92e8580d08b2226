import { formatLocalTime, getOffset } from "../meeting/local-time.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** UTC offset as `+0100` (RFC 5545 §3.3.14). */
const formatOffset = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}${String(size % 60).padStart(2, "0")}`;
};

/** DTSTART of an observance is its local time by the offset before it (RFC 5545 §3.6.5). */
const formatDateTime = (instant: number, offset: number): string =>
  new Date(instant + offset * MINUTE).toISOString().replaceAll(/[-:]/g, "").slice(0, 15);

interface Observance {
  readonly start: string;
  readonly from: number;
  readonly to: number;
}

/** The last minute of the old offset and the first of the new lie within a day: halve it until they meet. */
const findTransition = (from: number, to: number, zone: string): number => {
  const before = getOffset(from, zone);
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (getOffset(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
};

const findObservances = (firstYear: number, lastYear: number, zone: string): readonly Observance[] => {
  const begin = Date.UTC(firstYear - 1, 11, 30);
  const end = Date.UTC(lastYear + 1, 0, 2);
  const initial = getOffset(begin, zone);
  const found: Observance[] = [{ start: `${formatLocalTime(begin, zone).replaceAll(/[-:]/g, "")}00`, from: initial, to: initial }];
  for (let day = begin; day < end; day += DAY) {
    const [from, to] = [getOffset(day, zone), getOffset(day + DAY, zone)];
    if (from !== to) found.push({ start: formatDateTime(findTransition(day, day + DAY, zone), from), from, to });
  }
  return found;
};

const blocks = new Map<string, string>();

/**
 * VTIMEZONE (RFC 5545 §3.6.5) of an IANA zone for the years of a feed, both included, from the runtime's own zone data.
 * Lists of present rules would be wrong for past meetings: Moscow kept summer time in 2010.
 */
export const renderVtimezone = (zone: string, firstYear: number, lastYear: number): string => {
  const key = `${zone} ${firstYear} ${lastYear}`;
  const known = blocks.get(key);
  if (known !== undefined) return known;
  const found = findObservances(firstYear, lastYear, zone);
  const standard = Math.min(...found.map(({ to }) => to));
  const lines = found.flatMap(({ start, from, to }) => {
    const name = to > standard ? "DAYLIGHT" : "STANDARD";
    return [
      `BEGIN:${name}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${formatOffset(from)}`,
      `TZOFFSETTO:${formatOffset(to)}`,
      `TZNAME:${formatOffset(to)}`,
      `END:${name}`,
    ];
  });
  const block = ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...lines, "END:VTIMEZONE"].join("\r\n");
  if (blocks.size > 1000) blocks.clear();
  blocks.set(key, block);
  return block;
};
