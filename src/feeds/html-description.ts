import { escapeToBuffer } from "hono/utils/html";

const LINK = /(https:\/\/[^\s<>"]+)/;

/** Escaped by the framework, as pages are. */
const escapeHtml = (text: string): string => {
  const buffer: [string] = [""];
  escapeToBuffer(text, buffer);
  return buffer[0];
};

const renderLine = (line: string): string =>
  line
    .split(LINK)
    .map((part) => (LINK.test(part) ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part)))
    .join("");

const renderParagraph = (paragraph: string): string => `<p>${paragraph.split("\n").map(renderLine).join("<br>")}</p>`;

/** The description as Outlook shows it formatted (X-ALT-DESC), in the same words. */
export const renderHtml = (plain: string): string => `<html><body>${plain.split("\n\n").map(renderParagraph).join("")}</body></html>`;
