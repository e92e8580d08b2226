import { strToU8, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { composeDraft } from "../../src/documents/draft.ts";
import { isUnpackedBeyond } from "../../src/documents/forms/pdf/unpacked-size.ts";
import { readFile } from "../../src/documents/forms/read-file.ts";
import { flattenBlocks } from "../../src/documents/model/lines.ts";
import { writePdf, type PlacedRule, type PlacedText } from "../support/pdf-writer.ts";

/** A PDF knows where its text stands, and nothing of lines, columns or paragraphs. */

const read = async (bytes: Uint8Array) => {
  const file = await readFile(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value;
};

/** A PDF of one stream that is packed by `filters`. */
const makePacked = (filters: string, packed: Uint8Array): Uint8Array => {
  const head = `%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} /Filter ${/^\d/.test(filters) ? filters : `[${filters}]`} >>\nstream\n`;
  return new Uint8Array([...strToU8(head), ...packed, ...strToU8("\nendstream\nendobj\n%%EOF\n")]);
};

const replaceName = (pdf: Uint8Array, from: string, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(pdf).toString("latin1").replace(from, to), "latin1"));

/** Codes of LZW from the first word of two letters to the last that twelve bits name. */
const LONGEST_CODE = 4095 - 256;

/** One letter over and over, packed by LZW as tightly as can be: each code is one letter longer than the one before. */
const packLzw = (times: number): Uint8Array => {
  let bits = "";
  for (let time = 0; time < times; time += 1) {
    bits += (256).toString(2).padStart(9, "0");
    for (let word = 1; word < LONGEST_CODE; word += 1) {
      const width = Math.min(12, Math.max(9, (word + 257).toString(2).length));
      bits += (word === 1 ? 0 : word + 256).toString(2).padStart(width, "0");
    }
  }
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (octet) => Number.parseInt(octet.padEnd(8, "0"), 2));
};

const encodeAscii85 = (octets: Uint8Array): string => {
  const groups = Array.from({ length: Math.ceil(octets.length / 4) }, (_, at) => octets.slice(at * 4, at * 4 + 4));
  return groups
    .map((group) => {
      const value = [...group, 0, 0, 0].slice(0, 4).reduce((sum, octet) => sum * 256 + octet, 0);
      const digits = Array.from({ length: 5 }, (_, at) => String.fromCodePoint(33 + (Math.floor(value / 85 ** (4 - at)) % 85)));
      return digits.slice(0, group.length + 1).join("");
    })
    .join("");
};

const PAGE: readonly PlacedText[] = [
  [57, 780, "Committee on Nets"],
  [57, 765, "Vienna, 5-6 May 2031"],
  [57, 750, "Provisional agenda"],
  [57, 735, "1."],
  [92, 735, "Opening of the meeting"],
  [57, 720, "2."],
  [92, 720, "Nets that are old, and what can be done so that they are mended in time by all who are"],
  [57, 705, "in charge of them"],
  [57, 690, "3."],
  [92, 690, "Report"],
  [57, 660, "Timetable"],
  [57, 645, "Monday, 5 May"],
  [57, 630, "10 a.m.-1 p.m."],
  [157, 630, "1"],
  [232, 630, "Opening of the meeting"],
  [157, 615, "2"],
  [232, 615, "Nets that are old, and what can be done so that they are"],
  [232, 600, "mended in time by all who are in charge of them, as it was"],
  [232, 585, "decided last year by the meeting that came before this one"],
  [57, 570, "3-6 p.m."],
  [157, 570, "3"],
  [232, 570, "Report"],
];

describe("a PDF", () => {
  it("gives its columns back as cells, and joins what they wrapped", async () => {
    const { blocks } = await read(writePdf(PAGE));
    const cells = flattenBlocks(blocks).map((line) => line.cells.filter(Boolean));
    expect(cells).toContainEqual([
      "2.",
      "Nets that are old, and what can be done so that they are mended in time by all who are in charge of them",
    ]);
    expect(cells).toContainEqual(["10 a.m.-1 p.m.", "1", "Opening of the meeting"]);
    expect(cells).toContainEqual(["3-6 p.m.", "3", "Report"]);
  });

  it("is drafted like the same content in any other form", async () => {
    const { meeting, warnings } = composeDraft(await read(writePdf(PAGE)));
    expect(meeting.slots.map(({ start, end, items }) => [start, end, ...items])).toEqual([
      ["2031-05-05T10:00", "2031-05-05T13:00", "1", "2"],
      ["2031-05-05T15:00", "2031-05-05T18:00", "3"],
    ]);
    expect(warnings.filter(({ code }) => !code.startsWith("missing-"))).toEqual([]);
  });

  /** A cell from row to row and from column to column, with its lines. */
  type RuledCell = readonly [column: number, row: number, columns: number, rows: number, ...lines: readonly string[]];
  const [WIDE, HIGH] = [125, 75];
  const ruleCell = ([column, row, columns, rows, ...lines]: RuledCell, isField: boolean): readonly (PlacedText | PlacedRule)[] => {
    const [left, right] = [57 + column * WIDE, 57 + (column + columns) * WIDE];
    const [top, bottom] = [700 - row * HIGH, 700 - (row + rows) * HIGH];
    const rule = (fromX: number, fromY: number, toX: number, toY: number): PlacedRule => ({
      from: [fromX, fromY],
      to: [toX, toY],
      isField,
    });
    return [
      rule(left, bottom, right, bottom),
      rule(left, top, right, top),
      rule(left, bottom, left, top),
      rule(right, bottom, right, top),
      ...lines.map((text, at): PlacedText => [left + 5, top - 14 - at * 13, text]),
    ];
  };
  const readRuled = async (isField: boolean, ...ruled: readonly RuledCell[]) => {
    const { blocks } = await read(writePdf([[57, 780, "Vienna, 5-7 May 2031"], ...ruled.flatMap((one) => ruleCell(one, isField))]));
    return flattenBlocks(blocks)
      .slice(1)
      .map(({ spread }) => spread);
  };

  it.each([
    ["lines", false],
    ["thin fields", true],
  ])("has the cells that %s part, whatever they wrap, cover or leave empty", async (_, isField) => {
    const rows = await readRuled(
      isField,
      [0, 0, 1, 1, "Hours"],
      [1, 0, 1, 1, "Monday, 5 May"],
      [2, 0, 1, 1, "Tuesday, 6 May"],
      [3, 0, 1, 1, "Wednesday, 7 May"],
      [0, 1, 1, 1, "10 a.m.-", "1 p.m."],
      [1, 1, 1, 1, "Item 1", "Opening of the", "meeting, and its old", "nets of all kinds", "Item 2"],
      [2, 1, 1, 1],
      [3, 1, 1, 3, "Item 3", "Hooks of the coast", "and of the shore"],
      [0, 2, 3, 1, "Lunch"],
      [0, 3, 1, 1, "3-6 p.m."],
      [1, 3, 2, 1, "Item 2 (continued)"],
    );
    expect(rows).toEqual([
      ["Hours", "Monday, 5 May", "Tuesday, 6 May", "Wednesday, 7 May"],
      [
        "10 a.m.-\n1 p.m.",
        "Item 1\nOpening of the meeting, and its old nets of all kinds\nItem 2",
        "",
        "Item 3\nHooks of the coast and of the shore",
      ],
      ["Lunch", "Lunch", "Lunch", "Item 3\nHooks of the coast and of the shore"],
      ["3-6 p.m.", "Item 2 (continued)", "Item 2 (continued)", "Item 3\nHooks of the coast and of the shore"],
    ]);
  });

  it("has numbers and marks of Arabic in the order in which they are read, whatever font or order paints them", async () => {
    const { blocks } = await read(
      writePdf([
        [430, 780, "١٠ ٠٠"],
        [441, 780, "/"],
        [400, 780, "-"],
        [360, 780, "١٣ ٠٠"],
        [371, 780, "/"],
        [300, 760, "شبكة صيد".split("").toReversed().join("")],
        [317, 760, "/"],
      ]),
    );
    expect(flattenBlocks(blocks).map(({ text }) => text)).toEqual(["10/00 - 13/00", "شبكة/صيد"]);
  });

  it("has no table in a frame, nor in rules that meet none", async () => {
    const rows = await readRuled(false, [0, 0, 4, 1, "Nets, hooks and lines"], [0, 2, 4, 1]);
    expect(rows).toEqual([["Nets, hooks and lines"]]);
  });

  it("has headers and footers that repeat, and notes that are set small, apart from its text", async () => {
    const around = (text: string): readonly PlacedText[] => [
      [400, 810, "F/CN.9/1"],
      ...Array.from({ length: 8 }, (_, at): PlacedText => [57, 780 - at * 15, `${text} is a line of running text, number ${at}`]),
      [57, 60, `1 As decided at 10 a.m. by ${text}.`, 8],
    ];
    const document = await read(writePdf(around("This"), around("That")));
    expect(document.furniture).toEqual(["F/CN.9/1"]);
    expect(document.footnotes[0]).toContain("As decided");
    const text = flattenBlocks(document.blocks).map((line) => line.text);
    expect(text.join(" ")).toContain("That is a line of running text, number 7");
    expect(text.join(" ")).not.toMatch(/F\/CN|As decided/);
  });

  it("keeps a heading that begins two pages at different heights", async () => {
    const page = (y: number, text: string): readonly PlacedText[] => [
      [57, y, "Documentation"],
      ...Array.from({ length: 9 }, (_, at): PlacedText => [57, y - 20 - at * 15, `${text} is a line of running text, number ${at}`]),
    ];
    const lines = flattenBlocks((await read(writePdf(page(780, "This"), page(740, "That")))).blocks);
    expect(lines.filter(({ text }) => text === "Documentation")).toHaveLength(2);
  });

  it("is refused where it holds pictures of pages, or is damaged", async () => {
    const refusal = async (bytes: Uint8Array) => {
      const file = await readFile(bytes);
      return file.ok ? "" : file.error;
    };
    expect(await refusal(writePdf([]))).toBe("scan");
    expect(await refusal(new TextEncoder().encode("%PDF-1.4 and no more"))).toBe("damaged");
  });

  it.each(["/Encrypt 9 0 R", "/#45ncrypt << /Filter /Standard /V 1 >>"])(
    "is refused where it is locked, even if only against copying: %s",
    async (entry) => {
      const locked = { ok: false, error: "locked" };
      expect(await readFile(replaceName(writePdf(PAGE), "/Root", `${entry} /Root`))).toEqual(locked);
      const table = makePacked("/FlateDecode", zlibSync(new Uint8Array(9)));
      expect(await readFile(replaceName(table, "/Length", `${entry} /Length`)), "as a table of references has it").toEqual(locked);
    },
  );

  it.each([
    ["/FlateDecode", zlibSync(new Uint8Array(40 * 1024 * 1024))],
    ["/FlateDecode /FlateDecode", zlibSync(zlibSync(new Uint8Array(1024)))],
    ["/LZWDecode", packLzw(3)],
    ["/ASCIIHexDecode /LZWDecode", strToU8(`${Buffer.from(packLzw(3)).toString("hex")}>`)],
    ["/ASCII85Decode /RunLengthDecode", strToU8(`${encodeAscii85(new Uint8Array(512 * 1024).fill(129))}~>`)],
    ["7 0 R", new Uint8Array(20)],
    ["/Unheard", new Uint8Array(20)],
  ])("is refused where its streams unpack to more than any agenda holds: %s", async (filters, packed) => {
    const file = await readFile(makePacked(filters, packed));
    expect(file).toEqual({ ok: false, error: "too-large" });
  });

  it("is measured whatever its names are written like", async () => {
    const packed = makePacked("/FlateDecode", zlibSync(new Uint8Array(40 * 1024 * 1024)));
    const tooLarge = { ok: false, error: "too-large" };
    expect(await readFile(replaceName(packed, "/Filter", "/Fil#74er"))).toEqual(tooLarge);
    expect(await readFile(replaceName(packed, "/FlateDecode", "/Flate#44ecode"))).toEqual(tooLarge);
  });

  it("is measured by what its streams hold, in whatever way they are packed", () => {
    const text = strToU8("Nets and hooks, nets and lines");
    const holds = (filters: string, packed: Uint8Array): boolean => isUnpackedBeyond(makePacked(filters, packed), text.length);
    const holdsLess = (filters: string, packed: Uint8Array): boolean => !isUnpackedBeyond(makePacked(filters, packed), text.length - 1);
    const ways = [
      ["/FlateDecode", zlibSync(text)],
      ["/ASCIIHexDecode", strToU8(`${Buffer.from(text).toString("hex")}>`)],
      ["/ASCII85Decode", strToU8(`${encodeAscii85(text)}~>`)],
      ["/ASCII85Decode /FlateDecode", strToU8(`${encodeAscii85(zlibSync(text))}~>`)],
      ["/RunLengthDecode", Uint8Array.from([text.length - 1, ...text, 128])],
    ] as const;
    expect(ways.filter(([filters, packed]) => holds(filters, packed) || holdsLess(filters, packed))).toEqual([]);
    // One to three thousand and some hundred letters: the longest word of each further code is one longer.
    const long = ((LONGEST_CODE - 1) * LONGEST_CODE) / 2;
    expect([long - 1, long].map((most) => isUnpackedBeyond(makePacked("/LZWDecode", packLzw(1)), most))).toEqual([true, false]);
  });
});
