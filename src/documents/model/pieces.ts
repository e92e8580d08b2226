import type { Block, Cell, Paragraph, Row } from "./document.ts";

/** What a form lets out as it is read: paragraphs, and the rows of tables up to the end of each. */
export type Piece =
  | Paragraph
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "table-end" }
  | { readonly kind: "footnote"; readonly text: string };

/** A row of a sheet. One with a single cell is a paragraph: it heads what follows, or stands above the table. */
export const makeSheetRow = (line: number, cells: readonly Cell[]): Piece => {
  const [only, ...others] = cells.filter(({ text }) => text !== "");
  return only && others.length === 0 && !only.text.includes("\n")
    ? { kind: "paragraph", line, text: only.text, isApart: false }
    : { kind: "row", row: { line, cells, isApart: false } };
};

/** Gathers the rows of each table. */
export const groupPieces = (pieces: readonly Piece[]): readonly Block[] => {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (const piece of pieces) {
    if (piece.kind === "row") rows.push(piece.row);
    else {
      endTable();
      if (piece.kind === "paragraph") blocks.push(piece);
    }
  }
  endTable();
  return blocks;
};
