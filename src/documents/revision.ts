import type { DraftMeeting, DraftSlot } from "../meeting/draft.ts";
import { matchSlots } from "./revision/match-slots.ts";
import type { Warning } from "./warnings.ts";

/** A slot of the known record and what the revised document makes of it. */
export type SlotChange =
  | { readonly kind: "kept" | "moved" | "other-items"; readonly before: DraftSlot; readonly after: DraftSlot }
  | { readonly kind: "new"; readonly after: DraftSlot }
  | { readonly kind: "gone"; readonly before: DraftSlot };

export interface Revision {
  readonly changes: readonly SlotChange[];
  readonly warnings: readonly Warning[];
}

const listItems = ({ items }: DraftSlot): string => items.toSorted().join(",");
const isSame = (one: DraftSlot, other: DraftSlot): boolean => listItems(one) === listItems(other) && one.end === other.end;

const compareSlots = (before: DraftSlot | undefined, after: DraftSlot): SlotChange => {
  if (!before) return { kind: "new", after };
  if (before.start !== after.start) return { kind: "moved", before, after };
  return { kind: isSame(before, after) ? "kept" : "other-items", before, after };
};

/** A draft with the slots' numbers of the record that it revises. */
export const reviseDraft = (
  known: { readonly slots: readonly DraftSlot[] },
  meeting: DraftMeeting,
): { readonly meeting: DraftMeeting; readonly revision: Revision } => {
  const { slots, warnings } = matchSlots({ documented: known.slots, programme: known.slots, numbers: [] }, meeting.slots);
  const before = new Map(known.slots.map((slot) => [slot.number, slot]));
  const after = new Set(slots.map(({ number }) => number));
  const changes = [
    ...slots.map((slot) => compareSlots(before.get(slot.number), slot)),
    ...known.slots.filter(({ number }) => !after.has(number)).map((slot): SlotChange => ({ kind: "gone", before: slot })),
  ];
  return { meeting: { ...meeting, slots: [...slots] }, revision: { changes, warnings } };
};
