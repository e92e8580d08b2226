import { getDate } from "../../src/meeting/local-time.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, Covers, MeetingDocument, MeetingRecord, Slot, Subitem } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { mergeTexts, replaceText } from "../../src/meeting/text-languages.ts";
import { restoreDocumented } from "./facts.ts";
import type { MeetingState } from "./state.ts";

/** What the documents say of a meeting, without what events said or a revision kept: nothing is kept of it beside the facts. */
export const restoreDocuments = (state: MeetingState): MeetingRecord => {
  const { issued, slots } = state;
  const { documents: all = [], ...current } = state.record;
  const { documentedItems = current.agenda.items } = state;
  const record = { ...current, agenda: { ...current.agenda, items: [...documentedItems] } };
  const documents = all.flatMap((document) => {
    const said = issued[document.symbol];
    return said ? (said.documented ?? []) : document;
  });
  return {
    ...restoreDocumented(record, state.facts),
    ...(documents.length > 0 && { documents }),
    slots: slots.flatMap(({ slot, facts, undocumented }) => (undocumented ? [] : [restoreDocumented(slot, facts)])),
  };
};

type Item = AgendaItem | Subitem;

/** Texts of which each language is said by itself. */
const ITEM_TEXTS = ["title", "shortTitle", "annotation"] as const;

type TextFields<Name extends string> = { readonly [Field in Name]?: Text | undefined };

/** What is said anew, with the languages in which it is silent. */
const keepTexts = <Name extends string, Of extends TextFields<Name>>(
  names: readonly Name[],
  merge: (before: Text, next: Text) => Text,
  before: TextFields<Name> | undefined,
  next: Of,
): Of => {
  const merged = names.map((name): [string, Text | undefined] => {
    const said = next[name];
    return [name, said !== undefined && before?.[name] !== undefined ? merge(before[name], said) : said];
  });
  return { ...next, ...Object.fromEntries(merged.filter(([, value]) => value !== undefined)) };
};

const mergeItem = <Of extends Item>(before: Item | undefined, item: Of): Of => keepTexts(ITEM_TEXTS, mergeTexts, before, item);

/** The texts of a sitting. */
const SLOT_TEXTS = ["title", "label", "venue", "interpretation", "accessibility", "timeNote"] as const;

/** A record whose places and sittings have the languages in which it is silent. */
const keepPlaces = (base: MeetingRecord, record: MeetingRecord): MeetingRecord => {
  const known = new Map(base.slots.map((slot) => [slot.number, slot]));
  return {
    ...keepTexts(["city", "venue"], replaceText, base, record),
    slots: record.slots.map((slot) => keepTexts(SLOT_TEXTS, replaceText, known.get(slot.number), slot)),
  };
};

const indexItems = (items: readonly AgendaItem[]): ReadonlyMap<string, NumberedItem> =>
  new Map(numberItems(items).map((numbered) => [numbered.id, numbered]));

/** Maps a tree of items, each with its id. */
const mapItems = (items: readonly AgendaItem[], change: <Of extends Item>(id: string, item: Of) => Of): AgendaItem[] => {
  const idOfItem = new Map(numberItems(items).map(({ id, item }) => [item, id]));
  const map = <Of extends Item>(item: Of): Of => {
    const changed = change(idOfItem.get(item) ?? "", item);
    return changed.subitems ? { ...changed, subitems: changed.subitems.map(map) } : changed;
  };
  return items.map(map);
};

/** The items of a record, with the languages in which it is silent. */
const keepLanguages = (before: readonly AgendaItem[], items: readonly AgendaItem[]): AgendaItem[] => {
  const known = indexItems(before);
  return mapItems(items, (id, item) => mergeItem(known.get(id)?.item, item));
};

const getItemId = (item: AgendaItem): string => item.id ?? item.number;

/** An item of the base as a partial record names it, with its subitems. */
const nameItem = <Of extends Item>(
  item: Of,
  id: string,
  named: ReadonlyMap<string, NumberedItem>,
  known: ReadonlyMap<string, NumberedItem>,
): Of => {
  const found = named.get(id)?.item;
  if (!found) return item;
  const { subitems: _subitems, ...fields } = found;
  const added = (found.subitems ?? []).filter((sub) => ![...named.values()].some((other) => other.item === sub && known.has(other.id)));
  // An item is one of the same depth wherever it is named.
  return { ...item, ...mergeItem(item, fields as Of), ...(added.length > 0 && { subitems: [...(item.subitems ?? []), ...added] }) };
};

/** The base's items with those that a partial record names, in their places; new ones at the end. */
const mergeItems = (before: readonly AgendaItem[], items: readonly AgendaItem[], isOnlyNew: boolean): AgendaItem[] => {
  const [named, known] = [indexItems(items), indexItems(before)];
  const tops = new Set(before.map(getItemId));
  const replaced = isOnlyNew ? before : mapItems(before, (id, item) => nameItem(item, id, named, known));
  return [...replaced, ...items.filter((item) => !tops.has(getItemId(item)))];
};

const mergeByKey = <Value>(
  before: readonly Value[],
  named: readonly Value[],
  key: (value: Value) => string,
  merge: (a: Value, b: Value) => Value,
): Value[] => {
  const all = new Map(before.map((value) => [key(value), value]));
  for (const value of named) {
    const known = all.get(key(value));
    all.set(key(value), known === undefined ? value : merge(known, value));
  }
  return [...all.values()];
};

const mergeDocument = (before: MeetingDocument, next: MeetingDocument): MeetingDocument => ({
  ...before,
  ...next,
  ...(before.title !== undefined && next.title !== undefined && { title: mergeTexts(before.title, next.title) }),
});

const keepFirst = <Value>(before: Value): Value => before;
const takeWhole = <Value>(_before: Value, next: Value): Value => next;
/** A sitting with the items that an addendum adds to it. */
const addItems = (before: Slot, { items, continued = [] }: Slot): Slot => {
  const added = items.filter((item) => !before.items.includes(item));
  if (added.length === 0) return before;
  const again = [...(before.continued ?? []), ...continued.filter((item) => added.includes(item))];
  return { ...before, items: [...before.items, ...added], ...(again.length > 0 && { continued: again }) };
};
/** A sitting as a corrigendum names it: with the items that it lists, which of them are continued is said with them. */
const correctSlot = ({ continued: _continued, ...before }: Slot, next: Slot): Slot => ({ ...before, ...next });

const mergeDocuments = (before: MeetingRecord, record: MeetingRecord, merge: typeof mergeDocument): MeetingRecord["documents"] =>
  mergeByKey(before.documents ?? [], record.documents ?? [], ({ symbol }) => symbol, merge);

const getSlotNumber = ({ number }: Slot): string => number;

/** The base with what a record that covers a part of it says: outside of that its silence says nothing. */
const overlay = (base: MeetingRecord, record: MeetingRecord, covers: Exclude<Covers, "all">): MeetingRecord => {
  const agenda = (isOnlyNew: boolean) => ({ ...base.agenda, items: mergeItems(base.agenda.items, record.agenda.items, isOnlyNew) });
  if (covers === "additions")
    return {
      ...record,
      ...base,
      agenda: agenda(true),
      documents: mergeDocuments(base, record, keepFirst),
      slots: mergeByKey(base.slots, record.slots, getSlotNumber, addItems),
    };
  if (covers === "corrections")
    return {
      ...base,
      ...record,
      title: mergeTexts(base.title, record.title),
      agenda: agenda(false),
      documents: mergeDocuments(base, record, mergeDocument),
      slots: mergeByKey(base.slots, record.slots, getSlotNumber, correctSlot),
    };
  const days = new Set(record.days ?? record.slots.map(({ start }) => getDate(start)));
  const named = new Set(record.slots.map(({ number }) => number));
  return {
    ...base,
    agenda: agenda(false),
    documents: mergeDocuments(base, record, mergeDocument),
    slots: mergeByKey(
      base.slots.filter(({ number, start }) => named.has(number) || !days.has(getDate(start))),
      record.slots,
      getSlotNumber,
      takeWhole,
    ),
  };
};

/** A record without what it says of items that no agenda has: the document that brought them was withdrawn. */
const omitUnknownItems = (record: MeetingRecord): MeetingRecord => {
  const known = new Set(numberItems(record.agenda.items).map(({ id }) => id));
  const isKnown = (id: string): boolean => known.has(id);
  return {
    ...record,
    slots: record.slots.map(({ continued, ...slot }) => ({
      ...slot,
      items: slot.items.filter(isKnown),
      ...(continued?.every(isKnown) ? { continued } : continued?.some(isKnown) && { continued: continued.filter(isKnown) }),
    })),
    ...(record.documents && {
      documents: record.documents.map((document) => ({ ...document, ...(document.items && { items: document.items.filter(isKnown) }) })),
    }),
  };
};

/** Whom a sitting names beside its own body is printed nowhere before they confirm it: a record that says nothing of it leaves it as it is. */
const keepPartners = (before: readonly Slot[], slots: readonly Slot[]): Slot[] => {
  const known = new Map(before.map((slot) => [slot.number, slot.with]));
  return slots.map((slot) => {
    const partners = slot.with ?? known.get(slot.number);
    return partners ? { ...slot, with: partners } : slot;
  });
};

/** What the documents say once a record has been added to its base: whole, whatever the record covers. */
export const combine = (base: MeetingRecord, said: MeetingRecord, covers: Covers = "all"): MeetingRecord => {
  const combined = combineFields(base, keepPlaces(base, said), covers);
  return { ...combined, slots: keepPartners(base.slots, combined.slots) };
};

const combineFields = (base: MeetingRecord, record: MeetingRecord, covers: Covers): MeetingRecord => {
  if (covers !== "all") return omitUnknownItems(overlay(base, record, covers));
  const known = new Map((base.documents ?? []).map((document) => [document.symbol, document]));
  return {
    ...record,
    title: mergeTexts(base.title, record.title),
    agenda: { ...record.agenda, items: keepLanguages(base.agenda.items, record.agenda.items) },
    ...(record.documents && {
      documents: record.documents.map((document) => {
        const before = known.get(document.symbol);
        return before?.title === undefined || document.title === undefined
          ? document
          : { ...document, title: mergeTexts(before.title, document.title) };
      }),
    }),
  };
};
