import type { MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { weigh, type Difference } from "./differences.ts";
import { isOver } from "./past.ts";
import { indexSlots, type Revising } from "./revising.ts";
import { keepElements } from "../../src/meeting/shared-lists.ts";
import { normalizeSlot } from "./slot-changes.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";
import { reviseFields, type SlotRevision } from "./revise-slot-fields.ts";

export const scheduleSlot = (slot: Slot): SlotState => ({
  value: { toBeHeld: "scheduled" },
  slot: normalizeSlot(slot),
  facts: {},
  said: {},
});

const WHOLE = (number: string): string => `slots.${number}`;

/** A sitting that the documents no longer have. */
const dropSlot = (slotState: SlotState, before: Slot | undefined, revising: Revising): SlotRevision => {
  const { slot, value, facts } = slotState;
  const status = getSlotStatus(value);
  const path = WHOLE(slot.number);
  const stays: SlotState = { ...slotState, undocumented: true };
  const isPast = !["scheduled", "postponed", "cancelled"].includes(status) ? true : isOver(slotState, revising.local);
  if (isPast)
    return { slot: stays, differences: before ? [{ path, outcome: "held", before, document: null, reported: { value: slot } }] : [] };
  if (status === "cancelled") return { slot: stays, differences: [] };
  const added = slotState.said.added;
  const fact = added ?? Object.values(facts).find(({ timestamp }) => timestamp !== undefined);
  const weighed = weigh(
    { path, before: before ?? null, document: null, current: slot, fact: fact && { ...fact, documented: null } },
    revising,
  );
  return { slot: weighed.takes ? undefined : stays, differences: weighed.difference ? [weighed.difference] : [] };
};

const reviseSlot = (known: SlotState | undefined, before: Slot | undefined, now: Slot | undefined, revising: Revising): SlotRevision => {
  if (!known && now)
    return {
      slot: scheduleSlot(now),
      differences: [{ path: WHOLE(now.number), outcome: "changed", before: null, document: now }],
    };
  if (!known) return { slot: undefined, differences: [] };
  if (!now) return dropSlot(known, before, revising);
  const isCancelled = known.value === "cancelled";
  if (isCancelled && revising.replace) {
    const path = WHOLE(now.number);
    const said = known.said.cancelled;
    return {
      slot: scheduleSlot(now),
      differences: [{ path, outcome: "dropped", before: before ?? null, document: now, reported: { value: null, ...said } }],
    };
  }
  const revised = reviseFields(known, before, now, revising);
  if (!isCancelled) return revised;
  const kept: Difference = {
    path: WHOLE(now.number),
    outcome: "kept",
    before: before ?? null,
    document: now,
    reported: { value: null, ...(known.said.cancelled && { timestamp: known.said.cancelled.timestamp }) },
  };
  return { ...revised, differences: [kept, ...revised.differences] };
};

export interface SlotsRevision {
  readonly slots: readonly SlotState[];
  readonly removedSlots: readonly SlotState[];
  readonly differences: readonly Difference[];
}

export const reviseSlots = (state: MeetingState, base: MeetingRecord, next: MeetingRecord, revising: Revising): SlotsRevision => {
  const known = new Map(state.slots.map((slot) => [slot.slot.number, slot]));
  const [before, now] = [indexSlots(base.slots), indexSlots(next.slots)];
  const slots: SlotState[] = [];
  const gone: SlotState[] = [];
  const differences: Difference[] = [];
  for (const number of new Set([...now.keys(), ...known.keys()])) {
    const slotState = known.get(number);
    const revised = reviseSlot(slotState, before.get(number), now.get(number), revising);
    differences.push(...revised.differences);
    if (revised.slot) slots.push(revised.slot);
    else if (slotState)
      gone.push({ ...slotState, value: "cancelled", said: { ...slotState.said, removed: { timestamp: revising.timestamp } } });
  }
  const stay = new Set(slots.map(({ slot }) => slot.number));
  const removed = [...state.removedSlots.filter(({ slot }) => !stay.has(slot.number)), ...gone];
  return {
    slots: keepElements(state.slots, slots),
    removedSlots: keepElements(state.removedSlots, removed),
    differences,
  };
};
