import type { Slot } from "../../src/meeting/record.ts";
import { weigh, type Weighed } from "./differences.ts";
import { readContinuedIds, readField, readItemIds, removeFact, setDocumented, writeField, type FieldValue } from "./facts.ts";
import type { Revising } from "./revising.ts";
import { normalizeSlot } from "./slot-changes.ts";
import { keepToldBefore } from "./told-before.ts";
import type { ItemState, MeetingState, SlotState } from "./state.ts";

/** A document's word on a sitting that is cancelled waits until it takes place after all: it prevails then where it would prevail now. */
export const weighCancelled = (field: Parameters<typeof weigh>[0], revising: Revising): Weighed => ({
  takes: weigh(field, { ...revising, otherwise: revising.otherwise ?? "keep" }).takes,
});

/** What was said of an item since counts for it; of all others the document's list does. */
const takeItems = (slot: Slot, documented: FieldValue, items: ReadonlyMap<string, ItemState>): Slot => {
  const isReported = (id: string): boolean => {
    const { moved, deferred, held, added } = items.get(id) ?? {};
    return (moved ?? deferred ?? held ?? added) !== undefined;
  };
  const listed = readItemIds(documented).filter((id) => items.has(id));
  const taken = [
    ...listed.filter((id) => !isReported(id) || slot.items.includes(id)),
    ...slot.items.filter((id) => !listed.includes(id) && isReported(id)),
  ];
  const marked = readContinuedIds(documented);
  const continued = taken.filter((id) => (isReported(id) ? slot.continued?.includes(id) : marked.includes(id)));
  const { continued: _continued, ...rest } = slot;
  return normalizeSlot({ ...rest, items: taken, ...((continued.length > 0 || slot.continued) && { continued }) });
};

/** A sitting that takes place after all, as the documents have it by now. */
const takeDocumented = (slotState: SlotState, items: ReadonlyMap<string, ItemState>): SlotState => {
  let { slot, facts } = slotState;
  for (const [field, { documented, timestamp }] of Object.entries(facts)) {
    if (timestamp !== undefined) continue;
    slot = field === "items" ? takeItems(slot, documented, items) : normalizeSlot(writeField(slot, field, documented));
    facts = setDocumented(removeFact(facts, field), field, documented, readField(slot, field));
  }
  return keepToldBefore(slotState, { ...slotState, slot, facts });
};

/** What documents said of a sitting while it was cancelled holds, now that it takes place. */
export const takeDocumentsAtTheirWord = (state: MeetingState, number: string): MeetingState => {
  const items = new Map(state.items.map((item) => [item.id, item]));
  const slots = state.slots.map((slot) => (slot.slot.number === number ? takeDocumented(slot, items) : slot));
  const placed = new Set(slots.find(({ slot }) => slot.number === number)?.slot.items);
  const place = (item: ItemState): ItemState => {
    if (item.wasIn === undefined || !placed.has(item.id)) return item;
    const { wasIn: _wasIn, ...rest } = item;
    return rest;
  };
  return { ...state, slots, items: state.items.map(place) };
};
