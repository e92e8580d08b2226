import { findDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { findWords } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { formatPrinted, REACH } from "./places.ts";
import { blankHours, joinStretches } from "./stretches.ts";

/** The days from which to which a meeting is, on one line. */

const OPENS = findWords("opens");
const CLOSES = findWords("closes");

/** Within brackets or quotes stand the dates of other meetings. */
const QUOTED = /[(“«"][^)”»"]{0,160}$/;

/** "No. 3 - 23 May 2031": the number of an issue begins no range of days. */
const ISSUE = /(?:(?<!\p{L})no\.?|nº|n°|№|(?<!\p{L})issue|(?<!\p{L})num[ée]ro|العدد|(?<!\p{L})выпуск)\s?$/iu;

const SESSION = findWords("session");
const SESSION_REACH = 80;

/** A range of dates; or the opening and the closing date in one sentence. */
export const findRange = (line: Line): PrintedDates | undefined => {
  const text = blankHours(line.text.slice(0, 3000));
  const dates = joinStretches(text, findDates(text));
  const range = dates.find(
    ({ from, to, start }) =>
      to &&
      formatPrinted(from) !== undefined &&
      formatPrinted(to) !== undefined &&
      !ISSUE.test(line.text.slice(0, start)) &&
      !QUOTED.test(line.text.slice(Math.max(0, start - REACH), start)),
  );
  if (range) return range;
  const [first, last] = dates;
  if (!first || !last || dates.length !== 2) return undefined;
  const between = line.text.slice(first.end, last.start);
  return OPENS.test(line.text.slice(0, first.start)) && CLOSES.test(between)
    ? { from: first.from, to: last.from, start: first.start, end: last.end }
    : undefined;
};

/** Dates in brackets behind a session are its own: "2031 Ordinary Session (29 September – 3 October 2031)". */
export const findBracketedRange = (line: Line): PrintedDates | undefined =>
  findDates(line.text.slice(0, 3000)).find(
    ({ from, to, start }) =>
      to &&
      formatPrinted(from) &&
      formatPrinted(to) &&
      !SECTION.test(line.text) &&
      (SESSION.test(line.text.slice(Math.max(0, start - SESSION_REACH), start)) || BRACKETED.test(line.text)),
  );
/** Brackets that fill a line are about what stands above them. */
const BRACKETED = /^\([^()]{1,80}\)$/;
/** "A. Fourth part-session (5 to 9 May 2031)": the heading of a section is about anything. */
const SECTION = /^(?:[A-H]|[IVX]{1,4}|\d{1,2})[.)]\s/;
