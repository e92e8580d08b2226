import { makeLine, type Line } from "../text/line.ts";
import type { Block, Row, Table } from "./document.ts";

/** The paragraphs of a cell that stands alone in its row: such a table only sets the page. */
const readColumn = ({ cells }: Row): readonly string[] => {
  const [only, ...others] = cells.filter(({ text }) => text !== "");
  const paragraphs = only?.text.split("\n") ?? [];
  return others.length === 0 && paragraphs.length > 1 ? paragraphs : [];
};

/** For each column, how many rows a cell above still covers. */
type Covered = readonly number[];

/** The cells of a row in the columns of its table: what a span covers is empty. */
const spreadRow = ({ cells }: Row, covered: Covered): { readonly texts: readonly string[]; readonly covered: Covered } => {
  const texts: string[] = [];
  const left = [...covered];
  const skipCovered = (): void => {
    while ((left[texts.length] ?? 0) > 0) {
      left[texts.length] = (left[texts.length] ?? 1) - 1;
      texts.push("");
    }
  };
  for (const { text, columns, rows } of cells) {
    skipCovered();
    const from = texts.length;
    for (let column = from; column < from + columns; column += 1) {
      left[column] = rows - 1;
      texts.push(column === from ? text : "");
    }
  }
  skipCovered();
  return { texts, covered: left };
};

const flattenTable = ({ rows }: Table): readonly Line[] => {
  let covered: Covered = [];
  return rows.flatMap((row) => {
    const spread = spreadRow(row, covered);
    covered = spread.covered;
    const column = readColumn(row);
    if (column.length > 0) return column.map((text) => makeLine(row.line, [text], true));
    return spread.texts.every((text) => text === "") ? [] : [makeLine(row.line, spread.texts, row.isApart)];
  });
};

/** The lines of a document, in the order of reading: paragraphs, and the rows of its tables. */
export const flattenBlocks = (blocks: readonly Block[]): readonly Line[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [makeLine(block.line, [block.text], block.isApart)] : flattenTable(block)));
