import { findCalendarDay, type Frame } from "../expressions/calendar-days.ts";
import { readLeadingDates } from "../expressions/dates.ts";
import { matchAny, NOT_PLENARY, OTHER_ORGAN } from "../languages/expressions.ts";
import { readLeadingTimes, type TimeRange } from "../expressions/times.ts";
import type { Sections } from "../sections/split.ts";
import type { Line } from "../text/line.ts";
import type { Entry } from "./entries.ts";
import { findOnlySitting } from "./only-sitting.ts";

/** Days with their hours in one line: "Monday, 5 May (10 a.m.-1 p.m.) – Tuesday, 6 May (9 a.m.-noon)". */

interface ListedDay {
  readonly printed: string;
  readonly date: string;
  readonly ranges: readonly TimeRange[];
}

/** "Hours of work:", before the days. */
const LABEL = new RegExp(`^${matchAny("workingHours")}\\s?[:：]\\s?`, "iu");
const SEPARATORS = /^(?:[\s,.:;()，；、。–—-]|(?:and|et|y|и|و)\s){0,6}/u;
/** "(experts)", behind the hours of a day. */
const REMARK = /^\s?\([^()\d]{2,40}\)/u;
const LONGEST_LINE = 300;
const MOST_DAYS = 12;
/** One day alone may be that of something else. */
const FEWEST = 2;

const isWhole = ({ end }: TimeRange): boolean => end !== undefined;

/** The days of a line that says nothing but them and their hours. */
const readListedDays = ({ text, cells }: Line, frame: Frame): readonly ListedDay[] => {
  if (cells.length > 1 || text.length > LONGEST_LINE) return [];
  const days: ListedDay[] = [];
  let rest = text.replace(LABEL, "");
  while (rest !== "" && days.length < MOST_DAYS) {
    const dates = readLeadingDates(rest);
    const { date } = dates && dates.start === 0 && dates.to === undefined ? findCalendarDay(dates.from, frame) : {};
    const behind = rest.slice(dates?.end).replace(SEPARATORS, "");
    const times = readLeadingTimes(behind);
    if (date === undefined || !times || times.isDoubtful || !times.ranges.every(isWhole)) return [];
    const remark = REMARK.exec(behind.slice(times.length))?.[0] ?? "";
    if (NOT_PLENARY.test(remark) || OTHER_ORGAN.test(remark)) return [];
    const after = behind.slice(times.length + remark.length);
    days.push({ printed: rest.slice(0, rest.length - after.length), date, ranges: times.ranges });
    rest = after.replace(SEPARATORS, "");
  }
  return days;
};

/** What two lines that say the same have in common. */
const describe = (days: readonly ListedDay[]): string => JSON.stringify(days.map(({ date, ranges }) => [date, ranges]));

const isWithin = ({ date }: ListedDay, { opensOn, closesOn }: Frame): boolean =>
  opensOn !== undefined && closesOn !== undefined && date >= opensOn && date <= closesOn;

/** The sittings of a meeting of several days, if its masthead or a line so named lists them; another line may say the same in another language. */
const findListedSittings = ({ lines, masthead }: Pick<Sections, "lines" | "masthead">, frame: Frame): readonly Entry[] => {
  const found = lines.flatMap((line) => {
    if (!masthead.includes(line) && !LABEL.test(line.text)) return [];
    const days = readListedDays(line, frame);
    return days.length >= FEWEST && days.every((day) => isWithin(day, frame)) ? [{ line, days }] : [];
  });
  const [first, ...others] = found;
  if (!first || others.some(({ days }) => describe(days) !== describe(first.days))) return [];
  return first.days.map(({ printed, date, ranges }) => ({
    line: first.line.number,
    lines: found.map(({ line }) => line.number),
    date,
    printed,
    ranges,
    isDoubtful: false,
    isSpan: false,
    isNumbered: true,
    labels: [],
    items: [],
    continued: [],
  }));
};

/** The sittings of a meeting that has no timetable, if it says when they are. */
export const findStatedSittings = (sections: Sections, frame: Frame): readonly Entry[] => {
  const only = findOnlySitting(sections, frame);
  return only ? [only] : findListedSittings(sections, frame);
};
