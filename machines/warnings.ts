import type { EventOf, MeetingEvent } from "../src/meeting/events.ts";
import { dateOf } from "../src/meeting/local-time.ts";
import { meetingStatusOf } from "./agenda.ts";
import type { MeetingState } from "./fold.ts";
import { fill } from "./refusals.ts";

/** What is accepted although it is unusual, so that a slip is noticed before delegates see it. */
const WARNINGS = {
  "closed-before-opening": "The meeting was never reported as opened. If it was, send meeting.opened too.",
  "outside-the-dates": "Slot {slot} on {date} is outside the meeting's dates, {opensOn} to {closesOn}.",
  "two-sittings-at-once": "Slot {slot} is at the same time as slot {other}.",
  "last-sitting-of-item": "Item {item} has no other sitting: say where it is taken up.",
} as const;

type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

const warning = (code: WarningCode, values: Readonly<Record<string, string>> = {}): Warning => ({
  code,
  message: fill(WARNINGS[code], values),
});

const ofClosure = (before: MeetingState): readonly Warning[] =>
  meetingStatusOf(before.agenda) === "announced" ? [warning("closed-before-opening")] : [];

const ofTime = (number: string, after: MeetingState): readonly Warning[] => {
  const { opensOn, closesOn } = after.record;
  const sittings = after.slots.filter(({ status }) => status !== "cancelled").map(({ slot }) => slot);
  const moved = sittings.find((slot) => slot.number === number);
  if (!moved) return [];
  const date = dateOf(moved.start);
  const end = moved.end ?? moved.start;
  return [
    ...(date < opensOn || date > closesOn ? [warning("outside-the-dates", { slot: number, date, opensOn, closesOn })] : []),
    ...sittings
      .filter((other) => other.number !== number && other.start < end && moved.start < (other.end ?? other.start))
      .map((other) => warning("two-sittings-at-once", { slot: number, other: other.number })),
  ];
};

const ofCancellation = ({ data }: EventOf<"slot.cancelled">, after: MeetingState): readonly Warning[] => {
  const sittings = after.slots.filter(({ status }) => status !== "cancelled");
  const items = after.slots.find(({ slot }) => slot.number === data.slot)?.slot.items ?? [];
  return items
    .filter((item) => !sittings.some(({ slot }) => slot.items.includes(item)))
    .map((item) => warning("last-sitting-of-item", { item }));
};

/** The doubts about an event that was possible, from the states before and after it. */
export const warningsOf = (before: MeetingState | undefined, event: MeetingEvent, after: MeetingState): readonly Warning[] => {
  if (event.type === "meeting.announced") return after.slots.flatMap(({ slot }) => ofTime(slot.number, after));
  if (event.type === "meeting.closed") return before ? ofClosure(before) : [];
  if (event.type === "slot.rescheduled") return ofTime(event.data.slot, after);
  if (event.type === "slot.cancelled") return ofCancellation(event, after);
  return [];
};
