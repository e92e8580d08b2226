import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { weighCancelled } from "./cancelled-slots.ts";
import { weigh, weighHeld, weighOpen, type Difference, type Weighed } from "./differences.ts";
import {
  listFactFields,
  readField,
  SLOT_FIELDS,
  setDocumented,
  removeFact,
  sortFacts,
  writeField,
  type Fact,
  type SlotField,
} from "./facts.ts";
import { isOver } from "./past.ts";
import type { Revising } from "./revising.ts";
import { normalizeSlot } from "./slot-changes.ts";
import type { SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

export interface SlotRevision {
  /** Undefined where it leaves the programme. */
  readonly slot: SlotState | undefined;
  readonly differences: readonly Difference[];
}

type Weigh = (field: Parameters<typeof weigh>[0]) => Weighed;

/** How a document's word on each field of a sitting is weighed: of one that is open, only the adopted agenda's, and not on when it began. */
const chooseWeigher = (slot: SlotState, document: Slot, revising: Revising): ((field: string) => Weigh) => {
  const status = getSlotStatus(slot.value);
  if (status !== "open" && status !== "suspended" && isOver(slot, revising.local) && !(status === "cancelled" && revising.replace))
    return () => weighHeld;
  if (status === "cancelled" && !revising.replace) return () => (weighed) => weighCancelled(weighed, revising);
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

/** Of a document that says what its base did only what was reported otherwise is weighed, unless it states all anew. */
const listWeighed = ({ facts }: SlotState, before: Slot | undefined, now: Slot, { replace }: Revising): readonly SlotField[] =>
  before === now && !replace ? listFactFields(facts) : SLOT_FIELDS;

export const reviseFields = (slotState: SlotState, before: Slot | undefined, now: Slot, revising: Revising): SlotRevision => {
  const document = keepStart(now, before, slotState, revising);
  const weigherFor = chooseWeigher(slotState, document, revising);
  const differences: Difference[] = [];
  let { slot, facts } = slotState;
  // Whether the document gives a time to what was put off.
  let isTimed = false;
  for (const field of listWeighed(slotState, before, now, revising)) {
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
    if (weighed.takes) facts = removeFact(facts, field);
    if (weighed.takes && slotState.value !== "cancelled") slot = writeField(slot, field, said);
    if (weighed.takes && field === "time" && (revising.replace || !isDeepEqual(said, before ? readField(before, field) : null)))
      isTimed = true;
    facts = setDocumented(facts, field, readField(now, field), readField(slot, field));
  }
  facts = sortFacts(facts);
  if (slot === slotState.slot && facts === slotState.facts && !slotState.undocumented && !slotState.said.added && !isTimed)
    return { slot: slotState, differences };
  const { undocumented: _undocumented, ...rest } = slotState;
  const { added: _added, ...saidOf } = rest.said;
  const revised: SlotState = { ...rest, said: saidOf, slot: normalizeSlot(slot), facts };
  return { slot: isTimed && getSlotStatus(rest.value) === "postponed" ? scheduleAgain(revised) : revised, differences };
};
