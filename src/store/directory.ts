import { DurableObject } from "cloudflare:workers";
import { MACHINE_VERSION } from "../../machines/meeting/apply-event.ts";
import type { Fault } from "../api/schemas/health.ts";
import { isListedAlike, writeListedEntry, type Days, type ListedMeeting } from "../calendar/listed-meeting.ts";
import type { BodyOverview, MeetingOverview } from "../calendar/views.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { FINDING_COLUMNS, readCursors, saveFindings, type Cursor, type Findings } from "./findings-table.ts";
import type { BodyListing, ListedElsewhere, ListingChange, ListingState } from "./listing.ts";
import type { Fetched } from "./revalidating-cache.ts";
import { addOffer, claimOffer, OFFERS_TABLE, readOffers, weighClaim, type Claim, type Claimed } from "./offers-table.ts";
import { openSchema } from "./schema.ts";
import { createAnswerer, type Stored } from "./stored.ts";

/**
 * `position` is the length of a body's log as far as the directory was told, `listing` the last change of what lists say that it took,
 * `machine` in whose words, and `registered` how often the record came: so each revision rises with what it is of, and with nothing else.
 * A row of `listings` is a meeting of another body that a body lists, as that one's row in `meetings` says it.
 * `sequence` and `stamp` are those of a meeting's entry in the calendar of all bodies.
 */
const SCHEMA = {
  version: 4,
  tables: `
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
    CREATE TABLE listings (body TEXT NOT NULL, id TEXT NOT NULL, of_body TEXT NOT NULL, of_meeting TEXT NOT NULL, PRIMARY KEY (body, id)) WITHOUT ROWID;
    ${OFFERS_TABLE}`,
};

/** Meetings of the calendar of all bodies: more would be more than calendars take. */
const MAX_LISTED = 3000;

/** The bodies that there are, and what lists say of them. No body's own object is addressed before its row stands here. It answers by value. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #answer: ReturnType<typeof createAnswerer>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#answer = createAnswerer(openSchema(ctx.storage, SCHEMA));
  }

  /** Makes the row that lets a body's object be addressed; the body is there once it has a record. */
  reserve(id: string): Promise<Stored<void>> {
    return this.#answer(() => void this.#sql.exec("INSERT INTO bodies (id) VALUES (?) ON CONFLICT (id) DO NOTHING", id));
  }

  /** Takes a setup link that the operator made, good until a time in milliseconds of the epoch. */
  offer(id: string, until: number, now: number): Promise<Stored<void>> {
    return this.#answer(() => addOffer(this.#sql, id, until, now));
  }

  readOffers(now: number): Promise<Stored<readonly string[]>> {
    return this.#answer(() => readOffers(this.#sql, now));
  }

  /** Spends a setup link on a body and a browser's key: once, but for that pair; or tells what that would come to. */
  claim(offer: string, claim: Claim, isTried: boolean, now: number): Promise<Stored<Claimed>> {
    return this.#answer(() => {
      if (!isTried) return this.ctx.storage.transactionSync(() => claimOffer(this.#sql, offer, claim, now));
      const found = weighClaim(this.#sql, offer, claim, now);
      return found === "free" ? "claimed" : found;
    });
  }

  /** Takes what an event changed. `behind` where a change before it never came here: then all is to be listed anew. */
  list({ body, position, listing, arrival, record, meeting }: ListingChange): Promise<Stored<"listed" | "behind">> {
    return this.#answer(() => {
      const known = this.#readState(body);
      if (!known || known.machine !== MACHINE_VERSION || known.listing < listing - (record || meeting ? 1 : 0)) return "behind";
      if (known.listing < listing) {
        if (record) this.#saveRecord(record);
        if (meeting) this.#saveMeeting(meeting, { sequence: 0, arrival });
      }
      this.#saveState(body, { position: Math.max(position, known.position), listing: Math.max(listing, known.listing) });
      return "listed";
    });
  }

  /** Takes all that there is to list of a body, unless something later is here already. */
  listAnew({ record, meetings, listings, position, listing, arrival }: BodyListing): Promise<Stored<void>> {
    return this.#answer(() => {
      const known = this.#readState(record.id);
      if (known && known.position > position) return;
      this.ctx.storage.transactionSync(() => {
        this.#saveRecord(record);
        const present = new Set(meetings.map((meeting) => meeting.record.id));
        for (const { id } of this.#sql.exec<{ id: string }>("SELECT id FROM meetings WHERE body = ?", record.id).toArray())
          if (!present.has(id)) this.#sql.exec("DELETE FROM meetings WHERE body = ? AND id = ?", record.id, id);
        // What was told of a meeting before this directory knew of it is not known, but that it changed no oftener than events came.
        for (const meeting of meetings) this.#saveMeeting(meeting, { sequence: position, arrival });
        this.#sql.exec("DELETE FROM listings WHERE body = ?", record.id);
        for (const { id, of } of listings)
          this.#sql.exec("INSERT INTO listings (body, id, of_body, of_meeting) VALUES (?, ?, ?, ?)", record.id, id, of.body, of.meeting);
        this.#saveState(record.id, { position, listing });
      });
    });
  }

  /** The meeting of another body that a body lists under an id. */
  readListing(body: string, id: string): Promise<Stored<ListedElsewhere["of"] | undefined>> {
    return this.#answer(
      () =>
        this.#sql
          .exec<{ body: string; meeting: string }>(
            "SELECT of_body AS body, of_meeting AS meeting FROM listings WHERE body = ? AND id = ?",
            body,
            id,
          )
          .toArray()[0],
    );
  }

  has(id: string): Promise<Stored<boolean>> {
    return this.#answer(() => this.#sql.exec("SELECT 1 FROM bodies WHERE id = ? AND record IS NOT NULL", id).toArray().length > 0);
  }

  /** The length of a body's log, as far as the directory was told. */
  readPosition(id: string): Promise<Stored<number>> {
    return this.#answer(() => this.#readState(id)?.position ?? 0);
  }

  /** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
  readBodies(known?: string): Promise<Stored<Fetched<readonly BodyRecord[]>>> {
    return this.#answer(() => {
      const revision = String(
        this.#sql.exec<{ revision: number }>("SELECT coalesce(sum(registered), 0) AS revision FROM bodies").one().revision,
      );
      if (revision === known) return { revision };
      const value = this.#sql
        .exec<{ record: string }>("SELECT record FROM bodies WHERE record IS NOT NULL ORDER BY id")
        .toArray()
        .map(({ record }) => JSON.parse(record) as BodyRecord);
      return { revision, value };
    });
  }

  /**
   * A body and its meetings, the latest first; only the revision, where it is the one that the reader knows. `behind` where all is to be
   * listed anew, in the words of this release's machine.
   */
  readOverview(body: string, known?: string): Promise<Stored<Fetched<BodyOverview> | "behind" | undefined>> {
    return this.#answer(() => this.#readOverview(body, known));
  }

  #readOverview(body: string, known: string | undefined): Fetched<BodyOverview> | "behind" | undefined {
    const found = this.#sql
      .exec<{ record: string; registered: number; listing: number; machine: number }>(
        "SELECT record, registered, listing, machine FROM bodies WHERE id = ? AND record IS NOT NULL",
        body,
      )
      .toArray()[0];
    if (!found) return undefined;
    if (found.machine !== MACHINE_VERSION) return "behind";
    const { others } = this.#sql
      .exec<{ others: number }>(
        "SELECT coalesce(sum(listing), 0) AS others FROM bodies WHERE id IN (SELECT of_body FROM listings WHERE body = ?)",
        body,
      )
      .one();
    const revision = `${found.registered}.${found.listing}.${others}`;
    if (revision === known) return { revision };
    const meetings = this.#sql
      .exec<{ overview: string }>(
        `SELECT overview FROM meetings WHERE body = ?1 OR (body, id) IN (SELECT of_body, of_meeting FROM listings WHERE body = ?1)
         ORDER BY opens_on DESC, id`,
        body,
      )
      .toArray()
      .map(({ overview }) => JSON.parse(overview) as MeetingOverview);
    return { revision, value: { record: JSON.parse(found.record) as BodyRecord, meetings } };
  }

  /** The meetings of all bodies, or of one, on some days, those first that end last; and whatever was changed since it was first told, though it is later. */
  readListed({ first, last }: Days, body?: string, known?: string): Promise<Stored<Fetched<readonly ListedMeeting[]>>> {
    return this.#answer(() => {
      const { listings } = this.#sql
        .exec<{ listings: string }>("SELECT coalesce(sum(registered), 0) || '.' || coalesce(sum(listing), 0) AS listings FROM bodies")
        .one();
      const revision = `${MACHINE_VERSION}.${listings} ${first}`;
      if (revision === known) return { revision };
      const value = this.#sql
        .exec<{ overview: string; sequence: number; stamp: number }>(
          `SELECT overview, sequence, stamp FROM meetings WHERE closes_on >= ?1 AND (opens_on <= ?2 OR sequence > 0) AND (?4 IS NULL OR body = ?4)
           ORDER BY closes_on DESC, body, id LIMIT ?3`,
          first,
          last,
          MAX_LISTED,
          body ?? null,
        )
        .toArray()
        .map(({ overview, ...told }) => ({ entry: writeListedEntry(JSON.parse(overview) as MeetingOverview), ...told }));
      return { revision, value };
    });
  }

  /** The bodies that were inspected longest ago, with what is listed of each. */
  readCursors(max: number): Promise<Stored<readonly (Cursor & ListingState)[]>> {
    return this.#answer(() => readCursors(this.#sql, max));
  }

  /**
   * Writes down what was found, and gives all that was found so far: a write and a read of storage.
   * @param now milliseconds of the epoch
   */
  saveFindings(all: readonly Findings[], now: number): Promise<Stored<readonly Fault[]>> {
    return this.#answer(() => saveFindings(this.#sql, all, now));
  }

  #readState(body: string): (ListingState & { readonly machine: number }) | undefined {
    return this.#sql
      .exec<{ position: number; listing: number; machine: number }>("SELECT position, listing, machine FROM bodies WHERE id = ?", body)
      .toArray()[0];
  }

  #saveState(body: string, { position, listing }: ListingState): void {
    this.#sql.exec("UPDATE bodies SET position = ?, listing = ?, machine = ? WHERE id = ?", position, listing, MACHINE_VERSION, body);
  }

  #saveRecord(record: BodyRecord): void {
    this.#sql.exec("UPDATE bodies SET record = ?, registered = registered + 1 WHERE id = ?", JSON.stringify(record), record.id);
  }

  /** @param fresh what is told with the entry of a meeting that was not here */
  #saveMeeting(overview: MeetingOverview, fresh: { readonly sequence: number; readonly arrival: number }): void {
    const { body, id, opensOn, closesOn } = overview.record;
    const known = this.#sql
      .exec<{ overview: string; sequence: number; stamp: number }>(
        "SELECT overview, sequence, stamp FROM meetings WHERE body = ? AND id = ?",
        body.id,
        id,
      )
      .toArray()[0];
    const isSame = known && isListedAlike(JSON.parse(known.overview) as MeetingOverview, overview);
    this.#sql.exec(
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
  }
}
