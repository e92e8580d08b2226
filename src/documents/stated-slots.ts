import type { DraftSlot } from "../meeting/draft.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { UnnumberedSlot } from "./organization-of-work/entries.ts";

type OwnSlot = Omit<DraftSlot, "number">;

/** A sitting as a person states it, in all its fields: beside those that were read, or in place of one; without it that one is taken out. */
export interface StatedSlot {
  readonly former?: OwnSlot;
  readonly slot?: OwnSlot;
}

const stateSlot = (slots: readonly UnnumberedSlot[], { former, slot }: StatedSlot): readonly UnnumberedSlot[] => {
  if (!former) return slot ? [...slots, { ...slot, lines: [] }] : slots;
  const known = slots.find(({ lines: _lines, ...own }) => isDeepEqual(own, former));
  if (!known) return slots;
  return slots.flatMap((other) => (other !== known ? [other] : slot ? [{ ...slot, lines: known.lines }] : []));
};

/** Slots as a person states them. What is stated in place of one that is read no more is not stated either. */
export const stateSlots = (read: readonly UnnumberedSlot[], stated: readonly StatedSlot[]): readonly UnnumberedSlot[] =>
  stated.reduce(stateSlot, read);
