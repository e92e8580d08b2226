import { findCalendarDay, type Frame } from "../expressions/calendar-days.ts";
import { findDates } from "../expressions/dates.ts";
import { matchAny } from "../languages/expressions.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import type { Sections } from "../sections/split.ts";
import { isSentence } from "../sections/sentences.ts";
import type { Entry } from "./entries.ts";

const SEPARATORS = /^[\s,.:;(–—-]{1,6}/u;

/** "(opening at 9 a.m.)" */
const OPENING = new RegExp(`^${matchAny("opens")}\\s?`, "iu");

/** Hours behind the day of the meeting, "5 May 2031, 10 a.m.", or a range that has its line for itself. */
const readHours = (text: string, frame: Frame): LeadingTimes | undefined => {
  const [day, ...others] = findDates(text);
  const alone = readLeadingTimes(text);
  if (!day) return alone && alone.length >= text.length - 1 && alone.ranges.every(({ end }) => end !== undefined) ? alone : undefined;
  const isOfMeeting = others.length === 0 && day.to === undefined && findCalendarDay(day.from, frame).date === frame.opensOn;
  const rest = text.slice(day.end);
  return isOfMeeting && SEPARATORS.test(rest) ? readLeadingTimes(rest.replace(SEPARATORS, "").replace(OPENING, "")) : undefined;
};

type AgendaParts = Pick<Sections, "masthead" | "listed" | "warnings">;

/** The sitting of a meeting of one day whose masthead prints its hours: where no timetable says more, it takes up the agenda, be it one without numbers. */
export const findOnlySitting = ({ masthead, listed, warnings }: AgendaParts, frame: Frame): Entry | undefined => {
  const isUnnumbered = warnings.some(({ code }) => code === "unnumbered-item");
  if ((listed.size === 0 && !isUnnumbered) || frame.opensOn === undefined || frame.opensOn !== frame.closesOn) return undefined;
  const printed = masthead.flatMap((line) => {
    const times = isSentence(line.text) ? undefined : readHours(line.text, frame);
    return times ? [{ line, times }] : [];
  });
  const [found, ...others] = printed;
  if (!found || others.length > 0 || found.times.ranges.length > 1 || found.times.isDoubtful) return undefined;
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
