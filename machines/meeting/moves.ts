import { chain } from "../../src/meeting/result.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import { isPlannedIn } from "./slot-notes.ts";
import type { MeetingState, Said, SlotState } from "./state.ts";
import { findSlot, refuseUnknownSlot, transitionSlot, isToBeHeld, listSlotNumbers, findSlotsWith } from "./slots.ts";

/** Says of an item when and why its sittings changed. */
export const noteMove = (state: MeetingState, id: string, said: Said): MeetingState => ({
  ...state,
  items: state.items.map((item) => {
    if (item.id !== id) return item;
    const { wasIn: _wasIn, ...rest } = item;
    return { ...rest, moved: said };
  }),
});

const refuseItemsIn = (state: MeetingState, slot: string): Outcome =>
  refuseEvent("slot-takes-no-items", { slot, slots: listSlotNumbers(state.slots.filter(isToBeHeld)) });

export const cancelSlot = (state: MeetingState, event: Dated<EventOf<"slot.cancelled">>): Outcome => {
  const { slot: number, itemsTo, reason: _reason, cause: _cause, ...subject } = event.data;
  const found = findSlot(state, number);
  const cancelled = transitionSlot(state, number, event);
  if (itemsTo === undefined || !found || !cancelled.ok) return cancelled;
  const target = findSlot(state, itemsTo);
  if (!target) return refuseUnknownSlot(state, itemsTo);
  if (!isToBeHeld(target) && !found.slot.items.every((item) => target.slot.items.includes(item))) return refuseItemsIn(state, itemsTo);
  return found.slot.items.reduce<Outcome>(
    (outcome, item) =>
      chain(outcome, (current) =>
        moveItem(current, { ...event, type: "item.moved", data: { ...subject, item, from: number, to: itemsTo } }),
      ),
    cancelled,
  );
};

const mayLeave = (slot: SlotState, item: string): boolean => isToBeHeld(slot) && isPlannedIn(slot, item);

/** Whether there is a sitting to which an item of another can go. */
export const hasMoveTarget = ({ slots }: MeetingState, from: SlotState, item: string): boolean =>
  slots.some((other) => other !== from && isToBeHeld(other) && (mayLeave(from, item) || !other.slot.items.includes(item)));

/** That an item goes from a sitting that takes it up to another that can; the fold does not ask, since what brought it there may be told later. */
export const checkMove = (state: MeetingState, { item, from, to }: EventOf<"item.moved">["data"]): Outcome => {
  const [source, target] = [findSlot(state, from), findSlot(state, to)];
  if (!source || !target) return refuseUnknownSlot(state, source ? to : from);
  const isThere = target.slot.items.includes(item);
  if (!source.slot.items.includes(item) && !isThere)
    return refuseEvent("item-not-in-slot", { item, slot: from, slots: listSlotNumbers(findSlotsWith(state, item)) });
  return isToBeHeld(target) || (isThere && !mayLeave(source, item)) ? accept(state) : refuseItemsIn(state, to);
};

/** An item leaves one sitting for another. One that took it up, is over or is cancelled still shows it. */
export const moveItem = (state: MeetingState, event: Dated<EventOf<"item.moved">>): Outcome => {
  const { item, from, to } = event.data;
  const [source, target] = [findSlot(state, from), findSlot(state, to)];
  if (!source || !target) return refuseUnknownSlot(state, source ? to : from);
  if (from === to) return refuseEvent("same-slot", { item, slot: from });
  const leaves = mayLeave(source, item);
  if (!isToBeHeld(target) || (target.slot.items.includes(item) && !leaves)) return accept(state);
  const move = { ...event, isContinued: source.slot.continued?.includes(item) ?? false };
  const moved = chain(transitionSlot(state, to, move), (current) => accept(noteMove(current, item, toSaid(event))));
  return leaves ? chain(moved, (current) => transitionSlot(current, from, move)) : moved;
};
