import { bounded } from "../bounded.ts";
import { withRows } from "../calendar/replay.ts";
import type { LedgerRow } from "../calendar/ledger.ts";
import type { MeetingState } from "../../machines/state.ts";
import type { StoredMeeting } from "./meeting-tables.ts";

/** Meetings as one object last read or wrote them: a cache of its tables, gone with it. */
export interface Memory {
  readonly get: (meeting: string) => StoredMeeting | undefined;
  readonly keep: (meeting: string, stored: StoredMeeting) => void;
  /** After an event: what is new among the rows stands where the tables put it, so it is read from there. */
  readonly advance: (meeting: string, state: MeetingState, rows: readonly LedgerRow[], changed: readonly LedgerRow[]) => void;
  /** Wherever it is not certain that the tables say the same. */
  readonly forget: () => void;
}

/** Entries, of all objects that share this process. */
const MOST_ENTRIES = 4000;

const kept = bounded<StoredMeeting>(MOST_ENTRIES);

let generations = 0;

export const objectMemory = (): Memory => {
  let generation = (generations += 1);
  const keyOf = (meeting: string): string => `${generation}/${meeting}`;
  const keep = (meeting: string, stored: StoredMeeting): void => kept.set(keyOf(meeting), stored, 1 + stored.rows.length);
  return {
    get: (meeting) => kept.get(keyOf(meeting)),
    keep,
    advance: (meeting, state, rows, changed) => {
      const known = new Set(rows.map(({ entry }) => entry.uid));
      if (changed.every(({ entry }) => known.has(entry.uid))) keep(meeting, { state, rows: withRows(rows, changed), isStale: false });
      else kept.delete(keyOf(meeting));
    },
    forget: () => {
      generation = generations += 1;
    },
  };
};
