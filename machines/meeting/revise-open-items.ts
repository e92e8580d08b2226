import type { Slot } from "../../src/meeting/record.ts";
import { weighOpen, type Difference } from "./differences.ts";
import { readField, setDocumented, removeFact } from "./facts.ts";
import { indexSlots, isOpen, type Revising } from "./revising.ts";
import type { SlotsRevision } from "./revise-slots.ts";
import { mapChanged } from "../../src/meeting/shared-lists.ts";
import { normalizeSlot } from "./slot-changes.ts";
import type { SlotState } from "./state.ts";

const isContinued = (slot: Slot | undefined, item: string): boolean => slot?.continued?.includes(item) ?? false;

/** The items of a sitting once a document is taken at its word: what it adds and takes away, and no more. What was taken up stays. */
const takeItems = ({ slot, takenUp = [] }: SlotState, before: Slot | undefined, document: Slot): Slot => {
  const known = before?.items ?? [];
  const listed = document.items.filter((item) => slot.items.includes(item) || !known.includes(item));
  const others = slot.items.filter((item) => !document.items.includes(item) && (!known.includes(item) || takenUp.includes(item)));
  const items = [...listed, ...others];
  // A mark that the document has as its base had it is no word on what was reported.
  const isSilent = (item: string): boolean =>
    others.includes(item) ||
    (known.includes(item) && slot.items.includes(item) && isContinued(before, item) === isContinued(document, item));
  const continued = items.filter((item) => isContinued(isSilent(item) ? slot : document, item));
  const { continued: _continued, ...rest } = slot;
  return normalizeSlot({ ...rest, items, ...((document.continued ?? slot.continued) && { continued }) });
};

/** The items of a sitting that is open, where a document other than the adopted agenda says otherwise. */
export const reviseOpenItems = (
  slots: readonly SlotState[],
  [base, next]: readonly [readonly Slot[], readonly Slot[]],
  revising: Revising,
): Pick<SlotsRevision, "slots" | "differences"> => {
  if (revising.isAdopted || !slots.some(isOpen)) return { slots, differences: [] };
  const [before, now] = [indexSlots(base), indexSlots(next)];
  const differences: Difference[] = [];
  const revised = mapChanged(slots, (slotState) => {
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
    const taken = takeItems(slotState, before.get(slot.number), document);
    return {
      ...slotState,
      slot: taken,
      facts: setDocumented(removeFact(slotState.facts, "items"), "items", said, readField(taken, "items")),
    };
  });
  return { slots: revised, differences };
};
