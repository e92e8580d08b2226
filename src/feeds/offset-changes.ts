import { formatLocalTime, getOffset } from "../meeting/local-time.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A change of a zone's clocks. */
export interface OffsetChange {
  /** On the clock that it ends: DTSTART of an observance is its local time by the offset before it (RFC 5545 §3.6.5). */
  readonly wall: string;
  /** Minutes east of UTC. */
  readonly from: number;
  readonly to: number;
}

/** The last minute of the old offset and the first of the new lie within a day: halve it until they meet. */
const findChange = (begin: number, end: number, zone: string): number => {
  const before = getOffset(begin, zone);
  let [low, high] = [begin, end];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (getOffset(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
};

/** The changes of a zone's clocks from one local date to another, both included, by the runtime's own zone data. */
export const listOffsetChanges = (zone: string, firstDate: string, lastDate: string): readonly OffsetChange[] => {
  const found: OffsetChange[] = [];
  // Local dates begin and end up to 14 hours from those of UTC.
  const end = Date.parse(lastDate) + 2 * DAY;
  for (let day = Date.parse(firstDate) - DAY; day < end; day += DAY) {
    const [from, to] = [getOffset(day, zone), getOffset(day + DAY, zone)];
    if (from === to) continue;
    const wall = new Date(findChange(day, day + DAY, zone) + from * MINUTE).toISOString().slice(0, 16);
    if (wall >= firstDate && wall.slice(0, 10) <= lastDate) found.push({ wall, from, to });
  }
  return found;
};

/** Whether a zone's clocks change there, as is said. */
export const isTrueChange = ({ wall, from, to }: OffsetChange, zone: string): boolean => {
  const instant = Date.parse(`${wall}Z`) - from * MINUTE;
  return getOffset(instant, zone) === to && getOffset(instant - MINUTE, zone) === from;
};

/** The offset in force at a local time, of two the earlier. */
export const getLocalOffset = (local: string, zone: string): number => {
  const wall = Date.parse(`${local}Z`);
  const before = getOffset(wall - DAY, zone);
  return formatLocalTime(wall - before * MINUTE, zone) === local ? before : getOffset(wall + DAY, zone);
};
