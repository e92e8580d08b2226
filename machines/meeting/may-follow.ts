import type { SlotState } from "./state.ts";

/** Whether a sitting follows another, or was shown to. */
export const mayFollow = ({ slot, shown }: SlotState): boolean => slot.after !== undefined || shown !== undefined;

const followless = new WeakSet<readonly SlotState[]>();

/** The sittings that a list has otherwise than the one before. A plain loop, since a fold asks it of thousands of sittings at each of its events. */
const listDiffering = (before: readonly SlotState[], after: readonly SlotState[]): readonly SlotState[] => {
  const differing: SlotState[] = [];
  for (let at = 0; at < after.length; at += 1) {
    const slot = after[at];
    if (slot !== undefined && slot !== before[at]) differing.push(slot);
  }
  return differing;
};

/** Whether any of the sittings follows something; only those are looked at that the list before has not in the same place, if none of that does. */
export const hasFollowing = (before: readonly SlotState[], after: readonly SlotState[]): boolean => {
  if (followless.has(after)) return false;
  const hasAny = (followless.has(before) ? listDiffering(before, after) : after).some(mayFollow);
  if (!hasAny) followless.add(after);
  return hasAny;
};

/** Of a list in which one sitting became another: nothing else is looked at, where nothing followed anything before. */
export const noteChangedSlot = (before: readonly SlotState[], after: readonly SlotState[], changed: SlotState): void => {
  if (followless.has(before) && !mayFollow(changed)) followless.add(after);
};
