import { makeDocument, type SourceDocument, type TrackedChange } from "../../model/document.ts";
import { groupPieces, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";
import type { Archive } from "../archive.ts";
import { findAll, findChild, findChildren, parseXml, type Element } from "../xml.ts";
import { countOn, readNumbering, type Counts, type Numbering } from "./numbering.ts";
import { readParagraphText } from "./paragraph-text.ts";
import { mergeSpans, type SpannedCell } from "./spans.ts";

/** How far a file is read: its lists go on counting, its paragraphs have numbers. */
interface Progress {
  readonly numbering: Numbering;
  counts: Counts;
  line: number;
  readonly changes: TrackedChange[];
}

/** Elements that only hold others. */
const WRAPPERS = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"]);

const unwrap = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (WRAPPERS.has(child.name) ? unwrap(child) : [child]));

/** The lines of a paragraph, and of the boxes that are anchored in it. */
const readParagraph = (paragraph: Element, progress: Progress): readonly Piece[] => {
  progress.line += 1;
  const { line } = progress;
  const { text, removed, inserted, boxes } = readParagraphText(paragraph);
  if (removed.trim() !== "" || inserted.trim() !== "")
    progress.changes.push({ line, removed: cleanText(removed), inserted: cleanText(inserted) });
  const place = text.trim() === "" ? undefined : progress.numbering.findPlace(findChild(paragraph, "w:pPr"));
  const counted = place && countOn(progress.numbering, progress.counts, place);
  if (counted) progress.counts = counted.counts;
  const lines = `${counted?.mark ?? ""}${text}`.split("\n").flatMap((printed, at): readonly Piece[] => {
    const cells = printed.trim().split("\t").map(cleanText);
    if (cells.every((cell) => cell === "")) return [];
    const isApart = at === 0;
    if (cells.length === 1) return [{ kind: "paragraph", line, text: cells[0] ?? "", isApart }];
    return [{ kind: "row", row: { line, isApart, cells: cells.map((cell) => ({ text: cell, columns: 1, rows: 1 })) } }];
  });
  return [...boxes.flatMap((box) => readBlocks(box, progress)), ...lines];
};

const printPiece = (piece: Piece): string => {
  if (piece.kind === "paragraph" || piece.kind === "footnote") return piece.text;
  return piece.kind === "row"
    ? piece.row.cells
        .map(({ text }) => text)
        .filter(Boolean)
        .join(" ")
    : "";
};

const readCell = (cell: Element, progress: Progress): SpannedCell => {
  const properties = findChild(cell, "w:tcPr");
  const merge = findChild(properties, "w:vMerge");
  return {
    text: readBlocks(cell, progress).map(printPiece).filter(Boolean).join("\n"),
    columns: Math.max(Number(findChild(properties, "w:gridSpan")?.attributes["w:val"] ?? 1) || 1, 1),
    goesOn: merge !== undefined && merge.attributes["w:val"] !== "restart",
  };
};

const readRow = (row: Element, progress: Progress): { readonly line: number; readonly cells: readonly SpannedCell[] } => {
  const before = Number(findChild(row, "w:trPr", "w:gridBefore")?.attributes["w:val"] ?? 0) || 0;
  const line = progress.line + 1;
  const cells = unwrap(row)
    .filter(({ name }) => name === "w:tc")
    .map((cell) => readCell(cell, progress));
  return { line, cells: before > 0 ? [{ text: "", columns: before, goesOn: false }, ...cells] : cells };
};

const readTable = (table: Element, progress: Progress): readonly Piece[] => {
  const rows = unwrap(table).filter((row) => row.name === "w:tr" && findChild(row, "w:trPr", "w:del") === undefined);
  // A table within a cell: the outer one only sets the page.
  const isLayout = rows.some((row) => unwrap(row).some((cell) => unwrap(cell).some(({ name }) => name === "w:tbl")));
  if (isLayout) return rows.flatMap((row) => unwrap(row).flatMap((cell) => readBlocks(cell, progress)));
  const merged = mergeSpans(rows.map((row) => readRow(row, progress)));
  return [{ kind: "table-end" }, ...merged.map((row): Piece => ({ kind: "row", row })), { kind: "table-end" }];
};

const readBlocks = (parent: Element, progress: Progress): readonly Piece[] =>
  unwrap(parent).flatMap((element) => {
    if (element.name === "w:p") return readParagraph(element, progress);
    return element.name === "w:tbl" ? readTable(element, progress) : [];
  });

export const isDocxPart = (name: string): boolean => /^word\/[^/]{1,60}\.xml$/.test(name);

/** The texts of parts beside the document: each line once. */
const readParts = (files: Archive, pattern: RegExp, progress: Progress): readonly string[] => [
  ...new Set(
    [...files]
      .filter(([name]) => pattern.test(name))
      .flatMap(([, source]) => readBlocks(parseXml(source), progress).map(printPiece))
      .filter(Boolean),
  ),
];

const readFootnotes = (files: Archive, progress: Progress): readonly string[] =>
  ["footnote", "endnote"].flatMap((kind) =>
    findChildren(parseXml(files.get(`word/${kind}s.xml`)), `w:${kind}`)
      .filter(({ attributes }) => attributes["w:type"] === undefined || attributes["w:type"] === "normal")
      .map((note) => readBlocks(note, progress).map(printPiece).join(" ").trim())
      .filter(Boolean),
  );

/** Reads a .docx: numbered lists with their numbers, tables with their spans, headers and footnotes apart. */
export const readDocx = (files: Archive): SourceDocument => {
  const numbering = readNumbering(parseXml(files.get("word/numbering.xml")), parseXml(files.get("word/styles.xml")));
  const start = (): Progress => ({ numbering, counts: new Map(), line: 0, changes: [] });
  const progress = start();
  const [body] = findAll(parseXml(files.get("word/document.xml")), "w:body");
  const blocks = groupPieces(body ? readBlocks(body, progress) : []);
  return makeDocument(blocks, {
    furniture: readParts(files, /^word\/(?:header|footer)\d*\.xml$/, start()),
    footnotes: readFootnotes(files, start()),
    changes: progress.changes,
  });
};
