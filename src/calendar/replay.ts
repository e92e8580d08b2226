import { applyToLog } from "../../machines/meeting/apply-to-log.ts";
import type { Difference } from "../../machines/meeting/differences.ts";
import type { LoggedEvent } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { reviseEntries, sortRevisions, type EntryRevision } from "./ledger.ts";
import type { MeetingCalendar } from "./views.ts";

/** An event in the log, with its place, its arrival in milliseconds of the epoch, and the key that signed it. */
export interface LogEntry extends LoggedEvent {
  readonly position: number;
  readonly arrival: number;
  readonly key: string;
}

/** A meeting right after one of its events. */
export interface HistoryStep {
  readonly entry: LogEntry;
  readonly before: MeetingState | undefined;
  readonly state: MeetingState;
  /** What a record came to, field by field. */
  readonly differences: readonly Difference[];
  /** The rows of the ledger that the event changed. */
  readonly changed: readonly EntryRevision[];
}

/** A meeting as it is or was known, and all that had happened to it. */
export interface MeetingHistory {
  readonly state: MeetingState;
  readonly steps: readonly HistoryStep[];
}

/** All rows, those that changed in place of what they were, new ones last. */
export const mergeRevisions = (rows: readonly EntryRevision[], changed: readonly EntryRevision[]): readonly EntryRevision[] => {
  const byUid = new Map([...rows, ...changed].map((row) => [row.entry.uid, row]));
  return [...byUid.values()];
};

/**
 * Goes through a meeting's log as it was taken in: the ledger folds every event in order, corrections too, since that is
 * what subscribers were told. Ends early at an event that this release can't apply.
 */
export const replay = (log: readonly LogEntry[]): readonly HistoryStep[] => {
  const steps: HistoryStep[] = [];
  let rows: readonly EntryRevision[] = [];
  let before: MeetingState | undefined;
  for (const [at, entry] of log.entries()) {
    const { outcome, differences } = applyToLog(before, entry, () => log.slice(0, at));
    if (outcome.kind === "refused") break;
    const { state } = outcome;
    const changed = reviseEntries(rows, state, entry.arrival, entry.position);
    if (changed.length > 0) rows = mergeRevisions(rows, changed);
    steps.push({ entry, before, state, differences, changed });
    before = state;
  }
  return steps;
};

/** The meeting as it was known after the last of the steps. */
export const buildCalendar = (steps: readonly HistoryStep[]): MeetingCalendar | undefined => {
  const last = steps.at(-1);
  if (!last) return undefined;
  const rows = mergeRevisions(
    [],
    steps.flatMap(({ changed }) => changed),
  );
  return { state: last.state, rows: sortRevisions(rows) };
};
