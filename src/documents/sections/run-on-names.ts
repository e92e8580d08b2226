import { findWords, listWords, matchAny, matchAnyWord } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { LANGUAGE } from "./distribution.ts";
import { isSentence } from "./sentences.ts";
import { ORDINAL, restoreSpaces, SESSION_NAME } from "./session-names.ts";

/** Names of bodies that run on with what else stands on their line. */

export interface Name {
  readonly text: string;
  readonly at: number;
}

export const FLAT = 300;
export const NO_NAME = new RegExp(`^${matchAnyWord("notName", "annexWord")}`, "iu");

const SESSION = findWords("session");
export const ORGAN = findWords("organWord", "meetingBody");
export const BODY_WORD = findWords("organWord", "organizationWord", "meetingBody");
export const SMALL_WORDS = new Set(listWords("connectives"));
/** Characters in which a name stands before its session. */
const LONGEST_NAMED = 120;
const [REACH, LONGEST_RUN] = [260, 1200];

const isLoud = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** Hours, numbers and dots that lead to a room are no part of a name. */
const NO_PART = /\d|\.{2}/;

const LANGUAGE_BEHIND = new RegExp(`${LANGUAGE.source}\\s*$`, "iu");

/** The name that ends a text, from the words before what the body is: "…Original: English Commission on Nets". */
export const readTrailingName = (text: string): string | undefined => {
  const words = text
    .slice(-REACH)
    .replace(LANGUAGE_BEHIND, "")
    .replace(/[\s,–—(-]+$/, "")
    .split(" ");
  const organ = words.findLastIndex((word) => /^\p{Lu}/u.test(word) && BODY_WORD.test(word));
  if (organ < 0) return undefined;
  const areLoud = (at: number): boolean => isLoud(words[at] ?? "") && isLoud(words[at - 1] ?? "") && !isLoud(words[organ] ?? "");
  const isPart = (at: number): boolean => {
    const word = words[at] ?? "";
    return !areLoud(at) && (/^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(word) || SMALL_WORDS.has(word));
  };
  let from = organ;
  while (from > 0 && isPart(from - 1)) from -= 1;
  while (from < organ && (SMALL_WORDS.has(words[from] ?? "") || NO_NAME.test(words.slice(from, organ + 1).join(" ")))) from += 1;
  const name = words.slice(from).join(" ");
  return NO_PART.test(name) || isSentence(name) ? undefined : name;
};

const LOUD_HEAD = /^(?<name>\p{Lu}{2,20}(?:[\s-]\p{Lu}{2,20}){1,9})(?:\s\([^()]{1,20}\))?,?\s(?=\p{Lu}\p{Ll})/u;

/** "NETS COMMITTEE (Part 1) Net House, Rome 5 May 2031": the name in capitals before place and day on their line. */
export const readLoudName = (text: string): string | undefined => {
  const name = LOUD_HEAD.exec(text.slice(0, FLAT))?.groups?.["name"];
  return name !== undefined && ORGAN.test(name) && !NO_NAME.test(name) ? name : undefined;
};

/** A line on which name and session run on with all else, and where the session stands. */
export const findRun = (lines: readonly Line[]): { readonly text: string; readonly found: RegExpExecArray } | undefined => {
  for (const line of lines) {
    const text = restoreSpaces(line.text.slice(0, LONGEST_RUN));
    const found = SESSION_NAME.exec(text);
    if (found) return { text, found };
  }
  return undefined;
};

/** "General Council Meeting of 15 May": the name before what kind of session it is. */
export const readBeforeSession = (text: string): string | undefined => {
  const found = SESSION.exec(text.slice(0, FLAT));
  const name = found && found.index > 0 ? readTrailingName(text.slice(0, found.index)) : undefined;
  return name !== undefined && text.length < LONGEST_NAMED && text.startsWith(name) ? name : undefined;
};

const AFTER_ORDINAL = new RegExp(`(?<!\\p{L})${ORDINAL}\\s`, "giu");
const ABBREVIATION = /^\p{Lu}{3,10}\s/u;
const KIND = new RegExp(`^${matchAny("sessionKind")}(?!\\p{L})`, "iu");
/** "26th NETS Meeting": what the body is, is said by its abbreviation alone. */
const readAbbreviated = (text: string): string | undefined => {
  const abbreviation = KIND.test(text) ? "" : (ABBREVIATION.exec(text)?.[0] ?? "");
  const kind = abbreviation === "" ? undefined : KIND.exec(text.slice(abbreviation.length))?.[0];
  return kind && abbreviation + kind;
};

const OF_KIND = new RegExp(`^${matchAny("sessionKind")}\\s${matchAny("ofBody")}\\s`, "iu");
/** Words of a name that a session's ordinal stands before. */
const [FEWEST_WORDS, MOST_WORDS] = [2, 6];

/** "Timetable of the seventy-fifth World Fishing Assembly": the ordinal is that of its session. */
export const readAfterOrdinal = (text: string): string | undefined => {
  // Any adjective of Russian ends as an ordinal does.
  const ordinals = [...text.slice(0, FLAT).matchAll(AFTER_ORDINAL)].filter(([ordinal]) => !/\p{Script=Cyrillic}/u.test(ordinal));
  for (const found of ordinals) {
    const after = text.slice(found.index + found[0].length);
    // "Report of the 9th SESSION OF THE COUNCIL": a session is no name.
    if (OF_KIND.test(after)) continue;
    const meeting = readAbbreviated(after);
    if (meeting !== undefined) return meeting;
    const words = after.split(/[\s,.;:]/, MOST_WORDS);
    const end = words.findIndex((word) => !/^\p{Lu}/u.test(word));
    const named = end < 0 ? words : words.slice(0, end);
    const name = named.slice(0, named.findLastIndex((word) => BODY_WORD.test(word)) + 1);
    if (name.length >= FEWEST_WORDS) return name.join(" ");
  }
  return undefined;
};

/** "71st Nets Assembly Net House, Rome … 71st Nets Assembly No. 4": the words that follow the same ordinal both times. */
export const readRepeated = (text: string): string | undefined => {
  const found = [...text.matchAll(AFTER_ORDINAL)].map((match) => ({
    ordinal: match[0].toLowerCase(),
    words: text.slice(match.index + match[0].length).split(" "),
  }));
  for (const [at, first] of found.entries()) {
    const again = found.slice(at + 1).find(({ ordinal, words }) => ordinal === first.ordinal && words[0] === first.words[0]);
    const end = again ? first.words.findIndex((word, place) => word !== again.words[place]) : 0;
    const name = first.words.slice(0, end).join(" ");
    if (end >= FEWEST_WORDS && /^\p{Lu}/u.test(name) && BODY_WORD.test(name) && !NO_PART.test(name) && !isSentence(name)) return name;
  }
  return undefined;
};

const HAN_BODY = new RegExp(`^[\\p{Script=Han}《》、\\s]{3,80}${matchAny("organWord", "meetingBody")}$`, "u");

/** "《公约》缔约方会议 第八届会议": what is set apart before the session, with what leads to it. */
const readHanName = (before: string): string | undefined => {
  const text = before.trim();
  if (!HAN_BODY.test(text)) return undefined;
  const parts = text.replaceAll(/(?<=[的和、])\s/g, "").split(/\s+/);
  return parts.at(-1);
};

/** "COMMITTEE ON NETS Ninth session Rome, 5-9 May": name and session before the place and dates on their line. */
export const readNameOnDatedLine = (line: Line): { readonly names: readonly Name[]; readonly session: string } | undefined => {
  const text = restoreSpaces(line.text.slice(0, LONGEST_RUN));
  const found = SESSION_NAME.exec(text);
  const before = text.slice(0, found?.index ?? 0);
  const name = readHanName(before) ?? readTrailingName(before);
  const session = found?.groups?.["session"];
  return name !== undefined && session !== undefined ? { names: [{ text: name, at: 0 }], session } : undefined;
};
