import { applyLogged, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { changedRows, inOrder, type LedgerRow } from "./ledger.ts";
import type { MeetingCalendar } from "./views.ts";

/** An event in the log, with its place, its arrival in milliseconds of the epoch, and the key that signed it. */
export interface LogEntry extends LoggedEvent {
  readonly position: number;
  readonly arrival: number;
  readonly key: string;
}

/** A meeting right after one of its events. */
export interface Moment {
  readonly entry: LogEntry;
  readonly before: MeetingState | undefined;
  readonly state: MeetingState;
  /** The rows of the ledger that the event changed. */
  readonly changed: readonly LedgerRow[];
}

/** A meeting as it is or was known, and all that had happened to it. */
export interface MeetingHistory {
  readonly state: MeetingState;
  readonly moments: readonly Moment[];
}

/** All rows, those that changed in place of what they were, new ones last. */
export const withRows = (rows: readonly LedgerRow[], changed: readonly LedgerRow[]): readonly LedgerRow[] => {
  const byUid = new Map([...rows, ...changed].map((row) => [row.entry.uid, row]));
  return [...byUid.values()];
};

/**
 * Goes through a meeting's log as it was taken in: the ledger folds every event in order, corrections too, since that is
 * what subscribers were told. Ends early at an event that this release can't apply.
 */
export const replay = (log: readonly LogEntry[]): readonly Moment[] => {
  const moments: Moment[] = [];
  let rows: readonly LedgerRow[] = [];
  let before: MeetingState | undefined;
  for (const [at, entry] of log.entries()) {
    const outcome = applyLogged(before, entry, () => log.slice(0, at));
    if (outcome.kind === "refused") break;
    const { state } = outcome;
    const changed = changedRows(rows, state, entry.arrival, entry.position);
    if (changed.length > 0) rows = withRows(rows, changed);
    moments.push({ entry, before, state, changed });
    before = state;
  }
  return moments;
};

/** The meeting as it was known after the last of the moments. */
export const calendarAfter = (moments: readonly Moment[]): MeetingCalendar | undefined => {
  const last = moments.at(-1);
  if (!last) return undefined;
  const rows = withRows(
    [],
    moments.flatMap(({ changed }) => changed),
  );
  return { state: last.state, rows: inOrder(rows) };
};
