import { chain } from "../../src/meeting/result.ts";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { addDocuments, withdrawDocument } from "./documents.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { ItemEventType } from "../item.ts";
import { changeDeadline, setDeadline, withdrawDeadline } from "./deadlines.ts";
import { joinSitting, leaveJoined, partFromSitting } from "./joint.ts";
import { giveNotice } from "./notices.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { cancelDay, reinstateDay } from "./days.ts";
import { findRefusalCode } from "./refusals.ts";
import { changeItem, isFormer, removeItem } from "./items.ts";
import { considerItem, scheduleItem, setItemAside } from "./item-sittings.ts";
import { addSlot, transitionSlot } from "./slots.ts";
import { cancelSlot, moveItem, noteMove } from "./moves.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import { getItemStatus } from "./statuses.ts";
import { holdSlot, openSlot, reinstateSlot } from "./held-slots.ts";
import { getAgendaSnapshot, getItemSnapshot, getNextItemSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";
import type { MeetingEventOf } from "./happening.ts";
import { reachMilestone } from "./reach-milestone.ts";

const transitionItem = (state: MeetingState, event: EventOf<ItemEventType>): Outcome => {
  const { type, data } = event;
  const found = state.items.find(({ id }) => id === data.item);
  if (!found) return refuseEvent("unknown-item", { item: data.item, items: state.items.map(({ id }) => id).join(", ") });
  const before = getItemSnapshot(found);
  if (!before.can({ type })) return refuseEvent(findRefusalCode(before, type), { item: data.item });
  const { value } = getNextItemSnapshot(before, { type });
  if (isDeepEqual(value, found.value)) return accept(state);
  const { deferred: _deferred, held: _held, ...rest } = found;
  const changed = { ...rest, value };
  return accept({ ...state, items: state.items.map((other) => (other === found ? changed : other)) });
};

const SET_ASIDE: ReadonlySet<string> = new Set(["deferred", "inAbeyance"]);

/** What a sitting is added for is set aside no more. */
const takeBackItems = (state: MeetingState, event: Dated<EventOf<"slot.added">>): Outcome => {
  const { body, meeting, items } = event.data;
  const aside = state.items.filter(({ id, value }) => items.includes(id) && SET_ASIDE.has(getItemStatus(value)));
  return aside.reduce<Outcome>(
    (outcome, { id }) =>
      chain(
        chain(outcome, (current) => transitionItem(current, { ...event, type: "item.reopened", data: { body, meeting, item: id } })),
        (after) => accept(noteMove(after, id, toSaid(event))),
      ),
    accept(state),
  );
};

/** Plans need a meeting that is to be held or goes on; what happened, happened. */
export const requireUnderWay = (state: MeetingState, { type }: MeetingEvent, next: () => Outcome): Outcome => {
  const snapshot = getAgendaSnapshot(state.agenda);
  return snapshot.hasTag("acceptsSlotEvents") ? next() : refuseEvent(findRefusalCode(snapshot, type));
};

type Ordinary = Exclude<
  MeetingEvent["type"],
  | "meeting.announced"
  | "agenda.revised"
  | "agenda.adopted"
  | "meeting.rescheduled"
  | "meeting.resumed"
  | "meeting.reinstated"
  | "item.added"
>;

export const dispatch = (state: MeetingState, event: MeetingEventOf<Ordinary>): Outcome => {
  switch (event.type) {
    case "meeting.opened":
    case "meeting.closed":
    case "meeting.postponed":
    case "meeting.suspended":
    case "meeting.cancelled":
    case "meeting.withdrawn":
    case "report.adopted":
    case "report.issued":
      return reachMilestone(state, event);
    case "documents.issued":
      return accept(addDocuments(state, event));
    case "documents.withdrawn":
      return withdrawDocument(state, event);
    case "slot.added":
      return requireUnderWay(state, event, () =>
        chain(addSlot(state, event), (after) => (after === state ? accept(after) : takeBackItems(after, event))),
      );
    case "slot.cancelled":
      return requireUnderWay(state, event, () => cancelSlot(state, event));
    case "slot.rescheduled":
    case "slot.postponed":
    case "slot.delayed":
    case "slot.extended":
    case "slot.relocated":
    case "slot.changed":
      return requireUnderWay(state, event, () => transitionSlot(state, event.data.slot, event));
    case "slot.reinstated":
      return requireUnderWay(state, event, () => reinstateSlot(state, event));
    case "day.cancelled":
      return requireUnderWay(state, event, () => cancelDay(state, event));
    case "day.reinstated":
      return requireUnderWay(state, event, () => reinstateDay(state, event));
    case "slot.opened":
      return openSlot(state, event);
    case "slot.suspended":
    case "slot.resumed":
    case "slot.adjourned":
      return holdSlot(state, event);
    case "item.moved":
      return requireUnderWay(state, event, () => chain(transitionItem(state, event), (after) => moveItem(after, event)));
    case "item.scheduled":
      return requireUnderWay(state, event, () => chain(transitionItem(state, event), (after) => scheduleItem(after, event)));
    case "slot.joined":
      return requireUnderWay(state, event, () => joinSitting(state, event));
    case "slot.parted":
      return requireUnderWay(state, event, () => partFromSitting(state, event));
    case "item.deferred":
    case "item.held":
      return chain(transitionItem(state, event), (after) => setItemAside(leaveJoined(after, event.data.item), event));
    case "item.changed":
      return chain(transitionItem(state, event), (after) => changeItem(after, event));
    case "item.removed":
      if (isFormer(state, event.data.item)) return accept(state);
      return chain(transitionItem(state, event), (after) => removeItem(after, event));
    case "item.taken_up":
      return chain(transitionItem(state, event), (after) => considerItem(after, event));
    case "item.left_open":
    case "item.concluded":
      return chain(transitionItem(state, event), (after) => (after === state ? accept(state) : considerItem(after, event)));
    case "item.reopened":
      return requireUnderWay(state, event, () => transitionItem(state, event));
    case "meeting.listed":
      return refuseEvent("id-taken", { meeting: event.data.meeting });
    case "deadline.set":
      return setDeadline(state, event);
    case "deadline.changed":
      return changeDeadline(state, event);
    case "deadline.withdrawn":
      return withdrawDeadline(state, event);
    case "notice.given":
      return giveNotice(state, event);
    case "event.withdrawn":
    case "event.redacted":
      // They change the log that is folded, not the state: see corrections.
      return accept(state);
  }
};
