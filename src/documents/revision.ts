import type { DraftMeeting, DraftSlot } from "../meeting/draft.ts";
import { warn, type Warning } from "./warnings.ts";

/** A slot of the known record and what the revised document makes of it. */
export type SlotChange =
  | { readonly kind: "kept" | "moved" | "other-items"; readonly before: DraftSlot; readonly after: DraftSlot }
  | { readonly kind: "new"; readonly after: DraftSlot }
  | { readonly kind: "gone"; readonly before: DraftSlot };

export interface Revision {
  readonly slots: readonly DraftSlot[];
  readonly changes: readonly SlotChange[];
  readonly warnings: readonly Warning[];
}

type Key = (slot: DraftSlot) => string;
const byStart: Key = ({ start }) => start;
const byItems: Key = ({ items }) => items.toSorted().join(",");

interface Pairs {
  readonly pairs: ReadonlyMap<DraftSlot, DraftSlot>;
  readonly unclear: readonly DraftSlot[];
}

/** Pairs revised slots with known ones that share a key no other has; where several do, it stays open. */
const pairBy = (known: readonly DraftSlot[], revised: readonly DraftSlot[], key: Key): Pairs => {
  const before = Map.groupBy(known, key);
  const after = Map.groupBy(revised, key);
  const pairs = new Map<DraftSlot, DraftSlot>();
  const unclear: DraftSlot[] = [];
  for (const [shared, slots] of after) {
    const candidates = before.get(shared) ?? [];
    const [slot, ...others] = slots;
    const [candidate, ...rivals] = candidates;
    if (!slot || !candidate || shared === "") continue;
    if (others.length === 0 && rivals.length === 0) pairs.set(slot, candidate);
    else unclear.push(...slots);
  }
  return { pairs, unclear };
};

const isSame = (one: DraftSlot, other: DraftSlot): boolean => byItems(one) === byItems(other) && one.end === other.end;

const compareSlots = (before: DraftSlot, after: DraftSlot): SlotChange => {
  if (before.start !== after.start) return { kind: "moved", before, after };
  return { kind: isSame(before, after) ? "kept" : "other-items", before, after };
};

/**
 * Gives the slots of a revised document the numbers of the known slots that they are: by start, then by items. What is
 * unmatched gets the next free number, and never one that was used. Where several could be meant, a warning asks.
 */
export const matchSlots = (known: readonly DraftSlot[], revised: readonly DraftSlot[]): Revision => {
  const first = pairBy(known, revised, byStart);
  const restKnown = known.filter((slot) => ![...first.pairs.values()].includes(slot));
  const restRevised = revised.filter((slot) => !first.pairs.has(slot));
  const second = pairBy(restKnown, restRevised, byItems);
  const pairs = new Map([...first.pairs, ...second.pairs]);
  let highest = Math.max(0, ...known.map(({ number }) => Number(number)));
  const slots = revised.map((slot) => ({ ...slot, number: pairs.get(slot)?.number ?? String((highest += 1)) }));
  const kept = new Set(pairs.values());
  const changes = [
    ...revised.map((slot, at): SlotChange => {
      const [before, after = slot] = [pairs.get(slot), slots[at]];
      return before ? compareSlots(before, after) : { kind: "new", after };
    }),
    ...known.filter((slot) => !kept.has(slot)).map((before): SlotChange => ({ kind: "gone", before })),
  ];
  const unclear = [...first.unclear, ...second.unclear].filter((slot) => !pairs.has(slot));
  const warnings = unclear.map((slot) => warn("unclear-revision", slot.start));
  return { slots, changes, warnings };
};

/** A draft with the slots' numbers of the record that it revises. */
export const reviseDraft = (
  known: { readonly slots: readonly DraftSlot[] },
  meeting: DraftMeeting,
): { readonly meeting: DraftMeeting; readonly revision: Revision } => {
  const revision = matchSlots(known.slots, meeting.slots);
  return { meeting: { ...meeting, slots: [...revision.slots] }, revision };
};
