import { matchAny } from "../languages/expressions.ts";
import { makeLine, type Line } from "../text/line.ts";

/** Columns of hours that are printed as four digits: "1830" below "1400-1730". */

const RANGE = new RegExp(`^\\d{4}\\s?(?:[-–—]|${matchAny("timeTo")})\\s?\\d{4}(?!\\d)`, "iu");
const LONE = /^(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)$/;
/** Ranges that show such a column. */
const FEWEST = 2;

/** Lines with the hours that stand alone in such a column written as hours. */
export const writeLoneHours = (lines: readonly Line[]): readonly Line[] => {
  const ranges = new Map<number, number>();
  for (const { cells } of lines)
    for (const [column, cell] of cells.length > 1 ? cells.entries() : [])
      if (RANGE.test(cell)) ranges.set(column, (ranges.get(column) ?? 0) + 1);
  const write = (cell: string, column: number): string =>
    (ranges.get(column) ?? 0) < FEWEST ? cell : cell.replace(LONE, "$<hour>:$<minute>");
  return lines.map((line) =>
    line.cells.length > 1 && line.cells.some((cell) => LONE.test(cell))
      ? makeLine(line.number, line.cells.map(write), line.isApart, line.spread.map(write))
      : line,
  );
};
