import { makeDocument, type Row, type SourceDocument } from "../../model/document.ts";
import { groupPieces, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";
import { alignColumns, splitAtGaps, type Piece as Column } from "./columns.ts";

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/;
/** A word that a soft hyphen parts at the end of a line. */
const PARTED = /\u00AD([^\S\r\n]{0,200}(?:\r\n|\n)[^\S\r\n]{0,200})(\p{L}\S{0,60})/gu;

/** A line as it is printed: its cells, where marks part them, or its pieces, where gaps do. */
interface Printed {
  readonly line: number;
  readonly isApart: boolean;
  readonly cells: readonly string[];
  readonly columns: readonly Column[] | undefined;
}

const splitCells = (printed: string): Pick<Printed, "cells" | "columns"> => {
  const line = printed.trimEnd();
  if (line.includes("\t")) return { cells: line.split("\t"), columns: undefined };
  const inside = line.trimStart();
  const isPiped = inside.startsWith("|") || inside.includes(" | ");
  if (isPiped) return { cells: inside.replace(/^\|/, "").replace(/\|$/, "").split("|"), columns: undefined };
  const columns = splitAtGaps(line);
  return { cells: columns.map(({ text }) => text), columns };
};

const printLines = (text: string): readonly Printed[] => {
  let isApart = true;
  return text
    .replaceAll(PARTED, "$2$1")
    .split(BREAK)
    .flatMap((printed, at) => {
      const split = splitCells(printed);
      const line = { line: at + 1, isApart, ...split, cells: split.cells.map(cleanText) };
      isApart = line.cells.every((cell) => cell === "");
      return isApart ? [] : [line];
    });
};

const isRow = ({ cells }: Printed): boolean => cells.length > 1;
const isAligned = (line: Printed): boolean => isRow(line) && line.columns !== undefined;

/** Lines between two rows of one table, which only go on with a cell. */
const MOST_BETWEEN = 3;

/** Where the table that begins at `from` ends: the rows that follow, and the lines between them. */
const findTableEnd = (lines: readonly Printed[], from: number): number => {
  let end = from + 1;
  for (let at = end; at < Math.min(lines.length, end + MOST_BETWEEN); at += 1) {
    const line = lines[at];
    if (line && isAligned(line)) end = at + 1;
  }
  return end;
};

const makeRow = ({ line, isApart }: Printed, cells: readonly string[]): Row => ({
  line,
  isApart,
  cells: cells.map((text) => ({ text: cleanText(text), columns: 1, rows: 1 })),
});

const makePiece = (line: Printed, cells: readonly string[]): Piece =>
  isRow(line)
    ? { kind: "row", row: makeRow(line, cells) }
    : { kind: "paragraph", line: line.line, text: line.cells[0] ?? "", isApart: line.isApart };

/** Reads a plain text: tabs, pipes and wide gaps part the cells of a row; gaps stand in the columns of their table. */
export const readText = (text: string): SourceDocument => {
  const lines = printLines(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const end = isAligned(line) ? findTableEnd(lines, at) : at + 1;
    const table = lines.slice(at, end);
    const rows = table.filter(isAligned);
    const aligned = new Map(alignColumns(rows.map(({ columns = [] }) => columns)).map((cells, row) => [rows[row], cells]));
    for (const printed of table) pieces.push(makePiece(printed, aligned.get(printed) ?? printed.cells));
    at = end;
  }
  return makeDocument(groupPieces(pieces));
};
