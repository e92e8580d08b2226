import { findCalendarDay, type Frame } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { matchAny } from "../languages/expressions.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { readHoursField } from "../sections/single-day.ts";
import type { Line } from "../text/line.ts";
import type { Sections } from "../sections/split.ts";
import { isSentence } from "../sections/sentences.ts";
import type { Entry } from "./entries.ts";

const SEPARATORS = /^[\s,.:;(–—-]{1,6}/u;

/** "(opening at 9 a.m.)" */
const OPENING = new RegExp(`^${matchAny("opens")}\\s?`, "iu");

/** Where the day of the meeting ends on a line, if it is all that the line says of days. */
const findDayEnd = (text: string, { opensOn, closesOn }: Frame): number | undefined => {
  const [day, ...others] = findDates(text);
  const isOfMeeting = day?.to === undefined && others.length === 0;
  return day && isOfMeeting && findCalendarDay(day.from, { opensOn, closesOn }).date === opensOn ? day.end : undefined;
};

const readWhole = (cell: string): LeadingTimes | undefined => {
  const times = readLeadingTimes(cell);
  return times && times.length >= cell.length - 1 ? times : undefined;
};

/** Hours behind the day of the meeting, "5 May 2031, 10 a.m.", or right below it; or hours that fill a line or a cell. */
const readHours = ({ text, cells }: Line, above: Line | undefined, frame: Frame): LeadingTimes | undefined => {
  if (findDates(text).length > 0 && cells.length === 1) {
    const rest = text.slice(findDayEnd(text, frame) ?? text.length);
    return SEPARATORS.test(rest) ? readLeadingTimes(rest.replace(SEPARATORS, "").replace(OPENING, "")) : undefined;
  }
  const isBelowDay = above !== undefined && findDayEnd(above.text, frame) !== undefined;
  return [text, ...cells]
    .map((cell) => readHoursField(cell) ?? (isBelowDay ? readWhole(cell) : undefined))
    .find((times) => times !== undefined);
};

type AgendaParts = Pick<Sections, "masthead" | "listed" | "warnings">;

/** The sitting of a meeting of one day whose masthead prints its hours: where no timetable says more, it takes up the agenda, be it one without numbers. */
export const findOnlySitting = ({ masthead, listed, warnings }: AgendaParts, frame: Frame): Entry | undefined => {
  const isUnnumbered = warnings.some(({ code }) => code === "unnumbered-item");
  if ((listed.size === 0 && !isUnnumbered) || frame.opensOn === undefined || frame.opensOn !== frame.closesOn) return undefined;
  const printed = masthead.flatMap((line, at) => {
    const times = isSentence(line.text) ? undefined : readHours(line, masthead[at - 1], frame);
    return times ? [{ line, times }] : [];
  });
  const [found, ...others] = printed;
  if (!found || others.length > 0 || found.times.isDoubtful) return undefined;
  const { number, text } = found.line;
  return {
    line: number,
    lines: [number],
    date: frame.opensOn,
    printed: text,
    ranges: found.times.ranges,
    isDoubtful: false,
    isSpan: false,
    // What has no numbered items is still the sitting of the body.
    isNumbered: isUnnumbered,
    labels: [],
    items: [...listed.values()].filter(({ path }) => path.length === 1).map(({ key }) => key),
    continued: [],
  };
};
