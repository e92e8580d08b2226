import type { BodyEvent } from "../../meeting/events.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { addKey, revokeKeys } from "./keys-table.ts";

export const BODY_TABLE = "CREATE TABLE body (id INTEGER PRIMARY KEY CHECK (id = 1), record TEXT NOT NULL);";

/** How often something of the body was thrown away since it was not what the log comes to: no event tells readers of that. */
export const MENDED_COLUMN = "ALTER TABLE body ADD COLUMN mended INTEGER NOT NULL DEFAULT 0;";

/** How often an event that is in the log came again. */
export const REPEATED_COLUMN = "ALTER TABLE body ADD COLUMN repeated INTEGER NOT NULL DEFAULT 0;";

/**
 * Counts an event that came again, for the sake of writing: after a sync that failed, a log that was opened anew may show what
 * never reached the disk. Only a write that is synced after it proves that it is kept.
 */
export const countRepeated = (sql: SqlStorage): void => {
  sql.exec("UPDATE body SET repeated = repeated + 1");
};

/** The body's record; undefined before it is registered. */
export const readRecord = (sql: SqlStorage): BodyRecord | undefined => {
  const found = sql.exec<{ record: string }>("SELECT record FROM body").toArray()[0];
  return found && (JSON.parse(found.record) as BodyRecord);
};

/** What an event about the body itself does to its tables. */
export const applyToBody = (sql: SqlStorage, event: BodyEvent): void => {
  if (event.type === "key.added") addKey(sql, event.data.key);
  else if (event.type === "key.revoked") revokeKeys(sql, event.data);
  else
    sql.exec("INSERT INTO body (id, record) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET record = ?1", JSON.stringify(event.data.record));
};
