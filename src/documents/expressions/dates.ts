import { matchAny, MONTH_OF } from "../languages/expressions.ts";
import { tokenize, type DateToken, type TokenKind } from "./date-tokens.ts";

/** A date as printed: what the text leaves out is absent. Weekdays count from Monday, 1. */
export interface PrintedDate {
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

/** One date or a range of dates, and where it stands in its text. */
export interface PrintedDates {
  readonly from: PrintedDate;
  readonly to?: PrintedDate;
  readonly start: number;
  readonly end: number;
}

interface Read {
  readonly date: PrintedDate;
  /** The token after the date. */
  readonly next: number;
}

/** The index after any tokens of `skipped` kinds, four at most. */
const skipTokens = (tokens: readonly DateToken[], at: number, ...skipped: readonly TokenKind[]): number => {
  let next = at;
  while (next < at + 4 && skipped.some((kind) => kind === tokens[next]?.kind)) next += 1;
  return next;
};

/** A year, with what may stand before and after it: "de 2017", ", 2010", "2015 года". */
const readYear = (tokens: readonly DateToken[], at: number): { readonly year?: number; readonly next: number } => {
  const found = skipTokens(tokens, at, "comma", "filler");
  const year = tokens[found];
  if (year?.kind !== "year") return { next: at };
  const after = tokens[found + 1];
  const isFollowed = after?.kind === "filler" && tokens[found + 2]?.kind !== "number" && after.start - year.end <= 1;
  return { year: year.value, next: found + (isFollowed ? 2 : 1) };
};

/** "2010年1月27日": the year stands first. */
const readYearFirst = (tokens: readonly DateToken[], at: number): Read | undefined => {
  const [year, month, day] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (year?.kind !== "year" || month?.kind !== "month" || day?.kind !== "number") return undefined;
  return { date: { year: year.value, month: month.value, day: day.value }, next: at + 3 };
};

const readDayAndMonth = (tokens: readonly DateToken[], at: number): Read | undefined => {
  const first = readYearFirst(tokens, at);
  if (first) return first;
  const day = tokens[at];
  if (day?.kind === "month") {
    const number = skipTokens(tokens, at + 1, "comma");
    const found = tokens[number];
    if (found?.kind !== "number") return undefined;
    const { year, next } = readYear(tokens, skipTokens(tokens, number + 1, "ordinal"));
    return { date: { month: day.value, day: found.value, ...(year !== undefined && { year }) }, next };
  }
  if (day?.kind !== "number") return undefined;
  // A suffix touches its number: "1er", "22nd"; "6 e" does not.
  const suffix = tokens[at + 1];
  const isSuffixed = suffix?.kind === "ordinal" && suffix.start === day.end;
  const rest = isSuffixed ? at + 2 : tokens[at + 1]?.kind === "dash" && tokens[at + 2]?.kind === "ordinal" ? at + 3 : at + 1;
  const month = skipTokens(tokens, rest, "filler");
  const found = tokens[month];
  if (found?.kind !== "month") {
    // "June 6-10, 2005": the end of a range has its year and not its month.
    const bare = tokens[rest]?.kind === "comma" ? readYear(tokens, rest) : { next: rest };
    return { date: { day: day.value, ...(bare.year !== undefined && { year: bare.year }) }, next: bare.next };
  }
  const { year, next } = readYear(tokens, month + 1);
  return { date: { day: day.value, month: found.value, ...(year !== undefined && { year }) }, next };
};

/** "12 May, Monday": a weekday that ends the line. */
const addWeekdayAfter = (tokens: readonly DateToken[], read: Read | undefined): Read | undefined => {
  if (read?.date.month === undefined) return read;
  const at = skipTokens(tokens, read.next, "comma");
  const weekday = tokens[at];
  const isLast = skipTokens(tokens, at + 1, "comma") === tokens.length;
  return weekday?.kind === "weekday" && isLast ? { date: { weekday: weekday.value, ...read.date }, next: tokens.length } : read;
};

/** A date at a token; `27` alone and `Monday` alone count, for ranges and headings. */
const readDate = (tokens: readonly DateToken[], at: number): Read | undefined => {
  const weekday = tokens[at];
  if (weekday?.kind !== "weekday") return addWeekdayAfter(tokens, readDayAndMonth(tokens, at));
  const rest = readDayAndMonth(tokens, skipTokens(tokens, at + 1, "comma", "filler"));
  return rest ? { date: { weekday: weekday.value, ...rest.date }, next: rest.next } : { date: { weekday: weekday.value }, next: at + 1 };
};

const isConsecutive = (from: PrintedDate, to: PrintedDate): boolean => to.day === (from.day ?? 0) + 1;

/** The end of a range, if one follows: after a dash or "to", or after "and" for the next day. */
const readEnd = (tokens: readonly DateToken[], { date: from, next }: Read): Read | undefined => {
  const connector = tokens[skipTokens(tokens, next, "comma")];
  const at = skipTokens(tokens, next, "comma");
  if (connector?.kind !== "dash" && connector?.kind !== "until" && connector?.kind !== "and") return undefined;
  const to = readDate(tokens, skipTokens(tokens, at + 1, "filler"));
  if (!to || to.date.day === undefined || from.day === undefined) return undefined;
  return connector.kind === "and" && !isConsecutive(from, to.date) ? undefined : to;
};

/** Fills what the ends of a range share: "27-29 January 2010", "June 6-10, 2005". */
const shareFields = (from: PrintedDate, to: PrintedDate): Pick<PrintedDates, "from" | "to"> => {
  const month = from.month ?? to.month;
  const year = from.year ?? to.year;
  const [first, last] = [
    { ...from, ...(month !== undefined && { month }) },
    { ...to, ...(to.month === undefined && month !== undefined && { month }) },
  ];
  const isNextYear = from.year === undefined && first.month !== undefined && last.month !== undefined && first.month > last.month;
  return {
    from: { ...first, ...(year !== undefined && { year: isNextYear ? year - 1 : year }) },
    to: { ...last, ...(to.year === undefined && year !== undefined && { year }) },
  };
};

const readDates = (tokens: readonly DateToken[], at: number): (PrintedDates & { readonly next: number }) | undefined => {
  const first = tokens[at];
  const single = first && readDate(tokens, at);
  if (!single) return undefined;
  const to = readEnd(tokens, single);
  const next = to?.next ?? single.next;
  const end = tokens[next - 1]?.end ?? first.end;
  return { ...(to ? shareFields(single.date, to.date) : { from: single.date }), start: first.start, end, next };
};

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

/** "Day 1: Monday": the days of a meeting may be counted. */
const DAY_NUMBER = new RegExp(`^${matchAny("dayCounter")}\\s\\d{1,2}\\s?[:,–—-]\\s?`, "iu");

/** The date or range with which a text begins: also a weekday alone or with a day ("Sunday 22"). */
export const readLeadingDates = (text: string): PrintedDates | undefined => {
  const lead = DAY_NUMBER.exec(text)?.[0].length ?? 0;
  const tokens = tokenize(text.slice(lead, REACH));
  const first = skipTokens(tokens, 0, "filler");
  const dates = readDates(tokens, first);
  if (!dates || !(isWhole(dates) || dates.from.weekday !== undefined)) return undefined;
  return { ...dates, start: dates.start + lead, end: dates.end + lead };
};

/** "May 2022" alone: the month of the days that follow. */
export const readLoneMonth = (text: string): PrintedDate | undefined => {
  if (text.length > 30) return undefined;
  const [month, ...rest] = tokenize(text);
  const year = rest.at(-1);
  const isMonth = month?.kind === "month" && year?.kind === "year" && rest.length <= 2;
  return isMonth ? { month: month.value, year: year.value } : undefined;
};

const MONTHS_OF_YEAR = /(?<!\p{L})(?:(?<from>\p{L}{3,10})\s?[-–—/]\s?)?(?<month>\p{L}{3,10})\s(?:de\s)?(?<year>(?:19|20|21)\d{2})(?!\d)/giu;

/** "October–November 2022": months of a year without days, and where they stand. */
export const findMonths = (text: string): readonly { readonly year: number; readonly start: number }[] =>
  [...text.matchAll(MONTHS_OF_YEAR)]
    .filter(({ groups }) => MONTH_OF.has((groups?.["month"] ?? "").toLowerCase()))
    .map(({ groups, index }) => ({ year: Number(groups?.["year"]), start: index }));

/** Years of the dates in a text: "30 March 2004", "March 2004", "19-04-2024", "2024-04-19". */
export const findYears = (text: string): readonly number[] => [
  ...findDates(text).flatMap(({ from, to }) => [from.year, to?.year].filter((year) => year !== undefined)),
  ...findMonths(text).map(({ year }) => year),
  ...[...text.matchAll(/(?<!\d)\d{1,2}([./-])\d{1,2}\1((?:19|20|21)\d{2})(?!\d)/g)].map((match) => Number(match[2])),
  ...[...text.matchAll(/(?<!\d)((?:19|20|21)\d{2})-\d{2}-\d{2}(?!\d)/g)].map((match) => Number(match[1])),
];
