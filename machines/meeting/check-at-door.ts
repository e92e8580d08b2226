import type { Slot } from "../../src/meeting/record.ts";
import type { Happening } from "./happening.ts";
import { getId } from "./identities.ts";
import { checkAdded } from "./items.ts";
import { checkMove } from "./moves.ts";
import { substituteIds } from "./named-items.ts";
import { isStatedAnew, type RecordEvent } from "./organization-of-work.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { findSlot, isAddedAs, isNumberUsed, suggestNumber } from "./slots.ts";
import type { MeetingState } from "./state.ts";

const refuseNumber = (state: MeetingState, slot: string): Outcome => refuseEvent("slot-number-used", { slot, free: suggestNumber(state) });

const listPrinted = ({ data }: RecordEvent): readonly Slot[] =>
  ("record" in data ? data.record?.slots : "slots" in data ? data.slots : undefined) ?? [];

/** That a document has no sitting under a number that an event gave to another. */
const checkNumbers = (state: MeetingState, event: RecordEvent): Outcome => {
  if (event.data.replace === true || isStatedAnew(state, event.type)) return accept(state);
  const documented = new Set(state.slots.flatMap(({ slot, undocumented }) => (undocumented ? [] : [slot.number])));
  const clash = listPrinted(event).find(({ number, start }) => {
    const added = documented.has(number) ? undefined : findSlot(state, number);
    return added?.said.added !== undefined && added.slot.start !== start;
  });
  return clash ? refuseNumber(state, clash.number) : accept(state);
};

/** What is asked of an event when it comes, and not by the fold: what it rests on may be told later, and then it was no slip. */
export const checkAtDoor = (state: MeetingState, happening: Pick<Happening, "event" | "identities">): Outcome => {
  const event = substituteIds(happening.event, happening.identities);
  switch (event.type) {
    case "item.moved":
      return checkMove(state, event.data);
    case "item.added":
      return checkAdded(state, event, getId(happening.identities, event.data.item));
    case "slot.added":
      return isNumberUsed(state, event.data.slot) && !isAddedAs(state, event) ? refuseNumber(state, event.data.slot) : accept(state);
    case "agenda.revised":
    case "agenda.adopted":
    case "meeting.rescheduled":
    case "meeting.resumed":
    case "meeting.reinstated":
      return checkNumbers(state, event);
    default:
      return accept(state);
  }
};
