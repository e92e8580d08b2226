import { RUSSIAN_WORDS } from "../languages/ru.ts";
import type { Line } from "../text/line.ts";
import { matchBodies } from "./match-bodies.ts";
import type { Name } from "./run-on-names.ts";

/** Bodies that sentences of Russian name: in the genitive behind their session, or before what they do. */

/** Nouns for bodies in the genitive, with the nominative: the adjectives before them agree. */
const NOUNS: readonly (readonly [string, string, "m" | "f" | "n"])[] = [
  ["комитета", "комитет", "m"],
  ["подкомитета", "подкомитет", "m"],
  ["совета", "совет", "m"],
  ["конгресса", "конгресс", "m"],
  ["форума", "форум", "m"],
  ["парламента", "парламент", "m"],
  ["органа", "орган", "m"],
  ["комиссии", "комиссия", "f"],
  ["ассамблеи", "ассамблея", "f"],
  ["конференции", "конференция", "f"],
  ["группы", "группа", "f"],
  ["совещания", "совещание", "n"],
  ["собрания", "собрание", "n"],
  ["коллегии", "коллегия", "f"],
];
const ENDINGS = { m: ["ого|его", "ый"], f: ["ой|ей", "ая"], n: ["ого|его", "ое"] } as const;
/** After these letters "ы" is written "и". */
const SOFTENING = /[гкхжшчщ]$/u;
const VERB = `(?:${RUSSIAN_WORDS.finiteVerbs}|${RUSSIAN_WORDS.bodyVerbs})(?!\\p{L})`;
/** What ends a name: a verb, a mark, a number, a place behind "in". */
const END = `(?=\\s(?:${VERB}|\\d|[—–(]|(?:в|на|с)\\s(?:\\p{Lu}|\\d))|[.,;:(«]|$)`;
const WORD = "[\\p{L}-]{1,30}";
const SESSION =
  "(?:[\\p{L}]{2,20}(?:ая|ой|ую|ое|ого|ом|ья|ей|ье|его)|\\d{1,4}-?(?:я|й|ю|е|го|м))\\s(?:сесси[яию]|совещани[еяи]|заседани[еяи])";
/** "заседания Совета": below "Повестка дня" or behind it, the sitting needs no number. */
const SITTING = "(?<=^(?:повестка дня\\s)?(?:[\\p{L}-]{2,30}(?:ого|его)\\s){0,3})(?:заседания|совещания|собрания)";
const BEHIND_SESSION = new RegExp(
  `(?:${SESSION}|${SITTING})\\s(?<body>(?:[\\p{L}-]{2,30}(?:ого|его|ой|ей)\\s){0,4}(?:${NOUNS.map(([genitive]) => genitive).join("|")})(?:\\s${WORD}){0,10}?)${END}`,
  "giu",
);
const ACTING = new RegExp(
  `(?<!\\p{L})(?<body>(?:\\p{Lu}[\\p{L}-]{2,30}(?:ый|ий|ая|ое)\\s(?:[\\p{L}-]{2,30}(?:ый|ий|ая|ое)\\s){0,3})?(?:${NOUNS.map(([, nominative]) => nominative).join("|")})(?:\\s(?!${VERB})${WORD}){0,10}?)\\s${VERB}`,
  "giu",
);

/** What organizations are, in the genitive. */
const WHOLE = "организации|союза|содружества|сообщества|агентства|ассоциации|конвенции|договора";
const GENITIVE = new RegExp(
  `^(?:[\\p{L}-]{3,30}(?:ого|его|ой|ей)\\s){0,3}(?:${WHOLE}|${NOUNS.map(([genitive]) => genitive).join("|")})(?!\\p{L})`,
  "iu",
);
/** "ОРГАНИЗАЦИИ ДОГОВОРА О СЕТЯХ": whose the body is that stands on the line before. */
export const beginsInGenitive = (text: string): boolean => GENITIVE.test(text);

const matchCase = (word: string, like: string): string => {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
};

/** "Исполнительного комитета по сетям" as "Исполнительный комитет по сетям"; other names stay. */
export const nameInNominative = (text: string): string => {
  const words = text.split(" ");
  const at = words.findIndex((word) => NOUNS.some(([genitive]) => genitive === word.toLowerCase()));
  const [, nominative, gender] = NOUNS.find(([genitive]) => genitive === words[at]?.toLowerCase()) ?? [];
  if (nominative === undefined || gender === undefined) return text;
  const [endings, ending] = ENDINGS[gender];
  const pattern = new RegExp(`(?<stem>.+)(?:${endings})$`, "iu");
  const agree = (word: string): string => {
    const stem = pattern.exec(word.toLowerCase())?.groups?.["stem"];
    if (stem === undefined) return word;
    return matchCase(stem + (ending === "ый" && SOFTENING.test(stem) ? "ий" : ending), word);
  };
  return words.map((word, place) => (place < at ? agree(word) : place === at ? matchCase(nominative, word) : word)).join(" ");
};

/** Bodies behind their session. */
export const findRussianSessions = (line: Line, most: number): readonly Name[] =>
  matchBodies(BEHIND_SESSION, line, most).map(({ text, at }) => ({ text: nameInNominative(text), at }));

/** Bodies that a sentence lets act. */
export const findRussianActing = (line: Line, most: number): readonly Name[] =>
  matchBodies(ACTING, line, most).filter(({ text }) => /^\p{Lu}/u.test(text));
