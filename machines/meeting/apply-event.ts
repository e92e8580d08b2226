import { transition } from "xstate";
import type { EventOf, MeetingEvent } from "../../src/meeting/events.ts";
import { agendaMachine, meetingStatusOf, type AgendaStep, type AgendaValue } from "../agenda.ts";
import { itemMachine, itemStatusOf, type ItemStep } from "../item.ts";
import { applied, refused, andThen, type Outcome } from "./outcome.ts";
import { announce, reschedule, withDocuments, withRecord } from "./organization-of-work.ts";
import { OF_ITEM, OF_MEETING, type RefusalCode } from "./refusals.ts";
import { addSlot, cancelSlot, deferItem, moveItem, openSlot, stepSlot } from "./slots.ts";
import { agendaSnapshot, itemSnapshot } from "./snapshots.ts";
import type { MeetingState, Step } from "./state.ts";

/** Goes up when the same log may fold to another state; a snapshot of another version is thrown away. */
export const MACHINE_VERSION = 2;

const whyNoStep = (type: AgendaStep, value: AgendaValue): RefusalCode => {
  if (type === "agenda.adopted") return "already-adopted";
  if (type === "report.adopted" || type === "report.issued") return "report-before-adoption";
  return OF_MEETING[meetingStatusOf(value)];
};

/** Not of the step: whom it is about, and what the record and the slots say from then on. */
const ELSEWHERE: ReadonlySet<string> = new Set(["body", "meeting", "expectedVersion", "record", "slots", "opensOn", "closesOn"]);

const stepOf = ({ type, timestamp, data }: EventOf<AgendaStep>): Step => {
  const record = "record" in data ? data.record : undefined;
  return {
    type,
    timestamp,
    ...Object.fromEntries(Object.entries(data).filter(([name, value]) => !ELSEWHERE.has(name) && value !== undefined)),
    ...(type === "agenda.adopted" && record && { orallyRevised: true as const }),
    ...(type === "agenda.revised" && record?.agenda.symbol && { symbol: record.agenda.symbol }),
  };
};

const takeStep = (state: MeetingState, event: EventOf<AgendaStep>): Outcome => {
  const { type } = event;
  const before = agendaSnapshot(state.agenda);
  if (!before.can({ type })) return refused(whyNoStep(type, state.agenda));
  const [after] = transition(agendaMachine, before, { type });
  return applied({ ...state, agenda: after.value, steps: [...state.steps, stepOf(event)] });
};

const stepItem = (state: MeetingState, event: EventOf<ItemStep>): Outcome => {
  const { type, data } = event;
  const found = state.items.find(({ number }) => number === data.item);
  if (!found) return refused("unknown-item", { item: data.item, items: state.items.map(({ number }) => number).join(", ") });
  const before = itemSnapshot(found);
  if (!before.can({ type })) return refused(OF_ITEM[itemStatusOf(found.value)], { item: data.item });
  const [{ value }] = transition(itemMachine, before, { type });
  const changed = { number: found.number, value, ...(type === "item.deferred" && { deferredAt: event.timestamp }) };
  return applied({ ...state, items: state.items.map((other) => (other === found ? changed : other)) });
};

/** What a sitting or an item may do depends on whether the meeting may. */
const whileUnderWay = (state: MeetingState, next: () => Outcome): Outcome =>
  agendaSnapshot(state.agenda).hasTag("takesSittings") ? next() : refused(OF_MEETING[meetingStatusOf(state.agenda)]);

const route = (state: MeetingState, event: Exclude<MeetingEvent, { type: "meeting.announced" }>): Outcome => {
  switch (event.type) {
    case "agenda.revised":
      return andThen(takeStep(state, event), (after) => applied(withRecord(after, event.data.record, event.timestamp)));
    case "agenda.adopted": {
      const { record } = event.data;
      if (!record) return takeStep(state, event);
      return whileUnderWay(state, () => andThen(takeStep(state, event), (after) => applied(withRecord(after, record, event.timestamp))));
    }
    case "meeting.rescheduled":
    case "meeting.resumed":
      return andThen(takeStep(state, event), (after) => applied(reschedule(after, event)));
    case "meeting.opened":
    case "meeting.closed":
    case "meeting.postponed":
    case "meeting.suspended":
    case "meeting.cancelled":
    case "report.adopted":
    case "report.issued":
      return takeStep(state, event);
    case "documents.issued":
      return applied(withDocuments(state, event.data.documents));
    case "slot.added":
      return whileUnderWay(state, () => addSlot(state, event));
    case "slot.opened":
      return whileUnderWay(state, () => openSlot(state, event));
    case "slot.cancelled":
      return whileUnderWay(state, () => cancelSlot(state, event));
    case "slot.rescheduled":
    case "slot.extended":
    case "slot.relocated":
    case "slot.suspended":
    case "slot.resumed":
    case "slot.adjourned":
    case "slot.reinstated":
      return whileUnderWay(state, () => stepSlot(state, event.data.slot, event));
    case "item.moved":
      return whileUnderWay(state, () => andThen(stepItem(state, event), (after) => moveItem(after, event)));
    case "item.deferred":
      return whileUnderWay(state, () => andThen(stepItem(state, event), (after) => deferItem(after, event)));
    case "item.taken_up":
    case "item.left_open":
    case "item.concluded":
    case "item.reopened":
      return whileUnderWay(state, () => stepItem(state, event));
    case "event.withdrawn":
    case "event.redacted":
      // They change the log that is folded, not the state: log.ts knows how.
      return applied(state);
  }
};

/** One step of the fold: pure, and the only way in which a meeting's state changes. */
export const applyEvent = (state: MeetingState | undefined, event: MeetingEvent): Outcome =>
  andThen(
    event.type === "meeting.announced" ? announce(state, event.data.record) : state ? route(state, event) : refused("not-announced"),
    (after) => applied({ ...after, version: (state?.version ?? 0) + 1 }),
  );
