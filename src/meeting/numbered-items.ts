import type { AgendaItem, Subitem } from "./record.ts";

/** An agenda item or subitem with the number by which slots and documents name it. */
export interface NumberedItem {
  readonly number: string;
  /** For ever its own, whatever its number: the number under which it came. */
  readonly id: string;
  /** The ids of the items that it is a part of, the nearest last. */
  readonly wholes: readonly string[];
  readonly item: AgendaItem | Subitem;
}

/** The number of a part: `1` and `a` make `1(a)`; decimal numbering (`16.1` under `16`) already names the whole. */
export const numberPart = (parent: string, letter: string): string => (/[.\d]/.test(letter) ? letter : `${parent}(${letter})`);

const listWithSubitems = (number: string, item: AgendaItem | Subitem, wholes: readonly string[]): readonly NumberedItem[] => {
  const id = item.id ?? number;
  return [
    { number, id, wholes, item },
    ...(item.subitems ?? []).flatMap((sub) => listWithSubitems(numberPart(number, sub.letter), sub, [...wholes, id])),
  ];
};

const numbered = new WeakMap<readonly AgendaItem[], readonly NumberedItem[]>();

/** Items and subitems in the order of the agenda, numbered once for as long as it stays as it is. */
export const numberItems = (items: readonly AgendaItem[]): readonly NumberedItem[] => {
  const known = numbered.get(items) ?? items.flatMap((item) => listWithSubitems(item.number, item, []));
  numbered.set(items, known);
  return known;
};

const indexed = new WeakMap<readonly AgendaItem[], ReadonlyMap<string, NumberedItem>>();

/** The same by their ids. */
export const indexItems = (items: readonly AgendaItem[]): ReadonlyMap<string, NumberedItem> => {
  const known = indexed.get(items) ?? new Map(numberItems(items).map((item) => [item.id, item]));
  indexed.set(items, known);
  return known;
};

/** The wholes that a number tells: `3(a)(i)` is a part of `3(a)` and of `3`, `16.1` of `16`. */
export const listWholes = (number: string): readonly string[] => [...number.matchAll(/[(.]/g)].map(({ index }) => number.slice(0, index));

/** An item with the items that it is a part of, by their ids. */
export interface Lineage {
  readonly id: string;
  readonly wholes: readonly string[];
}

/** Whether one is the other, or a part of it: a sitting on item 3 takes up 3 (a), and one on 3 (a) takes up a part of 3. */
export const isSameOrPart = (a: Lineage, b: Lineage): boolean => a.id === b.id || a.wholes.includes(b.id) || b.wholes.includes(a.id);

/** The same of any of several, whom each of a thousand items is compared with. */
export const createPartTest = (others: readonly Lineage[]): ((one: Lineage) => boolean) => {
  const ids = new Set(others.map(({ id }) => id));
  const named = new Set(others.flatMap(({ id, wholes }) => [id, ...wholes]));
  return ({ id, wholes }) => named.has(id) || wholes.some((whole) => ids.has(whole));
};

/** The number under which the item of an id came. */
export const readFirstNumber = (id: string): string => id.replace(/~\d+$/, "");

/** `1(a)` is at `1a`, `16.1` at `16.1`, `INS 1` at `ins-1`, the second item that came as 4, `4~2`, at `4~2`. */
export const slugifyItem = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/[()]/g, "")
    .replaceAll(/[^\p{L}\p{N}.~]+/gu, "-");
