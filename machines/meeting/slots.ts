import type { EventOf } from "../../src/meeting/events.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { findFreeNumber } from "../../src/meeting/slot-numbers.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { noteChangedSlot } from "./may-follow.ts";
import { isDone, updateItems } from "./past.ts";
import { findRefusalCode } from "./refusals.ts";
import { normalizeSlot, toSaid, type Dated, type SlotEvent } from "./slot-changes.ts";
import { readMoment } from "./slot-notes.ts";
import { getNextSlotSnapshot, getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

export const listSlotNumbers = (slots: readonly SlotState[]): string => slots.map(({ slot }) => slot.number).join(", ") || "none";

/** Where a sitting stands in a list: most often by its number, and a fold that looks through thousands at each of its events takes twice as long. */
const findSlotPlace = (slots: readonly SlotState[], number: string): number => {
  const likely = Number(number) - 1;
  return slots[likely]?.slot.number === number ? likely : slots.findIndex(({ slot }) => slot.number === number);
};

export const findSlot = ({ slots }: MeetingState, number: string): SlotState | undefined => slots[findSlotPlace(slots, number)];

export const findSlotsWith = (state: MeetingState, item: string): readonly SlotState[] =>
  state.slots.filter(({ slot }) => slot.items.includes(item));

export const isToBeHeld = ({ value }: SlotState): boolean => typeof value !== "string";

export const refuseUnknownSlot = ({ slots }: MeetingState, number: string): Outcome =>
  refuseEvent("unknown-slot", { slot: number, slots: listSlotNumbers(slots) });

/** Takes one slot through its machine, which must be there and take the event. What it says already changes nothing. */
export const transitionSlot = (state: MeetingState, number: string, event: SlotEvent): Outcome => {
  const place = findSlotPlace(state.slots, number);
  const found = state.slots[place];
  if (!found) return refuseUnknownSlot(state, number);
  const before = getSlotSnapshot(found);
  if (!before.can(event)) return refuseEvent(findRefusalCode(before, event.type), { slot: number, start: found.slot.start });
  const { value, context } = getNextSlotSnapshot(before, event);
  // What is so already is not told again, in whatever words it is repeated.
  const isSaidAgain = isDeepEqual([value, context.slot, readMoment(context)], [found.value, found.slot, readMoment(found)]);
  if (isSaidAgain) return accept(state);
  const { words, ...rest } = found;
  const changed: SlotState = { ...rest, ...context, value };
  const kept =
    words !== undefined && isDone(changed, event.local) ? { ...changed, words: updateItems(words, state, context.slot.items) } : changed;
  const slots = state.slots.with(place, kept);
  noteChangedSlot(state.slots, slots, kept);
  return accept({ ...state, slots });
};

/** Refuses what names an item that the meeting has not. */
export const refuseUnknownItems = (state: MeetingState, items: readonly string[]): Outcome | undefined => {
  const ids = new Set(state.items.map(({ id }) => id));
  const unknown = items.find((item) => !ids.has(item));
  return unknown === undefined ? undefined : refuseEvent("unknown-item", { item: unknown, items: [...ids].join(", ") });
};

/** A number that no slot of the meeting ever had. */
export const suggestNumber = ({ slots, removedSlots }: MeetingState): string =>
  findFreeNumber([...slots, ...removedSlots].map(({ slot }) => slot.number));

export const isNumberUsed = ({ slots, removedSlots }: MeetingState, number: string): boolean =>
  [...slots, ...removedSlots].some(({ slot }) => slot.number === number);

const readAdded = ({ data }: EventOf<"slot.added">): Slot => {
  const { body: _body, meeting: _meeting, expectedVersion: _expectedVersion, note: _note, slot: number, ...fields } = data;
  return normalizeSlot({ number, ...fields });
};

/** Whether a sitting is as an event adds it: it was added before. */
export const isAddedAs = (state: MeetingState, event: EventOf<"slot.added">): boolean => {
  const known = findSlot(state, event.data.slot);
  return known !== undefined && known.value !== "cancelled" && isDeepEqual(known.slot, readAdded(event));
};

export const addSlot = (state: MeetingState, event: Dated<EventOf<"slot.added">>): Outcome => {
  if (isAddedAs(state, event)) return accept(state);
  const slot = readAdded(event);
  const known = findSlot(state, slot.number);
  // Added otherwise before, it is the same sitting as it was said last: the door asks whether it is another.
  const isSaidAnew = known?.said.added !== undefined && getSlotStatus(known.value) === "scheduled";
  if (isNumberUsed(state, slot.number) && !isSaidAnew)
    return refuseEvent("slot-number-used", { slot: slot.number, free: suggestNumber(state) });
  const refused = refuseUnknownItems(state, slot.items);
  if (refused) return refused;
  const added: SlotState = {
    value: { toBeHeld: "scheduled" },
    slot,
    facts: {},
    said: { added: toSaid(event) },
    undocumented: true,
  };
  return accept({ ...state, slots: [...state.slots.filter((other) => other !== known), added] });
};
