import { listWholes, numberItems, numberPart, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, Subitem } from "../../src/meeting/record.ts";

/** The tree of an agenda: its items, their parts, and the parts of those. */

type Item = AgendaItem | Subitem;

/** An item on its way into the tree, under the number that people read. */
export interface NewItem extends Pick<Item, "title" | "shortTitle" | "annotation" | "role"> {
  readonly id: string;
  readonly number: string;
}

/** Where an item stands: within which whole, and after which of its parts; null where it is the first, the last where that is not said. */
export interface ItemPlace {
  readonly whole?: string | undefined;
  readonly after?: string | null | undefined;
}

const indexIds = (items: readonly AgendaItem[]): ReadonlyMap<Item, string> => new Map(numberItems(items).map(({ id, item }) => [item, id]));

/** A tree in which each item is what `change` makes of it, and what it makes nothing of is not. */
export const mapAgenda = (
  items: readonly AgendaItem[],
  change: <Of extends Item>(id: string, item: Of) => Of | undefined,
): AgendaItem[] => {
  const ids = indexIds(items);
  const map = <Of extends Item>(item: Of): Of[] => {
    const changed = change(ids.get(item) ?? "", item);
    if (!changed) return [];
    const subitems: readonly Subitem[] | undefined = changed.subitems;
    return [subitems ? { ...changed, subitems: subitems.flatMap(map) } : changed];
  };
  return items.flatMap(map);
};

/** The letter of a part within its whole: `(c)` of `5(c)`; of `16.1` the number itself. */
const readLetter = (number: string, whole: string): string => {
  const letter = number.slice(whole.length).replace(/^\((.*)\)$/, "$1");
  return numberPart(whole, letter) === number ? letter : number;
};

const insertAfter = <Of extends Item>(items: readonly Of[], after: ItemPlace["after"], ids: ReadonlyMap<Item, string>, item: Of): Of[] => {
  if (after === null) return [item, ...items];
  const at = items.findIndex((other) => ids.get(other) === after);
  return at < 0 ? [...items, item] : items.toSpliced(at + 1, 0, item);
};

/** The tree with one more item; a whole that is not there takes no part. */
export const insertItem = (items: readonly AgendaItem[], { id, number, ...fields }: NewItem, { whole, after }: ItemPlace): AgendaItem[] => {
  const ids = indexIds(items);
  const own = id === number ? fields : { ...fields, id };
  if (whole === undefined) return insertAfter(items, after, ids, { number, ...own });
  const wholeNumber = numberItems(items).find((item) => item.id === whole)?.number ?? "";
  const part: Subitem = { letter: readLetter(number, wholeNumber), ...own };
  return mapAgenda(items, (other, item) => {
    const parts: readonly Subitem[] = item.subitems ?? [];
    return other === whole ? { ...item, subitems: insertAfter(parts, after, ids, part) } : item;
  });
};

/** The item that one of this number is a part of, as far as the agenda has it. */
export const findWhole = (items: readonly NumberedItem[], number: string): NumberedItem | undefined => {
  const wholes = listWholes(number);
  return items.findLast((item) => wholes.includes(item.number));
};

/** The parts of a whole that stand before another, the nearest first. */
export const listPrevious = (items: readonly NumberedItem[], { id, wholes }: NumberedItem): readonly string[] => {
  const siblings = items.filter((item) => item.wholes.at(-1) === wholes.at(-1)).map((item) => item.id);
  return siblings.slice(0, siblings.indexOf(id)).toReversed();
};

/** What is kept of items, in the order of the agenda. */
export const sortByAgenda = <Kept extends { readonly id: string }>(
  agenda: readonly AgendaItem[],
  kept: readonly Kept[],
): readonly Kept[] => {
  const numbered = numberItems(agenda);
  if (numbered.length === kept.length && numbered.every(({ id }, at) => id === kept[at]?.id)) return kept;
  const known = new Map(kept.map((one) => [one.id, one]));
  return numbered.flatMap(({ id }) => known.get(id) ?? []);
};
