/** Applies what a database has not had yet, in order and once. `PRAGMA user_version` is refused in Durable Objects. */
export const migrate = (storage: DurableObjectStorage, migrations: readonly string[]): void => {
  storage.transactionSync(() => {
    storage.sql.exec("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY)");
    const { version } = storage.sql.exec<{ version: number }>("SELECT coalesce(max(version), 0) AS version FROM migrations").one();
    for (const [at, statements] of migrations.entries()) {
      if (at < version) continue;
      storage.sql.exec(statements);
      storage.sql.exec("INSERT INTO migrations (version) VALUES (?)", at + 1);
    }
  });
};
