import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { FormerItem, ItemState, MeetingState } from "../../machines/meeting/state.ts";
import type { CalendarEntry } from "./entry.ts";
import { listPlacedItems, locateItems } from "./placement.ts";
import { printEntryItems } from "./print-items.ts";
import { writeSlotEntries } from "./slot-entries.ts";
import { listStandingSteps } from "./steps.ts";
import { writeDeadlineEntry } from "./write-deadline.ts";
import { writeDaysEntry, writeShared } from "./write-entry.ts";
import { writeItemEntry } from "./write-item-entry.ts";

const hasSamePlacements = (before: MeetingState, { slots, items, formerItems }: MeetingState): boolean =>
  before.items === items &&
  before.formerItems === formerItems &&
  before.slots.length === slots.length &&
  slots.every((slot, at) => slot === before.slots[at] || slot.slot.items === before.slots[at]?.slot.items);

const unplaced = new WeakMap<MeetingState, readonly (ItemState | FormerItem)[]>();

/** The items that are in no sitting, nor in one with a part of theirs, or the whole of it. */
const listUnplaced = (state: MeetingState, before: MeetingState | undefined): readonly (ItemState | FormerItem)[] => {
  const known = before && hasSamePlacements(before, state) ? unplaced.get(before) : undefined;
  const [locate, placed] = known ? [] : [locateItems(state), listPlacedItems(state)];
  const found = known ?? [...state.items, ...state.formerItems].filter(({ id }) => !placed?.has(id) && locate?.(id) === undefined);
  unplaced.set(state, found);
  return found;
};

/**
 * The entries of a meeting: one for each slot that it has or ever had, or of its days before it has any, one for each deadline, and one for each item that is in no sitting.
 * @param before the state before the event, where it is one step
 */
export const buildEntries = (state: MeetingState, before?: MeetingState): readonly CalendarEntry[] => {
  return [
    ...(state.slots.length === 0 && state.removedSlots.length === 0 ? [writeDaysEntry(state)] : []),
    ...writeSlotEntries(state, before),
    ...(state.deadlines ?? []).map((deadline) => writeDeadlineEntry(state, deadline)),
    ...listUnplaced(state, before).map((item) => writeItemEntry(state, item)),
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
