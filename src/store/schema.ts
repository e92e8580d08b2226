import { fail, succeed, type Failure, type Result } from "../meeting/result.ts";

/** The tables of one kind of object, and the version of their layout. */
export interface Schema {
  readonly version: number;
  readonly tables: string;
}

/** Before 1.0 nothing leads from one layout to another but a log, exported by the release that wrote it and imported by this one. */
const refuse = (found: string, version: number): Failure<string> =>
  fail(
    `This store has ${found}, and this release reads layout ${version} alone. Nothing was changed. Start the release that wrote it, export its logs (plenary log export), and import them here.`,
  );

/**
 * Makes the tables of an empty store, and refuses one that another release laid out. `PRAGMA user_version` is refused in Durable
 * Objects, so the version has a table of its own.
 */
export const openSchema = (storage: DurableObjectStorage, { version, tables }: Schema): Result<undefined, string> =>
  storage.transactionSync(() => {
    const { sql } = storage;
    const names = sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
      .toArray()
      .map(({ name }) => name);
    if (names.length === 0) {
      sql.exec(`${tables} CREATE TABLE layout (version INTEGER NOT NULL)`);
      sql.exec("INSERT INTO layout (version) VALUES (?)", version);
      return succeed(undefined);
    }
    if (!names.includes("layout")) return refuse("the layout of an earlier release", version);
    const found = sql.exec<{ version: number }>("SELECT version FROM layout").one().version;
    return found === version
      ? succeed(undefined)
      : refuse(`layout ${found}, of ${found > version ? "a later" : "an earlier"} release`, version);
  });
