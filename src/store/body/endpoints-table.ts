import { createRefusal, type Refusal } from "../../../machines/meeting/refusals.ts";
import type { EndpointFault } from "../../api/schemas/health.ts";
import { isCleared, type Endpoint, type EndpointEnd, type ListedEndpoint } from "../../meeting/endpoint.ts";
import type { EventOf } from "../../meeting/events.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { getHost } from "../../meeting/news-address.ts";

/**
 * What `endpoint.added` and `endpoint.removed` in the log come to, and how far each endpoint is: `waiting` pieces of news are to be sent, the
 * first of them from `due` on, after so many `failures`, the last as `failure` says. To an endpoint that is `ended` nothing is.
 */
export const ENDPOINTS_TABLE = `
  CREATE TABLE endpoints (
    name TEXT PRIMARY KEY,
    endpoint TEXT NOT NULL,
    waiting INTEGER NOT NULL DEFAULT 0,
    due INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    failure TEXT,
    ended TEXT
  ) WITHOUT ROWID;
  CREATE INDEX endpoints_due ON endpoints (due) WHERE due IS NOT NULL;`;

export interface StoredEndpoint {
  readonly endpoint: Endpoint;
  readonly waiting: number;
  readonly due: number | null;
  readonly failures: number;
  readonly failure: string | null;
  readonly ended: EndpointEnd | null;
}

interface EndpointRow extends Record<string, SqlStorageValue> {
  readonly endpoint: string;
  readonly waiting: number;
  readonly due: number | null;
  readonly failures: number;
  readonly failure: string | null;
  readonly ended: EndpointEnd | null;
}

const COLUMNS = "endpoint, waiting, due, failures, failure, ended";

const toStored = ({ endpoint, ...row }: EndpointRow): StoredEndpoint => ({ ...row, endpoint: JSON.parse(endpoint) as Endpoint });

export const readEndpoints = (sql: SqlStorage): readonly StoredEndpoint[] =>
  sql.exec<EndpointRow>(`SELECT ${COLUMNS} FROM endpoints ORDER BY name`).toArray().map(toStored);

export const readEndpoint = (sql: SqlStorage, name: string): StoredEndpoint | undefined =>
  sql.exec<EndpointRow>(`SELECT ${COLUMNS} FROM endpoints WHERE name = ?`, name).toArray().map(toStored)[0];

/** Why an event about endpoints can't be, or undefined where it can. */
export const refuseEndpointEvent = (sql: SqlStorage, event: EventOf<"endpoint.added" | "endpoint.removed">): Refusal | undefined => {
  const names = readEndpoints(sql).map(({ endpoint }) => endpoint.name);
  if (event.type === "endpoint.added")
    return names.length >= LIMITS.endpoints.max && !names.includes(event.data.endpoint.name)
      ? createRefusal("too-many-endpoints", { most: String(LIMITS.endpoints.max) })
      : undefined;
  const { name } = event.data;
  return names.includes(name) ? undefined : createRefusal("unknown-endpoint", { name, names: names.join(", ") || "none" });
};

/** One that takes another's place gets what waits for that at once, by its own address; a list that a person clears, when that person says so. */
export const addEndpoint = (sql: SqlStorage, endpoint: Endpoint): void => {
  sql.exec(
    `INSERT INTO endpoints (name, endpoint) VALUES (?1, ?2)
       ON CONFLICT (name) DO UPDATE SET endpoint = ?2, failures = 0, failure = NULL, ended = NULL, due = iif(waiting > 0 AND ?3, 0, NULL)`,
    endpoint.name,
    JSON.stringify(endpoint),
    isCleared(endpoint) ? 0 : 1,
  );
};

export const removeEndpoint = (sql: SqlStorage, name: string): void => {
  sql.exec("DELETE FROM endpoints WHERE name = ?", name);
};

/** When news is due next, in milliseconds of the epoch, but for endpoints that get theirs just now. */
export const readNextNewsDue = (sql: SqlStorage, underWay: ReadonlyMap<string, unknown>): number | null => {
  for (const { name, due } of sql.exec<{ name: string; due: number }>("SELECT name, due FROM endpoints WHERE due IS NOT NULL ORDER BY due"))
    if (!underWay.has(name)) return due;
  return null;
};

/** The endpoints that are due. */
export const listDueEndpoints = (sql: SqlStorage, now: number): readonly string[] =>
  sql
    .exec<{ name: string }>("SELECT name FROM endpoints WHERE due <= ? ORDER BY due", now)
    .toArray()
    .map(({ name }) => name);

/** As the operator sees them. */
export const listEndpoints = (sql: SqlStorage): readonly ListedEndpoint[] =>
  readEndpoints(sql).map(({ endpoint: { url, ...endpoint }, waiting, due, failures, failure, ended }) => ({
    ...endpoint,
    host: getHost(url),
    waiting,
    failures,
    ...(failure !== null && { failure }),
    ...(failures > 0 && due !== null && { nextTry: new Date(due).toISOString() }),
    ...(ended !== null && { ended }),
  }));

/** Failures in a row after which an endpoint is told of: five minutes and more. */
const MANY = 3;

/** Endpoints that get no news, or have not for some time. */
export const findEndpointFaults = (sql: SqlStorage): readonly EndpointFault[] =>
  readEndpoints(sql).flatMap(({ endpoint: { name }, failures, ended }) =>
    ended !== null || failures >= MANY ? [{ endpoint: name, fault: ended ?? ("failing" as const) }] : [],
  );
