import { createLruCache } from "../cache/lru-cache.ts";
import { peekRendered } from "../http/render-cache.ts";
import { built, takesGzip, evaluateConditions, type Wanted } from "../http/conditional-response.ts";
import { canonicalQuery } from "./options.ts";
import type { Served } from "./respond.ts";

/** A feed that was served within the last second, with the headers of each kind of answer as they went out. */
interface HotFeed extends Served {
  readonly headers: Partial<Record<Kind, Headers>>;
}

type Kind = "whole" | "whole-gzip" | "unchanged" | "unchanged-gzip";

const kindOf = ({ isUnchanged, isGzip }: Wanted): Kind => `${isUnchanged ? "unchanged" : "whole"}${isGzip ? "-gzip" : ""}`;

/** Addresses: more than are asked for in one second, and few enough that their headers take little room. */
const MOST = 2000;

const hot = createLruCache<HotFeed>(MOST);

/** Path and query: an answer never depends on the host. */
const addressOf = ({ url }: Request): string => url.slice(url.indexOf("/", url.indexOf("//") + 2));

/** The answer that the request would get by the whole way, if that was gone for the same address within the last second. */
export const lookupResponse = (request: Request): Response | undefined => {
  const feed = request.method === "GET" ? hot.get(addressOf(request)) : undefined;
  if (!feed?.isCurrent()) return undefined;
  const wanted = evaluateConditions(request, feed.etag);
  const headers = feed.headers[kindOf(wanted)];
  const rendered = wanted.isUnchanged ? undefined : peekRendered("feed", feed.etag);
  const body = wanted.isGzip ? rendered?.gzip : rendered?.text;
  return headers && (wanted.isUnchanged || body) ? built(wanted, body, headers) : undefined;
};

/** Keeps what went out whole for requests that follow. */
export const storeResponse = (request: Request, served: Served | undefined, response: Response): void => {
  if (!served || request.method !== "GET") return;
  const address = addressOf(request);
  const known = hot.get(address);
  const same = known?.isCurrent() && known.etag === served.etag ? known.headers : {};
  hot.set(
    address,
    { ...served, headers: { ...same, [kindOf(evaluateConditions(request, served.etag))]: new Headers(response.headers) } },
    1,
  );
};

/** The request for a feed as it goes on, with all that its answer depends on and no more; undefined where it is for none. */
export const normalizeRequest = (request: Request): Request | undefined => {
  const url = new URL(request.url);
  if (!url.pathname.endsWith(".ics") || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
  url.search = canonicalQuery(url.searchParams);
  const headers = new Headers(takesGzip(request.headers) ? { "accept-encoding": "gzip" } : {});
  const noneMatch = request.headers.get("if-none-match");
  if (noneMatch !== null) headers.set("if-none-match", noneMatch);
  return new Request(url, { method: request.method, headers, redirect: "manual" });
};
