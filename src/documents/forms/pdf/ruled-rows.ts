import type { Cell } from "../../model/document.ts";
import { cleanText } from "../../text/typography.ts";
import { joinCellLines } from "../wraps.ts";
import { readPageLines, type Glyphs, type PageLine, type TextRun } from "./page-lines.ts";
import type { RuledCell, RuledTable } from "./ruled-tables.ts";

/** The text of tables whose rules are drawn: whatever its cells wrapped, each rule says to which a word belongs. */

/** Where a text stands above its line, in parts of its size. */
const MIDDLE = 0.3;

/** The place between rules in which a point lies. */
const findPlace = (places: readonly number[], point: number): number => {
  const isRising = (places[0] ?? 0) < (places.at(-1) ?? 0);
  const after = places.findIndex((place) => (isRising ? place > point : place < point));
  return after < 0 ? -1 : after - 1;
};

const findCell = ({ xs, ys, covering }: RuledTable, { x, y, width, size }: Glyphs): RuledCell | undefined => {
  const [column, row] = [findPlace(xs, x + width / 2), findPlace(ys, y + MIDDLE * size)];
  return column < 0 || row < 0 ? undefined : covering.get(row * (xs.length - 1) + column);
};

const joinSegments = ({ segments, size }: PageLine): TextRun => ({
  text: segments.map(({ text }) => text).join(" "),
  start: segments[0]?.start ?? 0,
  end: segments.at(-1)?.end ?? 0,
  size,
});

/** The paragraphs of a cell. */
const readParagraphs = (glyphs: readonly Glyphs[], { xs }: RuledTable, { column, columns }: RuledCell, width: number): string => {
  const [left, right] = [xs[column] ?? 0, xs[column + columns] ?? 0];
  const margin = glyphs.reduce((least, one) => Math.min(least, one.x - left, right - one.x - one.width), right - left);
  const lines = readPageLines(glyphs, width).map(joinSegments);
  return joinCellLines(lines, right - left - 2 * Math.max(margin, 0))
    .map(cleanText)
    .filter(Boolean)
    .join("\n");
};

const isRightToLeft = (glyphs: readonly Glyphs[]): boolean =>
  glyphs.reduce((sum, one) => sum + (one.isRightToLeft ? one.text.length : -one.text.length), 0) > 0;

/** The rows of a table, as lines of their page; none where no two of its cells stand beside each other. */
const readRows = (table: RuledTable, glyphs: ReadonlyMap<RuledCell, readonly Glyphs[]>, width: number): readonly PageLine[] => {
  const all = [...glyphs.values()].flat();
  const isMirrored = isRightToLeft(all);
  const rows = Map.groupBy(table.cells, ({ row }) => row);
  const isTable = [...rows.values()].some((cells) => cells.filter((cell) => glyphs.has(cell)).length > 1);
  if (!isTable) return [];
  return table.ys.slice(0, -1).map((y, row) => {
    const cells = (rows.get(row) ?? []).map((cell): Cell => {
      const own = glyphs.get(cell);
      return { text: own ? readParagraphs(own, table, cell, width) : "", columns: cell.columns, rows: cell.rows };
    });
    const size = (rows.get(row) ?? []).flatMap((cell) => glyphs.get(cell) ?? []).reduce((largest, one) => Math.max(largest, one.size), 0);
    const ordered = isMirrored ? cells.toReversed() : cells;
    return {
      y,
      size,
      cells: ordered,
      segments: ordered.filter(({ text }) => text !== "").map(({ text }) => ({ text, start: 0, end: 0, size })),
    };
  });
};

/** The lines of a page, from its top: those of its text, and the rows of its tables. */
export const readLinesAndRows = (glyphs: readonly Glyphs[], tables: readonly RuledTable[], width: number): readonly PageLine[] => {
  let outside: readonly Glyphs[] = glyphs.filter(({ text }) => text.trim() !== "");
  const rows: PageLine[] = [];
  for (const table of tables) {
    const placed = outside.map((one) => ({ one, cell: findCell(table, one) }));
    const inside = Map.groupBy(
      placed.filter(({ cell }) => cell !== undefined),
      ({ cell }) => cell,
    );
    const own = new Map([...inside].flatMap(([cell, found]) => (cell ? [[cell, found.map(({ one }) => one)] as const] : [])));
    const read = readRows(table, own, width);
    if (read.length === 0) continue;
    rows.push(...read);
    outside = placed.filter(({ cell }) => cell === undefined).map(({ one }) => one);
  }
  return [...readPageLines(outside, width), ...rows].toSorted((a, b) => b.y - a.y);
};
