import type { AgendaItem, Subitem } from "./record.ts";

/** An agenda item or subitem with the number by which slots and documents name it. */
export interface NumberedItem {
  readonly number: string;
  readonly item: AgendaItem | Subitem;
}

/** `1` and `a` make `1(a)`; decimal numbering (`16.1` under `16`) already names the whole. */
const numberUnder = (parent: string, letter: string): string => (/[.\d]/.test(letter) ? letter : `${parent}(${letter})`);

const listWithSubitems = (number: string, item: AgendaItem | Subitem): readonly NumberedItem[] => [
  { number, item },
  ...(item.subitems ?? []).flatMap((sub) => listWithSubitems(numberUnder(number, sub.letter), sub)),
];

/** Items and subitems in the order of the agenda. */
export const numberItems = (items: readonly AgendaItem[]): readonly NumberedItem[] =>
  items.flatMap((item) => listWithSubitems(item.number, item));

/** Whether one is the other, or a part of it: a sitting on item 3 takes up 3 (a), and one on 3 (a) takes up a part of 3. */
export const isSameOrPart = (a: string, b: string): boolean =>
  a === b || ["(", "."].some((mark) => a.startsWith(b + mark) || b.startsWith(a + mark));

/** `1(a)` is at `1a`, `16.1` at `16.1`, `INS 1` at `ins-1`. */
export const slugifyItem = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/[()]/g, "")
    .replaceAll(/[^\p{L}\p{N}.]+/gu, "-");
