import { getDocumentProxy } from "unpdf";
import { fail, succeed, type Result } from "../../../meeting/result.ts";
import { makeDocument, type SourceDocument } from "../../model/document.ts";
import { buildBlocks } from "../text/columns.ts";
import { readPageLines, type Glyphs } from "./page-lines.ts";
import { splitPages } from "./pages.ts";
import { isEncrypted, isUnpackedBeyond } from "./unpacked-size.ts";
import { unwrapLines } from "./unwrap.ts";

/** Why a PDF can't be read. */
export type UnreadPdf = "scan" | "locked" | "damaged" | "too-large";

/** Pages that are read: no agenda has more. */
const MOST_PAGES = 200;
/** Octets of its text and letters that are unpacked. */
const LARGEST = 16 * 1024 * 1024;
/** Characters a page that a document with text has at least. */
const FEWEST = 20;
/** Points by which the pieces of one column may begin apart. */
const TOLERANCE = 8;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const readGlyphs = async (pdf: Pdf, number: number): Promise<{ readonly glyphs: readonly Glyphs[]; readonly width: number }> => {
  const page = await pdf.getPage(number);
  const [left = 0, , right = 0] = page.view;
  const { items } = await page.getTextContent();
  const glyphs = items.flatMap((item): readonly Glyphs[] => {
    if (!("str" in item)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0]: readonly number[] = item.transform;
    return [{ text: item.str, x: x - left, y, width: item.width, size: Math.hypot(a, b), isRightToLeft: item.dir === "rtl" }];
  });
  return { glyphs, width: right - left };
};

const readPages = async (pdf: Pdf): Promise<Result<SourceDocument, UnreadPdf>> => {
  const numbers = Array.from({ length: Math.min(pdf.numPages, MOST_PAGES) }, (_, at) => at + 1);
  const lines = [];
  let letters = 0;
  for (const number of numbers) {
    const { glyphs, width } = await readGlyphs(pdf, number);
    letters += glyphs.reduce((sum, { text }) => sum + text.trim().length, 0);
    lines.push(readPageLines(glyphs, width));
  }
  if (letters < FEWEST * numbers.length) return fail("scan");
  const { pages, furniture, footnotes } = splitPages(lines);
  const whole = pages.flatMap(unwrapLines);
  const blocks = buildBlocks(
    whole.map(({ segments, isApart }, at) => ({ line: at + 1, isApart, pieces: segments.map(({ text, start }) => ({ text, start })) })),
    TOLERANCE,
  );
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
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    return await readPages(pdf);
  } catch (error) {
    const why = error instanceof Error ? FAULTS[error.name] : undefined;
    if (why === undefined) throw error;
    return fail(why);
  }
};
