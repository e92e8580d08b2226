import type { ListedItem } from "./agenda.ts";
import { below, itemHead, titleOf, type ItemHead } from "../expressions/item-heads.ts";
import { itemNumber, onlyItems, type ItemNumber } from "../expressions/item-numbers.ts";
import { ITEM_WORD } from "../expressions/languages.ts";
import type { Line } from "../text/line.ts";
import { headingOf, isDayHeading, isTimeHeading } from "./sections.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { hasBullet, joined, withoutBullet } from "../text/typography.ts";
import { warning, type Warning } from "../warnings.ts";

/** The agenda list of a document: its items, what is doubtful, and the index of the line after it. */
export interface AgendaList {
  readonly items: readonly ListedItem[];
  readonly warnings: readonly Warning[];
  readonly end: number;
}

const LOWER = /^[\p{Ll}(“"«]/u;
const GOES_ON =
  /(?:\s(?:of|on|the|and|for|to|in|by|with|an?|from|de|la|des|du|les|et|y|los|las|el|por|para|en|à|au|aux|о|об|и|в|на|по)|,|-)$/iu;
const FULL_WIDTH = 60;
const LONGEST_TITLE = 1800;

/** Whether a line goes on with a title: in lower case, after a word that asks for more, or where a full line wraps. */
export const isContinuation = (title: string, last: string, line: Line): boolean => {
  if (title.length > LONGEST_TITLE || line.cells.length > 1 || hasBullet(line.text) || findSymbols(line.text).length > 0) return false;
  if (GOES_ON.test(title)) return true;
  if (/[.;:]$/.test(title) || (/[)\]]$/.test(title) && /^\p{Lu}/u.test(line.text))) return false;
  const isAfterSymbol = findSymbols(last).some(({ end }) => end >= last.length - 2);
  if (isAfterSymbol && /^\p{Lu}/u.test(line.text)) return false;
  return (LOWER.test(line.text) && !/^\([a-z]{1,4}\)/.test(line.text)) || (!line.isApart && last.length >= FULL_WIDTH);
};

/** The paths that a head names: its own numbers, or its mark below the item before it. */
export const pathsOf = (head: ItemHead, previous: ItemNumber | undefined): readonly ItemNumber[] => {
  if (head.mark === undefined) return head.items;
  return previous ? [itemNumber(below(previous.path, head.mark))] : [];
};

const order = (path: readonly string[]): number => Number(/(\d+)$/.exec(path[0] ?? "")?.[1] ?? 0);
const codeOf = (path: readonly string[]): string => (path[0] ?? "").replace(/\s?\d+$/, "");

/** Rows of an agenda table: the number in one cell, the title in the next. */
const rowHead = (line: Line): ItemHead | undefined => {
  const [first = "", ...rest] = line.cells.filter(Boolean);
  const only = rest.length > 0 ? onlyItems(withoutBullet(first)) : undefined;
  if (only) return { items: only.items, rest: rest[0] ?? "", form: "marked" };
  return itemHead(rest.length > 0 && first.length > 4 ? first : line.text);
};

/** Reads the list that begins at `start`: items in rising order, their subitems, and titles over several lines. */
export const agendaList = (lines: readonly Line[], start: number): AgendaList => {
  const items = new Map<string, ListedItem>();
  const warnings: Warning[] = [];
  let open: ListedItem | undefined;
  let previous: ItemNumber | undefined;
  let last = "";
  let end = start;
  const isBare = itemHead(lines[start]?.text ?? "")?.form === "bare";
  // Between "Item 1" and "Item 2", "1." numbers a paragraph.
  const isWorded = ITEM_WORD.test(lines[start]?.text ?? "");
  const isParagraph = (line: Line): boolean => isWorded && /^\d{1,3}\.\s/.test(line.text);
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line) break;
    const heading = headingOf(line);
    if (items.size > 0 && (heading === "annotations" || heading === "organization" || heading === "annex")) break;
    const head = heading || isParagraph(line) ? undefined : rowHead(line);
    const isHead =
      head?.form === "marked" || (isBare && head !== undefined && order(head.items[0]?.path ?? []) === order(previous?.path ?? []) + 1);
    const found: ItemNumber | undefined = head && isHead ? pathsOf(head, previous)[0] : undefined;
    if (head && found) {
      const isRestart = previous !== undefined && codeOf(found.path) === codeOf(previous.path) && order(found.path) < order(previous.path);
      if (isRestart || (items.has(found.key) && found.key === items.keys().next().value)) break;
      if (items.has(found.key)) {
        if (head.rest) warnings.push(warning("repeated-item", found.key, line.number));
      } else items.set(found.key, { ...found, title: head.rest, line: line.number });
      [open, last, previous] = [items.get(found.key), line.text, found];
      continue;
    }
    const isText = !heading && !isParagraph(line) && !isDayHeading(line.text) && !isTimeHeading(line.text);
    if (open && isText && (open.title === "" || isContinuation(open.title, last, line))) {
      open = { ...open, title: joined(open.title, line.text) };
      items.set(open.key, open);
      last = line.text;
    } else open = undefined;
  }
  return { items: [...items.values()].map((item) => ({ ...item, title: titleOf(item.title) })), warnings, end };
};

const UNNUMBERED = /^\p{Lu}[^\t]{3,300}$/u;

/** Items without numbers: the lines of the list under an agenda heading, where none of them has one. */
export const unnumberedItems = (lines: readonly Line[]): readonly Line[] => {
  const start = lines.findIndex((line) => headingOf(line) === "agenda");
  if (start < 0) return [];
  const rest = lines.slice(start + 1).filter((line, at) => !(at === 0 && headingOf(line) === "agenda"));
  const end = rest.findIndex((line) => headingOf(line) !== undefined || isDayHeading(line.text) || isTimeHeading(line.text));
  const list = (end < 0 ? rest : rest.slice(0, end)).filter(({ cells }) => cells.length === 1);
  const titles = list.filter(({ text }) => UNNUMBERED.test(withoutBullet(text)) && !text.endsWith(":"));
  return titles.length >= 2 && list.every(({ text }) => !itemHead(text)) ? titles : [];
};
