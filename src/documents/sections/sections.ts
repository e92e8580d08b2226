import { countsDay, readLeadingDates } from "../expressions/dates.ts";
import { AFTERNOON, matchAny, HEADINGS, ISSUE_NUMBER, ITEM_WORD, MORNING, type HeadingKind } from "../languages/expressions.ts";
import { readOnlyItems } from "../expressions/item-numbers.ts";
import { readItemHead } from "../expressions/item-heads.ts";
import type { Line } from "../text/line.ts";
import { FINITE_VERB } from "./sentences.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { foldPunctuation, hasBullet } from "../text/typography.ts";

const KINDS = Object.keys(HEADINGS) as readonly HeadingKind[];
const LONGEST_HEADING = 200;
/** "I. ", "A – ", "一、", "أولاً - ", "Annex I. ": what numbers a section. */
const SECTION_NUMBER = new RegExp(
  `^(?:(?:[IVX]{1,5}|[A-H])(?:\\.|\\s?[-–—])\\s|${matchAny("sectionOrdinal")}\\s?[-–—.:：、．]\\s?|${matchAny("annexWord")}(?:\\s[IVX\\d]{1,4}[.:]?\\s[-–—]?\\s?|\\s?[:：–—]\\s?))`,
  "iu",
);

/** Whether a line is a row of several cells, and not a heading that is set apart from its number: "C.  Annotations". */
const isRow = ({ cells }: Line): boolean => {
  const [first = "", ...others] = cells.filter(Boolean);
  return others.length > 1 || (others.length === 1 && !/^(?:[IVX]{1,5}|[A-H])\.$/.test(first));
};

/** What the heading on a line announces, if the line is a heading. */
export const readHeading = (line: Line): HeadingKind | undefined => {
  if (line.text.length > LONGEST_HEADING || hasBullet(line.text) || isRow(line)) return undefined;
  const text = line.text.replace(SECTION_NUMBER, "").replace(/[.:：*\s]{1,4}$/, "");
  // Not in mid-sentence, and "Agenda item 1" is an item.
  const isStatement = /[.。]$/u.test(line.text) && FINITE_VERB.test(text);
  if (isStatement || !/^[\p{Lu}\p{Lo}]/u.test(text) || text.endsWith(",") || readItemHead(text)) return undefined;
  return KINDS.find((kind) => HEADINGS[kind].test(text));
};

const onlySeparators = /^[\s,.:;()–—/-]{0,6}$/;

/** "Thursday (if required)": what is said of a day is no other day. */
const REMARK = /^\s?[([][^()[\]\d]{3,60}[)\]]$/u;

/** "Tuesday, 11 June 2031 No. 2": the issue of a journal of that day. */
const ISSUE = new RegExp(`^${ISSUE_NUMBER}$`, "iu");

/** ", chaired by …": a sentence that began on the line before goes on. */
const GOES_ON_IN_SENTENCE = /^\s?[,،]\s?\p{Ll}/u;

/** Whether hours, and nothing that makes it a sentence, begin a text. */
const beginsWithHours = (text: string): boolean => {
  const times = readLeadingTimes(text);
  return times !== undefined && !GOES_ON_IN_SENTENCE.test(text.slice(times.length));
};

const ABOUT = /^\s?[:：–—]\s?\p{L}/u;

/** "Day 1, 5 May: Nets": a counted day, and what it is about. */
const isAboutDay = (text: string): boolean => countsDay(text) && ABOUT.test(text.slice(readLeadingDates(text)?.end));

/** "Items 1 and 2" */
const areItems = (text: string): boolean => ITEM_WORD.test(text) && readOnlyItems(text) !== undefined;

/** Whether a line of a timetable says which day it is: a date with at most a time, a part of the day or numbers of items after it. */
export const isDayHeading = (printed: string): boolean => {
  const text = foldPunctuation(printed);
  const dates = readLeadingDates(text);
  if (!dates) return false;
  const rest = text.slice(dates.end).replace(/^[\s,.:;()–—/-]{1,6}/, "");
  if (isAboutDay(text) || areItems(rest)) return true;
  const isDated = dates.from.weekday !== undefined && (dates.from.day !== undefined || text.length === dates.end);
  return (
    (isDated || dates.to === undefined) &&
    (onlySeparators.test(rest) ||
      ISSUE.test(rest) ||
      REMARK.test(text.slice(dates.end)) ||
      MORNING.test(rest) ||
      AFTERNOON.test(rest) ||
      beginsWithHours(rest))
  );
};

/** Between a part of the day and what is said of it. */
export const AFTER_PART = /^[\s,،，、;；؛:：/|(（–—-]{1,6}/u;

/** What stands behind the part of a day with which a text begins: "09.30" of "Morning: 09.30". */
export const skipPartOfDay = (text: string): string => {
  const part = MORNING.exec(text) ?? AFTERNOON.exec(text);
  return part ? text.slice(part[0].length).replace(AFTER_PART, "") : text;
};

/** Whether a line begins with a time, with "Morning: 09.30", or is nothing but "Morning". */
export const isTimeHeading = (text: string): boolean => {
  const rest = skipPartOfDay(text);
  return (rest === "" && text !== "") || readLeadingTimes(rest) !== undefined;
};

/** Whether a line could be where the programme of a day begins: a weekday with its date, or a date with a time after it. */
export const beginsDay = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  const text = line?.cells.find(Boolean);
  if (text === undefined || !isDayHeading(text)) return false;
  const dates = readLeadingDates(text);
  if (isAboutDay(text) || (dates?.from.weekday !== undefined && dates.to === undefined)) return true;
  return [lines[at], lines[at + 1], lines[at + 2]].some(
    (next) => next?.cells.some((cell) => cell !== text && isTimeHeading(cell)) ?? false,
  );
};
