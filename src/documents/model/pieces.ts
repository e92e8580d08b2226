import type { Block, Paragraph, Row } from "./document.ts";

/** What a form lets out as it is read: paragraphs, and the rows of tables up to the end of each. */
export type Piece =
  | Paragraph
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "table-end" }
  | { readonly kind: "footnote"; readonly text: string };

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
