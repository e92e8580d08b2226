import type { Language } from "../../meeting/text.ts";
import type { DocumentWords } from "./document-words.ts";
import { ENGLISH_WORDS } from "./en.ts";
import { FRENCH_WORDS } from "./fr.ts";
import { SPANISH_WORDS } from "./es.ts";

/** Which language a text is in, by its script, and by small words that no other language has. */

type Latin = Extract<Language, "en" | "fr" | "es">;

const listSmallWords = ({ connectives, joinsName }: DocumentWords): readonly string[] => `${connectives} ${joinsName}`.split(" ");
const LISTED: Readonly<Record<Latin, readonly string[]>> = {
  en: listSmallWords(ENGLISH_WORDS),
  fr: listSmallWords(FRENCH_WORDS),
  es: listSmallWords(SPANISH_WORDS),
};
const LATIN = Object.keys(LISTED) as readonly Latin[];

/** The one language that has a word. */
const LANGUAGE_OF: ReadonlyMap<string, Latin> = new Map(
  LATIN.flatMap((language) =>
    LISTED[language]
      .filter((word) => LATIN.every((other) => other === language || !LISTED[other].includes(word)))
      .map((word) => [word, language] as const),
  ),
);

const matchBodyWord = ({ organWord, organizationWord }: DocumentWords): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${organWord}|${organizationWord})(?!\\p{L})`, "iu");

const SCRIPTS = { ru: /\p{Script=Cyrillic}/gu, zh: /\p{Script=Han}/gu, ar: /\p{Script=Arabic}/gu } as const;
const LATIN_LETTER = /\p{Script=Latin}/gu;

const countLetters = (text: string, script: RegExp): number => text.match(script)?.length ?? 0;

/** Of two languages that share a text, the one with fewer words has less than this part of those of the other. */
const CLEAR = 0.6;

/** The language that most of a text is in; nothing where two share it, or nothing tells. */
export const detectLanguage = (text: string): Language | undefined => {
  const latin = countLetters(text, LATIN_LETTER);
  const script = (Object.keys(SCRIPTS) as readonly (keyof typeof SCRIPTS)[]).find((name) => countLetters(text, SCRIPTS[name]) * 2 > latin);
  if (script) return script;
  const counts = new Map<Latin, number>();
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) {
    const language = LANGUAGE_OF.get(word);
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first && (second?.[1] ?? 0) < first[1] * CLEAR ? first[0] : undefined;
};

const WORDS: Readonly<Record<Latin, RegExp>> = {
  en: matchBodyWord(ENGLISH_WORDS),
  fr: matchBodyWord(FRENCH_WORDS),
  es: matchBodyWord(SPANISH_WORDS),
};

/** The language of the name of a body: of its words, or of what it says that the body is. */
export const nameLanguage = (name: string): Language | undefined => {
  const detected = detectLanguage(name);
  if (detected) return detected;
  const languages = LATIN.filter((language) => WORDS[language].test(name));
  return languages.length === 1 ? languages[0] : undefined;
};
