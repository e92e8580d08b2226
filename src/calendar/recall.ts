import type { MeetingState } from "../../machines/meeting/state.ts";
import { foldAnew, foldStanding, listWithdrawn, type Log } from "../../machines/meeting/fold-log.ts";
import { buildEntries, buildTombstones, listForgottenItems } from "./entries.ts";
import type { CalendarEntry } from "./entry.ts";
import { sortRevisions, type EntryRevision } from "./ledger.ts";
import type { LogEntry } from "./replay.ts";
import type { MeetingCalendar } from "./views.ts";

/** The revision of each UID as calendars were told it, out of what events changed when they came. */
export interface ToldRevisions {
  /** In whatever order events come. */
  readonly add: (entry: Pick<LogEntry, "changed" | "position" | "arrival">) => void;
  readonly get: (uid: string) => Omit<EntryRevision, "entry"> | undefined;
  /** How many UIDs there are. */
  readonly count: () => number;
}

export const createToldRevisions = (): ToldRevisions => {
  const told = new Map<string, Omit<EntryRevision, "entry">>();
  return {
    add: ({ changed, position, arrival }) => {
      for (const { uid, sequence } of changed)
        if ((told.get(uid)?.position ?? 0) < position) told.set(uid, { sequence, stamp: Math.floor(arrival / 1000), position });
    },
    get: (uid) => told.get(uid),
    count: () => told.size,
  };
};

/**
 * A meeting as it was known: its state then, and its entries under the revisions that calendars had been told. Of an entry that had
 * vanished by then its facts are those that it has now.
 */
export const recallCalendar = (state: MeetingState, told: ToldRevisions, now: readonly EntryRevision[]): MeetingCalendar => {
  const entries = buildEntries(state);
  const present = new Set(entries.map(({ uid }) => uid));
  const vanished = now.flatMap(({ entry }) => (present.has(entry.uid) || !told.get(entry.uid) ? [] : [entry]));
  const rows = [...entries, ...buildTombstones(vanished, state)].flatMap((entry) => {
    const revision = told.get(entry.uid);
    return revision ? [{ entry, ...revision }] : [];
  });
  return { state, rows: sortRevisions(rows) };
};

/** The state of a meeting right before one of its events came. */
const foldBefore = ({ index, read }: Log, place: number): MeetingState | undefined => {
  const earlier = index.slice(0, place);
  return foldStanding({ index: earlier, written: place, read, fold: foldAnew }, listWithdrawn(earlier)).state;
};

/**
 * The entry of what a meeting no longer has, as it stays: with what it said when it was there last.
 * @param changedAt the places in the log of the events that changed it
 */
export const recallVanished = (log: Log, state: MeetingState, uid: string, changedAt: readonly number[]): CalendarEntry | undefined => {
  for (const place of changedAt.toReversed()) {
    const stood = foldBefore(log, place);
    const entries = stood ? [...buildEntries(stood), ...listForgottenItems(stood, { ...stood, items: [], formerItems: [] })] : [];
    const found = entries.find((entry) => entry.uid === uid);
    if (found) return buildTombstones([found], state)[0];
  }
  return undefined;
};
