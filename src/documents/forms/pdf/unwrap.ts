import { beginsAnew, joinWrapped, measureFirstWord } from "../wraps.ts";
import type { PageLine, TextRun } from "./page-lines.ts";

/** A line whose wrapped segments are whole: what goes on from the line above has left its own line. */
export interface WholeLine extends PageLine {
  /** Whether more space stands above it than between the lines of a paragraph. */
  readonly isApart: boolean;
}

/** Parts of the size of the letters: how far lines of one paragraph are apart, how far they may be indented. */
const [LEADING, INDENT, TOLERANCE] = [1.7, 3.2, 0.3];
/** How much of its column a wrapped line fills, and how near to its edge full lines end. */
const [FILLED, NEAR] = [0.5, 0.12];
/** Full lines that show where a column ends. */
const FEWEST = 3;

/** As an array of any length can be asked. */
const findLargest = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);

/** How far to the right the text of a column reaches: as its full lines show, else as far as the page does. */
const findEdge = (lines: readonly PageLine[], { start, size }: TextRun): number => {
  const all = lines.flatMap(({ segments }) => segments);
  const ends = all.filter((other) => Math.abs(other.start - start) <= size).map(({ end }) => end);
  const furthest = findLargest(ends);
  const isEdge = ends.filter((end) => end >= furthest - NEAR * (furthest - start)).length >= FEWEST;
  return isEdge ? furthest : findLargest(all.map(({ end }) => end));
};

const findBound = (lines: readonly PageLine[], line: PageLine, segment: TextRun): number =>
  line.segments.find((other) => other.start > segment.start)?.start ?? findEdge(lines, segment);

/** Whether a segment goes on in the line below: its first word had no room left. */
const isWrapped = (lines: readonly PageLine[], line: PageLine, segment: TextRun, below: TextRun, isOnly: boolean): boolean => {
  if (Math.abs(below.size - segment.size) > 1 || beginsAnew(segment.text, below.text)) return false;
  // The last piece of a line may go on at the margin, below the number of its item.
  const isLast = segment === line.segments.at(-1);
  const from = isOnly && isLast ? (line.segments[0]?.start ?? segment.start) : segment.start;
  if (below.start < from - TOLERANCE * segment.size || below.start > segment.start + INDENT * segment.size) return false;
  const bound = findBound(lines, line, segment);
  return segment.end - segment.start >= FILLED * (bound - segment.start) && segment.end + measureFirstWord(below) > bound;
};

interface Open {
  readonly line: PageLine;
  readonly cells: { whole: string; readonly first: TextRun; last: TextRun; lastLine: PageLine }[];
  readonly isApart: boolean;
}

/** Joins what the width of its column parted, column by column. */
export const unwrapLines = (lines: readonly PageLine[]): readonly WholeLine[] => {
  const rows: Open[] = [];
  let above: PageLine | undefined;
  for (const line of lines) {
    const gap = above ? above.y - line.y : Number.POSITIVE_INFINITY;
    const isNear = gap <= LEADING * line.size;
    const open = rows.slice(-MOST_OPEN).flatMap(({ cells }) => cells);
    // What stands to the right of something new is new.
    let isNew = false;
    const left = line.segments.filter((segment) => {
      const cell =
        isNear && !isNew
          ? open.find(({ last, lastLine }) => lastLine === above && isWrapped(lines, lastLine, last, segment, line.segments.length === 1))
          : undefined;
      isNew ||= !cell;
      if (!cell) return true;
      cell.whole = joinWrapped(cell.whole, segment.text);
      cell.last = segment;
      cell.lastLine = line;
      return false;
    });
    if (left.length > 0)
      rows.push({ line, isApart: !isNear, cells: left.map((first) => ({ whole: first.text, first, last: first, lastLine: line })) });
    above = line;
  }
  return rows.map(({ line, cells, isApart }) => ({
    ...line,
    isApart,
    segments: cells.map(({ whole, first }) => ({ ...first, text: whole })),
  }));
};

/** Rows that may go on at a time: a cell beside may be longer than the next row. */
const MOST_OPEN = 12;
