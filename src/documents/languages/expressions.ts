import type { DocumentWords } from "./document-words.ts";
import { ARABIC_WORDS } from "./ar.ts";
import { ENGLISH_WORDS } from "./en.ts";
import { FRENCH_WORDS } from "./fr.ts";
import { RUSSIAN_WORDS } from "./ru.ts";
import { SPANISH_WORDS } from "./es.ts";
import { CHINESE_WORDS } from "./zh.ts";

/** Expressions for the words of all languages together. */

const TABLES: readonly DocumentWords[] = [ENGLISH_WORDS, FRENCH_WORDS, SPANISH_WORDS, RUSSIAN_WORDS, CHINESE_WORDS, ARABIC_WORDS];

type Pattern = { [Name in keyof DocumentWords]: DocumentWords[Name] extends string ? Name : never }[keyof DocumentWords];

/** Accents may be lost, as they often are in capitals: "COMITE", "ORDEN DEL DIA". A word of one letter keeps its own. */
const ACCENTED = /[àâäáçéèêëîïíóôöùûüúñ](?=\p{L}{2})|(?<=\p{L})[àâäáçéèêëîïíóôöùûüúñ](?=\p{L})|(?<=\p{L}{2})[àâäáçéèêëîïíóôöùûüúñ]/gu;
const allowPlain = (source: string): string => source.replaceAll(ACCENTED, (letter) => `[${letter}${letter.normalize("NFD").charAt(0)}]`);

const listSources = (names: readonly Pattern[], isSpaced: boolean): readonly string[] =>
  TABLES.filter((words) => words.isSpaced === isSpaced)
    .flatMap((words) => names.map((name) => words[name]).filter(Boolean))
    .map(allowPlain);

const joinAlternatives = (sources: readonly string[]): string => `(?:${[...new Set(sources)].join("|") || "(?!)"})`;

/** The words of all languages as one source: for larger expressions. */
export const matchAny = (...names: readonly Pattern[]): string =>
  joinAlternatives([...listSources(names, true), ...listSources(names, false)]);

const NOT_IN_WORD = "(?![\\p{L}\\p{N}])";

/** As `anyOf`, and no letter or digit follows; where no spaces part words, any may. */
export const matchAnyWord = (...names: readonly Pattern[]): string =>
  `(?:${joinAlternatives(listSources(names, true))}${NOT_IN_WORD}|${joinAlternatives(listSources(names, false))})`;

/** As `anyOf`, with what must follow a word where spaces part words. */
export const matchAnyBefore = (follows: string, ...names: readonly Pattern[]): string =>
  `(?:${joinAlternatives(listSources(names, true))}${follows}|${joinAlternatives(listSources(names, false))})`;

/** Whole words anywhere in a text. */
export const findWords = (...names: readonly Pattern[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${joinAlternatives(listSources(names, true))}${NOT_IN_WORD}|${joinAlternatives(listSources(names, false))}`,
    "iu",
  );
/** Whole words with which a text begins. */
const beginWith = (...names: readonly Pattern[]): RegExp => new RegExp(`^${matchAnyWord(...names)}`, "iu");
/** A text that is nothing else. */
export const matchWhole = (...names: readonly Pattern[]): RegExp => new RegExp(`^${matchAny(...names)}$`, "iu");

/** Each word of lists that are separated by spaces. */
export const listWords = (name: Pattern): readonly string[] => TABLES.flatMap((words) => words[name].split(" ").filter(Boolean));

const listNumberWords = (name: "months" | "weekdays"): ReadonlyMap<string, number> =>
  new Map(
    TABLES.flatMap((words) =>
      words[name].flatMap((forms, at) => forms.split(" ").map((form) => [form.replaceAll("_", " "), at + 1] as const)),
    ),
  );

/** A printed month, in lower case, and its number from 1. */
export const MONTH_OF = listNumberWords("months");
/** A printed weekday, in lower case, and its number from Monday, 1. */
export const WEEKDAY_OF = listNumberWords("weekdays");

export const MORNING = beginWith("morning");
export const AFTERNOON = beginWith("afternoon");
export const CONTINUED = findWords("continued");
export const ITEM_WORD = beginWith("itemWord");
export const BREAK = findWords("breakTime");
/** Events that are none of the body's sittings; without items one behind closed doors is none either. */
export const BESIDE_SITTINGS = findWords("notPlenary", "breakTime");
export const NOT_PLENARY = findWords("notPlenary", "breakTime", "closedSitting");
export const OTHER_ORGAN = findWords("otherOrgan");
export const PLENARY = findWords("plenary");
/** What agendas take up before and after their business: "Opening", "Election of officers", "Other matters". */
export const PROCEDURE = beginWith("agendaTitle");
export const OPENING = matchWhole("openingItem");
export const OPENS = beginWith("opens");
/** "Speakers:": its numbers are no items. */
export const OWN_LIST = new RegExp(`^${matchAny("ownList")}\\s?[:：]`, "iu");
/** "Speakers in the general debate", above an hour: what follows are persons and their times. */
export const OWN_SECTION = new RegExp(`^${matchAny("speakersHeading")}(?:\\s[^\\d:：.]{1,80})?$`, "iu");
/** "1. Mr. Smith": a person, and no item. */
export const PERSON = new RegExp(`^(?:${matchAnyWord("personTitle")})\\.?\\s`, "u");
export const AFTERWARDS = beginWith("afterwards");

/** "Item 1 of the provisional agenda. Opening": the words before the title that say whose item it is. */
export const OF_AGENDA = new RegExp(
  `^\\s?(?:(?:${matchAny("ofBody")}|من)\\s?(?:\\p{L}{4,20}\\s)?|(?=повестки)|предварительной\\s)${matchAny("agendaWord")}(?:\\s\\p{L}{3,12})?\\s?[.:–—-]\\s?`,
  "iu",
);

/** A line that ends so goes on in the next. */
const OPEN_END = new RegExp(`(?:\\s(?:${listWords("connectives").join("|")})|,|-)$`, "iu");
/** "Committee A" is whole. */
const LETTER_END = /\s\p{Lu}$/u;
export const isOpenEnded = (text: string): boolean => OPEN_END.test(text) && !LETTER_END.test(text);

export const HEADINGS = {
  agenda: matchWhole("agendaHeading"),
  annotations: matchWhole("annotationsHeading"),
  organization: matchWhole("organizationHeading"),
  documents: matchWhole("documentsHeading"),
  annex: matchWhole("annexHeading"),
} as const;
export type HeadingKind = keyof typeof HEADINGS;

/** "N° 6": the issue of a journal, before its heading or behind its day. */
export const ISSUE_NUMBER = "(?:n(?:o\\.?|\\.?[°º])|№|выпуск №?|العدد|第)\\s?\\d{1,3}(?:\\s?[期号])?";
