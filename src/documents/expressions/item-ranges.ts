import { listRomansBetween } from "./roman-numbers.ts";

/** Items of a range, of which a text prints the first and the last: "2-5", "3 (a)-(c)", "I-IV". */

type Path = readonly string[];

const LARGEST = 30;

/** The paths of the items between two. */
export const listPathsBetween = (from: Path, to: Path): readonly Path[] => {
  const [first, last] = [from.at(-1) ?? "", to.at(-1) ?? ""];
  const parent = to.slice(0, -1);
  if (from.length > 1 && /^[a-z]$/.test(first) && /^[a-z]$/.test(last)) {
    const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
    return Array.from({ length: Math.max(high - low - 1, 0) }, (_, at) => [...parent, String.fromCodePoint(low + 1 + at)]);
  }
  if (from.length === 1 && to.length === 1 && /^[IVX]+$/.test(first)) return listRomansBetween(first, last).map((number) => [number]);
  const [head, low] = /^(.*?)(\d+)$/.exec(first)?.slice(1) ?? [];
  const high = /(\d+)$/.exec(last)?.[1];
  const count = Number(high) - Number(low) - 1;
  if (from.length !== to.length || !(count > 0 && count < LARGEST)) return [];
  return Array.from({ length: count }, (_, at) => [...parent, `${head ?? ""}${Number(low) + 1 + at}`]);
};
