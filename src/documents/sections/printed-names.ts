import { AFTERWARDS, findWords, listWords, matchAny, matchWhole, HEADINGS, OTHER_ORGAN } from "../languages/expressions.ts";
import { findDates } from "../expressions/dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import type { DocumentWords } from "../languages/document-words.ts";
import { ENGLISH_WORDS } from "../languages/en.ts";
import { FRENCH_WORDS } from "../languages/fr.ts";
import { SPANISH_WORDS } from "../languages/es.ts";
import { ORGANIZATION } from "../text/page-furniture.ts";
import { DISTRIBUTION, LANGUAGE } from "./distribution.ts";
import { BODY_WORD, NO_NAME, SMALL_WORDS } from "./run-on-names.ts";
import { isSentence } from "./sentences.ts";
import { NAME_NUMBERED_BEHIND, NUMBERED_NAME } from "./session-names.ts";

/** What is printed as the name of a body, on lines of its own. */

const listBodyWords = (words: readonly DocumentWords[]): string =>
  words.flatMap(({ organWord, organizationWord }) => [organWord, organizationWord]).join("|");
const ENGLISH_ORGAN = new RegExp(`^(?:${listBodyWords([ENGLISH_WORDS])})$`, "iu");
const ROMANCE_ORGAN = new RegExp(`^(?:${listBodyWords([FRENCH_WORDS, SPANISH_WORDS])})$`, "iu");

/** "Organization chart": in English, what goes on in lower case after the body is about it, and no part of its name. */
const goesOnAfterOrgan = (text: string): boolean => {
  const words = text.split(" ");
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    const isEnglish = ENGLISH_ORGAN.test(word) && !ROMANCE_ORGAN.test(word);
    return isEnglish && /^\p{Ll}/u.test(next) && !SMALL_WORDS.has(next) && !BODY_WORD.test(next);
  });
};

/** Verbs are set in small letters: "Afrique de l'Est" has none. */
const VERB = new RegExp(findWords("finiteVerbs", "bodyVerbs").source, "u");

/** What a page says of a picture that it shows. */
const PICTURE = /\blogo|logotyp|логотип|شعار|徽标|图标/iu;
const SHORTEST = 4;
/** Characters of a name, and of one that a dash parts. */
const [LONGEST, LONGEST_IN_TWO] = [260, 80];
const ROOM = matchWhole("room");
/** "Committee A", "Commission II": an organ of a session. */
const LETTERED = /^\p{L}+\s["“«]?(?:\p{L}|[IVX]{1,3}|\d)["”»]?$|^[甲乙丙丁]委员会$/u;

const ONLY_PLENARY = matchWhole("plenary", "plenaryColumn");

/** "Committee Notice Committee on Nets": a heading and a name that stood in two columns. */
const TWO_NAMES = new RegExp(
  `^(?<organ>${matchAny("organWord")})\\s(?!(?:${listWords("connectives").join("|")})\\s)\\p{Lu}[^,]{1,80}\\s\\k<organ>\\s`,
  "iu",
);

const BARE_ORGANIZATION = matchWhole("organizationWord");

/** "No.", and a body by its letters and number: "Working Party on Nets (WP.9)". */
const DOTTED = /\bNo\.|\([A-Z]{1,4}\.\d{1,3}\)/g;

export const isName = (text: string): boolean =>
  // A word of Chinese has two characters.
  (text.length >= SHORTEST || /^\p{Script=Han}{2}/u.test(text)) &&
  !goesOnAfterOrgan(text) &&
  !SMALL_WORDS.has(text.split(" ", 1)[0]?.toLowerCase() ?? "") &&
  text.length < (/\s[–—]\s/u.test(text) ? LONGEST_IN_TWO : LONGEST) &&
  !isSentence(text) &&
  !VERB.test(text) &&
  !TWO_NAMES.test(text) &&
  !BARE_ORGANIZATION.test(text) &&
  /^[\p{Lu}\p{Lo}]/u.test(text) &&
  !/[.:|>[\]。；]|\d{4}/.test(text.replaceAll(DOTTED, "")) &&
  !DISTRIBUTION.test(text) &&
  !LANGUAGE.test(text) &&
  findSymbols(text).length === 0 &&
  findDates(text).length === 0 &&
  !Object.values(HEADINGS).some((heading) => heading.test(text)) &&
  !ORGANIZATION.test(text) &&
  // "Immediately after Committee A" is when.
  !AFTERWARDS.test(text) &&
  // "Net Hall, Rome, Italy" is where.
  !ROOM.test(text.split(",", 1)[0] ?? "") &&
  !LETTERED.test(text) &&
  !ONLY_PLENARY.test(text) &&
  !NO_NAME.test(text) &&
  !PICTURE.test(text);

/** "Nets Committee – Draft agenda": the heading of the document behind the name. */
export const dropHeadingBehind = (text: string): string => {
  const [, name, heading = ""] = /^(.{4,}?)\s[-–—]{1,2}\s(.{4,})$/u.exec(text) ?? [];
  return name !== undefined && Object.values(HEADINGS).some((pattern) => pattern.test(heading)) ? name : text;
};

const BODY_WORDS = ["organWord", "organizationWord", "meetingBody"] as const;
/** What a body is stands at the end of its name in Chinese, and begins it in Arabic, where no capitals tell a name. */
const ENDS_AS_BODY = new RegExp(`^(?![在由从向给]).*(?<!的(?=会议))${matchAny(...BODY_WORDS)}(?:[(（].*)?$`, "u");
const BEGINS_AS_BODY = new RegExp(`^${matchAny(...BODY_WORDS)}(?!\\p{L})`, "u");

export const isOfBody = (text: string): boolean => {
  if (/\p{Script=Han}/u.test(text)) return ENDS_AS_BODY.test(text);
  return /^\p{Script=Arabic}/u.test(text) ? BEGINS_AS_BODY.test(text) : BODY_WORD.test(text);
};

/** "55th DIRECTING COUNCIL", "第七十六届世界渔网大会": the name of a body whose session its ordinal numbers. "Sixth Committee" is a whole name. */
export const readNumberedName = (text: string): string | undefined => {
  const name = NUMBERED_NAME.exec(text)?.groups?.["name"] ?? NAME_NUMBERED_BEHIND.exec(text)?.groups?.["name"];
  return name !== undefined && isName(name) && isOfBody(name) && !OTHER_ORGAN.test(text) ? name : undefined;
};
