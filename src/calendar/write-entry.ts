import { listChanges } from "../../machines/meeting/list-changes.ts";
import { findTimeIn } from "../../machines/meeting/say-items.ts";
import type { Milestone } from "../../machines/meeting/milestones.ts";
import { getWords } from "../../machines/meeting/past.ts";
import type { MeetingState, SlotState } from "../../machines/meeting/state.ts";
import { getAgendaStatus, getMeetingStatus, getSlotStatus, isHeld } from "../../machines/meeting/statuses.ts";
import { indexToldItems } from "../../machines/meeting/told-items.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { joinTexts } from "../meeting/text-languages.ts";
import type { CalendarEntry, EntryStatus } from "./entry.ts";
import { describeTime, isUncertain } from "../../machines/meeting/follow.ts";
import { listNews } from "./news.ts";
import { printEntryItems } from "./print-items.ts";
import { listStepsOfDays } from "./steps.ts";
import { formatUid } from "./uid.ts";

export const formatOwnUid = ({ record }: MeetingState, of: string): string => formatUid(record.body.id, record.id, of);

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

export const writeSlotEntry = (state: MeetingState, slotState: SlotState, steps: readonly Milestone[], awaited: boolean): CalendarEntry => {
  const { slot } = slotState;
  const words = getWords(state, slotState);
  const { number, items: _items, continued, kind: _kind, venue = words.venue, webcast, participation, with: partners, ...carried } = slot;
  const news = awaited ? listNews(state, slotState) : [];
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
    status: decideStatus(state, slotState),
    items: printEntryItems(words, continued, listTimes(state, slot)),
    documents: words.documents,
    // Whom the meeting names is told once they have confirmed it.
    ...(partners && { joint: { bodies: [], toConfirm: true as const } }),
    kind: getSlotKind(slot),
    ...(places.length > 0 && { location: joinTexts(places, ", ") }),
    changes: listChanges(state, slotState),
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
