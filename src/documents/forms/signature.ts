import { isArchive, listFiles } from "./archive.ts";

/** What a file is, by its first bytes: its name may say anything. */
export type Form = "text" | "docx" | "xlsx" | "pdf" | Unread;

/** Forms that are known and not read. */
export type Unread = "doc" | "rtf" | "odt" | "image" | "archive" | "binary";

const SIGNATURES: readonly (readonly [Form, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["doc", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["image", [0x42, 0x4d]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
];

const findArchiveForm = (bytes: Uint8Array): Form => {
  const names = listFiles(bytes);
  if (names.includes("word/document.xml")) return "docx";
  if (names.includes("xl/workbook.xml")) return "xlsx";
  return names.includes("content.xml") ? "odt" : "archive";
};

const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** Octets in which a text shows itself as one. */
const LOOKED_AT = 4096;
/** Of a hundred characters of a text, how many control the line at most. */
const MOST_CONTROLS = 2;

const isText = (bytes: Uint8Array): boolean => {
  if (UTF16.some((mark) => mark.every((byte, at) => bytes[at] === byte))) return true;
  const start = bytes.subarray(0, LOOKED_AT);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls * 100 <= start.length * MOST_CONTROLS;
};

export const findForm = (bytes: Uint8Array): Form => {
  if (isArchive(bytes)) return findArchiveForm(bytes);
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? (isText(bytes) ? "text" : "binary");
};
