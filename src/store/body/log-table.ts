import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import type { NamedSlot } from "../../../machines/meeting/named-slots.ts";
import type { ChangedEntries } from "../../calendar/replay.ts";
import type { PlenaryEvent } from "../../meeting/events.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import { hashRow, LAST_ENTRY, type HashedRow } from "../../log-file/entry-hash.ts";
import type { Settled } from "../../log-file/fold-meeting.ts";
import { decodeRaw, type EventLine } from "../../log-file/lines.ts";

/** Append-only, but for the texts that are redacted: `redacted_by` names the event that removed some from a row last. */
export const LOG_TABLE = `
  CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    webhook_id TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    type TEXT NOT NULL,
    meeting TEXT,
    arrival INTEGER NOT NULL,
    at INTEGER NOT NULL,
    at_local TEXT NOT NULL,
    identities TEXT NOT NULL,
    changed TEXT NOT NULL,
    named TEXT NOT NULL,
    machine INTEGER NOT NULL,
    key TEXT NOT NULL,
    previous TEXT NOT NULL,
    webhook_timestamp TEXT NOT NULL,
    webhook_signature TEXT NOT NULL,
    raw BLOB NOT NULL,
    redacted_by TEXT,
    answer TEXT NOT NULL
  );
  CREATE INDEX log_by_meeting ON log (meeting, position);`;

/** A verified delivery: its event, and the bytes and signature that prove it. */
export interface Delivery {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly key: string;
  readonly raw: Uint8Array;
  /** SHA-256 of `raw` in hexadecimal: tells a retry from another event, even after a redaction. */
  readonly digest: string;
  readonly event: PlenaryEvent;
}

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

/** What is settled of an event when it is written down. */
export interface Settlement extends Pick<LoggedEvent, "at" | "local" | "identities"> {
  readonly changed: ChangedEntries;
  /** The sittings that it speaks of, as they stood. */
  readonly named: readonly NamedSlot[];
}

/** Of an event about the body itself: it happened when it arrived, by no place's clock. */
export const settleAtArrival = ({ arrival }: LogPosition): Settlement => ({
  at: arrival,
  local: "",
  identities: {},
  changed: [],
  named: [],
});

/** A row of the log, but for what its event says itself. */
interface WrittenRow extends Omit<Delivery, "event">, LogPosition, Settlement {
  readonly machine: number;
  readonly previous: string;
  readonly redactedBy?: string | undefined;
  readonly answer: Answer;
}

const insertRow = (sql: SqlStorage, { type, data }: PlenaryEvent, row: WrittenRow): void => {
  sql.exec(
    `INSERT INTO log (position, webhook_id, digest, type, meeting, arrival, at, at_local, identities, changed, named, machine, key, previous,
       webhook_timestamp, webhook_signature, raw, redacted_by, answer)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.position,
    row.id,
    row.digest,
    type,
    "meeting" in data ? data.meeting : null,
    row.arrival,
    row.at,
    row.local,
    JSON.stringify(row.identities),
    JSON.stringify(row.changed),
    JSON.stringify(row.named),
    row.machine,
    row.key,
    row.previous,
    row.timestamp,
    row.signature,
    row.raw,
    row.redactedBy ?? null,
    JSON.stringify(row.answer),
  );
};

/** The hash of the last entry, which proves that all before it are there; empty where there is none. */
export const readHead = (sql: SqlStorage): string =>
  hashRow(sql.exec<HashedRow & Record<string, SqlStorageValue>>(LAST_ENTRY).toArray()[0]);

export const appendToLog = (
  sql: SqlStorage,
  { event, ...delivery }: Delivery & { readonly redactedBy?: string },
  position: LogPosition,
  settlement: Settlement,
  answer: Answer,
): void => insertRow(sql, event, { ...delivery, ...position, ...settlement, previous: readHead(sql), machine: MACHINE_VERSION, answer });

/** Puts a line of an exported log into its place. */
export const restoreToLog = (sql: SqlStorage, line: EventLine, settled: Settled, event: PlenaryEvent): void =>
  insertRow(sql, event, { ...line, ...settled, raw: decodeRaw(line) });

/** Notes that the bytes of an event may be others than came, if nothing says so yet. */
export const markRedacted = (sql: SqlStorage, id: string, by: string): void => {
  sql.exec("UPDATE log SET redacted_by = ? WHERE webhook_id = ? AND redacted_by IS NULL", by, id);
};
