import { getDate } from "../../src/meeting/local-time.ts";
import { mergeIssuedOn } from "../../src/meeting/document-languages.ts";
import { indexItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, Covers, MeetingDocument, MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { mergeTexts } from "../../src/meeting/text-languages.ts";
import { listCoveredDays } from "./covered.ts";
import { mergeItem, mapItems, type Item } from "./keep-languages.ts";

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
  ...(next.issuedOn !== undefined && { issuedOn: mergeIssuedOn(before.issuedOn, next.issuedOn) }),
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
export const overlay = (base: MeetingRecord, record: MeetingRecord, covers: Exclude<Covers, "all">): MeetingRecord => {
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
  const days = listCoveredDays(record);
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
