/** A line of a text, and where it stands, from 0. */
interface TextLine {
  readonly at: number;
  readonly printed: string;
}

interface OpenRow {
  readonly at: number;
  readonly cells: readonly string[];
}

const LONE = /^\s*\|\s*$/;
/** Marks that show that a table was taken apart. */
const FEWEST = 4;

const isTakenApart = (lines: readonly string[]): boolean => {
  const marked = lines.filter((line) => line.includes("|"));
  return marked.length >= FEWEST && marked.every((line) => LONE.test(line));
};

const addToCell = (cells: readonly string[], text: string): readonly string[] => [...cells.slice(0, -1), [cells.at(-1), text].join(" ")];

/** Rows whose marks and cells stand each on a line of its own, as a page's table is pasted: one line a row again. */
export const joinLonePipes = (lines: readonly string[]): readonly TextLine[] => {
  const numbered = lines.map((printed, at) => ({ at, printed }));
  if (!isTakenApart(lines)) return numbered;
  const joined: TextLine[] = [];
  let row: OpenRow | undefined;
  let width: number | undefined;
  let isAfterMark = false;
  const endRow = (): void => {
    if (!row) return;
    joined.push({ at: row.at, printed: `| ${row.cells.join(" | ")} |` });
    width ??= row.cells.length;
    row = undefined;
  };
  for (const line of numbered) {
    const text = line.printed.trim();
    const isMark = text === "|";
    if (text === "" && (row || isAfterMark)) continue;
    // Two marks end a row; text behind a row that has all its cells is none of it.
    const isBehind = !isMark && isAfterMark && row !== undefined && row.cells.length === width;
    if ((isMark && isAfterMark) || isBehind) endRow();
    if (isBehind) joined.push(line);
    else if (!isMark && isAfterMark) row = { at: row?.at ?? line.at, cells: [...(row?.cells ?? []), text] };
    else if (!isMark && row) row = { ...row, cells: addToCell(row.cells, text) };
    else if (!isMark) joined.push(line);
    isAfterMark = isMark;
  }
  endRow();
  return joined;
};
