import type { Fetched } from "../revalidating-cache.ts";
import { readRecord } from "./body-table.ts";
import { readLogEnd } from "./log-end.ts";
import type { ObjectCache } from "./object-cache.ts";
import { readUntold, type UntoldEvent } from "./untold-event.ts";

/** The last events of a body's meetings, or of one of them, the latest first. */
export interface LatestEvents {
  readonly events: readonly UntoldEvent[];
  /** Of the last entry of the log, in milliseconds of the epoch. */
  readonly arrival: number;
}

/** Events, and octets that are read for them, after which it goes no further back. */
const MAX_EVENTS = 100;
const MAX_OCTETS = 1024 * 1024;

const listPositions = (sql: SqlStorage, meeting: string | undefined): readonly number[] =>
  sql
    .exec<{ position: number }>(
      "SELECT position FROM log WHERE meeting IS NOT NULL AND (?1 IS NULL OR meeting = ?1) ORDER BY position DESC LIMIT ?2",
      meeting ?? null,
      MAX_EVENTS,
    )
    .toArray()
    .map(({ position }) => position);

/** Undefined where there is no such body, or no such meeting; only the revision, where it is the one that the reader knows. */
export const readLatestEvents = (
  sql: SqlStorage,
  cache: ObjectCache,
  meeting: string | undefined,
  known: string | undefined,
): Fetched<LatestEvents> | undefined => {
  const body = readRecord(sql)?.id;
  if (body === undefined) return undefined;
  const { position, arrival } = readLogEnd(sql);
  const revision = String(position);
  if (revision === known) return { revision };
  const positions = listPositions(sql, meeting);
  if (positions.length === 0 && meeting !== undefined) return undefined;
  const events: UntoldEvent[] = [];
  let octets = 0;
  for (const at of positions) {
    const event = readUntold(sql, cache, body, at);
    octets += event.told.octets;
    if (octets > MAX_OCTETS && events.length > 0) break;
    events.push(event);
  }
  return { revision, value: { events, arrival } };
};
