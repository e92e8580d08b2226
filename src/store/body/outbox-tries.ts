import type { Endpoint } from "../../meeting/endpoint.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { isMailAddress } from "../../meeting/news-address.ts";
import { endEndpoint, findMailDue, type EntryNews } from "./outbox-table.ts";

/** Milliseconds after each failure until the next try, as Standard Webhooks recommends: 75 hours, then no more. */
const WAITS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400].map((seconds) => seconds * 1000);

/** Milliseconds after which a try is taken to have been cut off: longer than any may take. */
const CUT_OFF = 20_000;

/** News that is to be sent: one piece, or all that goes together. */
interface DueNews {
  /** The last is told of. */
  readonly positions: readonly [number, ...number[]];
  readonly entries: readonly EntryNews[];
}

/** A try is under way: until it is settled it is due again only when it is taken to have been cut off. */
export const leaseNews = (sql: SqlStorage, name: string, now: number): void => {
  sql.exec("UPDATE endpoints SET due = ? WHERE name = ?", now + CUT_OFF, name);
};

const LEASED = "due > ?1 AND failures = 0";

/**
 * Where an object begins none of its tries is under way: those that a kill cut off are due at once. What failed waits as it did. It writes
 * only where there is one, and not at all on a disk that takes no writes, of which all can be read still: there leases run out in time.
 */
export const releaseLeases = (sql: SqlStorage, now: number): void => {
  const { count } = sql.exec<{ count: number }>(`SELECT count(*) AS count FROM endpoints WHERE ${LEASED}`, now).one();
  if (count === 0) return;
  try {
    sql.exec(`UPDATE endpoints SET due = ?1 WHERE ${LEASED}`, now);
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", leases: count, error: String(error) }));
  }
};

interface OutboxRow extends Record<string, SqlStorageValue> {
  readonly position: number;
  readonly entries: string;
  readonly meeting: string;
}

const readOutbox = (sql: SqlStorage, name: string, most: number): readonly OutboxRow[] =>
  sql
    .exec<OutboxRow>(
      `SELECT position, entries, log.meeting FROM outbox JOIN news USING (position) JOIN log USING (position)
         WHERE endpoint = ? ORDER BY position LIMIT ?`,
      name,
      most,
    )
    .toArray();

/** Takes up the first piece of news for an endpoint, if there is any; for a list all that waits of one meeting, once it is quiet. */
export const takeNews = (sql: SqlStorage, { name, url }: Pick<Endpoint, "name" | "url">, now: number): DueNews | undefined => {
  const isMail = isMailAddress(url);
  const quietFrom = isMail ? findMailDue(sql, name) : undefined;
  const isQuiet = quietFrom === undefined || quietFrom <= now;
  const [first, ...rest] = isQuiet ? readOutbox(sql, name, isMail ? LIMITS.waiting.max : 1) : [];
  if (!first) {
    sql.exec("UPDATE endpoints SET due = ? WHERE name = ?", quietFrom ?? null, name);
    return undefined;
  }
  leaseNews(sql, name, now);
  const together = rest.filter(({ meeting }) => meeting === first.meeting);
  return {
    positions: [first.position, ...together.map(({ position }) => position)],
    entries: [first, ...together].flatMap(({ entries }) => JSON.parse(entries) as readonly EntryNews[]),
  };
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
