import { createItemTest, findFollowed } from "../../src/meeting/following.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import { addMinutes, getDate, hasHour } from "../../src/meeting/local-time.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { nameFollowed, type Followed } from "./followed.ts";
import { hasFollowing, mayFollow } from "./may-follow.ts";
import { isDone } from "./past.ts";
import { mapChanged } from "../../src/meeting/shared-lists.ts";
import { getSlotOrder } from "./slot-order.ts";
import type { LedTime, MeetingState, SlotState } from "./state.ts";
import { getItemStatus, getSlotStatus, isHeld } from "./statuses.ts";

/** What a sitting follows, and why nobody can wait for that any more, where it is so. */
export type Follows = Followed & { readonly off?: "cancelled" | "postponed" | "later" | "considered-nowhere" };

type Time = Pick<Slot, "start" | "end"> & Pick<LedTime, "awaitsLed">;

/** The end that is given, else by the length of sittings that the record states, else none: never one of ours. */
const findEnd = ({ start, end }: Time, { sittingMinutes }: MeetingState["record"]): string | undefined =>
  end ?? (sittingMinutes === undefined || !hasHour(start) ? undefined : addMinutes(start, sittingMinutes));

const isCancelled = ({ value }: SlotState): boolean => getSlotStatus(value) === "cancelled";

const isPutOff = ({ value }: SlotState): boolean => getSlotStatus(value) === "postponed";
const isOff = (slot: SlotState): boolean => isCancelled(slot) || isPutOff(slot);

const findSlotBefore = (state: MeetingState, { slot, value }: SlotState): SlotState | undefined => {
  if (!slot.after) return undefined;
  const { findSlot, listTaking, listWholes } = getSlotOrder(state);
  if ("slot" in slot.after) return findSlot(slot.after.slot);
  if ("lead" in slot.after) return undefined;
  // What was held followed what it followed, whatever became of that.
  const known = listTaking(slot.after.item).filter((other) => isHeld(getSlotStatus(value)) || !isCancelled(other));
  const followed = findFollowed(
    known.map((other) => other.slot),
    slot,
    listWholes,
  );
  return known.find((other) => other.slot === followed);
};

/** A sitting that begins when another ends: with its own end, if that is later. */
const resolveEnd = ({ record }: MeetingState, { end }: Slot, start: string): Time => {
  const time = { start, ...(end !== undefined && end > start && { end }) };
  return { ...time, end: findEnd(time, record) };
};

/** When a sitting begins and ends, as far as that is known: on a day without an hour it begins when what it follows is planned to end. */
const resolveTime = (state: MeetingState, slotState: SlotState): Time => {
  const { times } = getSlotOrder(state);
  const known = times.get(slotState);
  if (known) return known;
  const { slot } = slotState;
  const own = { start: slot.start, end: findEnd(slot, state.record) };
  // In a circle, which events that were withdrawn since may leave, each that is come back to has its own.
  times.set(slotState, own);
  const time = slotState.shown ? resolveEnd(state, slot, slotState.shown.start) : (followTime(state, slotState) ?? own);
  times.set(slotState, time);
  return time;
};

const findLed = ({ ledTimes = [] }: MeetingState, lead: LeadSitting): LedTime | undefined =>
  ledTimes.find((other) => isDeepEqual(other.lead, lead));

/** The hours of what a sitting follows, as long as it can. One step to another body and no further: two could wait for each other for ever. */
const findTimeBefore = (state: MeetingState, slotState: SlotState): Time | undefined => {
  const { after } = slotState.slot;
  const isKept = isHeld(getSlotStatus(slotState.value));
  if (after && "lead" in after) {
    const led = findLed(state, after.lead);
    return !led || led.awaitsLed || (led.off && !isKept) ? undefined : { ...led, awaitsLed: true };
  }
  const before = findSlotBefore(state, slotState);
  return !before || (isOff(before) && !isKept) ? undefined : resolveTime(state, before);
};

const followTime = (state: MeetingState, slotState: SlotState): Time | undefined => {
  const { slot } = slotState;
  const before = hasHour(slot.start) ? undefined : findTimeBefore(state, slotState);
  if (before?.end === undefined || getDate(before.end) !== slot.start) return undefined;
  return { ...resolveEnd(state, slot, before.end), ...(before.awaitsLed && { awaitsLed: true }) };
};

const isTakenUp = (state: MeetingState, item: string): boolean => {
  const found = state.items.find(({ id }) => id === item);
  return found !== undefined && getItemStatus(found.value) !== "deferred";
};

const isOnLaterDay = (one: SlotState, other: SlotState): boolean => getDate(one.slot.start) > getDate(other.slot.start);

const findOffItem = (state: MeetingState, slotState: SlotState, item: string): Follows["off"] => {
  if (!isTakenUp(state, item)) return "considered-nowhere";
  if (findSlotBefore(state, slotState)) return undefined;
  const isOfItem = createItemTest(item, getSlotOrder(state).listWholes);
  const isLater = state.slots.some((other) => !isCancelled(other) && isOnLaterDay(other, slotState) && other.slot.items.some(isOfItem));
  return isLater ? "later" : "considered-nowhere";
};

const findOffLed = (state: MeetingState, { slot }: SlotState, lead: LeadSitting): Follows["off"] => {
  const led = findLed(state, lead);
  return led?.off ?? (led && getDate(led.start) > getDate(slot.start) ? "later" : undefined);
};

const findOff = (state: MeetingState, slotState: SlotState): Follows["off"] => {
  const { after } = slotState.slot;
  if (!after || isHeld(getSlotStatus(slotState.value))) return undefined;
  if ("item" in after) return findOffItem(state, slotState, after.item);
  if ("lead" in after) return findOffLed(state, slotState, after.lead);
  const before = findSlotBefore(state, slotState);
  if (!before || isCancelled(before)) return "cancelled";
  if (isPutOff(before)) return "postponed";
  return isOnLaterDay(before, slotState) ? "later" : undefined;
};

/** Whether it is not sure when a sitting begins, as long as it has not. */
export const isUncertain = (slotState: SlotState): boolean => {
  const { start, after } = slotState.slot;
  return (!hasHour(start) || after !== undefined || isPutOff(slotState)) && !isHeld(getSlotStatus(slotState.value));
};

/** When a sitting is shown to begin, and what it follows. */
export interface Shown {
  readonly start: string;
  readonly follows?: Follows;
}

const describeStart = (state: MeetingState, slotState: SlotState): Shown => {
  if (slotState.shown) return slotState.shown;
  const { start } = resolveTime(state, slotState);
  const followed = nameFollowed(state, slotState.slot.after);
  const off = findOff(state, slotState);
  return { start, ...(followed && { follows: { ...followed, ...(off && { off }) } }) };
};

/** When a sitting is shown, and what it follows. */
export const describeTime = (state: MeetingState, slotState: SlotState): Shown & Omit<Time, "start"> => {
  const { end, awaitsLed } = resolveTime(state, slotState);
  return { ...describeStart(state, slotState), ...(end !== undefined && { end }), ...(awaitsLed && { awaitsLed }) };
};

/** What has begun, is over or cancelled was shown at a time, whatever becomes of what it follows. */
export const keepTimes = (before: MeetingState, after: MeetingState, local: string): MeetingState => {
  if (!hasFollowing(before.slots, after.slots) && !hasFollowing(before.removedSlots, after.removedSlots)) return after;
  const isPast = (slot: SlotState): boolean => isHeld(getSlotStatus(slot.value)) || isDone(slot, local);
  const known = new Map([...before.slots, ...before.removedSlots].map((slot) => [slot.slot.number, slot]));
  const keep = (slotState: SlotState): SlotState => {
    if (!mayFollow(slotState)) return slotState;
    const { shown, ...rest } = slotState;
    const earlier = known.get(slotState.slot.number);
    const isSame = earlier && isDeepEqual([earlier.slot.start, earlier.slot.after], [slotState.slot.start, slotState.slot.after]);
    if (!slotState.slot.after || !isSame || !isPast(earlier) || !isPast(slotState)) return shown ? rest : slotState;
    const start = describeStart(before, earlier);
    return shown || isDeepEqual(start, describeStart(after, slotState)) ? slotState : { ...slotState, shown: start };
  };
  return { ...after, slots: mapChanged(after.slots, keep), removedSlots: mapChanged(after.removedSlots, keep) };
};
