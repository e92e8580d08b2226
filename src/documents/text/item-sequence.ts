import { readRoman } from "../expressions/roman-numbers.ts";
import { matchAny } from "../languages/expressions.ts";

/** Items in a line that holds a whole page: what tells them from other numbers is that each is the next. */

const NEXT = new RegExp(
  `(?<=\\s)(?:${matchAny("itemWord")}\\s(?<worded>\\d{1,2})[.:]|(?<number>\\d{1,2})\\.|(?<whole>\\d{1,2})\\.(?<part>\\d{1,2})\\.?|(?<letter>[a-z])\\)|\\((?<round>[a-z]|[ivx]{2,4})\\))\\s(?=["“«]?(?<upper>\\p{L}))`,
  "giu",
);

/** How far the numbers of items have come. */
export interface Sequence {
  readonly number: number;
  readonly part: number;
  readonly letter: string;
  /** The next of (i), (ii) below a letter, from 1. */
  readonly roman: number;
}
export const START: Sequence = { number: 1, part: 1, letter: "a", roman: 1 };

/** A capital, or a letter of a script that has none. */
const isUpper = (letter: string | undefined): boolean => letter !== undefined && /[\p{Lu}\p{Lo}]/u.test(letter);

/** The numbers before what may be an item, each with the place where it stands first. */
const placeNumbers = (text: string): ReadonlyMap<number, number> => {
  const places = new Map<number, number>();
  for (const { groups = {}, index } of text.matchAll(NEXT)) {
    const number = Number(groups["worded"] ?? groups["number"]);
    if (isUpper(groups["upper"]) && !places.has(number)) places.set(number, index);
  }
  return places;
};

/** The sequence beyond a number that the text has lost: it goes on with the two that follow it. */
const skipLost = (sequence: Sequence, places: ReadonlyMap<number, number>): Sequence => {
  const [lost, next, after] = [0, 1, 2].map((ahead) => places.get(sequence.number + ahead));
  const isLost = lost === undefined && next !== undefined && after !== undefined && next < after;
  return isLost ? { ...sequence, number: sequence.number + 1 } : sequence;
};

/** The sequence after a number or letter that is the next of it; without, the mark is none of it. */
const goOn = (sequence: Sequence, groups: Readonly<Record<string, string | undefined>>): Sequence | undefined => {
  const number = Number(groups["worded"] ?? groups["number"]);
  if (number === sequence.number) return { ...START, number: number + 1 };
  const isPart = Number(groups["whole"]) === sequence.number - 1 && Number(groups["part"]) === sequence.part;
  if (isPart) return { ...START, number: sequence.number, part: sequence.part + 1 };
  const letter = groups["letter"] ?? groups["round"];
  if (letter === undefined || sequence.number === 1) return undefined;
  if (letter === sequence.letter) return { ...sequence, letter: String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1), roman: 1 };
  return sequence.letter !== "a" && readRoman(letter) === sequence.roman ? { ...sequence, roman: sequence.roman + 1 } : undefined;
};

/** Characters from the first item of a list to its second: those of paragraphs stand further apart. */
const CLOSE = 160;

/** Where a list begins: at the first "1." that "2." follows closely, else at the first of all. */
const findStart = (text: string): number => {
  const marks = [...text.matchAll(NEXT)].flatMap(({ groups = {}, index }) =>
    isUpper(groups["upper"]) ? [{ number: Number(groups["worded"] ?? groups["number"]), index }] : [],
  );
  const ones = marks.filter(({ number }) => number === 1);
  const isClose = (one: number): boolean => marks.some(({ number, index }) => number === 2 && index > one && index - one < CLOSE);
  return (ones.find(({ index }) => isClose(index)) ?? ones[0])?.index ?? 0;
};

/** Where items begin in a flat line: at each number or letter that is the next of its sequence. */
export const findBreaks = (text: string, before: Sequence): { readonly at: readonly number[]; readonly after: Sequence } => {
  const at: number[] = [];
  let sequence = before;
  const places = placeNumbers(text);
  const start = sequence.number === 1 ? findStart(text) : 0;
  for (const found of text.matchAll(NEXT)) {
    if (found.index < start) continue;
    if (at.length > 0) sequence = skipLost(sequence, places);
    const next = isUpper(found.groups?.["upper"]) ? goOn(sequence, found.groups ?? {}) : undefined;
    if (!next) continue;
    sequence = next;
    at.push(found.index);
  }
  return { at, after: sequence };
};
