import { matchAny, matchAnyBefore, matchAnyWord, listWords, MONTH_OF, WEEKDAY_OF } from "../languages/expressions.ts";
import { foldPunctuation } from "../text/typography.ts";

export type TokenKind =
  | "weekday"
  | "month"
  | "number"
  | "year"
  | "ordinal"
  | "filler"
  | "comma"
  | "dash"
  | "slash"
  | "until"
  | "and"
  | "clock"
  | "other";

export interface DateToken {
  readonly kind: TokenKind;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const listKinds = (words: readonly string[], kind: TokenKind): readonly (readonly [string, TokenKind])[] =>
  words.map((word) => [word, kind]);

const WORDS: ReadonlyMap<string, TokenKind> = new Map([
  ...listKinds(listWords("dateFillers"), "filler"),
  ...listKinds(listWords("dateTo"), "until"),
  ...listKinds(listWords("dateAnd"), "and"),
  ...listKinds(listWords("dateOrdinals"), "ordinal"),
  ...listKinds(["-", "–", "—"], "dash"),
  ...listKinds(["/"], "slash"),
  ...listKinds([",", ".", "(", ")"], "comma"),
  // "20 'July": a speck of a scan.
  ...listKinds(["'", "’", "`"], "filler"),
]);

/** "Santo Domingo" is no Sunday. */
const IN_NAME = /(?<!\p{L})santo\s$/iu;

/** "Monday, 10 a.m.", "lundi 10 h", "星期一，10时": an hour, and no day of a month. */
const HOUR = new RegExp(
  `^\\s?(?:[ap]\\.?\\s?m(?!\\p{L})|${matchAnyBefore("(?!\\p{L})", "hours")}|${matchAnyWord("amAfter", "pmAfter")})`,
  "iu",
);
const LONGEST_UNIT = 12;

const classifyWord = (word: string, text: string, end: number): TokenKind => {
  if (/^\d/.test(word)) {
    if (/^(?:19|20|21)\d{2}$/.test(word)) return "year";
    const after = text.slice(end, end + 2);
    const before = text.slice(Math.max(0, end - word.length - 2), end - word.length);
    if (/^[:.]\d/.test(after) || /\d[:.]$/.test(before) || HOUR.test(text.slice(end, end + LONGEST_UNIT))) return "clock";
    return word.length <= 2 && Number(word) >= 1 && Number(word) <= 31 ? "number" : "other";
  }
  if (WEEKDAY_OF.has(word)) return IN_NAME.test(text.slice(Math.max(0, end - word.length - 6), end - word.length)) ? "other" : "weekday";
  return MONTH_OF.has(word) ? "month" : (WORDS.get(word) ?? "other");
};

/** Words that stand in the midst of others: of languages without spaces, and months of two words. */
const INSIDE = [...MONTH_OF.keys(), ...WEEKDAY_OF.keys(), ...listWords("dateTo"), ...listWords("dateAnd")]
  .filter((word) => /\p{Script=Han}|\s/u.test(word))
  .toSorted((a, b) => b.length - a.length);
const TOKEN = new RegExp(
  [
    "(?<![\\d-])(?<isoRange>\\d{4}-\\d{2}-\\d{2}/\\d{2})(?![\\d/-])",
    "(?<![\\d-])(?<yearFirst>\\d{4}-\\d{2}-\\d{2})(?![\\d-])",
    "(?<![\\d/])(?<dayRange>\\d{1,2}\\s?[-–]\\s?\\d{1,2}/\\d{1,2}/(?:19|20)\\d{2})(?![\\d/])",
    "(?<![\\d/])(?<monthRange>(?<fromDay>\\d{1,2})/(?:0?[1-9]|1[0-2])\\s?[-–]\\s?(?<toDay>\\d{1,2})/(?:0?[1-9]|1[0-2])/(?:19|20)\\d{2})(?![\\d/])",
    "(?<![\\d.])(?<dayFirst>\\d{1,2}\\.\\d{1,2}\\.(?:19|20)\\d{2})(?!\\d)",
    `(?<year>\\d{4})(?:${matchAny("yearUnit")})`,
    `(?<month>\\d{1,2})(?:${matchAny("monthUnit")})`,
    `(?<day>\\d{1,2})(?:${matchAny("dayUnit")})`,
    "\\d+",
    ...INSIDE,
    "\\p{Script=Han}",
    "[\\p{L}\\p{M}]+",
    "[^\\s\\d\\p{L}]",
  ].join("|"),
  "gu",
);

const MONTHS = 12;

/** "2031-05-06", "06.05.2031", "5-9/5/2031", "28/10-2/11/2031": numbers alone, of which the order is certain. */
const readNumeric = (printed: string, kinds: readonly TokenKind[], at: number): readonly DateToken[] =>
  [...printed.matchAll(/\d+/g)].map(({ 0: digits, index }, place) => ({
    kind: kinds[place] ?? "other",
    value: Number(digits),
    start: at + index,
    end: at + index + digits.length,
  }));

const readToken = (match: RegExpExecArray, text: string): DateToken | readonly DateToken[] => {
  const [start, end] = [match.index, match.index + match[0].length];
  const { year, month, day, isoRange, yearFirst, dayFirst, dayRange, monthRange, fromDay, toDay } = match.groups ?? {};
  if (isoRange !== undefined) {
    const [first, second, from, to] = readNumeric(isoRange, ["year", "month", "number", "number"], start);
    return first && second && from && to ? [first, second, from, { kind: "dash", value: 0, start: from.end, end: from.end + 1 }, to] : [];
  }
  if (yearFirst !== undefined) return readNumeric(yearFirst, ["year", "month", "number"], start);
  if (dayFirst !== undefined) return readNumeric(dayFirst, ["number", "month", "year"], start);
  if (dayRange !== undefined) {
    const [from, ...rest] = readNumeric(dayRange, ["number", "number", "month", "year"], start);
    return from ? [from, { kind: "dash", value: 0, start: from.end, end: from.end + 1 }, ...rest] : [];
  }
  if (monthRange !== undefined) {
    const isDayFirst = Math.max(Number(fromDay), Number(toDay)) > MONTHS;
    const [first, second, ...rest] = isDayFirst ? readNumeric(monthRange, ["number", "month", "number", "month", "year"], start) : [];
    return first && second ? [first, second, { kind: "dash", value: 0, start: second.end, end: second.end + 1 }, ...rest] : [];
  }
  if (year !== undefined) return { kind: "year", value: Number(year), start, end };
  if (month !== undefined) return { kind: "month", value: Number(month), start, end };
  if (day !== undefined) return { kind: "number", value: Number(day), start, end };
  const word = match[0].toLowerCase();
  const kind = classifyWord(word, text, end);
  const value = kind === "month" ? (MONTH_OF.get(word) ?? 0) : kind === "weekday" ? (WEEKDAY_OF.get(word) ?? 0) : Number(word);
  return { kind, value, start, end };
};

/** A month under two names: "كانون الثاني/يناير". */
const joinNames = (tokens: readonly DateToken[]): readonly DateToken[] => {
  const joined: DateToken[] = [];
  for (const token of tokens) {
    const [first, slash] = joined.slice(-2);
    const isSecond = token.kind === "month" && first?.kind === "month" && first.value === token.value && slash?.kind === "slash";
    if (isSecond) joined.splice(-2, 2, { ...first, end: token.end });
    else joined.push(token);
  }
  return joined;
};

/** The words, numbers and marks of a text, as dates use them. */
export const tokenize = (text: string): readonly DateToken[] => {
  const folded = foldPunctuation(text);
  return joinNames([...folded.matchAll(TOKEN)].flatMap((match) => readToken(match, folded)));
};
