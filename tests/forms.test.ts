import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readFile } from "../src/documents/forms/read-file.ts";
import { UNREAD_FILES } from "../src/documents/forms/unread-file.ts";
import type { SourceDocument } from "../src/documents/model/document.ts";
import { flattenBlocks } from "../src/documents/model/lines.ts";

/** Every form of file is read into one model of a document; what can't be read is refused in a sentence that says what to do. */

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const docx = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    "word/document.xml": `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [`word/${name}.xml`, text])),
  });

const paragraph = (text: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const listed = (text: string, level: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
const cell = (text: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const file = await readFile(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value;
};
const cells = async (bytes: Uint8Array) => flattenBlocks((await read(bytes)).blocks).map((line) => line.cells);
const refusal = async (bytes: Uint8Array) => {
  const file = await readFile(bytes);
  return file.ok ? undefined : UNREAD_FILES[file.error];
};

describe("a word processor's file", () => {
  it("has the numbers that its lists print, level by level", async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "(%2)")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const body = [
      listed("Nets", 0),
      listed("Hooks", 0),
      listed("Old hooks", 1),
      listed("New hooks", 1),
      listed("Lines", 0),
      listed("Long lines", 1),
    ];
    expect(await cells(docx(body.join(""), { numbering }))).toEqual([
      ["1. Nets"],
      ["2. Hooks"],
      ["(a) Old hooks"],
      ["(b) New hooks"],
      ["3. Lines"],
      ["(a) Long lines"],
    ]);
  });

  it("keeps the columns of a table whose cells are merged", async () => {
    const rows = [
      cell("Monday", '<w:vMerge w:val="restart"/>') + cell("10 a.m.") + cell("1"),
      cell("", "<w:vMerge/>") + cell("3 p.m.") + cell("2"),
      cell("Lunch", '<w:gridSpan w:val="2"/>') + cell("3"),
    ];
    expect(await cells(docx(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`))).toEqual([
      ["Monday", "10 a.m.", "1"],
      ["", "3 p.m.", "2"],
      ["Lunch", "", "3"],
    ]);
  });

  it("sets footnotes and headers apart, and leaves their marks out of the text", async () => {
    const footnotes = `<w:footnotes ${WORD}><w:footnote w:type="separator" w:id="0">${paragraph("–")}</w:footnote><w:footnote w:id="1">${paragraph("See A/CN.99/3.")}</w:footnote></w:footnotes>`;
    const header1 = `<w:hdr ${WORD}>${paragraph("A/CN.99/1")}</w:hdr>`;
    const body =
      '<w:p><w:r><w:t>Nets</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r></w:p>';
    const document = await read(docx(body, { footnotes, header1 }));
    expect(flattenBlocks(document.blocks).map(({ text }) => text)).toEqual(["Nets"]);
    expect(document.footnotes).toEqual(["See A/CN.99/3."]);
    expect(document.furniture).toEqual(["A/CN.99/1"]);
  });

  it("is read as if its tracked changes were accepted, and says what they were", async () => {
    const body =
      "<w:p><w:del><w:r><w:delText>10 a.m.</w:delText></w:r></w:del><w:ins><w:r><w:t>11 a.m.</w:t></w:r></w:ins><w:r><w:t>, item 1</w:t></w:r></w:p>";
    const document = await read(docx(body));
    expect(flattenBlocks(document.blocks).map(({ text }) => text)).toEqual(["11 a.m., item 1"]);
    expect(document.changes).toEqual([{ line: 1, removed: "10 a.m.", inserted: "11 a.m." }]);
  });
});

describe("what is not read", () => {
  it.each([
    ["an older word processor's file", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], /\.docx/],
    ["rich text", [...strToU8("{\\rtf1\\ansi Agenda}")], /\.docx/],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /picture/],
    ["noise", Array.from({ length: 400 }, (_, at) => (at * 37) % 32), /no text/],
  ])("%s is refused by its first bytes, with what to do", async (_, bytes, sentence) => {
    expect(await refusal(new Uint8Array(bytes))).toMatch(sentence);
  });

  it("an OpenDocument file, and an archive of other things", async () => {
    expect(await refusal(zip({ "content.xml": "<office/>" }))).toMatch(/OpenDocument/);
    expect(await refusal(zip({ "photo.txt": "x" }))).toMatch(/Unpack/);
  });

  it("a file that ends early, and one that would unpack to more than any agenda holds", async () => {
    const whole = docx(paragraph("Nets"));
    expect(await refusal(whole.slice(0, whole.length - 30))).toMatch(/damaged|Unpack/);
    const bomb = zipSync({ "word/document.xml": new Uint8Array(70 * 1024 * 1024) }, { level: 1 });
    expect(await refusal(bomb)).toMatch(/larger/);
    const small = strToU8(`<w:document><w:body>${"<w:p><w:r><w:t>1</w:t></w:r></w:p>".repeat(150_000)}</w:body></w:document>`);
    expect(await refusal(zipSync({ "word/document.xml": small }, { level: 1 }))).toMatch(/larger/);
    expect(await refusal(strToU8(`<body>${"<div>".repeat(800_000)}`))).toMatch(/larger/);
    const sheet = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": new Uint8Array(17 * 1024 * 1024) });
    expect(await refusal(sheet)).toMatch(/larger/);
  });

  it.each([
    ["more octets", "Nets and hooks\n".repeat(300_000)],
    ["more lines", "1. Nets\n".repeat(20_001)],
    ["a longer line", "Nets ".repeat(50_001)],
  ])("a text with %s than any agenda has", async (_, printed) => {
    expect(await refusal(strToU8(printed))).toMatch(/larger/);
  });
});

describe("a spreadsheet", () => {
  const xlsx = (rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
    zip({
      "xl/workbook.xml": '<workbook xmlns:r="x"><sheets><sheet name="Programme" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData>${parts["merges"] ?? ""}</worksheet>`,
      "xl/styles.xml": parts["styles"] ?? "<styleSheet/>",
    });
  const text = (place: string, value: string): string => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it("keeps its merged cells, and heads what follows by a cell that stands alone", async () => {
    const rows = `<row r="1">${text("A1", "Timetable")}</row><row r="2">${text("A2", "10 a.m.")}${text("B2", "Item 1")}</row><row r="3"><c r="A3"/>${text("B3", "Item 2")}${text("C3", "Nets")}</row>`;
    const document = await read(xlsx(rows, { merges: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>' }));
    expect(flattenBlocks(document.blocks).map((line) => [line.cells, line.spread])).toEqual([
      [["Timetable"], ["Timetable"]],
      [
        ["10 a.m.", "Item 1", ""],
        ["10 a.m.", "Item 1", "Item 1"],
      ],
      [
        ["", "Item 2", "Nets"],
        ["10 a.m.", "Item 2", "Nets"],
      ],
    ]);
  });

  it("shows days and times as its cells do, not as numbers", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dddd d mmmm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs></styleSheet>';
    const rows = '<row r="1"><c r="A1" s="1"><v>47973</v></c><c r="B1" s="2"><v>0.4166666667</v></c><c r="C1"><v>3</v></c></row>';
    expect(await cells(xlsx(rows, { styles }))).toEqual([["5 May 2031", "10:00", "3"]]);
    const typed = rows.replaceAll("<c ", '<c t="n" ');
    expect(await cells(xlsx(typed, { styles }))).toEqual([["5 May 2031", "10:00", "3"]]);
  });

  it("is a text of separated values too, with quotes; prose with commas is none", async () => {
    expect(await cells(strToU8('Day,Time,Item\nMonday,10 a.m.,"Nets, old"\nMonday,3 p.m.,Hooks\n'))).toEqual([
      ["Day", "Time", "Item"],
      ["Monday", "10 a.m.", "Nets, old"],
      ["Monday", "3 p.m.", "Hooks"],
    ]);
    expect(await cells(strToU8("Nets, old and new, are many.\nHooks are few.\nLines, long, thin, and wet."))).toHaveLength(3);
  });
});

describe("a web page", () => {
  it("sets the footnotes of a word processor apart", async () => {
    const page =
      '<p>Nets<a href="#_ftn1" name="_ftnref1">[1]</a> and hooks</p><div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1">[1]</a> As decided.</p></div><p>Lines</p>';
    const document = await read(strToU8(page));
    expect(flattenBlocks(document.blocks).map(({ text }) => text)).toEqual(["Nets and hooks", "Lines"]);
    expect(document.footnotes).toEqual(["As decided."]);
  });
});
