import type { Feed } from "./feed.ts";
import { renderFeed } from "./ics.ts";
import { shownRows, type FeedOptions } from "./options.ts";
import { httpDate, isUnchanged, validatorsOf, type Validators } from "./validators.ts";

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
const tagOf = ({ etag }: Validators, isGzip: boolean): string => (isGzip ? `"${etag}-gzip"` : `"${etag}"`);

const headersOf = (validators: Validators, isGzip: boolean): Record<string, string> => ({
  etag: tagOf(validators, isGzip),
  ...(validators.lastModified !== undefined && { "last-modified": httpDate(validators.lastModified) }),
  "cache-control": CACHE_CONTROL,
  vary: "Accept-Encoding",
  "access-control-allow-origin": "*",
});

/** Whether the client takes gzip: named, or by `*`, and not with a weight of nought. */
const takesGzip = (headers: Headers): boolean =>
  (headers.get("accept-encoding") ?? "")
    .toLowerCase()
    .split(",")
    .map((part) => part.split(";").map((piece) => piece.trim()))
    .some(([coding, weight]) => (coding === "gzip" || coding === "x-gzip" || coding === "*") && !/^q=0(?:\.0*)?$/.test(weight ?? ""));

/** `text/calendar` is compressed by nobody else on the way. */
const gzipped = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));

/** A feed over HTTP: the whole calendar, or 304 where the client has it. */
export const respondWithFeed = async (request: Request, whole: Feed, origin: string, options: FeedOptions): Promise<Response> => {
  const feed = { ...whole, rows: shownRows(whole.rows, options) };
  const validators = await validatorsOf(feed, whole.rows, origin, options);
  const isGzip = takesGzip(request.headers);
  const headers = headersOf(validators, isGzip);
  if (isUnchanged(request.headers, validators)) return new Response(null, { status: 304, headers });
  const disposition = new URL(request.url).searchParams.has("download") ? "attachment" : "inline";
  const whatItIs = {
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": `${disposition}; filename="${fileName(feed.path)}"`,
  };
  const text = renderFeed(feed, origin, options);
  return isGzip
    ? new Response(gzipped(text), { headers: { ...headers, ...whatItIs, "content-encoding": "gzip" }, encodeBody: "manual" })
    : new Response(text, { headers: { ...headers, ...whatItIs } });
};
