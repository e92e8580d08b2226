import { listWholesIn, nameFollowed, type Followed } from "../../machines/meeting/followed.ts";
import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getItemStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import { findFollowed } from "../meeting/following.ts";
import { addMinutes, getDate, hasHour } from "../meeting/local-time.ts";
import type { Slot } from "../meeting/record.ts";

/** What a sitting follows, and why nobody can wait for that any more, where it is so. */
export type Follows = Followed & { readonly off?: "cancelled" | "postponed" | "considered-nowhere" };

type Time = Pick<Slot, "start" | "end">;

/** The end that is given, else by the length of sittings that the record states, else none: never one of ours. */
const findEnd = ({ start, end }: Time, { sittingMinutes }: MeetingState["record"]): string | undefined =>
  end ?? (sittingMinutes === undefined || !hasHour(start) ? undefined : addMinutes(start, sittingMinutes));

const isCancelled = ({ value }: SlotState): boolean => getSlotStatus(value) === "cancelled";

const isPutOff = ({ value }: SlotState): boolean => getSlotStatus(value) === "postponed";
const isOff = (slot: SlotState): boolean => isCancelled(slot) || isPutOff(slot);

const findSlotBefore = (state: MeetingState, { slot, value }: SlotState): SlotState | undefined => {
  // What was held followed what it followed, whatever became of that.
  const known = state.slots.filter((other) => isHeld(getSlotStatus(value)) || (slot.after && "slot" in slot.after) || !isCancelled(other));
  const followed = findFollowed(
    known.map((other) => other.slot),
    slot,
    listWholesIn(state),
  );
  return known.find((other) => other.slot === followed);
};

/** When a sitting begins and ends, as far as that is known: on a day without an hour it begins when what it follows is planned to end. */
const resolveTime = (state: MeetingState, slotState: SlotState, passed: readonly SlotState[]): Time => {
  const { slot } = slotState;
  const own = { start: slot.start, end: findEnd(slot, state.record) };
  const before = hasHour(slot.start) || passed.includes(slotState) ? undefined : findSlotBefore(state, slotState);
  if (!before || (isOff(before) && !isHeld(getSlotStatus(slotState.value)))) return own;
  const { end } = resolveTime(state, before, [...passed, slotState]);
  if (end === undefined || getDate(end) !== slot.start) return own;
  const time = { start: end, ...(slot.end !== undefined && slot.end > end && { end: slot.end }) };
  return { ...time, end: findEnd(time, state.record) };
};

const isTakenUp = (state: MeetingState, item: string): boolean => {
  const found = state.items.find(({ id }) => id === item);
  return found !== undefined && getItemStatus(found.value) !== "deferred";
};

const findOff = (state: MeetingState, slotState: SlotState): Follows["off"] => {
  const { after } = slotState.slot;
  if (!after || isHeld(getSlotStatus(slotState.value))) return undefined;
  if ("item" in after) return isTakenUp(state, after.item) && findSlotBefore(state, slotState) ? undefined : "considered-nowhere";
  const before = findSlotBefore(state, slotState);
  if (!before || isCancelled(before)) return "cancelled";
  return isPutOff(before) ? "postponed" : undefined;
};

/** Whether it is not sure when a sitting begins, as long as it has not. */
export const isUncertain = (slotState: SlotState): boolean => {
  const { start, after } = slotState.slot;
  return (!hasHour(start) || after !== undefined || isPutOff(slotState)) && !isHeld(getSlotStatus(slotState.value));
};

/** When a sitting is shown, and what it follows. */
export const describeTime = (state: MeetingState, slotState: SlotState): Time & { readonly follows?: Follows } => {
  const { start, end } = resolveTime(state, slotState, []);
  const followed = nameFollowed(state, slotState.slot.after);
  const off = findOff(state, slotState);
  return { start, ...(end !== undefined && { end }), ...(followed && { follows: { ...followed, ...(off && { off }) } }) };
};
