import type { JointPart, JointSittings, LedSitting } from "../../calendar/joint.ts";
import { formatSlotUid } from "../../calendar/joint.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";

/**
 * What other bodies told of the sittings that they hold jointly with a meeting: outside of its log, which has what its own secretariat
 * said alone. `part` is what one says of a sitting that the meeting keeps, `led` a sitting that the other keeps, as calendars were given
 * it: where it is lost, it is asked for again, but for what became of those that the meeting left.
 */
export const JOINT_TABLE = `
  CREATE TABLE joint (
    meeting TEXT NOT NULL,
    body TEXT NOT NULL,
    uid TEXT NOT NULL,
    part TEXT,
    led TEXT,
    PRIMARY KEY (meeting, body, uid)
  ) WITHOUT ROWID;`;

type JointRow = { readonly part: string | null; readonly led: string | null } & Record<string, SqlStorageValue>;

/** How often other bodies told this one something new; undefined where none told anything of the meeting. */
export const countJointChanges = (sql: SqlStorage, meeting: string): number | undefined =>
  sql.exec<{ joint: number }>("SELECT body.joint FROM joint, body WHERE joint.meeting = ? LIMIT 1", meeting).toArray()[0]?.joint;

/** Of one other body, or of all; undefined where none told anything. */
export const readJoint = (sql: SqlStorage, meeting: string, body?: string): JointSittings | undefined => {
  const rows = sql
    .exec<JointRow>(
      "SELECT part, led FROM joint WHERE meeting = ?1 AND (?2 IS NULL OR body = ?2) ORDER BY uid, body",
      meeting,
      body ?? null,
    )
    .toArray();
  const changes = countJointChanges(sql, meeting);
  if (rows.length === 0 || changes === undefined) return undefined;
  return {
    changes,
    parts: rows.flatMap(({ part }) => (part === null ? [] : [JSON.parse(part) as JointPart])),
    led: rows.flatMap(({ led }) => (led === null ? [] : [JSON.parse(led) as LedSitting])),
  };
};

/** The sittings of the meetings that a body lists or listed, as its calendars are given them. */
export const readListedRows = (sql: SqlStorage): readonly EntryRevision[] =>
  sql
    .exec<{ led: string }>("SELECT led FROM joint WHERE led IS NOT NULL AND meeting IN (SELECT id FROM listings) ORDER BY meeting, uid")
    .toArray()
    .map(({ led }) => (JSON.parse(led) as LedSitting).row);

/** Saves what another body says of sittings that a meeting keeps, and tells whether it is something else than before. */
export const saveParts = (sql: SqlStorage, meeting: string, body: string, lead: string, parts: readonly JointPart[]): boolean => {
  if (isDeepEqual(readJoint(sql, meeting, body)?.parts ?? [], parts)) return false;
  sql.exec("DELETE FROM joint WHERE meeting = ? AND body = ? AND part IS NOT NULL", meeting, body);
  for (const part of parts) {
    const uid = formatSlotUid({ body: lead, meeting, slot: part.slot });
    sql.exec("INSERT INTO joint (meeting, body, uid, part) VALUES (?, ?, ?, ?)", meeting, body, uid, JSON.stringify(part));
  }
  return true;
};

/** Saves sittings that others keep, as the calendars of a meeting are given them. */
export const saveLed = (sql: SqlStorage, meeting: string, led: readonly LedSitting[]): void => {
  for (const sitting of led) {
    const { uid, body } = sitting.row.entry;
    sql.exec(
      "INSERT INTO joint (meeting, body, uid, led) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (meeting, body, uid) DO UPDATE SET led = ?4",
      meeting,
      body.id,
      uid,
      JSON.stringify(sitting),
    );
  }
};
