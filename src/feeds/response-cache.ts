import { createLruCache } from "../cache/lru-cache.ts";
import { acceptsGzip, buildResponse, evaluate, type Evaluation } from "../http/conditional-response.ts";
import { renderCache } from "../http/render-cache.ts";
import { canonicalizeQuery } from "./options.ts";

/** How a request was answered: by the feed of which tag, and whether the answer still stands. */
export interface Served {
  readonly etag: string;
  readonly isCurrent: () => boolean;
}

/** A feed that was served within the last second, with the headers of each kind of answer as they went out. */
interface CachedResponse extends Served {
  readonly headers: Partial<Record<Kind, Headers>>;
}

type Kind = "whole" | "whole-gzip" | "unchanged" | "unchanged-gzip";

const nameKind = ({ isUnchanged, isGzip }: Evaluation): Kind => `${isUnchanged ? "unchanged" : "whole"}${isGzip ? "-gzip" : ""}`;

/** Addresses: more than are asked for in one second, and few enough that their headers take little room. */
const MAX_ADDRESSES = 2000;

const responses = createLruCache<CachedResponse>(MAX_ADDRESSES);

/** Path and query: an answer never depends on the host. */
const extractAddress = ({ url }: Request): string => url.slice(url.indexOf("/", url.indexOf("//") + 2));

/** The answer that the request would get by the whole way, if that was gone for the same address within the last second. */
export const lookupResponse = (request: Request): Response | undefined => {
  const cached = request.method === "GET" ? responses.get(extractAddress(request)) : undefined;
  if (!cached?.isCurrent()) return undefined;
  const evaluation = evaluate(request, cached.etag);
  const headers = cached.headers[nameKind(evaluation)];
  const rendered = evaluation.isUnchanged ? undefined : renderCache.peek("feed", cached.etag);
  const body = evaluation.isGzip ? rendered?.gzip : rendered?.text;
  return headers && (evaluation.isUnchanged || body) ? buildResponse(evaluation, body, headers) : undefined;
};

/** Keeps what went out whole for requests that follow. */
export const storeResponse = (request: Request, served: Served, response: Response): void => {
  if (request.method !== "GET") return;
  const address = extractAddress(request);
  const known = responses.get(address);
  const headers = known?.isCurrent() && known.etag === served.etag ? known.headers : {};
  const kind = nameKind(evaluate(request, served.etag));
  responses.set(address, { ...served, headers: { ...headers, [kind]: new Headers(response.headers) } }, 1);
};

/** The request for a feed as it goes on, with all that its answer depends on and no more; undefined where it is for none. */
export const normalizeFeedRequest = (request: Request): Request | undefined => {
  const url = new URL(request.url);
  if (!url.pathname.endsWith(".ics") || (request.method !== "GET" && request.method !== "HEAD")) return undefined;
  url.search = canonicalizeQuery(url.searchParams);
  const headers = new Headers(acceptsGzip(request.headers) ? { "accept-encoding": "gzip" } : {});
  const noneMatch = request.headers.get("if-none-match");
  if (noneMatch !== null) headers.set("if-none-match", noneMatch);
  return new Request(url, { method: request.method, headers, redirect: "manual" });
};
