import { isTrueChange, type OffsetChange } from "./offset-changes.ts";

/** A day of each year on which clocks change. */
export interface YearlyRule {
  /** As RRULE has it (RFC 5545 §3.3.10). */
  readonly text: string;
  /** `2010-03-28`. */
  readonly findDate: (year: number) => string;
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

const formatDate = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const countDaysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The first such weekday from a day of the month on. */
const findWeekday = (year: number, month: number, day: number, weekday: number): string =>
  formatDate(year, month, day + ((weekday - new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 7) % 7));

const readParts = (wall: string) => {
  const [month, day] = [Number(wall.slice(5, 7)), Number(wall.slice(8, 10))];
  return { month, day, weekday: new Date(`${wall.slice(0, 10)}T00:00Z`).getUTCDay() };
};

const makeRule = (month: number, part: string, findDate: YearlyRule["findDate"]): YearlyRule => ({
  text: `FREQ=YEARLY;BYMONTH=${month};${part}`,
  findDate,
});

/** The second Sunday, the last Sunday: all that Outlook and Exchange know (MS-OXCICAL 2.1.3.1.1.19.2.2). */
const listWeekdayRules = (wall: string): readonly YearlyRule[] => {
  const { month, weekday } = readParts(wall);
  const name = WEEKDAYS[weekday] ?? "";
  return [
    makeRule(month, `BYDAY=-1${name}`, (year) => findWeekday(year, month, countDaysOfMonth(year, month) - 6, weekday)),
    ...[1, 2, 3, 4].map((nth) => makeRule(month, `BYDAY=${nth}${name}`, (year) => findWeekday(year, month, nth * 7 - 6, weekday))),
  ];
};

/** The Sunday from the 2nd to the 8th, or always the 22nd. */
const listDayRules = (wall: string): readonly YearlyRule[] => {
  const { month, day, weekday } = readParts(wall);
  const starts = [0, 1, 2, 3, 4, 5, 6]
    .map((before) => day - before)
    .filter((start) => start >= 1 && start + 6 <= countDaysOfMonth(2001, month));
  return [
    makeRule(month, `BYMONTHDAY=${day}`, (year) => formatDate(year, month, day)),
    ...starts.map((start) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map((after) => start + after);
      return makeRule(month, `BYDAY=${WEEKDAYS[weekday]};BYMONTHDAY=${days.join()}`, (year) => findWeekday(year, month, start, weekday));
    }),
  ];
};

/** Years on each side of a feed's; no two rules of one weekday agree for as long. */
const REACH = 12;

/** How far a rule is true beyond a feed's years: of those that fit them that one is taken which other feeds take as well. */
const countYearsBeyond = ({ findDate }: YearlyRule, changes: readonly OffsetChange[], zone: string): number => {
  const years = changes.map(({ wall }) => Number(wall.slice(0, 4)));
  const isTrueIn = (year: number): boolean =>
    changes.slice(0, 1).every((change) => isTrueChange({ ...change, wall: `${findDate(year)}${change.wall.slice(10)}` }, zone));
  const countFrom = (year: number, step: 1 | -1): number => {
    let found = 0;
    while (found < REACH && isTrueIn(year + step * (found + 1))) found += 1;
    return found;
  };
  return countFrom(Math.min(...years), -1) + countFrom(Math.max(...years), 1);
};

const chooseRule = (rules: readonly YearlyRule[], changes: readonly OffsetChange[], zone: string): YearlyRule | undefined => {
  const fitting = rules.filter(({ findDate }) => changes.every(({ wall }) => findDate(Number(wall.slice(0, 4))) === wall.slice(0, 10)));
  const [only] = fitting;
  if (fitting.length < 2) return only;
  const counted = fitting.map((rule) => ({ rule, years: countYearsBeyond(rule, changes, zone) }));
  return counted.reduce((best, each) => (each.years > best.years ? each : best)).rule;
};

/** The one rule by which changes come, one in each year; undefined where there is none. */
export const findYearlyRule = (changes: readonly OffsetChange[], zone: string): YearlyRule | undefined => {
  const [first] = changes;
  const isAlike = ({ wall, from, to }: OffsetChange) => wall.slice(10) === first?.wall.slice(10) && from === first.from && to === first.to;
  if (!first || !changes.every(isAlike)) return undefined;
  return chooseRule(listWeekdayRules(first.wall), changes, zone) ?? chooseRule(listDayRules(first.wall), changes, zone);
};
