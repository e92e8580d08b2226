/**
 * A document as every form of file gives it: a text, a web page, a word processor's file, a PDF, a spreadsheet are read
 * into this, and the reader knows nothing else. Equal content gives an equal document, whatever it came in.
 */
export interface SourceDocument {
  readonly blocks: readonly Block[];
  /** What headers and footers print: it belongs to pages, not to the text. */
  readonly furniture: readonly string[];
  readonly footnotes: readonly string[];
  readonly changes: readonly TrackedChange[];
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: "paragraph";
  /** Where it stands in the source, from 1: the line of a text, the paragraph of a word processor or a page. */
  readonly line: number;
  readonly text: string;
  /** How far it is set in, in characters or points: a list within a list is. */
  readonly indent?: number;
  /** Whether it is set apart from what stands before it, as by an empty line. */
  readonly isApart: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
}

export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly isApart: boolean;
}

export interface Cell {
  /** Paragraphs, parted by "\n". */
  readonly text: string;
  /** How many columns and rows it covers. */
  readonly columns: number;
  readonly rows: number;
}

/** A change that its author marked and nobody accepted: the text is read as if all were. */
export interface TrackedChange {
  readonly line: number;
  readonly removed: string;
  readonly inserted: string;
}

export const makeDocument = (blocks: readonly Block[], rest: Partial<SourceDocument> = {}): SourceDocument => ({
  blocks,
  furniture: [],
  footnotes: [],
  changes: [],
  ...rest,
});
