import type { DraftDocument } from "../../meeting/draft.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { onlyItems } from "../expressions/item-numbers.ts";
import { itemHead, titleOf } from "../expressions/item-heads.ts";
import { BEFORE_IT } from "../expressions/languages.ts";
import { symbolAlone } from "../text/page-furniture.ts";
import type { Line } from "../text/line.ts";
import { headingOf } from "./sections.ts";
import { findSymbols, withoutSymbols } from "../expressions/symbols.ts";
import { withoutBullet, withoutMarks, withoutStop } from "../text/typography.ts";

/** A document named for some items; its title where the text gives one. */
export interface NamedDocument {
  readonly symbol: string;
  readonly title?: string;
  readonly items: readonly string[];
}

const LEADING_WORDS = /^(?:document|doc\.|see|voir|véase|см\.)?\s?[:–—-]?\s?/iu;

const titleOfDocument = (text: string): string =>
  withoutStop(withoutMarks(withoutSymbols(withoutBullet(text)).replace(LEADING_WORDS, ""))).replaceAll(/[\s:–—-]{1,5}$/g, "");

/** The documents in an entry of a list: "Title (SYMBOL)", or "SYMBOL Title". Several symbols in one entry share no title. */
export const documentsIn = (text: string, items: readonly string[]): readonly NamedDocument[] => {
  const symbols = findSymbols(text);
  const title = symbols.length === 1 ? titleOfDocument(text) : "";
  const isTitle = /\p{L}{3}/u.test(title) && title.length <= LIMITS.title.max;
  return symbols.map(({ symbol }) => ({ symbol, items, ...(isTitle && { title }) }));
};

/** What running text says the body will have before it; other symbols in prose are only quoted. */
export const documentsBefore = (text: string, items: readonly string[]): readonly NamedDocument[] => {
  const at = BEFORE_IT.exec(text);
  return at ? findSymbols(text.slice(at.index)).map(({ symbol }) => ({ symbol, items })) : [];
};

/** The rows of a list of documents: a symbol, its title, and the items it is for if a cell names them. */
export const documentsListed = (lines: readonly Line[]): readonly NamedDocument[] =>
  lines.flatMap((line) => {
    const cells = line.cells.filter(Boolean);
    const symbols = cells.filter((cell) => findSymbols(cell).length > 0);
    if (symbols.length === 0) return [];
    if (cells.length === 1) return documentsIn(line.text, []);
    const items = cells.map((cell) => onlyItems(cell)).find((list) => list !== undefined);
    const title = cells.find((cell) => !symbols.includes(cell) && !onlyItems(cell));
    const keys = items?.items.map(({ key }) => key) ?? [];
    return symbols.flatMap((cell) =>
      findSymbols(cell).map(({ symbol }) => ({ symbol, items: keys, ...(title && { title: titleOf(title) }) })),
    );
  });

/** The documents beside the items of an agenda list, or on the lines below them. A symbol above a heading is that of an annex. */
export const documentsOfItems = (lines: readonly Line[]): readonly NamedDocument[] => {
  let items: readonly string[] = [];
  return lines.flatMap((line, at) => {
    const cells = line.cells.filter(Boolean);
    const head = cells.length > 1 ? onlyItems(cells[0] ?? "") : itemHead(line.text);
    if (head && head.items.length > 0) items = head.items.map(({ key }) => key);
    const next = lines[at + 1];
    const isAnnex = symbolAlone(line.text) !== undefined && (next === undefined || headingOf(next) !== undefined);
    return isAnnex || line.text.startsWith("*") ? [] : findSymbols(line.text).map(({ symbol }) => ({ symbol, items }));
  });
};

const isFor = (items: readonly string[], known: ReadonlySet<string>) => items.filter((item) => known.has(item));

/** One entry for each symbol, in the order of the text, with all items it is named for. */
export const mergedDocuments = (named: readonly NamedDocument[], known: ReadonlySet<string>): DraftDocument[] => {
  const merged = new Map<string, DraftDocument>();
  for (const { symbol, title, items } of named) {
    const before = merged.get(symbol);
    const all = [...new Set([...(before?.items ?? []), ...isFor(items, known)])];
    const printed = before?.title ?? title;
    merged.set(symbol, { symbol, ...(printed && { title: printed }), ...(all.length > 0 && { items: all }) });
  }
  return [...merged.values()];
};
