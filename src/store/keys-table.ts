import { refusal, type Refusal } from "../../machines/refusals.ts";
import type { BodyEvent, BodyKey, PlenaryEvent } from "../meeting/events.ts";

/** What `key.added` and `key.revoked` in the log come to. Names stay, so that none is given twice. */
export const KEYS_TABLE =
  "CREATE TABLE keys (name TEXT PRIMARY KEY, key TEXT NOT NULL, is_revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;";

/** The operator's key, which no body's log holds. */
const OPERATOR = "operator";

/** The keys that may speak for the body, but for the operator's. */
export const activeKeys = (sql: SqlStorage): readonly BodyKey[] =>
  sql
    .exec<{ key: string }>("SELECT key FROM keys WHERE NOT is_revoked ORDER BY name")
    .toArray()
    .map(({ key }) => JSON.parse(key) as BodyKey);

/**
 * Why a key may not send an event, or undefined where it may: asked when the event is applied, so that a revocation
 * counts at once.
 * @param now milliseconds of the epoch
 */
export const whyNotPermitted = (sql: SqlStorage, name: string, { type, data }: PlenaryEvent, now: number): string | undefined => {
  if (name === OPERATOR) return undefined;
  const key = activeKeys(sql).find((active) => active.name === name);
  if (!key) return `The key ${name} is revoked.`;
  if (key.until !== undefined && Date.parse(key.until) <= now) return `The key ${name} was good until ${key.until}.`;
  if (!("meeting" in data)) return `Only the operator's key sends ${type}.`;
  if (key.meeting !== undefined && key.meeting !== data.meeting) return `The key ${name} speaks for the meeting ${key.meeting} alone.`;
  if (key.events && !key.events.includes(type)) return `The key ${name} sends ${key.events.join(", ")} alone.`;
  return undefined;
};

/** Why an event of the operator's can't be, or undefined where it can. */
export const whyNotPossible = (sql: SqlStorage, event: BodyEvent): Refusal | undefined => {
  if (event.type === "key.added") {
    const { name } = event.data.key;
    return sql.exec("SELECT 1 FROM keys WHERE name = ?", name).toArray().length > 0 ? refusal("key-name-used", { name }) : undefined;
  }
  if (event.type === "key.revoked") {
    const names = activeKeys(sql).map(({ name }) => name);
    const { name } = event.data;
    return names.includes(name) ? undefined : refusal("unknown-key", { name, names: names.join(", ") || "none" });
  }
  return undefined;
};

export const addKey = (sql: SqlStorage, key: BodyKey): void => {
  sql.exec("INSERT INTO keys (name, key) VALUES (?, ?)", key.name, JSON.stringify(key));
};

export const revokeKey = (sql: SqlStorage, name: string): void => {
  sql.exec("UPDATE keys SET is_revoked = 1 WHERE name = ?", name);
};
