import { applyToLog } from "../../machines/meeting/apply-to-log.ts";
import type { Difference } from "../../machines/meeting/differences.ts";
import { createLog, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import { createRememberingFold } from "../../machines/meeting/remembering-fold.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { CalendarEntry } from "./entry.ts";
import { mergeRevisions, reviseEntries, sortRevisions, type EntryRevision } from "./ledger.ts";
import type { MeetingCalendar } from "./views.ts";

/** What an event changed in calendars: the entries, and the SEQUENCE that each has since. */
export type ChangedEntries = readonly (Pick<CalendarEntry, "uid" | "slot" | "item"> & { readonly sequence: number })[];

/** An event in the log, with its place, its arrival in milliseconds of the epoch, and what it changed when it came. */
export interface LogEntry extends LoggedEvent {
  readonly position: number;
  readonly arrival: number;
  readonly changed: ChangedEntries;
}

export const listChanged = (rows: readonly EntryRevision[]): ChangedEntries =>
  rows.map(({ entry: { uid, slot, item }, sequence }) => ({
    uid,
    ...(slot !== undefined && { slot }),
    ...(item !== undefined && { item }),
    sequence,
  }));

/** A meeting right after one of its events. */
export interface ReplayedEvent {
  readonly entry: LogEntry;
  readonly before: MeetingState | undefined;
  readonly state: MeetingState;
  /** What a record came to, field by field. */
  readonly differences: readonly Difference[];
  /** The rows of the ledger that the event changed. */
  readonly changed: readonly EntryRevision[];
}

/** Rows that the event changed when it came, and of which a redaction since left no trace: calendars were told of them all the same. */
const listTold = (rows: readonly EntryRevision[], { changed, arrival, position }: LogEntry): readonly EntryRevision[] => {
  const sequences = new Map(changed.map(({ uid, sequence }) => [uid, sequence]));
  return rows.flatMap((row) => {
    const sequence = sequences.get(row.entry.uid) ?? 0;
    return sequence > row.sequence ? [{ ...row, sequence, stamp: Math.floor(arrival / 1000), position }] : [];
  });
};

/** The rows that an event changed, as calendars were told. */
export const reviseByEntry = (before: MeetingCalendar | undefined, state: MeetingState, entry: LogEntry): readonly EntryRevision[] => {
  const said = reviseEntries(before, state, entry.arrival, entry.position);
  return mergeRevisions(said, listTold(mergeRevisions(before?.rows ?? [], said), entry));
};

/**
 * Goes through a meeting's log as it was taken in, and keeps no step: the ledger folds every event in order, corrections too, since that
 * is what subscribers were told. Ends early at an event that this release can't apply.
 */
export function* replay(log: readonly LogEntry[]): Generator<ReplayedEvent> {
  const { fold } = createRememberingFold();
  const rows = new Map<string, EntryRevision>();
  let before: MeetingState | undefined;
  for (const [at, entry] of log.entries()) {
    const { outcome, differences } = applyToLog(before, entry, () => createLog(log.slice(0, at), fold));
    if (!outcome.ok) return;
    const { value: state } = outcome;
    const changed = reviseByEntry(before && { state: before, rows: [...rows.values()] }, state, entry);
    for (const row of changed) rows.set(row.entry.uid, row);
    yield { entry, before, state, differences, changed };
    before = state;
  }
}

/** The meeting as it was known after the last of the steps, and how many there were. */
export const buildCalendar = (
  steps: Iterable<ReplayedEvent>,
): { readonly events: number; readonly calendar: MeetingCalendar | undefined } => {
  const rows = new Map<string, EntryRevision>();
  let state: MeetingState | undefined;
  let events = 0;
  for (const step of steps) {
    ({ state } = step);
    events += 1;
    for (const row of step.changed) rows.set(row.entry.uid, row);
  }
  return { events, calendar: state && { state, rows: sortRevisions([...rows.values()]) } };
};
