import type { Log } from "../../../machines/meeting/fold-log.ts";
import { createRememberingFold, type RememberingFold } from "../../../machines/meeting/remembering-fold.ts";
import { readRepairs } from "./body-table.ts";
import { readIndex, type IndexedRow } from "./log-index.ts";
import { readEvents } from "./log-reads.ts";

/** A meeting's log as the object has it: its events are read one by one, and its states on the way are remembered. */
export interface StoredLog extends Omit<Log, "fold">, RememberingFold {
  readonly index: readonly IndexedRow[];
  /** How often something was thrown away: what was folded before a redaction is not to be believed. */
  readonly repairs: number;
}

/** Events, and octets of them, that are read at once. */
const AT_ONCE = 64;
const OCTETS_AT_ONCE = 64 * 1024;

/** The positions of the events at some places, so many as are read at once. */
function* listReads(index: readonly IndexedRow[], places: readonly number[]): Generator<readonly number[]> {
  let positions: number[] = [];
  let sum = 0;
  for (const place of places) {
    const { position, octets } = index[place] ?? {};
    if (position === undefined || octets === undefined) continue;
    if (positions.length === AT_ONCE || (positions.length > 0 && sum + octets > OCTETS_AT_ONCE)) {
      yield positions;
      [positions, sum] = [[], 0];
    }
    positions.push(position);
    sum += octets;
  }
  yield positions;
}

/**
 * @param known the same log as it was read before: what is new since is added
 * @param max so many events at most
 */
export const openLog = (sql: SqlStorage, meeting: string, known?: StoredLog, max?: number): StoredLog => {
  const repairs = readRepairs(sql);
  const had = known?.repairs === repairs ? known : undefined;
  const added = readIndex(sql, meeting, { after: had?.index.at(-1)?.position ?? 0, hasSubjects: true, ...(max !== undefined && { max }) });
  const index = [...(had?.index ?? []), ...added];
  const { fold, countKnown } = had ?? createRememberingFold();
  return {
    index,
    written: index.length,
    *read(places) {
      for (const positions of listReads(index, places)) yield* readEvents(sql, positions);
    },
    fold,
    countKnown,
    repairs,
  };
};

/** Events in short that are read before others are let in: some ten milliseconds. */
const PAGE = 1024;

/** The same a page at a time: what comes in meanwhile is read by whoever asks for that. */
export const openLogSlowly = async (sql: SqlStorage, meeting: string, known?: StoredLog): Promise<StoredLog> => {
  let log = openLog(sql, meeting, known, PAGE);
  for (let read = known?.index.length ?? 0; log.index.length - read >= PAGE; log = openLog(sql, meeting, log, PAGE)) {
    read = log.index.length;
    await scheduler.wait(0);
  }
  return log;
};

/** Octets in memory of an event in short. */
const ROW = 150;

/** States on the way, of those that are kept, that have next to nothing in common: each has about as much as the longest record that was sent. */
const FAR_APART = 4;

/** Octets in memory, with the states on the way. */
export const weighLog = ({ index }: Pick<StoredLog, "index">): number =>
  index.length * ROW + FAR_APART * index.reduce((longest, { octets }) => Math.max(longest, octets), 0);
