import type { Milestone } from "../../machines/meeting/milestones.ts";
import { describeItems, isDescribedAlike } from "../../machines/meeting/printed-items.ts";
import { isTime } from "../../machines/meeting/say-fields.ts";
import { hasSameElements } from "../../machines/meeting/shared-lists.ts";
import { findNotices, indexToldItems, isToldAlike } from "../../machines/meeting/told-items.ts";
import type { FormerItem, ItemState, MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { CalendarEntry } from "./entry.ts";
import { findLatestHeld, isAwaited } from "./news.ts";
import { listPlacedItems, locateItems } from "./placement.ts";
import { printEntryItems } from "./print-items.ts";
import { listStandingSteps, listSteps } from "./steps.ts";
import { writeDeadlineEntry } from "./write-deadline.ts";
import { writeDaysEntry, writeShared, writeSlotEntry } from "./write-entry.ts";
import { writeItemEntry } from "./write-item-entry.ts";

/** What an entry says beside its slot and the meeting's steps. A step of the fold keeps what it does not change as it is. */
type Shared = Pick<MeetingState, "record" | "agenda" | "items" | "formerItems" | "slots" | "notices" | "removedSlots" | "ledTimes">;

/** Whether its entry says what another sitting or an item does to it. */
const isFollowing = ({ slot, facts, toldBefore }: SlotState): boolean =>
  [slot, facts["time"]?.documented, toldBefore?.time].some((time) => isTime(time) && time.after !== undefined);

/** Whether a sitting's changes may name other sittings: where its items went, or come from. */
const namesOthers = ({ items }: Shared, { slot, facts, said }: SlotState): boolean => {
  if (facts["items"] !== undefined || said.cancelled !== undefined) return true;
  const { byId } = indexToldItems(items);
  return slot.items.some((id) => byId.get(id)?.moved !== undefined);
};

const isSame = (a: Shared, b: Shared, slotState: SlotState): boolean => {
  const { number, items } = slotState.slot;
  return (
    a.agenda === b.agenda &&
    isDescribedAlike(a, b, slotState.words ? [] : items) &&
    hasSameElements(findNotices(a.notices, number), findNotices(b.notices, number)) &&
    // Other sittings and items are named in a sitting's changes, and where it follows one of them.
    (!isFollowing(slotState) ||
      (a.slots === b.slots &&
        a.items === b.items &&
        a.removedSlots === b.removedSlots &&
        a.record === b.record &&
        isDeepEqual(a.ledTimes, b.ledTimes))) &&
    (a.slots === b.slots || !namesOthers(b, slotState)) &&
    isToldAlike(a.items, b.items, slotState)
  );
};

const written = new WeakMap<SlotState, { shared: Shared; readonly awaited: boolean; readonly entry: CalendarEntry }>();

/** Written once as long as nothing changes that it says, so that an event costs what it changes, not what there is. */
const getSlotEntry = (state: MeetingState, slotState: SlotState, steps: readonly Milestone[], awaited: boolean): CalendarEntry => {
  const known = written.get(slotState);
  if (known && known.awaited === awaited && hasSameElements(known.entry.steps, steps) && isSame(known.shared, state, slotState)) {
    known.shared = state;
    return known.entry;
  }
  const entry = writeSlotEntry(state, slotState, steps, awaited);
  written.set(slotState, { shared: state, awaited, entry });
  return entry;
};

/** The entries of a meeting: one for each slot that it has or ever had, or of its days before it has any, one for each deadline, and one for each item that is in no sitting. */
export const buildEntries = (state: MeetingState): readonly CalendarEntry[] => {
  const [locate, placed] = [locateItems(state), listPlacedItems(state)];
  const standing = listStandingSteps(state);
  const latestHeld = findLatestHeld(state);
  return [
    ...(state.slots.length === 0 && state.removedSlots.length === 0 ? [writeDaysEntry(state)] : []),
    ...[...state.slots, ...state.removedSlots].map((slot) =>
      getSlotEntry(state, slot, listSteps(state, slot, standing), isAwaited(state, slot, latestHeld)),
    ),
    ...(state.deadlines ?? []).map((deadline) => writeDeadlineEntry(state, deadline)),
    ...[...state.items, ...state.formerItems]
      .filter(({ id }) => !placed.has(id) && locate(id) === undefined)
      .map((item) => writeItemEntry(state, item)),
  ];
};

/**
 * What stays of an entry whose slot, as it turned out, never was, or whose item is in a sitting again: a UID once served
 * never leaves, and says what is true.
 */
const buildTombstone = (entry: CalendarEntry, state: MeetingState, locate: ReturnType<typeof locateItems>): CalendarEntry => {
  const { postponed: _postponed, isPutOff: _isPutOff, news: _news, takenUpAt: _takenUpAt, takenUpJointly: _takenUpJointly, ...own } = entry;
  const takenUpAt = own.item === undefined ? undefined : locate(own.item);
  const items = own.item === undefined ? [] : printEntryItems(describeItems(state, [own.item]));
  return {
    ...own,
    status: "CANCELLED",
    items: items.length > 0 ? items : own.items,
    changes: [],
    ...writeShared(state),
    steps: listStandingSteps(state),
    ...(takenUpAt !== undefined && { takenUpAt }),
  };
};

/** What stays of entries that a meeting no longer has. */
export const buildTombstones = (entries: readonly CalendarEntry[], state: MeetingState): readonly CalendarEntry[] => {
  const locate = locateItems(state);
  return entries.map((entry) => buildTombstone(entry, state, locate));
};

/** The sittings that take an item up, or took it up last. */
const findSittings = ({ slots }: MeetingState, item: ItemState | FormerItem): readonly string[] =>
  item.wasIn ?? slots.filter(({ slot }) => slot.items.includes(item.id)).map(({ slot }) => slot.number);

/** The entries of items that, as it turned out, never were on the agenda: an address once given answers for ever. */
export const listForgottenItems = (before: MeetingState, after: MeetingState): readonly CalendarEntry[] => {
  if (before.items === after.items && before.formerItems === after.formerItems) return [];
  const known = new Set([...after.items, ...after.formerItems].map(({ id }) => id));
  return [...before.items, ...before.formerItems]
    .filter(({ id }) => !known.has(id))
    .map((item) => writeItemEntry(before, { ...item, wasIn: findSittings(before, item) }));
};
