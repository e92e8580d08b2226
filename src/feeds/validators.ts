import type { LedgerRow } from "../calendar/ledger.ts";
import type { Feed } from "./feed.ts";
import type { FeedOptions } from "./options.ts";
import { RENDERER, timezonesOf } from "./ics.ts";

/** What a client may send back to ask whether a feed changed (RFC 9110 §8.8). */
export interface Validators {
  /** Opaque tag without its quotes. */
  readonly etag: string;
  /** Seconds of the epoch; absent where the clock's second can't tell two contents apart. */
  readonly lastModified?: number;
}

/** Strictly later with each content, or absent: a wrong 304 leaves a subscriber stale for good. */
const lastModifiedOf = (rows: readonly LedgerRow[]): number | undefined => {
  const latest = Math.max(...rows.map(({ stamp }) => stamp));
  const last = rows.filter(({ stamp }) => stamp === latest);
  const isTied = last.some(({ tied, position }) => tied || position !== last[0]?.position);
  return isTied || latest <= RENDERER.releasedAt ? undefined : latest;
};

const digest = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return bytes.slice(0, 12).toHex();
};

/** Made from revisions and zone data alone, so that a 304 renders nothing. */
export const validatorsOf = async (
  { path, name, rows, isFixed }: Feed,
  all: readonly LedgerRow[],
  origin: string,
  { query }: FeedOptions,
): Promise<Validators> => {
  const revisions = rows.map(({ entry, sequence, stamp, position }) => [entry.uid, sequence, stamp, position]);
  const etag = await digest(JSON.stringify([RENDERER.version, origin, path, query, name, revisions, timezonesOf(rows)]));
  // Of all rows: leaving one out is a change, too.
  const lastModified = isFixed ? lastModifiedOf(all) : undefined;
  return { etag, ...(lastModified !== undefined && { lastModified }) };
};

export const httpDate = (seconds: number): string => new Date(seconds * 1000).toUTCString();

/** Intermediaries weaken a tag, and mark it with the coding that they applied. */
const bare = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"|"$/g, "")
    .replace(/-(?:gzip|br|zstd|deflate)$/, "");

/** Whether the client's copy is still good: If-None-Match weakly compared, else If-Modified-Since (RFC 9110 §13.2.2). */
export const isUnchanged = (headers: Headers, { etag, lastModified }: Validators): boolean => {
  const noneMatch = headers.get("if-none-match");
  if (noneMatch !== null) return noneMatch.trim() === "*" || noneMatch.split(",").some((tag) => bare(tag) === etag);
  // Compared as the date that we gave: a client that sends its own clock's could miss a change of the same second.
  return lastModified !== undefined && headers.get("if-modified-since") === httpDate(lastModified);
};
