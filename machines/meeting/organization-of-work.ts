import { chain } from "../../src/meeting/result.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { MEETING_FIELDS, type MeetingRecord } from "../../src/meeting/record.ts";
import { restoreDocuments } from "./documented.ts";
import { readField, addFact, writeField } from "./facts.ts";
import { identifyRecord, type Identities } from "./identities.ts";
import { accept, refuseEvent, type Outcome } from "./outcome.ts";
import { revise, type Revised } from "./revise.ts";
import { scheduleSlot } from "./revise-slots.ts";
import type { Revising } from "./revising.ts";
import { toSaid, type Dated } from "./slot-changes.ts";
import { refuseUnknownItems } from "./slots.ts";
import type { MeetingState } from "./state.ts";
import { getMeetingStatus, type AgendaValue } from "./statuses.ts";

const UNOPENED: AgendaValue = { lifecycle: "provisional", agenda: "provisional", meeting: { underWay: "announced" } };

/** What can be done about a meeting that is announced already depends on what became of it. */
const refuseAnother = ({ agenda }: MeetingState): Outcome => {
  const status = getMeetingStatus(agenda);
  return refuseEvent(status === "withdrawn" || status === "cancelled" ? `meeting-${status}` : "already-announced");
};

/** A meeting as its provisional agenda has it. Said again, it is what is so already. */
export const announceMeeting = (state: MeetingState | undefined, sent: MeetingRecord): Outcome => {
  const { slots, ...record } = identifyRecord(sent, {});
  if (state) return isDeepEqual(restoreDocuments(state), { ...record, slots }) ? accept(state) : refuseAnother(state);
  return accept({
    version: 0,
    // First, whatever its date: nothing comes too late for it.
    at: 0,
    revisedAt: 0,
    record,
    facts: {},
    issued: {},
    agenda: UNOPENED,
    slots: slots.map(scheduleSlot),
    items: numberItems(record.agenda.items).map(({ id }) => ({ id, value: { toBeConsidered: "pending" } })),
    formerItems: [],
    milestones: [],
    removedSlots: [],
  });
};

export type RecordEvent = EventOf<"agenda.revised" | "agenda.adopted" | "meeting.rescheduled" | "meeting.resumed" | "meeting.reinstated">;

const readRecord = (
  state: MeetingState,
  { data }: RecordEvent,
  identities: Identities,
): Pick<Revising, "record" | "covers"> | undefined => {
  if ("record" in data && data.record) {
    const { covers = "all", days } = data.record;
    return { record: { ...identifyRecord(data.record, identities), ...(covers === "days" && days && { days }) }, covers };
  }
  if (!("slots" in data) || !data.slots) return undefined;
  const { opensOn, closesOn, slots } = data;
  const base = restoreDocuments(state);
  return {
    record: { ...base, ...(opensOn !== undefined && { opensOn }), ...(closesOn !== undefined && { closesOn }), slots: [...slots] },
    covers: "all",
  };
};

/** After it was called off, a meeting's sittings are stated anew. */
const STATED_ANEW: ReadonlySet<string> = new Set(["meeting.rescheduled", "meeting.reinstated"]);
const OFF: ReadonlySet<string> = new Set(["postponed", "cancelled"]);

export const isStatedAnew = ({ agenda }: MeetingState, type: RecordEvent["type"]): boolean =>
  STATED_ANEW.has(type) && OFF.has(getMeetingStatus(agenda));

/** Lays the record that an event brings over what was said; an event without one says nothing of the programme. */
export const applyRecord = (state: MeetingState, event: Dated<RecordEvent>, identities: Identities, at: number): Revised => {
  const { data, type } = event;
  const sent = readRecord(state, event, identities);
  if (!sent) return { outcome: accept(state), differences: [] };
  const unknown =
    "slots" in data && data.slots
      ? refuseUnknownItems(
          state,
          data.slots.flatMap(({ items }) => items),
        )
      : undefined;
  if (unknown) return { outcome: unknown, differences: [] };
  if (at < state.revisedAt) return { outcome: refuseEvent("older-than-base"), differences: [] };
  const asOf = "record" in data ? data.record?.asOf : undefined;
  const revised = revise(state, {
    ...sent,
    isAdopted: type === "agenda.adopted",
    asOf: type === "agenda.revised" ? asOf : event.local,
    decide: data.decide ?? {},
    otherwise: data.conflicts,
    replace: data.replace === true || isStatedAnew(state, type),
    timestamp: event.timestamp,
    local: event.local,
  });
  return { ...revised, outcome: chain(revised.outcome, (after) => accept({ ...after, revisedAt: at })) };
};

/** Dates and places that an event says of the meeting itself. */
export const changeMeeting = (
  state: MeetingState,
  event: Dated<EventOf<"meeting.rescheduled" | "meeting.resumed" | "meeting.reinstated">>,
): MeetingState => {
  const said = toSaid(event);
  let { record, facts } = state;
  for (const field of MEETING_FIELDS) {
    const value = readField(event.data, field);
    const before = readField(record, field);
    if (value === null || isDeepEqual(value, before)) continue;
    record = writeField(record, field, value);
    facts = addFact(facts, field, before, said);
  }
  return record === state.record ? state : { ...state, record, facts };
};
