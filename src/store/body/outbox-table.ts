import { isCleared, type EndpointEnd } from "../../meeting/endpoint.ts";
import type { CalendarEntry } from "../../calendar/entry.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import { isMailAddress } from "../../meeting/news-address.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { redactJson, type RedactText } from "../../meeting/redaction.ts";
import { readEndpoints } from "./endpoints-table.ts";
import type { LogPosition } from "./log-end.ts";

/** A row of `news` has what an event changed in calendars, until it is sent; what happened the log has. A row of `outbox` is to be sent to one endpoint. */
export const OUTBOX_TABLES = `
  CREATE TABLE news (position INTEGER PRIMARY KEY, entries TEXT NOT NULL);
  CREATE TABLE outbox (endpoint TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (endpoint, position)) WITHOUT ROWID;
  CREATE INDEX outbox_by_position ON outbox (position);`;

/** An entry that an event changed, as calendars had it and have it. */
export interface EntryNews {
  readonly before: CalendarEntry | null;
  readonly after: EntryRevision;
}

/** What an event changed in calendars; without what it redacted. */
export const listEntryNews = (
  meetings: readonly { readonly told: readonly EntryRevision[]; readonly rows: readonly EntryRevision[] }[],
  redact: RedactText | undefined,
): readonly EntryNews[] => {
  const news = meetings.flatMap(({ told, rows }) => {
    const known = new Map(told.map(({ entry }) => [entry.uid, entry]));
    return rows.map((after): EntryNews => ({ before: known.get(after.entry.uid) ?? null, after }));
  });
  return redact ? redactJson(news, redact) : news;
};

/** What an event changed in calendars; undefined where none of it waits any more. */
export const readEntryNews = (sql: SqlStorage, position: number): readonly EntryNews[] | undefined => {
  const row = sql.exec<{ entries: string }>("SELECT entries FROM news WHERE position = ?", position).toArray()[0];
  return row && (JSON.parse(row.entries) as readonly EntryNews[]);
};

/** Milliseconds after an event until its news is sent: its answer goes first, which words and signatures for many endpoints would hold up. */
export const ANSWER_FIRST = 10;

/** Milliseconds for which nothing must have happened before a list is mailed, and after which it is mailed whatever happens: what belongs together is one mail. */
const QUIET = 30_000;
const MOST_QUIET = 60_000;

/** When what waits for a list may be mailed; undefined where nothing waits. */
export const findMailDue = (sql: SqlStorage, name: string): number | undefined => {
  const { first, last } = sql
    .exec<{ first: number | null; last: number | null }>(
      "SELECT min(arrival) AS first, max(arrival) AS last FROM outbox JOIN log USING (position) WHERE endpoint = ?",
      name,
    )
    .one();
  return first === null || last === null ? undefined : Math.min(last + QUIET, first + MOST_QUIET);
};

const pruneNews = (sql: SqlStorage): void => {
  sql.exec("DELETE FROM news WHERE position NOT IN (SELECT position FROM outbox)");
};

/** Forgets what waits for an endpoint. */
export const clearOutbox = (sql: SqlStorage, name: string): void => {
  sql.exec("DELETE FROM outbox WHERE endpoint = ?", name);
  pruneNews(sql);
};

/** Nothing more is sent to an endpoint, nor what waits for it. */
export const endEndpoint = (sql: SqlStorage, name: string, end: EndpointEnd, failure: string | null): void => {
  sql.exec("UPDATE endpoints SET ended = ?, failure = coalesce(?, failure), due = NULL, waiting = 0 WHERE name = ?", end, failure, name);
  clearOutbox(sql, name);
};

/** Writes down what is to be sent of an event, and to whom, in the event's own write; nobody is tried sooner whose turn is later. */
export const enqueueNews = (
  sql: SqlStorage,
  { position, arrival }: LogPosition,
  { type, data: { meeting } }: MeetingEvent,
  listEntries: () => readonly EntryNews[],
): void => {
  const wanted = readEndpoints(sql).filter(
    ({ endpoint: { events, meetings }, ended }) =>
      ended === null && (events?.includes(type) ?? true) && (meetings?.includes(meeting) ?? true),
  );
  if (wanted.length === 0) return;
  const entries = listEntries();
  // What changed nothing in calendars is no mail, and nobody is to look at it.
  const told = wanted.filter(({ endpoint }) => entries.length > 0 || !isCleared(endpoint));
  const toNames = (some: typeof wanted): string => JSON.stringify(some.map(({ endpoint: { name } }) => name));
  const names = toNames(told);
  if (told.length === 0) return;
  sql.exec("INSERT INTO news (position, entries) VALUES (?, ?)", position, JSON.stringify(entries));
  sql.exec("INSERT INTO outbox (endpoint, position) SELECT value, ? FROM json_each(?)", position, names);
  sql.exec(
    `UPDATE endpoints SET waiting = waiting + 1, due = iif(name IN (SELECT value FROM json_each(?3)), NULL, coalesce(due, ?1))
       WHERE name IN (SELECT value FROM json_each(?2))`,
    arrival + ANSWER_FIRST,
    names,
    toNames(told.filter(({ endpoint }) => isCleared(endpoint))),
  );
  // A list that failed waits as it did; one that is mailed just now goes on by itself.
  for (const { endpoint, failures, waiting, due } of told)
    if (isMailAddress(endpoint.url) && !isCleared(endpoint) && failures === 0 && (waiting === 0 || due !== null))
      sql.exec("UPDATE endpoints SET due = ? WHERE name = ?", findMailDue(sql, endpoint.name) ?? arrival, endpoint.name);
  const behind = sql.exec<{ name: string }>("SELECT name FROM endpoints WHERE waiting > ?", LIMITS.waiting.max).toArray();
  for (const { name } of behind) endEndpoint(sql, name, "too-far-behind", null);
};

/** Removes from what is still to be sent what was redacted. */
export const redactNews = (sql: SqlStorage, redact: RedactText): void => {
  for (const { position, entries } of sql.exec<{ position: number; entries: string }>("SELECT position, entries FROM news").toArray())
    sql.exec("UPDATE news SET entries = ? WHERE position = ?", JSON.stringify(redactJson(JSON.parse(entries), redact)), position);
};
