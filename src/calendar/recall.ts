import type { MeetingState } from "../../machines/meeting/state.ts";
import { buildEntries, buildTombstones } from "./entries.ts";
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
