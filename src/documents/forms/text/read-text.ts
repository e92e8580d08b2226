import { makeDocument, type SourceDocument } from "../../model/document.ts";
import { groupPieces, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/;
/** A word that a soft hyphen parts at the end of a line. */
const PARTED = /\u00AD([^\S\r\n]{0,200}(?:\r\n|\n)[^\S\r\n]{0,200})(\p{L}\S{0,60})/gu;
/** Three spaces or more part columns that are set with spaces. */
const COLUMNS = / {3,}/;

const splitCells = (printed: string): readonly string[] => {
  const line = printed.trimEnd();
  if (line.includes("\t")) return line.split("\t");
  const inside = line.trimStart();
  const isPiped = inside.startsWith("|") || inside.includes(" | ");
  if (isPiped) return inside.replace(/^\|/, "").replace(/\|$/, "").split("|");
  return inside.split(COLUMNS);
};

/** Reads a plain text: tabs, pipes and wide gaps part the cells of a row. */
export const readText = (text: string): SourceDocument => {
  let isApart = true;
  const pieces = text
    .replaceAll(PARTED, "$2$1")
    .split(BREAK)
    .map((printed, at): Piece | undefined => {
      const cells = splitCells(printed).map(cleanText);
      const [only = ""] = cells;
      const wasApart = isApart;
      isApart = cells.every((cell) => cell === "");
      if (isApart) return undefined;
      if (cells.length === 1) return { kind: "paragraph", line: at + 1, text: only, isApart: wasApart };
      return { kind: "row", row: { line: at + 1, cells: cells.map((cell) => ({ text: cell, columns: 1, rows: 1 })), isApart: wasApart } };
    });
  return makeDocument(groupPieces(pieces.filter((piece) => piece !== undefined)));
};
