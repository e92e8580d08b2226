import { AFTERNOON, matchWhole, MORNING } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { isDayHeading } from "../sections/sections.ts";
import { readLeadingTimes } from "../expressions/times.ts";

export const PLENARY_COLUMN = matchWhole("plenaryColumn");
export const OTHER_COLUMN = matchWhole("otherColumn");

export type Columns = "days" | "times" | "organs";

export const isTimes = (cell: string): boolean => {
  const found = readLeadingTimes(cell);
  if (found) return found.length >= cell.trim().length - 1;
  const word = MORNING.exec(cell) ?? AFTERNOON.exec(cell);
  return (
    word !== null &&
    (readLeadingTimes(cell.slice(word[0].length).replace(/^[\s,:(\n–—-]{1,4}/u, "")) !== undefined || word[0].length === cell.length)
  );
};

/** Whether all cells but a first one, which may name the rows, are times; "9.30 | 12.30 | Item 1" is a row of its own. */
const areTimes = (cells: readonly string[]): boolean => {
  const filled = cells.filter(Boolean);
  return filled.filter(isTimes).length >= 2 && filled.slice(1).every(isTimes);
};

const HEADS: Record<Columns, (cells: readonly string[]) => boolean> = {
  days: (cells) => cells.filter((cell) => cell.length < 60 && isDayHeading(cell.replaceAll("\n", " "))).length >= 2,
  times: areTimes,
  organs: (cells) =>
    cells.some((cell) => PLENARY_COLUMN.test(cell)) &&
    cells.filter((cell) => PLENARY_COLUMN.test(cell) || OTHER_COLUMN.test(cell)).length >= 2,
};

export const classifyColumns = ({ cells }: Line): Columns | undefined => {
  if (cells.length < 2) return undefined;
  if (HEADS.organs(cells)) return "organs";
  if (HEADS.days(cells)) return "days";
  return HEADS.times(cells) && !isDayHeading(cells[0] ?? "") ? "times" : undefined;
};
