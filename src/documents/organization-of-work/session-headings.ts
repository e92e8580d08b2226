import { readLeadingTimes } from "../expressions/times.ts";
import { matchWhole } from "../languages/expressions.ts";
import { isDayHeading } from "../sections/sections.ts";
import { countsMeeting, countsPlenary, isCounted } from "./plenary.ts";
import type { Line } from "../text/line.ts";

/** Programmes that print a session above its hours: "Session 2: Hooks", "11:00 – 12:30 / Room XIX"; "Second meeting – Room 5", "9.30". */

const ROOM = matchWhole("room");

const isHours = (line: Line | undefined): boolean =>
  readLeadingTimes(line?.text ?? "")?.ranges.some(({ end }) => end !== undefined) ?? false;
/** Whether a line is nothing but hours: a range, or the start of a meeting. */
const isHoursOnly = (line: Line | undefined): boolean =>
  line !== undefined && (readLeadingTimes(line.text)?.length ?? 0) >= Math.max(1, line.text.length - 1);

/** Characters that can name a meeting and its room. */
const LONGEST_NAME = 80;
const isMeeting = ({ text, cells }: Line): boolean =>
  cells.length === 1 && text.length <= LONGEST_NAME && readLeadingTimes(text) === undefined && (countsMeeting(text) || countsPlenary(text));

/** For each line, whether the names of meetings stand above their hours on its day: what comes first there shows it. */
const findNamesAbove = (lines: readonly Line[]): readonly boolean[] => {
  let isAbove: boolean | undefined;
  return lines.map((line) => {
    if (isDayHeading(line.text)) isAbove = undefined;
    else if (isMeeting(line)) isAbove ??= true;
    else if (readLeadingTimes(line.cells.find(Boolean) ?? "")) isAbove ??= false;
    return isAbove ?? false;
  });
};

/** How many lines name a meeting or a session above its hours, from a line on. */
const countNames = (lines: readonly Line[], at: number, isBelowHours: boolean, hasNamesAbove: boolean): number => {
  const [line, next, second] = lines.slice(at, at + 3);
  if (line?.cells.length !== 1 || next?.cells.length !== 1 || isBelowHours) return 0;
  if (isCounted(line.text) && isHours(next)) return 1;
  if (!hasNamesAbove || !isMeeting(line)) return 0;
  return isHoursOnly(next) ? 1 : ROOM.test(next.text) && isHoursOnly(second) ? 2 : 0;
};

/** Lines with the hours of such sessions before their names. Behind hours of its own a session has them already. */
export const putTimesFirst = (lines: readonly Line[]): readonly Line[] => {
  const namesAbove = findNamesAbove(lines);
  const written: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const names = countNames(lines, at, isHoursOnly(lines[at - 1]), namesAbove[at] ?? false);
    const hours = names > 0 ? lines[at + names] : undefined;
    written.push(...(hours ? [hours] : []), ...lines.slice(at, at + Math.max(1, names)));
    at += names + 1;
  }
  return written;
};
