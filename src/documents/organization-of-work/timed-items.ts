import { readLeadingTimes, type TimeRange } from "../expressions/times.ts";
import { makeLine, type Line } from "../text/line.ts";
import { warn, type Warning } from "../warnings.ts";
import type { WrittenOut } from "./grid-rows.ts";

/** Agendas that print when each item is taken up, behind its number: "1. 12:00 - 12:05 Welcome". */

const CLOCK = "\\d{1,2}[:.h]\\d{2}";
/** Where the next such item begins in the midst of a line. */
const NEXT = new RegExp(`\\s(?=\\d{1,2}[.)]\\s${CLOCK}\\s?[-–—]\\s?${CLOCK}\\s)`, "u");
const NUMBER = new RegExp(`^(?<number>\\d{1,2})[.)]?\\s(?=${CLOCK})`, "u");
/** Lines that show it. */
const FEWEST = 3;

interface Timed {
  readonly line: Line;
  readonly number: string;
  readonly printed: string;
  readonly range: Required<TimeRange>;
  readonly title: string;
}

const readTimed = (line: Line): Timed | undefined => {
  const found = line.cells.length === 1 ? NUMBER.exec(line.text) : null;
  const rest = line.text.slice(found?.[0].length);
  const times = found ? readLeadingTimes(rest) : undefined;
  const [range, ...others] = times?.ranges ?? [];
  if (!found || !times || times.isDoubtful || range?.end === undefined || others.length > 0) return undefined;
  const printed = rest.slice(0, times.length).trim();
  const title = rest.slice(times.length).replace(/^[\s:–—-]{1,4}/u, "");
  return { line, number: found.groups?.["number"] ?? "", printed, range: { start: range.start, end: range.end }, title };
};

const HOURS = new RegExp(`(?<![\\d:.])${CLOCK}(?!\\d)`, "gu");

/** Whether a line prints hours within which all items are taken up: those of the one sitting that they are. */
const encloses = ({ text }: Line, from: number, to: number): boolean =>
  [...text.slice(0, 300).matchAll(HOURS)].some(({ index }) =>
    readLeadingTimes(text.slice(index))?.ranges.some(({ start, end }) => start <= from && end !== undefined && end >= to),
  );

/** Lines with the hours before the number; or without them, where they are parts of a sitting whose hours stand above. */
export const putItemTimesFirst = (source: readonly Line[]): WrittenOut => {
  const lines = source.flatMap((line) =>
    line.cells.length === 1 && NEXT.test(line.text)
      ? line.text.split(NEXT).map((text) => makeLine(line.number, [text], line.isApart, undefined, line.indent))
      : [line],
  );
  const timed = lines.map(readTimed).filter((found) => found !== undefined);
  const [first] = timed;
  if (!first || timed.length < FEWEST) return { lines: source, warnings: [] };
  const [from, to] = [Math.min(...timed.map(({ range }) => range.start)), Math.max(...timed.map(({ range }) => range.end))];
  const isWithin = lines.slice(0, lines.indexOf(first.line)).some((line) => encloses(line, from, to));
  const written = new Map(
    timed.map(({ line, number, printed, title }) => [line, isWithin ? `${number}. ${title}` : `${printed} ${number}. ${title}`]),
  );
  return {
    lines: lines.map((line) => {
      const text = written.get(line);
      return text === undefined ? line : makeLine(line.number, [text], line.isApart, undefined, line.indent);
    }),
    warnings: isWithin ? timed.map(({ line, printed }): Warning => warn("left-out-text", printed, line.number)) : [],
  };
};
