import { HEADINGS } from "../languages/expressions.ts";
import { makeLine, type Line } from "./line.ts";

/** A page on one line: longer than any title, and with items inside. */
const FLAT = 400;
/** The rest of such a document may end with a shorter page. */
const FLAT_AGAIN = 60;

const NEXT = /(?<=\s)(?:(?<number>\d{1,2})\.|(?<letter>[a-z])\)|\((?<round>[a-z])\))\s(?=["“«]?\p{Lu})/gu;
const HEADING = /\s(?:[IVX]{1,4}\.)\s(?=\p{Lu})/gu;

interface Sequence {
  readonly number: number;
  readonly letter: string;
}

const nextLetter = (letter: string): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);

/** Where items begin in a flat line: at each number or letter that is the next of its sequence. */
const findBreaks = (text: string, before: Sequence): { readonly at: readonly number[]; readonly after: Sequence } => {
  const at: number[] = [];
  let sequence = before;
  for (const found of text.matchAll(NEXT)) {
    const letter = found.groups?.["letter"] ?? found.groups?.["round"];
    const number = Number(found.groups?.["number"]);
    if (number === sequence.number) sequence = { number: number + 1, letter: "a" };
    else if (letter === sequence.letter && sequence.number > 1) sequence = { ...sequence, letter: nextLetter(letter) };
    else continue;
    at.push(found.index);
  }
  return { at, after: sequence };
};

const isHeading = (text: string): boolean => Object.values(HEADINGS).some((pattern) => pattern.test(text.trim()));

/** A heading that ends the last piece before the items stands alone: "I. Provisional agenda". */
const splitHeading = (text: string): readonly string[] => {
  const last = [...text.matchAll(HEADING)].at(-1);
  if (!last) return [text];
  const heading = text.slice(last.index + last[0].length);
  return isHeading(heading) ? [text.slice(0, last.index), heading] : [text];
};

/** Breaks pages that were flattened to one line each at their items, so that they read like any other text. */
export const unflatten = (lines: readonly Line[]): readonly Line[] => {
  let sequence: Sequence = { number: 1, letter: "a" };
  return lines.flatMap((line) => {
    const isFlat = line.text.length >= (sequence.number > 1 ? FLAT_AGAIN : FLAT);
    if (!isFlat || line.cells.length > 1) return [line];
    const { at, after } = findBreaks(line.text, sequence);
    if (at.length < (sequence.number > 1 ? 1 : 3)) return [line];
    sequence = after;
    const starts = [0, ...at];
    const pieces = starts.map((start, index) => line.text.slice(start, starts[index + 1]).trim());
    const [first = "", ...items] = pieces;
    return [...splitHeading(first), ...items]
      .filter((piece) => !/^\d{0,3}$/.test(piece))
      .map((piece) => makeLine(line.number, [piece], true));
  });
};
