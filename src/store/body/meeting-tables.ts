import { meetingStatusOf } from "../../../machines/agenda.ts";
import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { foldLog } from "../../../machines/meeting/fold-log.ts";
import { refusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { CalendarEntry } from "../../calendar/entries.ts";
import { compareUids, reviseEntries, type EntryRevision } from "../../calendar/ledger.ts";
import { buildCalendar, replay, mergeRevisions, type LogEntry } from "../../calendar/replay.ts";
import type { MeetingCalendar, MeetingOverview } from "../../calendar/views.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import type { MeetingFault } from "../../api/health.ts";
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

/** What a list of meetings says of each, beside its snapshot, which need not be read for it. */
export const OVERVIEW_COLUMN = `
  ALTER TABLE meetings ADD COLUMN overview TEXT NOT NULL DEFAULT '';
  UPDATE meetings SET overview = json_object(
    'record', json_patch('{}', json_object(
      'body', snapshot -> '$.record.body', 'id', snapshot -> '$.record.id', 'title', snapshot -> '$.record.title',
      'city', snapshot -> '$.record.city', 'timezone', snapshot -> '$.record.timezone',
      'opensOn', snapshot -> '$.record.opensOn', 'closesOn', snapshot -> '$.record.closesOn'
    )),
    'agenda', snapshot -> '$.agenda'
  ) WHERE json_valid(snapshot);`;

/** In the order in which the latest are asked for, so that a body's other meetings are not looked at. */
export const LATEST_INDEXES = `
  DROP INDEX meetings_by_opening;
  DROP INDEX meetings_not_ended;
  CREATE INDEX meetings_latest ON meetings (opens_on DESC, id);
  CREATE INDEX meetings_to_end ON meetings (has_ended, opens_on DESC, id);`;

/** No feed tells its Last-Modified any more, which alone asked for it. */
export const WITHOUT_TIES = "ALTER TABLE ledger DROP COLUMN tied;";

const overviewOf = ({ record, agenda }: MeetingState): MeetingOverview => {
  const { agenda: _agenda, documents: _documents, slots: _slots, ...masthead } = record;
  return { record: masthead, agenda };
};

/**
 * A meeting out of the tables; or out of its log, since the tables had it from another release or were torn; or `stale`, where its log
 * can't be folded by this release, and what was last known is served.
 */
export interface StoredMeeting extends MeetingCalendar {
  readonly kind: "stored" | "refolded" | "stale";
}

/** A row whose entry may be torn: JSON that was cut is none. */
interface ReadRow {
  readonly uid: string;
  readonly revision: Omit<EntryRevision, "entry">;
  readonly entry: CalendarEntry | undefined;
}

const jsonIn = (text: string): unknown => {
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
    .map(({ uid, entry, ...revision }) => ({
      uid,
      revision,
      entry: jsonIn(entry) as CalendarEntry | undefined,
    }));

const whole = (rows: readonly ReadRow[]): readonly EntryRevision[] =>
  rows.flatMap(({ revision, entry }) => (entry ? [{ ...revision, entry }] : []));

const hasEnded = ({ agenda }: MeetingState): boolean => ["closed", "cancelled"].includes(meetingStatusOf(agenda));

export const saveMeeting = (
  sql: SqlStorage,
  state: MeetingState,
  rows: readonly EntryRevision[],
  snapshot = JSON.stringify(state),
): void => {
  const { id, opensOn } = state.record;
  sql.exec(
    `INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot, overview) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
     ON CONFLICT (id) DO UPDATE SET machine = ?2, opens_on = ?3, has_ended = ?4, snapshot = ?5, overview = ?6`,
    id,
    MACHINE_VERSION,
    opensOn,
    hasEnded(state) ? 1 : 0,
    snapshot,
    JSON.stringify(overviewOf(state)),
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
};

interface Refolded {
  readonly state: MeetingState;
  /** The rows of the ledger that are not as they were. */
  readonly changed: readonly EntryRevision[];
}

/**
 * Folds a meeting's log again. What calendars say differently now is a change like any other; an entry that is torn is
 * the fold's, under the revision that subscribers were told. Undefined where the log can't be folded.
 */
const refold = (log: readonly LogEntry[], read: readonly ReadRow[]): Refolded | undefined => {
  const fold = foldLog(log);
  const end = log.at(-1);
  if (fold.kind !== "folded" || !fold.state || !end) return undefined;
  const torn = read.filter(({ entry }) => !entry);
  const replayed = torn.length > 0 ? (buildCalendar(replay(log))?.rows ?? []) : [];
  const mended = torn.flatMap(({ uid, revision }) => {
    const entry = replayed.find((other) => other.entry.uid === uid)?.entry;
    return entry ? [{ ...revision, entry }] : [];
  });
  if (mended.length < torn.length) return undefined;
  const rows = mergeRevisions(whole(read), mended);
  const changed = reviseEntries(rows, fold.state, end.arrival, end.position);
  return { state: fold.state, changed: mergeRevisions(mended, changed) };
};

const refolded = (sql: SqlStorage, id: string, read: readonly ReadRow[]): Refolded | undefined => {
  try {
    return refold(readLog(sql, id), read);
  } catch {
    // An event of a shape that no upcast knows, or torn itself: as unfoldable as one that is refused.
    return undefined;
  }
};

/** Reads a meeting; folds its log again after a release with another machine, or where its tables are torn. Throws where neither is to be had. */
export const readMeeting = (sql: SqlStorage, id: string): StoredMeeting | undefined => {
  const found = sql.exec<{ machine: number; snapshot: string }>("SELECT machine, snapshot FROM meetings WHERE id = ?", id).toArray()[0];
  if (!found) return undefined;
  const state = jsonIn(found.snapshot) as MeetingState | undefined;
  const read = readRows(sql, id);
  const rows = whole(read);
  const last = state && rows.length === read.length ? { state, rows } : undefined;
  if (last && found.machine === MACHINE_VERSION) return { ...last, kind: "stored" };
  const fresh = refolded(sql, id, read);
  if (fresh) {
    saveMeeting(sql, fresh.state, fresh.changed);
    return { state: fresh.state, rows: whole(readRows(sql, id)), kind: "refolded" };
  }
  if (last) return { ...last, kind: "stale" };
  throw new Error(`The tables of the meeting "${id}" are torn, and its log can't be folded.`);
};

const isFold = (sql: SqlStorage, id: string, state: MeetingState): boolean => {
  const fold = foldLog(readLog(sql, id));
  return fold.kind === "folded" && isDeepEqual(fold.state, state);
};

/** What a look at a meeting found; `isRewritten` where what was in the tables was wrong, so that it may be in memory, too. */
interface LookAtMeeting {
  readonly fault?: MeetingFault["fault"];
  readonly isRewritten: boolean;
  /** Rows of tables that were read for it. */
  readonly rows: number;
}

/** A snapshot that is not the fold of its log is folded anew when next it is read. */
export const lookAtMeeting = (sql: SqlStorage, id: string, isToBeFolded: boolean): LookAtMeeting => {
  try {
    const stored = readMeeting(sql, id);
    const rows = 1 + (stored?.rows.length ?? 0);
    if (!stored || stored.kind === "stale") return { fault: "unfoldable", isRewritten: true, rows };
    const isRewritten = stored.kind === "refolded";
    if (!isToBeFolded) return { isRewritten, rows };
    const all = rows + stored.state.version;
    if (isFold(sql, id, stored.state)) return { isRewritten, rows: all };
    sql.exec("UPDATE meetings SET machine = 0 WHERE id = ?", id);
    sql.exec("UPDATE body SET mended = mended + 1");
    return { fault: "differed", isRewritten: true, rows: all };
  } catch {
    return { fault: "torn", isRewritten: true, rows: 1 };
  }
};

/**
 * Changes whenever what is served of a meeting may. The machine and what was mended tell a log that was folded anew; the arrival tells apart
 * two events at one position, as after a restore. Undefined where there is no such meeting.
 */
export const meetingRevision = (sql: SqlStorage, id: string): string | undefined =>
  sql
    .exec<{ revision: string }>(
      `SELECT meetings.machine || '.' || (SELECT mended FROM body) || '.' || position || '.' || arrival AS revision FROM meetings JOIN log ON meeting = id
       WHERE id = ? ORDER BY position DESC LIMIT 1`,
      id,
    )
    .toArray()[0]?.revision;

/** The same of all that a body holds. */
export const bodyRevision = (sql: SqlStorage): string =>
  sql
    .exec<{ revision: string }>(
      `SELECT ? || '.' || (SELECT mended FROM body) || '.' || position || '.' || arrival AS revision FROM log ORDER BY position DESC LIMIT 1`,
      MACHINE_VERSION,
    )
    .toArray()[0]?.revision ?? "";

/** All meetings, the latest first, in short. One whose snapshot this release did not write is read whole. */
export const meetingOverviews = (sql: SqlStorage): readonly MeetingOverview[] =>
  sql
    .exec<{ id: string; machine: number; overview: string }>("SELECT id, machine, overview FROM meetings ORDER BY opens_on DESC, id")
    .toArray()
    .flatMap(({ id, machine, overview }) => {
      const written = machine === MACHINE_VERSION ? (jsonIn(overview) as MeetingOverview | undefined) : undefined;
      const state = written ? undefined : readMeeting(sql, id)?.state;
      return written ?? (state ? overviewOf(state) : []);
    });

/** Ids of all meetings, the latest first. */
export const meetingIds = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM meetings ORDER BY opens_on DESC, id")
    .toArray()
    .map(({ id }) => id);

/** Ids of the meetings after one, in the order of their ids. */
export const meetingIdsAfter = (sql: SqlStorage, id: string): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM meetings WHERE id > ? ORDER BY id", id)
    .toArray()
    .map((found) => found.id);

/** Why a body takes no further meeting, or undefined where it does. */
export const whyNotAnotherMeeting = (sql: SqlStorage): Refusal | undefined => {
  const { count } = sql.exec<{ count: number }>("SELECT count(*) AS count FROM meetings").one();
  return count >= LIMITS.meetings.max ? refusal("too-many-meetings", { most: String(LIMITS.meetings.max) }) : undefined;
};

/** Meetings of the body's own feed: the latest by their opening, and any that has not ended. */
const LATEST = 12;
const MOST = 50;

/** Entries from which on a body's own feed takes no further meeting: more are of no use to a calendar, and fill memory. */
const ENOUGH_ENTRIES = 2000;

/** Whether a change of a meeting may change which meetings are in the body's own feed. */
export const isListedElsewhere = (before: MeetingState, after: MeetingState): boolean =>
  before.record.opensOn !== after.record.opensOn || hasEnded(before) !== hasEnded(after);

const countEntries = (sql: SqlStorage, meeting: string): number =>
  sql.exec<{ entries: number }>("SELECT count(*) AS entries FROM ledger WHERE meeting = ?", meeting).one().entries;

export const currentMeetingIds = (sql: SqlStorage): readonly string[] => {
  const latestFirst = sql
    .exec<{ id: string }>(
      `SELECT * FROM (SELECT id, opens_on FROM meetings ORDER BY opens_on DESC, id LIMIT ?1)
       UNION SELECT * FROM (SELECT id, opens_on FROM meetings WHERE has_ended = 0 ORDER BY opens_on DESC, id LIMIT ?2)
       ORDER BY opens_on DESC, id LIMIT ?2`,
      LATEST,
      MOST,
    )
    .toArray();
  const current: string[] = [];
  let entries = 0;
  for (const { id } of latestFirst) {
    if (entries >= ENOUGH_ENTRIES) break;
    current.push(id);
    entries += countEntries(sql, id);
  }
  return current.toSorted();
};
