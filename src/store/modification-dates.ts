import { createLruCache } from "../cache/lru-cache.ts";
import type { DatedContent } from "../calendar/dated-content.ts";
import { unwrap } from "./stored.ts";
import { openBody } from "./stubs.ts";

/** What has a date of its own: a meeting with all feeds of it, or the body's own feed. */
export interface DatedFeed {
  readonly body: string;
  readonly meeting?: string;
}

/** Feeds of which this process knows the date. */
const MAX = 5000;

const dates = createLruCache<DatedContent>(MAX);

/**
 * Since when a content is what a meeting's feeds, or a body's own, are made of, in seconds of the epoch; undefined as long as no date tells
 * it from what was before. A date is asked for once for each content, and saves clients a download: where it can't be had there is none.
 * @param now milliseconds of the epoch
 */
export const readModificationDate = async (
  env: Env,
  { body, meeting = "" }: DatedFeed,
  tag: string,
  now: number,
): Promise<number | undefined> => {
  const key = `${body}/${meeting}`;
  const second = Math.floor(now / 1000);
  const known = dates.get(key);
  if (known?.tag === tag) return known.date <= second ? known.date : undefined;
  try {
    const date = await unwrap(openBody(env, body).readModificationDate(meeting, tag, second));
    if (date !== undefined) dates.set(key, { tag, date }, 1);
    return date;
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", body, dated: false, error: String(error) }));
    return undefined;
  }
};
