import { findDates } from "../expressions/dates.ts";
import { readItemHead, readRomanHead } from "../expressions/item-heads.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { makeLine, normalizeText, type Line } from "./line.ts";

/** Rows with items and with days by which a document shows that its columns say the same in several languages. */
const [FEWEST_ITEMS, FEWEST_DAYS] = [2, 1];
/** Columns of a page that are looked at. */
const MOST_COLUMNS = 12;

const formatDay = ({ from, to }: PrintedDates): string => [from.day, from.month, to?.day, to?.month].join();

/** The item of which a text has the number and a title. */
const sayItem = (text: string): string | undefined => {
  const head = readItemHead(text) ?? readRomanHead(text);
  return head && head.rest !== "" ? (head.mark ?? head.items.map(({ key }) => key).join()) : undefined;
};

/** The one day or range of days in a text. */
const sayDay = (text: string): string | undefined => {
  const [day, ...others] = findDates(text).map(formatDay);
  return others.every((other) => other === day) ? day : undefined;
};

interface Halves {
  readonly left: string;
  readonly right: string;
}

const cutLine = ({ cells }: Line, column: number): Halves => ({
  left: cells.slice(0, column).filter(Boolean).join(" "),
  right: cells.slice(column).filter(Boolean).join(" "),
});

/** Whether both halves say the same in other words. */
const saySame = ({ left, right }: Halves, say: (text: string) => string | undefined): boolean => {
  const said = say(left);
  if (said === undefined || said !== say(right)) return false;
  const [one, other] = [normalizeText(left), normalizeText(right)];
  return !one.includes(other) && !other.includes(one);
};

/** A column at which the lines of a page begin to say the same again, the first such line, and how many there are. */
interface Translation {
  readonly column: number;
  readonly first: number;
  readonly count: number;
}

const findTranslation = (lines: readonly Line[], width: number, column: number): readonly Translation[] => {
  const halves = lines.flatMap((line, at) => (line.cells.length === width ? [{ at, ...cutLine(line, column) }] : []));
  const items = halves.filter((half) => saySame(half, sayItem));
  const days = halves.filter((half) => saySame(half, sayDay));
  if (items.length < FEWEST_ITEMS || days.length < FEWEST_DAYS) return [];
  const found = [...items, ...days].map(({ at }) => at);
  return [{ column, first: Math.min(...found), count: found.length }];
};

const readWidth = (lines: readonly Line[], width: number): readonly Line[] => {
  const found = Array.from({ length: width - 1 }, (_, at) => findTranslation(lines, width, at + 1)).flat();
  const [best] = found.toSorted((a, b) => b.count - a.count || a.column - b.column);
  if (!best) return lines;
  return lines.map((line, at) =>
    at >= best.first && line.cells.length === width
      ? makeLine(line.number, line.cells.slice(0, best.column), line.isApart, undefined, line.indent)
      : line,
  );
};

/** "1. Opening | 1. Ouverture": of columns that say the same in several languages, the first. Days tell that they do: "Monday, 5 May | Lundi 5 mai". */
export const readFirstLanguage = (lines: readonly Line[]): readonly Line[] =>
  [...new Set(lines.map(({ cells }) => cells.length))].filter((width) => width > 1 && width <= MOST_COLUMNS).reduce(readWidth, lines);
