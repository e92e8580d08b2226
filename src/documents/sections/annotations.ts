import { isRepeatedTitle, type Listed, type ListedItem } from "./agenda.ts";
import { resolvePaths } from "./list-heads.ts";
import { readItemHead, cleanTitle } from "../expressions/item-heads.ts";
import type { Line } from "../text/line.ts";
import { readHeading } from "./sections.ts";
import { findSymbols } from "../expressions/symbols.ts";

/** A paragraph of the annotations: the item it belongs to, and whether it stands in a list of documents. */
export interface Note {
  readonly item: ListedItem;
  readonly text: string;
  readonly lines: readonly number[];
  readonly isDocumentation: boolean;
}

/** The item whose heading a line is: its number and its title, both as in the agenda. */
const findHeadedItem = (line: Line, next: Line | undefined, listed: Listed, previous: ListedItem | undefined): ListedItem | undefined => {
  const head = readItemHead(line.text);
  // "Item 2" may have its title on the next line.
  const title = head && (cleanTitle(head.rest) || cleanTitle(next?.text ?? ""));
  if (!head || !title) return undefined;
  return resolvePaths(head, previous)
    .map(({ key }) => listed.get(key))
    .find((item) => item !== undefined && isRepeatedTitle(item.title, title));
};

const ENDS = /[.!?:;”"»)]$/u;

interface Paragraph {
  readonly item: ListedItem;
  readonly lines: Line[];
  readonly isDocumentation: boolean;
}

/** Longer than lines are set, and shorter than a full one. */
const [OVERLONG, SHORT] = [100, 50];

/** Whether a line goes on with the paragraph before it: the next line of a set text, or what a page break parted. */
const goesOn = ({ lines, isDocumentation }: Paragraph, line: Line): boolean => {
  const last = lines.at(-1)?.text ?? "";
  const isEnded = ENDS.test(last.slice(-2));
  if (isDocumentation) return !line.isApart && (/^\p{Ll}/u.test(line.text) || lines.every(({ text }) => findSymbols(text).length === 0));
  return line.isApart ? !isEnded : !(isEnded && (last.length > OVERLONG || last.length < SHORT));
};

/** The annotations from `start` on, paragraph by paragraph, each with the item under whose heading it stands. */
export const readNotes = (lines: readonly Line[], start: number, end: number, listed: Listed): readonly Note[] => {
  const found: Paragraph[] = [];
  let item: ListedItem | undefined;
  let isDocumentation = false;
  let isOpen = false;
  for (let at = start; at < end; at += 1) {
    const line = lines[at];
    if (!line) break;
    const headed = findHeadedItem(line, lines[at + 1], listed, item);
    if (headed) {
      if (!cleanTitle(readItemHead(line.text)?.rest ?? "")) at += 1;
      [item, isDocumentation, isOpen] = [headed, false, false];
      continue;
    }
    if (readHeading(line) === "documents") {
      [isDocumentation, isOpen] = [true, false];
      continue;
    }
    if (!item) continue;
    const last = found.at(-1);
    if (last && isOpen && goesOn(last, line)) last.lines.push(line);
    else found.push({ item, lines: [line], isDocumentation });
    isOpen = true;
  }
  return found.map(({ lines: printed, ...note }) => ({
    ...note,
    text: printed.map(({ text }) => text).join(" "),
    lines: printed.map(({ number }) => number),
  }));
};

/** Each item's annotation: its paragraphs, parted by empty lines. */
export const collectAnnotations = (all: readonly Note[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string[]>();
  for (const { item, text, isDocumentation } of all) {
    if (isDocumentation) continue;
    const paragraphs = texts.get(item.key) ?? [];
    paragraphs.push(text);
    texts.set(item.key, paragraphs);
  }
  return new Map([...texts].map(([key, paragraphs]) => [key, paragraphs.join("\n\n")]));
};
