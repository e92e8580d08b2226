import { transition } from "xstate";
import type { EventOf } from "../../src/meeting/events.ts";
import { getSlotKind } from "../../src/meeting/record.ts";
import { slotMachine } from "../slot.ts";
import { accept, andThen, refuseEvent, type Outcome } from "./outcome.ts";
import { reasonForRefusal } from "./refusals.ts";
import { normalizeSlot, type SlotEvent } from "./slot-changes.ts";
import { getSlotSnapshot } from "./snapshots.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

const listNumbers = (slots: readonly SlotState[]): string => slots.map(({ slot }) => slot.number).join(", ") || "none";
const findSlotsWith = (state: MeetingState, item: string): readonly SlotState[] =>
  state.slots.filter(({ slot }) => slot.items.includes(item));
const isToBeHeld = ({ value }: SlotState): boolean => typeof value !== "string";

/** Takes one slot through its machine, which must be there and take the event. */
export const transitionSlot = (state: MeetingState, number: string, event: SlotEvent): Outcome => {
  const found = state.slots.find(({ slot }) => slot.number === number);
  if (!found) return refuseEvent("unknown-slot", { slot: number, slots: listNumbers(state.slots) });
  const before = getSlotSnapshot(found);
  if (!before.can(event)) return refuseEvent(reasonForRefusal(before, event.type), { slot: number, start: found.slot.start });
  const [{ value, context }] = transition(slotMachine, before, event);
  const changed: SlotState = { value, slot: context.slot, changes: context.changes };
  return accept({ ...state, slots: state.slots.map((other) => (other === found ? changed : other)) });
};

/** The lowest number that no slot ever had. */
const findFreeNumber = (used: readonly string[]): string => {
  let free = 1;
  while (used.includes(String(free))) free += 1;
  return String(free);
};

export const addSlot = (state: MeetingState, { timestamp, data }: EventOf<"slot.added">): Outcome => {
  const { slot: number, items, note } = data;
  const used = [...state.slots, ...state.removedSlots].map(({ slot }) => slot.number);
  if (used.includes(number)) return refuseEvent("slot-number-used", { slot: number, free: findFreeNumber(used) });
  const known = new Set(state.items.map((item) => item.number));
  const unknown = items.find((item) => !known.has(item));
  if (unknown !== undefined) return refuseEvent("unknown-item", { item: unknown, items: [...known].join(", ") });
  const added: SlotState = {
    value: { toBeHeld: "scheduled" },
    slot: normalizeSlot({ ...data, number }),
    changes: [{ type: "slot.added", timestamp, note }],
  };
  return accept({ ...state, slots: [...state.slots, added] });
};

/** One thing at a time: opening a sitting ends the one of its kind that was open. */
export const openSlot = (state: MeetingState, event: EventOf<"slot.opened">): Outcome => {
  const opened = state.slots.find(({ slot }) => slot.number === event.data.slot);
  const others = state.slots.filter((other) => {
    const status = getSlotStatus(other.value);
    return (
      opened && other !== opened && getSlotKind(other.slot) === getSlotKind(opened.slot) && (status === "open" || status === "suspended")
    );
  });
  return others.reduce<Outcome>(
    (outcome, { slot }) =>
      andThen(outcome, (current) =>
        transitionSlot(current, slot.number, {
          type: "slot.adjourned",
          timestamp: event.timestamp,
          data: { ...event.data, slot: slot.number },
        }),
      ),
    transitionSlot(state, event.data.slot, event),
  );
};

export const cancelSlot = (state: MeetingState, event: EventOf<"slot.cancelled">): Outcome => {
  const { slot: number, itemsTo, reason: _reason, ...subject } = event.data;
  const found = state.slots.find(({ slot }) => slot.number === number);
  const target = state.slots.find(({ slot }) => slot.number === itemsTo);
  const cancelled = transitionSlot(state, number, { ...event, itemsToStart: target?.slot.start });
  if (itemsTo === undefined || !found) return cancelled;
  if (!target) return refuseEvent("unknown-slot", { slot: itemsTo, slots: listNumbers(state.slots) });
  return found.slot.items.reduce<Outcome>(
    (outcome, item) =>
      andThen(outcome, (current) =>
        moveItem(current, { type: "item.moved", timestamp: event.timestamp, data: { ...subject, item, from: number, to: itemsTo } }),
      ),
    cancelled,
  );
};

/** Whether there is a sitting to which an item of another can go. */
export const hasMoveTarget = (state: MeetingState, from: string): boolean =>
  state.slots.some((other) => other.slot.number !== from && isToBeHeld(other));

/** An item leaves one sitting for another. A cancelled sitting still shows what it would have taken up. */
export const moveItem = (state: MeetingState, event: EventOf<"item.moved">): Outcome => {
  const { item, from, to } = event.data;
  const [source, target] = [from, to].map((number) => state.slots.find(({ slot }) => slot.number === number));
  const unknown = source ? to : from;
  if (!source || !target) return refuseEvent("unknown-slot", { slot: unknown, slots: listNumbers(state.slots) });
  if (from === to) return refuseEvent("same-slot", { item, slot: from });
  if (!source.slot.items.includes(item))
    return refuseEvent("item-not-in-slot", { item, slot: from, slots: listNumbers(findSlotsWith(state, item)) });
  if (!isToBeHeld(target)) return refuseEvent("slot-takes-no-items", { slot: to, slots: listNumbers(state.slots.filter(isToBeHeld)) });
  const move = {
    ...event,
    starts: { from: source.slot.start, to: target.slot.start },
    isContinued: source.slot.continued?.includes(item) ?? false,
  };
  const moved = transitionSlot(state, to, move);
  return source.value === "cancelled" ? moved : andThen(moved, (current) => transitionSlot(current, from, move));
};

/** A deferred item leaves every sitting that is still to be held. */
export const deferItem = (state: MeetingState, event: EventOf<"item.deferred">): Outcome =>
  findSlotsWith(state, event.data.item)
    .filter(isToBeHeld)
    .reduce<Outcome>((outcome, { slot }) => andThen(outcome, (current) => transitionSlot(current, slot.number, event)), accept(state));
