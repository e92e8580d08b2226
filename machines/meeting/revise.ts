import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import {
  MEETING_FIELDS,
  type Covers,
  type MeetingDocument,
  type MeetingRecord,
  type Slot,
  type Programme,
} from "../../src/meeting/record.ts";
import { combine, documentedRecord } from "./documented.ts";
import { weigh, weighHeld, weighOpen, type Difference, type Weighed, type Weighing } from "./differences.ts";
import { readField, SLOT_FIELDS, withDocumented, withoutFact, writeField, type Facts } from "./facts.ts";
import { isOver, keepPast, wordsOf } from "./past.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { NOWHERE, placementsIn, withPlaced, type Placement } from "./placements.ts";
import { normalizeSlot } from "./slot-changes.ts";
import { suggestNumber, getSource } from "./slots.ts";
import type { FormerItem, ItemState, MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

/** A record that revises, with what it needs to be laid against its base. */
export interface Revising extends Weighing {
  /** Its items by their ids. */
  readonly record: MeetingRecord;
  readonly covers: Covers;
  /** Adopted by the body: it may change what a sitting that is open is still to do. */
  readonly isAdopted: boolean;
  readonly timestamp: string;
  /** When it was sent, by the clock of the meeting's place: what was over then stays. */
  readonly local: string;
}

export interface Revised {
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
}

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
const weigherOf = (slot: SlotState, document: Slot, revising: Revising): ((field: string) => Weigh) => {
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
const withOwnStart = (document: Slot, before: Slot | undefined, { slot, value }: SlotState, { isAdopted }: Revising): Slot => {
  const status = getSlotStatus(value);
  const { end } = document;
  const isOtherEnd = end !== undefined && end !== before?.end && end > slot.start;
  return isAdopted && isOtherEnd && (status === "open" || status === "suspended") ? { ...document, start: slot.start } : document;
};

const reviseFields = (slotState: SlotState, before: Slot | undefined, now: Slot, revising: Revising): SlotRevision => {
  const document = withOwnStart(now, before, slotState, revising);
  const weigherFor = weigherOf(slotState, document, revising);
  const differences: Difference[] = [];
  let { slot, facts } = slotState;
  for (const field of SLOT_FIELDS) {
    const current = readField(slot, field);
    const said = readField(document, field);
    const weighed = weigherFor(field)({
      path: `slots.${slot.number}.${field}`,
      before: before ? readField(before, field) : null,
      document: said,
      current,
      fact: facts[field] ?? (before ? undefined : slotState.said.added && { documented: null, ...slotState.said.added }),
    });
    if (weighed.difference) differences.push(weighed.difference);
    if (weighed.takes) [slot, facts] = [writeField(slot, field, said), withoutFact(facts, field)];
    facts = withDocumented(facts, field, readField(now, field), readField(slot, field));
  }
  const { undocumented: _undocumented, ...rest } = slotState;
  const { added: _added, ...saidOf } = rest.said;
  return { slot: { ...rest, said: saidOf, slot: normalizeSlot(slot), facts }, differences };
};

const WHOLE = (number: string): string => `slots.${number}`;

/** A sitting that the documents no longer have. */
const dropSlot = (slotState: SlotState, before: Slot | undefined, revising: Revising): SlotRevision => {
  const { slot, value, facts } = slotState;
  const status = getSlotStatus(value);
  const path = WHOLE(slot.number);
  const stays: SlotState = { ...slotState, undocumented: true };
  const isPast = status !== "scheduled" && status !== "cancelled" ? true : isOver(slotState, revising.local);
  if (isPast)
    return { slot: stays, differences: before ? [{ path, outcome: "held", before, document: null, reported: { value: slot } }] : [] };
  if (status === "cancelled") return { slot: stays, differences: [] };
  const added = slotState.said.added;
  const fact = added ?? Object.values(facts).find(({ timestamp }) => timestamp !== undefined);
  const weighed = weigh(
    { path, before: before ?? null, document: null, current: slot, fact: fact && { documented: before ?? null, ...fact } },
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

const bySlotNumber = (slots: readonly Slot[]): ReadonlyMap<string, Slot> => new Map(slots.map((slot) => [slot.number, slot]));

interface SlotsRevision {
  readonly slots: readonly SlotState[];
  readonly removedSlots: readonly SlotState[];
  readonly differences: readonly Difference[];
}

const reviseSlots = (state: MeetingState, base: MeetingRecord, next: MeetingRecord, revising: Revising): SlotsRevision => {
  const known = new Map(state.slots.map((slot) => [slot.slot.number, slot]));
  const [before, now] = [bySlotNumber(base.slots), bySlotNumber(next.slots)];
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

const isOpen = ({ value }: SlotState): boolean => ["open", "suspended"].includes(getSlotStatus(value));

/** Sittings whose items a document may still say: those to come, and where the body adopted it the one that is open. */
const placeable = (slots: readonly SlotState[], { isAdopted, local }: Revising): ReadonlySet<string> =>
  new Set(
    slots
      .filter((slot) => (isOpen(slot) ? isAdopted : getSlotStatus(slot.value) === "scheduled" && !isOver(slot, local)))
      .map(({ slot }) => slot.number),
  );

interface PlacementsRevision {
  readonly slots: readonly SlotState[];
  readonly items: readonly ItemState[];
  readonly differences: readonly Difference[];
}

/** What was taken up in a sitting stays in it. */
const withTakenUp = (placement: Placement, item: ItemState, slots: readonly SlotState[]): Placement => {
  if (typeof item.value !== "string" && item.value.toBeConsidered === "pending") return placement;
  const open = slots.filter((slot) => isOpen(slot) && slot.slot.items.includes(item.id));
  return { ...Object.fromEntries(open.map(({ slot }) => [slot.number, slot.continued?.includes(item.id) ?? false])), ...placement };
};

const revisePlacements = (
  { slots, items }: Pick<MeetingState, "slots" | "items">,
  known: ReadonlySet<string>,
  [base, next]: readonly [readonly Slot[], readonly Slot[]],
  revising: Revising,
): PlacementsRevision => {
  const eligible = placeable(slots, revising);
  const [before, document] = [placementsIn(base, eligible), placementsIn(next, eligible)];
  const current = placementsIn(
    slots.map(({ slot }) => slot),
    eligible,
  );
  const placements = new Map<string, Placement>();
  const differences: Difference[] = [];
  const changed = items.map((item): ItemState => {
    const at = current.get(item.id) ?? NOWHERE;
    const [was, is] = [before.get(item.id) ?? NOWHERE, document.get(item.id) ?? NOWHERE];
    // What a document does not say otherwise than before is no word on what was taken up.
    const isSilent = !revising.replace && isDeepEqual(was, is);
    const said = isSilent
      ? is
      : withTakenUp(
          is,
          item,
          slots.filter(({ slot }) => eligible.has(slot.number)),
        );
    const weighed = weigh(
      {
        path: `items.${item.id}.slots`,
        before: was,
        document: said,
        // A sitting that is new takes up what the document says.
        current: { ...Object.fromEntries(Object.entries(said).filter(([number]) => !known.has(number))), ...at },
        fact: (item.moved ?? item.deferred) && { documented: null, ...(item.moved ?? item.deferred) },
      },
      revising,
    );
    if (weighed.difference) differences.push(weighed.difference);
    placements.set(item.id, weighed.takes ? said : at);
    if (!weighed.takes) return item;
    const { moved: _moved, ...rest } = item;
    if (Object.keys(said).length === 0) return Object.keys(at).length === 0 ? rest : { ...rest, wasIn: Object.keys(at) };
    const { deferred: _deferred, wasIn: _wasIn, ...again } = rest;
    return item.value === "deferred" ? { ...again, value: { toBeConsidered: "pending" } } : again;
  });
  const listed = bySlotNumber(next);
  return {
    items: changed,
    differences,
    slots: slots.map((slotState) => {
      const { number } = slotState.slot;
      const documented = listed.get(number);
      const slot = eligible.has(number) ? normalizeSlot(withPlaced(slotState.slot, placements, documented?.items ?? [])) : slotState.slot;
      if (!documented) return { ...slotState, slot };
      const facts = withDocumented(
        withoutFact(slotState.facts, "items"),
        "items",
        readField(documented, "items"),
        readField(slot, "items"),
      );
      return { ...slotState, slot, facts };
    }),
  };
};

/** The items of a sitting that is open, where a document other than the adopted agenda says otherwise. */
const reviseOpenItems = (
  slots: readonly SlotState[],
  [base, next]: readonly [readonly Slot[], readonly Slot[]],
  revising: Revising,
): Pick<SlotsRevision, "slots" | "differences"> => {
  if (revising.isAdopted) return { slots, differences: [] };
  const [before, now] = [bySlotNumber(base), bySlotNumber(next)];
  const differences: Difference[] = [];
  const revised = slots.map((slotState) => {
    const { slot } = slotState;
    const document = now.get(slot.number);
    if (!isOpen(slotState) || !document) return slotState;
    const said = readField(document, "items");
    const weighed = weighOpen(
      {
        path: `slots.${slot.number}.items`,
        before: before.has(slot.number) ? readField(before.get(slot.number) ?? {}, "items") : null,
        document: said,
        current: readField(slot, "items"),
        fact: undefined,
      },
      revising,
    );
    if (weighed.difference) differences.push(weighed.difference);
    if (!weighed.takes) return slotState;
    return { ...slotState, slot: normalizeSlot(writeField(slot, "items", said)), facts: withoutFact(slotState.facts, "items") };
  });
  return { slots: revised, differences };
};

const reviseDocuments = (
  { record, issued }: MeetingState,
  base: MeetingRecord,
  next: MeetingRecord,
): {
  readonly documents: readonly MeetingDocument[];
  readonly issued: MeetingState["issued"];
  readonly differences: readonly Difference[];
} => {
  const [before, now, current] = [base, next, record].map(
    ({ documents = [] }) => new Map(documents.map((document) => [document.symbol, document])),
  );
  const differences: Difference[] = [];
  const kept: Record<string, MeetingState["issued"][string]> = {};
  const symbols = [...new Set([...(now?.keys() ?? []), ...(current?.keys() ?? [])])];
  const documents = symbols.flatMap((symbol): MeetingDocument[] => {
    const [was, says, is, said] = [before?.get(symbol), now?.get(symbol), current?.get(symbol), issued[symbol]];
    if (!isDeepEqual(was ?? null, says ?? null) && !isDeepEqual(is ?? null, says ?? null))
      differences.push({ path: `documents.${symbol}`, outcome: "changed", before: was ?? null, document: says ?? null });
    if (!said || !is) return says ? [says] : [];
    const own = Object.fromEntries(
      Object.entries(is).filter(([name, value]) => !isDeepEqual(value, Object.entries(was ?? {}).find(([key]) => key === name)?.[1])),
    );
    const merged = { ...(says ?? { symbol }), ...own };
    if (!isDeepEqual(merged, says ?? null)) kept[symbol] = { ...said, documented: says ?? null };
    return [merged];
  });
  return { documents, issued: kept, differences };
};

/** What a record says of the meeting itself, but for its agenda, documents and slots. */
const reviseMeeting = (
  state: MeetingState,
  base: MeetingRecord,
  next: MeetingRecord,
  revising: Revising,
): { readonly fields: Partial<MeetingRecord>; readonly facts: Facts; readonly differences: readonly Difference[] } => {
  const differences: Difference[] = [];
  let fields: Partial<MeetingRecord> = {};
  let { facts } = state;
  for (const field of MEETING_FIELDS) {
    const [current, document] = [readField(state.record, field), readField(next, field)];
    const weighed = weigh({ path: field, before: readField(base, field), document, current, fact: facts[field] }, revising);
    if (weighed.difference) differences.push(weighed.difference);
    fields = writeField(fields, field, weighed.takes ? document : current);
    facts = weighed.takes ? withoutFact(facts, field) : withDocumented(facts, field, document, current);
  }
  return { fields, facts, differences };
};

const reviseItems = (
  state: MeetingState,
  next: MeetingRecord,
): { readonly items: readonly ItemState[]; readonly differences: readonly Difference[] } => {
  const known = new Map(state.items.map((item) => [item.id, item]));
  const before = new Map(numberItems(state.record.agenda.items).map((item) => [item.id, item]));
  const now = numberItems(next.agenda.items);
  const present = new Set(now.map(({ id }) => id));
  const differences = [
    ...now.flatMap(({ id, number, item }): Difference[] => {
      const earlier = before.get(id);
      const document = { number, title: item.title };
      if (!earlier) return [{ path: `items.${id}`, outcome: "changed", before: null, document }];
      const said = { number: earlier.number, title: earlier.item.title };
      return isDeepEqual(said, document) ? [] : [{ path: `items.${id}`, outcome: "changed", before: said, document }];
    }),
    ...[...before.values()]
      .filter(({ id }) => !present.has(id))
      .map(({ id, number, item }): Difference => ({
        path: `items.${id}`,
        outcome: "changed",
        before: { number, title: item.title },
        document: null,
      })),
  ];
  return { items: now.map(({ id }) => known.get(id) ?? { id, value: { toBeConsidered: "pending" } }), differences };
};

/** Items that left the agenda: those that a later record brings back are none. */
const listFormerItems = (state: MeetingState, record: MeetingRecord): readonly FormerItem[] => {
  const present = new Set(numberItems(record.agenda.items).map(({ id }) => id));
  const left = numberItems(state.record.agenda.items).map(({ id, number, item }) => ({
    id,
    number,
    title: item.title,
    wasIn: state.slots.filter(({ slot }) => slot.items.includes(id)).map(({ slot }) => slot.number),
  }));
  const again = new Set(left.map(({ id }) => id));
  const former = [...state.formerItems.filter(({ id }) => !again.has(id)), ...left].filter(({ id }) => !present.has(id));
  return isDeepEqual(former, state.formerItems) ? state.formerItems : former;
};

/** Marks the sittings of which the revision says something else now, so that their entries say so and no others. */
const markRevised = (before: MeetingState, after: MeetingState, { timestamp, record }: Revising): MeetingState => {
  const known = new Map(before.slots.map((slot) => [slot.slot.number, slot]));
  return {
    ...after,
    slots: after.slots.map((slot) => {
      const earlier = known.get(slot.slot.number);
      const isSame = earlier && isDeepEqual(earlier.slot, slot.slot) && isDeepEqual(wordsOf(before, earlier), wordsOf(after, slot));
      return isSame ? slot : { ...slot, revised: timestamp, ...getSource(record) };
    }),
  };
};

/** A sitting of the record under a number that an event gave to another. */
const findClash = (state: MeetingState, base: MeetingRecord, next: MeetingRecord): Slot | undefined => {
  const documented = bySlotNumber(base.slots);
  const known = new Map(state.slots.map((slot) => [slot.slot.number, slot]));
  return next.slots.find(({ number, start }) => {
    const added = documented.has(number) ? undefined : known.get(number);
    return added?.said.added !== undefined && added.slot.start !== start;
  });
};

/** A meeting's state once a record has been laid over what was said: by difference to its base, so that neither undoes the other. */
export const revise = (state: MeetingState, revising: Revising): Revised => {
  const base = documentedRecord(state);
  const next = combine(base, revising.record, revising.covers);
  const clash = revising.replace ? undefined : findClash(state, base, next);
  if (clash) return { outcome: refuseEvent("slot-number-used", { slot: clash.number, free: suggestNumber(state) }), differences: [] };
  const documented = [base.slots, next.slots] as const;
  const meeting = reviseMeeting(state, base, next, revising);
  const items = reviseItems(state, next);
  const documents = reviseDocuments(state, base, next);
  const slots = reviseSlots(state, base, next, revising);
  const open = reviseOpenItems(slots.slots, documented, revising);
  const known = new Set(state.slots.map(({ slot }) => slot.number));
  const placed = revisePlacements({ slots: open.slots, items: items.items }, known, documented, revising);
  const { slots: _slots, ...programme } = next;
  const after: MeetingState = {
    ...state,
    record: {
      ...programme,
      ...meeting.fields,
      agenda: revising.covers === "all" ? next.agenda : { ...state.record.agenda, items: next.agenda.items },
      ...(documents.documents.length > 0 && { documents: [...documents.documents] }),
    },
    facts: meeting.facts,
    issued: documents.issued,
    slots: placed.slots,
    removedSlots: slots.removedSlots,
    items: placed.items,
    formerItems: listFormerItems(state, next),
  };
  const differences = [meeting, items, documents, slots, open, placed].flatMap((revised) => revised.differences);
  return {
    outcome: accept(isDeepEqual(after, state) ? state : markRevised(state, keepPast(state, after, revising.local), revising)),
    differences,
  };
};
