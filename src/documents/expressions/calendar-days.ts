import { isDate, addDays } from "../../meeting/local-time.ts";
import type { PrintedDate } from "./printed-date.ts";

/** What is known of when the meeting is: its dates, or only the year, or the months that a table prints above its days. */
export interface Frame {
  readonly opensOn?: string | undefined;
  readonly closesOn?: string | undefined;
  readonly year?: number | undefined;
  readonly months?: readonly number[] | undefined;
}

/** The date that a printed one names, if it names one; `says` where the weekday printed with it is another's. */
export interface CalendarDay {
  readonly date?: string;
  /** The weekday (from Monday, 1) on which the date really falls, when another is printed. */
  readonly falls?: number;
}

const padTwo = (value: number): string => String(value).padStart(2, "0");

/** `YYYY-MM-DD`, or undefined for a day that no calendar has. */
export const formatDate = (year: number, month: number, day: number): string | undefined => {
  const date = `${year}-${padTwo(month)}-${padTwo(day)}`;
  return isDate(date) ? date : undefined;
};

/** From Monday, 1. */
const getWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

const LONGEST = 62;

/** The days of the meeting, if they are few enough to look a day up among them. */
const listDays = ({ opensOn, closesOn }: Frame): readonly string[] => {
  if (opensOn === undefined || closesOn === undefined) return [];
  const days: string[] = [];
  for (let day = opensOn; day <= closesOn && days.length < LONGEST; day = addDays(day, 1)) days.push(day);
  return days;
};

const listYears = ({ opensOn, closesOn, year }: Frame): readonly number[] => [
  ...new Set(
    [opensOn, closesOn]
      .filter((date) => date !== undefined)
      .map((date) => Number(date.slice(0, 4)))
      .concat(year ?? []),
  ),
];

const listCandidates = (printed: PrintedDate, frame: Frame): readonly string[] => {
  const { day, weekday } = printed;
  const months = printed.month === undefined ? (frame.months ?? []) : [printed.month];
  if (day !== undefined && months.length > 0)
    return (printed.year === undefined ? listYears(frame) : [printed.year])
      .flatMap((year) => months.map((month) => formatDate(year, month, day)))
      .filter((date) => date !== undefined);
  return listDays(frame).filter(
    (date) => (day === undefined || Number(date.slice(8)) === day) && (weekday === undefined || getWeekday(date) === weekday),
  );
};

/** The one date that a printed one can be within the frame. What stays open gives no date. */
export const findCalendarDay = (printed: PrintedDate, frame: Frame): CalendarDay => {
  const all = listCandidates(printed, frame);
  const inside = all.filter((date) => date >= (frame.opensOn ?? "9999") && date <= (frame.closesOn ?? ""));
  const agreeing = all.filter((date) => printed.weekday !== undefined && getWeekday(date) === printed.weekday);
  const [date, ...others] = all.length === 1 ? all : inside.length === 1 ? inside : agreeing;
  if (date === undefined || others.length > 0) return {};
  const falls = getWeekday(date);
  return { date, ...(printed.weekday !== undefined && printed.weekday !== falls && { falls }) };
};

/** The one year of `among` in which every printed day falls on its printed weekday. */
export const findFittingYear = (days: readonly PrintedDate[], among: readonly number[]): number | undefined => {
  const checked = days.filter(({ weekday, day, month, year }) => year === undefined && weekday && day && month);
  if (checked.length === 0) return undefined;
  const fitting = [...new Set(among)].filter((year) =>
    checked.every(({ weekday, day, month }) => {
      const date = formatDate(year, month ?? 0, day ?? 0);
      return date !== undefined && getWeekday(date) === weekday;
    }),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};
