import type { MiddlewareHandler } from "hono";
import { canonicalizeAddress } from "./canonical-address.ts";

/** Leads whoever reads to the one address of what was asked for. */
export const redirectToCanonical: MiddlewareHandler = (c, next) => {
  const url = new URL(c.req.url);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  // The names of assets are as they were built.
  if (!isRead || url.pathname.startsWith("/assets/")) return next();
  const address = canonicalizeAddress(url);
  return address === `${url.pathname}${url.search}` ? next() : Promise.resolve(c.redirect(address, 301));
};
