import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { MeetingRecord, Programme, Slot } from "../../src/meeting/record.ts";
import { weigh, weighHeld, weighOpen, type Difference, type Weighed } from "./differences.ts";
import { readField, SLOT_FIELDS, setDocumented, removeFact, writeField, type Fact } from "./facts.ts";
import { isOver } from "./past.ts";
import { indexSlots, type Revising } from "./revising.ts";
import { normalizeSlot } from "./slot-changes.ts";
import { getSource } from "./slots.ts";
import type { MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

export const scheduleSlot = (slot: Slot, record: Pick<Programme, "agenda">): SlotState => ({
  value: { toBeHeld: "scheduled" },
  slot: normalizeSlot(slot),
  facts: {},
  said: {},
  ...getSource(record),
});

interface SlotRevision {
  /** Undefined where it leaves the programme. */
  readonly slot: SlotState | undefined;
  readonly differences: readonly Difference[];
}

type Weigh = (field: Parameters<typeof weigh>[0]) => Weighed;

/** How a document's word on each field of a sitting is weighed: of one that is open, only the adopted agenda's, and not on when it began. */
const chooseWeigher = (slot: SlotState, document: Slot, revising: Revising): ((field: string) => Weigh) => {
  const status = getSlotStatus(slot.value);
  if (status === "cancelled" ? !revising.replace : status !== "open" && status !== "suspended" && isOver(slot, revising.local))
    return () => weighHeld;
  if (status === "open" || status === "suspended")
    return (field) =>
      revising.isAdopted && (field !== "time" || document.start === slot.slot.start)
        ? (weighed) => weigh(weighed, revising)
        : (weighed) => weighOpen(weighed, revising);
  return () => (weighed) => weigh(weighed, revising);
};

/** An adopted agenda may end an open sitting at another time; when it began is a fact. */
const keepStart = (document: Slot, before: Slot | undefined, { slot, value }: SlotState, { isAdopted }: Revising): Slot => {
  const status = getSlotStatus(value);
  const { end } = document;
  const isOtherEnd = end !== undefined && end !== before?.end && end > slot.start;
  return isAdopted && isOtherEnd && (status === "open" || status === "suspended") ? { ...document, start: slot.start } : document;
};

/** That it was put off is what was last said of its time. */
const findPostponement = ({ said: { postponed } }: SlotState, before: Slot | undefined, field: string): Fact | undefined =>
  field === "time" && postponed ? { ...postponed, documented: before ? readField(before, field) : null } : undefined;

const scheduleAgain = ({ said: { postponed: _postponed, ...said }, ...slot }: SlotState): SlotState => ({
  ...slot,
  said,
  value: { toBeHeld: "scheduled" },
});

const reviseFields = (slotState: SlotState, before: Slot | undefined, now: Slot, revising: Revising): SlotRevision => {
  const document = keepStart(now, before, slotState, revising);
  const weigherFor = chooseWeigher(slotState, document, revising);
  const differences: Difference[] = [];
  let { slot, facts } = slotState;
  // Whether the document gives a time to what was put off.
  let isTimed = false;
  for (const field of SLOT_FIELDS) {
    const current = readField(slot, field);
    const said = readField(document, field);
    const weighed = weigherFor(field)({
      path: `slots.${slot.number}.${field}`,
      before: before ? readField(before, field) : null,
      document: said,
      current,
      fact:
        facts[field] ??
        findPostponement(slotState, before, field) ??
        (before ? undefined : slotState.said.added && { documented: null, ...slotState.said.added }),
    });
    if (weighed.difference) differences.push(weighed.difference);
    if (weighed.takes) [slot, facts] = [writeField(slot, field, said), removeFact(facts, field)];
    if (weighed.takes && field === "time" && (revising.replace || !isDeepEqual(said, before ? readField(before, field) : null)))
      isTimed = true;
    facts = setDocumented(facts, field, readField(now, field), readField(slot, field));
  }
  const { undocumented: _undocumented, ...rest } = slotState;
  const { added: _added, ...saidOf } = rest.said;
  const revised: SlotState = { ...rest, said: saidOf, slot: normalizeSlot(slot), facts };
  return { slot: isTimed && getSlotStatus(rest.value) === "postponed" ? scheduleAgain(revised) : revised, differences };
};

const WHOLE = (number: string): string => `slots.${number}`;

/** A sitting that the documents no longer have. */
const dropSlot = (slotState: SlotState, before: Slot | undefined, revising: Revising): SlotRevision => {
  const { slot, value, facts } = slotState;
  const status = getSlotStatus(value);
  const path = WHOLE(slot.number);
  const stays: SlotState = { ...slotState, undocumented: true };
  const isPast = !["scheduled", "postponed", "cancelled"].includes(status) ? true : isOver(slotState, revising.local);
  if (isPast)
    return { slot: stays, differences: before ? [{ path, outcome: "held", before, document: null, reported: { value: slot } }] : [] };
  if (status === "cancelled") return { slot: stays, differences: [] };
  const added = slotState.said.added;
  const fact = added ?? Object.values(facts).find(({ timestamp }) => timestamp !== undefined);
  const weighed = weigh(
    { path, before: before ?? null, document: null, current: slot, fact: fact && { ...fact, documented: null } },
    revising,
  );
  return { slot: weighed.takes ? undefined : stays, differences: weighed.difference ? [weighed.difference] : [] };
};

const reviseSlot = (known: SlotState | undefined, before: Slot | undefined, now: Slot | undefined, revising: Revising): SlotRevision => {
  if (!known && now)
    return {
      slot: scheduleSlot(now, revising.record),
      differences: [{ path: WHOLE(now.number), outcome: "changed", before: null, document: now }],
    };
  if (!known) return { slot: undefined, differences: [] };
  if (!now) return dropSlot(known, before, revising);
  const isCancelled = known.value === "cancelled";
  if (isCancelled && revising.replace) {
    const path = WHOLE(now.number);
    const said = known.said.cancelled;
    return {
      slot: scheduleSlot(now, revising.record),
      differences: [{ path, outcome: "dropped", before: before ?? null, document: now, reported: { value: null, ...said } }],
    };
  }
  const revised = reviseFields(known, before, now, revising);
  if (!isCancelled) return revised;
  const kept: Difference = {
    path: WHOLE(now.number),
    outcome: "kept",
    before: before ?? null,
    document: now,
    reported: { value: null, ...(known.said.cancelled && { timestamp: known.said.cancelled.timestamp }) },
  };
  return { ...revised, differences: [kept, ...revised.differences] };
};

export interface SlotsRevision {
  readonly slots: readonly SlotState[];
  readonly removedSlots: readonly SlotState[];
  readonly differences: readonly Difference[];
}

export const reviseSlots = (state: MeetingState, base: MeetingRecord, next: MeetingRecord, revising: Revising): SlotsRevision => {
  const known = new Map(state.slots.map((slot) => [slot.slot.number, slot]));
  const [before, now] = [indexSlots(base.slots), indexSlots(next.slots)];
  const numbers = [...new Set([...next.slots.map(({ number }) => number), ...known.keys()])];
  const revisions = numbers.map((number) => ({
    number,
    ...reviseSlot(known.get(number), before.get(number), now.get(number), revising),
  }));
  const gone = revisions.flatMap(({ number, slot }): SlotState[] => {
    const left = slot ? undefined : known.get(number);
    return left ? [{ ...left, value: "cancelled", said: { ...left.said, removed: { timestamp: revising.timestamp } } }] : [];
  });
  const stay = new Set(revisions.flatMap(({ number, slot }) => (slot ? [number] : [])));
  return {
    slots: revisions.flatMap(({ slot }) => slot ?? []),
    removedSlots: [...state.removedSlots.filter(({ slot }) => !stay.has(slot.number)), ...gone],
    differences: revisions.flatMap(({ differences }) => differences),
  };
};
