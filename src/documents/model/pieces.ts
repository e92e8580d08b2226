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

/** Paragraphs of a row that stand below each other. */
const countParagraphs = ({ cells }: Row): number => Math.max(1, ...cells.map(({ text }) => text.split("\n").length));

/** Pieces counted in the order of reading, where the lines of a source say nothing: a page may be one line. */
export const countPieces = (pieces: readonly Piece[]): readonly Piece[] => {
  let line = 0;
  return pieces.map((piece) => {
    if (piece.kind !== "paragraph" && piece.kind !== "row") return piece;
    const counted = line + 1;
    line += piece.kind === "row" ? countParagraphs(piece.row) : 1;
    return piece.kind === "row" ? { ...piece, row: { ...piece.row, line: counted } } : { ...piece, line: counted };
  });
};
