import { matchAny } from "../languages/expressions.ts";
import type { Line } from "./line.ts";

/** Tables of contents: their entries are the parts of the paper, and no items of an agenda. */

const CONTENTS = new RegExp(`^${matchAny("contentsHeading")}\\s?:?(?:\\s${matchAny("contentsColumn")}.{0,40})?$`, "iu");
const COLUMN_HEAD = new RegExp(`^(?:${matchAny("contentsColumn")}\\s?){1,3}$`, "iu");

/** Whether a line heads a table of contents. */
export const isContentsHeading = ({ text }: Line): boolean => CONTENTS.test(text);

/** An entry may end with a page: after dots, after the numbers of its paragraphs, or in a cell of its own. */
const PAGED = /\.{3,}\s?\d{1,3}$|\s\d{1,3}(?:[-–−]\d{1,3})?\s\d{1,3}$/;
const isPaged = ({ text, cells }: Line): boolean =>
  PAGED.test(text) || (cells.length > 1 && /^\d{1,3}$/.test(cells.at(-1) ?? "") && cells.filter(Boolean).length > 1);

const NUMBERED = /^(?<mark>\d{1,2}|[IVX]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})\s?[.)、-]\s?(?=\p{L})/u;
const readMark = ({ text }: Line): string | undefined => NUMBERED.exec(text)?.groups?.["mark"];

/** Lines that an entry of a table of contents can fill. */
const WRAPPED = 3;
/** Entries without pages that make a table. */
const FEWEST = 2;

/** The line after the table whose heading stands at `heading`: where no entry follows soon, or its first number comes again. */
const findEnd = (lines: readonly Line[], heading: number): number => {
  let end = heading + 1;
  while (COLUMN_HEAD.test(lines[end]?.text ?? "")) end += 1;
  let first: string | undefined;
  let [entries, paged] = [0, 0];
  for (let at = end; at < Math.min(lines.length, end + WRAPPED); at += 1) {
    const line = lines[at];
    if (!line) break;
    const mark = readMark(line);
    if (mark !== undefined && mark === first) break;
    if (mark === undefined && !isPaged(line)) continue;
    first ??= mark;
    entries += 1;
    if (isPaged(line)) paged += 1;
    end = at + 1;
  }
  return paged > 0 || entries >= FEWEST ? end : heading;
};

/** Lines without the entries of tables of contents, whose headings stay. */
export const dropContents = (lines: readonly Line[]): readonly Line[] => {
  let end = 0;
  return lines.filter((line, at) => {
    if (at < end) return false;
    if (isContentsHeading(line)) end = findEnd(lines, at);
    return true;
  });
};
