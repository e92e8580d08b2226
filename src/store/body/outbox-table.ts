import type { EndpointEnd } from "../../meeting/endpoint.ts";
import type { CalendarEntry } from "../../calendar/entry.ts";
import type { EntryRevision } from "../../calendar/ledger.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
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

/** Milliseconds after each failure until the next try, as Standard Webhooks recommends: 75 hours, then no more. */
const WAITS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1000);

/** Milliseconds after an event until its news is sent: its answer goes first, which words and signatures for many endpoints would hold up. */
export const ANSWER_FIRST = 10;

/** Milliseconds after which a try is taken to have been cut off: longer than any may take. */
const CUT_OFF = 20_000;

const pruneNews = (sql: SqlStorage): void => {
  sql.exec("DELETE FROM news WHERE position NOT IN (SELECT position FROM outbox)");
};

/** Forgets what waits for an endpoint. */
export const clearOutbox = (sql: SqlStorage, name: string): void => {
  sql.exec("DELETE FROM outbox WHERE endpoint = ?", name);
  pruneNews(sql);
};

/** Nothing more is sent to an endpoint, nor what waits for it. */
const endEndpoint = (sql: SqlStorage, name: string, end: EndpointEnd, failure: string | null): void => {
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
  const wanted = readEndpoints(sql).flatMap(({ endpoint: { name, events, meetings }, ended }) =>
    ended === null && (events?.includes(type) ?? true) && (meetings?.includes(meeting) ?? true) ? [name] : [],
  );
  if (wanted.length === 0) return;
  const names = JSON.stringify(wanted);
  sql.exec("INSERT INTO news (position, entries) VALUES (?, ?)", position, JSON.stringify(listEntries()));
  sql.exec("INSERT INTO outbox (endpoint, position) SELECT value, ? FROM json_each(?)", position, names);
  sql.exec(
    "UPDATE endpoints SET waiting = waiting + 1, due = coalesce(due, ?) WHERE name IN (SELECT value FROM json_each(?))",
    arrival + ANSWER_FIRST,
    names,
  );
  const behind = sql.exec<{ name: string }>("SELECT name FROM endpoints WHERE waiting > ?", LIMITS.waiting.max).toArray();
  for (const { name } of behind) endEndpoint(sql, name, "too-far-behind", null);
};

/** Removes from what is still to be sent what was redacted. */
export const redactNews = (sql: SqlStorage, redact: RedactText): void => {
  for (const { position, entries } of sql.exec<{ position: number; entries: string }>("SELECT position, entries FROM news").toArray())
    sql.exec("UPDATE news SET entries = ? WHERE position = ?", JSON.stringify(redactJson(JSON.parse(entries), redact)), position);
};

/** A piece of news that is to be sent. */
export interface DueNews {
  readonly position: number;
  readonly entries: readonly EntryNews[];
}

/** A try is under way: until it is settled it is due again only when it is taken to have been cut off. */
export const leaseNews = (sql: SqlStorage, name: string, now: number): void => {
  sql.exec("UPDATE endpoints SET due = ? WHERE name = ?", now + CUT_OFF, name);
};

/** Takes up the first piece of news for an endpoint, if there is any. */
export const takeNews = (sql: SqlStorage, name: string, now: number): DueNews | undefined => {
  const found = sql
    .exec<{ position: number; entries: string }>(
      "SELECT position, entries FROM outbox JOIN news USING (position) WHERE endpoint = ? ORDER BY position LIMIT 1",
      name,
    )
    .toArray()[0];
  if (found) leaseNews(sql, name, now);
  else sql.exec("UPDATE endpoints SET due = NULL WHERE name = ?", name);
  return found && { position: found.position, entries: JSON.parse(found.entries) as readonly EntryNews[] };
};

/** It was delivered, and the next may follow. */
export const settleNews = (sql: SqlStorage, name: string, position: number): void => {
  const settled = sql.exec("DELETE FROM outbox WHERE endpoint = ? AND position = ? RETURNING position", name, position).toArray();
  if (settled.length === 0) return;
  sql.exec("UPDATE endpoints SET waiting = waiting - 1, failures = 0, failure = NULL WHERE name = ?", name);
  sql.exec("DELETE FROM news WHERE position = ?1 AND NOT EXISTS (SELECT 1 FROM outbox WHERE position = ?1)", position);
};

/** How a try failed. */
export interface NewsFailure {
  /** In a few words, without the address: a status, or what was wrong. */
  readonly why: string;
  /** The receiver wants nothing any more (410). */
  readonly isGone?: true;
  /** Milliseconds after which it asked to be tried again. */
  readonly retryAfter?: number;
}

const readFailures = (sql: SqlStorage, name: string): number =>
  sql.exec<{ failures: number }>("SELECT failures FROM endpoints WHERE name = ?", name).toArray()[0]?.failures ?? 0;

/** It is tried again later; where there is no later the endpoint is ended. */
export const postponeNews = (sql: SqlStorage, name: string, { why, isGone, retryAfter = 0 }: NewsFailure, now: number): void => {
  const failures = readFailures(sql, name);
  const wait = WAITS[failures];
  if (isGone) endEndpoint(sql, name, "gone", why);
  else if (wait === undefined) endEndpoint(sql, name, "unreachable", why);
  else
    sql.exec(
      "UPDATE endpoints SET due = ?, failures = ?, failure = ? WHERE name = ?",
      now + Math.max(wait, retryAfter),
      failures + 1,
      why,
      name,
    );
};
