import { transition } from "xstate";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { agendaMachine } from "../agenda.ts";
import { itemMachine, type ItemEventType } from "../item.ts";
import { toMilestone, type MilestoneType } from "./milestones.ts";
import { announceMeeting, addDocuments, replaceRecord, reschedule } from "./organization-of-work.ts";
import { accept, andThen, refuseEvent, type Outcome } from "./outcome.ts";
import { reasonForRefusal } from "./refusals.ts";
import { addSlot, cancelSlot, deferItem, moveItem, openSlot, transitionSlot } from "./slots.ts";
import { getAgendaSnapshot, getItemSnapshot } from "./snapshots.ts";
import type { MeetingState } from "./state.ts";

/** Goes up when the same log may fold to another state; a snapshot of another version is thrown away. */
export const MACHINE_VERSION = 2;

const transitionAgenda = (state: MeetingState, event: EventOf<MilestoneType>): Outcome => {
  const before = getAgendaSnapshot(state.agenda);
  if (!before.can(event)) return refuseEvent(reasonForRefusal(before, event.type));
  const [after] = transition(agendaMachine, before, event);
  return accept({ ...state, agenda: after.value, milestones: [...state.milestones, toMilestone(event)] });
};

const transitionItem = (state: MeetingState, event: EventOf<ItemEventType>): Outcome => {
  const { type, data } = event;
  const found = state.items.find(({ number }) => number === data.item);
  if (!found) return refuseEvent("unknown-item", { item: data.item, items: state.items.map(({ number }) => number).join(", ") });
  const before = getItemSnapshot(found);
  if (!before.can({ type })) return refuseEvent(reasonForRefusal(before, type), { item: data.item });
  const [{ value }] = transition(itemMachine, before, { type });
  const changed = { number: found.number, value, ...(type === "item.deferred" && { deferredAt: event.timestamp }) };
  return accept({ ...state, items: state.items.map((other) => (other === found ? changed : other)) });
};

/** What a sitting or an item may do depends on whether the meeting may. */
const whileUnderWay = (state: MeetingState, { type }: MeetingEvent, next: () => Outcome): Outcome => {
  const snapshot = getAgendaSnapshot(state.agenda);
  return snapshot.hasTag("acceptsSlotEvents") ? next() : refuseEvent(reasonForRefusal(snapshot, type));
};

const dispatch = (state: MeetingState, event: Exclude<MeetingEvent, { type: "meeting.announced" }>): Outcome => {
  switch (event.type) {
    case "agenda.revised":
      return andThen(transitionAgenda(state, event), (after) => accept(replaceRecord(after, event.data.record, event.timestamp)));
    case "agenda.adopted": {
      const { record } = event.data;
      if (!record) return transitionAgenda(state, event);
      return whileUnderWay(state, event, () =>
        andThen(transitionAgenda(state, event), (after) => accept(replaceRecord(after, record, event.timestamp))),
      );
    }
    case "meeting.rescheduled":
    case "meeting.resumed":
      return andThen(transitionAgenda(state, event), (after) => accept(reschedule(after, event)));
    case "meeting.opened":
    case "meeting.closed":
    case "meeting.postponed":
    case "meeting.suspended":
    case "meeting.cancelled":
    case "report.adopted":
    case "report.issued":
      return transitionAgenda(state, event);
    case "documents.issued":
      return accept(addDocuments(state, event.data.documents));
    case "slot.added":
      return whileUnderWay(state, event, () => addSlot(state, event));
    case "slot.opened":
      return whileUnderWay(state, event, () => openSlot(state, event));
    case "slot.cancelled":
      return whileUnderWay(state, event, () => cancelSlot(state, event));
    case "slot.rescheduled":
    case "slot.extended":
    case "slot.relocated":
    case "slot.suspended":
    case "slot.resumed":
    case "slot.adjourned":
    case "slot.reinstated":
      return whileUnderWay(state, event, () => transitionSlot(state, event.data.slot, event));
    case "item.moved":
      return whileUnderWay(state, event, () => andThen(transitionItem(state, event), (after) => moveItem(after, event)));
    case "item.deferred":
      return whileUnderWay(state, event, () => andThen(transitionItem(state, event), (after) => deferItem(after, event)));
    case "item.taken_up":
    case "item.left_open":
    case "item.concluded":
    case "item.reopened":
      return whileUnderWay(state, event, () => transitionItem(state, event));
    case "event.withdrawn":
    case "event.redacted":
      // They change the log that is folded, not the state: see corrections.
      return accept(state);
  }
};

/** One step of the fold: pure, and the only way in which a meeting's state changes. */
export const applyEvent = (state: MeetingState | undefined, event: MeetingEvent): Outcome =>
  andThen(
    event.type === "meeting.announced"
      ? announceMeeting(state, event.data.record)
      : state
        ? dispatch(state, event)
        : refuseEvent("not-announced"),
    (after) => accept({ ...after, version: (state?.version ?? 0) + 1 }),
  );
