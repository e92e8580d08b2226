import { findAll, findChild, findChildren, type Element } from "../xml.ts";

/** The text of a paragraph, with tabs and line breaks, and what its tracked changes removed and inserted. */
export interface ParagraphText {
  readonly text: string;
  readonly removed: string;
  readonly inserted: string;
  /** Text boxes are anchored in paragraphs and are read beside them. */
  readonly boxes: readonly Element[];
}

const NOTHING: ParagraphText = { text: "", removed: "", inserted: "", boxes: [] };
const print = (text: string): ParagraphText => ({ ...NOTHING, text });

const join = (parts: readonly ParagraphText[]): ParagraphText => ({
  text: parts.map(({ text }) => text).join(""),
  removed: parts.map(({ removed }) => removed).join(""),
  inserted: parts.map(({ inserted }) => inserted).join(""),
  boxes: parts.flatMap(({ boxes }) => boxes),
});

const CHARACTERS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:ptab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
  "w:softHyphen": "",
};

const RAISED_MARK = /^[\s\d*,]{0,6}$/;

const isRaised = (run: Element): boolean => findChild(run, "w:rPr", "w:vertAlign")?.attributes["w:val"] === "superscript";

const readAll = (element: Element): ParagraphText => join(element.children.map(readElement));

const readRun = (run: Element): ParagraphText => {
  const read = readAll(run);
  return isRaised(run) && RAISED_MARK.test(read.text) ? { ...read, text: "" } : read;
};

/** Pictures and shapes stand twice in a file: for those who know them, and for those who don't. */
const readAlternatives = (element: Element): ParagraphText => {
  const [shown] = findChildren(element, "mc:Choice");
  return readAll(shown ?? findChild(element, "mc:Fallback") ?? element);
};

const IGNORED = new Set(["w:pPr", "w:rPr", "w:instrText", "w:delText", "w:footnoteReference", "w:endnoteReference", "w:sdtPr"]);

const readElement = (element: Element): ParagraphText => {
  const { name } = element;
  if (IGNORED.has(name)) return NOTHING;
  if (name === "w:t") return print(element.text);
  if (name === "w:r") return readRun(element);
  if (name === "w:txbxContent") return { ...NOTHING, boxes: [element] };
  if (name === "mc:AlternateContent") return readAlternatives(element);
  if (name === "w:del" || name === "w:moveFrom")
    return { ...NOTHING, removed: [...findAll(element, "w:delText"), ...findAll(element, "w:t")].map(({ text }) => text).join("") };
  const character = CHARACTERS[name];
  if (character !== undefined) return print(character);
  const read = readAll(element);
  return name === "w:ins" || name === "w:moveTo" ? { ...read, inserted: read.text } : read;
};

export const readParagraphText = (paragraph: Element): ParagraphText => readAll(paragraph);
