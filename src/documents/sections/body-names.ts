import { findDates } from "../expressions/dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { matchAny, matchAnyWord, findWords, GOES_ON, HEADINGS, listWords } from "../languages/expressions.ts";
import { ENGLISH_WORDS } from "../languages/en.ts";
import { FRENCH_WORDS } from "../languages/fr.ts";
import { SPANISH_WORDS } from "../languages/es.ts";
import { normalizeText, type Line } from "../text/line.ts";
import { ORGANIZATION, readLoneSymbol } from "../text/page-furniture.ts";
import { removeMarks } from "../text/typography.ts";
import { DISTRIBUTION, LANGUAGE } from "./distribution.ts";
import type { PlaceAndDates } from "./places.ts";

const FLAT = 300;
const ORDINAL_WORD = matchAny("sessionOrdinal");
const ORDINAL = `(?:(?:resumed|special|extraordinary|regular)\\s)?(?:(?:one\\s)?hundred(?:\\sand)?[\\s-])?(?:(?:cent|сто|двести|\\p{L}{2,8}дцать|сорок|\\p{L}{4,6}десят|девяносто|\\p{L}{3,14}ésim[oa]|décim[oa])\\s){0,2}(?:\\p{L}{2,16}-){0,4}(?:${ORDINAL_WORD})`;
const KIND = matchAny("sessionKind");
const SESSION_NAME = new RegExp(`(?<!\\p{Lu}|\\p{Ll})(?<session>${ORDINAL}\\s${KIND}|${matchAny("sessionName")})(?!\\p{L})`, "iu");
const OF_BODY = new RegExp(
  `^\\s?(?:${matchAny("ofBody")}|${matchAny("ofBody").toUpperCase()})\\s(?<body>\\p{Lu}[^.;:]{3,240}?)(?=\\s${matchAny("willBe", "finiteVerbs")}\\s|[.;:]|$)`,
  "u",
);
const JOINS_NAME = new RegExp(`^(?:${listWords("joinsName").join("|")})\\s`, "u");
const GLUED_SESSION = new RegExp(`(?<=\\p{L}(?:st|nd|rd|th|ième|ème))(?=(?:${matchAny("sessionKind")})(?!\\p{L}))`, "giu");
const NO_NAME = new RegExp(`^${matchAnyWord("notName")}`, "iu");

export interface Name {
  readonly text: string;
  readonly at: number;
}

/** The lines that name something: joined where one goes on in the next. */
const joinLines = (lines: readonly Line[]): readonly Name[] => {
  const blocks: Name[] = [];
  const printedLines = lines.flatMap(({ cells }, at) =>
    cells.filter((cell) => cell !== "" && (cells.length === 1 || readLoneSymbol(cell) === undefined)).map((cell) => ({ at, cell })),
  );
  for (const { at, cell } of printedLines) {
    const last = blocks.at(-1);
    const printed = removeMarks(cell);
    if (last && (GOES_ON.test(last.text) || JOINS_NAME.test(printed)))
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${printed}` };
    else if (printed) blocks.push({ text: printed, at });
  }
  return blocks;
};

const ENGLISH_ORGAN = new RegExp(`^(?:${ENGLISH_WORDS.bodyWord})$`, "iu");
const ROMANCE_ORGAN = new RegExp(`^(?:${[FRENCH_WORDS, SPANISH_WORDS].map(({ bodyWord }) => bodyWord).join("|")})$`, "iu");

/** "Organization chart": in English, what goes on in lower case after the body is about it, and no part of its name. */
const goesOnAfterOrgan = (text: string): boolean => {
  const words = text.split(" ");
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    const isEnglish = ENGLISH_ORGAN.test(word) && !ROMANCE_ORGAN.test(word);
    return isEnglish && /^\p{Ll}/u.test(next) && !SMALL_WORDS.has(next) && !BODY_WORD.test(next);
  });
};

const SHORTEST = 4;

const isName = (text: string): boolean =>
  // A word of Chinese has two characters.
  (text.length >= SHORTEST || /^\p{Script=Han}{2}/u.test(text)) &&
  !goesOnAfterOrgan(text) &&
  text.length < 200 &&
  /^[\p{Lu}\p{Lo}]/u.test(text) &&
  !/[.:|[\]]|\d{4}/.test(text.replaceAll(/\bNo\./g, "")) &&
  !DISTRIBUTION.test(text) &&
  !LANGUAGE.test(text) &&
  findSymbols(text).length === 0 &&
  findDates(text).length === 0 &&
  !Object.values(HEADINGS).some((heading) => heading.test(text)) &&
  !ORGANIZATION.test(text) &&
  !NO_NAME.test(text);

const SESSION = findWords("session");
const BODY_WORD = findWords("bodyWord");
const SMALL_WORDS = new Set(listWords("connectives"));
/** Characters in which a name stands before its session. */
const LONGEST_NAMED = 120;
const [REACH, LONGEST_RUN] = [260, 1200];

const isLoud = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);

/** The name that ends a text, from the words before what the body is: "…Original: English Commission on Nets". */
const readTrailingName = (text: string): string | undefined => {
  const words = text
    .slice(-REACH)
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
  return words.slice(from).join(" ");
};

/** Marks of a text whose spaces are lost: "PartiesNineteenth", "DISCRIMINATIONSixty", "August2006". */
const restoreSpaces = (text: string): string =>
  text
    .replaceAll(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll}{2})|(?<=\p{Lu}{4})(?=\p{Lu}\p{Ll}{3})|(?<=\p{Ll}{3})(?=(?:19|20)\d{2}(?!\d))/gu, " ")
    .replaceAll(GLUED_SESSION, " ");

/** A line on which name and session run on with all else, and where the session stands. */
const findRun = (lines: readonly Line[]): { readonly text: string; readonly found: RegExpExecArray } | undefined => {
  for (const line of lines) {
    const text = restoreSpaces(line.text.slice(0, LONGEST_RUN));
    const found = SESSION_NAME.exec(text);
    if (found) return { text, found };
  }
  return undefined;
};

/** "General Council Meeting of 15 May": the name before what kind of session it is. */
const readBeforeSession = (text: string): string | undefined => {
  const found = SESSION.exec(text.slice(0, FLAT));
  const name = found && found.index > 0 ? readTrailingName(text.slice(0, found.index)) : undefined;
  return name !== undefined && text.length < LONGEST_NAMED && text.startsWith(name) ? name : undefined;
};

const AFTER_ORDINAL = new RegExp(`(?<!\\p{L})${ORDINAL}\\s`, "giu");
/** Words of a name that a session's ordinal stands before. */
const [FEWEST_WORDS, MOST_WORDS] = [2, 6];

/** "Timetable of the seventy-fifth World Fishing Assembly": the ordinal is that of its session. */
const readAfterOrdinal = (text: string): string | undefined => {
  for (const found of text.slice(0, FLAT).matchAll(AFTER_ORDINAL)) {
    const words = text.slice(found.index + found[0].length).split(/[\s,.;:]/, MOST_WORDS);
    const end = words.findIndex((word) => !/^\p{Lu}/u.test(word));
    const named = end < 0 ? words : words.slice(0, end);
    const name = named.slice(0, named.findLastIndex((word) => BODY_WORD.test(word)) + 1);
    if (name.length >= FEWEST_WORDS) return name.join(" ");
  }
  return undefined;
};

const includesWords = (text: string, words: string): boolean =>
  ` ${normalizeText(text)} `.includes(` ${normalizeText(words)} `) && normalizeText(text) !== normalizeText(words);

/** Names of bodies: what is left of the masthead when symbols, dates, headings and the session are taken away. */
export const findBodies = (
  lines: readonly Line[],
  place: PlaceAndDates | undefined,
): { readonly names: readonly Name[]; readonly session?: string } => {
  const at = place ? lines.indexOf(place.line) : lines.length;
  const blocks = joinLines(lines.filter((line) => line.text.length < FLAT && line !== place?.line)).map((block) => ({
    ...block,
    text: restoreSpaces(block.text),
  }));
  const named = blocks.map((block) => ({ block, found: SESSION_NAME.exec(block.text) })).find(({ found }) => found);
  const run = named ? undefined : findRun(lines);
  const session = (named?.found ?? run?.found)?.groups?.["session"];
  const trailing = run && readTrailingName(run.text.slice(0, run.found.index));
  if (trailing && session) return { names: [{ text: trailing, at: 0 }], session };
  const after = named?.found ? named.block.text.slice(named.found.index + named.found[0].length) : "";
  const ofBody = OF_BODY.exec(after)?.groups?.["body"];
  const ofDay = session === undefined && place ? readBeforeSession(place.line.text) : undefined;
  if (ofDay) return { names: [{ text: ofDay, at: 0 }] };
  const names = blocks
    .map((block) => ({ ...block, text: block.text.replace(SESSION_NAME, "").replaceAll(/^[\s,/–—-]{1,5}|[\s,/–—-]{1,5}$/g, "") }))
    .filter((block) => block.at < at || at === 0)
    .filter(
      ({ text }) =>
        isName(text) &&
        BODY_WORD.test(text) &&
        !(place?.city && text.startsWith(place.city)) &&
        !/^(?:plenary )?(?:session|meeting)/iu.test(text),
    );
  if (names.length === 0 && session === undefined) {
    const text = blocks.map((block) => readAfterOrdinal(block.text)).find(Boolean);
    return { names: text === undefined ? [] : [{ text, at: 0 }] };
  }
  if (!ofBody || !session) return { names, ...(session && { session }) };
  // "The sixth session of the Committee" is that of the committee that stands above it with its whole name.
  const whole = names.findLast(({ text }) => includesWords(text, ofBody));
  return { names: [whole ?? { text: ofBody.trim(), at: named?.block.at ?? 0 }], session };
};
