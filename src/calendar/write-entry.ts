import { listChanges } from "../../machines/meeting/list-changes.ts";
import { findTimeIn } from "../../machines/meeting/say-items.ts";
import type { SlotChange } from "../../machines/meeting/told-changes.ts";
import type { Milestone } from "../../machines/meeting/milestones.ts";
import { getWords } from "../../machines/meeting/past.ts";
import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { FormerItem, ItemState, MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getMeetingStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import { indexToldItems } from "../../machines/meeting/told-items.ts";
import { numberItems, slugifyItem } from "../meeting/numbered-items.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import type { CalendarEntry, EntryStatus } from "./entry.ts";
import { describeTime, isUncertain } from "../../machines/meeting/follow.ts";
import { listNews } from "./news.ts";
import { printEntryItems } from "./print-items.ts";
import { listStandingSteps, listStepsOfDays } from "./steps.ts";
import { formatUid } from "./uid.ts";

const formatOwnUid = ({ record }: MeetingState, of: string): string => formatUid(record.body.id, record.id, of);

const decideStatus = ({ agenda }: MeetingState, slotState: SlotState): EntryStatus => {
  const slot = getSlotStatus(slotState.value);
  const meeting = getMeetingStatus(agenda);
  if (slot === "cancelled" || meeting === "withdrawn" || (meeting === "cancelled" && !isHeld(slot))) return "CANCELLED";
  return getAgendaStatus(agenda) === "provisional" || meeting === "postponed" || isUncertain(slotState) ? "TENTATIVE" : "CONFIRMED";
};

const listTimes = ({ items }: MeetingState, slot: Slot): ReadonlyMap<string, string> => {
  const { byId } = indexToldItems(items);
  return new Map(
    slot.items.flatMap((id) => {
      const item = byId.get(id);
      const time = item && findTimeIn(slot, item);
      return time === undefined ? [] : [[id, time] as const];
    }),
  );
};

/** What every entry of a meeting says alike. */
export const writeShared = ({ agenda }: MeetingState) => ({
  provisional: getAgendaStatus(agenda) === "provisional",
  ...(getMeetingStatus(agenda) === "postponed" && { postponed: true as const }),
});

export const writeSlotEntry = (state: MeetingState, slotState: SlotState, steps: readonly Milestone[]): CalendarEntry => {
  const { slot } = slotState;
  const words = getWords(state, slotState);
  const { number, items: _items, continued, kind: _kind, venue = words.venue, webcast, participation, with: partners, ...carried } = slot;
  const [status, changes] = [decideStatus(state, slotState), listChanges(state, slotState)];
  const isAwaited = status !== "CANCELLED" && getSlotStatus(slotState.value) === "scheduled";
  const news = isAwaited ? listNews(changes) : [];
  const places = [venue, words.city].filter((part) => part !== undefined);
  return {
    uid: formatOwnUid(state, `slot-${number}`),
    body: words.body,
    meeting: state.record.id,
    slot: number,
    ...carried,
    // A document and an event may each have said one of them.
    ...(slot.access !== "closed" && {
      ...(webcast !== undefined && { webcast }),
      ...(participation !== undefined && { participation }),
    }),
    ...describeTime(state, slotState),
    ...(getSlotStatus(slotState.value) === "postponed" && { isPutOff: true as const }),
    timezone: words.timezone,
    status,
    items: printEntryItems(words, continued, listTimes(state, slot)),
    documents: words.documents,
    // Whom the meeting names is told once they have confirmed it.
    ...(partners && { joint: { bodies: [], toConfirm: true as const } }),
    kind: getSlotKind(slot),
    ...(places.length > 0 && { location: joinTexts(places, ", ") }),
    changes,
    ...(news.length > 0 && { news }),
    ...writeShared(state),
    steps,
  };
};

/** A meeting whose organization of work is not known yet, over its days. */
export const writeDaysEntry = (state: MeetingState): CalendarEntry => {
  const { record, agenda } = state;
  const places = [record.venue, record.city].filter((part) => part !== undefined);
  const isCertain = getAgendaStatus(agenda) !== "provisional" && getMeetingStatus(agenda) !== "postponed";
  return {
    uid: formatOwnUid(state, "days"),
    body: record.body,
    meeting: record.id,
    start: record.opensOn,
    lastDay: record.closesOn,
    title: record.title,
    timezone: record.timezone,
    status: getMeetingStatus(agenda) === "cancelled" ? "CANCELLED" : isCertain ? "CONFIRMED" : "TENTATIVE",
    items: [],
    documents: [],
    kind: "plenary",
    ...(places.length > 0 && { location: joinTexts(places, ", ") }),
    changes: [],
    ...writeShared(state),
    steps: listStepsOfDays(state),
  };
};

/** The sitting where a delegate looks for an item that none takes up. */
const findLastSlot = ({ slots, removedSlots }: MeetingState, wasIn: readonly string[] = []): Slot | undefined =>
  [...slots, ...removedSlots].find(({ slot }) => wasIn.includes(slot.number))?.slot;

const isTakenUpJointly = ({ joined = [], record }: MeetingState, id: string): boolean => {
  const jointly = new Set(joined.flatMap(({ items }) => items));
  return (
    jointly.size > 0 &&
    numberItems(record.agenda.items).some((item) => jointly.has(item.id) && (item.id === id || item.wholes.includes(id)))
  );
};
const sayWhyNowhere = (item: ItemState | FormerItem, number: string): readonly SlotChange[] =>
  (
    [
      ["item.removed", "removed" in item ? item.removed : undefined],
      ["item.deferred", "deferred" in item ? item.deferred : undefined],
      ["item.held", "held" in item ? item.held : undefined],
    ] as const
  ).flatMap(([type, said]): readonly SlotChange[] => {
    if (!said) return [];
    const { local: _local, ...told } = said;
    return [{ ...told, type, item: number }];
  });

/** An item that no sitting takes up: its subscribers are told so by one cancelled entry, at the time where they would look. */
export const writeItemEntry = (state: MeetingState, item: ItemState | FormerItem): CalendarEntry => {
  const { record } = state;
  const { id, wasIn } = item;
  const words = describeItems(state, [id]);
  const slot = findLastSlot(state, wasIn);
  const [number = id] = words.items.map((printed) => printed.number);
  return {
    uid: formatOwnUid(state, `item-${slugifyItem(id)}`),
    body: record.body,
    meeting: record.id,
    item: id,
    start: slot?.start ?? `${record.opensOn}T00:00`,
    ...(slot?.end !== undefined && { end: slot.end }),
    timezone: record.timezone,
    status: "CANCELLED",
    items: printEntryItems(words),
    documents: words.documents,
    kind: "plenary",
    ...(isTakenUpJointly(state, id) && { takenUpJointly: true as const }),
    changes: sayWhyNowhere(item, number),
    ...writeShared(state),
    steps: listStandingSteps(state),
  };
};
