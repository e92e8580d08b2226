import type { DraftDocument } from "../../meeting/draft.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { readOnlyItems } from "../expressions/item-numbers.ts";
import { readItemHead, cleanTitle } from "../expressions/item-heads.ts";
import { matchAny, findWords } from "../languages/expressions.ts";
import { readLoneSymbol } from "../text/page-furniture.ts";
import type { Line } from "../text/line.ts";
import { readHeading } from "./sections.ts";
import { findSymbols, removeSymbols } from "../expressions/symbols.ts";
import { removeBullet, removeMarks, removeStop } from "../text/typography.ts";

/** A document named for some items; its title where the text gives one. */
export interface NamedDocument {
  readonly symbol: string;
  readonly title?: string;
  readonly items: readonly string[];
}

const LEADING_WORDS = new RegExp(`^(?:${matchAny("documentWord", "see")})?\\s?[:–—-]?\\s?`, "iu");
const BEFORE_IT = findWords("beforeIt");

const readDocumentTitle = (text: string): string =>
  removeStop(removeMarks(removeSymbols(removeBullet(text)).replace(LEADING_WORDS, ""))).replaceAll(/[\s:–—-]{1,5}$/g, "");

/** The documents in an entry of a list: "Title (SYMBOL)", or "SYMBOL Title". Several symbols in one entry share no title. */
export const readDocuments = (text: string, items: readonly string[]): readonly NamedDocument[] => {
  const symbols = findSymbols(text);
  const title = symbols.length === 1 ? readDocumentTitle(text) : "";
  const isTitle = /\p{L}{3}/u.test(title) && title.length <= LIMITS.title.max;
  return symbols.map(({ symbol }) => ({ symbol, items, ...(isTitle && { title }) }));
};

/** "in document A/9/1", "文件A/9/1" */
const CALLED_DOCUMENT = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}])${matchAny("documentWord")}\\p{L}{0,3}\\s?$`,
  "iu",
);
const REACH = 20;

/** What running text says the body will have before it, or calls a document; other symbols in prose are only quoted. */
export const readAnnouncedDocuments = (text: string, items: readonly string[]): readonly NamedDocument[] => {
  const from = BEFORE_IT.exec(text)?.index ?? text.length;
  return findSymbols(text)
    .filter(({ start }) => start >= from || CALLED_DOCUMENT.test(text.slice(Math.max(0, start - REACH), start)))
    .map(({ symbol }) => ({ symbol, items }));
};

/** The rows of a list of documents: a symbol, its title, and the items it is for if a cell names them. */
export const readDocumentList = (lines: readonly Line[]): readonly NamedDocument[] =>
  lines.flatMap((line) => {
    const cells = line.cells.filter(Boolean);
    const symbols = cells.filter((cell) => findSymbols(cell).length > 0);
    if (symbols.length === 0) return [];
    if (cells.length === 1) return readDocuments(line.text, []);
    const items = cells.map((cell) => readOnlyItems(cell)).find((list) => list !== undefined);
    const title = cells.find((cell) => !symbols.includes(cell) && !readOnlyItems(cell));
    const keys = items?.items.map(({ key }) => key) ?? [];
    return symbols.flatMap((cell) =>
      findSymbols(cell).map(({ symbol }) => ({ symbol, items: keys, ...(title && { title: cleanTitle(title) }) })),
    );
  });

/** The documents beside the items of an agenda list, or on the lines below them. A symbol above a heading is that of an annex. */
export const readItemDocuments = (lines: readonly Line[]): readonly NamedDocument[] => {
  let items: readonly string[] = [];
  return lines.flatMap((line, at) => {
    const cells = line.cells.filter(Boolean);
    const head = cells.length > 1 ? readOnlyItems(cells[0] ?? "") : readItemHead(line.text);
    if (head && head.items.length > 0) items = head.items.map(({ key }) => key);
    const next = lines[at + 1];
    const isAnnex =
      line.cells.length === 1 && readLoneSymbol(line.text) !== undefined && (next === undefined || readHeading(next) !== undefined);
    return isAnnex || line.text.startsWith("*") ? [] : findSymbols(line.text).map(({ symbol }) => ({ symbol, items }));
  });
};

const filterKnown = (items: readonly string[], known: ReadonlySet<string>) => items.filter((item) => known.has(item));

/** One entry for each symbol, in the order of the text, with all items it is named for. */
export const mergeDocuments = (named: readonly NamedDocument[], known: ReadonlySet<string>): DraftDocument[] => {
  const merged = new Map<string, DraftDocument>();
  for (const { symbol, title, items } of named) {
    const before = merged.get(symbol);
    const all = [...new Set([...(before?.items ?? []), ...filterKnown(items, known)])];
    const printed = before?.title ?? title;
    merged.set(symbol, { symbol, ...(printed && { title: printed }), ...(all.length > 0 && { items: all }) });
  }
  return [...merged.values()];
};
