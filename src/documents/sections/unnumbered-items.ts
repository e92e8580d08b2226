import { readItemHead } from "../expressions/item-heads.ts";
import type { Line } from "../text/line.ts";
import { removeBullet } from "../text/typography.ts";
import { isDayHeading, isTimeHeading, readHeading } from "./sections.ts";

const UNNUMBERED = /^\p{Lu}[^\t]{3,300}$/u;

/** Items without numbers: the lines of the list under an agenda heading, where none of them has one. */
export const findUnnumberedItems = (lines: readonly Line[]): readonly Line[] => {
  const start = lines.findIndex((line) => readHeading(line) === "agenda");
  if (start < 0) return [];
  const rest = lines.slice(start + 1).filter((line, at) => !(at === 0 && readHeading(line) === "agenda"));
  const end = rest.findIndex((line) => readHeading(line) !== undefined || isDayHeading(line.text) || isTimeHeading(line.text));
  const list = (end < 0 ? rest : rest.slice(0, end)).filter(({ cells }) => cells.length === 1);
  const titles = list.filter(({ text }) => UNNUMBERED.test(removeBullet(text)) && !text.endsWith(":"));
  return titles.length >= 2 && list.every(({ text }) => !readItemHead(text)) ? titles : [];
};
