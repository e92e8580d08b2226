import { fail, succeed, type Result } from "../../meeting/result.ts";
import type { SourceDocument } from "../model/document.ts";
import { unpack, type Archive } from "./archive.ts";
import { isMarkupBounded } from "./markup-bounds.ts";
import { isDocxPart, readDocx } from "./docx/read-docx.ts";
import { readHtml } from "./html/read-html.ts";
import { readPasted } from "./read-pasted.ts";
import { isXlsxPart, readXlsx } from "./sheet/read-xlsx.ts";
import { findForm } from "./signature.ts";
import { decodeText } from "./text/decode.ts";
import type { UnreadFile } from "./unread-file.ts";

type ReadFile = Result<SourceDocument, UnreadFile>;

/** Octets of a file that is read. */
export const LARGEST_FILE = 32 * 1024 * 1024;
/** Octets of a text or a page, which have no pictures in them. */
const LARGEST_TEXT = 4 * 1024 * 1024;
/** Lines and rows of a document, and characters of it and of one line, that are read. */
const [MOST_LINES, MOST_CHARACTERS, LONGEST_LINE] = [20_000, 1_000_000, 250_000];

const readText = (text: string, read: (text: string) => SourceDocument): ReadFile =>
  text.length <= LARGEST_TEXT && isMarkupBounded([text], false) ? succeed(read(text)) : fail("too-large");

const readArchive = (bytes: Uint8Array, isPart: (name: string) => boolean, read: (files: Archive) => SourceDocument): ReadFile => {
  const unpacked = unpack(bytes, isPart);
  if (!unpacked.ok) return unpacked;
  return isMarkupBounded(unpacked.value.values(), true) ? succeed(read(unpacked.value)) : fail("too-large");
};

/** The reader of PDFs is large, and loaded when one comes. */
const readPdfFile = async (bytes: Uint8Array): Promise<ReadFile> => {
  const { readPdf } = await import("./pdf/read-pdf.ts");
  return readPdf(bytes);
};

const readForm = async (bytes: Uint8Array): Promise<ReadFile> => {
  const form = findForm(bytes);
  switch (form) {
    case "text":
      return bytes.length > LARGEST_TEXT ? fail("too-large") : readText(decodeText(bytes), readPasted);
    case "docx":
      return readArchive(bytes, isDocxPart, readDocx);
    case "pdf":
      return readPdfFile(bytes);
    case "xlsx":
      return readArchive(bytes, isXlsxPart, readXlsx);
    default:
      return fail(form);
  }
};

const isBounded = ({ blocks }: SourceDocument): boolean => {
  const texts = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.rows.map(({ cells }) => cells.map(({ text }) => text).join("\t")),
  );
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.length <= MOST_LINES && characters <= MOST_CHARACTERS && texts.every(({ length }) => length <= LONGEST_LINE);
};

const boundRead = (read: ReadFile): ReadFile => (!read.ok || isBounded(read.value) ? read : fail("too-large"));

/** Reads a file of any form that is known, by its content. */
export const readFile = async (bytes: Uint8Array): Promise<ReadFile> =>
  bytes.length > LARGEST_FILE ? fail("too-large") : boundRead(await readForm(bytes));

/** Reads what was copied: as the word processor or the page had it, else as text. */
export const readCopied = (text: string, html: string): ReadFile =>
  boundRead(html === "" ? readText(text, readPasted) : readText(html, readHtml));
