import { readLeadingTimes } from "../../expressions/times.ts";
import type { Column, PrintedLine } from "./printed-line.ts";

/** Where the columns of a grid are parted that is set by gaps alone. */

/** A piece, the column in which it stands, and how many it covers. */
export interface Placed {
  readonly piece: Column;
  readonly column: number;
  readonly columns: number;
  /** Whether it reaches into the next column beside others: it may be two. */
  readonly isUnparted: boolean;
}

/** Whether each character of a piece has its own place, as in a text. */
const isInCharacters = ({ text, start, end }: Column): boolean => end - start === text.length;

/** Characters by which a long cell pushes the next one on, that one space parts from it. */
const PUSHED = 2;

/** Where a word of a piece begins at a place or just behind it: there two cells may be one space apart. */
export const findWordAt = (piece: Column, place: number): number | undefined => {
  if (!isInCharacters(piece)) return undefined;
  const from = Math.max(place - piece.start - 1, 0);
  const found = /\s\S/u.exec(piece.text.slice(from, from + PUSHED + 2));
  return found ? piece.start + from + found.index + 1 : undefined;
};

const covers = ({ start, end }: Column, place: number): boolean => start < place && end > place;

/** How many of sorted places lie before one, or at it too. */
const countUpTo = (sorted: readonly number[], place: number, isWithIt: boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle] ?? 0;
    if (one < place || (isWithIt && one === place)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many words begin at each place within the pieces: there two cells may be one space apart. */
const countWords = (pieces: readonly Column[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { text, start } of pieces.filter(isInCharacters))
    for (const { index } of text.matchAll(/(?<=\s)\S/g)) counts.set(start + index, (counts.get(start + index) ?? 0) + 1);
  return counts;
};

/** The pieces of a grid, counted once for all of its boundaries. */
interface Counted {
  /** Where pieces begin, each place once. */
  readonly places: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: ReadonlyMap<number, number>;
}

const sortPlaces = (places: Iterable<number>): readonly number[] => [...places].toSorted((one, other) => one - other);

const countPieces = (pieces: readonly Column[]): Counted => {
  const long = pieces.filter(({ start, end }) => start < end);
  return {
    places: sortPlaces(new Set(pieces.map(({ start }) => start))),
    starts: sortPlaces(long.map(({ start }) => start)),
    ends: sortPlaces(long.map(({ end }) => end)),
    words: countWords(pieces),
  };
};

/** The place between two heads over which the fewest pieces reach; the last of such. */
const findBoundary = (from: number, to: number, { places, starts, ends, words }: Counted): number => {
  const between = places.slice(countUpTo(places, from, true), countUpTo(places, to, false));
  const costs = [...between, to].map((place) => {
    const covering = countUpTo(starts, place, false) - countUpTo(ends, place, true);
    return { place, cost: 2 * covering - (words.get(place) ?? 0) };
  });
  return costs.reduce((best, one) => (one.cost <= best.cost ? one : best), { place: 0, cost: Number.POSITIVE_INFINITY }).place;
};

/** Where each column but the first begins. `isNamed`: whether a column without a head stands before all. */
export const findBoundaries = (heads: readonly Column[], body: readonly PrintedLine[], isNamed: boolean): readonly number[] => {
  const pieces = body.flatMap((line) => line.pieces);
  const left = pieces.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const all = isNamed ? [{ text: "", start: left, end: left + 1 }, ...heads] : heads;
  const counted = countPieces(pieces);
  return all.slice(1).map(({ start }, at) => findBoundary(all[at]?.end ?? 0, start, counted));
};

const splitPiece = (piece: Column, place: number): readonly [Column, Column] => [
  { text: piece.text.slice(0, place - piece.start), start: piece.start, end: place - 1 },
  { text: piece.text.slice(place - piece.start), start: place, end: piece.end },
];

/** The pieces of a line in their columns: two cells that one space parts, and one that covers several columns. */
export const splitAtBoundaries = (pieces: readonly Column[], boundaries: readonly number[]): readonly Placed[] => {
  const [only, ...others] = pieces;
  // A piece for each column: rows that a page set a little apart from each other.
  if (others.length === boundaries.length) return pieces.map((piece, column) => ({ piece, column, columns: 1, isUnparted: false }));
  let isAlone = others.length === 0;
  const open = pieces.toReversed();
  const placed: Placed[] = [];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const whole = piece;
    const column = boundaries.filter((boundary) => boundary <= whole.start).length;
    const crossed = boundaries.filter((boundary) => covers(whole, boundary));
    const [next] = crossed;
    const isName = whole === only && readLeadingTimes(whole.text) !== undefined;
    const word = next === undefined || (isAlone && !isName) ? undefined : findWordAt(whole, next);
    if (word !== undefined) {
      const [before, after] = splitPiece(whole, word);
      open.push(after, before);
      isAlone = false;
    } else
      placed.push({
        piece: whole,
        column,
        columns: isAlone ? crossed.length + 1 : 1,
        isUnparted: crossed.length > 0 && (!isAlone || isName),
      });
  }
  return placed;
};
