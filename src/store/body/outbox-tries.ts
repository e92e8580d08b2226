import type { Endpoint } from "../../meeting/endpoint.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { isMailAddress } from "../../meeting/news-address.ts";
import { endEndpoint, findMailDue } from "./outbox-table.ts";

/** Milliseconds after each failure until the next try, as Standard Webhooks recommends: 75 hours, then no more. */
const WAITS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1000);

/** Pieces of news that go out one after the other, before it is written down that they did: so many at most come again after a kill. */
const IN_ONE_GO = 16;

interface OutboxRow extends Record<string, SqlStorageValue> {
  readonly position: number;
  readonly meeting: string;
}

const readOutbox = (sql: SqlStorage, name: string, most: number): readonly OutboxRow[] =>
  sql
    .exec<OutboxRow>(
      "SELECT position, log.meeting FROM outbox JOIN log USING (position) WHERE endpoint = ? ORDER BY position LIMIT ?",
      name,
      most,
    )
    .toArray();

/** Where what is to be sent to an endpoint now stands in the log: to a list all that waits of one meeting, once it is quiet. */
export const listNextNews = (sql: SqlStorage, { name, url }: Pick<Endpoint, "name" | "url">, now: number): readonly number[] => {
  const isMail = isMailAddress(url);
  const quietFrom = isMail ? findMailDue(sql, name) : undefined;
  const isQuiet = quietFrom === undefined || quietFrom <= now;
  const [first, ...rest] = isQuiet ? readOutbox(sql, name, isMail ? LIMITS.waiting.max : IN_ONE_GO) : [];
  if (!first) {
    sql.exec("UPDATE endpoints SET due = ? WHERE name = ?", quietFrom ?? null, name);
    return [];
  }
  return [first, ...rest].filter(({ meeting }) => !isMail || meeting === first.meeting).map(({ position }) => position);
};

/** Some news that an endpoint took. */
export interface TakenNews {
  readonly name: string;
  readonly positions: readonly number[];
}

/** It was delivered, and what follows may go. */
export const settleNews = (sql: SqlStorage, settled: readonly TakenNews[]): void => {
  for (const { name, positions } of settled) {
    const { length } = sql
      .exec(
        "DELETE FROM outbox WHERE endpoint = ? AND position IN (SELECT value FROM json_each(?)) RETURNING position",
        name,
        JSON.stringify(positions),
      )
      .toArray();
    if (length > 0)
      sql.exec(
        "UPDATE endpoints SET waiting = waiting - ?2, failures = 0, failure = NULL, due = iif(waiting > ?2, due, NULL) WHERE name = ?1",
        name,
        length,
      );
  }
  sql.exec(
    "DELETE FROM news WHERE position IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.position = news.position)",
    JSON.stringify([...new Set(settled.flatMap(({ positions }) => positions))]),
  );
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
