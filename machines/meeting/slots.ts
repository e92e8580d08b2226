import { transition } from "xstate";
import { chain } from "../../src/meeting/result.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import { getSlotKind, type Slot, type Programme } from "../../src/meeting/record.ts";
import { findFreeNumber } from "../../src/meeting/slot-numbers.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { slotMachine } from "../slot.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { isDone, updateItems } from "./past.ts";
import { findRefusalCode } from "./refusals.ts";
import { giveItemUp, normalizeSlot, readMoment, toSaid, type Dated, type SlotEvent } from "./slot-changes.ts";
import { getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState, Said, SlotContext, SlotState } from "./state.ts";
import { getMeetingStatus, getSlotStatus } from "./statuses.ts";

export const listSlotNumbers = (slots: readonly SlotState[]): string => slots.map(({ slot }) => slot.number).join(", ") || "none";
export const findSlot = ({ slots }: MeetingState, number: string): SlotState | undefined =>
  slots.find(({ slot }) => slot.number === number);
export const findSlotsWith = (state: MeetingState, item: string): readonly SlotState[] =>
  state.slots.filter(({ slot }) => slot.items.includes(item));
export const isToBeHeld = ({ value }: SlotState): boolean => typeof value !== "string";

export const refuseUnknownSlot = ({ slots }: MeetingState, number: string): Outcome =>
  refuseEvent("unknown-slot", { slot: number, slots: listSlotNumbers(slots) });

/** Takes one slot through its machine, which must be there and take the event. What it says already changes nothing. */
export const transitionSlot = (state: MeetingState, number: string, event: SlotEvent): Outcome => {
  const found = findSlot(state, number);
  if (!found) return refuseUnknownSlot(state, number);
  const before = getSlotSnapshot(found);
  if (!before.can(event)) return refuseEvent(findRefusalCode(before, event.type), { slot: number, start: found.slot.start });
  const [{ value, context }] = transition(slotMachine, before, event);
  // What is so already is not told again, in whatever words it is repeated.
  const isSaidAgain = isDeepEqual([value, context.slot, readMoment(context)], [found.value, found.slot, readMoment(found)]);
  if (isSaidAgain) return accept(state);
  const { words, ...rest } = found;
  const changed: SlotState = { ...rest, ...context, value };
  const kept =
    words !== undefined && isDone(changed, event.local) ? { ...changed, words: updateItems(words, state, context.slot.items) } : changed;
  return accept({ ...state, slots: state.slots.map((other) => (other === found ? kept : other)) });
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

export const addSlot = (state: MeetingState, event: Dated<EventOf<"slot.added">>): Outcome => {
  const { body: _body, meeting: _meeting, expectedVersion: _expectedVersion, note: _note, slot: number, ...fields } = event.data;
  const slot: Slot = normalizeSlot({ number, ...fields });
  const known = findSlot(state, number);
  if (known && known.value !== "cancelled" && isDeepEqual(known.slot, slot)) return accept(state);
  const isUsed = [...state.slots, ...state.removedSlots].some((other) => other.slot.number === number);
  if (isUsed) return refuseEvent("slot-number-used", { slot: number, free: suggestNumber(state) });
  const refused = refuseUnknownItems(state, fields.items);
  if (refused) return refused;
  const added: SlotState = {
    value: { toBeHeld: "scheduled" },
    slot,
    facts: {},
    said: { added: toSaid(event) },
    undocumented: true,
    ...getSource(state.record),
  };
  return accept({ ...state, slots: [...state.slots, added] });
};

/** The document of which a sitting is told. */
export const getSource = ({ agenda }: Pick<Programme, "agenda">): { readonly source?: string } =>
  agenda.symbol === undefined ? {} : { source: agenda.symbol };

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

/** A sitting takes place after all: without what was set aside. */
export const reinstateSlot = (state: MeetingState, event: Dated<EventOf<"slot.reinstated">>): Outcome =>
  chain(transitionSlot(state, event.data.slot, event), (after) => accept(after === state ? state : omitSetAside(after, event.data.slot)));

type Held = "slot.opened" | "slot.suspended" | "slot.resumed" | "slot.adjourned";

/** What happened in a sitting: one that was cancelled or left the programme was held all the same, without what was deferred meanwhile. */
export const holdSlot = (state: MeetingState, event: Dated<EventOf<Held>>): Outcome => {
  const { slot: number } = event.data;
  const restored = restoreRemoved(state, number);
  const wasCancelled = findSlot(restored, number)?.value === "cancelled";
  return chain(transitionSlot(restored, number, event), (after) => {
    if (after === restored) return accept(state);
    return accept(wasCancelled ? omitSetAside(after, number) : after);
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

/** Says of an item when and why its sittings changed. */
export const noteMove = (state: MeetingState, id: string, said: Said): MeetingState => ({
  ...state,
  items: state.items.map((item) => {
    if (item.id !== id) return item;
    const { wasIn: _wasIn, ...rest } = item;
    return { ...rest, moved: said };
  }),
});

export const cancelSlot = (state: MeetingState, event: Dated<EventOf<"slot.cancelled">>): Outcome => {
  const { slot: number, itemsTo, reason: _reason, cause: _cause, ...subject } = event.data;
  const found = findSlot(state, number);
  if (itemsTo !== undefined && !findSlot(state, itemsTo)) return refuseUnknownSlot(state, itemsTo);
  const cancelled = transitionSlot(state, number, event);
  if (itemsTo === undefined || !found) return cancelled;
  return found.slot.items.reduce<Outcome>(
    (outcome, item) =>
      chain(outcome, (current) =>
        moveItem(current, { ...event, type: "item.moved", data: { ...subject, item, from: number, to: itemsTo } }),
      ),
    cancelled,
  );
};

/** Whether there is a sitting to which an item of another can go. */
export const hasMoveTarget = ({ slots }: MeetingState, from: SlotState, item: string): boolean =>
  slots.some((other) => other !== from && isToBeHeld(other) && (isToBeHeld(from) || !other.slot.items.includes(item)));

/** An item leaves one sitting for another. One that is over or cancelled still shows what it took up, or would have. */
export const moveItem = (state: MeetingState, event: Dated<EventOf<"item.moved">>): Outcome => {
  const { item, from, to } = event.data;
  const [source, target] = [findSlot(state, from), findSlot(state, to)];
  if (!source || !target) return refuseUnknownSlot(state, source ? to : from);
  if (from === to) return refuseEvent("same-slot", { item, slot: from });
  const isThere = target.slot.items.includes(item);
  if (!source.slot.items.includes(item))
    return isThere
      ? accept(state)
      : refuseEvent("item-not-in-slot", { item, slot: from, slots: listSlotNumbers(findSlotsWith(state, item)) });
  if (isThere && !isToBeHeld(source)) return accept(state);
  if (!isToBeHeld(target)) return refuseEvent("slot-takes-no-items", { slot: to, slots: listSlotNumbers(state.slots.filter(isToBeHeld)) });
  const move = { ...event, isContinued: source.slot.continued?.includes(item) ?? false };
  const moved = chain(transitionSlot(state, to, move), (current) => accept(noteMove(current, item, toSaid(event))));
  return isToBeHeld(source) ? chain(moved, (current) => transitionSlot(current, from, move)) : moved;
};
