import { isDayHeading } from "../sections/sections.ts";
import { makeLine, type Line } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";
import { isTimes } from "./grid-columns.ts";

/** Tables whose columns are days, times of day or organs, written out as the lines that say the same. */
export interface WrittenOut {
  readonly lines: readonly Line[];
  readonly warnings: readonly Warning[];
}

export const splitParagraphs = (cell: string | undefined): readonly string[] => (cell ?? "").split("\n").filter(Boolean);

/** Cells of a grid as rows of their own, so that "3, 4" in one is read as items. */
export const writeCell = (number: number, cell: string | undefined): readonly Line[] =>
  splitParagraphs(cell).map((text) => makeLine(number, ["", text], true));
export const writeHeading = (number: number, cell: string | undefined): readonly Line[] =>
  cell ? [makeLine(number, [cell.replaceAll("\n", " ")], true)] : [];

export const joinCellLines = (cell: string | undefined): string => (cell ?? "").replaceAll("\n", " ");

/** The name of a row, which may be set letter below letter. */
const joinName = (cell: string | undefined): string =>
  /^\p{L}(?:\n\p{L}){2,}$/u.test(cell ?? "") ? (cell ?? "").replaceAll("\n", "") : joinCellLines(cell);

/** Whether a cell is the one above, which covers both rows. */
const isCovered = (row: Line, above: Line | undefined, column: number): boolean =>
  row.cells[column] === "" && row.spread[column] !== "" && row.spread[column] === above?.spread[column];

/** The hours beside what is said of them, in columns below one head: "9.00-12.00 | Item 1". */
const writePair = (row: Line, above: Line | undefined, columns: readonly number[]): readonly Line[] => {
  const [first, ...others] = columns
    .filter((column) => row.spread[column] !== "" && (column === columns[0] || row.cells[column] !== "" || row.spread[column - 1] === ""))
    .filter((column) => !isCovered(row, above, column));
  if (first === undefined) return [];
  const hours = row.spread[first];
  return isTimes(joinCellLines(hours))
    ? [...writeHeading(row.number, hours), ...others.flatMap((column) => writeCell(row.number, row.spread[column]))]
    : [first, ...others].flatMap((column) => writeCell(row.number, row.spread[column]));
};

/** What the rows say in the columns of one head, each below what names the row: once, where that covers several rows. */
export const writeColumns = (rows: readonly Line[], columns: readonly number[], hasNames: boolean): readonly Line[] =>
  rows.flatMap((row, at) => {
    const above = rows[at - 1];
    const isNamed = hasNames && isCovered(row, above, 0);
    const [column = 0] = columns;
    const cell = columns.map((one) => row.spread[one]).find(Boolean);
    if (!cell || (isNamed && columns.every((one) => !row.spread[one] || isCovered(row, above, one)))) return [];
    const isGoingOn = isNamed && columns.some((one) => above?.spread[one]);
    // A weekday that names a row says nothing of days that have dates.
    const name = hasNames && !isGoingOn && !isDayHeading(joinName(row.spread[0])) ? writeHeading(row.number, joinName(row.spread[0])) : [];
    return [...name, ...(columns.length > 1 ? writePair(row, above, columns) : writeCell(row.number, row.spread[column]))];
  });

/** Rows with those that go on with them below, where no name stands: "5 May | Plenary", " | Item 1". */
export const joinGoingOn = (rows: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (!above || row.spread[0] !== "" || row.cells.length !== above.cells.length) joined.push(row);
    else joined[joined.length - 1] = joinCells(above, row);
  }
  return joined;
};

const joinTexts = (cell: string, more: string | undefined): string => [cell, more].filter(Boolean).join("\n");
const joinCells = (above: Line, below: Line): Line =>
  makeLine(
    above.number,
    above.cells.map((cell, at) => joinTexts(cell, below.cells[at])),
    above.isApart,
    above.spread.map((cell, at) => joinTexts(cell, below.spread[at])),
  );

/** Columns that share the cell above them: the first of them, and all. */
export const groupColumns = (head: Line, columns: readonly number[]): readonly (readonly number[])[] => {
  const groups: number[][] = [];
  for (const column of columns) {
    const isSame = head.cells[column] === "" && head.spread[column] === head.spread[column - 1] && groups.length > 0;
    if (isSame) groups.at(-1)?.push(column);
    else groups.push([column]);
  }
  return groups;
};

/** Rows that name hours, where all others name something else. */
const FEWEST = 2;

const isNote = ({ spread: [name = ""] }: Line): boolean => name !== "" && !/\d/.test(name) && !isTimes(joinName(name));

/** Rows of a grid without those that name something else where others name hours: notes, keys. */
export const dropNotes = (rows: readonly Line[]): WrittenOut => {
  const areHours = rows.filter(({ spread: [name = ""] }) => isTimes(joinCellLines(name))).length >= FEWEST;
  if (!areHours) return { lines: rows, warnings: [] };
  const notes = rows.filter(isNote);
  return {
    lines: rows.filter((row) => !notes.includes(row)),
    warnings: notes.map(({ text, number }) => warn("left-out-text", text.replaceAll("\n", " "), number)),
  };
};
