import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import { hasEnded, type MeetingOverview } from "../../calendar/views.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { summarizeMeeting } from "./meeting-tables.ts";
import { parseStored } from "./read-tables.ts";
import { loadMeeting } from "./stored-meeting.ts";

/**
 * Changes whenever what is served of a meeting may. The machine and the repairs tell a log that was folded anew; the arrival tells apart
 * two events at one position, as after a restore; beside them, what other bodies told. Undefined where there is no such meeting, or its
 * body's log is still coming in.
 */
export const readMeetingRevision = (sql: SqlStorage, id: string): string | undefined =>
  sql
    .exec<{ revision: string }>(
      `SELECT meetings.machine || '.' || body.repairs || '.' || body.joint || '.' || log.position || '.' || log.arrival AS revision
       FROM meetings JOIN log ON log.meeting = meetings.id JOIN body WHERE meetings.id = ? ORDER BY log.position DESC LIMIT 1`,
      id,
    )
    .toArray()[0]?.revision;

/** The same of all that a body holds. */
export const readBodyRevision = (sql: SqlStorage): string =>
  sql
    .exec<{ revision: string }>(
      `SELECT ? || '.' || body.repairs || '.' || body.joint || '.' || log.position || '.' || log.arrival AS revision
       FROM log JOIN body ORDER BY log.position DESC LIMIT 1`,
      MACHINE_VERSION,
    )
    .toArray()[0]?.revision ?? "";

/** All meetings, the latest first, in short. One whose snapshot this release did not write is read whole. */
export const readOverviews = (sql: SqlStorage): readonly MeetingOverview[] =>
  sql
    .exec<{ id: string; machine: number; overview: string }>("SELECT id, machine, overview FROM meetings ORDER BY opens_on DESC, id")
    .toArray()
    .flatMap(({ id, machine, overview }) => {
      const written = machine === MACHINE_VERSION ? (parseStored(overview) as MeetingOverview | undefined) : undefined;
      const state = written ? undefined : loadMeeting(sql, id)?.state;
      return written ?? (state ? summarizeMeeting(state) : []);
    });

/** Ids of all meetings, the latest first. */
export const readMeetingIds = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM meetings ORDER BY opens_on DESC, id")
    .toArray()
    .map(({ id }) => id);

/** Ids of the meetings after one, in the order of their ids. */
export const readMeetingIdsAfter = (sql: SqlStorage, id: string): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM meetings WHERE id > ? ORDER BY id", id)
    .toArray()
    .map((found) => found.id);

/** Why a body takes no further meeting, or undefined where it does. */
export const refuseAnotherMeeting = (sql: SqlStorage): Refusal | undefined => {
  const { count } = sql.exec<{ count: number }>("SELECT count(*) AS count FROM meetings").one();
  return count >= LIMITS.meetings.max ? createRefusal("too-many-meetings", { most: String(LIMITS.meetings.max) }) : undefined;
};

/** Meetings of the body's own feed: the latest by their opening, and any that has not ended. */
const LATEST = 12;
const MAX_MEETINGS = 50;

/** Entries from which on a body's own feed takes no further meeting: more are of no use to a calendar, and fill memory. */
const MAX_ENTRIES = 3000;

/** Whether a change of a meeting may change which meetings are in the body's own feed. */
export const affectsBodyFeed = (before: MeetingState | undefined, after: MeetingState): boolean =>
  !before || before.record.opensOn !== after.record.opensOn || hasEnded(before) !== hasEnded(after);

const countEntries = (sql: SqlStorage, meeting: string): number =>
  sql.exec<{ entries: number }>("SELECT count(*) AS entries FROM ledger WHERE meeting = ?", meeting).one().entries;

/** Ids of the meetings of the body's own feed. */
export const readBodyFeedMeetings = (sql: SqlStorage): readonly string[] => {
  const latestFirst = sql
    .exec<{ id: string }>(
      `SELECT * FROM (SELECT id, opens_on FROM meetings ORDER BY opens_on DESC, id LIMIT ?1)
       UNION SELECT * FROM (SELECT id, opens_on FROM meetings WHERE has_ended = 0 ORDER BY opens_on DESC, id LIMIT ?2)
       ORDER BY opens_on DESC, id LIMIT ?2`,
      LATEST,
      MAX_MEETINGS,
    )
    .toArray();
  const ids: string[] = [];
  let entries = 0;
  for (const { id } of latestFirst) {
    if (entries >= MAX_ENTRIES) break;
    ids.push(id);
    entries += countEntries(sql, id);
  }
  return ids.toSorted();
};
