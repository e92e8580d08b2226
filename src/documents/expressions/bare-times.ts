import { matchAny } from "../languages/expressions.ts";
import type { LeadingTimes, TimeRange } from "./times.ts";

/** Hours that nothing but their column shows to be such: "3-6", "3 to 6", "15-18". */
const BARE = new RegExp(`^(?<from>\\d{1,2})\\s?(?:[-–—]{1,2}|${matchAny("timeTo")}(?=\\s))\\s?(?<to>\\d{1,2})$`, "iu");

const HOUR = 60;
/** No sitting begins before it, nor is longer. */
const [EARLIEST, LONGEST] = [8 * HOUR, 6 * HOUR];

/** The first hours of a day that the clock face can mean: of a sitting, after those of the day that went before. */
const findHours = (from: number, to: number, after: number): { readonly start: number; readonly end: number } | undefined =>
  [0, 12]
    .flatMap((shift) => [0, 12].map((more) => ({ start: (from + shift) * HOUR, end: (to + more) * HOUR })))
    .find(({ start, end }) => start >= EARLIEST && start >= after && end > start && end - start <= LONGEST && end <= 24 * HOUR);

/** Reads a cell of a column of times that holds bare hours. `after`: the end of the sitting before it on its day. */
export const readBareRange = (cell: string, after: number): LeadingTimes | undefined => {
  const { from, to } = BARE.exec(cell.trim())?.groups ?? {};
  if (from === undefined || to === undefined || Number(from) > 24 || Number(to) > 24) return undefined;
  const hours = findHours(Number(from), Number(to), after);
  const range = hours ?? { start: Number(from) * HOUR, end: Number(to) * HOUR };
  return { ranges: [range], length: cell.length, isDoubtful: hours === undefined };
};

/** No programme goes on before it. */
const MORNING = 7 * HOUR;

/** The later half of the day, where the hours above show that it is meant: "2.30" below "12.30 Lunch" is 14:30. */
const moveAfter = ({ start, end }: TimeRange, after: number): TimeRange | undefined => {
  const later = (minutes: number, before: number): number => (minutes < before ? minutes + 12 * HOUR : minutes);
  if (start >= 13 * HOUR) return undefined;
  const from = later(start, Math.min(after, 12 * HOUR));
  const to = end === undefined ? undefined : later(end, from);
  const isLater = from >= after && from < 24 * HOUR && (to === undefined || (to > from && to - from <= LONGEST));
  return isLater ? { start: from, ...(to !== undefined && { end: to }) } : undefined;
};

/** Hours that may be before or after noon, read by those above them on their day. */
export const goOnAfter = (times: LeadingTimes, after: number): LeadingTimes | undefined => {
  const moved = times.ranges.map((range) => moveAfter(range, after)).filter((range) => range !== undefined);
  return times.isDoubtful && after >= MORNING && moved.length === times.ranges.length
    ? { ...times, ranges: moved, isDoubtful: false }
    : undefined;
};
