import { DurableObject } from "cloudflare:workers";
import type { Fault } from "../../api/schemas/health.ts";
import type { Days, ListedMeeting } from "../../calendar/listed-meeting.ts";
import type { BodyOverview } from "../../calendar/views.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import type { BodyListing, ListedElsewhere, ListingChange, ListingState } from "../listing.ts";
import type { Fetched } from "../revalidating-cache.ts";
import { openSchema } from "../schema.ts";
import { createAnswerer, type Stored } from "../stored.ts";
import { readCursors, saveFindings, type Cursor, type Findings } from "./findings-table.ts";
import { readState, saveChange, saveListing } from "./listings.ts";
import { readBodies, readListed, readOverview } from "./overviews.ts";
import { DIRECTORY_SCHEMA } from "./tables.ts";

/** The bodies that there are, and what lists say of them. No body's own object is addressed before its row stands here. It answers by value. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #answer: ReturnType<typeof createAnswerer>;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    this.#answer = createAnswerer(openSchema(ctx.storage, DIRECTORY_SCHEMA));
  }

  /** Makes the row that lets a body's object be addressed; the body is there once it has a record. */
  reserve(id: string): Promise<Stored<void>> {
    return this.#answer(() => void this.#sql.exec("INSERT INTO bodies (id) VALUES (?) ON CONFLICT (id) DO NOTHING", id));
  }

  /** Takes what an event changed. `behind` where a change before it never came here: then all is to be listed anew. */
  list(change: ListingChange): Promise<Stored<"listed" | "behind">> {
    return this.#answer(() => saveChange(this.#sql, change));
  }

  /** Takes all that there is to list of a body, unless something later is here already. */
  listAnew(listing: BodyListing): Promise<Stored<void>> {
    return this.#answer(() => this.ctx.storage.transactionSync(() => saveListing(this.#sql, listing)));
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
    return this.#answer(() => readState(this.#sql, id)?.position ?? 0);
  }

  /** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
  readBodies(known?: string): Promise<Stored<Fetched<readonly BodyRecord[]>>> {
    return this.#answer(() => readBodies(this.#sql, known));
  }

  /**
   * A body and its meetings, the latest first; only the revision, where it is the one that the reader knows. `behind` where all is to be
   * listed anew, in the words of this release's machine.
   */
  readOverview(body: string, known?: string): Promise<Stored<Fetched<BodyOverview> | "behind" | undefined>> {
    return this.#answer(() => readOverview(this.#sql, body, known));
  }

  /** The meetings of all bodies, or of one, on some days, those first that end last; and whatever was changed since it was first told, though it is later. */
  readListed(days: Days, body?: string, known?: string): Promise<Stored<Fetched<readonly ListedMeeting[]>>> {
    return this.#answer(() => readListed(this.#sql, days, body, known));
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
