import { respond } from "../http/conditional-response.ts";
import { READABLE_ANYWHERE } from "../http/headers.ts";
import { renderCache } from "../http/render-cache.ts";
import { renderBodyFeed } from "./body-feed.ts";
import { computeETag } from "./etag.ts";
import type { Feed } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { selectRows, type FeedOptions } from "./options.ts";

const CACHE_CONTROL = "max-age=60, stale-if-error=86400";

/** `ctoc-cop-wg4-2010-slot-3.ics`, from an address of ours. What is not ASCII is left out: header values can't carry it. */
const nameFile = ({ path, isPrivate }: Pick<Feed, "path" | "isPrivate">): string =>
  (isPrivate ? "/my.ics" : path)
    .slice(1)
    .replace("/slots/", "-slot-")
    .replace("/items/", "-item-")
    .replaceAll("/", "-")
    .replaceAll(/[^a-z0-9.-]/g, "");

/** An answer, and the tag of the feed that it is made of, which is the key of the feed's bytes. */
export interface FeedResponse {
  readonly etag: string;
  readonly response: Response;
}

/** A calendar that is to be answered. */
interface Calendar extends Pick<Feed, "path" | "isPrivate"> {
  readonly etag: string;
  readonly render: () => string;
  readonly readModified?: (() => Promise<number | undefined>) | undefined;
}

/** A calendar over HTTP, rendered once for each tag. */
export const respondWithCalendar = async (request: Request, calendar: Calendar): Promise<FeedResponse> => {
  const { etag, isPrivate, readModified, render } = calendar;
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
  const response = await respond(request, {
    etag,
    headers: { "cache-control": `${isPrivate ? "private" : "public"}, ${CACHE_CONTROL}`, ...READABLE_ANYWHERE },
    content: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `${disposition}; filename="${nameFile(calendar)}"`,
    },
    ...(readModified && { readModified }),
    render: () => renderCache.getOrRender("feed", etag, render),
  });
  return { etag, response };
};

/** A feed over HTTP, with a date where there is one for what it is made of. */
export const respondWithFeed = async (
  request: Request,
  whole: Feed,
  origin: string,
  options: FeedOptions,
  readModified?: () => Promise<number | undefined>,
): Promise<FeedResponse> => {
  const feed = { ...whole, rows: selectRows(whole.rows, options) };
  const { parts } = feed;
  const etag = await computeETag(feed, origin, options);
  const render = (): string => (parts ? renderBodyFeed({ ...feed, parts }, origin, options) : renderFeed(feed, origin, options));
  return respondWithCalendar(request, { ...feed, etag, readModified, render });
};
