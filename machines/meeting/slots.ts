import { transition } from "xstate";
import type { EventOf } from "../../src/meeting/events.ts";
import { getSlotKind } from "../../src/meeting/record.ts";
import { applied, refused, andThen, type Outcome } from "./outcome.ts";
import { OF_SLOT } from "./refusals.ts";
import { slotMachine, slotOf, slotStatusOf, type SlotEvent } from "../slot.ts";
import { slotSnapshot } from "./snapshots.ts";
import type { MeetingState, SlotState } from "./state.ts";

const numbersOf = (slots: readonly SlotState[]): string => slots.map(({ slot }) => slot.number).join(", ") || "none";
const slotsWith = (state: MeetingState, item: string): readonly SlotState[] => state.slots.filter(({ slot }) => slot.items.includes(item));
const isToBeHeld = ({ value }: SlotState): boolean => typeof value !== "string";

const whyNotOfSlot = (type: SlotEvent["type"], { value, slot }: SlotState): Outcome => {
  const status = slotStatusOf(value);
  if (type === "slot.extended" && typeof value !== "string") return refused("ends-before-start", { slot: slot.number, start: slot.start });
  const code = type === "slot.reinstated" && status !== "cancelled" ? "slot-not-cancelled" : OF_SLOT[status];
  return refused(code, { slot: slot.number });
};

/** Steps one slot's machine, which must be there and take the event. */
export const stepSlot = (state: MeetingState, number: string, event: SlotEvent): Outcome => {
  const found = state.slots.find(({ slot }) => slot.number === number);
  if (!found) return refused("unknown-slot", { slot: number, slots: numbersOf(state.slots) });
  const before = slotSnapshot(found);
  if (!before.can(event)) return whyNotOfSlot(event.type, found);
  const [{ value, context }] = transition(slotMachine, before, event);
  const changed: SlotState = { value, slot: context.slot, changes: context.changes };
  return applied({ ...state, slots: state.slots.map((other) => (other === found ? changed : other)) });
};

/** The lowest number that no slot ever had. */
const freeNumber = (used: readonly string[]): string => {
  let free = 1;
  while (used.includes(String(free))) free += 1;
  return String(free);
};

export const addSlot = (state: MeetingState, { timestamp, data }: EventOf<"slot.added">): Outcome => {
  const { slot: number, items, note } = data;
  const used = [...state.slots, ...state.retired].map(({ slot }) => slot.number);
  if (used.includes(number)) return refused("slot-number-used", { slot: number, free: freeNumber(used) });
  const known = new Set(state.items.map((item) => item.number));
  const unknown = items.find((item) => !known.has(item));
  if (unknown !== undefined) return refused("unknown-item", { item: unknown, items: [...known].join(", ") });
  const added: SlotState = {
    value: { toBeHeld: "scheduled" },
    slot: slotOf({ ...data, number }),
    changes: [{ type: "slot.added", timestamp, note }],
  };
  return applied({ ...state, slots: [...state.slots, added] });
};

/** One thing at a time: opening a sitting ends the one of its kind that was open. */
export const openSlot = (state: MeetingState, event: EventOf<"slot.opened">): Outcome => {
  const opened = state.slots.find(({ slot }) => slot.number === event.data.slot);
  const others = state.slots.filter((other) => {
    const status = slotStatusOf(other.value);
    return (
      opened && other !== opened && getSlotKind(other.slot) === getSlotKind(opened.slot) && (status === "open" || status === "suspended")
    );
  });
  const adjourned = others.reduce<Outcome>(
    (outcome, { slot }) =>
      andThen(outcome, (current) =>
        stepSlot(current, slot.number, { type: "slot.adjourned", timestamp: event.timestamp, data: { ...event.data, slot: slot.number } }),
      ),
    stepSlot(state, event.data.slot, event),
  );
  return adjourned;
};

export const cancelSlot = (state: MeetingState, event: EventOf<"slot.cancelled">): Outcome => {
  const { slot: number, itemsTo, reason: _reason, ...subject } = event.data;
  const found = state.slots.find(({ slot }) => slot.number === number);
  const target = state.slots.find(({ slot }) => slot.number === itemsTo);
  const cancelled = stepSlot(state, number, { ...event, itemsToStart: target?.slot.start });
  if (itemsTo === undefined || !found) return cancelled;
  if (!target) return refused("unknown-slot", { slot: itemsTo, slots: numbersOf(state.slots) });
  return found.slot.items.reduce<Outcome>(
    (outcome, item) =>
      andThen(outcome, (current) =>
        moveItem(current, { type: "item.moved", timestamp: event.timestamp, data: { ...subject, item, from: number, to: itemsTo } }),
      ),
    cancelled,
  );
};

/** An item leaves one sitting for another. A cancelled sitting still shows what it would have taken up. */
export const moveItem = (state: MeetingState, event: EventOf<"item.moved">): Outcome => {
  const { item, from, to } = event.data;
  const [source, target] = [from, to].map((number) => state.slots.find(({ slot }) => slot.number === number));
  const unknown = source ? to : from;
  if (!source || !target) return refused("unknown-slot", { slot: unknown, slots: numbersOf(state.slots) });
  if (from === to) return refused("same-slot", { item, slot: from });
  if (!source.slot.items.includes(item)) return refused("item-not-in-slot", { item, slot: from, slots: numbersOf(slotsWith(state, item)) });
  if (!isToBeHeld(target)) return refused("slot-takes-no-items", { slot: to, slots: numbersOf(state.slots.filter(isToBeHeld)) });
  const move = {
    ...event,
    starts: { from: source.slot.start, to: target.slot.start },
    isContinued: source.slot.continued?.includes(item) ?? false,
  };
  const moved = stepSlot(state, to, move);
  return source.value === "cancelled" ? moved : andThen(moved, (current) => stepSlot(current, from, move));
};

/** A deferred item leaves every sitting that is still to be held. */
export const deferItem = (state: MeetingState, event: EventOf<"item.deferred">): Outcome =>
  slotsWith(state, event.data.item)
    .filter(isToBeHeld)
    .reduce<Outcome>((outcome, { slot }) => andThen(outcome, (current) => stepSlot(current, slot.number, event)), applied(state));
