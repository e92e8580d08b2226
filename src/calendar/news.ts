import { isText, isTime, tellTime } from "../../machines/meeting/say-fields.ts";
import { isOver } from "../../machines/meeting/past.ts";
import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getMeetingStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import type { ToldTime } from "../../machines/meeting/told-changes.ts";
import { findToldBefore } from "../../machines/meeting/told-before.ts";
import type { Text } from "../meeting/text.ts";

/** Where a sitting was told to be, and where it is now: it makes a delegate who did not look again go elsewhere. */
export type News =
  | { readonly type: "time"; readonly from: ToldTime; readonly to: ToldTime }
  | { readonly type: "room"; readonly from: Text; readonly to: Text };

/** When the latest sitting that was held began by the plan: what was to be over before is over, though nobody reported it. */
export const findLatestHeld = ({ slots }: Pick<MeetingState, "slots">): string =>
  slots.reduce((latest, { slot, value }) => (isHeld(getSlotStatus(value)) && slot.start > latest ? slot.start : latest), "");

/** Whether people are still to come to a sitting, by what was reported and no clock. */
export const isAwaited = ({ agenda }: Pick<MeetingState, "agenda">, slotState: SlotState, latestHeld: string): boolean =>
  getSlotStatus(slotState.value) === "scheduled" &&
  !["postponed", "cancelled", "withdrawn", "closed"].includes(getMeetingStatus(agenda)) &&
  !isOver(slotState, latestHeld);

export const listNews = (state: MeetingState, slotState: SlotState): readonly News[] => {
  const { slot } = slotState;
  const [time, room] = [findToldBefore(slotState, "time"), findToldBefore(slotState, "venue")];
  return [
    ...(isTime(time) ? [{ type: "time" as const, from: tellTime(state, time), to: tellTime(state, slot) }] : []),
    ...(isText(room) && slot.venue !== undefined ? [{ type: "room" as const, from: room, to: slot.venue }] : []),
  ];
};
