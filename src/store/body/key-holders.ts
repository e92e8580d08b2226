import type { BodyKey, UsedKey } from "../../meeting/body-key.ts";
import { formatKeyId } from "../../meeting/body-key.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import type { KeysRequest } from "../../standard-webhooks/operator-requests.ts";
import { OPERATOR, readActiveKey, readActiveKeys } from "./keys-table.ts";

/** By which key an event came, as those who hold one are told. */
interface SentBy {
  /** The webhook-id of the event. */
  readonly id: string;
  readonly key: string;
}

/** What holders of keys are told of keys. */
export type KeyAnswer =
  | { readonly request: "keys.own"; readonly key: BodyKey | undefined }
  | { readonly request: "keys.list"; readonly keys: readonly UsedKey[] }
  | { readonly request: "senders.list"; readonly senders: readonly SentBy[]; readonly keys: readonly BodyKey[] };

/** So many of the latest events of a meeting are told by whom they came. */
const MAX_SENDERS = 1000;

/** The key that asks; undefined for the operator's. */
const findHolder = (sql: SqlStorage, id: string, now: number): Result<BodyKey | undefined, string> => {
  if (id === OPERATOR) return succeed(undefined);
  const key = readActiveKey(sql, id);
  if (!key) return fail(`The key ${id} is revoked.`);
  if (key.until !== undefined && Date.parse(key.until) <= now) return fail(`The key ${id} was good until ${key.until}.`);
  return key.invites ? fail(`The invitation ${id} asks nothing.`) : succeed(key);
};

const listUsedKeys = (sql: SqlStorage): readonly UsedKey[] => {
  const used = new Map(
    sql
      .exec<{ key: string; at: number }>("SELECT key, max(arrival) AS at FROM log GROUP BY key")
      .toArray()
      .map(({ key, at }) => [key, new Date(at).toISOString()]),
  );
  return readActiveKeys(sql).map((key) => ({ ...key, lastUsed: used.get(formatKeyId(key)) }));
};

const listSenders = (sql: SqlStorage, meeting: string): readonly SentBy[] =>
  sql
    .exec<{ webhook_id: string; key: string }>(
      "SELECT webhook_id, key FROM log WHERE meeting = ? ORDER BY position DESC LIMIT ?",
      meeting,
      MAX_SENDERS,
    )
    .toArray()
    .map(({ webhook_id: id, key }) => ({ id, key }));

/**
 * Tells a holder of a key what it may, who else has one where it may make and revoke them, or by whom events came.
 * @param id what the log calls the key that asks
 * @param now milliseconds of the epoch
 */
export const answerHolder = (sql: SqlStorage, asked: KeysRequest, id: string, now: number): Result<KeyAnswer, string> => {
  const holder = findHolder(sql, id, now);
  if (!holder.ok) return holder;
  const key = holder.value;
  const { request } = asked;
  if (request === "keys.own") return succeed({ request, key });
  if (request === "senders.list") return succeed({ request, senders: listSenders(sql, asked.meeting), keys: readActiveKeys(sql) });
  return !key || key.rights?.includes("keys")
    ? succeed({ request, keys: listUsedKeys(sql) })
    : fail(`The key ${id} may not make keys, and is not told of others.`);
};
