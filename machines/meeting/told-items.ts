import { readItemIds } from "./facts.ts";
import { hasSameElements } from "../../src/meeting/shared-lists.ts";
import type { FormerItem, ItemState, Notice, SlotState } from "./state.ts";

/** What is told of items, and of delegates' words, found by the sitting or the item: a meeting has a thousand of them. */
interface ToldItems {
  readonly byId: ReadonlyMap<string, ItemState>;
  /** By the numbers of the sittings that were last to take them up. */
  readonly byLastSlot: ReadonlyMap<string, readonly ItemState[]>;
  /** As on the agenda. */
  readonly order: ReadonlyMap<ItemState, number>;
}

/** Made once of a list that stays as it is. */
const indexOnce = <Of, Index>(build: (list: readonly Of[]) => Index): ((list: readonly Of[]) => Index) => {
  const indexes = new WeakMap<readonly Of[], Index>();
  return (list) => {
    const known = indexes.get(list) ?? build(list);
    indexes.set(list, known);
    return known;
  };
};

const groupBySlots = <Of extends { readonly wasIn?: readonly string[] }>(list: readonly Of[]): ReadonlyMap<string, readonly Of[]> => {
  const bySlot = new Map<string, Of[]>();
  for (const one of list) for (const number of one.wasIn ?? []) bySlot.getOrInsertComputed(number, () => []).push(one);
  return bySlot;
};

/** Whether something is told of an item beside its place on the agenda. */
const isToldOf = ({ moved, deferred, held, facts, times }: ItemState): boolean =>
  (moved ?? deferred ?? held ?? facts ?? times) !== undefined;

export const indexToldItems = indexOnce((items: readonly ItemState[]): ToldItems => {
  const told = items.filter(isToldOf);
  return {
    byId: new Map(told.map((item) => [item.id, item])),
    byLastSlot: groupBySlots(told),
    order: new Map(told.map((item, at) => [item, at])),
  };
});

export const listDocumentedItems = ({ slot, facts: { items }, undocumented }: SlotState): readonly string[] => {
  if (undocumented) return [];
  return items ? readItemIds(items.documented) : slot.items;
};

/** Of the items that a sitting takes up, was to, or was the last to: those of which something is told. */
export const listToldItems = (items: readonly ItemState[], slotState: SlotState): readonly ItemState[] => {
  const { byId, byLastSlot, order } = indexToldItems(items);
  if (byId.size === 0) return [];
  const here = [...slotState.slot.items, ...listDocumentedItems(slotState)].flatMap((id) => byId.get(id) ?? []);
  const told = new Set([...here, ...(byLastSlot.get(slotState.slot.number) ?? [])]);
  return [...told].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
};

/** The items of which something else is told than before, where all stand as they stood, and the sittings that were last to take them up. */
interface ChangedItems {
  readonly ids: ReadonlySet<string>;
  readonly slots: ReadonlySet<string>;
}

const compareItems = (before: readonly ItemState[], after: readonly ItemState[]): ChangedItems | undefined => {
  if (before.length !== after.length || before.some(({ id }, at) => after[at]?.id !== id)) return undefined;
  const changed = after.filter((item, at) => item !== before[at]);
  const ids = new Set(changed.map(({ id }) => id));
  const slots = [...changed, ...before.filter(({ id }) => ids.has(id))].flatMap(({ wasIn }) => wasIn ?? []);
  return { ids, slots: new Set(slots) };
};

/** Whether something else is told of any item of a sitting, or might be: no sitting is, where nothing is told otherwise. */
export const createTouchTest = (before: readonly ItemState[], after: readonly ItemState[]): ((slotState: SlotState) => boolean) => {
  if (before === after) return () => false;
  const changed = compareItems(before, after);
  if (!changed) return () => true;
  const isTouched = (id: string): boolean => changed.ids.has(id);
  return (slotState) => {
    const { slot } = slotState;
    return changed.slots.has(slot.number) || slot.items.some(isTouched) || listDocumentedItems(slotState).some(isTouched);
  };
};

const compared = new WeakMap<readonly ItemState[], { readonly before: readonly ItemState[]; readonly changed: ChangedItems | undefined }>();

/** Whether the same is told of a sitting's items as before. */
export const isToldAlike = (before: readonly ItemState[], after: readonly ItemState[], slotState: SlotState): boolean => {
  if (before === after) return true;
  const known = compared.get(after);
  const { changed } = known?.before === before ? known : { changed: compareItems(before, after) };
  if (known?.before !== before) compared.set(after, { before, changed });
  const { slot } = slotState;
  const isTouched = (id: string): boolean => changed === undefined || changed.ids.has(id);
  if (changed && !changed.slots.has(slot.number) && !slot.items.some(isTouched) && !listDocumentedItems(slotState).some(isTouched))
    return true;
  return hasSameElements(listToldItems(before, slotState), listToldItems(after, slotState));
};

const indexFormerItems = indexOnce((items: readonly FormerItem[]) => ({
  byId: new Map(items.map((item) => [item.id, item])),
  byLastSlot: groupBySlots(items),
}));

/** Items that left the agenda, of those that a sitting took up or was the last to. */
export const listFormerItems = (items: readonly FormerItem[], slot: string, takenUp: readonly string[]): readonly FormerItem[] => {
  const { byId, byLastSlot } = indexFormerItems(items);
  return [...new Set([...(byLastSlot.get(slot) ?? []), ...takenUp.flatMap((id) => byId.get(id) ?? [])])];
};

const groupNotices = indexOnce((notices: readonly Notice[]) => Map.groupBy(notices, ({ slot }) => slot));

const NONE: readonly Notice[] = [];

/** Words to the delegates of one sitting. */
export const findNotices = (notices: readonly Notice[] = NONE, slot: string): readonly Notice[] => groupNotices(notices).get(slot) ?? NONE;
