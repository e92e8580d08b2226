import type { EventOf } from "../../src/meeting/events.ts";
import { getDate } from "../../src/meeting/local-time.ts";
import { chain } from "../../src/meeting/result.ts";
import { reinstateSlot } from "./held-slots.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { isOver } from "./past.ts";
import type { Dated } from "./slot-changes.ts";
import { transitionSlot } from "./slots.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

type DayEvent = Dated<EventOf<"day.cancelled" | "day.reinstated">>;

/** Applies to some sittings of a day, one after the other, what is said of all of them. */
const changeDay = (
  state: MeetingState,
  day: string,
  isMeant: (slot: SlotState) => boolean,
  change: (state: MeetingState, number: string) => Outcome,
): Outcome => {
  const ofDay = state.slots.filter(({ slot }) => getDate(slot.start) === day);
  const isOfMeeting = state.record.opensOn <= day && day <= state.record.closesOn;
  // A day of the meeting may have no sitting any more: what is said of all of them is so already.
  if (ofDay.length === 0 && !isOfMeeting) {
    const days = [...new Set(state.slots.map(({ slot }) => getDate(slot.start)))].toSorted();
    return refuseEvent("unknown-day", { day, days: days.join(", ") || "none" });
  }
  return ofDay
    .filter(isMeant)
    .reduce<Outcome>((outcome, { slot }) => chain(outcome, (current) => change(current, slot.number)), accept(state));
};

const nameSlot = ({ data: { day: _day, ...data } }: DayEvent, slot: string) => ({ ...data, slot });

/** What was held that day, or was to be over, stays as it was. */
export const cancelDay = (state: MeetingState, event: Dated<EventOf<"day.cancelled">>): Outcome =>
  changeDay(
    state,
    event.data.day,
    (slot) => ["scheduled", "postponed"].includes(getSlotStatus(slot.value)) && !isOver(slot, event.local),
    (current, slot) => transitionSlot(current, slot, { ...event, type: "slot.cancelled", data: nameSlot(event, slot) }),
  );

export const reinstateDay = (state: MeetingState, event: Dated<EventOf<"day.reinstated">>): Outcome =>
  changeDay(
    state,
    event.data.day,
    ({ value }) => value === "cancelled",
    (current, slot) => reinstateSlot(current, { ...event, type: "slot.reinstated", data: nameSlot(event, slot) }),
  );
