import type { PrintedDate, PrintedDates } from "../expressions/printed-date.ts";
import { findWords, listWords, matchAny } from "../languages/expressions.ts";
import { isSentence } from "./sentences.ts";
import { formatPrinted } from "./places.ts";

/** Days of one meeting that a line gives in parts: the first of them to the last. */

const SESSION = findWords("session");
const SESSION_REACH = 80;
const AND = listWords("dateAnd").join("|");
const TO = listWords("dateTo").join("|");
const FILLERS = listWords("dateFillers").join("|");

/** "(to be held virtually) and Vienna,": what joins the days of a session's second part to those of its first. */
const JOINS_PART = new RegExp(
  `^\\s?(?:\\([^()]{1,60}\\)\\s?)?,?\\s?(?:${AND})\\s?(?:(?:${FILLERS})\\s)?(?:\\p{Lu}[\\p{L}\\p{M} ’'-]{1,40},\\s?)?$`,
  "u",
);

const HOUR = `\\d{1,2}(?:[:.]\\d{2}(?![.\\d])(?:\\s?[ap]\\.?m\\.?)?|\\s?(?:[ap]\\.?m\\b\\.?|h(?:eures|oras|ours|rs)?\\b\\.?(?:\\s?\\d{2}(?!\\d))?|${matchAny("noon")}|час\\p{L}{0,2}|時|时))`;
const HOURS = new RegExp(`(?<![\\d.:])(?:\\d{1,2}\\s?(?:[–-]|${TO})\\s?)?${HOUR}(?:\\s?(?:[–-]|${TO})\\s?${HOUR})?`, "giu");

/** "5 May 2031 (9 h – 17 h) – 6 May 2031": without the hours, which would be taken for days. */
export const blankHours = (text: string): string => text.replaceAll(HOURS, (hours) => " ".repeat(hours.length));

/** A session or a place before the days, or nothing: of papers that are due neither is said. */
const LEADS_IN = new RegExp(`(?:^|[,،(]\\s?)(?:(?:${FILLERS})\\s)?$`, "iu");
const isOfMeeting = (text: string, start: number): boolean =>
  SESSION.test(text.slice(Math.max(0, start - SESSION_REACH), start)) || (!isSentence(text) && LEADS_IN.test(text.slice(0, start)));

/** "27 September – 2 October and 10 October 2031": the year is that of the last. */
const shareYear = (date: PrintedDate, last: PrintedDate): PrintedDate =>
  date.year === undefined && last.year !== undefined
    ? { ...date, year: (date.month ?? 0) > (last.month ?? 0) ? last.year - 1 : last.year }
    : date;

const joinTwo = (text: string, first: PrintedDates, second: PrintedDates): PrintedDates | undefined => {
  const between = text.slice(first.end, second.start);
  const last = second.to ?? second.from;
  const from = shareYear(first.from, last);
  const before = formatPrinted(shareYear(first.to ?? first.from, last));
  const after = formatPrinted(last);
  const isJoined = JOINS_PART.test(between) && isOfMeeting(text, first.start);
  if (!isJoined || before === undefined || after === undefined || after <= before) return undefined;
  const isElsewhere = /,\s?$/.test(between);
  return { from, to: last, start: first.start, end: isElsewhere ? first.end : second.end };
};

/** "5, 6 and 9 May 2031": days without their month, before the last. */
const LISTED = new RegExp(`(?<![\\d.,/-])(?<first>\\d{1,2})(?:\\s?[,،、–-]\\s?\\d{1,2}){0,9}\\s?(?<last>[,،、]|(?:${AND}))\\s?$`, "u");
const JOINS = new RegExp(`(?:^|[\\s\\d])(?:${AND})`, "u");

const addListed = (text: string, dates: PrintedDates): PrintedDates => {
  const listed = LISTED.exec(text.slice(0, dates.start));
  const { first = "", last = "" } = listed?.groups ?? {};
  const isList = !/^[,،、]$/.test(last) || JOINS.test(text.slice(dates.start, dates.end));
  const isBefore = Number(first) > 0 && Number(first) < (dates.from.day ?? 0);
  if (!listed || !isList || !isBefore || !isOfMeeting(text, listed.index)) return dates;
  const { weekday: _weekday, ...from } = dates.from;
  return { ...dates, from: { ...from, day: Number(first) }, to: dates.to ?? dates.from, start: listed.index };
};

/** The dates of a line, where those of one meeting are joined. */
export const joinStretches = (text: string, dates: readonly PrintedDates[]): readonly PrintedDates[] => {
  const joined: PrintedDates[] = [];
  for (const printed of dates) {
    const next = addListed(text, printed);
    const last = joined.at(-1);
    const whole = last && joinTwo(text, last, next);
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(next);
  }
  return joined;
};
