import { readLeadingDates } from "../expressions/dates.ts";
import { readItemHead } from "../expressions/item-heads.ts";
import { matchAny, HEADINGS, ITEM_WORD, WEEKDAY_OF } from "../languages/expressions.ts";
import { findBreaks, START, type Sequence } from "./item-sequence.ts";
import { makeLine, type Line } from "./line.ts";
import { unglue } from "./unglue.ts";

/** A page on one line: longer than any title, and with items inside. */
const FLAT = 400;
/** The rest of such a document may end with a shorter page. */
const FLAT_AGAIN = 60;
/** Characters as they count: one of Chinese says as much as two letters. */
const measureText = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
/** Items that a flat page has at least. */
const FEWEST = 2;

const HEADING = /\s(?:[IVX]{1,4}\.|[一二三四五六七八九十]{1,2}、?)\s?(?=[\p{Lu}\p{Script=Han}])/gu;

const isHeading = (text: string): boolean => Object.values(HEADINGS).some((pattern) => pattern.test(text.trim()));

/** A heading that ends the last piece before the items stands alone: "I. Provisional agenda". */
const splitHeading = (text: string): readonly string[] => {
  const last = [...text.matchAll(HEADING)].at(-1);
  if (!last) return [text];
  const heading = text.slice(last.index + last[0].length);
  return isHeading(heading) ? [text.slice(0, last.index), heading] : [text];
};

const DAY = new RegExp(`(?<=\\s)(?:${[...WEEKDAY_OF.keys()].filter((word) => word.length > 4).join("|")}),?\\s\\d{1,2}\\s`, "giu");

/** A day between items heads those that follow: "Monday, 6 July". */
const splitDays = (text: string): readonly string[] => {
  const [found] = [...text.matchAll(DAY)].slice(-1);
  const dates = found && readLeadingDates(text.slice(found.index));
  if (!found || !dates || found.index + dates.end < text.trimEnd().length) return [text];
  return [text.slice(0, found.index), text.slice(found.index)];
};

/** What parts an agenda from what follows it: "* * *", a footnote, the next page. */
const RULE = new RegExp(
  `\\s(?:\\*\\s){2,}\\*\\s|\\s[_–—-]{5,}\\s|\\s(?=\\*{1,3}\\s?["“«]?\\p{L}{2})|\\s${matchAny("pageWord")}\\s\\d{1,3}(?=\\s)`,
  "iu",
);

/** "…on credentials.3. Reports of …": the end of a line of a set text is lost. */
const GLUED = /(?<=[\p{Ll})][.;:])(?=(?<number>\d{1,2})\.\s?\p{Lu})/gu;

const splitGlued = (line: Line, { number }: Sequence): readonly Line[] => {
  const found = [...line.text.matchAll(GLUED)].find(({ groups }) => Number(groups?.["number"]) === number);
  if (!found || line.cells.length > 1) return [line];
  return [
    makeLine(line.number, [line.text.slice(0, found.index)], line.isApart),
    makeLine(line.number, [line.text.slice(found.index)], true),
  ];
};

/** Characters of an item from which on a paragraph may follow its title. */
const LONG = 120;
const SENTENCE = new RegExp(`(?<=\\p{L}{2}[\\p{L})]\\s)${matchAny("sentenceStart")}(?=[\\s’'])`, "u");

/** "Point 1. Élection du Bureau Conformément à …": the paragraph that runs on with the title of its item. */
const splitParagraph = (text: string): readonly string[] => {
  const word = ITEM_WORD.exec(text)?.[0];
  const found = word !== undefined && text.length > LONG ? SENTENCE.exec(text.slice(word.length)) : undefined;
  const at = (word?.length ?? 0) + (found?.index ?? 0);
  return found && at < LONG ? [text.slice(0, at), text.slice(at)] : [text];
};

const splitFlat = (line: Line, at: readonly number[]): readonly Line[] => {
  const starts = [0, ...at];
  const [first = "", ...items] = starts.map((start, index) => line.text.slice(start, starts[index + 1]).trim());
  return [...splitHeading(first), ...items]
    .flatMap((piece) => piece.split(RULE))
    .flatMap(splitDays)
    .flatMap(splitParagraph)
    .map((piece) => piece.trim())
    .filter((piece) => !/^\d{0,3}$/.test(piece))
    .map((piece) => makeLine(line.number, [piece], true));
};

const unglueLine = (line: Line): Line => makeLine(line.number, [unglue(line.text)], line.isApart, undefined, line.indent);

const readNumber = ({ text }: Line): number | undefined => {
  const number = Number(readItemHead(text)?.items[0]?.key);
  return Number.isInteger(number) ? number : undefined;
};

/** Breaks pages that were flattened to one line each at their items, so that they read like any other text. */
export const unflatten = (lines: readonly Line[]): readonly Line[] => {
  let sequence = START;
  let isFlattened = false;
  return lines.flatMap((printed) => {
    const line = measureText(printed.text) >= FLAT && printed.cells.length === 1 ? unglueLine(printed) : printed;
    const number = readNumber(line);
    if (number !== undefined && !isFlattened) sequence = { ...START, number: number + 1 };
    const isFlat = measureText(line.text) >= (isFlattened ? FLAT_AGAIN : FLAT) && line.cells.length === 1;
    const { at, after } = isFlat ? findBreaks(line.text, isFlattened ? sequence : START) : { at: [], after: sequence };
    if (at.length < (isFlattened ? 1 : FEWEST)) return splitGlued(line, sequence);
    isFlattened = true;
    sequence = after;
    return splitFlat(line, at);
  });
};
