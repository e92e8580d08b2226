import { AFTERNOON, matchAny, MORNING } from "../languages/expressions.ts";
import { readLeadingDates } from "../expressions/dates.ts";
import { HOURS } from "../expressions/clock.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { makeLine, type Line } from "../text/line.ts";

/** Times that a narrow column parts: "10 a.m.-" above "1 p.m.", "3-6" above "p.m.". */

const MERIDIEM = /^[ap]\.?\s?m\.?$/i;
/** Longer ones hold more than times. */
const LONGEST = 40;

/** "15.00*", which is held "if necessary". */
const removeFootnoteMark = (text: string): string => text.replace(/\s?\*{1,3}\)?$/u, "");

/** "10 a.m.-", "11.00 and" go on below. */
const UNFINISHED = new RegExp(`(?:[-–—]|\\s${matchAny("timeAnd")})$`, "iu");

const isAllTimes = (text: string): boolean => !UNFINISHED.test(text) && (readLeadingTimes(text)?.length ?? 0) >= text.trim().length - 1;

/** "Monday" above "13 September". */
const isParted = (above: string, below: string): boolean => {
  const [weekday, date] = [readLeadingDates(above), readLeadingDates(below)];
  const isWeekday = weekday?.from.weekday !== undefined && weekday.from.day === undefined && weekday.end >= above.trim().length - 1;
  return isWeekday && date?.from.day !== undefined && date.from.weekday === undefined && date.start === 0;
};

/** "Morning" above "10.00 - 13.00". */
const isPartOfDay = (text: string): boolean => (MORNING.exec(text) ?? AFTERNOON.exec(text))?.[0].length === text.length;

/** "Monday 5 May" above them. */
const isDay = (text: string): boolean => (readLeadingDates(text)?.end ?? -1) >= text.trim().length;

/** "5 May, from 10 a.m. to": a range whose end stands on the next line. */
const OPEN_RANGE = new RegExp(`\\d.{0,12}(?:[-–—]|(?<=[\\s\\p{Script=Han}])${matchAny("timeTo")})$`, "iu");
/** "10 час. 00 мин. до 13 час." above "45 мин." */
const ENDS_IN_HOUR = new RegExp(`\\d\\s?${HOURS}$`, "iu");
const MINUTES = new RegExp(`^[0-5]\\d\\s?${matchAny("minutes")}\\)?$`, "iu");
const LONGEST_OPEN = 100;

/** Whether a piece of a cell goes on in the piece below: together, and not before, they are times or a day. */
const goesOn = (above: string, below: string): boolean => {
  if (isParted(above, below)) return true;
  if (above.length <= LONGEST_OPEN && ((OPEN_RANGE.test(above) && isAllTimes(below)) || (ENDS_IN_HOUR.test(above) && MINUTES.test(below))))
    return true;
  if (!/\d/.test(above) || above.length + below.length > LONGEST) return false;
  if (MERIDIEM.test(below)) return isAllTimes(`${above} ${below}`);
  return !isAllTimes(above) && isAllTimes(`${above} ${removeFootnoteMark(below)}`);
};

/** The one time that a cell holds, without an end. */
const readStart = (cell: string): number | undefined => {
  const times = isAllTimes(cell) ? readLeadingTimes(cell) : undefined;
  const [range, ...others] = times?.ranges ?? [];
  return times && !times.isDoubtful && others.length === 0 && range?.end === undefined ? range?.start : undefined;
};

const isRange = (from: string, to: string): boolean => {
  const [start, end] = [readStart(from), readStart(to)];
  return start !== undefined && end !== undefined && start < end;
};

/** Of the name of a part of the day, between its hours: "18:00 / Q5 / 19:30". */
const LONGEST_NAME = 6;

/** The paragraphs of a cell, those that are parts of one time joined. */
const joinParagraphs = (cell: string): string => {
  if (!cell.includes("\n")) return cell;
  const [from = "", ...below] = cell.split("\n");
  const to = below.at(-1) ?? "";
  const isNamed = below.length > 1 && below.slice(0, -1).every((label) => label.length <= LONGEST_NAME);
  if (isNamed && isRange(from, to)) return `${from} - ${to}`;
  const joined: string[] = [];
  for (const paragraph of cell.split("\n")) {
    const above = joined.at(-1);
    const isBelowDay = above !== undefined && (isPartOfDay(above) || isDay(above)) && isAllTimes(paragraph);
    if (above !== undefined && (isBelowDay || goesOn(above, paragraph))) joined[joined.length - 1] = `${above} ${paragraph}`;
    else joined.push(paragraph);
  }
  return joined.join("\n");
};

const changeCells = (line: Line, change: (cell: string, column: number) => string): Line =>
  makeLine(line.number, line.cells.map(change), line.isApart, line.spread.map(change));

/** "9.30 | 12.30 | Item 1": a start and an end in columns of their own, or one below the other in a cell. */
const joinEnds = (line: Line): Line => {
  const at = line.cells.findIndex((cell, column) => isRange(cell, line.cells[column + 1] ?? ""));
  if (at >= 0 && line.cells.slice(at + 2).some(Boolean))
    return changeCells(line, (cell, column) => (column === at ? `${cell} - ${line.cells[at + 1] ?? ""}` : column === at + 1 ? "" : cell));
  const stacked = line.cells.findIndex((cell) => {
    const [from = "", to = "", ...others] = cell.split("\n");
    return others.length === 0 && isRange(from, to);
  });
  const isAlone = line.cells.every((cell, column) => column === stacked || !cell.includes("\n"));
  return stacked >= 0 && isAlone && line.cells.length > 1
    ? changeCells(line, (cell, column) => (column === stacked ? cell.replace("\n", " - ") : cell))
    : line;
};

/** A row and the row below it, whose cells go on with times above them. Without any, nothing. */
const joinRows = (above: Line, below: Line): readonly [Line, Line] | undefined => {
  const columns = below.cells.flatMap((cell, column) => (cell && goesOn(above.cells[column] ?? "", cell) ? [column] : []));
  if (columns.length === 0) return undefined;
  return [
    changeCells(above, (cell, column) => (columns.includes(column) ? `${cell} ${removeFootnoteMark(below.cells[column] ?? "")}` : cell)),
    changeCells(below, (cell, column) => (columns.includes(column) ? "" : cell)),
  ];
};

/** Lines with the times whole that the width of a column parted, within a cell or over two rows. */
export const joinWrappedTimes = (lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const line of lines) {
    const whole = joinEnds([...line.cells, ...line.spread].some((cell) => cell.includes("\n")) ? changeCells(line, joinParagraphs) : line);
    const above = joined.at(-1);
    const pair = above && joinRows(above, whole);
    if (pair) joined[joined.length - 1] = pair[0];
    const rest = pair ? pair[1] : whole;
    if (rest.text !== "") joined.push(rest);
  }
  return joined;
};
