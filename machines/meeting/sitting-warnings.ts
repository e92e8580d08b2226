import type { EventOf } from "../../src/meeting/events.ts";
import { getSlotKind } from "../../src/meeting/record.ts";
import type { Happening } from "./happening.ts";
import { findOpenSlots, findSittings, warnOfTime } from "./programme-warnings.ts";
import { findSlot } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { getMeetingStatus, getSlotStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";
import { findNumber } from "./item-warnings.ts";

const listNumbersOf = (state: MeetingState, ids: readonly string[]): string => ids.map((id) => findNumber(state, id)).join(", ");

export const warnOfExtension = ({ data }: EventOf<"slot.extended">, before: MeetingState): readonly Warning[] => {
  const end = findSlot(before, data.slot)?.slot.end;
  return warnWhen(end !== undefined && data.end <= end, "not-longer", { slot: data.slot, end: end ?? "" });
};

export const warnOfCancellation = (numbers: readonly string[], after: MeetingState): readonly Warning[] => {
  const items = [...new Set(numbers.flatMap((number) => findSlot(after, number)?.slot.items ?? []))];
  const unplaced = items.filter((item) => !findSittings(after).some((slot) => slot.items.includes(item)));
  return unplaced.map((item) => createWarning("last-sitting-of-item", { item: findNumber(after, item) }));
};

export const warnOfOpening = (before: MeetingState): readonly Warning[] => [
  ...warnWhen(getMeetingStatus(before.agenda) === "announced", "slot-opened-before-meeting"),
  ...warnWhen(getMeetingStatus(before.agenda) === "suspended", "meeting-is-suspended"),
];

/** Held, whatever had been said of it. */
export const warnOfHeld = (number: string, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, number);
  return warnWhen(!slot || slot.value === "cancelled", "was-cancelled", { slot: number });
};

const isUnopened = (before: MeetingState, number: string): boolean => {
  const slot = findSlot(before, number);
  return slot !== undefined && getSlotStatus(slot.value) === "scheduled";
};

export const warnOfAdjournment = ({ data }: EventOf<"slot.adjourned">, before: MeetingState): readonly Warning[] =>
  warnWhen(isUnopened(before, data.slot), "slot-adjourned-unopened", { slot: data.slot });

export const warnOfResumption = ({ data }: EventOf<"slot.resumed">, before: MeetingState): readonly Warning[] => {
  const resumed = findSlot(before, data.slot)?.slot;
  const others = findOpenSlots(before).filter((slot) => resumed && slot.number !== data.slot && getSlotKind(slot) === getSlotKind(resumed));
  return [
    ...warnOfHeld(data.slot, before),
    ...warnWhen(isUnopened(before, data.slot), "slot-resumed-unopened", { slot: data.slot }),
    ...warnOfOpening(before),
    ...others.map(({ number }) => createWarning("another-sitting-open", { slot: number })),
  ];
};

export const warnOfReinstatement = (number: string, before: MeetingState, after: MeetingState): readonly Warning[] => {
  const sent = findSlot(before, number)?.said.cancelled?.itemsTo;
  const items = findSlot(after, number)?.slot.items ?? [];
  return [
    ...warnWhen(sent !== undefined, "items-in-two-sittings", { slot: number, items: listNumbersOf(after, items) }),
    ...warnOfTime(number, after),
  ];
};

/** The sittings that an event of a whole day cancelled, or had take place after all. */
export const listOfDay = (before: MeetingState, after: MeetingState): readonly string[] =>
  after.slots.flatMap(({ slot: { number }, value }) => {
    const known = findSlot(before, number);
    return known && (known.value === "cancelled") !== (value === "cancelled") ? [number] : [];
  });

/** A sitting that was to be over already when something else was said of it. */
export const warnOfEnd = (number: string, { local }: Happening, before: MeetingState): readonly Warning[] => {
  const slot = findSlot(before, number);
  const end = slot?.slot.end;
  const isOver = slot !== undefined && getSlotStatus(slot.value) === "scheduled" && end !== undefined && end < local;
  return warnWhen(isOver, "after-its-end", { slot: number, end: end ?? "" });
};
