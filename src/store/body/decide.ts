import { lifecycleOf, type Lifecycle } from "../../../machines/agenda.ts";
import { applyLogged, type LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { possibleTypes } from "../../../machines/meeting/next-events.ts";
import { refusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { warningsOf, type Warning } from "../../../machines/meeting/warnings.ts";
import { reviseEntries, type EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { EventType, MeetingEvent } from "../../meeting/events.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { findDateIssues, findDocumentIssues, findSlotListIssues, findSlotIssues } from "../../meeting/record-issues.ts";
import type { BodyRecord } from "../../meeting/record.ts";

export type Refused =
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      /** Absent where there is no meeting yet. */
      readonly state?: Lifecycle;
      readonly version: number;
      readonly next: readonly EventType[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "no-such-meeting" };

type Decision =
  | {
      readonly kind: "decided";
      readonly state: MeetingState;
      /** The state as it is stored. */
      readonly snapshot: string;
      /** The rows of the ledger that change. */
      readonly rows: readonly EntryRevision[];
      readonly warnings: readonly Warning[];
    }
  | Refused;

const refusedAt = (before: MeetingCalendar | undefined, reason: Refusal): Refused => ({
  kind: "refused",
  refusal: reason,
  version: before?.state.version ?? 0,
  ...(before && { state: lifecycleOf(before.state.agenda) }),
  next: before ? possibleTypes(before.state) : ["meeting.announced"],
});

/** What only the meeting's zone and agenda can tell of an event. The fold never asks: it trusts what the door let in. */
const fieldErrors = ({ data }: MeetingEvent, after: MeetingState): readonly FieldError[] => {
  const slot =
    "slot" in data && ("start" in data || "end" in data) ? after.slots.find((other) => other.slot.number === data.slot)?.slot : undefined;
  const { record } = after;
  const issues = [
    ...("opensOn" in data ? findDateIssues(record) : []),
    ...("slots" in data && data.slots ? findSlotListIssues({ ...record, slots: data.slots }) : []),
    ...("documents" in data ? findDocumentIssues(data.documents, record.agenda.items) : []),
    ...(slot ? findSlotIssues(slot, record) : []),
  ];
  return issues.map(({ path, message }) => ({ field: ["data", ...path].join("."), message }));
};

/** A meeting's record may not claim a publisher or a contact that its body is not registered with. */
export const claimErrors = (event: MeetingEvent, body: BodyRecord): readonly FieldError[] => {
  const claimed = "record" in event.data ? event.data.record?.body : undefined;
  return (["publisher", "contact"] as const).flatMap((name) =>
    claimed && claimed[name] !== body[name]
      ? [{ field: `data.record.body.${name}`, message: `must be as the body is registered: ${body[name] ?? "none"}` }]
      : [],
  );
};

const isCorrection = ({ type }: MeetingEvent): boolean => type === "event.withdrawn" || type === "event.redacted";

/** A correction names an event that was, and each can be corrected but once: so those end by themselves. */
const isFull = (before: MeetingCalendar | undefined, event: MeetingEvent): boolean =>
  (before?.state.version ?? 0) >= LIMITS.events.max && !isCorrection(event);

/** A row of the store holds 2 MB. A character takes three octets at most: they are counted only where that may be too many. */
const octetsOf = (text: string): number => (text.length * 3 <= LIMITS.state.max ? text.length : new TextEncoder().encode(text).length);

/** What a meeting would have too much of, where an event adds to it. */
const excess = (before: MeetingState | undefined, state: MeetingState, snapshot: string): Refusal | undefined => {
  const counts = [
    { most: LIMITS.slots.max, of: "slots", count: (counted: MeetingState) => counted.slots.length },
    { most: LIMITS.documents.max, of: "documents", count: (counted: MeetingState) => counted.record.documents?.length ?? 0 },
    {
      most: LIMITS.state.max,
      of: "octets",
      count: (counted: MeetingState) => octetsOf(counted === state ? snapshot : JSON.stringify(counted)),
    },
  ];
  const over = counts.find(({ most, count }) => count(state) > most && count(state) > (before ? count(before) : 0));
  return over && refusal("meeting-too-large", { most: String(over.most), of: over.of });
};

/**
 * What an event does to a meeting: the same for a dry run and in earnest.
 * @param log the meeting's events before this one, asked for by corrections only
 * @param arrival milliseconds of the epoch
 */
export const decide = (
  before: MeetingCalendar | undefined,
  logged: LoggedEvent,
  log: () => readonly LoggedEvent[],
  arrival: number,
  position: number,
): Decision => {
  const { event } = logged;
  if (isFull(before, event)) return refusedAt(before, refusal("log-full", { most: String(LIMITS.events.max) }));
  const outcome = applyLogged(before?.state, logged, log);
  if (!before && outcome.kind === "refused") return { kind: "no-such-meeting" };
  const version = before?.state.version ?? 0;
  const expected = event.data.expectedVersion ?? version;
  if (expected !== version) return refusedAt(before, refusal("version-moved-on", { version: String(version), expected: String(expected) }));
  // A time that can't be is a wrong field, although the slot's machine is what knows it.
  if (outcome.kind === "refused" && outcome.refusal.code === "ends-before-start")
    return { kind: "invalid", errors: [{ field: "data.end", message: outcome.refusal.message }] };
  if (outcome.kind === "refused") return refusedAt(before, outcome.refusal);
  const { state } = outcome;
  const errors = fieldErrors(event, state);
  if (errors.length > 0) return { kind: "invalid", errors };
  const snapshot = JSON.stringify(state);
  const tooLarge = isCorrection(event) ? undefined : excess(before?.state, state, snapshot);
  if (tooLarge) return refusedAt(before, tooLarge);
  return {
    kind: "decided",
    state,
    snapshot,
    rows: reviseEntries(before?.rows ?? [], state, arrival, position),
    warnings: warningsOf(before?.state, event, state),
  };
};
