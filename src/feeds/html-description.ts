import { escapeToBuffer } from "hono/utils/html";

const LINK = /(https:\/\/[^\s<>"]+)/;

/** Escaped by the framework, as pages are. */
const escaped = (text: string): string => {
  const buffer: [string] = [""];
  escapeToBuffer(text, buffer);
  return buffer[0];
};

const lineOf = (line: string): string =>
  line
    .split(LINK)
    .map((part) => (LINK.test(part) ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join("");

const paragraphOf = (paragraph: string): string => `<p>${paragraph.split("\n").map(lineOf).join("<br>")}</p>`;

/** The description as Outlook shows it formatted (X-ALT-DESC), in the same words. */
export const htmlOf = (plain: string): string => `<html><body>${plain.split("\n\n").map(paragraphOf).join("")}</body></html>`;
