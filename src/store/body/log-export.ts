import { listLedRows } from "../../calendar/joint.ts";
import { readJoint } from "./joint-table.ts";
import { readListingIds } from "./listings-table.ts";
import { readHead, readLogEnd } from "./log-table.ts";
import { readMeetingIds } from "./meeting-list.ts";
import { loadMeeting } from "./stored-meeting.ts";
import type { Identities } from "../../../machines/meeting/identities.ts";
import type { NamedSlot } from "../../../machines/meeting/named-slots.ts";
import type { ChangedEntries } from "../../calendar/replay.ts";
import type { Answer } from "../../api/schemas/answer.ts";
import type { EventLine } from "../../log-file/lines.ts";
import type { LogRow } from "./log-reads.ts";

interface WholeRow extends LogRow {
  readonly named: string;
  readonly key: string;
  readonly previous: string;
  readonly webhook_timestamp: string;
  readonly webhook_signature: string;
  readonly answer: string;
}

const toLine = (row: WholeRow): EventLine => ({
  position: row.position,
  arrival: row.arrival,
  at: row.at,
  local: row.at_local,
  identities: JSON.parse(row.identities) as Identities,
  changed: JSON.parse(row.changed) as ChangedEntries,
  named: JSON.parse(row.named) as readonly NamedSlot[],
  previous: row.previous,
  machine: row.machine,
  id: row.webhook_id,
  timestamp: row.webhook_timestamp,
  signature: row.webhook_signature,
  key: row.key,
  digest: row.digest,
  raw: new Uint8Array(row.raw).toBase64(),
  ...(row.redacted_by !== null && { redactedBy: row.redacted_by }),
  answer: JSON.parse(row.answer) as Answer,
});

/** The log after a position, as lines for an export: one at least where there is one, then no more than `octets` of them. */
const readLines = (sql: SqlStorage, after: number, octets: number): readonly string[] => {
  const lines: string[] = [];
  let size = 0;
  for (const row of sql.exec<WholeRow>("SELECT * FROM log WHERE position > ? ORDER BY position", after)) {
    const line = JSON.stringify(toLine(row));
    size += line.length;
    if (lines.length > 0 && size > octets) break;
    lines.push(line);
  }
  return lines;
};

/** Lines of an exported log, and how many events the whole has. */
export interface LogPage {
  readonly lines: readonly string[];
  readonly events: number;
  /** The hash of the last event. */
  readonly head: string;
}

const readPageEnd = (sql: SqlStorage): Omit<LogPage, "lines"> => ({ events: readLogEnd(sql).position, head: readHead(sql) });

/** The log after a position, as lines of an export, and how many events it has. */
export const exportLog = (sql: SqlStorage, after: number, octets: number): LogPage => ({
  lines: readLines(sql, after, octets),
  ...readPageEnd(sql),
});

/** What calendars were told of one of the body's meetings, counted from 0, as lines of an export. */
export const exportLedger = (sql: SqlStorage, at: number): LogPage & { readonly isLast: boolean } => {
  const ids = [...readMeetingIds(sql), ...readListingIds(sql)];
  const id = ids[at];
  const meeting = id === undefined ? undefined : loadMeeting(sql, id);
  const joint = id === undefined ? undefined : readJoint(sql, id);
  const rows = [...(meeting?.rows ?? []), ...listLedRows({ ...(joint && { joint }) })];
  return { lines: rows.map((row) => JSON.stringify({ meeting: id, row })), ...readPageEnd(sql), isLast: at + 1 >= ids.length };
};
