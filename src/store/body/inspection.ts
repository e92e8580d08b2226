import { foldWhole, listWithdrawn, orderStanding } from "../../../machines/meeting/fold-log.ts";
import type { BodyFault } from "../../api/schemas/health.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { computeSha256 } from "../../standard-webhooks/digest.ts";
import { countRepair } from "./body-table.ts";
import { foldSlowly } from "./fold-slowly.ts";
import { readPositions, readProof, type Proof } from "./log-proofs.ts";
import { openLog, type StoredLog } from "./stored-log.ts";
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
const findDamage = async (sql: SqlStorage, positions: readonly number[]): Promise<Proof | undefined> => {
  for (const position of positions) {
    const proof = readProof(sql, position);
    if (!proof.isRedacted && (await computeSha256(proof.raw)) !== proof.digest) return proof;
  }
  return undefined;
};

const inspectLog = async (sql: SqlStorage, meeting: string | undefined): Promise<Inspection> => {
  const positions = readPositions(sql, meeting);
  const damaged = await findDamage(sql, positions);
  const at = meeting === undefined ? {} : { meeting };
  return {
    faults: damaged ? [{ ...at, fault: "damaged", position: damaged.position }] : [],
    isRewritten: false,
    rows: positions.length,
  };
};

/** Folds a meeting's log, and lets others in on the way, as it may be long. */
const foldToInspect = async (sql: SqlStorage, meeting: string): Promise<StoredLog> => {
  const log = openLog(sql, meeting);
  await foldSlowly(log, log, orderStanding(log.index, listWithdrawn(log.index)));
  return log;
};

/** Compares a meeting's tables with the fold of its log, if that is sound, and cures them where they differ. */
const inspectTables = async (sql: SqlStorage, meeting: string, isLogSound: boolean): Promise<Inspection> => {
  try {
    const kind = loadMeeting(sql, meeting)?.kind;
    const folded = isLogSound && kind !== "stale" ? await foldToInspect(sql, meeting) : undefined;
    // Events may have come meanwhile: from here on nobody is let in.
    const stored = loadMeeting(sql, meeting);
    const rows = 1 + (stored?.rows.length ?? 0);
    if (!stored || stored.kind === "stale") return { faults: [{ meeting, fault: "unfoldable" }], isRewritten: true, rows };
    const fold = folded && foldWhole(openLog(sql, meeting, folded));
    if (!fold || (fold.ok && isDeepEqual(fold.value, stored.state))) return { faults: [], isRewritten: kind === "refolded", rows };
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
  const tables = await inspectTables(sql, meeting, log.faults.length === 0);
  return { ...tables, faults: [...tables.faults, ...log.faults], rows: tables.rows + log.rows };
};
