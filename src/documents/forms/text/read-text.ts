import { makeDocument, type SourceDocument } from "../../model/document.ts";
import { cleanText } from "../../text/typography.ts";
import { buildBlocks } from "./columns.ts";
import { joinLonePipes } from "./lone-pipes.ts";
import type { Column, PrintedLine } from "./printed-line.ts";

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/;
/** A word that a soft hyphen parts at the end of a line. */
const PARTED = /\u00AD([^\S\r\n]{0,200}(?:\r\n|\n)[^\S\r\n]{0,200})(\p{L}\S{0,60})/gu;
/** Three spaces or more part columns that are set with spaces. */
const GAP = / {3,}/g;
/** Characters by which the pieces of one column may begin apart. */
const TOLERANCE = 2;
/** Where marks part the cells, each has a column of its own. */
const WIDE = 1000;

const splitAtGaps = (line: string): readonly Column[] => {
  const indent = line.length - line.trimStart().length;
  const pieces: Column[] = [];
  let start = indent;
  for (const gap of line.slice(indent).matchAll(GAP)) {
    pieces.push({ text: line.slice(start, indent + gap.index), start, end: indent + gap.index });
    start = indent + gap.index + gap[0].length;
  }
  return [...pieces, { text: line.slice(start), start, end: line.length }];
};

const splitAtMarks = (cells: readonly string[]): readonly Column[] =>
  cells.map((text, at) => ({ text, start: at * WIDE, end: at * WIDE + text.length }));

const splitLine = (printed: string): Pick<PrintedLine, "pieces" | "isMarked"> => {
  const line = printed.trimEnd();
  if (line.includes("\t")) return { pieces: splitAtMarks(line.split("\t")), isMarked: true };
  const inside = line.trimStart();
  const isPiped = inside.startsWith("|") || inside.endsWith(" |") || inside.includes(" | ");
  return isPiped
    ? { pieces: splitAtMarks(inside.replace(/^\|/, "").replace(/\|$/, "").split("|")), isMarked: true }
    : { pieces: splitAtGaps(line), isMarked: false };
};

const printLines = (text: string): readonly PrintedLine[] => {
  let isApart = true;
  return joinLonePipes(text.replaceAll(PARTED, "$2$1").split(BREAK)).flatMap(({ at, printed }) => {
    const line = { line: at + 1, isApart, ...splitLine(printed) };
    isApart = line.pieces.every((piece) => cleanText(piece.text) === "");
    return isApart ? [] : [line];
  });
};

/** Reads a plain text: tabs, pipes and wide gaps part the cells of a row; gaps stand in the columns of their table. */
export const readText = (text: string): SourceDocument => makeDocument(buildBlocks(printLines(text), TOLERANCE));
