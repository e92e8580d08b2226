import { strToU8, zipSync } from "fflate";
import { writePages } from "./pdf-writer.ts";

/** A text whose cells are parted by tabs or wide gaps, as a file of each form. */

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
/** What XML can hold, each line in its cells. */
const listRows = (text: string): readonly (readonly string[])[] =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- XML has no control characters
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .split("\n")
    .map((line) => line.split(/\t| {3,}/));

const writeParagraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

/** Letters that readers of a PDF write in another way: those of two units, joined ones, and those that run from the right. */
const UNWRITTEN = /[^\t\n -~\u00a1-\u024f\u0400-\u045f\u2013-\u201d]/gu;

/** One text as a file of each form. */
export const FORMS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  html: (text) =>
    strToU8(
      `<html><body>${listRows(text)
        .map((cells) =>
          cells.length > 1
            ? `<table><tr>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr></table>`
            : `<p>${escapeXml(cells[0] ?? "")}</p>`,
        )
        .join("\n")}</body></html>`,
    ),
  docx: (text) => {
    const body = listRows(text).map((cells) =>
      cells.length > 1
        ? `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${writeParagraph(cell)}</w:tc>`).join("")}</w:tr></w:tbl>`
        : writeParagraph(cells[0] ?? ""),
    );
    return zip({ "word/document.xml": `<w:document ${WORD}><w:body>${body.join("")}</w:body></w:document>` });
  },
  xlsx: (text) => {
    const rows = listRows(text).map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => `<c r="${String.fromCodePoint(65 + (column % 26))}${row + 1}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join("")}</row>`,
    );
    return zip({
      "xl/workbook.xml": `<workbook ${SHEET}><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/worksheets/sheet1.xml": `<worksheet ${SHEET}><sheetData>${rows.join("")}</sheetData></worksheet>`,
    });
  },
  csv: (text) =>
    strToU8(
      listRows(text)
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
        .join("\n"),
    ),
  pdf: (text) => writePages(listRows(text.replaceAll(UNWRITTEN, "?"))),
};
