import { lineOf, type Line } from "./line.ts";
import { cleanText } from "./typography.ts";

const BREAK = /\r\n|[\n\r\f\v\u2028\u2029\u0085]/;
/** A word that a soft hyphen parts at the end of a line. */
const PARTED = /\u00AD([^\S\r\n]{0,200}(?:\r\n|\n)[^\S\r\n]{0,200})(\p{L}\S{0,60})/gu;
/** Three spaces or more part columns that are set with spaces. */
const COLUMNS = / {3,}/;

const cellsOf = (printed: string): readonly string[] => {
  const line = printed.trimEnd();
  if (line.includes("\t")) return line.split("\t");
  const inside = line.trimStart();
  const isPiped = inside.startsWith("|") || inside.includes(" | ");
  if (isPiped) return inside.replace(/^\|/, "").replace(/\|$/, "").split("|");
  return inside.split(COLUMNS);
};

/** The lines of a plain text. Tabs, pipes and wide gaps part the cells of a row. */
export const linesOfText = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let isApart = true;
  for (const [at, printed] of text.replaceAll(PARTED, "$2$1").split(BREAK).entries()) {
    const cells = cellsOf(printed).map(cleanText);
    const isEmpty = cells.every((cell) => cell === "");
    if (!isEmpty) lines.push(lineOf(at + 1, cells, isApart));
    isApart = isEmpty;
  }
  return lines;
};
