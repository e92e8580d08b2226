import { acceptsGzip } from "../http/conditional-response.ts";
import { canonicalizeQuery } from "./options.ts";

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
