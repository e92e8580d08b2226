import type { DateToken, TokenKind } from "./date-tokens.ts";
import type { PrintedDate, PrintedDates } from "./printed-date.ts";

interface Read {
  readonly date: PrintedDate;
  /** The token after the date. */
  readonly next: number;
}

/** The index after any tokens of `skipped` kinds, four at most. */
export const skipTokens = (tokens: readonly DateToken[], at: number, ...skipped: readonly TokenKind[]): number => {
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
  // A suffix touches its number: "1er", "22nd"; "6 e" does not, and "1 er" is set apart in some copies.
  const suffix = tokens[at + 1];
  const isSuffixed = suffix?.kind === "ordinal" && suffix.start - day.end <= (day.value === 1 ? 1 : 0);
  const rest = isSuffixed ? at + 2 : tokens[at + 1]?.kind === "dash" && tokens[at + 2]?.kind === "ordinal" ? at + 3 : at + 1;
  const bareMonth = skipTokens(tokens, rest, "filler");
  // "25-27, February 2031": a comma before the month, where the year stands behind it.
  const isParted = tokens[rest]?.kind === "comma" && tokens[rest + 1]?.kind === "month" && tokens[rest + 2]?.kind === "year";
  const month = isParted ? rest + 1 : bareMonth;
  const found = tokens[month];
  if (found?.kind !== "month") {
    // "June 6-10, 2005": the end of a range has its year and not its month.
    const bare = tokens[rest]?.kind === "comma" ? readYear(tokens, rest) : { next: rest };
    return { date: { day: day.value, ...(bare.year !== undefined && { year: bare.year }) }, next: bare.next };
  }
  const { year, next } = readYear(tokens, month + 1);
  return { date: { day: day.value, month: found.value, ...(year !== undefined && { year }) }, next };
};

const beginsDate = (tokens: readonly DateToken[], at: number): boolean =>
  tokens[at]?.kind === "month" ||
  (tokens[at]?.kind === "number" && tokens[skipTokens(tokens, at + 1, "ordinal", "filler")]?.kind === "month");

/** "12 May, Monday", "2031-05-12 (Monday) 10:00", "5月12日星期一": a weekday that ends the line, that is set apart, or that touches the day. */
const addWeekdayAfter = (tokens: readonly DateToken[], read: Read | undefined): Read | undefined => {
  if (read?.date.month === undefined) return read;
  const at = skipTokens(tokens, read.next, "comma");
  const weekday = tokens[at];
  const after = skipTokens(tokens, at + 1, "comma");
  const touches = weekday?.start === tokens[read.next - 1]?.end;
  const isApart = after === tokens.length || touches || (at > read.next && after > at + 1 && !beginsDate(tokens, after));
  return weekday?.kind === "weekday" && isApart ? { date: { weekday: weekday.value, ...read.date }, next: after } : read;
};

/** "Monday 5/12": the day, where it stands first; the weekday and the days of the meeting say whether it does. */
const readSlashed = (tokens: readonly DateToken[], at: number): Read | undefined => {
  const [day, slash, month] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isSlashed = day?.kind === "number" && slash?.kind === "slash" && month?.kind === "number" && month.value <= 12;
  return isSlashed ? { date: { day: day.value }, next: at + 3 } : undefined;
};

/** A date at a token; `27` alone and `Monday` alone count, for ranges and headings. */
const readDate = (tokens: readonly DateToken[], at: number): Read | undefined => {
  const weekday = tokens[at];
  if (weekday?.kind !== "weekday") return addWeekdayAfter(tokens, readDayAndMonth(tokens, at));
  const day = skipTokens(tokens, at + 1, "comma", "filler");
  const rest = readSlashed(tokens, day) ?? readDayAndMonth(tokens, day);
  return rest ? { date: { weekday: weekday.value, ...rest.date }, next: rest.next } : { date: { weekday: weekday.value }, next: at + 1 };
};

const isConsecutive = (from: PrintedDate, to: PrintedDate): boolean => to.day === (from.day ?? 0) + 1;

/** Whether the month stands before the day: "June 6-10". */
const isMonthFirst = (date: readonly DateToken[]): boolean => {
  const [month, day] = (["month", "number"] as const).map((kind) => date.findIndex((token) => token.kind === kind));
  return month !== undefined && day !== undefined && month >= 0 && month < day;
};

/** The end of a range, if one follows: after a dash or "to", or after "and" for the next day; "5 mai à 9 heures" has none. */
const readEnd = (tokens: readonly DateToken[], begin: number, { date: from, next }: Read): Read | undefined => {
  const at = skipTokens(tokens, next, "comma");
  const connector = tokens[at];
  if (connector?.kind !== "dash" && connector?.kind !== "until" && connector?.kind !== "and") return undefined;
  const to = readDate(tokens, skipTokens(tokens, at + 1, "filler"));
  if (!to || to.date.day === undefined || from.day === undefined) return undefined;
  // "28 October to 1st of" goes on in the next line.
  const isHour = from.year !== undefined || tokens[to.next]?.kind === "other";
  if (isHour && to.date.month === undefined && from.month !== undefined && !isMonthFirst(tokens.slice(begin, next))) return undefined;
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

export const readDates = (tokens: readonly DateToken[], at: number): (PrintedDates & { readonly next: number }) | undefined => {
  const first = tokens[at];
  const single = first && readDate(tokens, at);
  if (!single) return undefined;
  const to = readEnd(tokens, at, single);
  const next = to?.next ?? single.next;
  const end = tokens[next - 1]?.end ?? first.end;
  return { ...(to ? shareFields(single.date, to.date) : { from: single.date }), start: first.start, end, next };
};
