import type { Row } from "../../model/document.ts";

/** A cell as a word processor writes it: one that goes on from the row above stands in its row, empty. */
export interface SpannedCell {
  readonly text: string;
  readonly columns: number;
  readonly goesOn: boolean;
}

interface SpannedRow {
  readonly line: number;
  readonly cells: readonly SpannedCell[];
}

interface Placed extends SpannedCell {
  readonly column: number;
}

const placeCells = ({ cells }: SpannedRow): readonly Placed[] => {
  let column = 0;
  return cells.map((cell) => {
    const placed = { ...cell, column };
    column += cell.columns;
    return placed;
  });
};

/** How many rows below `at` go on with the cell of a column. */
const countRows = (rows: readonly (readonly Placed[])[], at: number, column: number): number => {
  let end = at + 1;
  while (rows[end]?.some((cell) => cell.column === column && cell.goesOn)) end += 1;
  return end - at;
};

/** Rows with the spans that their cells have: what goes on from above is part of the cell above. */
export const mergeSpans = (rows: readonly SpannedRow[]): readonly Row[] => {
  const placed = rows.map(placeCells);
  return placed.map((cells, at) => ({
    line: rows[at]?.line ?? 0,
    isApart: false,
    cells: cells
      .filter(({ goesOn, column }) => !goesOn || !placed[at - 1]?.some((above) => above.column === column))
      .map(({ text, columns, column }) => ({ text, columns, rows: countRows(placed, at, column) })),
  }));
};
