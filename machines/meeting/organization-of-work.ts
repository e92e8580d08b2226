import type { EventOf } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { MeetingDocument, MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { normalizeSlot } from "./slot-changes.ts";
import type { FormerItem, ItemState, MeetingState, SlotState } from "./state.ts";
import { getSlotStatus, isHeld, type AgendaValue } from "./statuses.ts";

const UNOPENED: AgendaValue = { lifecycle: "provisional", agenda: "provisional", meeting: { underWay: "announced" } };
const scheduleSlot = (slot: Slot): SlotState => ({ value: { toBeHeld: "scheduled" }, slot: normalizeSlot(slot), changes: [] });

/** Items of a record, each as it stood under its number; one that was deferred and is in the programme again is not. */
const listItems = (record: MeetingRecord, before: readonly ItemState[] = []): readonly ItemState[] => {
  const known = new Map(before.map((item) => [item.number, item]));
  const planned = new Set(record.slots.flatMap(({ items }) => items));
  return numberItems(record.agenda.items).map(({ number }) => {
    const same = known.get(number);
    return same && !(same.value === "deferred" && planned.has(number)) ? same : { number, value: { toBeConsidered: "pending" } };
  });
};

const listFormerItems = (state: MeetingState, record: MeetingRecord): readonly FormerItem[] => {
  const present = new Set(numberItems(record.agenda.items).map(({ number }) => number));
  const gone = numberItems(state.record.agenda.items).map(({ number, item }) => ({ number, title: item.title }));
  return [...state.formerItems.filter(({ number }) => !gone.some((item) => item.number === number)), ...gone].filter(
    ({ number }) => !present.has(number),
  );
};

/** A meeting as its provisional agenda has it. */
export const announceMeeting = (state: MeetingState | undefined, record: MeetingRecord): Outcome =>
  state
    ? refuseEvent("already-announced")
    : accept({
        version: 0,
        record,
        agenda: UNOPENED,
        slots: record.slots.map(scheduleSlot),
        items: listItems(record),
        formerItems: [],
        milestones: [],
        removedSlots: [],
      });

/** Other sittings from now on. What was held is a fact, and stays; what was only planned is as the new programme has it. */
const replaceSlots = (state: MeetingState, slots: readonly Slot[], timestamp: string): MeetingState => {
  const held = new Map(state.slots.filter(({ value }) => isHeld(getSlotStatus(value))).map((slot) => [slot.slot.number, slot]));
  const numbers = new Set(slots.map(({ number }) => number));
  const programme = slots.map((slot) => held.get(slot.number) ?? scheduleSlot(slot));
  const kept = [...held.values()].filter(({ slot }) => !numbers.has(slot.number));
  const gone = state.slots
    .filter(({ slot }) => !numbers.has(slot.number) && !held.has(slot.number))
    .map((slot): SlotState => ({ ...slot, value: "cancelled", changes: [...slot.changes, { type: "slot.removed", timestamp }] }));
  const removedSlots = [...state.removedSlots.filter(({ slot }) => !numbers.has(slot.number)), ...gone];
  return { ...state, slots: [...kept, ...programme], removedSlots };
};

/** The programme of another record, as revised on paper or orally. */
export const replaceRecord = (state: MeetingState, record: MeetingRecord, timestamp: string): MeetingState =>
  replaceSlots(
    { ...state, record, items: listItems(record, state.items), formerItems: listFormerItems(state, record) },
    record.slots,
    timestamp,
  );

/** Other dates, and other sittings where the event names them. */
export const reschedule = (state: MeetingState, { timestamp, data }: EventOf<"meeting.rescheduled" | "meeting.resumed">): MeetingState => {
  const { opensOn, closesOn, slots } = data;
  const dates = { ...(opensOn !== undefined && { opensOn }), ...(closesOn !== undefined && { closesOn }) };
  const moved = { ...state, record: { ...state.record, ...dates } };
  return slots ? replaceSlots(moved, slots, timestamp) : moved;
};

/** A symbol is a document's identity: what is said of it again adds to what is known. */
export const addDocuments = (state: MeetingState, issued: readonly MeetingDocument[]): MeetingState => {
  const documents = new Map((state.record.documents ?? []).map((document) => [document.symbol, document]));
  for (const document of issued) documents.set(document.symbol, { ...documents.get(document.symbol), ...document });
  return { ...state, record: { ...state.record, documents: [...documents.values()] } };
};
