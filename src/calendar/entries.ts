import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import type { CalendarEntry } from "./entry.ts";
import { judgePlacement } from "./placement.ts";
import { writeItemEntry, writeShared, writeSlotEntry } from "./write-entry.ts";

/** All that an entry says beside its slot. A step of the fold keeps what it does not change as it is. */
type Shared = Pick<MeetingState, "record" | "agenda" | "milestones" | "formerItems">;

const isSame = (a: Shared, b: Shared): boolean =>
  a.record === b.record && a.agenda === b.agenda && a.milestones === b.milestones && a.formerItems === b.formerItems;

const written = new WeakMap<SlotState, { readonly shared: Shared; readonly entry: CalendarEntry }>();

/** Written once as long as nothing changes that it says, so that an event costs what it changes, not what there is. */
const getSlotEntry = (state: MeetingState, slotState: SlotState): CalendarEntry => {
  const known = written.get(slotState);
  if (known && isSame(known.shared, state)) return known.entry;
  const { record, agenda, milestones, formerItems } = state;
  const entry = writeSlotEntry(state, slotState);
  written.set(slotState, { shared: { record, agenda, milestones, formerItems }, entry });
  return entry;
};

/** The entries of a meeting: one for each slot that it has or ever had, and one for each item that is in none. */
export const buildEntries = (state: MeetingState): readonly CalendarEntry[] => {
  const isPlaced = judgePlacement(state);
  return [
    ...[...state.slots, ...state.removedSlots].map((slot) => getSlotEntry(state, slot)),
    ...[...state.items, ...state.formerItems].filter((item) => !isPlaced(item)).map((item) => writeItemEntry(state, item)),
  ];
};

/**
 * What stays of an entry whose slot, as it turned out, never was, or whose item is in a sitting again: a UID once served
 * never leaves, what was said of it does.
 */
export const buildTombstone = (entry: CalendarEntry, state: MeetingState): CalendarEntry => {
  const { postponed: _postponed, source: _source, ...own } = entry;
  return { ...own, status: "CANCELLED", changes: [], ...writeShared(state) };
};
