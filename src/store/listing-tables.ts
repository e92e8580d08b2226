import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import { isListedAlike } from "../calendar/listed-meeting.ts";
import type { MeetingOverview } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import { FINDING_COLUMNS } from "./findings-table.ts";
import { raiseMoved } from "./moved-listings.ts";
import type { BodyListing, ListingChange, ListingState } from "./listing.ts";

/**
 * `position` is the length of a body's log as far as the directory was told, `listing` the last change of what lists say that it took,
 * `machine` in whose words, and `registered` how often the record came: so each revision rises with what it is of, and with nothing else.
 * A row of `listings` is a meeting of another body that a body lists, as that one's row in `meetings` says it.
 * `sequence` and `stamp` are those of a meeting's entry in the calendar of all bodies.
 */
export const LISTING_TABLES = `
    CREATE TABLE bodies (
      id TEXT PRIMARY KEY,
      record TEXT,
      registered INTEGER NOT NULL DEFAULT 0,
      position INTEGER NOT NULL DEFAULT 0,
      listing INTEGER NOT NULL DEFAULT 0,
      machine INTEGER NOT NULL DEFAULT ${MACHINE_VERSION},
      ${FINDING_COLUMNS}
    ) WITHOUT ROWID;
    CREATE INDEX bodies_by_registration ON bodies (registered);
    CREATE INDEX bodies_by_inspection ON bodies (inspected);
    CREATE INDEX bodies_at_fault ON bodies (id) WHERE faults <> '[]';
    CREATE TABLE meetings (
      body TEXT NOT NULL,
      id TEXT NOT NULL,
      opens_on TEXT NOT NULL,
      closes_on TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      stamp INTEGER NOT NULL,
      overview TEXT NOT NULL,
      PRIMARY KEY (body, id)
    ) WITHOUT ROWID;
    CREATE INDEX meetings_latest ON meetings (body, opens_on DESC, id);
    CREATE INDEX meetings_by_end ON meetings (closes_on);
    CREATE TABLE listings (body TEXT NOT NULL, id TEXT NOT NULL, of_body TEXT NOT NULL, of_meeting TEXT NOT NULL, PRIMARY KEY (body, id)) WITHOUT ROWID;`;

export const readState = (sql: SqlStorage, body: string): (ListingState & { readonly machine: number }) | undefined =>
  sql
    .exec<{ position: number; listing: number; machine: number }>("SELECT position, listing, machine FROM bodies WHERE id = ?", body)
    .toArray()[0];

const saveState = (sql: SqlStorage, body: string, { position, listing }: ListingState): void => {
  sql.exec("UPDATE bodies SET position = ?, listing = ?, machine = ? WHERE id = ?", position, listing, MACHINE_VERSION, body);
};

const saveRecord = (sql: SqlStorage, record: RegisteredBody): void => {
  sql.exec("UPDATE bodies SET record = ?, registered = registered + 1 WHERE id = ?", JSON.stringify(record), record.id);
};

/** @param fresh what is told with the entry of a meeting that was not here */
const saveMeeting = (sql: SqlStorage, overview: MeetingOverview, fresh: { readonly sequence: number; readonly arrival: number }): void => {
  const { body, id, opensOn, closesOn } = overview.record;
  const known = sql
    .exec<{ overview: string; sequence: number; stamp: number }>(
      "SELECT overview, sequence, stamp FROM meetings WHERE body = ? AND id = ?",
      body.id,
      id,
    )
    .toArray()[0];
  const isSame = known && isListedAlike(JSON.parse(known.overview) as MeetingOverview, overview);
  sql.exec(
    `INSERT INTO meetings (body, id, opens_on, closes_on, sequence, stamp, overview) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
     ON CONFLICT (body, id) DO UPDATE SET opens_on = ?3, closes_on = ?4, sequence = ?5, stamp = ?6, overview = ?7`,
    body.id,
    id,
    opensOn,
    closesOn,
    known ? known.sequence + (isSame ? 0 : 1) : fresh.sequence,
    isSame ? known.stamp : Math.floor(fresh.arrival / 1000),
    JSON.stringify(overview),
  );
};

/** Takes what an event changed. `behind` where a change before it never came here: then all is to be listed anew. */
export const listChange = (sql: SqlStorage, { body, position, listing, arrival, record, meeting }: ListingChange): "listed" | "behind" => {
  const known = readState(sql, body);
  if (!known || known.machine !== MACHINE_VERSION || known.listing < listing - (record || meeting ? 1 : 0)) return "behind";
  if (known.listing < listing) {
    raiseMoved(sql, arrival, () => {
      if (record) saveRecord(sql, record);
      if (meeting) saveMeeting(sql, meeting, { sequence: 0, arrival });
    });
  }
  saveState(sql, body, { position: Math.max(position, known.position), listing: Math.max(listing, known.listing) });
  return "listed";
};

/** Takes all that there is to list of a body, unless something later is here already: to be called in a transaction. */
export const listWholeBody = (sql: SqlStorage, { record, meetings, listings, position, listing, arrival }: BodyListing): void => {
  const known = readState(sql, record.id);
  if (known && known.position > position) return;
  raiseMoved(sql, arrival, () => {
    saveRecord(sql, record);
    const present = new Set(meetings.map((meeting) => meeting.record.id));
    for (const { id } of sql.exec<{ id: string }>("SELECT id FROM meetings WHERE body = ?", record.id).toArray())
      if (!present.has(id)) sql.exec("DELETE FROM meetings WHERE body = ? AND id = ?", record.id, id);
    // What was told of a meeting before this directory knew of it is not known, but that it changed no oftener than events came.
    for (const meeting of meetings) saveMeeting(sql, meeting, { sequence: position, arrival });
  });
  sql.exec("DELETE FROM listings WHERE body = ?", record.id);
  for (const { id, of } of listings)
    sql.exec("INSERT INTO listings (body, id, of_body, of_meeting) VALUES (?, ?, ?, ?)", record.id, id, of.body, of.meeting);
  saveState(sql, record.id, { position, listing });
};
