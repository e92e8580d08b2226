import type { BodyEvent } from "../../meeting/events.ts";
import type { RegisteredBody } from "../../meeting/record.ts";
import { addEndpoint, removeEndpoint } from "./endpoints-table.ts";
import { addKey, revokeKeys } from "./keys-table.ts";
import { clearOutbox } from "./outbox-table.ts";

/**
 * `repairs` counts what was thrown away since it was not what the log comes to: no event tells readers of that. `listing` counts the
 * changes of what lists say of the body, so that the directory knows whether it has them all; `joint` those of what no event of a meeting says: what other bodies told, and under which id the body is meant.
 */
export const BODY_TABLE = `
  CREATE TABLE body (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    record TEXT NOT NULL,
    repairs INTEGER NOT NULL DEFAULT 0,
    redeliveries INTEGER NOT NULL DEFAULT 0,
    listing INTEGER NOT NULL DEFAULT 0,
    joint INTEGER NOT NULL DEFAULT 0
  );`;

/**
 * Counts an event that came again, for the sake of writing: after a sync that failed, a log that was opened anew may show what
 * never reached the disk. Only a write that is synced after it proves that it is kept.
 */
export const countRedelivery = (sql: SqlStorage): void => {
  sql.exec("UPDATE body SET redeliveries = redeliveries + 1");
};

/** Tells readers that what they have may be of tables that were wrong. */
export const countRepair = (sql: SqlStorage): void => {
  sql.exec("UPDATE body SET repairs = repairs + 1");
};

/** Counts a change of what lists say of the body. */
export const countListingChange = (sql: SqlStorage): void => {
  sql.exec("UPDATE body SET listing = listing + 1");
};

/** Tells readers that something is new which no event of the body says. */
export const countJointChange = (sql: SqlStorage): void => {
  sql.exec("UPDATE body SET joint = joint + 1");
};

export const readRepairs = (sql: SqlStorage): number =>
  sql.exec<{ repairs: number }>("SELECT repairs FROM body").toArray()[0]?.repairs ?? 0;

export const readListingCount = (sql: SqlStorage): number =>
  sql.exec<{ listing: number }>("SELECT listing FROM body").toArray()[0]?.listing ?? 0;

/** The body's record; undefined before it is registered. */
export const readRecord = (sql: SqlStorage): RegisteredBody | undefined => {
  const found = sql.exec<{ record: string }>("SELECT record FROM body").toArray()[0];
  return found && (JSON.parse(found.record) as RegisteredBody);
};

/** What an event about the body itself does to its tables. */
export const applyToBody = (sql: SqlStorage, event: BodyEvent): void => {
  if (event.type === "key.added") addKey(sql, event.data);
  else if (event.type === "key.revoked") revokeKeys(sql, event.data);
  else if (event.type === "endpoint.added") addEndpoint(sql, event.data.endpoint);
  else if (event.type === "endpoint.removed") {
    removeEndpoint(sql, event.data.name);
    clearOutbox(sql, event.data.name);
  } else
    sql.exec(
      `INSERT INTO body (id, record, listing) VALUES (1, ?1, 1) ON CONFLICT (id) DO UPDATE SET listing = listing + 1, record = ?1,
       joint = joint + (json_extract(record, '$.movedTo') IS NOT json_extract(?1, '$.movedTo'))`,
      JSON.stringify(event.data.record),
    );
};
