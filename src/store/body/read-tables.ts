import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { CalendarEntry } from "../../calendar/entry.ts";
import { compareUids, type EntryRevision } from "../../calendar/ledger.ts";
import { joinState, type ListName, type Snapshot, type StatePart } from "../state-parts.ts";

/** A row of the ledger; without its entry where that is damaged. */
export interface ReadRow {
  readonly uid: string;
  readonly revision: Omit<EntryRevision, "entry">;
  readonly entry: CalendarEntry | undefined;
}

/** A meeting as its tables have it; without its state where that is damaged. */
export interface ReadMeeting {
  readonly machine: number;
  readonly state: MeetingState | undefined;
  readonly rows: readonly ReadRow[];
}

/** JSON that was cut is none. */
export const parseStored = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Gives for equal values one: a title in six languages stands in each entry of a sitting that takes the item up. */
const createSharing = () => {
  const known = new Map<string, unknown>();
  return <Value>(value: Value): Value => known.getOrInsert(JSON.stringify(value), value) as Value;
};

/** The rows of a meeting, or those of some UIDs, or those among these that events changed after a position. */
export const readRows = (sql: SqlStorage, meeting: string, only?: readonly string[], after = 0): readonly ReadRow[] => {
  const share = createSharing();
  const shareIn = (entry: CalendarEntry): CalendarEntry => ({
    ...entry,
    body: share(entry.body),
    items: entry.items.map((item) => ({ ...item, title: share(item.title) })),
  });
  return sql
    .exec<{ uid: string; sequence: number; stamp: number; position: number; entry: string }>(
      `SELECT uid, sequence, stamp, position, entry FROM ledger WHERE meeting = ?1 ${only ? "AND uid IN (SELECT value FROM json_each(?2)) AND position > ?3" : ""}`,
      meeting,
      ...(only ? [JSON.stringify(only), after] : []),
    )
    .toArray()
    .toSorted((a, b) => compareUids(a.uid, b.uid))
    .map(({ uid, entry, ...revision }) => {
      const parsed = parseStored(entry) as CalendarEntry | undefined;
      return { uid, revision, entry: parsed && shareIn(parsed) };
    });
};

interface PartRow extends Record<string, SqlStorageValue> {
  readonly list: ListName;
  readonly at: number;
  readonly part: string;
}

/** Undefined where any of it is damaged. */
const readState = (sql: SqlStorage, meeting: string, snapshot: string): MeetingState | undefined => {
  const head = parseStored(snapshot) as Snapshot | undefined;
  const parts = sql
    .exec<PartRow>("SELECT list, at, part FROM parts WHERE meeting = ?", meeting)
    .toArray()
    .map(({ list, at, part }) => ({ list, at, part: parseStored(part) as object | undefined }));
  const whole = parts.filter((part): part is StatePart => part.part !== undefined);
  return head && whole.length === parts.length ? joinState(head, whole) : undefined;
};

/** What the tables have of a meeting, as it is. */
export const readTables = (sql: SqlStorage, id: string): ReadMeeting | undefined => {
  const found = sql.exec<{ machine: number; snapshot: string }>("SELECT machine, snapshot FROM meetings WHERE id = ?", id).toArray()[0];
  return found && { machine: found.machine, state: readState(sql, id, found.snapshot), rows: readRows(sql, id) };
};
