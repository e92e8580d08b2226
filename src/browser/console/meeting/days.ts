import { getDate, hasHour } from "../../../meeting/local-time.ts";
import type { Slot } from "../../../meeting/record.ts";
import { compareSlots } from "../../../meeting/slot-order.ts";
import type { Meeting } from "../api.ts";

/** The sittings of one day, in order; those that are held at the same time stand beside each other. */
export interface ProgrammeDay {
  readonly date: string;
  readonly sittings: readonly (readonly Slot[])[];
}

type Status = Meeting["slots"][string];

const TAKING_PLACE: ReadonlySet<Status | undefined> = new Set(["open", "suspended"]);
const SPENT: ReadonlySet<Status | undefined> = new Set(["adjourned", "cancelled"]);

export const isTakingPlace = ({ number }: Slot, { slots }: Meeting): boolean => TAKING_PLACE.has(slots[number]);

/** Whether nothing is to come of it any more. */
export const isSpent = ({ number }: Slot, { slots }: Meeting): boolean => SPENT.has(slots[number]);

/** Whether a sitting begins before those beside each other are over; one without an hour is beside none. */
const isBeside = (group: readonly Slot[], { start }: Slot): boolean =>
  hasHour(start) && group.some((other) => hasHour(other.start) && (other.end === undefined ? other.start === start : other.end > start));

const groupParallel = (sittings: readonly Slot[]): readonly (readonly Slot[])[] => {
  const groups: Slot[][] = [];
  for (const slot of sittings.toSorted(compareSlots)) {
    const last = groups.at(-1);
    if (last && isBeside(last, slot)) last.push(slot);
    else groups.push([slot]);
  }
  return groups;
};

export const listDays = ({ programme }: Meeting): readonly ProgrammeDay[] =>
  [...Map.groupBy(programme, ({ start }) => getDate(start))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, sittings]) => ({ date, sittings: groupParallel(sittings) }));

/**
 * The day that is shown first: today's; else that of a sitting that takes place, the next one, or the first of which something is left to tell.
 * @param today by the clock of the meeting's place
 */
export const findDayInFocus = (days: readonly ProgrammeDay[], meeting: Meeting, today: string): ProgrammeDay | undefined => {
  const has = ({ sittings }: ProgrammeDay, test: (slot: Slot, meeting: Meeting) => boolean): boolean =>
    sittings.flat().some((slot) => test(slot, meeting));
  return (
    days.find(({ date }) => date === today) ??
    days.find((day) => has(day, isTakingPlace)) ??
    days.find(({ date }) => date > today) ??
    days.find((day) => has(day, (slot) => !isSpent(slot, meeting))) ??
    days.at(-1)
  );
};
