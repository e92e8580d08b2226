import { strToU8, zipSync } from "fflate";
import type { Block } from "./house.ts";
import type { Style } from "./style.ts";

/** A document as a file of each form. */

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const widthOf = (rows: readonly (readonly string[])[]): number => Math.max(...rows.map(({ length }) => length));

/** A row of less cells than its table has one over all. */
const spanOf = (row: readonly string[], width: number): number => (row.length === 1 ? width : 1);

const writeRowsOfHtml = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => {
      const span = spanOf(row, widthOf(rows));
      const cells = row.map((cell) => {
        const paragraphs = cell.split("\n").map((text) => `<p>${escapeXml(text)}</p>`);
        return `<td${span > 1 ? ` colspan="${span}"` : ""}>${paragraphs.join("")}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("\n");

const writeHtml = (blocks: readonly Block[]): Uint8Array =>
  strToU8(
    `<html><body>${blocks
      .filter((block) => block !== "")
      .map((block) => (typeof block === "string" ? `<p>${escapeXml(block)}</p>` : `<table>${writeRowsOfHtml(block)}</table>`))
      .join("\n")}</body></html>`,
  );

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const writeParagraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

const writeRowsOfWord = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => {
      const span = spanOf(row, widthOf(rows));
      const properties = span > 1 ? `<w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>` : "";
      return `<w:tr>${row.map((cell) => `<w:tc>${properties}${cell.split("\n").map(writeParagraph).join("")}</w:tc>`).join("")}</w:tr>`;
    })
    .join("");

const writeWord = (blocks: readonly Block[]): Uint8Array => {
  const body = blocks.map((block) => (typeof block === "string" ? writeParagraph(block) : `<w:tbl>${writeRowsOfWord(block)}</w:tbl>`));
  return zipSync({ "word/document.xml": strToU8(`<w:document ${WORD}><w:body>${body.join("")}</w:body></w:document>`) });
};

/** The rows that the lines of cells make, side by side. */
const splitRow = (row: readonly string[]): readonly (readonly string[])[] => {
  const cells = row.map((cell) => cell.split("\n"));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? ""));
};

const listRows = (blocks: readonly Block[]): readonly (readonly string[])[] =>
  blocks.flatMap((block) => (typeof block === "string" ? [[block]] : block.flatMap(splitRow)));

/** Columns that are set with spaces, as a text that was taken out of a page has them. */
const writeColumns = (rows: readonly (readonly string[])[]): string => {
  const lines = rows.flatMap(splitRow);
  const widths = Array.from({ length: widthOf(rows) }, (_, at) =>
    Math.max(...lines.map((line) => (line.length > 1 ? (line[at] ?? "").length : 0))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, at) => cell.padEnd((widths[at] ?? 0) + 4))
        .join("")
        .trimEnd(),
    )
    .join("\n");
};

/** The lines of a paragraph on a narrow page. */
const wrap = (text: string): readonly string[] =>
  text.split(/(?<=[ ，、])/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.trimEnd().length > NARROW) lines.push(word);
    else lines[lines.length - 1] = last + word;
    return lines;
  }, []);
const NARROW = 72;

const writeNarrow = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      typeof block === "string"
        ? wrap(block)
            .map((line) => line.trimEnd())
            .join("\n")
        : writeColumns(block),
    )
    .join("\n");

export const printText = (blocks: readonly Block[]): string =>
  blocks.map((block) => (typeof block === "string" ? block : writeColumns(block))).join("\n");

const writeTabs = (blocks: readonly Block[]): string =>
  listRows(blocks)
    .map((row) => row.join("\t"))
    .join("\n");

export const FORMS = {
  docx: writeWord,
  html: writeHtml,
  tabs: (blocks) => strToU8(writeTabs(blocks)),
  text: (blocks) => strToU8(printText(blocks)),
  narrow: (blocks) => strToU8(writeNarrow(blocks)),
} as const satisfies Record<string, (blocks: readonly Block[]) => Uint8Array>;
type Form = keyof typeof FORMS;

/**
 * The forms in which a style can be read. On a page of text, what stands alone on a line of a grid may be of any column; and a title
 * that goes on below has nothing that says so, where no number stands before it.
 */
export const listForms = ({ layout, references }: Style): readonly Form[] => {
  if (layout === "days as columns" || layout === "hours as columns") return ["docx", "html"];
  return references.startsWith("Title") ? ["docx", "html", "tabs", "text"] : ["docx", "html", "tabs", "text", "narrow"];
};
