import { readLeadingTimes } from "../expressions/times.ts";
import { isCounted } from "./plenary.ts";
import type { Line } from "../text/line.ts";

/** Programmes that print a session above its hours: "Session 2: Hooks", "11:00 – 12:30 / Room XIX". */

const isHours = (line: Line | undefined): boolean =>
  readLeadingTimes(line?.text ?? "")?.ranges.some(({ end }) => end !== undefined) ?? false;
const isHoursOnly = (line: Line | undefined): boolean =>
  isHours(line) && (readLeadingTimes(line?.text ?? "")?.length ?? 0) >= (line?.text.length ?? 0) - 1;

/** Lines with the hours of such sessions before their names. Behind hours of its own a session has them already. */
export const putTimesFirst = (lines: readonly Line[]): readonly Line[] => {
  const isAbove = (at: number): boolean =>
    lines[at]?.cells.length === 1 &&
    isCounted(lines[at].text) &&
    !isHoursOnly(lines[at - 1]) &&
    lines[at + 1]?.cells.length === 1 &&
    isHours(lines[at + 1]);
  return lines.map((line, at) => (isAbove(at) ? (lines[at + 1] ?? line) : isAbove(at - 1) ? (lines[at - 1] ?? line) : line));
};
