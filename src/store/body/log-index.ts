import type { IndexedEvent } from "../../../machines/meeting/fold-log.ts";
import type { MeetingEvent } from "../../meeting/events.ts";

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
