import { DurableObject } from "cloudflare:workers";
import type { Fault } from "../api/schemas/health.ts";
import type { Days, ListedMeeting } from "../calendar/listed-meeting.ts";
import type { BodyOverview, MeetingsOn } from "../calendar/views.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import { readCursors, saveFindings, type Cursor, type Findings } from "./findings-table.ts";
import type { BodyListing, ListedElsewhere, ListingChange, ListingState } from "./listing.ts";
import type { Fetched } from "./revalidating-cache.ts";
import { selectBodies, selectListed, selectListing, selectMeetingsOn, selectOverview } from "./listing-reads.ts";
import { LISTING_TABLES, listChange, listWholeBody, readState } from "./listing-tables.ts";
import { addOffer, claimOffer, OFFERS_TABLE, readOffers, weighClaim, type Claim, type Claimed } from "./offers-table.ts";
import { openSchema } from "./schema.ts";
import { createAnswerer, type Stored } from "./stored.ts";

const SCHEMA = { version: 4, tables: `${LISTING_TABLES} ${OFFERS_TABLE}` };

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
  list(change: ListingChange): Promise<Stored<"listed" | "behind">> {
    return this.#answer(() => listChange(this.#sql, change));
  }

  /** Takes all that there is to list of a body, unless something later is here already. */
  listAnew(listing: BodyListing): Promise<Stored<void>> {
    return this.#answer(() => this.ctx.storage.transactionSync(() => listWholeBody(this.#sql, listing)));
  }

  /** The meeting of another body that a body lists under an id. */
  readListing(body: string, id: string): Promise<Stored<ListedElsewhere["of"] | undefined>> {
    return this.#answer(() => selectListing(this.#sql, body, id));
  }

  has(id: string): Promise<Stored<boolean>> {
    return this.#answer(() => this.#sql.exec("SELECT 1 FROM bodies WHERE id = ? AND record IS NOT NULL", id).toArray().length > 0);
  }

  /** The length of a body's log, as far as the directory was told. */
  readPosition(id: string): Promise<Stored<number>> {
    return this.#answer(() => readState(this.#sql, id)?.position ?? 0);
  }

  /** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
  readBodies(known?: string): Promise<Stored<Fetched<readonly RegisteredBody[]>>> {
    return this.#answer(() => selectBodies(this.#sql, known));
  }

  /**
   * A body and its meetings, the latest first; only the revision, where it is the one that the reader knows. `behind` where all is to be
   * listed anew, in the words of this release's machine.
   */
  readOverview(body: string, known?: string): Promise<Stored<Fetched<BodyOverview> | "behind" | undefined>> {
    return this.#answer(() => selectOverview(this.#sql, body, known));
  }

  /** The meetings of all bodies, or of one, on some days, those first that end last; and whatever was changed since it was first told, though it is later. */
  readListed(days: Days, body?: string, known?: string): Promise<Stored<Fetched<readonly ListedMeeting[]>>> {
    return this.#answer(() => selectListed(this.#sql, days, body, known));
  }

  /** The meetings of all bodies on some days, for people to find. */
  readMeetingsOn(days: Days, known?: string): Promise<Stored<Fetched<MeetingsOn>>> {
    return this.#answer(() => selectMeetingsOn(this.#sql, days, known));
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
}
