/** One printed line, paragraph or table row of a document, with clean typography. */
export interface Line {
  /** Where it stands in the source, from 1: a line of text, a paragraph of a .docx. */
  readonly number: number;
  /** The cells of a table row, empty ones included; a line of running text is one cell. */
  readonly cells: readonly string[];
  /** How far it is set in from the margin. */
  readonly indent: number;
  /** The cells, each also in the columns and rows that it covers. */
  readonly spread: readonly string[];
  /** All cells as one text. */
  readonly text: string;
  /** Whether an empty line stands before it: a new paragraph. */
  readonly isApart: boolean;
}

export const makeLine = (number: number, cells: readonly string[], isApart: boolean, spread = cells, indent = 0): Line => ({
  number,
  cells,
  spread,
  indent,
  text: cells.filter(Boolean).join(" "),
  isApart,
});

/** Letters and digits only, lower case, without accents: how titles are compared. */
export const normalizeText = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
