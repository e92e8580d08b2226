import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { matchAny } from "../languages/expressions.ts";
import { isDayHeading } from "../sections/sections.ts";
import { makeLine, type Line } from "../text/line.ts";
import { countsMeeting, countsPlenary, isCounted, isOnlyMeeting } from "./plenary.ts";
import type { PrintedPart } from "./segment-readers.ts";

/** Sittings that are named before their day and hours: "First plenary meeting: Monday, 5 May, 10 a.m. to 1 p.m.". */

/** Where a day or hours can begin within a text. */
const BEGINNING = new RegExp(`(?<=[\\s,:;([/：（，、،–—-])(?=[\\p{L}\\d([])|(?<!^)(?=${matchAny("amBefore", "pmBefore")})`, "gu");
/** Characters that can name a sitting. */
const LONGEST_NAME = 100;
/** What stands between a name and what is said of it. */
const TRAIL = /[\s,:;([/：（，、،–—-]{1,6}$/u;
/** A range that goes on: "9 - 10:00" of "9 - 10:00-12:00". */
const GOES_ON = /^\s?[-–—]\s?\d/u;
/** A name has no number but that of its sitting, or of a room. */
const NAME = new RegExp(
  `^(?:${matchAny("sittingOrdinal")}\\s?)?\\p{L}[^\\d]{0,80}(?:\\d{1,2}(?:st|nd|rd|th)?(?:[^\\d\\p{L}][^\\d]{0,40})?)?$`,
  "iu",
);

const listBeginnings = (text: string): readonly number[] =>
  [...text.slice(0, LONGEST_NAME).matchAll(BEGINNING)].map(({ index }) => index).filter((at) => at > 0);

/** The first times that begin within a text. */
export const findTimes = (text: string): LeadingTimes | undefined =>
  listBeginnings(text)
    .map((at) => readLeadingTimes(text.slice(at)))
    .find((times) => times !== undefined);

export interface NamedTimes {
  readonly name: string;
  readonly times: LeadingTimes;
  /** How the times are printed. */
  readonly printed: string;
  /** What follows them. */
  readonly rest: string;
}

/** The first times of a text that begins with a name; a start alone only behind the name of a counted meeting. */
export const readNamedTimes = (text: string, part: PrintedPart | undefined): NamedTimes | undefined => {
  for (const at of listBeginnings(text)) {
    const found = readLeadingTimes(text.slice(at), part);
    if (!found || GOES_ON.test(text.slice(at + found.length)) || (found.isDoubtful && /^\d{1,2}\s?[-–—]/u.test(text.slice(at)))) continue;
    const before = text.slice(0, at);
    const name = before.replace(TRAIL, "");
    const isOpen = found.ranges.some(({ end }) => end === undefined);
    const isMeeting = isOnlyMeeting(name) || (countsMeeting(before) && /[-–—]\s?$/u.test(before)) || countsPlenary(before);
    if (!NAME.test(before) || (isOpen && !isMeeting)) return undefined;
    return { name, times: found, printed: text.slice(at, at + found.length).trim(), rest: text.slice(at + found.length) };
  }
  return undefined;
};

/** A counted sitting with its day behind its name, as the day, with what follows it, and the name. */
export const readNamedDay = (text: string): { readonly name: string; readonly day: string } | undefined => {
  if (!countsMeeting(text) && !isCounted(text) && !countsPlenary(text.slice(0, LONGEST_NAME))) return undefined;
  const at = listBeginnings(text).find((begin) => isDayHeading(text.slice(begin)));
  const name = text.slice(0, at).replace(TRAIL, "");
  return at === undefined || !NAME.test(name) ? undefined : { name, day: text.slice(at).replace(/^[([]/, "") };
};

/** The number of a sitting, alone in the first cell of its row. */
const ORDINAL = new RegExp(`^(?:${matchAny("sittingOrdinal")}|n[o°º]\\.?\\s?\\d{1,2}|\\d{1,2}\\.?|[IVX]{1,4}\\.?)$`, "iu");
const FEWEST = 2;

const isNumber = (cell: string): boolean => ORDINAL.test(cell) || countsMeeting(cell) || isCounted(cell);

/** A row with the number of its sitting before its day. */
const isNumberedRow = ({ cells: [number = "", day = ""] }: Line): boolean => isNumber(number) && isDayHeading(day);

/** A row of such a table with its number behind all else, where it says more than a figure. */
const putNumberLast = (line: Line): Line => {
  const [number = "", ...cells] = line.cells;
  const [, ...spread] = line.spread;
  const name = isCounted(number) || countsMeeting(number) ? [number] : [""];
  return makeLine(line.number, [...cells, ...name], line.isApart, [...spread, ...name]);
};

/** Lines with the day of each sitting before its name, where several name one first. */
export const putDaysFirst = (lines: readonly Line[]): readonly Line[] => {
  const named = new Map(lines.flatMap((line) => (line.cells.length === 1 ? [[line, readNamedDay(line.text)] as const] : [])));
  const isList = [...named.values()].filter((found) => found !== undefined).length >= FEWEST;
  const numbered = lines.filter(isNumberedRow);
  const width = numbered.length >= FEWEST ? numbered[0]?.cells.length : undefined;
  return lines.flatMap((line) => {
    const found = isList ? named.get(line) : undefined;
    if (found) return [makeLine(line.number, [found.day], line.isApart), makeLine(line.number, [found.name], false)];
    const isRow = line.cells.length === width && (isNumber(line.cells[0] ?? "") || line.cells[0] === "");
    return [isRow ? putNumberLast(line) : line];
  });
};
