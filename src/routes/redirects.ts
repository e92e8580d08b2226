import type { MiddlewareHandler } from "hono";
import { canonicalizePath } from "../feeds/canonical-path.ts";

/** Leads whoever reads to the one address of what a path means. */
export const redirectToCanonical: MiddlewareHandler = (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  // The names of assets are as they were built.
  const canonical = pathname.startsWith("/assets/") ? pathname : canonicalizePath(pathname);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  return isRead && canonical !== pathname ? Promise.resolve(c.redirect(`${canonical}${search}`, 301)) : next();
};
