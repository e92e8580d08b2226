import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

/** Bodies that a sitting names anew have yet to confirm it. */
export const warnOfPartners = (before: MeetingState | undefined, after: MeetingState): readonly Warning[] => {
  const naming = after.slots.filter(({ slot }) => slot.with);
  if (naming.length === 0) return [];
  const known = new Map(before?.slots.map(({ slot }) => [slot.number, slot.with]));
  const isNew = naming.some(({ slot }) => !isDeepEqual(slot.with, known.get(slot.number)));
  return warnWhen(isNew, "joint-to-confirm");
};

/** Sittings that follow one of another body in which the meeting takes no part: nobody tells it when that ends. */
const listUnjoined = ({ slots, joined = [] }: MeetingState): ReadonlyMap<string, LeadSitting> =>
  new Map(
    slots
      .filter(({ slot }) => slot.after)
      .flatMap(({ slot: { number, after } }) =>
        after && "lead" in after && !joined.some(({ lead }) => isDeepEqual(lead, after.lead)) ? [[number, after.lead] as const] : [],
      ),
  );

export const warnOfUnjoined = (before: MeetingState | undefined, after: MeetingState): readonly Warning[] => {
  const known = before && listUnjoined(before);
  return [...listUnjoined(after)]
    .filter(([number]) => !known?.has(number))
    .map(([slot, { body }]) => createWarning("follows-unjoined", { slot, body }));
};
