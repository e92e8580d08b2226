import type { Identities } from "../../../machines/meeting/identities.ts";
import type { NamedSlot } from "../../../machines/meeting/named-slots.ts";
import type { ChangedEntries } from "../../calendar/replay.ts";
import type { EventLine } from "../../log-file/lines.ts";
import { parseAnswer } from "./log-table.ts";
import { readWhole } from "./long-texts.ts";
import type { LogRow } from "./log-reads.ts";

interface WholeRow extends LogRow {
  readonly named: string;
  readonly key: string;
  readonly previous: string;
  readonly webhook_timestamp: string;
  readonly webhook_signature: string;
  readonly answer: string;
}

const toLine = (sql: SqlStorage, row: WholeRow): EventLine => ({
  position: row.position,
  arrival: row.arrival,
  at: row.at,
  local: row.at_local,
  identities: JSON.parse(row.identities) as Identities,
  changed: JSON.parse(readWhole(sql, row.position, "changed", row.changed)) as ChangedEntries,
  named: JSON.parse(readWhole(sql, row.position, "named", row.named)) as readonly NamedSlot[],
  previous: row.previous,
  machine: row.machine,
  id: row.webhook_id,
  timestamp: row.webhook_timestamp,
  signature: row.webhook_signature,
  key: row.key,
  digest: row.digest,
  raw: new Uint8Array(row.raw).toBase64(),
  ...(row.redacted_by !== null && { redactedBy: row.redacted_by }),
  answer: parseAnswer(sql, row),
});

/** The log after a position, as lines for an export: one at least where there is one, then no more than `octets` of them. */
export const readLines = (sql: SqlStorage, after: number, octets: number): readonly string[] => {
  const lines: string[] = [];
  let size = 0;
  for (const row of sql.exec<WholeRow>("SELECT * FROM log WHERE position > ? ORDER BY position", after)) {
    const line = JSON.stringify(toLine(sql, row));
    size += line.length;
    if (lines.length > 0 && size > octets) break;
    lines.push(line);
  }
  return lines;
};
