import type { Cell } from "../../model/document.ts";
import { partInterleaved, turnNumbers } from "./text-order.ts";

/** A piece of text where its page shows it: x from the left, y from the bottom, in points. */
export interface Glyphs {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** What wide gaps part on a line. */
export interface TextRun {
  readonly text: string;
  /** From the side where its script begins. */
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

export interface PageLine {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly TextRun[];
  /** Its cells, where it is a row of a table whose rules are drawn. */
  readonly cells?: readonly Cell[];
}

/** Parts of the size of the letters: what is on one line, what parts words, what parts columns. */
const [SAME_LINE, WORD_GAP, COLUMN_GAP] = [0.4, 0.15, 0.9];
/** Raised marks of footnotes are smaller. */
const SMALL = 0.8;
const FOOTNOTE_MARK = /^[\d*†‡,]{1,3}$/;

const groupLines = (glyphs: readonly Glyphs[]): readonly (readonly Glyphs[])[] => {
  const lines: Glyphs[][] = [];
  for (const one of glyphs.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && first.y - one.y <= SAME_LINE * Math.max(first.size, one.size)) line.push(one);
    else lines.push([one]);
  }
  return lines;
};

/** The places of a line counted from where its script begins. */
const mirror = (line: readonly Glyphs[], width: number): readonly Glyphs[] => {
  const letters = (isRightToLeft: boolean) =>
    line.filter((one) => one.isRightToLeft === isRightToLeft).reduce((sum, { text }) => sum + text.length, 0);
  if (letters(true) <= letters(false)) return line;
  return turnNumbers(
    line.map((one) => ({ ...one, x: width - one.x - one.width })),
    WORD_GAP,
  );
};

const splitSegments = (line: readonly Glyphs[]): readonly TextRun[] => {
  const segments: TextRun[] = [];
  for (const { text, x, width, size } of line.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    const gap = last ? x - last.end : Number.POSITIVE_INFINITY;
    if (last && gap <= COLUMN_GAP * size) {
      const space = gap > WORD_GAP * size && !/\s$/.test(last.text) ? " " : "";
      segments[segments.length - 1] = { ...last, text: `${last.text}${space}${text}`, end: Math.max(last.end, x + width) };
    } else segments.push({ text, start: x, end: x + width, size });
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() }));
};

/** The lines of a page, from its top. */
export const readPageLines = (glyphs: readonly Glyphs[], width: number): readonly PageLine[] =>
  groupLines(glyphs.filter(({ text, size }) => text.trim() !== "" && size > 0)).map((line) => {
    const size = line.reduce((largest, one) => Math.max(largest, one.size), 0);
    const printed = line.filter((one) => one.size >= SMALL * size || !FOOTNOTE_MARK.test(one.text.trim()));
    return { y: line[0]?.y ?? 0, size, segments: splitSegments(mirror(partInterleaved(printed), width)) };
  });
