import { makeLine, type Line } from "../text/line.ts";
import { isDayHeading } from "../sections/sections.ts";
import { readLeadingDates } from "../expressions/dates.ts";
import { warn, type Warning } from "../warnings.ts";
import { PLENARY_COLUMN, OTHER_COLUMN, type Columns, isTimes, classifyColumns, isLoneHours } from "./grid-columns.ts";
import {
  dropNotes,
  groupColumns,
  joinCellLines,
  joinGoingOn,
  splitParagraphs,
  writeCell,
  writeColumns,
  writeHeading,
  type WrittenOut,
} from "./grid-rows.ts";

/** The day that heads a column, whatever more is said of it: "Thursday (revisions only)". */
const readDayOfColumn = (title: string): string | undefined => {
  if (isDayHeading(title)) return title;
  const dates = readLeadingDates(title);
  return dates?.from.weekday !== undefined && dates.to === undefined ? title.slice(0, dates.end) : undefined;
};

const leaveOutColumn = (title: string, rows: readonly Line[], column: number): readonly Warning[] =>
  rows.flatMap(({ cells, number }) => {
    const cell = joinCellLines(cells[column]);
    return cell ? [warn("left-out-column", `${title}: ${cell}`, number)] : [];
  });

const WRITERS: Record<Columns, (head: Line, rows: readonly Line[]) => WrittenOut> = {
  days: (head, all) => {
    const titles = head.spread.map(joinCellLines);
    const days = titles.map(readDayOfColumn);
    const hasNames = days[0] === undefined;
    const { lines: rows, warnings } = hasNames ? dropNotes(all) : { lines: all, warnings: [] };
    const dated = groupColumns(
      head,
      days.flatMap((day, column) => (day === undefined ? [] : [column])),
    );
    return {
      lines: dated.flatMap((columns) => [...writeHeading(head.number, days[columns[0] ?? 0]), ...writeColumns(rows, columns, hasNames)]),
      warnings: [
        ...warnings,
        ...titles.flatMap((title, column) =>
          title === "" || days[column] !== undefined || column === 0 ? [] : leaveOutColumn(title, rows, column),
        ),
      ],
    };
  },
  times: (head, all) => {
    const hasNames = !isTimes(head.cells[0] ?? "");
    const rows = hasNames ? joinGoingOn(all) : all;
    return {
      lines: rows.flatMap((row) => [
        ...(hasNames ? writeHeading(row.number, row.spread[0]) : []),
        ...head.spread.flatMap((time, column) =>
          row.spread[column] && !(hasNames && column === 0)
            ? [...writeHeading(head.number, time), ...writeCell(row.number, row.spread[column])]
            : [],
        ),
      ]),
      warnings: [],
    };
  },
  organs: (head, rows) => {
    const plenary = head.cells.findIndex((cell) => PLENARY_COLUMN.test(cell));
    return {
      lines: rows.flatMap((row) => [
        ...row.spread.slice(0, plenary).flatMap((cell) => writeHeading(row.number, cell)),
        ...writeCell(row.number, row.spread[plenary]),
      ]),
      warnings: rows.flatMap((row) =>
        row.cells.slice(plenary + 1).flatMap((cell, at) => {
          const organ = head.cells[plenary + 1 + at] ?? "";
          return cell && OTHER_COLUMN.test(organ) ? [warn("parallel-column", `${organ}: ${cell.replaceAll("\n", " ")}`, row.number)] : [];
        }),
      ),
    };
  },
};

/** A row whose cells hold several paragraphs, as the rows that they would be: number beside title. */
const unstackRow = (line: Line): readonly Line[] => {
  const stacks = line.cells.map(splitParagraphs);
  const heights = new Set(stacks.map((stack) => stack.length).filter((height) => height > 1));
  if (heights.size === 0) return [line];
  const [height = 0] = heights;
  if (heights.size === 1)
    return Array.from({ length: height }, (_, row) =>
      makeLine(
        line.number,
        stacks.map((stack) => stack[row] ?? ""),
        row === 0 && line.isApart,
      ),
    );
  return stacks.flatMap((stack) => stack.map((text) => makeLine(line.number, ["", text], true)));
};

/** Whether a table goes on in a row: also in that of a day, which has the whole width between its rows. */
const isRowOf = (columns: Columns, lines: readonly Line[], at: number): boolean => {
  const [row, next] = lines.slice(at, at + 2);
  if (!row) return false;
  if (row.cells.length > 1) return classifyColumns(row) === undefined;
  return columns === "organs" && isDayHeading(row.text) && (next?.cells.length ?? 0) > 1;
};

/** Rewrites the tables whose columns carry days, times or organs; all else stays as it is. */
export const writeOutGrids = (lines: readonly Line[]): WrittenOut => {
  const rewritten: Line[] = [];
  const warnings: Warning[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    const columns = classifyColumns(line) ?? (isLoneHours(line, lines[at + 1]) ? "times" : undefined);
    let end = at + 1;
    if (columns) while (isRowOf(columns, lines, end)) end += 1;
    const rest = columns && end > at + 1 ? WRITERS[columns](line, lines.slice(at + 1, end)) : { lines: unstackRow(line), warnings: [] };
    if (!columns || end === at + 1) end = at + 1;
    for (const row of rest.lines) rewritten.push(row);
    for (const doubt of rest.warnings) warnings.push(doubt);
    at = end;
  }
  return { lines: rewritten, warnings };
};
