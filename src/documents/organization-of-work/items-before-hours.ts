import { readOnlyItems } from "../expressions/item-numbers.ts";
import { ITEM_WORD } from "../languages/expressions.ts";
import { isDayHeading } from "../sections/sections.ts";
import { makeLine, type Line } from "../text/line.ts";
import { isTimes } from "./grid-columns.ts";

/** Tables whose hours stand behind the items that they are for: "2 (a) | 10.00-13.00 | Nets", "2 (a) | Nets | 10.00-13.00". */

const isItems = (cell: string): boolean => readOnlyItems(cell) !== undefined && !isTimes(cell);

/** Where the items of a row stand, and from where to where its hours behind them; before them nothing but its day. */
interface Columns {
  readonly items: number;
  readonly from: number;
  readonly to: number;
}

const findColumns = ({ cells }: Line): Columns | undefined => {
  const from = cells.findIndex(isTimes);
  const items = cells.findIndex(isItems);
  if (items < 0 || from < items || !cells.slice(0, items).every((cell) => cell === "" || isDayHeading(cell))) return undefined;
  const behind = cells.slice(from).findIndex((cell) => !isTimes(cell));
  const isDated = cells.slice(items, from).some(isDayHeading);
  return isDated ? undefined : { items, from, to: behind < 0 ? cells.length : from + behind };
};

/** Rows that show such a table. */
const FEWEST = 2;

/** Whether items stand behind the hours too: the number before them is that of the sitting. */
const namesItemsBehind = ({ cells }: Line, { to }: Columns): boolean =>
  cells.slice(to).some((cell) => cell !== "" && (ITEM_WORD.test(cell) || isItems(cell)));

/** Lines with the hours of each row before its items. */
export const putHoursFirst = (lines: readonly Line[]): readonly Line[] => {
  const columns = lines.map(findColumns);
  if (columns.filter((found) => found !== undefined).length < FEWEST) return lines;
  return lines.map((line, at) => {
    const found = columns[at];
    if (!found) return line;
    const { items, from, to } = found;
    const isNumber = namesItemsBehind(line, found);
    const change = (cells: readonly string[]): readonly string[] => [
      ...cells.slice(0, items),
      ...cells.slice(from, to),
      ...cells.slice(items, from).map((cell) => (isNumber ? "" : cell)),
      ...cells.slice(to),
    ];
    return makeLine(line.number, change(line.cells), line.isApart, change(line.spread));
  });
};
