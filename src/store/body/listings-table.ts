import type { EventOf, MeetingEvent } from "../../meeting/events.ts";

/**
 * The meetings of other bodies that this one lists, each under an id of its own, by the event that said so: what `meeting.listed` in the
 * log comes to. An id that once led to another's meeting is no meeting's of this body. `revision` is that of what was told of it last.
 */
export const LISTINGS_TABLE = `
  CREATE TABLE listings (
    id TEXT PRIMARY KEY,
    of_body TEXT NOT NULL,
    of_meeting TEXT NOT NULL,
    event TEXT NOT NULL,
    is_standing INTEGER NOT NULL DEFAULT 1,
    revision TEXT
  ) WITHOUT ROWID;`;

export interface Listing {
  readonly id: string;
  readonly of: EventOf<"meeting.listed">["data"]["of"];
  /** The webhook-id of the event by which it stands, or stood. */
  readonly event: string;
  readonly isStanding: boolean;
  readonly revision?: string;
}

interface ListingRow extends Record<string, SqlStorageValue> {
  readonly id: string;
  readonly of_body: string;
  readonly of_meeting: string;
  readonly event: string;
  readonly is_standing: number;
  readonly revision: string | null;
}

const toListing = ({ id, of_body, of_meeting, event, is_standing, revision }: ListingRow): Listing => ({
  id,
  of: { body: of_body, meeting: of_meeting },
  event,
  isStanding: is_standing === 1,
  ...(revision !== null && { revision }),
});

export const readListing = (sql: SqlStorage, id: string): Listing | undefined =>
  sql.exec<ListingRow>("SELECT * FROM listings WHERE id = ?", id).toArray().map(toListing)[0];

/** All ids by which another's meeting is or was listed. */
export const readListingIds = (sql: SqlStorage): readonly string[] =>
  sql
    .exec<{ id: string }>("SELECT id FROM listings ORDER BY id")
    .toArray()
    .map(({ id }) => id);

/** Those that stand. */
export const readListings = (sql: SqlStorage): readonly Listing[] =>
  sql.exec<ListingRow>("SELECT * FROM listings WHERE is_standing ORDER BY id").toArray().map(toListing);

/** What an event under the id of a listing does to it. */
export const applyToListing = (sql: SqlStorage, id: string, event: MeetingEvent): void => {
  if (event.type === "meeting.listed")
    sql.exec(
      `INSERT INTO listings (id, of_body, of_meeting, event) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET of_body = ?2, of_meeting = ?3, event = ?4, is_standing = 1, revision = NULL`,
      event.data.meeting,
      event.data.of.body,
      event.data.of.meeting,
      id,
    );
  if (event.type === "event.withdrawn")
    sql.exec("UPDATE listings SET is_standing = 0, revision = NULL WHERE id = ? AND event = ?", event.data.meeting, event.data.event);
};

/** Which revision of the other's meeting was told. */
export const saveRevision = (sql: SqlStorage, id: string, revision: string | undefined): void => {
  sql.exec("UPDATE listings SET revision = ? WHERE id = ?", revision ?? null, id);
};
