import type { SourceDocument } from "../model/document.ts";
import { readHtml } from "./html/read-html.ts";
import { readCsv } from "./sheet/read-csv.ts";
import { readText } from "./text/read-text.ts";

const PAGE = /<(?:!doctype|html|body|p|div|h[1-6]|ol|ul)[\s>]/i;
const TABLE = /<(?:table|tr|td)[\s>]/i;

/** Reads a text, separated values or a web page; of a text whose tables alone are marked, both. */
export const readPasted = (text: string): SourceDocument => {
  if (PAGE.test(text)) return readHtml(text);
  return TABLE.test(text) ? readHtml(text, true) : (readCsv(text) ?? readText(text));
};
