import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import type { NamedSlot } from "../../../machines/meeting/named-slots.ts";
import type { ChangedEntries } from "../../calendar/replay.ts";
import type { PlenaryEvent } from "../../meeting/events.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import type { EventEffects } from "../../log-file/fold-step-by-step.ts";
import { decodeRaw, type EventLine } from "../../log-file/lines.ts";
import { readWhole, saveRest } from "./long-texts.ts";
import { type LogPosition, readHead } from "./log-end.ts";

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
  const save = (name: "answer" | "changed" | "named", value: object): string => saveRest(sql, row.position, name, JSON.stringify(value));
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
    save("changed", row.changed),
    save("named", row.named),
    row.machine,
    row.key,
    row.previous,
    row.timestamp,
    row.signature,
    row.raw,
    row.redactedBy ?? null,
    save("answer", row.answer),
  );
};

export const appendToLog = (
  sql: SqlStorage,
  { event, ...delivery }: Delivery & { readonly redactedBy?: string },
  position: LogPosition,
  settlement: Settlement,
  answer: Answer,
): void => insertRow(sql, event, { ...delivery, ...position, ...settlement, previous: readHead(sql), machine: MACHINE_VERSION, answer });

/** Puts a line of an exported log into its place. */
export const restoreToLog = (sql: SqlStorage, line: EventLine, effects: EventEffects, event: PlenaryEvent): void =>
  insertRow(sql, event, { ...line, ...effects, raw: decodeRaw(line) });

/** Notes that the bytes of an event may be others than came, if nothing says so yet. */
export const markRedacted = (sql: SqlStorage, id: string, by: string): void => {
  sql.exec("UPDATE log SET redacted_by = ? WHERE webhook_id = ? AND redacted_by IS NULL", by, id);
};

/** What the sender of an event was told. */
export const parseAnswer = (sql: SqlStorage, { position, answer }: { readonly position: number; readonly answer: string }): Answer =>
  JSON.parse(readWhole(sql, position, "answer", answer)) as Answer;

/** The delivery that came under an id before, if any. */
export const findDelivery = (sql: SqlStorage, id: string): { readonly digest: string; readonly answer: Answer } | undefined => {
  const found = sql
    .exec<{ position: number; digest: string; answer: string }>("SELECT position, digest, answer FROM log WHERE webhook_id = ?", id)
    .toArray()[0];
  return found && { digest: found.digest, answer: parseAnswer(sql, found) };
};

/** The key by which an event came. */
export const findSender = (sql: SqlStorage, id: string): string | undefined =>
  sql.exec<{ key: string }>("SELECT key FROM log WHERE webhook_id = ?", id).toArray()[0]?.key;

/** How many events a meeting has had: its version. 0 where there is no such meeting. */
export const countEvents = (sql: SqlStorage, meeting: string): number =>
  sql.exec<{ events: number }>("SELECT count(*) AS events FROM log WHERE meeting = ?", meeting).one().events;

/** The version of a meeting, as its snapshot has it: nothing is counted, however long the log is. */
export const readVersion = (sql: SqlStorage, meeting: string): number =>
  sql
    .exec<{ version: number | null }>(
      "SELECT CASE WHEN json_valid(snapshot) THEN json_extract(snapshot, '$.version') END AS version FROM meetings WHERE id = ?",
      meeting,
    )
    .toArray()[0]?.version ?? countEvents(sql, meeting);

/** How many redactions a body's log has. */
export const countRedactions = (sql: SqlStorage): number =>
  sql.exec<{ redactions: number }>("SELECT count(*) AS redactions FROM log WHERE type = 'event.redacted'").one().redactions;
