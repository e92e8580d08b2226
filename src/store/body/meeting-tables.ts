import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { getSubject } from "../../calendar/meeting-part.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { hasEnded, type MeetingOverview } from "../../calendar/views.ts";
import { listChangedParts, listShortened, splitState, type StateParts } from "../state-parts.ts";
import { countListingChange } from "./body-table.ts";

/**
 * A snapshot is a cache of the fold, never the truth: the state without its lists, whose elements are `parts`, so that an event writes what
 * it changes. The overview is a part of it that lists of meetings are made of; the ledger is what subscribers were told. `position` is
 * that of the event that changed a row last, by which a reader who has the rest is given what is new; `subject` is what its entry is found
 * by, so that a part of a meeting is read without the rest. The indexes of meetings are in the
 * order in which the latest are asked for, so that a body's other meetings are not looked at.
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
  CREATE TABLE parts (
    meeting TEXT NOT NULL,
    list TEXT NOT NULL,
    at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (meeting, list, at)
  ) WITHOUT ROWID;
  CREATE INDEX parts_changed ON parts (meeting, position);
  CREATE TABLE ledger (
    meeting TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry TEXT NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (meeting, uid)
  ) WITHOUT ROWID;
  CREATE INDEX ledger_changed ON ledger (meeting, position);
  CREATE INDEX ledger_subjects ON ledger (meeting, subject);`;

export const summarizeMeeting = ({ record, agenda }: MeetingState): MeetingOverview => {
  const { agenda: _agenda, documents: _documents, ...masthead } = record;
  return { record: masthead, agenda };
};

/** Writes the parts of a state that are not those of the one before it, which is what the tables have; all of them where there is none. */
const saveParts = (sql: SqlStorage, meeting: string, before: StateParts | undefined, after: StateParts, position: number): void => {
  if (!before) sql.exec("DELETE FROM parts WHERE meeting = ?", meeting);
  for (const { list, at, part } of listChangedParts(before, after))
    sql.exec(
      `INSERT INTO parts (meeting, list, at, position, part) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (meeting, list, at) DO UPDATE SET position = ?4, part = ?5`,
      meeting,
      list,
      at,
      position,
      JSON.stringify(part),
    );
  for (const { list, length } of listShortened(before, after))
    sql.exec("DELETE FROM parts WHERE meeting = ? AND list = ? AND at >= ?", meeting, list, length);
};

const saveRows = (sql: SqlStorage, meeting: string, rows: readonly EntryRevision[]): void => {
  for (const { entry, sequence, stamp, position } of rows)
    sql.exec(
      `INSERT INTO ledger (meeting, uid, sequence, stamp, position, entry, subject) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       ON CONFLICT (meeting, uid) DO UPDATE SET sequence = ?3, stamp = ?4, position = ?5, entry = ?6, subject = ?7`,
      meeting,
      entry.uid,
      sequence,
      stamp,
      position,
      JSON.stringify(entry),
      JSON.stringify(getSubject(entry)),
    );
};

/** What a meeting's log comes to after an event. */
export interface MeetingChange {
  /** As the tables have it; undefined where they are to be written anew. */
  readonly before: MeetingState | undefined;
  readonly state: MeetingState;
  /** The rows of the ledger that change. */
  readonly rows: readonly EntryRevision[];
  /** The log position of the event. */
  readonly position: number;
}

/** Saves what the log comes to, and tells whether lists of meetings say something else now. */
export const saveMeeting = (sql: SqlStorage, { before, state, rows, position }: MeetingChange): boolean => {
  const { id, opensOn } = state.record;
  const overview = JSON.stringify(summarizeMeeting(state));
  const isListedAnew = sql.exec("SELECT 1 FROM meetings WHERE id = ? AND overview = ?", id, overview).toArray().length === 0;
  if (isListedAnew) countListingChange(sql);
  const after = splitState(state);
  sql.exec(
    `INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot, overview) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (id) DO UPDATE SET machine = ?2, opens_on = ?3, has_ended = ?4, snapshot = ?5, overview = ?6`,
    id,
    MACHINE_VERSION,
    opensOn,
    hasEnded(state) ? 1 : 0,
    JSON.stringify(after.snapshot),
    overview,
  );
  saveParts(sql, id, before && splitState(before), after, position);
  saveRows(sql, id, rows);
  return isListedAnew;
};
