import { DurableObject } from "cloudflare:workers";
import type { Fault } from "../api/health.ts";
import type { BodyRecord } from "../meeting/record.ts";
import type { Fetched } from "./revalidating-cache.ts";
import { openSchema } from "./schema.ts";

const SCHEMA = {
  version: 1,
  tables: `
    CREATE TABLE bodies (
      id TEXT PRIMARY KEY,
      record TEXT,
      position INTEGER NOT NULL DEFAULT 0,
      inspected INTEGER NOT NULL DEFAULT 0,
      inspected_to TEXT NOT NULL DEFAULT '',
      faults TEXT NOT NULL DEFAULT '[]'
    ) WITHOUT ROWID;
    CREATE INDEX bodies_by_position ON bodies (position);
    CREATE INDEX bodies_by_inspection ON bodies (inspected);
    CREATE INDEX bodies_at_fault ON bodies (id) WHERE faults <> '[]';`,
};

/** A body whose turn it is to be inspected, and the meeting after which to go on. */
export interface Cursor {
  readonly body: string;
  readonly after: string;
}

/** What was found of a body: of its meetings from there on, up to one or to the last, and at the beginning of itself. */
export interface Findings extends Cursor {
  readonly upTo?: string | undefined;
  readonly faults: readonly Fault[];
}

/** What was found earlier, of what was not inspected again. */
const keepEarlier = (earlier: readonly Fault[], { body, after, upTo }: Findings): readonly Fault[] =>
  earlier.filter(({ at }) => {
    const meeting = at.slice(body.length + 1);
    return (meeting <= after && after !== "") || (upTo !== undefined && meeting > upTo);
  });

/** The bodies that there are. No body's own object is addressed before its row stands here. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    openSchema(ctx.storage, SCHEMA);
  }

  /** Makes the row that lets a body's object be addressed; the body is there once it has a record. */
  reserve(id: string): void {
    this.#sql.exec("INSERT INTO bodies (id) VALUES (?) ON CONFLICT (id) DO NOTHING", id);
  }

  /** Takes a body's record as of a position of its log, unless a later one is here already. */
  register(record: BodyRecord, position: number): void {
    this.#sql.exec(
      "UPDATE bodies SET record = ?, position = ? WHERE id = ? AND position < ?",
      JSON.stringify(record),
      position,
      record.id,
      position,
    );
  }

  has(id: string): boolean {
    return this.#sql.exec("SELECT 1 FROM bodies WHERE id = ? AND record IS NOT NULL", id).toArray().length > 0;
  }

  /** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
  readBodies(known?: string): Fetched<readonly BodyRecord[]> {
    const revision = String(
      this.#sql.exec<{ revision: number }>("SELECT coalesce(sum(position), 0) AS revision FROM bodies").one().revision,
    );
    if (revision === known) return { revision };
    const value = this.#sql
      .exec<{ record: string }>("SELECT record FROM bodies WHERE record IS NOT NULL ORDER BY id")
      .toArray()
      .map(({ record }) => JSON.parse(record) as BodyRecord);
    return { revision, value };
  }

  /** The bodies that were inspected longest ago. */
  readCursors(max: number): readonly Cursor[] {
    return this.#sql
      .exec<{ id: string; inspected_to: string }>(
        "SELECT id, inspected_to FROM bodies WHERE record IS NOT NULL ORDER BY inspected LIMIT ?",
        max,
      )
      .toArray()
      .map(({ id, inspected_to }) => ({ body: id, after: inspected_to }));
  }

  /**
   * Writes down what was found, and gives all that was found so far: a write and a read of storage.
   * @param now milliseconds of the epoch
   */
  saveFindings(all: readonly Findings[], now: number): readonly Fault[] {
    for (const found of all) {
      const { body, upTo, faults } = found;
      const earlier = this.#readFaults("WHERE id = ?", body);
      this.#sql.exec(
        "UPDATE bodies SET inspected = ?, inspected_to = ?, faults = ? WHERE id = ?",
        now,
        upTo ?? "",
        JSON.stringify([...keepEarlier(earlier, found), ...faults]),
        body,
      );
    }
    return this.#readFaults("WHERE faults <> '[]' ORDER BY id LIMIT 100");
  }

  #readFaults(where: string, ...values: readonly string[]): readonly Fault[] {
    return this.#sql
      .exec<{ faults: string }>(`SELECT faults FROM bodies ${where}`, ...values)
      .toArray()
      .flatMap(({ faults }) => JSON.parse(faults) as readonly Fault[]);
  }
}
