import { chain } from "../../src/meeting/result.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import { getSlotKind, type Slot } from "../../src/meeting/record.ts";
import { takeDocumentsAtTheirWord } from "./cancelled-slots.ts";
import { accept, type Outcome } from "./outcome.ts";
import { isOver, updateItems } from "./past.ts";
import { giveItemUp, type Dated } from "./slot-changes.ts";
import type { MeetingState, SlotContext, SlotState } from "./state.ts";
import { getMeetingStatus, getSlotStatus } from "./statuses.ts";
import { findSlot, transitionSlot } from "./slots.ts";

const getPlannedEnd = ({ start, end }: Slot): string => end ?? `${getDate(start)}T24:00`;

/** Whether one plenary was to be over when another was to begin. */
const isFollowedBy = (earlier: SlotState, later: SlotState): boolean =>
  getSlotKind(earlier.slot) === "plenary" && getSlotKind(later.slot) === "plenary" && getPlannedEnd(earlier.slot) <= later.slot.start;

/** No longer open, at no time that anyone reported. */
const endSlot = (slot: SlotState): SlotState => ({ ...slot, value: "adjourned" });

const isOpen = ({ value }: SlotState): boolean => ["open", "suspended"].includes(getSlotStatus(value));

/** A sitting that left the programme and was held all the same is in it again. */
const restoreRemoved = (state: MeetingState, number: string): MeetingState => {
  const removed = state.removedSlots.find(({ slot }) => slot.number === number);
  if (!removed || findSlot(state, number)) return state;
  return {
    ...state,
    slots: [...state.slots, { ...removed, undocumented: true }],
    removedSlots: state.removedSlots.filter((other) => other !== removed),
  };
};

/** What was set aside or taken off meanwhile does not come back with the sitting that was to take it up. */
const omitSetAside = (state: MeetingState, number: string): MeetingState => {
  const off = new Set([
    ...state.items.filter(({ value }) => value === "deferred" || value === "inAbeyance").map(({ id }) => id),
    ...state.formerItems.filter(({ removed }) => removed).map(({ id }) => id),
  ]);
  const found = findSlot(state, number);
  const left = (found?.slot.items ?? []).filter((item) => off.has(item));
  if (!found || left.length === 0) return state;
  const context = left.reduce<SlotContext>((changed, item) => giveItemUp(changed, item), found);
  const kept = found.words && { words: updateItems(found.words, state, context.slot.items) };
  return { ...state, slots: state.slots.map((other) => (other === found ? { ...found, ...context, ...kept } : other)) };
};

/** A sitting that was cancelled takes place after all: as the documents have it by now, but for what was set aside. */
const takePlace = (state: MeetingState, number: string, local: string): MeetingState => {
  const found = findSlot(state, number);
  return omitSetAside(found && !isOver(found, local) ? takeDocumentsAtTheirWord(state, number) : state, number);
};

export const reinstateSlot = (state: MeetingState, event: Dated<EventOf<"slot.reinstated">>): Outcome => {
  const { slot: number } = event.data;
  const wasCancelled = findSlot(state, number)?.value === "cancelled";
  return chain(transitionSlot(state, number, event), (after) =>
    accept(after === state ? state : wasCancelled ? takePlace(after, number, event.local) : omitSetAside(after, number)),
  );
};

type Held = "slot.opened" | "slot.suspended" | "slot.resumed" | "slot.adjourned";

/** What happened in a sitting: one that was cancelled or left the programme was held all the same, without what was deferred meanwhile. */
export const holdSlot = (state: MeetingState, event: Dated<EventOf<Held>>): Outcome => {
  const { slot: number } = event.data;
  const restored = restoreRemoved(state, number);
  const wasCancelled = findSlot(restored, number)?.value === "cancelled";
  return chain(transitionSlot(restored, number, event), (after) => {
    if (after === restored) return accept(state);
    return accept(wasCancelled ? takePlace(after, number, event.local) : after);
  });
};

/** A sitting is opened; a plenary that was to be over before it began is over. */
export const openSlot = (state: MeetingState, event: Dated<EventOf<"slot.opened">>): Outcome => {
  const { slot: number } = event.data;
  // In a closed meeting nothing is open: what was opened was held.
  if (getMeetingStatus(state.agenda) === "closed" && findSlot(state, number)?.value === "adjourned") return accept(state);
  return chain(holdSlot(state, event), (after) => {
    const opened = findSlot(after, number);
    if (!opened || after === state) return accept(state);
    return accept({
      ...after,
      slots: after.slots.map((slot) => (slot !== opened && isOpen(slot) && isFollowedBy(slot, opened) ? endSlot(slot) : slot)),
    });
  });
};

/** Nothing is open in a meeting that is closed. */
export const endOpenSlots = (state: MeetingState): MeetingState =>
  state.slots.some(isOpen) ? { ...state, slots: state.slots.map((slot) => (isOpen(slot) ? endSlot(slot) : slot)) } : state;
