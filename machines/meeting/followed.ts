import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import type { After, Slot } from "../../src/meeting/record.ts";
import { printItems } from "./printed-items.ts";
import type { MeetingState } from "./state.ts";

/** What a sitting follows, by what people call it; of one that another body keeps the body says what it is called. */
export type Followed =
  | { readonly slot: Pick<Slot, "start" | "part" | "label" | "title"> }
  | { readonly item: string }
  | { readonly lead: LeadSitting };

const nameSlot = ({ start, part, label, title }: Slot): Followed => ({
  slot: { start, ...(part && { part }), ...(label !== undefined && { label }), ...(title !== undefined && { title }) },
});

/** Undefined where there is, and was, no such sitting. */
export const nameFollowed = (state: MeetingState, after: After | undefined): Followed | undefined => {
  if (!after) return undefined;
  if ("item" in after) return { item: printItems(state, [after.item])[0]?.number ?? after.item };
  if ("lead" in after) return after;
  const found = [...state.slots, ...state.removedSlots].find(({ slot }) => slot.number === after.slot);
  return found && nameSlot(found.slot);
};

/** The items that an item of the agenda is a part of. */
export const listWholesIn = ({ record }: MeetingState): ((item: string) => readonly string[]) => {
  const wholes = new Map(numberItems(record.agenda.items).map(({ id, wholes: of }) => [id, of]));
  return (item) => wholes.get(item) ?? [];
};
