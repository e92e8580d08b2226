import type { CalendarEntry } from "../../calendar/entry.ts";
import type { MeetingChanges } from "../meeting-changes.ts";
import type { ListName, Snapshot } from "../state-parts.ts";
import { readJoint } from "./joint-table.ts";
import { parseStored } from "./read-tables.ts";

interface Revision {
  /** Of the machine, repairs, and what other bodies told: where that is another, more changed than events say. */
  readonly era: string;
  readonly position: number;
  readonly arrival: number;
}

const parseRevision = (revision: string): Revision => {
  const [machine, repairs, joint, position, arrival] = revision.split(".");
  return { era: [machine, repairs, joint].join("."), position: Number(position), arrival: Number(arrival) };
};

/** Whether an event stands where a reader saw it: else the log is another, as after a restore. */
const isInLog = (sql: SqlStorage, meeting: string, { position, arrival }: Revision): boolean =>
  sql.exec("SELECT 1 FROM log WHERE position = ? AND meeting = ? AND arrival = ?", position, meeting, arrival).toArray().length > 0;

/** The position up to which a reader has a meeting; undefined where more than events changed since. */
export const findKnownPosition = (sql: SqlStorage, meeting: string, known: string, revision: string): number | undefined => {
  const [had, now] = [parseRevision(known), parseRevision(revision)];
  return had.era !== now.era || had.position > now.position || !isInLog(sql, meeting, had) ? undefined : had.position;
};

/** What events changed of a meeting since a revision that a reader has; undefined where that is not all, or it is damaged. */
export const readChanges = (sql: SqlStorage, meeting: string, known: string, revision: string): MeetingChanges | undefined => {
  const position = findKnownPosition(sql, meeting, known, revision);
  if (position === undefined) return undefined;
  const head = sql.exec<{ snapshot: string }>("SELECT snapshot FROM meetings WHERE id = ?", meeting).toArray()[0];
  const snapshot = head && (parseStored(head.snapshot) as Snapshot | undefined);
  const parts = sql
    .exec<{ list: ListName; at: number; part: string }>(
      "SELECT list, at, part FROM parts WHERE meeting = ? AND position > ?",
      meeting,
      position,
    )
    .toArray();
  const rows = sql
    .exec<{ sequence: number; stamp: number; position: number; entry: string }>(
      "SELECT sequence, stamp, position, entry FROM ledger WHERE meeting = ? AND position > ?",
      meeting,
      position,
    )
    .toArray();
  const changes = {
    parts: parts.flatMap(({ part, ...place }) => {
      const parsed = parseStored(part) as object | undefined;
      return parsed ? [{ ...place, part: parsed }] : [];
    }),
    rows: rows.flatMap(({ entry, ...row }) => {
      const parsed = parseStored(entry) as CalendarEntry | undefined;
      return parsed ? [{ ...row, entry: parsed }] : [];
    }),
  };
  const isWhole = changes.parts.length === parts.length && changes.rows.length === rows.length;
  const joint = readJoint(sql, meeting);
  return snapshot && isWhole ? { snapshot, ...changes, ...(joint && { joint }) } : undefined;
};
