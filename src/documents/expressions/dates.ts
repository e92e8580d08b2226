import { matchAny, MONTH_OF } from "../languages/expressions.ts";
import { tokenize } from "./date-tokens.ts";
import type { PrintedDates } from "./printed-date.ts";
import { skipTokens, readDates } from "./read-dates.ts";

const isWhole = ({ from }: PrintedDates): boolean => from.day !== undefined && from.month !== undefined;

/** Every date and range with at least a day and a month, in the order of the text. */
export const findDates = (text: string): readonly PrintedDates[] => {
  const tokens = tokenize(text);
  const found: PrintedDates[] = [];
  for (let at = 0; at < tokens.length;) {
    const dates = readDates(tokens, at);
    const isFound = dates !== undefined && isWhole(dates);
    if (isFound) found.push(dates);
    at = isFound ? dates.next : at + 1;
  }
  return found;
};

/** Characters that can hold a date and what leads to it. */
const REACH = 120;

/** "Date: 5 May", "Day 1: Monday", "Day 1 5 May", "DAY ONE (5 May)", "First day – Monday": the days of a meeting may be counted. */
const DAY_NUMBER = new RegExp(
  `^(?:${matchAny("dateLabel")}|(?:${matchAny("dayCounter")}(?:\\s(?:\\d{1,2}|\\p{L}{1,8}))?|\\p{L}{4,8}\\s${matchAny("dayCounter")})\\s?[:：,(–—-]|${matchAny("dayCounter")}\\s\\d{1,2}(?=\\s\\d{1,2}(?:st|nd|rd|th)?\\s))\\s?`,
  "iu",
);

const DATE_LABEL = new RegExp(`^${matchAny("dateLabel")}`, "iu");
/** Whether a text begins with the number of a day, and not with a label alone. */
export const countsDay = (text: string): boolean => DAY_NUMBER.test(text) && !DATE_LABEL.test(text);

/** The date or range with which a text begins: also a weekday alone or with a day ("Sunday 22"). */
export const readLeadingDates = (text: string): PrintedDates | undefined => {
  const lead = DAY_NUMBER.exec(text)?.[0].length ?? 0;
  const tokens = tokenize(text.slice(lead, REACH));
  const first = skipTokens(tokens, 0, "filler");
  const dates = readDates(tokens, first);
  if (!dates || !(isWhole(dates) || dates.from.weekday !== undefined)) return undefined;
  return { ...dates, start: dates.start + lead, end: dates.end + lead };
};

/** "May 2022" or "May/June 2022" alone: the months and the year of the days that follow. */
export const readLoneMonths = (text: string): { readonly months: readonly number[]; readonly year: number } | undefined => {
  if (text.length > 30) return undefined;
  const tokens = tokenize(text).filter(({ kind }) => kind !== "filler" && kind !== "comma");
  const year = tokens.at(-1);
  const [month, to, next] = tokens;
  const isTwo =
    tokens.length === 4 &&
    (to?.kind === "slash" || to?.kind === "dash") &&
    next?.kind === "month" &&
    next.value === (month?.value ?? 0) + 1;
  if (month?.kind !== "month" || year?.kind !== "year" || !(tokens.length === 2 || isTwo)) return undefined;
  return { months: isTwo ? [month.value, next.value] : [month.value], year: year.value };
};

const MONTHS_OF_YEAR = /(?<!\p{L})(?:(?<from>\p{L}{3,10})\s?[-–—/]\s?)?(?<month>\p{L}{3,10})\s(?:de\s)?(?<year>(?:19|20|21)\d{2})(?!\d)/giu;

/** "October–November 2022": months of a year without days, and where they stand. */
export const findMonths = (text: string): readonly { readonly year: number; readonly start: number }[] =>
  [...text.matchAll(MONTHS_OF_YEAR)]
    .filter(({ groups }) => MONTH_OF.has((groups?.["month"] ?? "").toLowerCase()))
    .map(({ groups, index }) => ({ year: Number(groups?.["year"]), start: index }));

/** The year of a range of days that stands elsewhere on its line: "Forum 2026, Rome, 24-27 March". */
export const findYearBeside = (text: string): number | undefined => {
  const [range, ...others] = findDates(text);
  const [year, ...more] = tokenize(text).filter(({ kind }) => kind === "year");
  const isLone = range?.to !== undefined && range.from.year === undefined && others.length === 0 && more.length === 0;
  return isLone ? year?.value : undefined;
};

/** Years of the dates in a text: "30 March 2004", "March 2004", "19-04-2024", "2024-04-19". */
export const findYears = (text: string): readonly number[] => [
  ...findDates(text).flatMap(({ from, to }) => [from.year, to?.year].filter((year) => year !== undefined)),
  ...findMonths(text).map(({ year }) => year),
  ...[...text.matchAll(/(?<!\d)\d{1,2}([./-])\d{1,2}\1((?:19|20|21)\d{2})(?!\d)/g)].map((match) => Number(match[2])),
  ...[...text.matchAll(/(?<!\d)((?:19|20|21)\d{2})-\d{2}-\d{2}(?!\d)/g)].map((match) => Number(match[1])),
];
