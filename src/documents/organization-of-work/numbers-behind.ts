import { findDates, readLeadingDates } from "../expressions/dates.ts";
import { readItemHead } from "../expressions/item-heads.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { matchWhole } from "../languages/expressions.ts";
import { makeLine, type Line } from "../text/line.ts";
import { hasBullet, removeBullet } from "../text/typography.ts";

/** Timetables whose last column holds the numbers of the items: "10.00 hours - Opening of the meeting 1". */

const COLUMN = matchWhole("itemWord");
const BEHIND = /\s(?<number>\d{1,2})$/;
const SEPARATORS = /^[\s:,–—-]{1,4}/u;
/** Rows that show such a column. */
const FEWEST = 3;

/** The number that ends a line, and is none of a date or a symbol. */
const readNumber = ({ text, cells }: Line): string | undefined => {
  const number = cells.length === 1 ? BEHIND.exec(text)?.groups?.["number"] : undefined;
  const isOfOther = [...findDates(text), ...findSymbols(text)].some(({ end }) => end >= text.length - 1);
  return number === undefined || isOfOther ? undefined : String(Number(number));
};

const beginsRow = ({ text, isApart }: Line): boolean =>
  isApart || hasBullet(text) || readLeadingTimes(text) !== undefined || readLeadingDates(text)?.from.weekday !== undefined;

interface Row {
  readonly lines: readonly [Line, ...Line[]];
  readonly number: string | undefined;
}

const partIntoRows = (lines: readonly Line[]): readonly Row[] => {
  const rows: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row === undefined || beginsRow(line)) rows.push([line]);
    else row.push(line);
  }
  return rows.map((row) => {
    const numbers = row.map(readNumber).filter((number) => number !== undefined);
    return { lines: row, number: numbers.length === 1 ? numbers[0] : undefined };
  });
};

/** A row as its hours, and its item with the number before its title. */
const writeRow = ({ lines, number }: Row): readonly Line[] => {
  const [first] = lines;
  if (number === undefined) return lines;
  const text = lines.map((line) => (readNumber(line) === number ? line.text.replace(BEHIND, "") : line.text)).join(" ");
  const length = readLeadingTimes(text)?.length ?? 0;
  const title = removeBullet(text.slice(length).replace(SEPARATORS, ""));
  const item = makeLine(first.number, [`${number}. ${title}`], first.isApart && length === 0);
  return length > 0 ? [makeLine(first.number, [text.slice(0, length).trim()], first.isApart), item] : [item];
};

/** Lines with such numbers before their titles, below the head of their column. */
export const putNumbersFirst = (lines: readonly Line[]): readonly Line[] => {
  const head = lines.findIndex(({ text, cells }) => cells.length === 1 && COLUMN.test(text));
  const rows = head < 0 ? [] : partIntoRows(lines.slice(head + 1));
  const numbers = rows.flatMap(({ number }) => (number === undefined ? [] : [number]));
  // "NET 47" above "2. Adoption of the agenda" is a body, and its items have their numbers before them.
  const isBefore = rows.some(({ lines: [{ text }] }) => readItemHead(text)?.form === "marked" && readLeadingTimes(text) === undefined);
  const isColumn = !isBefore && numbers.length >= FEWEST && new Set(numbers).size === numbers.length;
  return isColumn ? [...lines.slice(0, head), ...rows.flatMap(writeRow)] : lines;
};
