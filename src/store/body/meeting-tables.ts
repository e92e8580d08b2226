import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { CalendarEntry } from "../../calendar/entry.ts";
import { compareUids, type EntryRevision } from "../../calendar/ledger.ts";
import { hasEnded, type MeetingOverview } from "../../calendar/views.ts";
import { countListingChange } from "./body-table.ts";

/**
 * A snapshot is a cache of the fold, never the truth, and the overview a part of it that lists are made of; the ledger is what
 * subscribers were told. The indexes are in the order in which the latest are asked for, so that a body's other meetings are not
 * looked at.
 */
export const MEETING_TABLES = `
  CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    machine INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    has_ended INTEGER NOT NULL,
    overview TEXT NOT NULL,
    snapshot TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX meetings_latest ON meetings (opens_on DESC, id);
  CREATE INDEX meetings_to_end ON meetings (has_ended, opens_on DESC, id);
  CREATE TABLE ledger (
    meeting TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (meeting, uid)
  ) WITHOUT ROWID;`;

export const summarizeMeeting = ({ record, agenda }: MeetingState): MeetingOverview => {
  const { agenda: _agenda, documents: _documents, ...masthead } = record;
  return { record: masthead, agenda };
};

/** Saves what the log comes to, and tells whether lists say something else now. */
export const saveMeeting = (
  sql: SqlStorage,
  state: MeetingState,
  rows: readonly EntryRevision[],
  snapshot = JSON.stringify(state),
): boolean => {
  const { id, opensOn } = state.record;
  const overview = JSON.stringify(summarizeMeeting(state));
  const isListedAnew = sql.exec("SELECT 1 FROM meetings WHERE id = ? AND overview = ?", id, overview).toArray().length === 0;
  if (isListedAnew) countListingChange(sql);
  sql.exec(
    `INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot, overview) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (id) DO UPDATE SET machine = ?2, opens_on = ?3, has_ended = ?4, snapshot = ?5, overview = ?6`,
    id,
    MACHINE_VERSION,
    opensOn,
    hasEnded(state) ? 1 : 0,
    snapshot,
    overview,
  );
  for (const { entry, sequence, stamp, position } of rows)
    sql.exec(
      `INSERT INTO ledger (meeting, uid, sequence, stamp, position, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (meeting, uid) DO UPDATE SET sequence = ?3, stamp = ?4, position = ?5, entry = ?6`,
      id,
      entry.uid,
      sequence,
      stamp,
      position,
      JSON.stringify(entry),
    );
  return isListedAnew;
};

/** A row of the ledger; without its entry where that is damaged. */
export interface ReadRow {
  readonly uid: string;
  readonly revision: Omit<EntryRevision, "entry">;
  readonly entry: CalendarEntry | undefined;
}

/** A meeting as its tables have it; without its state where the snapshot is damaged. */
export interface ReadMeeting {
  readonly machine: number;
  readonly state: MeetingState | undefined;
  readonly rows: readonly ReadRow[];
}

/** JSON that was cut is none. */
export const parseStored = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readRows = (sql: SqlStorage, meeting: string): readonly ReadRow[] =>
  sql
    .exec<{ uid: string; sequence: number; stamp: number; position: number; entry: string }>(
      "SELECT uid, sequence, stamp, position, entry FROM ledger WHERE meeting = ?",
      meeting,
    )
    .toArray()
    .toSorted((a, b) => compareUids(a.uid, b.uid))
    .map(({ uid, entry, ...revision }) => ({ uid, revision, entry: parseStored(entry) as CalendarEntry | undefined }));

/** What the tables have of a meeting, as it is. */
export const readTables = (sql: SqlStorage, id: string): ReadMeeting | undefined => {
  const found = sql.exec<{ machine: number; snapshot: string }>("SELECT machine, snapshot FROM meetings WHERE id = ?", id).toArray()[0];
  return found && { machine: found.machine, state: parseStored(found.snapshot) as MeetingState | undefined, rows: readRows(sql, id) };
};
