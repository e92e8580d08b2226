import { createLruCache } from "../../cache/lru-cache.ts";
import { mergeRevisions } from "../../calendar/replay.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { measureCalendar } from "../../calendar/size.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { StoredMeeting } from "./meeting-tables.ts";

/** The body and its meetings as one object last read or wrote them: a cache of its tables, gone with it. */
export interface Memory {
  readonly record: (read: () => BodyRecord | undefined) => BodyRecord | undefined;
  /** Whether a meeting is one of the body's own feed. */
  readonly isCurrent: (meeting: string, read: () => readonly string[]) => boolean;
  /** Before it is not certain any more which meetings are in the body's own feed. */
  readonly forgetCurrent: () => void;
  readonly get: (meeting: string) => StoredMeeting | undefined;
  readonly keep: (meeting: string, stored: StoredMeeting) => void;
  /** After an event: what is new among the rows stands where the tables put it, so it is read from there. */
  readonly advance: (meeting: string, state: MeetingState, rows: readonly EntryRevision[], changed: readonly EntryRevision[]) => void;
  /** Wherever it is not certain that the tables say the same. */
  readonly forget: () => void;
}

/** Characters, of all objects that share this process: some four thousand entries. */
const MOST = 5 * 1024 * 1024;

const kept = createLruCache<StoredMeeting>(MOST);

let generations = 0;

export const objectMemory = (): Memory => {
  let generation = (generations += 1);
  let record: BodyRecord | undefined;
  let current: ReadonlySet<string> | undefined;
  const keyOf = (meeting: string): string => `${generation}/${meeting}`;
  const keep = (meeting: string, stored: StoredMeeting): void => kept.set(keyOf(meeting), stored, measureCalendar(stored));
  return {
    record: (read) => (record ??= read()),
    isCurrent: (meeting, read) => (current ??= new Set(read())).has(meeting),
    forgetCurrent: () => {
      current = undefined;
    },
    get: (meeting) => kept.get(keyOf(meeting)),
    keep,
    advance: (meeting, state, rows, changed) => {
      const known = new Set(rows.map(({ entry }) => entry.uid));
      if (changed.every(({ entry }) => known.has(entry.uid))) keep(meeting, { state, rows: mergeRevisions(rows, changed), kind: "stored" });
      else kept.delete(keyOf(meeting));
    },
    forget: () => {
      generation = generations += 1;
      record = undefined;
      current = undefined;
    },
  };
};
