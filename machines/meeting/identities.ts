import { getOwn } from "../../src/meeting/get-own.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Subitem } from "../../src/meeting/record.ts";
import { renumberSlot } from "../../src/meeting/renumber-slot.ts";
import type { Matches } from "./match-items.ts";

/**
 * The ids of the items that an event names, by the numbers that it gives them; a number that is its own id is left out.
 * They are given once, at the door, and kept in the log: no better rule and no withdrawal gives an address to another subject.
 */
export type Identities = Readonly<Record<string, string>>;

/** An id that no event of the log gave to another: the number under which an item comes, else `4~2`, `4~3`. */
export const giveId = (number: string, given: ReadonlySet<string>): string => {
  let id = number;
  for (let count = 2; given.has(id); count += 1) id = `${number}~${count}`;
  return id;
};

/**
 * The ids of a record's items: those that they have by their matches, and new ones.
 * @param listGiven every id that was given: asked for where there is a new item
 */
export const identifyItems = (items: readonly NumberedItem[], matches: Matches, listGiven: () => ReadonlySet<string>): Identities => {
  const isAllKnown = items.every(({ number }) => matches.get(number) !== undefined);
  const taken = new Set(isAllKnown ? [] : listGiven());
  return Object.fromEntries(
    items.flatMap(({ number }) => {
      const id = matches.get(number) ?? giveId(number, taken);
      taken.add(id);
      return id === number ? [] : [[number, id]];
    }),
  );
};

export const getId = (identities: Identities, number: string): string => getOwn(identities, number) ?? number;

type Item = AgendaItem | Subitem;

/** Items that carry their ids, and no longer what they were. */
const identifyTree = <Of extends Item>(items: readonly Of[], numbers: ReadonlyMap<Item, string>, identities: Identities): Of[] =>
  items.map((whole) => {
    const { was: _was, ...item } = whole;
    const number = numbers.get(whole) ?? "";
    const id = getId(identities, number);
    const subitems: readonly Subitem[] | undefined = whole.subitems;
    // The rest of an item is an item of the same depth.
    return { ...item, ...(id !== number && { id }), ...(subitems && { subitems: identifyTree(subitems, numbers, identities) }) } as Of;
  });

/** A record whose items carry their ids, and whose slots and documents name them by those. */
export const identifyRecord = (record: MeetingRecord, identities: Identities): MeetingRecord => {
  const { covers: _covers, days: _days, asOf: _asOf, ...rest } = record;
  const numbers = new Map(numberItems(record.agenda.items).map(({ number, item }) => [item, number]));
  const rename = (number: string): string => getId(identities, number);
  const ids = (all: readonly string[]): string[] => all.map(rename);
  return {
    ...rest,
    agenda: { ...record.agenda, items: identifyTree(record.agenda.items, numbers, identities) },
    slots: Object.keys(identities).length === 0 ? record.slots : record.slots.map((slot) => renumberSlot(slot, rename)),
    ...(record.documents && {
      documents: record.documents.map((document) => ({ ...document, ...(document.items && { items: ids(document.items) }) })),
    }),
  };
};
