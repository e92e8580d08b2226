import { fail, succeed, type Result } from "../../meeting/result.ts";
import type { SourceDocument } from "../model/document.ts";
import { unpack, type Archive } from "./archive.ts";
import { isMarkupBounded } from "./markup-bounds.ts";
import { isDocxPart, readDocx } from "./docx/read-docx.ts";
import type { UnreadPdf } from "./pdf/read-pdf.ts";
import { readPasted } from "./read-pasted.ts";
import { isXlsxPart, readXlsx } from "./sheet/read-xlsx.ts";
import { findForm, type Unread } from "./signature.ts";
import { decodeText } from "./text/decode.ts";

/** A file that was read; or why it was not, in one sentence that says what to do. */
type ReadFile = Result<SourceDocument, string>;

/** Octets of a file that is read. */
const LARGEST = 32 * 1024 * 1024;
/** Octets of a text or a page, which have no pictures in them. */
const LARGEST_TEXT = 4 * 1024 * 1024;
/** Lines and rows of a document, and characters of it and of one line, that are read. */
const [MOST_LINES, MOST_CHARACTERS, LONGEST_LINE] = [20_000, 1_000_000, 250_000];

const UNREAD: Record<Unread, string> = {
  doc: "This is a file of an older word processor (.doc or .xls). Save it as .docx or .xlsx, or as text, and import that.",
  rtf: "This is a rich text file (.rtf). Open it in a word processor, save it as .docx, and import that.",
  odt: "This is an OpenDocument file (.odt or .ods). Save it as .docx or .xlsx, and import that.",
  image: "This is a picture, and pictures are not read. Find the document as .docx, .pdf with text, or .html, and import that.",
  archive: "This is an archive. Unpack it, and import the document that is in it.",
  binary: "This is no text, and no form of document that is known. Save it as .docx, .pdf, .html or text, and import that.",
};
const TOO_LARGE =
  "This file is larger than any agenda that is read. Take what is no part of the agenda (pictures, annexes) out, and import the rest.";
const DAMAGED = "This file is damaged: it ends early, or parts of it are missing. Save it again, and import that.";

const readText = (text: string): ReadFile => (isMarkupBounded([text], false) ? succeed(readPasted(text)) : fail(TOO_LARGE));

const readArchive = (bytes: Uint8Array, isPart: (name: string) => boolean, read: (files: Archive) => SourceDocument): ReadFile => {
  const unpacked = unpack(bytes, isPart);
  if (!unpacked.ok) return fail(unpacked.error === "too-large" ? TOO_LARGE : DAMAGED);
  return isMarkupBounded(unpacked.value.values(), true) ? succeed(read(unpacked.value)) : fail(TOO_LARGE);
};

const PDF: Record<UnreadPdf, string> = {
  scan: "This PDF holds pictures of pages and no text: it was scanned. Find the document with its text, or let it be recognized first, and import that.",
  locked: "This PDF is locked with a password. Save it without one, and import that.",
  damaged: DAMAGED,
  "too-large": TOO_LARGE,
};

/** The reader of PDFs is large, and loaded when one comes. */
const readPdfFile = async (bytes: Uint8Array): Promise<ReadFile> => {
  const { readPdf } = await import("./pdf/read-pdf.ts");
  const read = await readPdf(bytes);
  return read.ok ? read : fail(PDF[read.error]);
};

const readForm = async (bytes: Uint8Array): Promise<ReadFile> => {
  const form = findForm(bytes);
  switch (form) {
    case "text":
      return bytes.length > LARGEST_TEXT ? fail(TOO_LARGE) : readText(decodeText(bytes));
    case "docx":
      return readArchive(bytes, isDocxPart, readDocx);
    case "pdf":
      return readPdfFile(bytes);
    case "xlsx":
      return readArchive(bytes, isXlsxPart, readXlsx);
    default:
      return fail(UNREAD[form]);
  }
};

const isBounded = ({ blocks }: SourceDocument): boolean => {
  const texts = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.text] : block.rows.map(({ cells }) => cells.map(({ text }) => text).join("\t")),
  );
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return texts.length <= MOST_LINES && characters <= MOST_CHARACTERS && texts.every(({ length }) => length <= LONGEST_LINE);
};

/** Reads a file of any form that is known, by its content. */
export const readFile = async (bytes: Uint8Array): Promise<ReadFile> => {
  if (bytes.length > LARGEST) return fail(TOO_LARGE);
  const read = await readForm(bytes);
  return !read.ok || isBounded(read.value) ? read : fail(TOO_LARGE);
};
