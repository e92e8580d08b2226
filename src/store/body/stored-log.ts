import type { Log } from "../../../machines/meeting/fold-log.ts";
import { createRememberingFold, type RememberingFold } from "../../../machines/meeting/remembering-fold.ts";
import { readRepairs } from "./body-table.ts";
import { readEntry, readIndex, type IndexedRow } from "./log-reads.ts";

/** A meeting's log as the object has it: its events are read one by one, and its states on the way are remembered. */
export interface StoredLog extends Omit<Log, "fold">, RememberingFold {
  readonly index: readonly IndexedRow[];
  /** How often something was thrown away: what was folded before a redaction is not to be believed. */
  readonly repairs: number;
}

/** @param known the same log as it was read before: what is new since is added */
export const openLog = (sql: SqlStorage, meeting: string, known?: StoredLog): StoredLog => {
  const repairs = readRepairs(sql);
  const had = known?.repairs === repairs ? known : undefined;
  const index = [...(had?.index ?? []), ...readIndex(sql, meeting, { after: had?.index.at(-1)?.position ?? 0, hasSubjects: true })];
  const { fold, countKnown } = had ?? createRememberingFold();
  return {
    index,
    written: index.length,
    *read(places) {
      for (const place of places) {
        const row = index[place];
        if (row) yield readEntry(sql, row.position);
      }
    },
    fold,
    countKnown,
    repairs,
  };
};

/** Octets in memory of an event in short. */
const ROW = 150;

/** States on the way, of those that are kept, that have next to nothing in common: each has about as much as the longest record that was sent. */
const FAR_APART = 4;

/** Octets in memory, with the states on the way. */
export const weighLog = ({ index }: Pick<StoredLog, "index">): number =>
  index.length * ROW + FAR_APART * index.reduce((longest, { octets }) => Math.max(longest, octets), 0);
