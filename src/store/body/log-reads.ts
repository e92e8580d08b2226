import { sha256 } from "@noble/hashes/sha2.js";
import { upcast } from "../../../machines/meeting/upcast.ts";
import type { IndexedEvent } from "../../../machines/meeting/fold-log.ts";
import { readWhole } from "./long-texts.ts";
import type { Identities } from "../../../machines/meeting/identities.ts";
import type { ChangedEntries, LogEntry } from "../../calendar/replay.ts";
import type { MeetingEvent } from "../../meeting/events.ts";

/** A row of the log, as far as folding asks for it. */
export interface LogRow extends Record<string, SqlStorageValue> {
  readonly position: number;
  readonly webhook_id: string;
  readonly arrival: number;
  readonly at: number;
  readonly at_local: string;
  readonly identities: string;
  readonly changed: string;
  readonly machine: number;
  readonly raw: ArrayBuffer;
  readonly digest: string;
  readonly redacted_by: string | null;
}

/** Rows of an object's log that were as they came when it first read them: to look at each again would cost more than to fold it. */
const sound = new WeakMap<SqlStorage, Set<number>>();

/** The bytes of an event. Throws where they are not those that came: what is damaged is never believed, however well it reads. */
const readRaw = (sql: SqlStorage, { position, raw, digest, redacted_by }: LogRow): Uint8Array => {
  const bytes = new Uint8Array(raw);
  const known = sound.get(sql) ?? new Set();
  if (redacted_by !== null || known.has(position)) return bytes;
  if (sha256(bytes).toHex() !== digest) throw new Error(`The row ${position} of the log is damaged.`);
  sound.set(sql, known.add(position));
  return bytes;
};

export const toEntry = (sql: SqlStorage, row: LogRow): LogEntry => ({
  id: row.webhook_id,
  position: row.position,
  arrival: row.arrival,
  at: row.at,
  local: row.at_local,
  identities: JSON.parse(row.identities) as Identities,
  changed: JSON.parse(readWhole(sql, row.position, "changed", row.changed)) as ChangedEntries,
  event: upcast(JSON.parse(new TextDecoder().decode(readRaw(sql, row))), row.machine),
});

export const COLUMNS = "position, webhook_id, arrival, at, at_local, identities, changed, machine, raw, digest, redacted_by";

/** The events of one meeting, in the order of their arrival. */
export const readLog = (sql: SqlStorage, meeting: string): readonly LogEntry[] =>
  sql
    .exec<LogRow>(`SELECT ${COLUMNS} FROM log WHERE meeting = ? ORDER BY position`, meeting)
    .toArray()
    .map((row) => toEntry(sql, row));

/** An event of a meeting in short, where it stands in the body's log, and how long it is. */
export interface IndexedRow extends IndexedEvent {
  readonly position: number;
  readonly octets: number;
}

interface ShortRow extends Record<string, SqlStorageValue> {
  readonly position: number;
  readonly webhook_id: string;
  readonly at: number;
  readonly type: MeetingEvent["type"];
  readonly octets: number;
  readonly event: string | null;
  readonly subject: string | null;
}

/** A row that is damaged says nothing here, and is found out when it is read. */
const SUBJECT = `CASE WHEN (type LIKE 'slot.%' OR type LIKE 'item.%') AND json_valid(CAST(raw AS TEXT))
  THEN coalesce(json_extract(CAST(raw AS TEXT), '$.data.slot'), json_extract(CAST(raw AS TEXT), '$.data.item')) END`;

interface Indexing {
  readonly after?: number;
  readonly max?: number;
  /** For what looks for events about the same. */
  readonly hasSubjects?: boolean;
}

/** The events of a meeting after a position, in the order of their arrival and in short: by this a log is gone through a page at a time. */
export const readIndex = (
  sql: SqlStorage,
  meeting: string,
  { after = 0, max = Number.MAX_SAFE_INTEGER, hasSubjects = false }: Indexing = {},
): readonly IndexedRow[] => {
  // A log has few kinds of events: what is alike of thousands is held once.
  const kinds = new Map<MeetingEvent["type"], IndexedRow["event"]>();
  return sql
    .exec<ShortRow>(
      `SELECT position, webhook_id, at, type, length(raw) AS octets,
         CASE WHEN type IN ('event.withdrawn', 'event.redacted') THEN json_extract(CAST(raw AS TEXT), '$.data.event') END AS event,
         ${hasSubjects ? SUBJECT : "NULL"} AS subject
       FROM log WHERE meeting = ? AND position > ? ORDER BY position LIMIT ?`,
      meeting,
      after,
      max,
    )
    .toArray()
    .map(({ position, webhook_id, at, type, event, subject, octets }) => ({
      id: webhook_id,
      position,
      at,
      octets,
      ...(subject !== null && { subject }),
      event: event === null ? kinds.getOrInsertComputed(type, () => ({ type, data: {} })) : { type, data: { event } },
    }));
};

const readRow = (sql: SqlStorage, position: number): LogRow =>
  sql.exec<LogRow>(`SELECT ${COLUMNS} FROM log WHERE position = ?`, position).one();

/** One event. */
export const readEntry = (sql: SqlStorage, position: number): LogEntry => toEntry(sql, readRow(sql, position));

/** The event of a meeting that came under an id, if any did. */
export const findEntry = (sql: SqlStorage, meeting: string, id: string): LogEntry | undefined =>
  sql
    .exec<LogRow>(`SELECT ${COLUMNS} FROM log WHERE webhook_id = ? AND meeting = ?`, id, meeting)
    .toArray()
    .map((row) => toEntry(sql, row))[0];

/** Octets of a page of a log in memory: its last event goes beyond. */
export const PAGE_OCTETS = 256 * 1024;

/** Events from the first of some positions on, in that order, as many as are one page. */
export const readEntries = (sql: SqlStorage, positions: readonly number[]): readonly LogEntry[] => {
  const entries: LogEntry[] = [];
  let octets = 0;
  for (const position of positions) {
    const row = readRow(sql, position);
    entries.push(toEntry(sql, row));
    octets += row.raw.byteLength + row.changed.length;
    if (octets > PAGE_OCTETS) break;
  }
  return entries;
};
