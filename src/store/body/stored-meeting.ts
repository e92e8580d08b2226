import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { foldWhole } from "../../../machines/meeting/fold-log.ts";
import { mergeRevisions, reviseEntries, sortRevisions, type EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import { readJoint } from "./joint-table.ts";
import { readEntry } from "./log-reads.ts";
import { openLog } from "./stored-log.ts";
import { saveMeeting } from "./meeting-tables.ts";
import { readTables, type ReadRow } from "./read-tables.ts";
import { repairRows } from "./repair-rows.ts";

/**
 * A meeting out of the tables; or out of its log, since the tables had it from another release or were damaged; or `stale`, where its
 * log can't be folded by this release, and what was last known is served.
 */
export interface LoadedMeeting extends MeetingCalendar {
  readonly kind: "stored" | "refolded" | "stale";
}

const selectWhole = (rows: readonly ReadRow[]): readonly EntryRevision[] =>
  rows.flatMap(({ revision, entry }) => (entry ? [{ ...revision, entry }] : []));

/**
 * The one cure of a meeting's tables, whatever is wrong with them: its log is folded again. What calendars say differently then is a
 * change like any other. Throws where the log can't be folded.
 */
export const refoldMeeting = (sql: SqlStorage, id: string): MeetingCalendar => {
  // An event at a time: all that was ever said of a meeting may be more than memory takes.
  const log = openLog(sql, id);
  const fold = foldWhole(log);
  const end = log.index.at(-1);
  const last = end && readEntry(sql, end.position);
  if (!fold.ok || !fold.value || !last) throw new Error(`The log of the meeting "${id}" can't be folded.`);
  const read = readTables(sql, id)?.rows ?? [];
  const joint = readJoint(sql, id);
  const damaged = read.filter(({ entry }) => !entry);
  const repaired = repairRows(sql, log, fold.value, joint, damaged);
  const rows = mergeRevisions(selectWhole(read), repaired);
  const changed = reviseEntries({ state: fold.value, rows }, fold.value, last.arrival, last.position, joint);
  saveMeeting(sql, { before: undefined, state: fold.value, rows: mergeRevisions(repaired, changed), position: last.position });
  return { state: fold.value, rows: sortRevisions(mergeRevisions(rows, changed)), ...(joint && { joint }) };
};

/** Loads a meeting; folds its log again, and writes what it comes to, after a release with another machine, or where its tables are damaged. Throws where neither is to be had. */
export const loadMeeting = (sql: SqlStorage, id: string): LoadedMeeting | undefined => {
  const read = readTables(sql, id);
  if (!read) return undefined;
  const rows = selectWhole(read.rows);
  const joint = readJoint(sql, id);
  const last = read.state && rows.length === read.rows.length ? { state: read.state, rows, ...(joint && { joint }) } : undefined;
  if (last && read.machine === MACHINE_VERSION) return { ...last, kind: "stored" };
  try {
    return { ...refoldMeeting(sql, id), kind: "refolded" };
  } catch (error) {
    // An event that is refused, of a shape that no upcast knows, or damaged itself: what was last known is served, if anything is.
    if (last) return { ...last, kind: "stale" };
    throw error;
  }
};
