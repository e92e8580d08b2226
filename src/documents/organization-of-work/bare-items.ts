import { makeLine, type Line } from "../text/line.ts";

/** "6 Nets" above "8 Hooks" above "7 Lines": numbers without a mark are items where lines of them follow each other. */

const BARE = /^(?<number>\d{1,2})\s(?=\p{Lu}\p{Ll})/u;
/** Lines that show it. */
const FEWEST = 3;

/** Lines with such numbers marked, as those of a list are. */
export const markBareItems = (lines: readonly Line[]): readonly Line[] => {
  const numbers = lines.map(({ text, cells }) => (cells.length === 1 ? BARE.exec(text)?.groups?.["number"] : undefined));
  const isInRun = (at: number): boolean => {
    let [from, to] = [at, at];
    while (numbers[from - 1] !== undefined && at - from < FEWEST) from -= 1;
    while (numbers[to + 1] !== undefined && to - at < FEWEST) to += 1;
    return new Set(numbers.slice(from, to + 1)).size >= FEWEST;
  };
  return lines.map((line, at) =>
    numbers[at] !== undefined && isInRun(at)
      ? makeLine(line.number, [line.text.replace(BARE, "$<number>. ")], line.isApart, undefined, line.indent)
      : line,
  );
};
