import { addMinutes, hasHour } from "../../src/meeting/local-time.ts";
import type { Slot } from "../../src/meeting/record.ts";
import type { MeetingState, Said, SlotState } from "./state.ts";
import { omitLocal, type SlotChange } from "./told-changes.ts";
import { sayFields } from "./say-fields.ts";
import { sayItem, sayRemoved, sayNumbers } from "./say-items.ts";
import { findNotices, listToldItems } from "./told-items.ts";

const sayNotices = ({ notices }: MeetingState, { slot: { number } }: SlotState): readonly SlotChange[] =>
  findNotices(notices, number).map(({ timestamp, text }) => ({ type: "notice.given", timestamp, text }));

const sayDelay = ({ minutes, ...said }: Said & { readonly minutes: number }, { start }: Slot): SlotChange => ({
  ...omitLocal(said),
  type: "slot.delayed",
  to: addMinutes(start, minutes),
});

const sayWhole = (state: MeetingState, { slot, said }: SlotState): readonly SlotChange[] => {
  const { added, cancelled, reinstated, removed, postponed, delayed } = said;
  const { itemsTo, ...cancellation } = cancelled ?? { timestamp: "" };
  const target = itemsTo === undefined ? undefined : state.slots.find((other) => other.slot.number === itemsTo)?.slot.start;
  return [
    ...(added ? [{ ...omitLocal(added), type: "slot.added" as const }] : []),
    ...(cancelled
      ? [{ ...omitLocal(cancellation), type: "slot.cancelled" as const, ...(target !== undefined && { itemsTo: target }) }]
      : []),
    ...(postponed ? [{ ...omitLocal(postponed), type: "slot.postponed" as const }] : []),
    ...(delayed && hasHour(slot.start) ? [sayDelay(delayed, slot)] : []),
    ...(reinstated ? [{ ...omitLocal(reinstated), type: "slot.reinstated" as const }] : []),
    ...(removed ? [{ ...omitLocal(removed), type: "slot.removed" as const }] : []),
  ];
};

/** What is otherwise than the documents say of a sitting, by when it was said; nothing of one that is over. */
export const listChanges = (state: MeetingState, slotState: SlotState): readonly SlotChange[] => {
  if (slotState.value === "adjourned") return [];
  const fields = sayFields(state, slotState);
  const items = listToldItems(state.items, slotState).flatMap((item) => sayItem(state, slotState, item));
  return [
    ...sayWhole(state, slotState),
    ...fields,
    ...items,
    ...sayRemoved(state, slotState),
    ...sayNotices(state, slotState),
    ...sayNumbers(state, slotState),
  ].toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp));
};
