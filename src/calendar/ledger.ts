import type { MeetingState } from "../../machines/meeting/state.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { buildEntries, buildTombstones, listForgottenItems } from "./entries.ts";
import type { CalendarEntry } from "./entry.ts";
import { addLedTimes, joinEntries, type ToldJointly } from "./joint.ts";

/** What subscribers were last given under one UID, and how often it changed. Rows are never removed. */
export interface EntryRevision {
  readonly entry: CalendarEntry;
  /** SEQUENCE (RFC 5545 §3.8.7.4): one more with each change. */
  readonly sequence: number;
  /** DTSTAMP and LAST-MODIFIED: the arrival of the event that changed it, in seconds of the epoch. */
  readonly stamp: number;
  /** The log position of that event. */
  readonly position: number;
}

/** The order of a meeting's rows, wherever they come from: slot 10 after slot 9. */
export const compareUids = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : Number(a > b));

/** Rows in the order in which they are given out. */
export const sortRevisions = (rows: readonly EntryRevision[]): readonly EntryRevision[] =>
  rows.toSorted((a, b) => compareUids(a.entry.uid, b.entry.uid));

const places = new WeakMap<readonly EntryRevision[], ReadonlyMap<string, number>>();

/** Where the row of each UID stands among others. */
export const indexRows = (rows: readonly EntryRevision[]): ReadonlyMap<string, number> => {
  const known = places.get(rows) ?? new Map(rows.map(({ entry }, at) => [entry.uid, at]));
  places.set(rows, known);
  return known;
};

/** All rows, those that changed in place of what they were, new ones last. */
export const mergeRevisions = (rows: readonly EntryRevision[], changed: readonly EntryRevision[]): readonly EntryRevision[] => {
  const known = indexRows(rows);
  if (changed.some(({ entry }) => !known.has(entry.uid)) || known.size < rows.length)
    return [...new Map([...rows, ...changed].map((row) => [row.entry.uid, row])).values()];
  const merged = [...rows];
  for (const row of changed) merged[known.get(row.entry.uid) ?? 0] = row;
  places.set(merged, known);
  return merged;
};

/**
 * All entries of a meeting, as calendars are told them.
 * @param joint what other bodies told of sittings that they hold jointly with it
 * @param before the state before the event, where it is one step
 */
export const writeEntries = (state: MeetingState, joint: ToldJointly, before?: MeetingState): readonly CalendarEntry[] =>
  joinEntries(buildEntries(addLedTimes(state, joint.led), before), state, joint.parts);

const alike = new WeakMap<CalendarEntry, CalendarEntry>();

/** Whether two entries say the same; of the same two it is asked again at each event. */
const isSaidAlike = (told: CalendarEntry, entry: CalendarEntry): boolean => {
  if (told === entry || alike.get(told) === entry) return true;
  const isSame = isDeepEqual(told, entry);
  if (isSame) alike.set(told, entry);
  return isSame;
};

/** The entries that were given out and are no more. */
const listVanished = (rows: readonly EntryRevision[], entries: readonly CalendarEntry[], present: number): readonly CalendarEntry[] => {
  if (present === rows.length) return [];
  const uids = new Set(entries.map(({ uid }) => uid));
  return rows.flatMap(({ entry }) => (uids.has(entry.uid) ? [] : [entry]));
};

/** A meeting before an event, with all its rows. */
interface Before {
  readonly state: MeetingState;
  readonly rows: readonly EntryRevision[];
}

/**
 * The rows that an event changed, given what was before it and the state after it. There is no list of which events
 * change what: an entry that differs is a change, one that does not keeps its row.
 * @param arrival milliseconds of the epoch
 * @param joint what other bodies told of sittings that they hold jointly with it
 */
export const reviseEntries = (
  before: Before | undefined,
  state: MeetingState,
  arrival: number,
  position: number,
  joint: ToldJointly = {},
): readonly EntryRevision[] => {
  const rows = before?.rows ?? [];
  const stamp = Math.floor(arrival / 1000);
  const known = indexRows(rows);
  const entries = writeEntries(state, joint, before?.state);
  let present = 0;
  const revise = (entry: CalendarEntry, at: number): readonly EntryRevision[] => {
    // Rows stand as entries do, but for those that came since.
    const row = rows[at]?.entry === entry ? rows[at] : rows[known.get(entry.uid) ?? -1];
    if (!row) return [{ entry, sequence: 0, stamp, position }];
    present += 1;
    return isSaidAlike(row.entry, entry) ? [] : [{ entry, sequence: row.sequence + 1, stamp, position }];
  };
  const changed = entries.flatMap(revise);
  const forgotten = before ? listForgottenItems(before.state, state).filter(({ uid }) => !known.has(uid)) : [];
  const vanished = [...listVanished(rows, entries, present), ...forgotten];
  return vanished.length > 0 ? [...changed, ...buildTombstones(vanished, state).flatMap(revise)] : changed;
};
