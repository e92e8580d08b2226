import { DurableObject } from "cloudflare:workers";
import type { BodyRecord } from "../meeting/record.ts";
import type { Health } from "../api/health.ts";
import { migrate } from "./migrations.ts";
import type { Found } from "./revalidating-cache.ts";

const MIGRATIONS = [
  "CREATE TABLE bodies (id TEXT PRIMARY KEY, record TEXT, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
  `ALTER TABLE bodies ADD COLUMN checked INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE bodies ADD COLUMN faults TEXT NOT NULL DEFAULT '[]';
   CREATE INDEX bodies_by_check ON bodies (checked);
   CREATE INDEX bodies_at_fault ON bodies (id) WHERE faults <> '[]';`,
  "ALTER TABLE bodies ADD COLUMN checked_to TEXT NOT NULL DEFAULT ''",
  "CREATE INDEX bodies_by_position ON bodies (position)",
];

/** A body whose turn it is to be looked at, and the meeting after which to go on. */
export interface Turn {
  readonly body: string;
  readonly after: string;
}

/** What was found of a body: of its meetings from there on, up to one or to the last. */
export interface Findings extends Turn {
  readonly upTo?: string | undefined;
  readonly faults: Health["faults"];
}

/** What was found earlier, of meetings that were not looked at again. */
const stillSo = (earlier: Health["faults"], { body, after, upTo }: Findings): Health["faults"] =>
  earlier.filter(({ at }) => {
    const meeting = at.slice(body.length + 1);
    return meeting !== "" && (meeting <= after || (upTo !== undefined && meeting > upTo));
  });

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

  /** All bodies at their revision, which rises with each record; only the revision, where it is the one that the reader knows. */
  bodies(known?: string): Found<readonly BodyRecord[]> {
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

  /** The bodies that were looked at longest ago. */
  leastChecked(most: number): readonly Turn[] {
    return this.#sql
      .exec<{ id: string; checked_to: string }>("SELECT id, checked_to FROM bodies WHERE record IS NOT NULL ORDER BY checked LIMIT ?", most)
      .toArray()
      .map(({ id, checked_to }) => ({ body: id, after: checked_to }));
  }

  /**
   * Writes down what was found, and gives all that was found so far: a write and a read of storage.
   * @param now milliseconds of the epoch
   */
  check(all: readonly Findings[], now: number): Health["faults"] {
    for (const found of all) {
      const { body, upTo, faults } = found;
      const earlier = this.#faults("WHERE id = ?", body);
      this.#sql.exec(
        "UPDATE bodies SET checked = ?, checked_to = ?, faults = ? WHERE id = ?",
        now,
        upTo ?? "",
        JSON.stringify([...stillSo(earlier, found), ...faults]),
        body,
      );
    }
    return this.#faults("WHERE faults <> '[]' ORDER BY id LIMIT 100");
  }

  #faults(where: string, ...values: readonly string[]): Health["faults"] {
    return this.#sql
      .exec<{ faults: string }>(`SELECT faults FROM bodies ${where}`, ...values)
      .toArray()
      .flatMap(({ faults }) => JSON.parse(faults) as Health["faults"]);
  }
}
