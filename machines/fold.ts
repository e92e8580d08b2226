import { getNextTransitions, transition, type StateValueFrom } from "xstate";
import type { EventOf, EventType, MeetingEvent } from "../src/meeting/events.ts";
import type { MeetingRecord, Slot } from "../src/meeting/record.ts";
import { agendaMachine, agendaStatusOf, meetingStatusOf, type AgendaStep, type AgendaValue } from "./agenda.ts";
import { refusal, type Refusal, type RefusalCode } from "./refusals.ts";
import { slotMachine, type SlotContext } from "./slot.ts";

/** Goes up when the same log may fold to another state; a snapshot of another version is thrown away. */
export const MACHINE_VERSION = 1;

export interface SlotState extends SlotContext {
  readonly status: StateValueFrom<typeof slotMachine>;
}

/** A step of the lifecycle as a dated fact, in the order of arrival. */
export interface Step {
  readonly type: AgendaStep;
  readonly timestamp: string;
  readonly note?: string;
  readonly orallyRevised?: true;
  readonly manner?: NonNullable<EventOf<"report.adopted">["data"]["manner"]>;
}

/** Everything that the events of one meeting have said. Plain data: a snapshot is its JSON. */
export interface MeetingState {
  /** How many events made it. */
  readonly version: number;
  readonly record: MeetingRecord;
  readonly agenda: AgendaValue;
  readonly slots: readonly SlotState[];
  readonly steps: readonly Step[];
}

export type Outcome = { readonly kind: "applied"; readonly state: MeetingState } | { readonly kind: "refused"; readonly refusal: Refusal };

const refused = (code: RefusalCode, values?: Readonly<Record<string, string>>): Outcome => ({
  kind: "refused",
  refusal: refusal(code, values),
});

const agendaSnapshot = (value: AgendaValue) => agendaMachine.resolveState({ value: { ...value } });
const slotSnapshot = ({ status, slot, changes }: SlotState) => slotMachine.resolveState({ value: status, context: { slot, changes } });

const UNOPENED: AgendaValue = { agenda: "provisional", meeting: { underWay: "announced" } };
const scheduled = (slot: Slot): SlotState => ({ status: "scheduled", slot, changes: [] });

const announce = (state: MeetingState | undefined, record: MeetingRecord): Outcome =>
  state
    ? refused("already-announced")
    : { kind: "applied", state: { version: 0, record, agenda: UNOPENED, slots: record.slots.map(scheduled), steps: [] } };

/** Why the agenda's machine does not take a step. Asked only once it has refused. */
const WHY_NO_STEP: Record<AgendaStep, (value: AgendaValue) => RefusalCode> = {
  "meeting.opened": (value) => (meetingStatusOf(value) === "closed" ? "meeting-closed" : "already-opened"),
  "agenda.adopted": () => "already-adopted",
  "report.adopted": (value) => (agendaStatusOf(value) === "provisional" ? "report-before-adoption" : "report-already-adopted"),
  "meeting.closed": () => "meeting-closed",
};

const stepOf = (event: EventOf<AgendaStep>): Step => ({
  type: event.type,
  timestamp: event.timestamp,
  ...(event.data.note !== undefined && { note: event.data.note }),
  ...(event.type === "agenda.adopted" && event.data.record && { orallyRevised: true as const }),
  ...(event.type === "report.adopted" && event.data.manner && { manner: event.data.manner }),
});

const takeStep = (state: MeetingState, event: EventOf<AgendaStep>): Outcome => {
  const before = agendaSnapshot(state.agenda);
  if (!before.can({ type: event.type })) return refused(WHY_NO_STEP[event.type](state.agenda));
  const [after] = transition(agendaMachine, before, { type: event.type });
  return { kind: "applied", state: { ...state, agenda: after.value, steps: [...state.steps, stepOf(event)] } };
};

/** An agenda adopted as orally revised is another programme: its sittings are those of the new record. */
const adopt = (state: MeetingState, event: EventOf<"agenda.adopted">): Outcome => {
  const { record } = event.data;
  const outcome = takeStep(state, event);
  return outcome.kind === "applied" && record
    ? { kind: "applied", state: { ...outcome.state, record, slots: record.slots.map(scheduled) } }
    : outcome;
};

const changeSlot = (state: MeetingState, event: EventOf<"slot.rescheduled" | "slot.cancelled">): Outcome => {
  const number = event.data.slot;
  const found = state.slots.find(({ slot }) => slot.number === number);
  if (!agendaSnapshot(state.agenda).hasTag("takesSittings")) return refused("meeting-closed");
  if (!found) return refused("unknown-slot", { slot: number, slots: state.slots.map(({ slot }) => slot.number).join(", ") });
  const before = slotSnapshot(found);
  if (!before.can(event)) return refused("slot-cancelled", { slot: number });
  const [after] = transition(slotMachine, before, event);
  const changed: SlotState = { status: after.value, ...after.context };
  return { kind: "applied", state: { ...state, slots: state.slots.map((other) => (other === found ? changed : other)) } };
};

const route = (state: MeetingState | undefined, event: MeetingEvent): Outcome => {
  if (event.type === "meeting.announced") return announce(state, event.data.record);
  if (!state) return refused("not-announced");
  switch (event.type) {
    case "agenda.adopted":
      return adopt(state, event);
    case "meeting.opened":
    case "report.adopted":
    case "meeting.closed":
      return takeStep(state, event);
    case "slot.rescheduled":
    case "slot.cancelled":
      return changeSlot(state, event);
  }
};

/** One step of the fold: pure, and the only way in which a meeting's state changes. */
export const applyEvent = (state: MeetingState | undefined, event: MeetingEvent): Outcome => {
  const outcome = route(state, event);
  return outcome.kind === "applied" ? { kind: "applied", state: { ...outcome.state, version: (state?.version ?? 0) + 1 } } : outcome;
};

/** The events that could be applied now, whatever they say in particular. */
export const possibleEvents = (state: MeetingState): readonly EventType[] => {
  const agenda = agendaSnapshot(state.agenda);
  const steps = getNextTransitions(agenda).map(({ eventType }) => eventType);
  const sittings = agenda.hasTag("takesSittings")
    ? state.slots.flatMap((slot) => getNextTransitions(slotSnapshot(slot)).map(({ eventType }) => eventType))
    : [];
  return [...new Set([...steps, ...sittings])];
};
