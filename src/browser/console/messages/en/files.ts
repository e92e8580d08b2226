import { UNREAD_FILES } from "../../../../documents/forms/unread-file.ts";
import type { FileMessages } from "../file-messages.ts";

export const ENGLISH_FILES: FileMessages = {
  choose: "Or its file",
  hint: "It can be dropped here too: .docx, .pdf, .xlsx, .csv, .html or text. It stays in this browser.",
  reading: "Reading the document…",
  oneOnly: "One document at a time: drop a single file.",
  notLoaded: "What reads documents could not be loaded. Try again when there is a line.",
  unread: UNREAD_FILES,
};
