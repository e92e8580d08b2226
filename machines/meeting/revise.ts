import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord } from "../../src/meeting/record.ts";
import { shareEqual } from "../../src/meeting/share-equal.ts";
import { isSpokenOf } from "./covered.ts";
import { combine, restoreDocuments } from "./documented.ts";
import type { Difference } from "./differences.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { getWords, keepPastOfRevised } from "./past.ts";
import { isDescribedAlike } from "./printed-items.ts";
import { revisePlacements } from "./revise-placements.ts";
import { reviseOpenItems } from "./revise-open-items.ts";
import { reviseAgenda } from "./revise-agenda.ts";
import { reviseDocuments, reviseMeeting } from "./revise-record.ts";
import { reviseSlots } from "./revise-slots.ts";
import type { Revising } from "./revising.ts";
import { mapChanged } from "../../src/meeting/shared-lists.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { keepToldBefore } from "./told-before.ts";

export interface Revised {
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
}

/** Marks the sittings of which the revision says something else now, so that their entries say so and no others. */
const markRevised = (before: MeetingState, after: MeetingState, { timestamp }: Revising): MeetingState => {
  const known = new Map(before.slots.map((slot) => [slot.slot.number, slot]));
  const isDescribedAsBefore = (earlier: SlotState, slot: SlotState): boolean =>
    (earlier.words === slot.words && isDescribedAlike(before, after, slot.words ? [] : slot.slot.items)) ||
    isDeepEqual(getWords(before, earlier), getWords(after, slot));
  return {
    ...after,
    slots: mapChanged(after.slots, (slot) => {
      const earlier = known.get(slot.slot.number);
      if (!earlier) return { ...slot, revised: timestamp };
      const isSame = isDeepEqual(earlier.slot, slot.slot) && isDescribedAsBefore(earlier, slot);
      const kept = keepToldBefore(earlier, slot);
      return isSame ? kept : { ...kept, revised: timestamp };
    }),
  };
};

/** A number that an event gave to an item that the document does not have, and the document to another. */
const findRepeatedNumber = (items: readonly AgendaItem[]): string | undefined => {
  const seen = new Set<string>();
  return numberItems(items).find(({ number }) => seen.size === seen.add(number).size)?.number;
};

/**
 * The state once all that the documents say is laid over what was said.
 * @param next what they say now: what is the very same as in the base needs no looking at
 */
export const layOver = (state: MeetingState, base: MeetingRecord, next: MeetingRecord, revising: Revising): Revised => {
  const documented = [base.slots, next.slots] as const;
  const meeting = reviseMeeting(state, base, next, revising);
  const items = reviseAgenda(state, base, next, revising);
  const number = findRepeatedNumber(items.agenda);
  if (number !== undefined) return { outcome: refuseEvent("item-number-used", { item: number, other: number }), differences: [] };
  const documents = reviseDocuments(state, base, next);
  const slots = reviseSlots(state, base, next, revising);
  const open = reviseOpenItems(slots.slots, documented, revising);
  const known = new Set(state.slots.map(({ slot }) => slot.number));
  const placed = revisePlacements({ slots: open.slots, items: items.items }, known, documented, revising);
  const { slots: _slots, documents: _documents, ...programme } = next;
  const { documentedItems: _documentedItems, ...rest } = state;
  const after: MeetingState = {
    ...rest,
    record: shareEqual(state.record, {
      ...programme,
      ...meeting.fields,
      agenda: { ...(revising.covers === "all" ? next.agenda : state.record.agenda), items: items.agenda },
      ...(documents.documents.length > 0 && { documents: [...documents.documents] }),
    }),
    facts: meeting.facts,
    issued: shareEqual(state.issued, documents.issued),
    slots: placed.slots,
    removedSlots: slots.removedSlots,
    items: placed.items,
    ...(items.documentedItems && { documentedItems: items.documentedItems }),
    formerItems: items.formerItems,
  };
  const differences = [meeting, items, documents, slots, open, placed].flatMap((revised) =>
    revised.differences.filter((difference) => isSpokenOf(difference, revising, state)),
  );
  return {
    outcome: accept(isDeepEqual(after, state) ? state : markRevised(state, keepPastOfRevised(state, after, revising.local), revising)),
    differences,
  };
};

/** A meeting's state once a record has been laid over what was said: by difference to its base, so that neither undoes the other. */
export const revise = (state: MeetingState, revising: Revising): Revised => {
  const base = restoreDocuments(state);
  return layOver(state, base, combine(base, revising.record, revising.covers), revising);
};
