import { indexItems, numberItems } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord, Subitem } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { mergeTexts, replaceText } from "../../src/meeting/text-languages.ts";

export type Item = AgendaItem | Subitem;

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
  if (before === next) return next;
  const merged = names.flatMap((name): (readonly [string, Text])[] => {
    const [known, said] = [before?.[name], next[name]];
    return known === undefined || said === undefined || known === said ? [] : [[name, merge(known, said)]];
  });
  return merged.length === 0 ? next : { ...next, ...Object.fromEntries(merged) };
};

export const mergeItem = <Of extends Item>(before: Item | undefined, item: Of): Of => keepTexts(ITEM_TEXTS, mergeTexts, before, item);

/** The texts of a sitting. */
const SLOT_TEXTS = ["title", "label", "venue", "interpretation", "accessibility", "timeNote"] as const;

/** A record whose places and sittings have the languages in which it is silent. */
export const keepPlaces = (base: MeetingRecord, record: MeetingRecord): MeetingRecord => {
  const known = new Map(base.slots.map((slot) => [slot.number, slot]));
  return {
    ...keepTexts(["city", "venue"], replaceText, base, record),
    slots: record.slots.map((slot) => keepTexts(SLOT_TEXTS, replaceText, known.get(slot.number), slot)),
  };
};

/** Maps a tree of items, each with its id. */
export const mapItems = (items: readonly AgendaItem[], change: <Of extends Item>(id: string, item: Of) => Of): AgendaItem[] => {
  const idOfItem = new Map(numberItems(items).map(({ id, item }) => [item, id]));
  const map = <Of extends Item>(item: Of): Of => {
    const changed = change(idOfItem.get(item) ?? "", item);
    return changed.subitems ? { ...changed, subitems: changed.subitems.map(map) } : changed;
  };
  return items.map(map);
};

/** The items of a record, with the languages in which it is silent. */
export const keepLanguages = (before: AgendaItem[], items: AgendaItem[]): AgendaItem[] => {
  if (before === items) return items;
  const known = indexItems(before);
  return mapItems(items, (id, item) => mergeItem(known.get(id)?.item, item));
};
