import { meetingStatusOf } from "../../machines/agenda.ts";
import { MACHINE_VERSION } from "../../machines/fold.ts";
import { foldLog } from "../../machines/log.ts";
import type { MeetingState } from "../../machines/state.ts";
import { changedRows, type LedgerRow } from "../calendar/ledger.ts";
import { withRows, type LogEntry } from "../calendar/replay.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { readLog } from "./log-table.ts";

/** A snapshot is a cache of the fold, never the truth; the ledger is what subscribers were told. */
export const MEETING_TABLES = `
  CREATE TABLE meetings (id TEXT PRIMARY KEY, machine INTEGER NOT NULL, opens_on TEXT NOT NULL, has_ended INTEGER NOT NULL, snapshot TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX meetings_by_opening ON meetings (opens_on);
  CREATE INDEX meetings_not_ended ON meetings (opens_on) WHERE NOT has_ended;
  CREATE TABLE ledger (
    meeting TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    position INTEGER NOT NULL,
    tied INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (meeting, uid)
  ) WITHOUT ROWID;`;

/** A meeting out of the tables; `isStale` where its log can't be folded by this release, and what was last known is served. */
export interface StoredMeeting extends MeetingCalendar {
  readonly isStale: boolean;
}

const readRows = (sql: SqlStorage, meeting: string): readonly LedgerRow[] =>
  sql
    .exec<{ sequence: number; stamp: number; position: number; tied: number; entry: string }>(
      "SELECT sequence, stamp, position, tied, entry FROM ledger WHERE meeting = ? ORDER BY length(uid), uid",
      meeting,
    )
    .toArray()
    .map(({ entry, tied, ...row }) => ({ ...row, tied: tied === 1, entry: JSON.parse(entry) as LedgerRow["entry"] }));

const hasEnded = ({ agenda }: MeetingState): boolean => ["closed", "cancelled"].includes(meetingStatusOf(agenda));

export const saveMeeting = (sql: SqlStorage, state: MeetingState, rows: readonly LedgerRow[]): void => {
  const { id, opensOn } = state.record;
  sql.exec(
    `INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot) VALUES (?1, ?2, ?3, ?4, ?5)
     ON CONFLICT (id) DO UPDATE SET machine = ?2, opens_on = ?3, has_ended = ?4, snapshot = ?5`,
    id,
    MACHINE_VERSION,
    opensOn,
    hasEnded(state) ? 1 : 0,
    JSON.stringify(state),
  );
  for (const { entry, sequence, stamp, position, tied } of rows)
    sql.exec(
      `INSERT INTO ledger (meeting, uid, sequence, stamp, position, tied, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       ON CONFLICT (meeting, uid) DO UPDATE SET sequence = ?3, stamp = ?4, position = ?5, tied = ?6, entry = ?7`,
      id,
      entry.uid,
      sequence,
      stamp,
      position,
      tied ? 1 : 0,
      JSON.stringify(entry),
    );
};

const folded = (log: readonly LogEntry[]): MeetingState | undefined => {
  try {
    const fold = foldLog(log);
    return fold.kind === "folded" ? fold.state : undefined;
  } catch {
    // An event of a shape that no upcast knows: as unfoldable as one that is refused.
    return undefined;
  }
};

/** After a release with another machine: folds the log again. What calendars say differently now is a change like any other. */
const refold = (sql: SqlStorage, id: string, last: MeetingCalendar): StoredMeeting => {
  const log = readLog(sql, id);
  const state = folded(log);
  const end = log.at(-1);
  if (!state || !end) return { ...last, isStale: true };
  // No event arrived: the stamp can't tell this change from the one before.
  const changed = changedRows(last.rows, state, end.arrival, end.position).map((row) => ({ ...row, tied: true }));
  saveMeeting(sql, state, changed);
  return { state, rows: withRows(last.rows, changed), isStale: false };
};

export const readMeeting = (sql: SqlStorage, id: string): StoredMeeting | undefined => {
  const found = sql.exec<{ machine: number; snapshot: string }>("SELECT machine, snapshot FROM meetings WHERE id = ?", id).toArray()[0];
  if (!found) return undefined;
  const stored = { state: JSON.parse(found.snapshot) as MeetingState, rows: readRows(sql, id) };
  return found.machine === MACHINE_VERSION ? { ...stored, isStale: false } : refold(sql, id, stored);
};

/** Ids of all meetings, the latest first. */
export const meetingIds = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM meetings ORDER BY opens_on DESC, id")
    .toArray()
    .map(({ id }) => id);

/** Meetings of the body's own feed: the latest by their opening, and any that has not ended. */
const LATEST = 12;
const MOST = 50;

export const currentMeetingIds = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT id FROM (SELECT id FROM meetings ORDER BY opens_on DESC, id LIMIT ?1)
       UNION SELECT id FROM (SELECT id FROM meetings WHERE NOT has_ended ORDER BY opens_on DESC, id LIMIT ?2) ORDER BY id LIMIT ?2`,
      LATEST,
      MOST,
    )
    .toArray()
    .map(({ id }) => id);
