import { hashRow, LAST_ENTRY, type HashedRow } from "../../log-file/entry-hash.ts";

/** Where an event stands in the log, and when it arrived, in milliseconds of the epoch. */
export interface LogPosition {
  readonly position: number;
  readonly arrival: number;
}

/** Where the log ends: its length, and the arrival of its last event. */
export const readLogEnd = (sql: SqlStorage): LogPosition =>
  sql.exec<{ position: number; arrival: number }>("SELECT position, arrival FROM log ORDER BY position DESC LIMIT 1").toArray()[0] ?? {
    position: 0,
    arrival: 0,
  };

/** Arrivals never go back, whatever the clock does. */
export const computeNextPosition = (sql: SqlStorage, now: number): LogPosition => {
  const last = readLogEnd(sql);
  return { position: last.position + 1, arrival: Math.max(now, last.arrival) };
};

/** The hash of the last entry, which proves that all before it are there; empty where there is none. */
export const readHead = (sql: SqlStorage): string =>
  hashRow(sql.exec<HashedRow & Record<string, SqlStorageValue>>(LAST_ENTRY).toArray()[0]);
