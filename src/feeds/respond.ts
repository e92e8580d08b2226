import { gzipOf, renderedOnce, type Rendered } from "../rendered.ts";
import type { Feed } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { shownRows, type FeedOptions } from "./options.ts";
import { etagOf, isUnchanged } from "./validators.ts";

const CACHE_CONTROL = "public, max-age=60, stale-if-error=86400";

/** `ctoc-cop-wg4-2010-slot-3.ics`, from an address of ours. What is not ASCII is left out: header values can't carry it. */
const fileName = (path: string): string =>
  path
    .slice(1)
    .replace("/slots/", "-slot-")
    .replace("/items/", "-item-")
    .replaceAll("/", "-")
    .replaceAll(/[^a-z0-9.-]/g, "");

/** A coded representation has a strong tag of its own (RFC 9110 §8.8.3.3). */
const tagOf = (etag: string, isGzip: boolean): string => (isGzip ? `"${etag}-gzip"` : `"${etag}"`);

const headersOf = (etag: string, isGzip: boolean): Record<string, string> => ({
  etag: tagOf(etag, isGzip),
  "cache-control": CACHE_CONTROL,
  vary: "Accept-Encoding",
  "access-control-allow-origin": "*",
});

/** Whether the client takes gzip: what it says of it counts before what it says of `*` (RFC 9110 §12.5.3). */
export const takesGzip = (headers: Headers): boolean => {
  const parts = (headers.get("accept-encoding") ?? "").toLowerCase().split(",");
  const isTaken = new Map(
    parts.map((part) => {
      const [coding = "", weight = ""] = part.split(";").map((piece) => piece.trim());
      return [coding, !/^q=0(?:\.0*)?$/.test(weight)];
    }),
  );
  return isTaken.get("gzip") ?? isTaken.get("x-gzip") ?? isTaken.get("*") ?? false;
};

/** How a request was answered: by the feed of which tag, and whether the answer still stands. */
export interface Served {
  readonly etag: string;
  readonly isCurrent: () => boolean;
}

const served = new WeakMap<Request, Served>();

/** How a request was answered, if by a feed. */
export const servedTo = (request: Request): Served | undefined => served.get(request);

/** What a request comes to, of a feed with such a tag. */
export interface Wanted {
  readonly isUnchanged: boolean;
  readonly isGzip: boolean;
}

export const wantedOf = ({ headers }: Request, etag: string): Wanted => ({
  isUnchanged: isUnchanged(headers, etag),
  isGzip: takesGzip(headers),
});

/** `text/calendar` is compressed by nobody else on the way, so it is here, and not again. */
export const built = ({ isUnchanged: is304, isGzip }: Wanted, body: Uint8Array | undefined, headers: Headers): Response =>
  is304 ? new Response(null, { status: 304, headers }) : new Response(body, { headers, encodeBody: isGzip ? "manual" : "automatic" });

const bodyOf = async ({ isUnchanged: is304, isGzip }: Wanted, render: () => Rendered): Promise<Uint8Array | undefined> => {
  if (is304) return undefined;
  const rendered = render();
  return isGzip ? gzipOf(rendered) : rendered.text;
};

/** A feed over HTTP: the whole calendar, or 304 where the client has it. Its tag is the key of its bytes. */
export const respondWithFeed = async (
  request: Request,
  whole: Feed,
  origin: string,
  options: FeedOptions,
  isCurrent: () => boolean,
): Promise<Response> => {
  const feed = { ...whole, rows: shownRows(whole.rows, options) };
  const etag = await etagOf(feed, origin, options);
  const wanted = wantedOf(request, etag);
  const body = await bodyOf(wanted, () => renderedOnce(etag, () => renderFeed(feed, origin, options)));
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
  const headers = new Headers({
    ...headersOf(etag, wanted.isGzip),
    ...(body && {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `${disposition}; filename="${fileName(feed.path)}"`,
      ...(wanted.isGzip && { "content-encoding": "gzip" }),
    }),
  });
  served.set(request, { etag, isCurrent });
  return built(wanted, body, headers);
};
