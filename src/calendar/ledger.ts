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

/** The entries that were given out and are no more. */
const listVanished = (
  rows: readonly EntryRevision[],
  entries: readonly CalendarEntry[],
  known: ReadonlyMap<string, EntryRevision>,
): readonly CalendarEntry[] => {
  if (entries.filter(({ uid }) => known.has(uid)).length === rows.length) return [];
  const present = new Set(entries.map(({ uid }) => uid));
  return rows.flatMap(({ entry }) => (present.has(entry.uid) ? [] : [entry]));
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
  const known = new Map(rows.map((row) => [row.entry.uid, row]));
  const entries = joinEntries(buildEntries(addLedTimes(state, joint.led)), state, joint.parts);
  const forgotten = before ? listForgottenItems(before.state, state).filter(({ uid }) => !known.has(uid)) : [];
  const vanished = [...listVanished(rows, entries, known), ...forgotten];
  return [...entries, ...(vanished.length > 0 ? buildTombstones(vanished, state) : [])].flatMap((entry) => {
    const row = known.get(entry.uid);
    if (!row) return [{ entry, sequence: 0, stamp, position }];
    if (isDeepEqual(row.entry, entry)) return [];
    return [{ entry, sequence: row.sequence + 1, stamp, position }];
  });
};
