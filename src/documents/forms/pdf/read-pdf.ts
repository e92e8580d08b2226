import { getDocumentProxy } from "unpdf";
import { fail, succeed, type Result } from "../../../meeting/result.ts";
import { makeDocument, type Block, type SourceDocument } from "../../model/document.ts";
import { buildBlocks } from "../text/columns.ts";
import type { Glyphs, PageLine } from "./page-lines.ts";
import { splitPages } from "./pages.ts";
import { readLinesAndRows } from "./ruled-rows.ts";
import { findRuledTables, type RuledTable } from "./ruled-tables.ts";
import { readRulings } from "./rulings.ts";
import { isEncrypted, isUnpackedBeyond } from "./unpacked-size.ts";
import { unwrapLines, type WholeLine } from "./unwrap.ts";

/** Why a PDF can't be read. */
export type UnreadPdf = "scan" | "locked" | "damaged" | "too-large";

/** Pages that are read: no agenda has more. */
const MOST_PAGES = 200;
/** Octets of its text and letters that are unpacked. */
const LARGEST = 16 * 1024 * 1024;
/** Octets beyond which a file is a drawing as much as a text, and its rules are not looked for; pixels of a picture, none of which is unpacked. */
const [LARGEST_DRAWING, LARGEST_PICTURE] = [4 * 1024 * 1024, 1];
/** Characters a page that a document with text has at least. */
const FEWEST = 20;
/** Points by which the pieces of one column may begin apart. */
const TOLERANCE = 8;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

interface Page {
  readonly glyphs: readonly Glyphs[];
  readonly tables: readonly RuledTable[];
  readonly width: number;
}

const readPage = async (pdf: Pdf, number: number, isRuled: boolean): Promise<Page> => {
  const page = await pdf.getPage(number);
  const [left = 0, , right = 0] = page.view;
  const { items } = await page.getTextContent();
  const glyphs = items.flatMap((item): readonly Glyphs[] => {
    if (!("str" in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0]: readonly number[] = item.transform;
    return [{ text: item.str, x: x - left, y, width: item.width, size: Math.hypot(a, b), isRightToLeft: item.dir === "rtl" }];
  });
  const tables = isRuled ? findRuledTables(await readRulings(await page.getOperatorList(), left)) : [];
  return { glyphs, tables, width: right - left };
};

/** The blocks of lines that stand between the rows of tables, and of these. */
const buildRuledBlocks = (lines: readonly WholeLine[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at];
    if (!first) break;
    let end = at + 1;
    while (lines[end] && (lines[end]?.cells === undefined) === (first.cells === undefined)) end += 1;
    const run = lines.slice(at, end).map((line, index) => ({ ...line, line: at + index + 1 }));
    const rows = run.flatMap(({ line, cells, isApart }) => (cells ? [{ line, cells, isApart }] : []));
    if (first.cells) blocks.push({ kind: "table", rows });
    else
      blocks.push(
        ...buildBlocks(
          run.map(({ line, isApart, segments }) => ({ line, isApart, pieces: segments })),
          TOLERANCE,
        ),
      );
    at = end;
  }
  return blocks;
};

/** The lines of a page whole, and the rows of its tables, whose cells are. */
const unwrapText = (lines: readonly PageLine[]): readonly WholeLine[] => {
  const rows = lines.filter(({ cells }) => cells !== undefined).map((row) => ({ ...row, isApart: false }));
  return [...unwrapLines(lines.filter(({ cells }) => cells === undefined)), ...rows].toSorted((a, b) => b.y - a.y);
};

const readPages = async (pdf: Pdf, isRuled: boolean): Promise<Result<SourceDocument, UnreadPdf>> => {
  const numbers = Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, at) => at + 1);
  const lines = [];
  let letters = 0;
  for (const number of numbers) {
    const { glyphs, tables, width } = await readPage(pdf, number, isRuled);
    letters += glyphs.reduce((sum, { text }) => sum + text.trim().length, 0);
    lines.push(readLinesAndRows(glyphs, tables, width));
  }
  if (letters < FEWEST * numbers.length) return fail("scan");
  const { pages, furniture, footnotes } = splitPages(lines);
  const blocks = buildRuledBlocks(pages.flatMap(unwrapText));
  return succeed(makeDocument(blocks, { furniture, footnotes }));
};

/** What the reader throws of a file that is none of its own. */
const FAULTS: Readonly<Record<string, UnreadPdf>> = {
  PasswordException: "locked",
  InvalidPDFException: "damaged",
  FormatError: "damaged",
  XRefParseException: "damaged",
  ResponseException: "damaged",
  UnknownErrorException: "damaged",
};

/** Reads a PDF by where its text stands: lines, columns, and what is wrapped in them. */
export const readPdf = async (bytes: Uint8Array): Promise<Result<SourceDocument, UnreadPdf>> => {
  if (isEncrypted(bytes)) return fail("locked");
  if (isUnpackedBeyond(bytes, LARGEST)) return fail("too-large");
  try {
    // The reader takes the bytes for itself.
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, maxImageSize: LARGEST_PICTURE });
    return await readPages(pdf, !isUnpackedBeyond(bytes, LARGEST_DRAWING));
  } catch (error) {
    const why = error instanceof Error ? FAULTS[error.name] : undefined;
    if (why === undefined) throw error;
    return fail(why);
  }
};
