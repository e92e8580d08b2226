import { readLeadingDates } from "../../expressions/dates.ts";
import { readLeadingTimes } from "../../expressions/times.ts";
import type { Cell, Row } from "../../model/document.ts";
import { classifyColumns, isColumnHead, isTimes } from "../../organization-of-work/grid-columns.ts";
import { isDayHeading } from "../../sections/sections.ts";
import { makeLine } from "../../text/line.ts";
import { cleanText } from "../../text/typography.ts";
import { joinCellLines } from "../wraps.ts";
import { findBoundaries, findWordAt, splitAtBoundaries, type Placed } from "./boundaries.ts";
import type { Column, PrintedLine } from "./printed-line.ts";

/** Grids that are set without rules, by gaps alone: their cells wrap, each in its own column, below days or organs. */

/** Lines of one grid. */
const MOST = 300;
/** Columns of one grid. */
const MOST_COLUMNS = 60;
/** Lines between two rows of several cells. */
const MOST_BETWEEN = 3;

const listTexts = ({ pieces }: PrintedLine): readonly string[] => pieces.map(({ text }) => cleanText(text));

/** Whether a line heads the columns of such a grid. */
export const isGridHead = (line: PrintedLine): boolean => {
  const columns =
    line.isMarked === true || line.pieces.length > MOST_COLUMNS ? undefined : classifyColumns(makeLine(line.line, listTexts(line), false));
  return columns === "days" || columns === "organs";
};

/** Whether a grid goes on in a line: with several cells, with one of a column, or with the hours of its next row. */
const goesOn = (lines: readonly PrintedLine[], at: number, second: number): boolean => {
  const [line, ...below] = lines.slice(at, at + 1 + MOST_BETWEEN);
  const [only, ...others] = line?.pieces ?? [];
  if (!line || !only || line.isMarked === true || isGridHead(line)) return false;
  const isBefore = below.some(({ pieces, isMarked }) => pieces.length > 1 && isMarked !== true);
  if (others.length > 0) return true;
  const isHours = only.start < second && readLeadingTimes(cleanText(only.text)) !== undefined;
  return isHours || ((only.start >= second || only.end <= second) && (isBefore || !line.isApart));
};

export const findGridEnd = (lines: readonly PrintedLine[], head: number): number => {
  const second = lines[head]?.pieces[1]?.start ?? 0;
  let end = head + 1;
  while (end < head + MOST && goesOn(lines, end, second)) end += 1;
  return end;
};

const MERIDIEM = /^[ap]\.?\s?m\.?$/i;

/** Whether the name of a row goes on: "10.00-" above "13.00", "Morning" above its hours, a second word. */
const isGoingOn = (above: string, below: string, isApart: boolean): boolean => {
  if (/[-–—]$/u.test(above) || MERIDIEM.test(below)) return true;
  const saysWhen = readLeadingTimes(below) !== undefined || isTimes(below) || isDayHeading(below);
  return saysWhen ? !/\d/.test(above) && isTimes(above) && /\d/.test(below) : !isApart;
};

interface PlacedLine {
  readonly line: PrintedLine;
  readonly placed: readonly Placed[];
}

interface OpenRow {
  readonly line: PrintedLine;
  readonly placed: Placed[];
}

/** Whether a line begins a row below another: by what names it, or by what covers several columns. */
const beginsRow = ({ placed: above }: OpenRow, { line, placed }: PlacedLine, names: number): boolean => {
  if ([...above, ...placed].some(({ columns }) => columns > 1)) return true;
  return placed
    .filter(({ column }) => column < names)
    .some(({ column, piece }) => {
      const last = above.findLast((one) => one.column === column);
      return last ? !isGoingOn(cleanText(last.piece.text), cleanText(piece.text), line.isApart) : above.some((one) => one.column >= names);
    });
};

/** Lines as the rows that they are. */
const groupRows = (lines: readonly PlacedLine[], names: number): readonly OpenRow[] => {
  const rows: OpenRow[] = [];
  for (const one of lines) {
    const row = rows.at(-1);
    if (row && !beginsRow(row, one, names)) row.placed.push(...one.placed);
    else rows.push({ line: one.line, placed: [...one.placed] });
  }
  return rows;
};

const makeCell = (text: string, columns = 1): Cell => ({ text, columns, rows: 1 });

const writeCells = ({ placed }: PlacedLine, boundaries: readonly number[], ends: readonly number[]): readonly Cell[] => {
  const cells: Cell[] = [];
  for (let column = 0; column <= boundaries.length;) {
    const own = placed.filter((one) => one.column === column);
    const columns = own.reduce((most, one) => Math.max(most, one.columns), 1);
    const room = (ends[column + columns - 1] ?? 0) - (boundaries[column - 1] ?? 0);
    const lines = own.map(({ piece }) => ({ ...piece, text: cleanText(piece.text) }));
    cells.push(makeCell(joinCellLines(lines, room).filter(Boolean).join("\n"), columns));
    column += columns;
  }
  return cells;
};

/** How many columns name the rows: those before the first day or organ. */
const countNames = (titles: readonly string[]): number => Math.max(titles.findIndex(isColumnHead), 0);

/** Days that stand below their weekdays, and belong to the head. */
const isOfHead = (line: PrintedLine): boolean => listTexts(line).every((text) => readLeadingDates(text) !== undefined || /^\d/.test(text));

/** A head for what no gap parts: it is in no column, and is told. */
const UNPARTED = "…";

/** The rows of a grid, from its head; none where what names its rows stands beside the midst of them. */
export const readSpacedGrid = (lines: readonly PrintedLine[]): readonly Row[] | undefined => {
  const [head, ...body] = lines;
  const [left] = head?.pieces ?? [];
  if (!head || !left || body.length === 0) return undefined;
  const titles = listTexts(head);
  const isBefore = (piece: Column | undefined): boolean =>
    piece !== undefined && piece.start < left.start && (piece.end <= left.start || findWordAt(piece, left.start) !== undefined);
  const isNamed = countNames(titles) === 0 && body.some(({ pieces: [piece] }) => isBefore(piece));
  const names = countNames(titles) + (isNamed ? 1 : 0);
  const boundaries = findBoundaries(head.pieces, body, isNamed);
  const place = (line: PrintedLine): PlacedLine => ({ line, placed: splitAtBoundaries(line.pieces, boundaries) });
  const placed = body.map(place);
  const first = placed.find(({ line }) => !isOfHead(line));
  if (names > 0 && first?.placed.every(({ column, columns }) => column >= names && columns === 1) === true) return undefined;
  const furthest = lines.flatMap(({ pieces }) => pieces.map(({ end }) => end)).reduce((most, end) => Math.max(most, end), 0);
  const ends = [...boundaries.map((boundary) => boundary - 1), furthest];
  const write = (row: PlacedLine): Row => {
    const isParted = row.placed.every(({ isUnparted }) => !isUnparted);
    const text = row.placed.map(({ piece }) => cleanText(piece.text)).join(" ");
    const cells = isParted ? writeCells(row, boundaries, ends) : [...ends.map(() => makeCell("")), makeCell(text)];
    return { line: row.line.line, isApart: row.line.isApart, cells };
  };
  const rows = groupRows(placed, names).map(write);
  const isWhole = rows.every(({ cells: { length } }) => length <= ends.length);
  const top = write(place(head));
  return [isWhole ? top : { ...top, cells: [...top.cells, makeCell(UNPARTED)] }, ...rows];
};
