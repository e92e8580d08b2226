import { lifecycleOf, type Lifecycle } from "../../machines/agenda.ts";
import { applyEvent, possibleEvents, type MeetingState } from "../../machines/fold.ts";
import { refusal, type Refusal } from "../../machines/refusals.ts";
import { warningsOf, type Warning } from "../../machines/warnings.ts";
import { entriesOf } from "../calendar/entries.ts";
import { changedRows, type LedgerRow } from "../calendar/ledger.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { EventType, FieldError, MeetingEvent } from "../meeting/events.ts";
import { slotTimeDoubts } from "../meeting/record.ts";

export type Refused =
  | {
      readonly kind: "refused";
      readonly refusal: Refusal;
      readonly state: Lifecycle;
      readonly version: number;
      readonly next: readonly EventType[];
    }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] }
  | { readonly kind: "no-such-meeting" };

export type Decision =
  | {
      readonly kind: "decided";
      readonly state: MeetingState;
      /** The rows of the ledger that change. */
      readonly rows: readonly LedgerRow[];
      readonly warnings: readonly Warning[];
    }
  | Refused;

const refusedAt = ({ state }: MeetingCalendar, reason: Refusal): Refused => ({
  kind: "refused",
  refusal: reason,
  state: lifecycleOf(state.agenda),
  version: state.version,
  next: possibleEvents(state),
});

/** What only the meeting's zone can tell of the times in an event. The fold never asks: it trusts what the door let in. */
const timeErrors = ({ state }: MeetingCalendar, event: MeetingEvent): readonly FieldError[] =>
  "start" in event.data
    ? slotTimeDoubts(event.data, state.record.timezone).map(({ path, message }) => ({ field: ["data", ...path].join("."), message }))
    : [];

/**
 * What an event does to a meeting: the same for a dry run and in earnest.
 * @param arrival milliseconds of the epoch
 */
export const decide = (before: MeetingCalendar | undefined, event: MeetingEvent, arrival: number, position: number): Decision => {
  const outcome = applyEvent(before?.state, event);
  if (before) {
    const { version } = before.state;
    const expected = event.data.expectedVersion ?? version;
    if (expected !== version)
      return refusedAt(before, refusal("version-moved-on", { version: String(version), expected: String(expected) }));
    const errors = timeErrors(before, event);
    if (errors.length > 0) return { kind: "invalid", errors };
    if (outcome.kind === "refused") return refusedAt(before, outcome.refusal);
  }
  if (outcome.kind === "refused") return { kind: "no-such-meeting" };
  const { state } = outcome;
  return {
    kind: "decided",
    state,
    rows: changedRows(before?.rows ?? [], entriesOf(state), arrival, position),
    warnings: warningsOf(before?.state, event, state),
  };
};
