import type { Language } from "../../../meeting/text.ts";

/** Lays a text out for paper: the first paragraph heads the sheet, the first line of each other one heads its sitting. */
const layOut = (page: Document, text: string): readonly HTMLElement[] =>
  text
    .trim()
    .split("\n\n")
    .map((paragraph, at) => {
      const [first = "", ...rest] = paragraph.split("\n");
      const block = page.createElement(at === 0 ? "header" : "section");
      const heading = page.createElement(at === 0 ? "p" : "h2");
      heading.textContent = first;
      const lines = rest.map((line) => {
        const element = page.createElement("p");
        element.textContent = line;
        return element;
      });
      block.append(heading, ...lines);
      return block;
    });

/** Prints a programme on A4, and nothing else of the page. */
export const printIssue = (text: string, language: Language): void => {
  const sheet = document.createElement("article");
  sheet.className = "sheet";
  sheet.lang = language;
  sheet.dir = language === "ar" ? "rtl" : "ltr";
  sheet.append(...layOut(document, text));
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
};
