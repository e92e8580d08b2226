import { dateContent } from "../../calendar/dated-content.ts";

/** A row is a meeting, or the body's own feed under no name: what Last-Modified says of its content. Where it is lost, dates begin anew. */
export const MODIFICATION_TABLE = `
  CREATE TABLE modifications (
    feed TEXT PRIMARY KEY,
    tag TEXT NOT NULL,
    date INTEGER NOT NULL
  ) WITHOUT ROWID;`;

/** The date of a content; undefined as long as it can have none. */
export const readModificationDate = (sql: SqlStorage, feed: string, tag: string, second: number): number | undefined => {
  const last = sql.exec<{ tag: string; date: number }>("SELECT tag, date FROM modifications WHERE feed = ?", feed).toArray()[0];
  const dated = dateContent(last, tag, second);
  if (dated && dated !== last)
    sql.exec(
      "INSERT INTO modifications (feed, tag, date) VALUES (?1, ?2, ?3) ON CONFLICT (feed) DO UPDATE SET tag = ?2, date = ?3",
      feed,
      dated.tag,
      dated.date,
    );
  return dated?.date;
};
