import type { EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingCalendar } from "../../calendar/views.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { BodyListing, ListingState } from "../listing.ts";
import type { Fetched } from "../revalidating-cache.ts";
import { readListingCount, readRecord } from "./body-table.ts";
import { readListedRows } from "./joint-table.ts";
import { readListings } from "./listings-table.ts";
import { readLogEnd, type LogPosition } from "./log-table.ts";
import { readBodyFeedMeetings, readBodyRevision, readMeetingRevision, readOverviews } from "./meeting-list.ts";
import type { ObjectCache } from "./object-cache.ts";

/** The meetings of the body's own feed. */
export interface BodyFeedMeetings {
  readonly record: BodyRecord;
  readonly meetings: readonly (Fetched<MeetingCalendar> & { readonly id: string })[];
  readonly listed: readonly EntryRevision[];
}

/** How far the log goes, and which change of what lists say of the body came last. */
export const readListingState = (sql: SqlStorage): ListingState & LogPosition => ({ ...readLogEnd(sql), listing: readListingCount(sql) });

/** All that the directory is to list of the body. */
export const describeBody = (sql: SqlStorage): BodyListing | undefined => {
  const record = readRecord(sql);
  // To load a meeting may be to fold it again, and so to list it anew.
  const meetings = readOverviews(sql);
  const listings = readListings(sql).map(({ id, of }) => ({ id, of }));
  return record && { record, meetings, listings, ...readListingState(sql) };
};

/** A meeting at its revision, folded again where its tables do not do; only the revision, where it is the one that the reader knows. */
export const readMeeting = (sql: SqlStorage, cache: ObjectCache, id: string, known?: string): Fetched<MeetingCalendar> | undefined => {
  const revision = readMeetingRevision(sql, id);
  if (revision === undefined) return undefined;
  if (revision === known) return { revision };
  const stored = cache.loadMeeting(id);
  if (!stored) return undefined;
  const { state, rows, joint } = stored;
  // To load it may have been to fold it again.
  return { revision: readMeetingRevision(sql, id) ?? revision, value: { state, rows, ...(joint && { joint }) } };
};

/** The body with the meetings of its own feed, but for what the reader has: the whole, or some meetings by their revision. */
export const readBodyFeed = (
  sql: SqlStorage,
  cache: ObjectCache,
  known: string | undefined,
  had: Readonly<Record<string, string>>,
): Fetched<BodyFeedMeetings> | undefined => {
  const record = readRecord(sql);
  const revision = readBodyRevision(sql);
  if (!record || revision === known) return record && { revision };
  const meetings = readBodyFeedMeetings(sql).flatMap((id) => {
    const found = readMeeting(sql, cache, id, had[id]);
    return found ? [{ id, ...found }] : [];
  });
  return { revision, value: { record, meetings, listed: readListedRows(sql) } };
};
