import { matchWhole } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { isDayHeading, isTimeHeading, skipPartOfDay } from "../sections/sections.ts";
import { readLeadingDates } from "../expressions/dates.ts";
import { readLeadingTimes } from "../expressions/times.ts";

export const PLENARY_COLUMN = matchWhole("plenaryColumn");
export const OTHER_COLUMN = matchWhole("otherColumn");

export type Columns = "days" | "times" | "organs";

export const isTimes = (cell: string): boolean => {
  const found = readLeadingTimes(cell);
  if (found) return found.length >= cell.trim().length - 1;
  return isTimeHeading(cell);
};

/** Whether all cells but a first one, which may name the rows, are times; "9.30 | 12.30 | Item 1" is a row of its own. */
const areTimes = (cells: readonly string[]): boolean => {
  const filled = cells.filter(Boolean);
  return filled.filter(isTimes).length >= 2 && filled.slice(1).every(isTimes);
};

const isOrgan = (cell: string): boolean => PLENARY_COLUMN.test(cell) || OTHER_COLUMN.test(cell);

/** Whether a cell heads a column of a day or of an organ. */
export const isColumnHead = (cell: string): boolean => isDayHeading(cell) || isOrgan(cell);

/** The days that cells name, each once: two languages beside each other name one. */
const listDays = (cells: readonly string[]): ReadonlySet<string> =>
  new Set(
    cells
      .map((cell) => cell.replaceAll("\n", " "))
      .filter((cell) => cell.length < LONGEST && isDayHeading(cell))
      .map((cell) => JSON.stringify(readLeadingDates(cell)?.from)),
  );
/** Characters of the head of a column. */
const LONGEST = 60;

const HEADS: Record<Columns, (cells: readonly string[]) => boolean> = {
  days: (cells) => listDays(cells).size >= 2,
  times: areTimes,
  // "10 a.m. | Plenary | Committee A" is a row of several days.
  organs: (cells) =>
    cells.some((cell) => PLENARY_COLUMN.test(cell)) &&
    cells.some((cell) => OTHER_COLUMN.test(cell)) &&
    cells.every((cell) => readLeadingTimes(cell) === undefined),
};

export const classifyColumns = ({ cells }: Line): Columns | undefined => {
  if (cells.length < 2) return undefined;
  if (HEADS.organs(cells)) return "organs";
  if (HEADS.days(cells)) return "days";
  return HEADS.times(cells) && !isDayHeading(cells[0] ?? "") ? "times" : undefined;
};

/** " | 10 a.m.-1 p.m." above "Monday, 5 May | Item 1": the one column of hours, where no day has others. */
export const isLoneHours = ({ cells }: Line, next: Line | undefined): boolean => {
  const [name = "", ...rest] = cells;
  const [hours, ...others] = rest.filter(Boolean);
  const isRange =
    hours !== undefined &&
    others.length === 0 &&
    isTimes(hours) &&
    readLeadingTimes(skipPartOfDay(hours))?.ranges.some(({ end }) => end !== undefined) === true;
  return isRange && !isTimes(name) && !isDayHeading(name) && next?.cells.length === cells.length && isDayHeading(next.cells[0] ?? "");
};
