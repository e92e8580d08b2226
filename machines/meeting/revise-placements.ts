import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { weigh, type Difference } from "./differences.ts";
import { readField, setDocumented, removeFact } from "./facts.ts";
import { isOver } from "./past.ts";
import { NOWHERE, listPlaced, listPlacements, placeItems, type Placement } from "./placements.ts";
import { indexSlots, isOpen, type Revising } from "./revising.ts";
import { hasSameElements, mapChanged } from "../../src/meeting/shared-lists.ts";
import { normalizeSlot } from "./slot-changes.ts";
import type { ItemState, MeetingState, SlotState } from "./state.ts";
import { getSlotStatus } from "./statuses.ts";

/** Sittings whose items a document may still say: those to come, and where the body adopted it the one that is open. */
const listPlaceable = (slots: readonly SlotState[], { isAdopted, local }: Revising): ReadonlySet<string> =>
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
const keepTakenUp = (placement: Placement, id: string, slots: readonly SlotState[]): Placement => {
  const stays = slots.filter(({ takenUp }) => takenUp?.includes(id));
  return { ...Object.fromEntries(stays.map(({ slot }) => [slot.number, slot.continued?.includes(id) ?? false])), ...placement };
};

/** Whether a sitting's items that are continued stand as its items do. */
const isInOrder = ({ items, continued }: Slot): boolean =>
  continued === undefined ||
  hasSameElements(
    continued,
    items.filter((item) => continued.includes(item)),
  );

/** The sittings of whose items the document says otherwise than its base, or of which something was reported. */
const listTouched = (
  slots: readonly SlotState[],
  [base, next]: readonly [readonly Slot[], readonly Slot[]],
  present: ReadonlySet<string>,
  { replace }: Revising,
): ReadonlySet<string> => {
  const [before, now] = [indexSlots(base), indexSlots(next)];
  const isSilent = ({ slot, facts, takenUp }: SlotState): boolean => {
    const [was, is] = [before.get(slot.number), now.get(slot.number)];
    return (
      !replace &&
      was !== undefined &&
      was.items === is?.items &&
      was.continued === is.continued &&
      facts["items"] === undefined &&
      takenUp === undefined &&
      isInOrder(slot) &&
      slot.items.every((id) => present.has(id))
    );
  };
  const touched = new Set(slots.filter((slot) => !isSilent(slot)).map(({ slot }) => slot.number));
  const standing = new Set(slots.map(({ slot }) => slot.number));
  for (const number of [...before.keys(), ...now.keys()]) if (!standing.has(number)) touched.add(number);
  return touched;
};

export const revisePlacements = (
  { slots, items }: Pick<MeetingState, "slots" | "items">,
  known: ReadonlySet<string>,
  documented: readonly [readonly Slot[], readonly Slot[]],
  revising: Revising,
): PlacementsRevision => {
  const [base, next] = documented;
  const present = new Set(items.map(({ id }) => id));
  const touched = listTouched(slots, documented, present, revising);
  if (touched.size === 0) return { slots, items, differences: [] };
  const all = slots.map(({ slot }) => slot);
  // What is in other sittings alone stays where it is.
  const ids = revising.replace
    ? present
    : new Set([...base, ...next, ...all].flatMap((slot) => (touched.has(slot.number) ? slot.items : [])));
  const eligible = listPlaceable(slots, revising);
  const [before, document, current] = [
    listPlacements(base, eligible, ids),
    listPlacements(next, eligible, ids),
    listPlacements(all, eligible, ids),
  ];
  const takenUp = new Map(slots.map((slot) => [slot.slot.number, slot.takenUp ?? []]));
  const begun = slots.filter((slot) => slot.takenUp && eligible.has(slot.slot.number));
  const placements = new Map<string, Placement>();
  const differences: Difference[] = [];
  const changed = mapChanged(items, (item): ItemState => {
    if (!ids.has(item.id)) return item;
    const at = current.get(item.id) ?? NOWHERE;
    const [was, is] = [before.get(item.id) ?? NOWHERE, document.get(item.id) ?? NOWHERE];
    // What a document does not say otherwise than before is no word on what was taken up.
    const reported = item.moved ?? item.deferred ?? item.held;
    const isSilent = !revising.replace && isDeepEqual(was, is);
    const said = isSilent ? is : keepTakenUp(is, item.id, begun);
    const path = `items.${item.id}.slots`;
    const weighed = weigh(
      {
        path,
        before: was,
        document: said,
        // A sitting that is new takes up what the document says.
        current: { ...Object.fromEntries(Object.entries(said).filter(([number]) => !known.has(number))), ...at },
        fact: reported && { documented: null, ...reported },
      },
      revising,
    );
    if (weighed.difference) differences.push(weighed.difference);
    else if (!isDeepEqual(said, is)) differences.push({ path, outcome: "held", before: was, document: is, reported: { value: at } });
    placements.set(item.id, weighed.takes ? said : at);
    if (!weighed.takes) return item;
    const { moved: _moved, ...rest } = item;
    if (Object.keys(said).every((number) => takenUp.get(number)?.includes(item.id))) {
      const left = Object.keys(at).filter((number) => said[number] === undefined);
      return left.length === 0 ? rest : { ...rest, wasIn: left };
    }
    const { deferred: _deferred, held: _held, wasIn: _wasIn, ...again } = rest;
    return item.value === "deferred" || item.value === "inAbeyance" ? { ...again, value: { toBeConsidered: "pending" } } : again;
  });
  // What left the agenda was taken up all the same.
  for (const id of slots.flatMap(({ takenUp: taken = [] }) => taken))
    if (!present.has(id)) placements.set(id, keepTakenUp(NOWHERE, id, slots));
  const listed = indexSlots(next);
  const placed = listPlaced(placements);
  return {
    items: changed,
    differences,
    slots: mapChanged(slots, (slotState) => {
      const { number } = slotState.slot;
      if (!touched.has(number)) return slotState;
      const said = listed.get(number);
      const slot = eligible.has(number)
        ? normalizeSlot(placeItems(slotState.slot, placements, placed.get(number) ?? [], said?.items ?? []))
        : slotState.slot;
      if (!said) return { ...slotState, slot };
      const facts = setDocumented(removeFact(slotState.facts, "items"), "items", readField(said, "items"), readField(slot, "items"));
      return { ...slotState, slot, facts };
    }),
  };
};
