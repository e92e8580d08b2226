import { linesOfHtml } from "./read-html.ts";
import { linesOfText } from "./read-text.ts";
import type { Line } from "./line.ts";

const PAGE = /<(?:!doctype|html|body|p|div|h[1-6]|ol|ul)[\s>]/i;
const TABLE = /<(?:table|tr|td)[\s>]/i;

/** The lines of a text or an HTML document; of a text whose tables alone are marked, both. */
export const linesOf = (text: string): readonly Line[] => {
  if (PAGE.test(text)) return linesOfHtml(text);
  return TABLE.test(text) ? linesOfHtml(text, true) : linesOfText(text);
};
