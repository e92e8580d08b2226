import type { NamedSlot } from "../../../machines/meeting/named-slots.ts";
import type { ToldEvent } from "../../calendar/told-event.ts";
import { parseAnswer } from "./log-table.ts";
import { readWhole } from "./long-texts.ts";
import { type LogRow, toEntry, COLUMNS, PAGE_OCTETS } from "./log-reads.ts";

interface ToldRow extends LogRow {
  readonly named: string;
  readonly answer: string;
}

const TOLD_COLUMNS = `${COLUMNS}, named, answer`;

const toTold = (sql: SqlStorage, row: ToldRow, version: number): ToldEvent => {
  const { id, position, arrival, event, changed } = toEntry(sql, row);
  const found =
    event.type === "event.withdrawn" || event.type === "event.redacted"
      ? sql.exec<ToldRow>(`SELECT ${TOLD_COLUMNS} FROM log WHERE webhook_id = ?`, event.data.event).toArray()[0]
      : undefined;
  const target = found && toTold(sql, found, 0);
  const { outcome, differences = [] } = parseAnswer(sql, row);
  return {
    id,
    position,
    arrival,
    event,
    changed,
    version,
    named: JSON.parse(readWhole(sql, position, "named", row.named)) as readonly NamedSlot[],
    differences,
    isUnchanged: outcome === "unchanged",
    ...(target && { target }),
    octets: row.raw.byteLength + row.changed.length + row.answer.length + (target?.octets ?? 0),
  };
};

/** An event of a meeting, as its history tells it, and whether something of it was redacted. */
export const readTold = (sql: SqlStorage, position: number): { readonly told: ToldEvent; readonly isRedacted: boolean } => {
  const row = sql.exec<ToldRow>(`SELECT ${TOLD_COLUMNS} FROM log WHERE position = ?`, position).one();
  const { version } = parseAnswer(sql, row);
  return { told: toTold(sql, row, version), isRedacted: row.redacted_by !== null };
};

/** A page of a meeting's history: the events up to a version, the latest first. */
export const readHistory = (sql: SqlStorage, meeting: string, upTo: number): readonly ToldEvent[] => {
  const events: ToldEvent[] = [];
  let octets = 0;
  const positions = sql.exec<{ position: number }>(
    "SELECT position FROM log WHERE meeting = ?1 ORDER BY position LIMIT 200 OFFSET max(0, ?2 - 200)",
    meeting,
    upTo,
  );
  const wanted = positions.toArray().slice(0, Math.min(upTo, 200)).toReversed();
  for (const [at, { position }] of wanted.entries()) {
    const row = sql.exec<ToldRow>(`SELECT ${TOLD_COLUMNS} FROM log WHERE position = ?`, position).one();
    const told = toTold(sql, row, upTo - at);
    events.push(told);
    octets += told.octets;
    if (octets > PAGE_OCTETS) break;
  }
  return events;
};
