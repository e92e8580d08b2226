import { sha256 } from "@noble/hashes/sha2.js";
import { upcast } from "../../../machines/meeting/upcast.ts";
import type { LoggedEvent } from "../../../machines/meeting/fold-log.ts";
import { readWhole } from "./long-texts.ts";
import type { Identities } from "../../../machines/meeting/identities.ts";
import type { ChangedEntries, LogEntry } from "../../calendar/replay.ts";

/** A row of the log, as far as folding asks for it. */
interface EventRow extends Record<string, SqlStorageValue> {
  readonly position: number;
  readonly webhook_id: string;
  readonly at: number;
  readonly at_local: string;
  readonly identities: string;
  readonly machine: number;
  readonly raw: ArrayBuffer;
  readonly digest: string;
  readonly redacted_by: string | null;
}

/** The same with what the event came to. */
export interface LogRow extends EventRow {
  readonly arrival: number;
  readonly changed: string;
}

/** Rows of an object's log that were as they came when it first read them: to look at each again would cost more than to fold it. */
const sound = new WeakMap<SqlStorage, Set<number>>();

/** The bytes of an event. Throws where they are not those that came: what is damaged is never believed, however well it reads. */
const readRaw = (sql: SqlStorage, { position, raw, digest, redacted_by }: EventRow): Uint8Array => {
  const bytes = new Uint8Array(raw);
  const known = sound.get(sql) ?? new Set();
  if (redacted_by !== null || known.has(position)) return bytes;
  if (sha256(bytes).toHex() !== digest) throw new Error(`The row ${position} of the log is damaged.`);
  sound.set(sql, known.add(position));
  return bytes;
};

const decoder = new TextDecoder();

const toLogged = (sql: SqlStorage, row: EventRow): LoggedEvent => ({
  id: row.webhook_id,
  at: row.at,
  local: row.at_local,
  identities: JSON.parse(row.identities) as Identities,
  event: upcast(JSON.parse(decoder.decode(readRaw(sql, row))), row.machine),
});

export const toEntry = (sql: SqlStorage, row: LogRow): LogEntry => ({
  ...toLogged(sql, row),
  position: row.position,
  arrival: row.arrival,
  changed: JSON.parse(readWhole(sql, row.position, "changed", row.changed)) as ChangedEntries,
});

const EVENT_COLUMNS = "position, webhook_id, at, at_local, identities, machine, raw, digest, redacted_by";

export const COLUMNS = `${EVENT_COLUMNS}, arrival, changed`;

/** What is folded of some events, in the order of their positions as given: of many at once, since a statement for each takes longer than to fold it. */
export const readEvents = (sql: SqlStorage, positions: readonly number[]): readonly LoggedEvent[] => {
  const rows = sql.exec<EventRow>(
    `SELECT ${EVENT_COLUMNS} FROM log WHERE position IN (SELECT value FROM json_each(?))`,
    JSON.stringify(positions),
  );
  const read = new Map([...rows].map((row) => [row.position, toLogged(sql, row)]));
  return positions.map((position) => {
    const logged = read.get(position);
    if (!logged) throw new Error(`The row ${position} of the log is gone.`);
    return logged;
  });
};

/** The events of one meeting, in the order of their arrival. */
export const readLog = (sql: SqlStorage, meeting: string): readonly LogEntry[] =>
  sql
    .exec<LogRow>(`SELECT ${COLUMNS} FROM log WHERE meeting = ? ORDER BY position`, meeting)
    .toArray()
    .map((row) => toEntry(sql, row));

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
