import { foldLog } from "../../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { BodyFault, BodyInspection } from "../../api/schemas/health.ts";
import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { computeSha256 } from "../../standard-webhooks/digest.ts";
import { countRepair } from "./body-table.ts";
import { readLog } from "./log-reads.ts";
import { readMeetingIdsAfter } from "./meeting-list.ts";
import type { ObjectCache } from "./object-cache.ts";
import { loadMeeting, refoldMeeting } from "./stored-meeting.ts";

/** The bytes of a row, and what they were when they came. */
interface Proof {
  readonly position: number;
  readonly raw: Uint8Array;
  readonly digest: string;
  /** Whether something of it was redacted: then its bytes are others. */
  readonly isRedacted: boolean;
}

/** The rows of a meeting, or of the body itself, with what proves that they are as they came. */
const readProofs = (sql: SqlStorage, meeting: string | undefined): readonly Proof[] =>
  sql
    .exec<{ position: number; raw: ArrayBuffer; digest: string; redacted_by: string | null }>(
      "SELECT position, raw, digest, redacted_by FROM log WHERE meeting IS ? ORDER BY position",
      meeting ?? null,
    )
    .toArray()
    .map(({ position, raw, digest, redacted_by }) => ({ position, raw: new Uint8Array(raw), digest, isRedacted: redacted_by !== null }));

/** What an inspection of a part of a body found. */
interface Inspection {
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

/** What is wrong with a meeting: its tables, and the rows of its log. */
const inspectMeeting = async (sql: SqlStorage, meeting: string): Promise<Inspection> => {
  const log = await inspectLog(sql, meeting);
  const tables = inspectTables(sql, meeting, log.faults.length === 0);
  return { ...tables, faults: [...tables.faults, ...log.faults], rows: tables.rows + log.rows };
};

/** Looks for what is not as it should be, from one meeting on, until so many rows were read; from the beginning, also at the body's own events. */
export const inspectBody = async (sql: SqlStorage, cache: ObjectCache, after: string, maxRows: number): Promise<BodyInspection> => {
  const faults: BodyFault[] = [];
  let rows = 0;
  const add = (found: Inspection): void => {
    if (found.isRewritten) cache.clear();
    faults.push(...found.faults);
    rows += found.rows;
  };
  if (after === "") add(await inspectLog(sql, undefined));
  for (const meeting of readMeetingIdsAfter(sql, after)) {
    add(await inspectMeeting(sql, meeting));
    if (rows >= maxRows) return { faults, rows, upTo: meeting };
  }
  return { faults, rows };
};
