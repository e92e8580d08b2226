import { ITEM_WORD } from "../languages/expressions.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { isDayHeading } from "../sections/sections.ts";

/** What begins a line of its own, wherever it stands. */
const BEGINS = /^(?:[(]?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—•·▪●○◦]\s)/u;
const saysWhen = (text: string): boolean => isDayHeading(text) || readLeadingTimes(text) !== undefined;
/** Of a line of running text, in letters. */
const LONG = 60;

/** Whether what stands below a text begins anew: a mark, or a time or a day. */
export const beginsAnew = (above: string, below: string): boolean => BEGINS.test(below) || (saysWhen(below) && above.length < LONG);

/** How wide the first word of a text is, with the space before it. */
export const measureFirstWord = ({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }): number => {
  const [word = ""] = text.split(" ");
  return ((end - start) * (word.length + 1)) / Math.max(text.length, 1);
};

/** Two lines as one: a word that is parted after its hyphen stays one word. */
export const joinWrapped = (above: string, below: string): string =>
  /\p{L}-$/u.test(above) && /^\p{Ll}/u.test(below) ? above + below : `${above} ${below}`;

/** "Item 2" begins a paragraph of a cell, however full the line above is. */
const namesItem = (text: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(text) && ITEM_WORD.test(text) && /\d/.test(text);

interface CellLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The paragraphs of a cell in which there is so much room: a line whose next word had none left goes on in the line below. */
export const joinCellLines = (lines: readonly CellLine[], room: number): readonly string[] => {
  const paragraphs: string[] = [];
  let above: CellLine | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1) ?? "";
    const isNew = above === undefined || namesItem(line.text) || beginsAnew(last, line.text);
    if (!isNew && above && above.end - above.start + measureFirstWord(line) > room)
      paragraphs[paragraphs.length - 1] = joinWrapped(last, line.text);
    else paragraphs.push(line.text);
    above = line;
  }
  return paragraphs;
};
