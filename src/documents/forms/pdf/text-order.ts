import type { Glyphs } from "./page-lines.ts";

/** The order in which pieces of a line are read, where a page paints them in another: by font, or by script. */

const WORD = /\S+/g;

/** The words of a piece, each where it stands by its share of the letters. */
const splitWords = (piece: Glyphs): readonly Glyphs[] => {
  const { text, x, width, isRightToLeft } = piece;
  const share = width / Math.max(text.length, 1);
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const before = isRightToLeft ? text.length - index - word.length : index;
    return { ...piece, text: word, x: x + before * share, width: word.length * share };
  });
};

/** Pieces with the words apart of those within which another piece stands: "10 00" around "/". */
export const partInterleaved = (line: readonly Glyphs[]): readonly Glyphs[] => {
  const sorted = line.toSorted((a, b) => a.x - b.x);
  return sorted.flatMap((piece, at) => {
    const next = sorted[at + 1];
    const isAround = next !== undefined && next.x + next.width / 2 < piece.x + piece.width && piece.text.trim().includes(" ");
    return isAround ? splitWords(piece) : [piece];
  });
};

/** Letters of scripts that are written from the right. */
const FROM_RIGHT = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Pieces of a line that is counted from the right, with numbers and symbols in the order in which they are written: from the left. */
export const turnNumbers = (line: readonly Glyphs[], gap: number): readonly Glyphs[] => {
  const turned: Glyphs[] = [];
  let run: Glyphs[] = [];
  const endRun = (): void => {
    const [from, to] = [run[0]?.x ?? 0, (run.at(-1)?.x ?? 0) + (run.at(-1)?.width ?? 0)];
    for (const piece of run) turned.push(run.length === 1 ? piece : { ...piece, x: from + to - piece.x - piece.width });
    run = [];
  };
  for (const piece of line.toSorted((a, b) => a.x - b.x)) {
    const last = run.at(-1);
    if (FROM_RIGHT.test(piece.text) || (last && piece.x - last.x - last.width > gap * piece.size)) endRun();
    if (FROM_RIGHT.test(piece.text)) turned.push(piece);
    else run.push(piece);
  }
  endRun();
  return turned;
};
