import { DurableObject } from "cloudflare:workers";
import type { BodyRecord } from "../meeting/record.ts";
import { migrate } from "./migrations.ts";

const MIGRATIONS = ["CREATE TABLE bodies (id TEXT PRIMARY KEY, record TEXT, position INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID"];

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
}
