import { readItemHead } from "../expressions/item-heads.ts";
import { matchAny } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { beginsDay, isDayHeading, isTimeHeading, readHeading, skipPartOfDay } from "./sections.ts";
import { readLeadingDates, readLoneMonths } from "../expressions/dates.ts";
import { readLeadingTimes } from "../expressions/times.ts";

const NEAR = 12;

/** "4. Next meeting:" */
const NEXT_MEETING = new RegExp(`^(?:\\d{1,2}\\.\\s)?${matchAny("nextMeeting")}\\s?[:：]?$`, "iu");

/** Whether a day is that of another meeting, which a line above it announces. */
export const isOfNext = (lines: readonly Line[], at: number): boolean => NEXT_MEETING.test(lines[at - 1]?.text ?? "");

/** Whether a programme begins with a day, or with a day and its hours on one line: "5 May, 10 a.m.-1 p.m." */
const beginsProgramme = (lines: readonly Line[], at: number): boolean => {
  const text = lines[at]?.cells.find(Boolean) ?? "";
  const dates = isDayHeading(text) ? readLeadingDates(text) : undefined;
  const after = text.slice(dates?.end).replace(/^[\s.,،，:：(（–—-]{1,4}/u, "");
  return !isOfNext(lines, at) && (beginsDay(lines, at) || (dates !== undefined && dates.to === undefined && isTimeHeading(after)));
};

/** An annex or an organization of work is a timetable where days or rows follow soon. */
const isTimetableHeading = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  const kind = line && readHeading(line);
  if (kind !== "organization" && kind !== "annex") return false;
  return lines.slice(at + 1, at + 1 + NEAR).some((_, index) => beginsProgramme(lines, at + 1 + index));
};

/** With the months of its days, where they stand above them. */
export const includeMonths = (lines: readonly Line[], from: number): number =>
  readLoneMonths(lines[from - 1]?.text ?? "") === undefined ? from : from - 1;

/** Hours alone, without an end, that show a programme. */
const FEWEST = 3;

/** Where hours stand that no day heads: of a meeting of one day, or to be told as undated. */
export const findHours = (lines: readonly Line[], from: number): number => {
  const hours = lines.flatMap(({ cells }, at) => {
    const cell = cells.find(Boolean) ?? "";
    const ranges = at < from ? undefined : readLeadingTimes(skipPartOfDay(cell))?.ranges;
    return ranges ? [{ at, isRange: ranges.some(({ end }) => end !== undefined) }] : [];
  });
  const ranged = hours.find(({ isRange }) => isRange);
  const first = hours.length >= FEWEST ? hours[0] : ranged;
  // Numbers below hours alone may be those of contents.
  const isNumbered = lines.slice(first?.at).some(({ text }) => readItemHead(text)?.items[0]?.key === "1");
  return (isNumbered ? ranged : first)?.at ?? lines.length;
};

/** Days, and hours with an end, that show a timetable above an agenda and no masthead. */
const FEWEST_ABOVE = 2;

/** Where a timetable above the agenda begins. */
const findAbove = (lines: readonly Line[], start: number): number | undefined => {
  const days = lines.flatMap((_, at) => (at < start && beginsDay(lines, at) ? [at] : []));
  const hours = lines
    .slice(days[0], start)
    .filter(({ cells }) => readLeadingTimes(cells.find(Boolean) ?? "")?.ranges[0]?.end !== undefined);
  return days.length >= FEWEST_ABOVE && hours.length >= FEWEST_ABOVE ? days[0] : undefined;
};

/** Lines that can stand between the first day and the first item. */
const ABOVE = 3;
/** Where the day stands under which the first item is, or that item itself. */
const findDayAbove = (lines: readonly Line[], start: number): number =>
  [1, 2, ABOVE].map((above) => start - above).find((at) => at >= 0 && beginsProgramme(lines, at)) ?? start;

/** From where to where the timetable stands, in a document whose agenda list ends at `end`. */
export const locateTimetable = (lines: readonly Line[], start: number, end: number, lastItem: number): readonly [number, number] => {
  const day = lines.findIndex((_, at) => at >= start && at < end && beginsProgramme(lines, at));
  // A table of items and their dates: the list and the timetable are one.
  if (day >= 0 && (lines[day]?.number ?? 0) < lastItem) return [findDayAbove(lines, start), end];
  const from = day >= 0 ? day : end;
  const headed = lines.findIndex((_, at) => at >= from && isTimetableHeading(lines, at));
  const first = headed >= 0 ? headed : lines.findIndex((_, at) => at >= from && beginsProgramme(lines, at));
  const above = first < 0 ? findAbove(lines, start) : undefined;
  if (above !== undefined) return [above, start];
  if (first < 0) return [findHours(lines, end), lines.length];
  const after = lines.findIndex((line, at) => at > first && readHeading(line) === "annotations");
  return [first, after < 0 ? lines.length : after];
};
