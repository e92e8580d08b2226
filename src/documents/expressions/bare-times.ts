import { matchAny } from "../languages/expressions.ts";
import type { LeadingTimes } from "./times.ts";

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
