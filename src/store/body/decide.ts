import { applyLoggedEvent } from "../../../machines/meeting/corrections.ts";
import { findWarnings } from "../../../machines/meeting/find-warnings.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { listNextTypes } from "../../../machines/meeting/next-events.ts";
import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getLifecycle, type Lifecycle } from "../../../machines/meeting/statuses.ts";
import type { Warning } from "../../../machines/meeting/warnings.ts";
import type { Answer } from "../../api/event-answer.ts";
import { reviseEntries, type EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { EventType, MeetingEvent } from "../../meeting/events.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { LIMITS } from "../../meeting/limits.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { compareEntries, compareStates, listChangedFeeds } from "./changes.ts";
import { findFalseClaims, findFieldErrors } from "./field-errors.ts";
import type { LogPosition } from "./log-table.ts";

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

/** What an event about a meeting comes to: what is to be stored, and what its sender is told. */
export interface Decided {
  readonly kind: "decided";
  readonly state: MeetingState;
  /** The state as it is stored. */
  readonly snapshot: string;
  /** The rows of the ledger that change. */
  readonly rows: readonly EntryRevision[];
  readonly answer: Answer;
}

/** Where an event meets its meeting. */
export interface Circumstances {
  readonly before: MeetingCalendar | undefined;
  readonly body: BodyRecord;
  readonly position: LogPosition;
  /** The meeting's events before this one, asked for by corrections only. */
  readonly readLog: () => readonly LoggedEvent[];
  /** Whether the meeting is in the body's own feed after the event. */
  readonly isInBodyFeed: (state: MeetingState) => boolean;
  /** What there is to say of the key that signed it. */
  readonly keyWarnings: readonly Warning[];
}

const refuseAt = (before: MeetingCalendar | undefined, reason: Refusal): Refused => ({
  kind: "refused",
  refusal: reason,
  version: before?.state.version ?? 0,
  ...(before && { state: getLifecycle(before.state.agenda) }),
  next: before ? listNextTypes(before.state) : ["meeting.announced"],
});

const isCorrection = ({ type }: MeetingEvent): boolean => type === "event.withdrawn" || type === "event.redacted";

/** A correction names an event that was, and each can be corrected but once: so those end by themselves. */
const isFull = (before: MeetingCalendar | undefined, event: MeetingEvent): boolean =>
  (before?.state.version ?? 0) >= LIMITS.events.max && !isCorrection(event);

/** A row of the store holds 2 MB. A character takes three octets at most: they are counted only where that may be too many. */
const countOctets = (text: string): number => (text.length * 3 <= LIMITS.state.max ? text.length : new TextEncoder().encode(text).length);

/** What a meeting would have too much of, where an event adds to it. */
const refuseExcess = (before: MeetingState | undefined, state: MeetingState, snapshot: string): Refusal | undefined => {
  const counts = [
    { most: LIMITS.slots.max, of: "slots", count: (counted: MeetingState) => counted.slots.length },
    { most: LIMITS.documents.max, of: "documents", count: (counted: MeetingState) => counted.record.documents?.length ?? 0 },
    {
      most: LIMITS.state.max,
      of: "octets",
      count: (counted: MeetingState) => countOctets(counted === state ? snapshot : JSON.stringify(counted)),
    },
  ];
  const over = counts.find(({ most, count }) => count(state) > most && count(state) > (before ? count(before) : 0));
  return over && createRefusal("meeting-too-large", { most: String(over.most), of: over.of });
};

const answerEvent = (event: MeetingEvent, state: MeetingState, changed: readonly EntryRevision[], at: Circumstances): Answer => {
  const { before, body, position, isInBodyFeed, keyWarnings } = at;
  const entries = compareEntries(before?.rows ?? [], changed);
  return {
    outcome: event.dryRun ? "dry run" : "applied",
    position: position.position,
    version: state.version,
    state: getLifecycle(state.agenda),
    changed: listChangedFeeds(body.id, state, entries, isInBodyFeed(state)),
    warnings: [...findWarnings(before?.state, event, state), ...keyWarnings],
    next: listNextTypes(state),
    ...(event.dryRun && { entries, statuses: compareStates(before?.state, state) }),
  };
};

/** What an event does to a meeting: pure, and the same for a dry run and in earnest. */
export const decide = (logged: LoggedEvent, at: Circumstances): Decided | Refused => {
  const { event } = logged;
  const { before, position } = at;
  const claims = findFalseClaims(event, at.body);
  if (claims.length > 0) return { kind: "invalid", errors: claims };
  if (isFull(before, event)) return refuseAt(before, createRefusal("log-full", { most: String(LIMITS.events.max) }));
  const outcome = applyLoggedEvent(before?.state, logged, at.readLog);
  if (!before && outcome.kind === "refused") return { kind: "no-such-meeting" };
  const version = before?.state.version ?? 0;
  const expected = event.data.expectedVersion ?? version;
  if (expected !== version)
    return refuseAt(before, createRefusal("version-moved-on", { version: String(version), expected: String(expected) }));
  // A time that can't be is a wrong field, although the slot's machine is what knows it.
  if (outcome.kind === "refused" && outcome.refusal.code === "ends-before-start")
    return { kind: "invalid", errors: [{ field: "data.end", message: outcome.refusal.message }] };
  if (outcome.kind === "refused") return refuseAt(before, outcome.refusal);
  const { state } = outcome;
  const errors = findFieldErrors(event, state);
  if (errors.length > 0) return { kind: "invalid", errors };
  const snapshot = JSON.stringify(state);
  const tooLarge = isCorrection(event) ? undefined : refuseExcess(before?.state, state, snapshot);
  if (tooLarge) return refuseAt(before, tooLarge);
  const rows = reviseEntries(before?.rows ?? [], state, position.arrival, position.position);
  return { kind: "decided", state, snapshot, rows, answer: answerEvent(event, state, rows, at) };
};
