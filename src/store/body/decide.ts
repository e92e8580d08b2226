import { applyToLog } from "../../../machines/meeting/apply-to-log.ts";
import { isUnchanged } from "../../../machines/meeting/corrections.ts";
import { refuseUndecided, type Difference } from "../../../machines/meeting/differences.ts";
import { findWarnings } from "../../../machines/meeting/find-warnings.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { listNextTypes } from "../../../machines/meeting/next-events.ts";
import { redactLog, settleRedaction } from "../../../machines/meeting/redaction.ts";
import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import { settleEvent } from "../../../machines/meeting/settle-event.ts";
import { printDifferences } from "../../../machines/meeting/printed.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getLifecycle, type Lifecycle } from "../../../machines/meeting/statuses.ts";
import { createWarning, type Warning } from "../../../machines/meeting/warnings.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import { reviseEntries, type EntryRevision } from "../../calendar/ledger.ts";
import { reviseRedacted, type LogEntry } from "../../calendar/replay.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import { isCorrection, type EventType, type MeetingEvent } from "../../meeting/events.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { formatLocalTime } from "../../meeting/local-time.ts";
import { LIMITS } from "../../meeting/limits.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { redactEvent, type RedactText } from "../../meeting/redaction.ts";
import { compareEntries, compareStates, listChangedFeeds } from "./changes.ts";
import { findFalseClaims, findFieldErrors } from "./field-errors.ts";
import type { LogPosition } from "./log-table.ts";
import { redactAnswer } from "./redaction.ts";

export type Refused =
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      /** Absent where there is no meeting yet. */
      readonly state?: Lifecycle;
      readonly version: number;
      readonly next: readonly EventType[];
      /** Of a record: what it came to, field by field, with what is to be decided. */
      readonly differences?: readonly Difference[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "no-such-meeting" }
  | { readonly kind: "unfoldable" };

/** What an event about a meeting comes to: what is to be stored, and what its sender is told. */
export interface Decided {
  readonly kind: "decided";
  /** The event with what is settled of it for ever. */
  readonly logged: LoggedEvent;
  readonly state: MeetingState;
  /** The state as it is stored. */
  readonly snapshot: string;
  /** The rows of the ledger that change. */
  readonly rows: readonly EntryRevision[];
  readonly answer: Answer;
  /** Of a redaction: what it removes from everything that is stored. */
  readonly redact?: RedactText;
}

/** Where an event meets its meeting. */
export interface Circumstances {
  readonly before: MeetingCalendar | undefined;
  readonly body: BodyRecord;
  readonly position: LogPosition;
  /** The meeting's events before this one, asked for by corrections only. */
  readonly readLog: () => readonly LogEntry[];
  /** Whether the meeting is in the body's own feed after the event. */
  readonly isInBodyFeed: (state: MeetingState) => boolean;
  /** What there is to say of the key that signed it. */
  readonly keyWarnings: readonly Warning[];
}

const refuseAt = (before: MeetingCalendar | undefined, reason: Refusal): Refused & { readonly kind: "refused" } => ({
  kind: "refused",
  refusal: reason,
  version: before?.state.version ?? 0,
  ...(before && { state: getLifecycle(before.state.agenda) }),
  next: before ? listNextTypes(before.state) : ["meeting.announced"],
});

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

/** What an event came to before its answer is written. */
interface Applied {
  readonly logged: LoggedEvent;
  readonly state: MeetingState;
  readonly differences: readonly Difference[];
  readonly warnings: readonly Warning[];
}

/** Words that say nothing new are not told: the event said what was so already. */
const warnOfNoEffect = ({ data }: MeetingEvent): readonly Warning[] =>
  (["note", "reason"] as const)
    .filter((name) => Object.hasOwn(data, name))
    .map((name) => createWarning("no-effect", { field: `data.${name}` }));

const answerEvent = (applied: Applied, changed: readonly EntryRevision[], at: Circumstances): Answer => {
  const { logged, state, differences } = applied;
  const { event } = logged;
  const { before, body, position, isInBodyFeed, keyWarnings } = at;
  const entries = compareEntries(before?.rows ?? [], changed);
  const isSaidAgain = before !== undefined && !isCorrection(event) && isUnchanged(before.state, state);
  const warnings = [
    ...applied.warnings,
    ...(isSaidAgain ? warnOfNoEffect(event) : findWarnings(before?.state, logged, state, differences)),
    ...keyWarnings,
  ];
  return {
    outcome: event.dryRun ? "dry run" : isSaidAgain ? "unchanged" : "applied",
    position: position.position,
    version: state.version,
    state: getLifecycle(state.agenda),
    changed: listChangedFeeds(body.id, state, entries, isInBodyFeed(state)),
    warnings,
    next: listNextTypes(state),
    ...(differences.length > 0 && { differences: printDifferences(state, differences) }),
    ...(event.dryRun && { ...(isSaidAgain && { isUnchanged: true as const }), entries, statuses: compareStates(before?.state, state) }),
  };
};

/** A sender whose clock is fast says what has not happened yet. */
const findTimestampError = ({ timestamp }: MeetingEvent, { arrival }: LogPosition): readonly FieldError[] => {
  const ahead = Math.round((Date.parse(timestamp) - arrival) / 1000);
  return ahead > LIMITS.skew.max
    ? [{ field: "timestamp", message: `is ${ahead} seconds ahead of the service's clock: send an event once it has happened` }]
    : [];
};

/** The rows of the ledger that change; after a redaction compared with what the log says without it. */
const reviseRows = (
  { before, position, readLog }: Circumstances,
  logged: LoggedEvent,
  state: MeetingState,
): readonly EntryRevision[] | undefined => {
  return logged.event.type === "event.redacted"
    ? reviseRedacted(before?.rows ?? [], [...readLog(), { ...logged, ...position, changed: [] }], position)
    : reviseEntries(before, state, position.arrival, position.position);
};

const applyAndAnswer = (id: string, event: MeetingEvent, at: Circumstances): Decided | Refused => {
  const { before, position } = at;
  const claims = [...findTimestampError(event, position), ...findFalseClaims(event, at.body)];
  if (claims.length > 0) return { kind: "invalid", errors: claims };
  if (isFull(before, event)) return refuseAt(before, createRefusal("log-full", { most: String(LIMITS.events.max) }));
  const version = before?.state.version ?? 0;
  const expected = event.data.expectedVersion ?? version;
  if (before && expected !== version)
    return refuseAt(before, createRefusal("version-moved-on", { version: String(version), expected: String(expected) }));
  const settled = settleEvent(before?.state, { id, event, arrival: position.arrival }, at.readLog, formatLocalTime);
  if (!settled.ok) return refuseAt(before, settled.error);
  const { logged, place, warnings } = settled.value;
  const applied = applyToLog(before?.state, logged, at.readLog, place);
  const { outcome, differences } = applied;
  if (!before && !outcome.ok) return { kind: "no-such-meeting" };
  // A time that can't be is a wrong field, although the slot's machine is what knows it.
  if (!outcome.ok && outcome.error.code === "ends-before-start")
    return { kind: "invalid", errors: [{ field: "data.end", message: outcome.error.message }] };
  // So is an item of a programme that the agenda has not, although the fold asks for it too: a withdrawal may take it away.
  const unknown = !outcome.ok && outcome.error.code === "unknown-item" && place.state ? findFieldErrors(event, place.state) : [];
  if (unknown.length > 0) return { kind: "invalid", errors: unknown };
  if (!outcome.ok) return refuseAt(before, outcome.error);
  const undecided = refuseUndecided(differences);
  const { value: state } = outcome;
  if (undecided) return { ...refuseAt(before, undecided), differences: printDifferences(state, differences) };
  // What it names is what there was when it happened.
  const errors = findFieldErrors(event, applied.placed ?? state);
  if (errors.length > 0) return { kind: "invalid", errors };
  const snapshot = JSON.stringify(state);
  const tooLarge = isCorrection(event) ? undefined : refuseExcess(before?.state, state, snapshot);
  if (tooLarge) return refuseAt(before, tooLarge);
  const rows = reviseRows(at, logged, state);
  if (!rows) return { kind: "unfoldable" };
  const whole = { logged, state, differences, warnings: [...warnings, ...applied.warnings] };
  return { kind: "decided", logged, state, snapshot, rows, answer: answerEvent(whole, rows, at) };
};

/** What an event does to a meeting: pure, and the same for a dry run and in earnest. */
export const decide = (id: string, event: MeetingEvent, at: Circumstances): Decided | Refused => {
  const { before } = at;
  if (!before || event.type !== "event.redacted") return applyAndAnswer(id, event, at);
  const settled = settleRedaction(event, at.readLog(), at.body);
  if (!settled.ok) return settled.error.kind === "refused" ? refuseAt(before, settled.error.refusal) : settled.error;
  const redact = settled.value;
  // As if it had never been said, not in the redaction's own words either.
  const decided = applyAndAnswer(id, redactEvent(event, redact), { ...at, readLog: () => redactLog(at.readLog(), redact) });
  return decided.kind === "decided" ? { ...decided, answer: redactAnswer(decided.answer, redact), redact } : decided;
};
