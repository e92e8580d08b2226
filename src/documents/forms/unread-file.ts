import type { UnreadPdf } from "./pdf/read-pdf.ts";
import type { Unread } from "./signature.ts";

/** Why a file was not read. */
export type UnreadFile = Unread | UnreadPdf;

/** Each in one sentence that says what to do. */
export const UNREAD_FILES: Record<UnreadFile, string> = {
  doc: "This is a file of an older word processor (.doc or .xls). Save it as .docx or .xlsx, or as text, and import that.",
  rtf: "This is a rich text file (.rtf). Open it in a word processor, save it as .docx, and import that.",
  odt: "This is an OpenDocument file (.odt or .ods). Save it as .docx or .xlsx, and import that.",
  image: "This is a picture, and pictures are not read. Find the document as .docx, .pdf with text, or .html, and import that.",
  archive: "This is an archive. Unpack it, and import the document that is in it.",
  binary: "This is no text, and no form of document that is known. Save it as .docx, .pdf, .html or text, and import that.",
  scan: "This PDF holds pictures of pages and no text: it was scanned. Find the document with its text, or let it be recognized first, and import that.",
  locked: "This PDF is locked, against reading or against copying. Print it to a PDF that is not, and import that.",
  damaged: "This file is damaged: it ends early, or parts of it are missing. Save it again, and import that.",
  "too-large":
    "This file is larger than any agenda that is read. Take what is no part of the agenda (pictures, annexes) out, and import the rest.",
};
