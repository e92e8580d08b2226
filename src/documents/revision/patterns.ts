import { ISSUE_NUMBER } from "../languages/expressions.ts";
import { LANGUAGES, type Language } from "../../meeting/text.ts";
import { REVISION_WORDS, type RevisionWords } from "./words.ts";

/** Languages whose words no spaces part. */
const UNSPACED: ReadonlySet<Language> = new Set(["zh"]);

const matchWord = (language: Language, source: string): RegExp =>
  UNSPACED.has(language) ? new RegExp(source, "giu") : new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");

const mapLanguages = <Value>(make: (words: RevisionWords, language: Language) => Value): readonly (readonly [Language, Value])[] =>
  LANGUAGES.map((language) => [language, make(REVISION_WORDS[language], language)]);

/** What may follow a heading's word: its number or date, and of what or for when it is. */
const FOLLOWS =
  "(?:\\s?(?:no\\.?|nº|№|n°)?\\s?\\d.*|\\s?[:：(\\[–—*-].*|\\s(?:to|for|of the|du|de la|des|à|au|pour|del|de|a|al|el|para|к|на|за|до|يوم|إلى)\\s.*|\\sل.*)?";

/** A heading: the word, and what it says of its date or number. */
const matchHeadings = (kind: "corrigendum" | "addendum" | "revision" | "ofDays"): RegExp =>
  new RegExp(`^(?:${ISSUE_NUMBER}\\s)?(?:${LANGUAGES.map((language) => REVISION_WORDS[language][kind]).join("|")})${FOLLOWS}$`, "iu");

export const HEADS = {
  corrections: matchHeadings("corrigendum"),
  additions: matchHeadings("addendum"),
  all: matchHeadings("revision"),
  days: matchHeadings("ofDays"),
} as const;

/** "For … read …": after nothing, or after what says where it stands. */
export const CORRECTIONS = mapLanguages(({ corrections }, language) =>
  corrections.map(([first, second]) =>
    UNSPACED.has(language)
      ? new RegExp(`^(?<where>.*?)${first}(?<find>.+?)${second}[:：]?(?<replace>.+)$`, "isu")
      : new RegExp(
          `^(?<where>.*?[\\s,;:.)–—-]|)(?:${first})(?![\\p{L}\\p{N}])\\s*:?(?<find>.+?)[\\s,;.:»”"]+(?:${second})(?![\\p{L}\\p{N}])\\s*:?(?<replace>.+)$`,
          "isu",
        ),
  ),
);

/** The two words alone, as they head the columns of a table. */
export const COLUMN_HEADS = mapLanguages(({ corrections }) =>
  corrections.map(([first, second]) => [new RegExp(`^(?:${first})\\s*:?$`, "iu"), new RegExp(`^(?:${second})\\s*:?$`, "iu")] as const),
);

/** How a correction begins that goes on in the next paragraphs. */
export const BEGINS: readonly RegExp[] = LANGUAGES.flatMap((language) =>
  REVISION_WORDS[language].corrections.map(([first]) => new RegExp(`^(?:${first})(?![\\p{L}\\p{N}])`, "iu")),
);

export const INSTRUCTIONS = mapLanguages(
  ({ instruction }, language) => new RegExp(`^(?:${instruction})${UNSPACED.has(language) ? "" : "(?![\\p{L}\\p{N}])"}`, "iu"),
);

export const SHOULD_READ = mapLanguages(({ shouldRead }, language) => matchWord(language, shouldRead));

export const ONLY = mapLanguages(({ only }, language) => matchWord(language, only));

const SCRIPT: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/gu,
  zh: /\p{Script=Han}/gu,
  ru: /\p{Script=Cyrillic}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
const FREQUENT = mapLanguages(({ frequent }, language) => matchWord(language, frequent));

const countIn = (text: string, pattern: RegExp | undefined): number => (pattern ? (text.match(pattern) ?? []).length : 0);

/** Characters that tell a language. */
const ENOUGH = 20_000;

/** The language that most of a text is in; undefined where its words do not tell. */
export const detectWritten = (whole: string): Language | undefined => {
  const text = whole.slice(0, ENOUGH);
  const letters = countIn(text, LATIN);
  const scripted = LANGUAGES.find((language) => countIn(text, SCRIPT[language]) > letters / (language === "zh" ? 4 : 1));
  if (scripted) return scripted;
  const counts = FREQUENT.filter(([language]) => SCRIPT[language] === undefined)
    .map(([language, pattern]) => [language, countIn(text, pattern)] as const)
    .toSorted(([, a], [, b]) => b - a);
  const [[most, count] = [undefined, 0], [, second] = [undefined, 0]] = counts;
  return count > second ? most : undefined;
};
