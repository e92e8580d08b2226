import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import { createWarning, type Warning } from "../../../machines/meeting/warnings.ts";
import { formatKeyId, NOTICE_DAYS, type BodyKey } from "../../meeting/body-key.ts";
import type { Endpoint } from "../../meeting/endpoint.ts";
import { acceptInvitation, explainNoEndpoints, explainNoGrant, explainNoInvitation } from "../../meeting/key-grants.ts";
import { isEndpointEvent, type BodyEvent, type EventOf, type PlenaryEvent } from "../../meeting/events.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { readEndpoint } from "./endpoints-table.ts";
import { parseSetupKeyId } from "../../standard-webhooks/setup-key.ts";
import { findSender } from "./log-table.ts";

/** What `key.added` and `key.revoked` in the log come to. Names, with their generations, stay, so that none is given twice. */
export const KEYS_TABLE =
  "CREATE TABLE keys (name TEXT PRIMARY KEY, key TEXT NOT NULL, is_revoked INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;";

/** The operator's key, which no body's log holds. */
export const OPERATOR = "operator";

/** The keys that may speak for the body, but for the operator's. */
export const readActiveKeys = (sql: SqlStorage): readonly BodyKey[] =>
  sql
    .exec<{ key: string }>("SELECT key FROM keys WHERE NOT is_revoked ORDER BY name")
    .toArray()
    .map(({ key }) => JSON.parse(key) as BodyKey);

/** The active key that the log calls `id`. */
export const readActiveKey = (sql: SqlStorage, id: string): BodyKey | undefined => {
  const found = sql.exec<{ key: string }>("SELECT key FROM keys WHERE name = ? AND NOT is_revoked", id).toArray()[0];
  return found && (JSON.parse(found.key) as BodyKey);
};

/** A key's name, in whatever generation. */
const parseName = (id: string): string => id.replace(/\.\d+$/, "");

type Named = Pick<EventOf<"key.revoked">["data"], "name" | "generation">;

/** What the log calls the active keys of a name: of one generation, or all. */
const findIds = (sql: SqlStorage, { name, generation }: Named): readonly string[] =>
  readActiveKeys(sql)
    .filter((key) => key.name === name && (generation === undefined || formatKeyId(key) === formatKeyId({ name, generation })))
    .map(formatKeyId);

/** Why a key may not send an event about the body itself: with the right `keys` it adds, and revokes, such as it might have added. */
const explainNoKeyRight = (sql: SqlStorage, by: BodyKey, event: PlenaryEvent): string | undefined => {
  const named =
    event.type === "key.added"
      ? [event.data.key]
      : event.type === "key.revoked"
        ? findIds(sql, event.data).flatMap((id) => readActiveKey(sql, id) ?? [])
        : undefined;
  if (!named || !by.rights?.includes("keys")) return `Only the operator's key sends ${event.type}.`;
  return named.map((key) => explainNoGrant(by, key)).find((why) => why !== undefined);
};

/** The endpoints that an event is of: the one that it names, and the one whose place that takes. */
const findEndpoints = (sql: SqlStorage, event: EventOf<"endpoint.added" | "endpoint.removed">): readonly Endpoint[] => {
  const named = event.type === "endpoint.added" ? [event.data.endpoint] : [];
  const known = readEndpoint(sql, event.type === "endpoint.added" ? event.data.endpoint.name : event.data.name);
  return [...named, ...(known ? [known.endpoint] : [])];
};

/** What a setup link may, once the directory spent it on this body: all before the body has a key, which is that of the browser that has the link. */
const explainNoSetup = (sql: SqlStorage): string | undefined =>
  sql.exec("SELECT 1 FROM keys LIMIT 1").toArray().length === 0
    ? undefined
    : "This setup link has done what it is for: the body has a key.";

/** Why a key, or what had that name, speaks no more. */
const explainEnded = (key: BodyKey | undefined, id: string, now: number): string | undefined => {
  if (!key) return `The key ${id} is revoked.`;
  return key.until !== undefined && Date.parse(key.until) <= now ? `The key ${id} was good until ${key.until}.` : undefined;
};

/** Why a key may not ask about these endpoints, or undefined where it may. @param now milliseconds of the epoch */
export const explainNoEndpointsRequest = (
  sql: SqlStorage,
  id: string,
  endpoints: readonly Pick<Endpoint, "meetings">[],
  now: number,
): string | undefined => {
  if (id === OPERATOR) return undefined;
  const key = readActiveKey(sql, id);
  const ended = explainEnded(key, id, now);
  if (ended !== undefined || !key) return ended;
  return key.invites ? `The invitation ${id} asks nothing.` : explainNoEndpoints(key, endpoints);
};

/** Why a key may not clear mails to a list, or undefined where it may: of one meeting, or any where none is named. @param now milliseconds of the epoch */
export const explainNoMailsRequest = (sql: SqlStorage, id: string, meeting: string | undefined, now: number): string | undefined => {
  if (id === OPERATOR) return undefined;
  const key = readActiveKey(sql, id);
  const ended = explainEnded(key, id, now);
  if (ended !== undefined || !key) return ended;
  if (key.invites || key.dryRunsOnly || !key.rights?.includes("news"))
    return `The key ${id} clears no mails: the operator's does, or one with the right news.`;
  return meeting === undefined || key.meeting === undefined || key.meeting === meeting
    ? undefined
    : `The key ${id} clears mails of the meeting ${key.meeting} alone.`;
};

/**
 * Why a key may not send an event, or undefined where it may: asked when the event is applied, so that a revocation
 * counts at once.
 * @param now milliseconds of the epoch
 */
export const explainNoPermission = (sql: SqlStorage, id: string, event: PlenaryEvent, now: number): string | undefined => {
  const { type, data } = event;
  if (event.type === "key.added" && event.data.invitation !== undefined && event.data.invitation !== id)
    return `Only the invitation ${event.data.invitation} itself lets a browser accept it.`;
  if (id === OPERATOR) return undefined;
  if (parseSetupKeyId(id) !== undefined) return explainNoSetup(sql);
  const key = readActiveKey(sql, id);
  const ended = explainEnded(key, id, now);
  if (ended !== undefined || !key) return ended;
  if (key.invites) return explainNoInvitation(key, event);
  if (key.dryRunsOnly && !event.dryRun) return `The key ${id} tries events and sends none: a colleague sends what it prepared.`;
  if (isEndpointEvent(event)) return explainNoEndpoints(key, findEndpoints(sql, event));
  if (!("meeting" in data)) return explainNoKeyRight(sql, key, event);
  if (key.meeting !== undefined && key.meeting !== data.meeting) return `The key ${id} speaks for the meeting ${key.meeting} alone.`;
  if (key.events && !key.events.includes(type)) return `The key ${id} sends ${key.events.join(", ")} alone.`;
  if ("replace" in data && data.replace === true && !key.rights?.includes("replace"))
    return `The key ${id} has no right to replace what was reported: leave out replace, or have the operator add a key with that right.`;
  if (key.events && (type === "event.withdrawn" || type === "event.redacted")) {
    const sender = findSender(sql, data.event);
    if (sender !== undefined && parseName(sender) !== key.name) return `The key ${id} corrects its own events alone.`;
  }
  return undefined;
};

/** How far a key reaches: to some events, to all of its body's or of one meeting's, or to everything. */
export type KeyReach = "limited" | "body" | "operator";

export const readReach = (sql: SqlStorage, id: string): KeyReach =>
  id === OPERATOR ? "operator" : readActiveKey(sql, id)?.events ? "limited" : "body";

const NOTICE = NOTICE_DAYS * 86_400_000;

/**
 * Told with each answer while there is time to change keys.
 * @param now milliseconds of the epoch
 */
export const warnOfExpiry = (sql: SqlStorage, id: string, now: number): readonly Warning[] => {
  const until = id === OPERATOR ? undefined : readActiveKey(sql, id)?.until;
  return until !== undefined && Date.parse(until) - now < NOTICE ? [createWarning("key-expires-soon", { name: id, until })] : [];
};

const refuseKey = (sql: SqlStorage, key: BodyKey): Refusal | undefined => {
  const ids = sql
    .exec<{ name: string }>("SELECT name FROM keys")
    .toArray()
    .map(({ name }) => name);
  const id = formatKeyId(key);
  if (ids.includes(id)) return createRefusal("key-name-used", { name: id });
  if (ids.length >= LIMITS.keys.max) return createRefusal("too-many-keys", { most: String(LIMITS.keys.max) });
  // A delivery that nobody signed is held against all of them.
  return readActiveKeys(sql).length >= LIMITS.activeKeys.max
    ? createRefusal("too-many-active-keys", { most: String(LIMITS.activeKeys.max) })
    : undefined;
};

/** Why an event of the operator's can't be, or undefined where it can. */
export const refuseBodyEvent = (sql: SqlStorage, event: BodyEvent): Refusal | undefined => {
  if (event.type === "key.added") return refuseKey(sql, event.data.key);
  if (event.type === "key.revoked" && findIds(sql, event.data).length === 0)
    return createRefusal("unknown-key", {
      name: formatKeyId(event.data),
      names: readActiveKeys(sql).map(formatKeyId).join(", ") || "none",
    });
  return undefined;
};

/** Adds a key; one that an invitation adds has its limits, and spends it. */
export const addKey = (sql: SqlStorage, { key, invitation }: Pick<EventOf<"key.added">["data"], "key" | "invitation">): void => {
  const by = invitation === undefined ? undefined : readActiveKey(sql, invitation);
  sql.exec("INSERT INTO keys (name, key) VALUES (?, ?)", formatKeyId(key), JSON.stringify(by ? acceptInvitation(by, key) : key));
  if (by) sql.exec("UPDATE keys SET is_revoked = 1 WHERE name = ?", formatKeyId(by));
};

export const revokeKeys = (sql: SqlStorage, named: Named): void => {
  for (const id of findIds(sql, named)) sql.exec("UPDATE keys SET is_revoked = 1 WHERE name = ?", id);
};
