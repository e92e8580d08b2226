import type { Milestone } from "../../machines/meeting/milestones.ts";
import { isDescribedAlike } from "../../machines/meeting/printed-items.ts";
import { isTime } from "../../machines/meeting/say-fields.ts";
import { hasSameElements } from "../meeting/shared-lists.ts";
import { createTouchTest, findNotices, indexToldItems, isToldAlike } from "../../machines/meeting/told-items.ts";
import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getMeetingStatus, getSlotStatus, isHeld, type MeetingStatus } from "../../machines/meeting/statuses.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { CalendarEntry } from "./entry.ts";
import { findLatestHeld, isAwaited } from "./news.ts";
import { listStandingSteps, listSteps } from "./steps.ts";
import { writeSlotEntry } from "./write-entry.ts";

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

const OFF: ReadonlySet<string> = new Set(["postponed", "cancelled", "withdrawn"] satisfies readonly MeetingStatus[]);

/** Whether two meetings stand where entries say the same of it: that one is opened is nothing to a sitting's. */
const isAgendaAlike = (a: MeetingState["agenda"], b: MeetingState["agenda"]): boolean => {
  if (a === b) return true;
  const [before, after] = [getMeetingStatus(a), getMeetingStatus(b)];
  const isAlike = before === after || (!OFF.has(before) && !OFF.has(after));
  return isAlike && (getAgendaStatus(a) === "provisional") === (getAgendaStatus(b) === "provisional");
};

const isSame = (a: Shared, b: Shared, slotState: SlotState): boolean => {
  const { number, items } = slotState.slot;
  return (
    isAgendaAlike(a.agenda, b.agenda) &&
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

const listSlots = ({ slots, removedSlots }: MeetingState): readonly SlotState[] =>
  removedSlots.length > 0 ? [...slots, ...removedSlots] : slots;

/** The entries of a state's sittings, and what tells whether those of the next state are the same. */
interface SlotEntries {
  readonly entries: readonly CalendarEntry[];
  /** By their places: which may change though their own sittings do not. */
  readonly dependent: readonly boolean[];
  readonly latestHeld: string;
  /** Since each was looked at. */
  readonly steps: number;
}

/** After so many steps each is looked at again: what its entry was compared with is kept as long. */
const MAX_STEPS = 32;

const lastWritten = new WeakMap<MeetingState, SlotEntries>();

/** What all entries say alike, and what holds of all sittings that are to come. */
const SHARED = ["agenda", "record", "formerItems", "notices", "removedSlots", "ledTimes"] as const;

/** Whether a sitting's entry tells a milestone that is new; undefined where others became another, or something holds of all that are to come. */
const createStepTest = (before: MeetingState, after: MeetingState): ((slotState: SlotState) => boolean) | undefined => {
  const [known, { length }] = [before.milestones, before.milestones];
  if (known === after.milestones) return () => false;
  if (!hasSameElements(known, after.milestones.slice(0, length))) return undefined;
  if (!hasSameElements(listStandingSteps(before), listStandingSteps(after))) return undefined;
  const added = after.milestones.slice(length);
  return ({ slot, revised }) => added.some((step) => step.slot === slot.number || step.timestamp === revised);
};

const mayChangeLatest = ({ value }: SlotState): boolean => isHeld(getSlotStatus(value));

/** When the latest sitting that was held began, if no sitting changed that says so. */
const keepLatestHeld = (before: MeetingState, after: MeetingState, { latestHeld }: SlotEntries): string => {
  const isOther = after.slots.some((slot, at) => {
    const earlier = before.slots[at];
    return slot !== earlier && (mayChangeLatest(slot) || (earlier !== undefined && mayChangeLatest(earlier)));
  });
  return isOther || after.slots.length !== before.slots.length ? findLatestHeld(after) : latestHeld;
};

/** Whether the entry at a place is still what it was after the state before; undefined where each is to be looked at. */
const createSameTest = (
  before: MeetingState | undefined,
  state: MeetingState,
  latestHeld: string,
): ((at: number) => boolean) | undefined => {
  const known = before && lastWritten.get(before);
  if (!known || known.steps >= MAX_STEPS || known.latestHeld !== latestHeld || SHARED.some((name) => before[name] !== state[name]))
    return undefined;
  const tellsStep = createStepTest(before, state);
  if (!tellsStep) return undefined;
  const [slots, earlier] = [listSlots(state), listSlots(before)];
  const isTouched = createTouchTest(before.items, state.items);
  return (at) => {
    const slot = slots[at];
    return slot !== undefined && slot === earlier[at] && known.dependent[at] === false && !isTouched(slot) && !tellsStep(slot);
  };
};

/**
 * The entries of all sittings that there are or were.
 * @param before the state before the event, so that only those are looked at which it may have changed
 */
export const writeSlotEntries = (state: MeetingState, before?: MeetingState): readonly CalendarEntry[] => {
  const known = before && lastWritten.get(before);
  const latestHeld = before && known ? keepLatestHeld(before, state, known) : findLatestHeld(state);
  const isSameAt = createSameTest(before, state, latestHeld);
  const standing = listStandingSteps(state);
  const dependent: boolean[] = [];
  const entries = listSlots(state).map((slot, at) => {
    const kept = isSameAt?.(at) ? known?.entries[at] : undefined;
    dependent.push(kept ? false : isFollowing(slot) || namesOthers(state, slot));
    return kept ?? getSlotEntry(state, slot, listSteps(state, slot, standing), isAwaited(state, slot, latestHeld));
  });
  lastWritten.set(state, { entries, dependent, latestHeld, steps: isSameAt && known ? known.steps + 1 : 0 });
  return entries;
};
