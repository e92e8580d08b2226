import { readLeadingDates } from "../expressions/dates.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { warn, type Warning } from "../warnings.ts";
import type { ExplainedLine } from "./explain-lines.ts";

const TIME = /(?<![\p{L}\p{N}.,:/])\d/gu;
/** Characters of a line, and numbers in them, that are looked at. */
const [REACH, MOST_NUMBERS] = [400, 20];

const printsHours = (text: string): boolean => {
  const near = text.slice(0, REACH);
  return [...near.matchAll(TIME)].slice(0, MOST_NUMBERS).some(({ index }) => {
    const times = readLeadingTimes(near.slice(index));
    return times !== undefined && !times.isDoubtful && times.ranges.some(({ end }) => end !== undefined);
  });
};

const printsWeekday = (text: string): boolean => readLeadingDates(text)?.from.weekday !== undefined;

/** "Monday, 5 May –" and what stands below it were read as one. */
const OPEN = /[-–—]$/;

/** Doubts of lines that print hours or a weekday, and of which neither anything was taken nor anything said: what is not read is never silent. */
export const warnOfSilentLines = (lines: readonly ExplainedLine[]): readonly Warning[] =>
  lines.flatMap(({ line, text, uses }, at) => {
    const above = lines[at - 1];
    const isRead = uses.length > 0 || (above !== undefined && above.uses.length > 0 && OPEN.test(above.text));
    return !isRead && (printsWeekday(text) || printsHours(text)) ? [warn("left-out-text", text, line)] : [];
  });
