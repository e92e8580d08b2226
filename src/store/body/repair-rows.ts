import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { JointSittings } from "../../calendar/joint.ts";
import { writeEntries, type EntryRevision } from "../../calendar/ledger.ts";
import { recallVanished } from "../../calendar/recall.ts";
import type { ReadRow } from "./read-tables.ts";
import type { StoredLog } from "./stored-log.ts";

/** The places in a meeting's log of the events that changed an entry when they came. */
const findChanges = (sql: SqlStorage, { index }: StoredLog, meeting: string, uid: string): readonly number[] => {
  const found = sql
    .exec<{ position: number }>(
      `SELECT position FROM log WHERE meeting = ?1 AND (instr(changed, ?2) OR EXISTS
         (SELECT 1 FROM rests WHERE rests.position = log.position AND name = 'changed' AND instr(text, ?2)))`,
      meeting,
      JSON.stringify(uid),
    )
    .toArray();
  const positions = new Set(found.map(({ position }) => position));
  return index.flatMap(({ position }, place) => (positions.has(position) ? [place] : []));
};

/**
 * Rows whose entries are damaged, with what the log comes to, under the revision that subscribers were told. Only what the meeting no longer
 * has is looked for in what stood before.
 */
export const repairRows = (
  sql: SqlStorage,
  log: StoredLog,
  state: MeetingState,
  joint: JointSittings | undefined,
  damaged: readonly ReadRow[],
): readonly EntryRevision[] => {
  if (damaged.length === 0) return [];
  const entries = new Map(writeEntries(state, joint ?? {}).map((entry) => [entry.uid, entry]));
  return damaged.map(({ uid, revision }) => {
    const entry = entries.get(uid) ?? recallVanished(log, state, uid, findChanges(sql, log, state.record.id, uid));
    if (!entry) throw new Error(`No event speaks of the entry ${uid}.`);
    return { ...revision, entry };
  });
};
