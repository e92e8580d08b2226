import { findCalendarDay, type Frame } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { findWords, matchAny, matchAnyWord, NOT_PLENARY } from "../languages/expressions.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { readHoursField } from "../sections/single-day.ts";
import type { Line } from "../text/line.ts";
import type { Sections } from "../sections/split.ts";
import { isSentence } from "../sections/sentences.ts";
import type { Entry } from "./entries.ts";
import { findTimes } from "./sitting-heads.ts";

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

/** "Session commences at 9.30 a.m. on Monday, 13 July", "Opening: 13 July, 9.30 a.m." */
const COMMENCES = new RegExp(`^\\(?(?:\\p{L}+\\s){0,2}${matchAnyWord("commences")}`, "iu");
const STARTING_AT = findWords("startingAt");
const LONGEST_LINE = 180;

/** The hour at which the session begins, on a line that says nothing else. */
const readOpening = ({ text }: Line, frame: Frame): LeadingTimes | undefined => {
  const isOpening = (COMMENCES.test(text) || STARTING_AT.test(text)) && text.length <= LONGEST_LINE && !isSentence(text);
  return isOpening && findDayEnd(text, frame) !== undefined ? findTimes(text.slice(STARTING_AT.exec(text)?.index)) : undefined;
};

const SESSION = findWords("session");
/** The hours within which a meeting of one day is held, by a sentence: "The session will be held on 5 May 2031 from 10 a.m. to 1 p.m." */
const readHeld = ({ text }: Line, frame: Frame): LeadingTimes | undefined => {
  const day = isSentence(text) ? findDayEnd(text, frame) : undefined;
  const before = text.slice(0, day);
  if (day === undefined || !SESSION.test(before) || NOT_PLENARY.test(before)) return undefined;
  const found = readLeadingTimes(text.slice(day).replace(SEPARATORS, "").trimStart());
  return found?.ranges.every(({ end }) => end !== undefined) === true ? found : undefined;
};

interface Printed {
  readonly line: Line;
  readonly times: LeadingTimes;
}

const findPrinted = (lines: readonly Line[], read: (line: Line, at: number) => LeadingTimes | undefined): Printed | undefined => {
  const printed = lines.flatMap((line, at) => {
    const times = read(line, at);
    return times && !times.isDoubtful ? [{ line, times }] : [];
  });
  return printed.length === 1 ? printed[0] : undefined;
};

type AgendaParts = Pick<Sections, "lines" | "masthead" | "listed" | "warnings">;

/** The sitting of a meeting of one day whose hours are printed, which takes up the agenda, be it one without numbers; of others the first, if its hour is. */
export const findOnlySitting = ({ lines, masthead, listed, warnings }: AgendaParts, frame: Frame): Entry | undefined => {
  const isUnnumbered = warnings.some(({ code }) => code === "unnumbered-item");
  if ((listed.size === 0 && !isUnnumbered) || frame.opensOn === undefined) return undefined;
  const isOneDay = frame.opensOn === frame.closesOn;
  const found = isOneDay
    ? (findPrinted(masthead, (line, at) => (isSentence(line.text) ? undefined : readHours(line, masthead[at - 1], frame))) ??
      findPrinted(lines, (line) => readHeld(line, frame)))
    : findPrinted(masthead, (line) => readOpening(line, frame));
  if (!found) return undefined;
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
    isNumbered: isUnnumbered || !isOneDay,
    labels: [],
    items: isOneDay ? [...listed.values()].filter(({ path }) => path.length === 1).map(({ key }) => key) : [],
    continued: [],
  };
};
