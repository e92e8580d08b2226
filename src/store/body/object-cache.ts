import { createLruCache } from "../../cache/lru-cache.ts";
import { MEMORY } from "../../cache/memory.ts";
import { mergeRevisions, type EntryRevision } from "../../calendar/ledger.ts";
import { noteChangedRows, weighCalendar } from "../weigh.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { RegisteredBody } from "../../meeting/record.ts";
import { readRecord } from "./body-table.ts";
import { readBodyFeedMeetings } from "./meeting-list.ts";
import { openLogSlowly, weighLog, type StoredLog } from "./stored-log.ts";
import { loadMeeting, type LoadedMeeting } from "./stored-meeting.ts";

/** The body and its meetings as one object last read or wrote them: a cache of its tables, gone with it. */
export interface ObjectCache {
  readonly readRecord: () => RegisteredBody | undefined;
  readonly loadMeeting: (id: string) => LoadedMeeting | undefined;
  /** A meeting's log with the states on the way that were folded of it: of several corrections only the first folds all. */
  readonly openLog: (id: string) => Promise<StoredLog>;
  readonly isInBodyFeed: (meeting: string) => boolean;
  /** Before it is not certain any more which meetings are in the body's own feed. */
  readonly invalidateBodyFeed: () => void;
  /** After an event: what is new among the rows stands where the tables put it, so it is read from there. */
  readonly advance: (after: MeetingCalendar, changed: readonly EntryRevision[]) => void;
  /** Another one whenever it was not certain that the tables say the same: what was made of them before may be wrong. */
  readonly readGeneration: () => number;
  /** Wherever it is not certain that the tables say the same. */
  readonly clear: () => void;
}

/** Of all objects that share this process. */
const meetings = createLruCache<LoadedMeeting>(MEMORY.objects);
const logs = createLruCache<StoredLog>(MEMORY.logs);

let generations = 0;

export const createObjectCache = (sql: SqlStorage): ObjectCache => {
  let generation = (generations += 1);
  let record: RegisteredBody | undefined;
  let bodyFeed: ReadonlySet<string> | undefined;
  const keyOf = (id: string): string => `${generation}/${id}`;
  const set = (id: string, stored: LoadedMeeting): void => meetings.set(keyOf(id), stored, weighCalendar(stored));
  const invalidateBodyFeed = (): void => {
    bodyFeed = undefined;
  };
  return {
    readRecord: () => (record ??= readRecord(sql)),
    loadMeeting: (id) => {
      const known = meetings.get(keyOf(id));
      if (known) return known;
      const stored = loadMeeting(sql, id);
      // A log that was folded again may have come to another end.
      invalidateBodyFeed();
      if (stored && stored.kind !== "stale") set(id, stored);
      return stored;
    },
    openLog: async (id) => {
      // Of what was so when it was asked for, whatever is thrown away meanwhile.
      const key = keyOf(id);
      const log = await openLogSlowly(sql, id, logs.get(key));
      const weight = weighLog(log);
      if (weight > MEMORY.logs) logs.delete(key);
      else logs.set(key, log, weight);
      return log;
    },
    isInBodyFeed: (meeting) => (bodyFeed ??= new Set(readBodyFeedMeetings(sql))).has(meeting),
    invalidateBodyFeed,
    advance: ({ rows, ...after }, changed) => {
      const known = new Set(rows.map(({ entry }) => entry.uid));
      const { id } = after.state.record;
      if (changed.every(({ entry }) => known.has(entry.uid))) {
        const merged = mergeRevisions(rows, changed);
        noteChangedRows(rows, merged, changed);
        set(id, { ...after, rows: merged, kind: "stored" });
      } else {
        invalidateBodyFeed();
        meetings.delete(keyOf(id));
      }
    },
    readGeneration: () => generation,
    clear: () => {
      generation = generations += 1;
      record = undefined;
      bodyFeed = undefined;
    },
  };
};
