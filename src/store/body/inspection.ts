import { foldLog } from "../../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { BodyFault } from "../../api/schemas/health.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { computeSha256 } from "../../standard-webhooks/digest.ts";
import { countRepair } from "./body-table.ts";
import { readLog } from "./log-reads.ts";
import { readProofs, type Proof } from "./log-export.ts";
import { loadMeeting, refoldMeeting } from "./stored-meeting.ts";

/** What an inspection of a part of a body found. */
export interface Inspection {
  readonly faults: readonly BodyFault[];
  /** Whether the tables were wrong, so that what is in memory may be, too. */
  readonly isRewritten: boolean;
  /** Rows of tables that were read for it. */
  readonly rows: number;
}

/** The first row of a log whose bytes are not those that were signed, nor what a redaction left of them. Nothing mends it but a backup. */
const findDamage = async (proofs: readonly Proof[]): Promise<Proof | undefined> => {
  for (const proof of proofs) if (!proof.isRedacted && (await computeSha256(proof.raw)) !== proof.digest) return proof;
  return undefined;
};

const inspectLog = async (sql: SqlStorage, meeting: string | undefined): Promise<Inspection> => {
  const proofs = readProofs(sql, meeting);
  const damaged = await findDamage(proofs);
  const at = meeting === undefined ? {} : { meeting };
  return {
    faults: damaged ? [{ ...at, fault: "damaged", position: damaged.position }] : [],
    isRewritten: false,
    rows: proofs.length,
  };
};

const isFold = (sql: SqlStorage, id: string, state: MeetingState): boolean => {
  const fold = foldLog(readLog(sql, id));
  return fold.ok && isDeepEqual(fold.value, state);
};

/** Compares a meeting's tables with the fold of its log, if that is sound, and cures them where they differ. */
const inspectTables = (sql: SqlStorage, meeting: string, isLogSound: boolean): Inspection => {
  try {
    const stored = loadMeeting(sql, meeting);
    const rows = 1 + (stored?.rows.length ?? 0);
    if (!stored || stored.kind === "stale") return { faults: [{ meeting, fault: "unfoldable" }], isRewritten: true, rows };
    if (!isLogSound || isFold(sql, meeting, stored.state)) return { faults: [], isRewritten: stored.kind === "refolded", rows };
    refoldMeeting(sql, meeting);
    countRepair(sql);
    return { faults: [{ meeting, fault: "differed" }], isRewritten: true, rows };
  } catch {
    return { faults: [{ meeting, fault: "torn" }], isRewritten: true, rows: 1 };
  }
};

/** What is wrong with the events about a body itself. */
export const inspectBodyEvents = (sql: SqlStorage): Promise<Inspection> => inspectLog(sql, undefined);

/** What is wrong with a meeting: its tables, and the rows of its log. */
export const inspectMeeting = async (sql: SqlStorage, meeting: string): Promise<Inspection> => {
  const log = await inspectLog(sql, meeting);
  const tables = inspectTables(sql, meeting, log.faults.length === 0);
  return { ...tables, faults: [...tables.faults, ...log.faults], rows: tables.rows + log.rows };
};
