import { listLedRows, type JointSittings } from "../calendar/joint.ts";
import { sortRevisions, mergeRevisions, type EntryRevision } from "../calendar/ledger.ts";
import type { MeetingPart } from "../calendar/meeting-part.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { Fetched } from "./revalidating-cache.ts";
import { joinState, splitState, type Snapshot, type StatePart } from "./state-parts.ts";

/** What is new of a meeting since a revision: with what the reader has, it is the whole. */
export interface MeetingChanges {
  readonly snapshot: Snapshot;
  readonly parts: readonly StatePart[];
  readonly rows: readonly EntryRevision[];
  /** All of it: sittings that a meeting leaves change by its own events too. */
  readonly joint?: JointSittings;
}

/** A meeting, or what is new of it to a reader who has an earlier revision. */
export interface FetchedMeeting extends Fetched<MeetingCalendar> {
  readonly changes?: MeetingChanges;
}

/** A meeting once it has changed: what did not is the very same, so that what was made of it is still good. Undefined where it does not fit. */
const applyChanges = (had: MeetingCalendar, { snapshot, parts, rows, joint }: MeetingChanges): MeetingCalendar | undefined => {
  const state = joinState(snapshot, parts, splitState(had.state));
  return state && { state, rows: sortRevisions(mergeRevisions(had.rows, rows)), ...(joint && { joint }) };
};

const isSameRow = (a: EntryRevision, b: EntryRevision): boolean =>
  a.sequence === b.sequence && a.stamp === b.stamp && a.position === b.position && isDeepEqual(a.entry, b.entry);

/** A meeting, or a part of one, as it was fetched, with the very rows that were had already: what was made of them is still good. */
const reuseRows = <Calendar extends Pick<MeetingCalendar, "rows" | "joint">>(
  fetched: Fetched<Calendar> | undefined,
  had: Calendar | undefined,
): Fetched<Calendar> | undefined => {
  if (!fetched?.value || !had) return fetched;
  const rowOf = new Map([...had.rows, ...listLedRows(had)].map((row) => [row.entry.uid, row]));
  const reuse = (row: EntryRevision): EntryRevision => {
    const same = rowOf.get(row.entry.uid);
    return same && isSameRow(same, row) ? same : row;
  };
  const { rows, joint } = fetched.value;
  return {
    ...fetched,
    value: {
      ...fetched.value,
      rows: rows.map(reuse),
      ...(joint && { joint: { ...joint, led: joint.led.map((sitting) => ({ ...sitting, row: reuse(sitting.row) })) } }),
    },
  };
};

/** A part of a meeting, or what is new of it to a reader who has the rows that are only named. */
export interface FetchedPart extends Fetched<MeetingPart> {
  readonly kept?: readonly string[];
}

/** A part of a meeting as it was fetched, whole; undefined where rows are not had of which nothing is new. */
export const completePart = ({ kept = [], ...fetched }: FetchedPart, had: MeetingPart | undefined): Fetched<MeetingPart> | undefined => {
  if (!fetched.value || kept.length === 0) return reuseRows(fetched, had);
  const known = new Map(had?.rows.map((row) => [row.entry.uid, row]));
  const rows = [...kept.flatMap((uid) => known.get(uid) ?? []), ...fetched.value.rows];
  if (rows.length < kept.length + fetched.value.rows.length) return undefined;
  return reuseRows({ ...fetched, value: { ...fetched.value, rows: sortRevisions(rows) } }, had);
};

/** A meeting as it was fetched, whole; undefined where what is new does not fit what was had. */
export const completeMeeting = (
  { revision, value, changes }: FetchedMeeting,
  had: MeetingCalendar | undefined,
): Fetched<MeetingCalendar> | undefined => {
  if (!changes) return reuseRows({ revision, ...(value && { value }) }, had);
  const changed = had && applyChanges(had, changes);
  return changed && { revision, value: changed };
};
