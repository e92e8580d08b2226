import type { Block, Cell } from "../../model/document.ts";
import { groupPieces, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";
import type { PrintedLine } from "./printed-line.ts";
import { findGridEnd, isGridHead, readSpacedGrid } from "./spaced-grids.ts";

/** Columns of a table that is set without rules. */
const MOST = 12;

/** Where the columns of a table begin: where pieces of its lines do. */
const findColumns = (rows: readonly PrintedLine[], tolerance: number): readonly number[] => {
  const starts = rows.flatMap(({ pieces }) => pieces.map(({ start }) => start)).toSorted((a, b) => a - b);
  const columns: number[] = [];
  for (const start of starts) if (columns.length === 0 || start - (columns.at(-1) ?? 0) > tolerance) columns.push(start);
  return columns;
};

const makeCell = (text: string): Cell => ({ text: cleanText(text), columns: 1, rows: 1 });

/** The cells of a row, each piece in the column where it begins; what lies between is empty. */
const alignCells = ({ pieces }: PrintedLine, columns: readonly number[]): readonly Cell[] => {
  if (columns.length > MOST) return pieces.map(({ text }) => makeCell(text));
  const cells = columns.map(() => "");
  for (const { text, start } of pieces) {
    const at = columns.findLastIndex((column) => column <= start);
    cells[at] = [cells[at], text].filter(Boolean).join(" ");
  }
  return cells.map(makeCell);
};

const isRow = ({ pieces }: PrintedLine): boolean => pieces.length > 1;

/** Lines between two rows of one table, which only go on with a cell. */
const MOST_BETWEEN = 3;

/** Where the table that begins at `from` ends: the rows that follow, and the lines between them; before a grid that has its own. */
const findTableEnd = (lines: readonly PrintedLine[], from: number): number => {
  let end = from + 1;
  for (let at = end; at < Math.min(lines.length, end + MOST_BETWEEN); at += 1) {
    const line = lines[at];
    if (line && isGridHead(line)) break;
    if (line && isRow(line)) end = at + 1;
  }
  return end;
};

const buildTable = (table: readonly PrintedLine[], tolerance: number): readonly Piece[] => {
  const columns = findColumns(table.filter(isRow), tolerance);
  return table.map((printed): Piece => {
    const { line, isApart, pieces } = printed;
    return isRow(printed)
      ? { kind: "row", row: { line, isApart, cells: alignCells(printed, columns) } }
      : { kind: "paragraph", line, text: cleanText(pieces[0]?.text ?? ""), isApart, indent: pieces[0]?.start ?? 0 };
  });
};

/** Paragraphs and tables from lines whose pieces stand in columns. */
export const buildBlocks = (lines: readonly PrintedLine[], tolerance: number): readonly Block[] => {
  const built: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at];
    if (!first) break;
    const gridEnd = isGridHead(first) ? findGridEnd(lines, at) : at;
    const grid = gridEnd > at + 1 ? readSpacedGrid(lines.slice(at, gridEnd)) : undefined;
    const end = grid ? gridEnd : isRow(first) ? findTableEnd(lines, at) : at + 1;
    const pieces = grid?.map((row): Piece => ({ kind: "row", row })) ?? buildTable(lines.slice(at, end), tolerance);
    for (const piece of pieces) built.push(piece);
    at = end;
  }
  return groupPieces(built);
};
