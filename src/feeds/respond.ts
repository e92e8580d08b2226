import { getOrRender } from "../http/render-cache.ts";
import { respondConditionally } from "../http/conditional-response.ts";
import type { Feed } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { shownRows, type FeedOptions } from "./options.ts";
import { etagOf } from "./etag.ts";

const CACHE_CONTROL = "public, max-age=60, stale-if-error=86400";

/** `ctoc-cop-wg4-2010-slot-3.ics`, from an address of ours. What is not ASCII is left out: header values can't carry it. */
const fileName = (path: string): string =>
  path
    .slice(1)
    .replace("/slots/", "-slot-")
    .replace("/items/", "-item-")
    .replaceAll("/", "-")
    .replaceAll(/[^a-z0-9.-]/g, "");

/** How a request was answered: by the feed of which tag, and whether the answer still stands. */
export interface Served {
  readonly etag: string;
  readonly isCurrent: () => boolean;
}

const served = new WeakMap<Request, Served>();

/** How a request was answered, if by a feed. */
export const servedTo = (request: Request): Served | undefined => served.get(request);

/** A feed over HTTP. Its tag is the key of its bytes. */
export const respondWithFeed = async (
  request: Request,
  whole: Feed,
  origin: string,
  options: FeedOptions,
  isCurrent: () => boolean,
): Promise<Response> => {
  const feed = { ...whole, rows: shownRows(whole.rows, options) };
  const etag = await etagOf(feed, origin, options);
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
  served.set(request, { etag, isCurrent });
  return respondConditionally(request, {
    etag,
    headers: { "cache-control": CACHE_CONTROL, "access-control-allow-origin": "*" },
    content: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `${disposition}; filename="${fileName(feed.path)}"`,
    },
    render: () => getOrRender("feed", etag, () => renderFeed(feed, origin, options)),
  });
};
