import { makeDocument, type Block, type Cell, type SourceDocument } from "../../model/document.ts";
import { groupPieces, makeSheetRow, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";
import type { Archive } from "../archive.ts";
import { findAll, findChild, parseXml, type Element } from "../xml.ts";
import { formatNumber, readNumberFormats, type NumberFormat } from "./number-formats.ts";

/** Columns of a sheet that are read: no timetable has more. */
const WIDEST = 60;

export const isXlsxPart = (name: string): boolean =>
  /^xl\/(?:workbook|sharedStrings|styles|worksheets\/sheet\d{1,4})\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(name);

/** "AB12": the column from 0, and the row from 1. */
const readPlace = (reference: string): { readonly column: number; readonly row: number } => {
  const [, letters = "A", row = "1"] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);
  return { column: column - 1, row: Number(row) };
};

interface Workbook {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

const printText = (element: Element): string =>
  findAll(element, "t")
    .map(({ text }) => text)
    .join("");

const printCell = (cell: Element, { strings, formats }: Workbook): string => {
  const kind = cell.attributes["t"];
  const value = findChild(cell, "v")?.text ?? "";
  if (kind === "s") return strings[Number(value)] ?? "";
  if (kind === "inlineStr") return printText(cell);
  const format = formats[Number(cell.attributes["s"] ?? 0)];
  return value !== "" && (kind ?? "n") === "n" && format ? formatNumber(Number(value), format) : value;
};

const cleanCell = (text: string): string => text.split(/\r?\n/).map(cleanText).filter(Boolean).join("\n");

interface Merge {
  readonly columns: number;
  readonly rows: number;
}

const readMerges = (sheet: Element): ReadonlyMap<string, Merge> =>
  new Map(
    findAll(sheet, "mergeCell").map(({ attributes }) => {
      const [first = "A1", last = first] = (attributes["ref"] ?? "").split(":");
      const [from, to] = [readPlace(first), readPlace(last)];
      return [first, { columns: to.column - from.column + 1, rows: to.row - from.row + 1 }];
    }),
  );

/** Whether a merged cell covers a place of which it is not the first. */
const listCovered = (merges: ReadonlyMap<string, Merge>): ReadonlySet<string> =>
  new Set(
    [...merges].flatMap(([first, { columns, rows }]) => {
      const from = readPlace(first);
      if (columns * rows > WIDEST * WIDEST) return [];
      return Array.from(
        { length: columns * rows },
        (_, at) => `${from.column + (at % columns)} ${from.row + Math.floor(at / columns)}`,
      ).slice(1);
    }),
  );

const readRows = (sheet: Element, workbook: Workbook, before: number): readonly Piece[] => {
  const merges = readMerges(sheet);
  const covered = listCovered(merges);
  return findAll(sheet, "row").flatMap((row, index) => {
    const printed = new Map<number, Cell>();
    for (const cell of row.children.filter(({ name }) => name === "c")) {
      const reference = cell.attributes["r"] ?? "";
      const { column, row: at } = readPlace(reference);
      const { columns, rows } = merges.get(reference) ?? { columns: 1, rows: 1 };
      if (column < WIDEST && !covered.has(`${column} ${at}`))
        printed.set(column, { text: cleanCell(printCell(cell, workbook)), columns, rows });
    }
    const last = Math.max(-1, ...printed.keys());
    const cells: Cell[] = [];
    for (let column = 0; column <= last;) {
      const place = `${column} ${Number(row.attributes["r"] ?? index + 1)}`;
      const cell = printed.get(column) ?? { text: "", columns: 1, rows: 1 };
      if (!covered.has(place)) cells.push(cell);
      column += covered.has(place) ? 1 : cell.columns;
    }
    return cells.some(({ text }) => text !== "") ? [makeSheetRow(before + index + 1, cells)] : [];
  });
};

/** The sheets of a workbook that are shown, in their order. */
const listSheets = (files: Archive): readonly string[] => {
  const targets = new Map(
    findAll(parseXml(files.get("xl/_rels/workbook.xml.rels")), "Relationship").map(({ attributes }) => [
      attributes["Id"] ?? "",
      `xl/${(attributes["Target"] ?? "").replace(/^\/?(?:xl\/)?/, "")}`,
    ]),
  );
  return findAll(parseXml(files.get("xl/workbook.xml")), "sheet")
    .filter(({ attributes }) => attributes["state"] === undefined || attributes["state"] === "visible")
    .map(({ attributes }) => targets.get(attributes["r:id"] ?? "") ?? "");
};

/** Reads a .xlsx: each sheet as a table with its merged cells, days and times as they are shown. */
export const readXlsx = (files: Archive): SourceDocument => {
  const workbook: Workbook = {
    strings: findAll(parseXml(files.get("xl/sharedStrings.xml")), "si").map(printText),
    formats: readNumberFormats(parseXml(files.get("xl/styles.xml"))),
  };
  let lines = 0;
  const blocks: Block[] = [];
  for (const name of listSheets(files)) {
    const sheet = parseXml(files.get(name));
    for (const block of groupPieces(readRows(sheet, workbook, lines))) blocks.push(block);
    lines += findAll(sheet, "row").length;
  }
  return makeDocument(blocks);
};
