import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { writeListedEntry, type Days, type ListedMeeting } from "../calendar/listed-meeting.ts";
import type { BodyOverview, MeetingOverview, MeetingsOn } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import type { ListedElsewhere } from "./listing.ts";
import { createMovedTest } from "./moved-listings.ts";
import type { Fetched } from "./revalidating-cache.ts";

/** Meetings of the calendar of all bodies: more would be more than calendars take. */
const MAX_LISTED = 3000;

/** The meeting of another body that a body lists under an id. */
export const selectListing = (sql: SqlStorage, body: string, id: string): ListedElsewhere["of"] | undefined =>
  sql
    .exec<{ body: string; meeting: string }>(
      "SELECT of_body AS body, of_meeting AS meeting FROM listings WHERE body = ? AND id = ?",
      body,
      id,
    )
    .toArray()[0];

/** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
export const selectBodies = (sql: SqlStorage, known: string | undefined): Fetched<readonly RegisteredBody[]> => {
  const revision = String(sql.exec<{ revision: number }>("SELECT coalesce(sum(registered), 0) AS revision FROM bodies").one().revision);
  if (revision === known) return { revision };
  const value = sql
    .exec<{ record: string }>("SELECT record FROM bodies WHERE record IS NOT NULL ORDER BY id")
    .toArray()
    .map(({ record }) => JSON.parse(record) as RegisteredBody);
  return { revision, value };
};

/**
 * A body and its meetings, the latest first; only the revision, where it is the one that the reader knows. `behind` where all is to be
 * listed anew, in the words of this release's machine.
 */
export const selectOverview = (sql: SqlStorage, body: string, known: string | undefined): Fetched<BodyOverview> | "behind" | undefined => {
  const found = sql
    .exec<{ record: string; registered: number; listing: number; machine: number }>(
      "SELECT record, registered, listing, machine FROM bodies WHERE id = ? AND record IS NOT NULL",
      body,
    )
    .toArray()[0];
  if (!found) return undefined;
  if (found.machine !== MACHINE_VERSION) return "behind";
  const { others } = sql
    .exec<{ others: number }>(
      "SELECT coalesce(sum(listing), 0) AS others FROM bodies WHERE id IN (SELECT of_body FROM listings WHERE body = ?)",
      body,
    )
    .one();
  const revision = `${found.registered}.${found.listing}.${others}`;
  if (revision === known) return { revision };
  const meetings = sql
    .exec<{ overview: string }>(
      `SELECT overview FROM meetings WHERE body = ?1 OR (body, id) IN (SELECT of_body, of_meeting FROM listings WHERE body = ?1)
       ORDER BY opens_on DESC, id`,
      body,
    )
    .toArray()
    .map(({ overview }) => JSON.parse(overview) as MeetingOverview);
  return { revision, value: { record: JSON.parse(found.record) as RegisteredBody, meetings } };
};

const readListingsRevision = (sql: SqlStorage): string =>
  sql.exec<{ listings: string }>("SELECT coalesce(sum(registered), 0) || '.' || coalesce(sum(listing), 0) AS listings FROM bodies").one()
    .listings;

/** What pages list of all bodies: meetings on some days, without those that were announced by mistake; and all years. */
export const selectMeetingsOn = (sql: SqlStorage, { first, last }: Days, known: string | undefined): Fetched<MeetingsOn> => {
  const revision = `${MACHINE_VERSION}.${readListingsRevision(sql)}`;
  if (revision === known) return { revision };
  const meetings = sql
    .exec<{ overview: string }>(
      "SELECT overview FROM meetings WHERE closes_on >= ?1 AND opens_on <= ?2 ORDER BY opens_on, body, id LIMIT ?3",
      first,
      last,
      MAX_LISTED,
    )
    .toArray()
    .map(({ overview }) => JSON.parse(overview) as MeetingOverview)
    .filter(({ agenda }) => getMeetingStatus(agenda) !== "withdrawn");
  const years = sql
    .exec<{ year: string }>("SELECT DISTINCT substr(opens_on, 1, 4) AS year FROM meetings ORDER BY year DESC")
    .toArray()
    .map(({ year }) => year);
  return { revision, value: { meetings, years } };
};

/**
 * The meetings of all bodies, or of one, on some days, those first that end last; and whatever was changed since it was first told, though it
 * is later.
 */
export const selectListed = (
  sql: SqlStorage,
  { first, last }: Days,
  body: string | undefined,
  known: string | undefined,
): Fetched<readonly ListedMeeting[]> => {
  const revision = `${MACHINE_VERSION}.${readListingsRevision(sql)} ${first}`;
  if (revision === known) return { revision };
  const isMoved = createMovedTest(sql);
  const value = sql
    .exec<{ overview: string; sequence: number; stamp: number }>(
      `SELECT overview, sequence, stamp FROM meetings WHERE closes_on >= ?1 AND (opens_on <= ?2 OR sequence > 0) AND (?4 IS NULL OR body = ?4)
       ORDER BY closes_on DESC, body, id LIMIT ?3`,
      first,
      last,
      MAX_LISTED,
      body ?? null,
    )
    .toArray()
    .map(({ overview, ...told }) => {
      const entry = writeListedEntry(JSON.parse(overview) as MeetingOverview);
      return { entry: isMoved(entry.body.id, entry.meeting) ? { ...entry, status: "CANCELLED" as const } : entry, ...told };
    });
  return { revision, value };
};
