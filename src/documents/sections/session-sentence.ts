import { findDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { findWords, listWords, matchAny, NOT_PLENARY } from "../languages/expressions.ts";
import { BEGINS, ENDS, HELD, OTHER_SESSION } from "../languages/meeting-days.ts";
import { normalizeText, type Line } from "../text/line.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { readHouse } from "./addressed-place.ts";
import { findHeldCity } from "./held-place.ts";
import type { PlaceAndDates } from "./parse-place.ts";
import { isOneOfSeveral } from "./meeting-range.ts";
import { formatPrinted } from "./places.ts";
import { isSentence } from "./sentences.ts";
import { ORGAN } from "./run-on-names.ts";
import { blankHours, joinStretches } from "./stretches.ts";

/** What a sentence says of when and where its session is: "The tenth session will open in Rome on 5 May 2031." */

const SESSION = findWords("session");
const [OPENED, CLOSED] = [findWords("opens"), findWords("closes")];
const opens = (text: string): boolean => OPENED.test(text) || BEGINS.test(text);
const isHeld = (text: string): boolean => HELD.test(text) || opens(text);
const closes = (text: string): boolean => CLOSED.test(text) || ENDS.test(text);
const LONGEST = 1500;
const MOST_LINES = 6;
/** A stop behind a word that is not short: "at 10 a.m. on" goes on. */
const STOP = /(?<=[\p{L}\p{N})]{3}[.。])(?:\s+|(?<=。))(?=[\p{Lu}\p{Lo}\d])/u;

/** A line of set text is filled; below another it does not go on. */
const FILLED = 45;
const isShort = (line: Line | undefined): boolean =>
  line === undefined || line.text.length < FILLED || line.cells.filter(Boolean).length > 2;

/** The sentences of set text, each with the line on which its paragraph begins. */
const listSentences = (lines: readonly Line[]): readonly { readonly text: string; readonly line: Line }[] =>
  lines.flatMap((line, at) => {
    const isFirst = line.isApart || isShort(lines[at - 1]) || SESSION.test(line.text);
    if (!isFirst) return [];
    const set = lines.slice(at, at + MOST_LINES);
    const end = set.findIndex((one, below) => isShort(one) || set[below + 1]?.isApart === true);
    const text = set
      .slice(0, end < 0 ? set.length : end + 1)
      .map((one) => one.text)
      .join(" ");
    return text
      .slice(0, LONGEST)
      .split(STOP)
      .map((sentence) => ({ text: sentence, line }));
  });

/** What is known of the meeting when its sentences are read. */
interface Known {
  readonly session: string | undefined;
  readonly body: string | undefined;
  /** Lines that stand above the agenda. */
  readonly above: ReadonlySet<Line>;
}

const SUBJECT = 160;
const FIRST_WORD = /^(?:\d+ )?(?:(?:the|la|le|el|l) )?(\S+)/u;

/** "Registration for the tenth session": what is for a session, or at it, is not the session. */
const isAbout = (before: string): boolean => {
  const clause = before.split(/[,;:،，；]/).at(-1) ?? "";
  return NOT_PLENARY.test(clause) || SESSION.test(clause);
};

/** "The opening of the first": before a session of which no more is said. */
const OPENING_OF = new RegExp(`${matchAny("opens")}\\s${matchAny("ofBody")}\\s`, "iu");
const SMALL = new Set(listWords("connectives"));
const isBare = (before: string): boolean => {
  const words = before
    .replace(/^\d{1,2}\.?\s/, "")
    .replace(OPENING_OF, "")
    .trim()
    .toLowerCase()
    .split(" ")
    .slice(1);
  return words.length <= MOST_WORDS && !words.some((word) => SMALL.has(word));
};
const MOST_WORDS = 4;
/** "1. The tenth session will be held": the first paragraph of a note is about its own session. */
const FIRST_PARAGRAPH = /^1\.?\s/u;

/** Where the words end by which a sentence speaks of this session, or of the work of its body. */
const findSubject = (text: string, line: Line, { session, body, above }: Known): number | undefined => {
  const at = session === undefined ? -1 : text.toLowerCase().indexOf(session.replace(TORN, "").toLowerCase());
  if (session !== undefined && at >= 0) {
    const before = text.slice(0, at);
    return OTHER_SESSION.test(before.slice(-NEAR)) || isAbout(before) ? undefined : at + session.length;
  }
  const head = text.slice(0, SUBJECT);
  if (OTHER_SESSION.test(head)) return undefined;
  const [, word = ""] = FIRST_WORD.exec(normalizeText(head)) ?? [];
  if (ORGAN.test(word) && body !== undefined && normalizeText(body).split(" ").includes(word)) return 0;
  const named = SESSION.exec(head);
  const before = head.slice(0, named?.index);
  // "67th session" above, and "The sixty-seventh session" in its first sentence.
  const isUnnamed = session === undefined || opens(before) || (/\d/.test(session) && !/\d{2}/.test(before));
  const isOfThis =
    (above.has(line) || FIRST_PARAGRAPH.test(text)) && isSentence(text) && isUnnamed && isBare(before) && !NOT_PLENARY.test(before);
  return named && isOfThis ? named.index + named[0].length : undefined;
};
/** "11 7 th session" */
const TORN = /(?<=\d)\s(?=\d|(?:st|nd|rd|th)\s)/g;
/** Characters before a session in which stands that it is another one. */
const NEAR = 30;

const readClosing = (text: string, first: PrintedDates, second: PrintedDates | undefined): string | undefined =>
  second && closes(text.slice(first.end, second.start)) ? formatPrinted(second.from) : undefined;

const readDays = (text: string, subject: string): Pick<PlaceAndDates, "opensOn" | "closesOn"> => {
  const blank = blankHours(text);
  if (isOneOfSeveral(blank, blank.length)) return {};
  const dates = joinStretches(blank, findDates(blank));
  const [first, second] = dates;
  const opensOn = first && formatPrinted(first.from);
  if (!first || opensOn === undefined) return {};
  const closesOn = first.to ? formatPrinted(first.to) : readClosing(blank, first, second);
  if (closesOn !== undefined) return closesOn >= opensOn ? { opensOn, closesOn } : {};
  if (first.to) return {};
  return opens(subject + text.slice(0, first.start)) ? { opensOn } : dates.length === 1 ? { opensOn, closesOn: opensOn } : {};
};

/** Reads the first sentence that says when or where the session is; of the work of a body it must say when it begins and ends. */
export const readSessionSentence = (lines: readonly Line[], known: Known, gazetteer: Gazetteer): PlaceAndDates | undefined => {
  for (const { text, line } of listSentences(lines)) {
    const subject = findSubject(text, line, known);
    if (subject === undefined || !isHeld(text.slice(0, subject + SUBJECT))) continue;
    const rest = text.slice(subject);
    const days = readDays(rest, text.slice(0, subject));
    if (subject === 0 && (days.closesOn === undefined || days.closesOn === days.opensOn)) continue;
    const city = findHeldCity(rest, gazetteer);
    const place = city === undefined ? readHouse([{ ...line, text: rest }], gazetteer) : { city };
    if (place || days.opensOn !== undefined) return { ...days, ...place, line };
  }
  return undefined;
};
