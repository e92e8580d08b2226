import type { Feed } from "./feed.ts";
import type { FeedOptions } from "./options.ts";
import { RENDERER, timezonesOf } from "./ics.ts";

const digest = async (text: string): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return bytes.slice(0, 12).toHex();
};

/**
 * The opaque tag of a feed's bytes, without its quotes: made from revisions and zone data alone, so that a 304 renders nothing.
 * There is no Last-Modified beside it: no date tells apart what two releases, origins or lists of zones make of the same rows.
 */
export const etagOf = ({ path, name, rows }: Feed, origin: string, { query }: FeedOptions): Promise<string> => {
  const revisions = rows.map(({ entry, sequence, stamp, position }) => [entry.uid, sequence, stamp, position]);
  return digest(JSON.stringify([RENDERER, origin, path, query, name, revisions, timezonesOf(rows)]));
};

/** Intermediaries weaken a tag, and mark it with the coding that they applied. */
const bare = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"|"$/g, "")
    .replace(/-(?:gzip|br|zstd|deflate)$/, "");

/** Whether the client's copy is still good: If-None-Match, weakly compared (RFC 9110 §13.1.2). */
export const isUnchanged = (headers: Headers, etag: string): boolean => {
  const noneMatch = headers.get("if-none-match");
  return noneMatch !== null && (noneMatch.trim() === "*" || noneMatch.split(",").some((tag) => bare(tag) === etag));
};
