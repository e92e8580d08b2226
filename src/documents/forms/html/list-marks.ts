/** A list that is open: its numbers are made by who shows it. */
export interface OpenList {
  readonly isNumbered: boolean;
  /** How many numbered lists it stands in, itself included. */
  readonly depth: number;
  readonly type: string;
  readonly next: number;
}

const ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];
/** How browsers number the levels of a list where nothing else is said: 1. (a) (i). */
const LEVELS = ["1", "a", "i"];

export const openList = (name: string, attributes: Readonly<Record<string, string>>, outer: OpenList | undefined): OpenList => {
  const depth = outer?.depth ?? 0;
  return {
    isNumbered: name === "ol",
    depth: depth + (name === "ol" ? 1 : 0),
    type: attributes["type"] ?? LEVELS[depth] ?? "1",
    next: Number.parseInt(attributes["start"] ?? "1", 10) || 1,
  };
};

/** What stands before the next entry of a list. */
export const formatMark = ({ isNumbered, type, next }: OpenList): string => {
  if (!isNumbered) return "- ";
  if (type === "a" || type === "A") return `(${String.fromCodePoint(96 + Math.min(next, 26))}) `;
  return type === "i" || type === "I" ? `(${ROMANS[next - 1] ?? next}) ` : `${next}. `;
};
