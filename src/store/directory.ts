import { DurableObject } from "cloudflare:workers";
import type { BodyRecord } from "../meeting/record.ts";
import type { Health } from "./health.ts";
import { migrate } from "./migrations.ts";

const MIGRATIONS = [
  "CREATE TABLE bodies (id TEXT PRIMARY KEY, record TEXT, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
  `ALTER TABLE bodies ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE bodies ADD COLUMN faults TEXT NOT NULL DEFAULT '[]';
   CREATE INDEX bodies_by_check ON bodies (checked);
   CREATE INDEX bodies_at_fault ON bodies (id) WHERE faults <> '[]';`,
];

/** What was found when a body was last looked at. */
export interface BodyFaults {
  readonly body: string;
  readonly faults: Health["faults"];
}

/** The bodies that there are. No body's own object is addressed before its row stands here. */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    migrate(ctx.storage, MIGRATIONS);
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

  bodies(): readonly BodyRecord[] {
    return this.#sql
      .exec<{ record: string }>("SELECT record FROM bodies WHERE record IS NOT NULL ORDER BY id")
      .toArray()
      .map(({ record }) => JSON.parse(record) as BodyRecord);
  }

  /** The bodies that were looked at longest ago. */
  leastChecked(most: number): readonly string[] {
    return this.#sql
      .exec<{ id: string }>("SELECT id FROM bodies WHERE record IS NOT NULL ORDER BY checked LIMIT ?", most)
      .toArray()
      .map(({ id }) => id);
  }

  /**
   * Writes down what was found, and gives all that was found so far: a write and a read of storage.
   * @param now milliseconds of the epoch
   */
  check(found: readonly BodyFaults[], now: number): Health["faults"] {
    for (const { body, faults } of found)
      this.#sql.exec("UPDATE bodies SET checked = ?, faults = ? WHERE id = ?", now, JSON.stringify(faults), body);
    return this.#sql
      .exec<{ faults: string }>("SELECT faults FROM bodies WHERE faults <> '[]' ORDER BY id LIMIT 100")
      .toArray()
      .flatMap(({ faults }) => JSON.parse(faults) as BodyFaults["faults"]);
  }
}
