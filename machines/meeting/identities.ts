import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Slot, Subitem } from "../../src/meeting/record.ts";
import { renumberAfter, renumberSlot } from "../../src/meeting/renumber-slot.ts";
import type { Text } from "../../src/meeting/text.ts";
import { isSameText } from "../../src/meeting/text-languages.ts";
import type { FormerItem, MeetingState } from "./state.ts";

/**
 * The ids of the items that an event names, by the numbers that it gives them; a number that is its own id is left out.
 * They are given once, at the door, and kept in the log: no better rule and no withdrawal gives an address to another subject.
 */
export type Identities = Readonly<Record<string, string>>;

type Numbered = Pick<NumberedItem, "id" | "number" | "item" | "wholes">;

/** What an item of a record was in its base: an id, or undefined where it is new. */
export type Matches = ReadonlyMap<string, string | undefined>;

export interface Matching {
  readonly matches: Matches;
  /** Items that keep their number under another title. */
  readonly retitled: readonly string[];
  /** Numbers that `was` names and the base has not. */
  readonly unknown: readonly string[];
}

const takeOnly = <Value>(values: readonly Value[]): Value | undefined => (values.length === 1 ? values[0] : undefined);

/** What an item is called within its whole: `(a)` of `7(a)`. */
const readLabel = (number: string, whole: string | undefined): string =>
  whole !== undefined && number.startsWith(whole) ? number.slice(whole.length) : number;

/** Items and their parts go three levels deep at most. */
const DEPTHS = [0, 1, 2] as const;

/**
 * Matches the items of a record against those of its base, each once and exactly: what the sender says it was; the same number and
 * title; a title that one alone has on both sides; the same number. A part's number counts within its whole, wherever that stands now.
 * Likeness is for senders to judge.
 */
export const matchToBase = (base: readonly Numbered[], items: readonly NumberedItem[], former: readonly FormerItem[]): Matching => {
  const matches = new Map<string, string | undefined>();
  const claimed = new Set<string>();
  const retitled: string[] = [];
  const unknown: string[] = [];
  const numberOf = new Map(base.map(({ id, number }) => [id, number]));
  const claim = (number: string, id: string | undefined): void => {
    matches.set(number, id);
    if (id !== undefined) claimed.add(id);
  };
  const open = (): readonly NumberedItem[] => items.filter(({ number }) => !matches.has(number));
  const free = (): readonly Numbered[] => base.filter(({ id }) => !claimed.has(id));
  const isSamePlace = ({ number, wholes }: NumberedItem, known: Numbered): boolean => {
    const [whole, knownWhole] = [wholes.at(-1), known.wholes.at(-1)];
    const isSameWhole = whole === undefined ? knownWhole === undefined : matches.get(whole) === knownWhole && knownWhole !== undefined;
    return isSameWhole && readLabel(number, whole) === readLabel(known.number, knownWhole && numberOf.get(knownWhole));
  };
  const claimByTitle = (all: readonly { readonly id: string; readonly title: Text }[]): void => {
    const rights = open();
    for (const { number, item } of rights) {
      // One item may be called in two ways: by the documents, and by what was said since.
      const alike = takeOnly([...new Set(all.flatMap(({ id, title }) => (isSameText(title, item.title) ? [id] : [])))]);
      const isAlone = rights.filter((other) => isSameText(other.item.title, item.title)).length === 1;
      if (alike !== undefined && isAlone) claim(number, alike);
    }
  };

  for (const { number, item } of items) {
    if (item.was === undefined) continue;
    const found = item.was === null ? undefined : free().find((other) => other.number === item.was);
    if (item.was !== null && !found) unknown.push(item.was);
    claim(number, found?.id);
  }
  for (const depth of DEPTHS) {
    const ofDepth = (): readonly NumberedItem[] => open().filter(({ wholes }) => wholes.length === depth);
    for (const right of ofDepth()) {
      const same = free().find((known) => isSamePlace(right, known) && isSameText(known.item.title, right.item.title));
      if (same) claim(right.number, same.id);
    }
    claimByTitle(free().map(({ id, item }) => ({ id, title: item.title })));
    // What left the agenda and comes back is what it was.
    claimByTitle(former.filter(({ id }) => !claimed.has(id)));
    for (const right of ofDepth()) {
      const same = free().find((known) => isSamePlace(right, known));
      if (same) retitled.push(right.number);
      claim(right.number, same?.id);
    }
  }
  return { matches, retitled, unknown };
};

/** An id that no event of the log gave to another: the number under which an item comes, else `4~2`, `4~3`. */
const giveId = (number: string, given: ReadonlySet<string>): string => {
  let id = number;
  for (let count = 2; given.has(id); count += 1) id = `${number}~${count}`;
  return id;
};

/** The ids of a record's items: those that they have by their matches, and new ones. */
export const identifyItems = (items: readonly NumberedItem[], matches: Matches, given: ReadonlySet<string>): Identities => {
  const taken = new Set(given);
  return Object.fromEntries(
    items.flatMap(({ number }) => {
      const id = matches.get(number) ?? giveId(number, taken);
      taken.add(id);
      return id === number ? [] : [[number, id]];
    }),
  );
};

/** An item as an event told it that gave it an id. */
export interface GivenItem {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
}

/**
 * The ids of what an added item names: its own is that under which it is on the agenda, or was, or under which another event, which may have
 * happened later, told of it by the same number and title; or a new one.
 */
export const identifyAdded = (
  state: MeetingState,
  event: EventOf<"item.added">,
  standing: readonly GivenItem[],
  given: ReadonlySet<string>,
): Identities => {
  const { item: number, title } = event.data;
  const present = numberItems(state.record.agenda.items).find((item) => item.number === number);
  const former = takeOnly(state.formerItems.filter((item) => isSameText(item.title, title)));
  const twin = standing.find((item) => item.number === number && isSameText(item.title, title));
  const id = present?.id ?? former?.id ?? twin?.id ?? giveId(number, given);
  return { ...identifyNamed(event, state).identities, ...(id !== number && { [number]: id }) };
};

export const getId = (identities: Identities, number: string): string => identities[number] ?? number;

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
    slots: record.slots.map((slot) => renumberSlot(slot, rename)),
    ...(record.documents && {
      documents: record.documents.map((document) => ({ ...document, ...(document.items && { items: ids(document.items) }) })),
    }),
  };
};

const listFollowedItems = ({ after }: Pick<Slot, "after">): readonly string[] => (after && "item" in after ? [after.item] : []);

/** The numbers by which an event names items that are on the agenda already. */
const listNamedItems = ({ type, data }: MeetingEvent): readonly string[] => [
  ...("item" in data && data.item !== undefined && type !== "item.added" ? [data.item] : []),
  ...("afterItem" in data && data.afterItem !== undefined ? [data.afterItem] : []),
  ...("items" in data ? (data.items ?? []) : []),
  ...("after" in data ? listFollowedItems(data) : []),
  ...("slots" in data ? (data.slots ?? []).flatMap((slot) => [...slot.items, ...listFollowedItems(slot)]) : []),
  ...("documents" in data ? data.documents.flatMap(({ items }) => items ?? []) : []),
];

export interface NamedItems {
  readonly identities: Identities;
  /** The item that the event is about, where the agenda has none of that number; of others the door asks. */
  readonly unknown: string | undefined;
}

/** No item's id: no number is empty. */
const UNKNOWN = "";

/** The ids of the items that an event names, by the numbers that they had when it happened. */
export const identifyNamed = (event: MeetingEvent, state: MeetingState): NamedItems => {
  // What is taken off the agenda may be off it already.
  const former = event.type === "item.removed" ? state.formerItems : [];
  const byNumber = new Map([...former, ...numberItems(state.record.agenda.items)].map(({ number, id }) => [number, id]));
  const named = [...new Set(listNamedItems(event))];
  const item = "item" in event.data && event.type !== "item.added" ? event.data.item : undefined;
  return {
    identities: Object.fromEntries(
      named.flatMap((number) => {
        // What no item has is nobody's id: another may have come under that number.
        const id = byNumber.get(number) ?? UNKNOWN;
        return id === number ? [] : [[number, id]];
      }),
    ),
    unknown: item !== undefined && !byNumber.has(item) ? item : undefined,
  };
};

/** An event that names items by their ids. Those of a record are its own: see `identifyRecord`. */
export const substituteIds = (event: MeetingEvent, identities: Identities): MeetingEvent => {
  if (Object.keys(identities).length === 0) return event;
  const rename = (number: string): string => getId(identities, number);
  const ids = (all: readonly string[]): string[] => all.map(rename);
  const { data } = event;
  const changed = {
    ...data,
    ...("item" in data && data.item !== undefined && event.type !== "item.added" && { item: getId(identities, data.item) }),
    ...("afterItem" in data && data.afterItem !== undefined && { afterItem: getId(identities, data.afterItem) }),
    ...("items" in data && data.items && { items: ids(data.items) }),
    ...("after" in data && data.after && { after: renumberAfter(data.after, rename) }),
    ...("slots" in data && data.slots && { slots: data.slots.map((slot) => renumberSlot(slot, rename)) }),
    ...("documents" in data && {
      documents: data.documents.map((document) => ({ ...document, ...(document.items && { items: ids(document.items) }) })),
    }),
  };
  // Numbers alone have changed, which are ids now.
  return { ...event, data: changed } as MeetingEvent;
};
