import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { chain } from "../../src/meeting/result.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { toSaid, type Considered, type Dated } from "./slot-changes.ts";
import { isPlannedIn } from "./slot-notes.ts";
import { findSlot, findSlotsWith, isToBeHeld, listSlotNumbers, refuseUnknownSlot, transitionSlot } from "./slots.ts";
import { noteMove } from "./moves.ts";
import type { ItemState, MeetingState } from "./state.ts";
import { getItemStatus, getSlotStatus } from "./statuses.ts";

/** When in a sitting an item is taken up at the earliest; null takes that back. */
const noteTime = (state: MeetingState, { data, ...event }: Dated<EventOf<"item.scheduled">>): MeetingState => {
  const { item: id, slot, time } = data;
  if (time === undefined) return state;
  return {
    ...state,
    items: state.items.map((item): ItemState => {
      const { times = {}, ...rest } = item;
      const { [slot]: known, ...others } = times;
      if (item.id !== id || (known?.time ?? null) === time) return item;
      const now = time === null ? others : { ...others, [slot]: { ...toSaid({ ...event, data }), time } };
      return Object.keys(now).length > 0 ? { ...rest, times: now } : rest;
    }),
  };
};

/** An item goes into one more sitting, or is taken up in it at another time. */
export const scheduleItem = (state: MeetingState, event: Dated<EventOf<"item.scheduled">>): Outcome => {
  const { item, slot } = event.data;
  const target = findSlot(state, slot);
  if (!target) return refuseUnknownSlot(state, slot);
  const timed = (after: MeetingState): Outcome => {
    const noted = noteTime(after, event);
    return accept(isDeepEqual(noted, after) ? after : noted);
  };
  if (target.slot.items.includes(item)) return timed(state);
  if (!isToBeHeld(target)) return refuseEvent("slot-takes-no-items", { slot, slots: listSlotNumbers(state.slots.filter(isToBeHeld)) });
  return chain(transitionSlot(state, slot, event), (current) => timed(noteMove(current, item, toSaid(event))));
};

type Leaving = Dated<EventOf<"item.deferred" | "item.held" | "item.removed">>;

const listToTakeUp = (state: MeetingState, item: string) =>
  findSlotsWith(state, item).filter((slot) => isToBeHeld(slot) && isPlannedIn(slot, item));

/** The sittings that are to take an item up; if none is, those that did. */
export const findSlotsOf = (state: MeetingState, item: string): readonly string[] => {
  const [all, toCome] = [findSlotsWith(state, item), listToTakeUp(state, item)];
  return (toCome.length > 0 ? toCome : all).map(({ slot }) => slot.number);
};

/** The sittings that are open and list an item. */
const listOpenWith = (state: MeetingState, item: string) =>
  findSlotsWith(state, item).filter(({ value }) => getSlotStatus(value) === "open");

/** Whether an item that is under consideration may be taken up in a sitting that came since. */
export const isToBeTakenUp = (state: MeetingState, { id, value }: ItemState): boolean =>
  getItemStatus(value) === "underConsideration" && listOpenWith(state, id).some((slot) => isPlannedIn(slot, id));

/** An item is considered where it is on the list of the sitting that is open. */
export const considerItem = (state: MeetingState, event: Dated<EventOf<Considered>>): Outcome =>
  listOpenWith(state, event.data.item).reduce<Outcome>(
    (outcome, { slot }) => chain(outcome, (current) => transitionSlot(current, slot.number, event)),
    accept(state),
  );

/** An item leaves every sitting that is still to take it up. */
export const giveUpItem = (state: MeetingState, event: Leaving): Outcome =>
  listToTakeUp(state, event.data.item).reduce<Outcome>(
    (outcome, { slot }) => chain(outcome, (current) => transitionSlot(current, slot.number, event)),
    accept(state),
  );

/** An item that the body leaves for another time: it says so where it was to be taken up. */
export const setItemAside = (state: MeetingState, event: Dated<EventOf<"item.deferred" | "item.held">>): Outcome => {
  const { type, data } = event;
  const name = type === "item.held" ? "held" : "deferred";
  const left = listToTakeUp(state, data.item).map(({ slot }) => slot.number);
  const items = state.items.map((item): ItemState => {
    if (item.id !== data.item || item[name]) return item;
    return { ...item, [name]: toSaid(event), ...(left.length > 0 && { wasIn: left }) };
  });
  return giveUpItem({ ...state, items }, event);
};
