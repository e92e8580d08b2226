import { hashOctets } from "../http/render-cache.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { Feed } from "./feed.ts";
import type { FeedOptions } from "./options.ts";
import { RENDERER } from "./ics.ts";
import { renderTimezones } from "./ics-times.ts";

/** The opaque tag of a feed's bytes, without its quotes: made from revisions and zone data alone, so that a 304 renders nothing. */
export const computeETag = (feed: Feed, origin: string, { query }: FeedOptions): Promise<string> => {
  const { path, name, about, rows, parts = [] } = feed;
  const revisions = rows.map(({ entry, sequence, stamp, position }) => [entry.uid, sequence, stamp, position]);
  const listed = parts.flatMap(({ instead }) => (instead ? [[instead.entry.uid, instead.sequence, instead.stamp]] : []));
  return hashOctets(
    new TextEncoder().encode(JSON.stringify([RENDERER, origin, path, query, name, about, revisions, listed, renderTimezones(feed)])),
  );
};

/**
 * The tag of what all feeds of a meeting, or a body's own, are made of: where it is the same, so are the bytes of each. It is what a date
 * stands for, since no date tells apart what two releases, origins or lists of zones make of the same rows.
 */
export const computeContentTag = (revision: string, rows: readonly EntryRevision[], origin: string): Promise<string> =>
  hashOctets(new TextEncoder().encode(JSON.stringify([RENDERER, origin, revision, renderTimezones({ rows })])));
