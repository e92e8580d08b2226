import type { Feed } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { httpDate, isUnchanged, validatorsOf, type Validators } from "./validators.ts";

const CACHE_CONTROL = "public, max-age=60, stale-if-error=86400";

/** `ctoc-cop-wg4-2010-slot-3.ics`, from an address of ours: letters, digits and hyphens only. */
const fileName = (path: string): string => path.slice(1).replace("/slots/", "-slot-").replace("/items/", "-item-").replaceAll("/", "-");

const headersOf = ({ etag, lastModified }: Validators): Record<string, string> => ({
  etag: `"${etag}"`,
  ...(lastModified !== undefined && { "last-modified": httpDate(lastModified) }),
  "cache-control": CACHE_CONTROL,
  vary: "Accept-Encoding",
  "access-control-allow-origin": "*",
});

/** A feed over HTTP: the whole calendar, or 304 where the client has it. */
export const respondWithFeed = async (request: Request, feed: Feed, origin: string): Promise<Response> => {
  const validators = await validatorsOf(feed, origin);
  const headers = headersOf(validators);
  if (isUnchanged(request.headers, validators)) return new Response(null, { status: 304, headers });
  return new Response(renderFeed(feed, origin), {
    headers: {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${fileName(feed.path)}"`,
    },
  });
};
