import { makeLine, type Line } from "../text/line.ts";
import type { Block, Row, Table } from "./document.ts";

/** The paragraphs of a cell that stands alone in its row: such a table only sets the page. */
const readColumn = ({ cells }: Row): readonly string[] => {
  const [only, ...others] = cells.filter(({ text }) => text !== "");
  const paragraphs = only?.text.split("\n") ?? [];
  return others.length === 0 && paragraphs.length > 1 ? paragraphs : [];
};

/** For each column, the cell above that still covers it, and for how many rows. */
type Covered = readonly ({ readonly text: string; readonly rows: number } | undefined)[];

interface SpreadRow {
  /** The cells in the columns of their table: what a span covers is empty. */
  readonly cells: readonly string[];
  /** The same, and what a span covers is filled. */
  readonly filled: readonly string[];
  readonly covered: Covered;
}

const spreadRow = ({ cells: printed }: Row, covered: Covered): SpreadRow => {
  const cells: string[] = [];
  const filled: string[] = [];
  const left = [...covered];
  const skipCovered = (): void => {
    for (let above = left[cells.length]; above; above = left[cells.length]) {
      left[cells.length] = above.rows > 1 ? { ...above, rows: above.rows - 1 } : undefined;
      cells.push("");
      filled.push(above.text);
    }
  };
  for (const { text, columns, rows } of printed) {
    skipCovered();
    for (let column = 0; column < columns; column += 1) {
      left[cells.length] = rows > 1 ? { text, rows: rows - 1 } : undefined;
      cells.push(column === 0 ? text : "");
      filled.push(text);
    }
  }
  skipCovered();
  return { cells, filled, covered: left };
};

const flattenTable = ({ rows }: Table): readonly Line[] => {
  let covered: Covered = [];
  return rows.flatMap((row) => {
    const spread = spreadRow(row, covered);
    covered = spread.covered;
    const column = readColumn(row);
    if (column.length > 0) return column.map((text, at) => makeLine(row.line + at, [text], true));
    return spread.cells.every((text) => text === "") ? [] : [makeLine(row.line, spread.cells, row.isApart, spread.filled)];
  });
};

/** The lines of a document, in the order of reading: paragraphs, and the rows of its tables. */
export const flattenBlocks = (blocks: readonly Block[]): readonly Line[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" ? [makeLine(block.line, [block.text], block.isApart, [block.text], block.indent)] : flattenTable(block),
  );
