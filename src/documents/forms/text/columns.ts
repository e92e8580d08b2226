/** A piece of a line that wide gaps part from others, and the column of characters in which it begins. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Three spaces or more part columns that are set with spaces. */
const GAP = / {3,}/g;

export const splitAtGaps = (line: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = line.length - line.trimStart().length;
  for (const gap of line.slice(start).matchAll(GAP)) {
    const from = line.length - line.trimStart().length;
    pieces.push({ text: line.slice(start, from + gap.index), start });
    start = from + gap.index + gap[0].length;
  }
  return [...pieces, { text: line.slice(start), start }];
};

/** Characters by which the pieces of one column may begin apart. */
const TOLERANCE = 2;
/** Columns of a table that is set with spaces. */
const MOST = 12;

/** Where the columns of a table begin, which is set with spaces: where pieces of several lines do. */
const findColumns = (rows: readonly (readonly Piece[])[]): readonly number[] => {
  const starts = rows.flatMap((pieces) => pieces.map(({ start }) => start)).toSorted((a, b) => a - b);
  const columns: number[] = [];
  for (const start of starts) if (columns.length === 0 || start - (columns.at(-1) ?? 0) > TOLERANCE) columns.push(start);
  return columns;
};

/** The rows of a table that is set with spaces, each piece in the column where it begins; what lies between is empty. */
export const alignColumns = (rows: readonly (readonly Piece[])[]): readonly (readonly string[])[] => {
  const columns = findColumns(rows);
  if (columns.length > MOST) return rows.map((pieces) => pieces.map(({ text }) => text));
  return rows.map((pieces) => {
    const cells: string[] = [];
    for (const { text, start } of pieces) {
      const at = columns.findLastIndex((column) => column <= start);
      while (cells.length < at) cells.push("");
      cells.push(text);
    }
    return [...cells, ...Array.from({ length: columns.length - cells.length }, () => "")];
  });
};
