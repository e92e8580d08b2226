/** Octets of what is written over free pages at a time: a value holds no more than 2 MB. */
const FILLER = 900_000;

interface Described extends Record<string, SqlStorageValue> {
  readonly name: string;
  readonly sql: string;
}

/** Tables and indexes of ours; the platform's own begin with `_`. */
const describe = (sql: SqlStorage, type: "table" | "index", of?: string): readonly Described[] =>
  sql
    .exec<Described>(
      "SELECT name, sql FROM sqlite_master WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE '\\_%' ESCAPE '\\' AND (?2 IS NULL OR tbl_name = ?2)",
      type,
      of ?? null,
    )
    .toArray();

/** Leaves no row in any table: all but the version of their layout. */
export const clearTables = (sql: SqlStorage): void => {
  for (const { name } of describe(sql, "table")) if (name !== "layout") sql.exec(`DELETE FROM ${name}`);
};

/** Writes a table anew, since rows that were changed in their places leave parts of what they were in its pages. */
const rewriteTable = (sql: SqlStorage, { name, sql: definition }: Described): void => {
  const indexes = describe(sql, "index", name);
  sql.exec(definition.replace(/^CREATE TABLE (?:"\w+"|\w+)/, `CREATE TABLE ${name}_anew`));
  sql.exec(`INSERT INTO ${name}_anew SELECT * FROM ${name}`);
  sql.exec(`DROP TABLE ${name}`);
  sql.exec(`ALTER TABLE ${name}_anew RENAME TO ${name}`);
  for (const index of indexes) sql.exec(index.sql);
};

/**
 * Leaves nothing in the database's file of what its tables no longer say. `VACUUM` and `secure_delete` are refused in an object, so its
 * tables are written anew, and the pages that they had are filled with zeros.
 * @param filled a table of a number and a text that is empty
 */
export const scrubDatabase = (
  sql: SqlStorage,
  filled: { readonly table: string; readonly number: string; readonly text: string },
): void => {
  for (const table of describe(sql, "table")) rewriteTable(sql, table);
  const size = sql.databaseSize;
  // As long as the file does not grow, there were free pages.
  for (let number = 1; sql.databaseSize <= size; number += 1)
    sql.exec(`INSERT INTO ${filled.table} (${filled.number}, ${filled.text}) VALUES (?, zeroblob(?))`, number, FILLER);
  sql.exec(`DELETE FROM ${filled.table}`);
};
