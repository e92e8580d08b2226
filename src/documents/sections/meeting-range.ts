import { tokenize } from "../expressions/date-tokens.ts";
import { findDates, findYearBeside } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { findWords, HEADINGS, matchAny } from "../languages/expressions.ts";
import { JOURNAL, OTHER_SESSION } from "../languages/meeting-days.ts";
import type { Line } from "../text/line.ts";
import { formatPrinted, REACH } from "./places.ts";
import { isSentence } from "./sentences.ts";
import { blankHours, joinStretches } from "./stretches.ts";

/** The days from which to which a meeting is, on one line. */

const OPENS = findWords("opens");
const CLOSES = findWords("closes");

/** Within brackets or quotes stand the dates of other meetings. */
const QUOTED = /[(“«"][^)”»"]{0,160}$/;

/** "No. 3 - 23 May 2031": the number of an issue begins no range of days. */
const ISSUE = /(?:(?<!\p{L})no\.?|nº|n°|№|(?<!\p{L})issue|(?<!\p{L})num[ée]ro|العدد|(?<!\p{L})выпуск)\s?$/iu;
const ISSUE_REACH = 12;

const SESSION = findWords("session");
const SESSION_REACH = 80;

/** "The next session will be held in Rome from 5 to 9 May 2031." */
const HEAD = 60;
const isOfOther = (text: string): boolean =>
  isSentence(text) && OTHER_SESSION.test(text.slice(0, HEAD)) && SESSION.test(text.slice(0, HEAD));

/** Where the first day ends of those that a sentence of several names: "On Tuesday 6, Monday 12 and from Tuesday 13 to Friday 16 May 2031". */
const findSeveral = (text: string, end: number): number | undefined =>
  isSentence(text)
    ? tokenize(text.slice(0, end)).find(({ kind }, at, tokens) => kind === "number" && tokens[at - 1]?.kind === "weekday")?.end
    : undefined;
export const isOneOfSeveral = (text: string, start: number): boolean => findSeveral(text, start) !== undefined;

/** "Report of the ninth session (Rome, 5-9 May 2030)": of another session, unless it is the agenda itself. */
const PAPER = new RegExp(`^${matchAny("paperOf")}(?!\\p{L})`, "iu");
const isPaper = (text: string): boolean =>
  PAPER.test(text) && !JOURNAL.test(text) && !HEADINGS.agenda.test(text) && !HEADINGS.organization.test(text);

/** Whether a line speaks of another session. */
export const isOfAnother = ({ text }: Line): boolean => isOfOther(text) || isPaper(text);

/** "2031 Session, Rome, 25 May – 2 June": the year of the session is that of its days. */
const OF_YEAR = new RegExp(matchAny("session", "sessionKind"), "iu");
const YEAR_REACH = 20;
const addYear = (text: string, dates: readonly PrintedDates[]): readonly PrintedDates[] => {
  // Only a range that is alone on its line can have its year beside it.
  if (dates.length !== 1 || !dates[0]?.to) return dates;
  const year = isSentence(text) ? undefined : findYearBeside(text);
  const at = year === undefined ? -1 : text.indexOf(String(year));
  if (year === undefined || at < 0 || !OF_YEAR.test(text.slice(Math.max(0, at - YEAR_REACH), at + YEAR_REACH))) return dates;
  return dates.map(({ from, to, ...where }) => ({ from: { ...from, year }, ...(to && { to: { ...to, year } }), ...where }));
};

/** A range of dates; or the opening and the closing date in one sentence. */
export const findRange = (line: Line): PrintedDates | undefined => {
  const text = blankHours(line.text.slice(0, 3000));
  const dates = addYear(text, joinStretches(text, findDates(text)));
  const ranges = dates.filter(
    ({ from, to, start }) =>
      to &&
      formatPrinted(from) !== undefined &&
      formatPrinted(to) !== undefined &&
      !ISSUE.test(line.text.slice(Math.max(0, start - ISSUE_REACH), start)) &&
      !QUOTED.test(line.text.slice(Math.max(0, start - REACH), start)),
  );
  const last = ranges.at(-1);
  const several = last && findSeveral(text, last.start);
  const range = ranges.find(({ start }) => several === undefined || start < several);
  if (range) return range;
  const [first, second] = dates;
  if (!first || !second || dates.length !== 2) return undefined;
  const between = line.text.slice(first.end, second.start);
  return OPENS.test(line.text.slice(0, first.start)) && CLOSES.test(between)
    ? { from: first.from, to: second.from, start: first.start, end: second.end }
    : undefined;
};

/** Dates in brackets behind a session are its own: "2031 Ordinary Session (29 September – 3 October 2031)". */
export const findBracketedRange = (line: Line): PrintedDates | undefined =>
  findDates(line.text.slice(0, 3000)).find(
    ({ from, to, start, end }) =>
      to &&
      formatPrinted(from) &&
      formatPrinted(to) &&
      !SECTION.test(line.text) &&
      (SESSION.test(line.text.slice(Math.max(0, start - SESSION_REACH), start)) ||
        BRACKETED.test(line.text) ||
        BEFORE_ITEM.test(line.text.slice(end, end + SESSION_REACH))),
  );
/** "(Rome, 5-9 May 2031, item 3 of the agenda)": the item of the document is one of the meeting's. */
const BEFORE_ITEM = new RegExp(`^,\\s${matchAny("itemWord", "itemReference")}\\s\\d`, "iu");
/** Brackets that fill a line are about what stands above them. */
const BRACKETED = /^\([^()]{1,80}\)$/;
/** "A. Fourth part-session (5 to 9 May 2031)": the heading of a section is about anything. */
const SECTION = /^(?:[A-H]|[IVX]{1,4}|\d{1,2})[.)]\s/;
