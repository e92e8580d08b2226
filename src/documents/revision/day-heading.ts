import { findDates } from "../expressions/dates.ts";
import { makeLine, type Line } from "../text/line.ts";
import { readTitledMeeting } from "../sections/titled-meeting.ts";
import { readHeading } from "../sections/sections.ts";
import { HEADS } from "./patterns.ts";

const LONGEST_HEADING = 160;
/** A stop, or the word for "year" behind one. */
const ENDING = /^(?:.?|г\.|года)$/u;

/** "Programme of meetings for Thursday, 28 January": the heading and its day, each on a line of its own, as a timetable has them. */
export const splitDayHeadings = (lines: readonly Line[]): readonly Line[] =>
  lines.flatMap((line) => {
    const { text, number, isApart } = line;
    if (text.length > LONGEST_HEADING || !(HEADS.days.test(text) || readHeading(line) === "organization")) return line;
    const [date, ...others] = findDates(text);
    const [before, after] = [text.slice(0, date?.start).trim(), text.slice(date?.end).trim()];
    // The day ends the heading, or begins it.
    if (!date || others.length > 0 || date.to || (before !== "" && !ENDING.test(after))) return line;
    // A title that names whose meeting it is of says when that is.
    const head = readTitledMeeting(text) ? line : makeLine(number, [before || after], isApart);
    return [head, makeLine(number, [text.slice(date.start, date.end)], true)];
  });
