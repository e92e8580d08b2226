import { getDate, hasHour } from "../../src/meeting/local-time.ts";
import { compareSlots } from "../../src/meeting/slot-order.ts";
import { getSlotKind, type Slot } from "../../src/meeting/record.ts";
import type { MeetingState } from "./state.ts";
import { getSlotStatus, type SlotStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

export const findSittings = ({ slots }: MeetingState) => slots.filter(({ value }) => value !== "cancelled").map(({ slot }) => slot);
/** Those whose time holds: what was put off is at none. */
const findTimed = (state: MeetingState) => findSlotsIn(state, "scheduled", "open", "suspended", "adjourned");
export const findSlotsIn = ({ slots }: MeetingState, ...statuses: readonly SlotStatus[]) =>
  slots.filter(({ value }) => statuses.includes(getSlotStatus(value))).map(({ slot }) => slot);
export const findOpenSlots = (state: MeetingState) => findSlotsIn(state, "open");

/** More would be a list that nobody reads. */
const MOST = 20;

const getEnd = ({ start, end }: Slot): string => end ?? start;
/** Of a sitting whose hour is to be announced nobody knows. */
const areAtOnce = (a: Slot, b: Slot): boolean =>
  getSlotKind(a) === getSlotKind(b) && hasHour(a.start) && hasHour(b.start) && a.start < getEnd(b) && b.start < getEnd(a);

const isOutside = ({ start }: Slot, { record: { opensOn, closesOn } }: MeetingState): boolean =>
  getDate(start) < opensOn || getDate(start) > closesOn;

const warnOfDates = (slot: Slot, state: MeetingState): readonly Warning[] => {
  const { opensOn, closesOn } = state.record;
  return warnWhen(isOutside(slot, state), "outside-the-dates", { slot: slot.number, date: getDate(slot.start), opensOn, closesOn });
};

export const warnOfTime = (number: string, after: MeetingState): readonly Warning[] => {
  const all = findTimed(after);
  const moved = all.find((slot) => slot.number === number);
  if (!moved) return [];
  const meanwhile = all.filter((other) => other.number !== number && areAtOnce(moved, other)).slice(0, MOST);
  return [
    ...warnOfDates(moved, after),
    ...meanwhile.map((other) => createWarning("two-sittings-at-once", { slot: number, other: other.number })),
  ];
};

/** Sittings that other dates of the meeting leave outside of it. */
export const warnOfOtherDates = (before: MeetingState, after: MeetingState): readonly Warning[] =>
  findTimed(after)
    .filter((slot) => !isOutside(slot, before))
    .flatMap((slot) => warnOfDates(slot, after))
    .slice(0, MOST);

/** Of a whole programme: each sitting against the one before it. */
export const warnOfProgramme = (after: MeetingState): readonly Warning[] => {
  const all = findTimed(after).toSorted(compareSlots);
  const overlaps = [...Map.groupBy(all, getSlotKind).values()].flatMap((same) =>
    same.flatMap((slot, at): (readonly [Slot, Slot])[] => {
      const previous = same[at - 1];
      return previous && areAtOnce(previous, slot) ? [[slot, previous]] : [];
    }),
  );
  const outside = all.filter((slot) => isOutside(slot, after));
  return [
    ...outside.slice(0, MOST).flatMap((slot) => warnOfDates(slot, after)),
    ...overlaps.slice(0, MOST).map(([{ number }, other]) => createWarning("two-sittings-at-once", { slot: number, other: other.number })),
  ].slice(0, MOST);
};
