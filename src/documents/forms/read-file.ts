import type { SourceDocument } from "../model/document.ts";
import { unpack } from "./archive.ts";
import { isDocxPart, readDocx } from "./docx/read-docx.ts";
import { readPasted } from "./read-pasted.ts";
import { findForm, type Unread } from "./signature.ts";
import { decodeText } from "./text/decode.ts";

/** A file that was read; or why it was not, in one sentence that says what to do. */
export type ReadFile = { readonly kind: "read"; readonly document: SourceDocument } | { readonly kind: "refused"; readonly reason: string };

/** Octets of a file that is read. */
const LARGEST = 32 * 1024 * 1024;

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

const refuse = (reason: string): ReadFile => ({ kind: "refused", reason });

const readArchive = (bytes: Uint8Array): ReadFile => {
  const unpacked = unpack(bytes, isDocxPart);
  if (unpacked.kind === "read") return { kind: "read", document: readDocx(unpacked.files) };
  return refuse(unpacked.kind === "too-large" ? TOO_LARGE : DAMAGED);
};

/** Reads a file of any form that is known, by its content. */
export const readFile = async (bytes: Uint8Array): Promise<ReadFile> => {
  if (bytes.length > LARGEST) return refuse(TOO_LARGE);
  const form = findForm(bytes);
  switch (form) {
    case "text":
      return { kind: "read", document: readPasted(decodeText(bytes)) };
    case "docx":
      return readArchive(bytes);
    case "xlsx":
    case "pdf":
      return refuse(UNREAD.binary);
    default:
      return refuse(UNREAD[form]);
  }
};
