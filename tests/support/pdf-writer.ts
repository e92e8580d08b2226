/** PDFs written for tests: they know where their text stands, and nothing of lines, columns or paragraphs. */

/** Text at a place in points from the left and from the bottom, and its size. */
export type PlacedText = readonly [x: number, y: number, text: string, size?: number];

/** A rule from one place to another: a line, or a thin field. */
export interface PlacedRule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly isField?: boolean;
}

const writeRule = ({ from: [x, y], to: [right, top], isField }: PlacedRule): string =>
  isField === true ? `${x} ${y} ${right - x || 0.5} ${top - y || 0.5} re f` : `${x} ${y} m ${right} ${top} l S`;

/** Each letter takes half of the size of its font: so a test knows how much fits. */
const WIDTH = 0.5;
const SIZE = 11;

/** Codes that are those of UTF-16, so that any script can be written, with no font in the file. */
const TO_UNICODE = [
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
  "1 begincodespacerange <0000> <FFFF> endcodespacerange",
  "1 beginbfrange <0000> <FFFF> <0000> endbfrange",
  "endcmap end end",
].join("\n");

const writeHex = (text: string): string =>
  text
    .split("")
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"))
    .join("");

const writeStream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const writeText = ([x, y, text, size = SIZE]: PlacedText): string => `BT /F1 ${size} Tf ${x} ${y} Td <${writeHex(text)}> Tj ET`;

/** A PDF of pages that show text and rules at places. */
export const writePdf = (...pages: readonly (readonly (PlacedText | PlacedRule)[])[]): Uint8Array => {
  const contents = pages.map((page) => page.map((placed) => ("from" in placed ? writeRule(placed) : writeText(placed))).join("\n"));
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW ${WIDTH * 1000} >>`,
    writeStream(TO_UNICODE),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      writeStream(content),
    ]),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`);
};

const [TOP, BOTTOM, LEFT, RIGHT] = [780, 60, 57, 540];
const [LEADING, APART] = [14, 24];
/** Where the second and the third cell of a row begin; others share what is left. */
const STOPS = [LEFT, 157, 217, 380, 450];

/** The lines of a text that fit into so many letters; words are kept whole where they can be. */
const wrap = (text: string, letters: number): readonly string[] => {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= letters) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
};

/** A text as pages: each line a paragraph that is wrapped, each line of several cells a row of a table. */
export const writePages = (rows: readonly (readonly string[])[]): Uint8Array => {
  const pages: PlacedText[][] = [[]];
  let [y, isApart] = [TOP, false];
  for (const row of rows) {
    const cells = row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
    if (cells.length === 0) {
      isApart = true;
      continue;
    }
    const placed = cells.map((cell, column) => {
      const [from = RIGHT, to = RIGHT] = [STOPS[Math.min(column, STOPS.length - 1)], column + 1 < cells.length ? STOPS[column + 1] : RIGHT];
      return wrap(cell, Math.max(10, Math.floor((to - from) / (SIZE * WIDTH)) - 2)).map((text, line) => ({ x: from, line, text }));
    });
    const height = Math.max(...placed.map(({ length }) => length)) * LEADING;
    y -= isApart || cells.length === 1 ? APART - LEADING : 0;
    if (y - height < BOTTOM) {
      pages.push([]);
      y = TOP;
    }
    for (const { x, line, text } of placed.flat()) if (text !== "") pages.at(-1)?.push([x, y - line * LEADING, text]);
    y -= height;
    isApart = false;
  }
  return writePdf(...pages);
};
