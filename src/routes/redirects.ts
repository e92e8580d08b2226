import type { MiddlewareHandler } from "hono";
import { formatMeetingPath } from "../calendar/addresses.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { readListing } from "../store/client.ts";
import type { App } from "./app.ts";
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

/** A page, a feed or an export of a meeting, in whatever language: `/fr/b/2010.ics`. */
const OF_MEETING = new RegExp(`^((?:/(?:${LANGUAGES.join("|")}))?)/([a-z0-9-]+)/([a-z0-9-]+)((?:[./].*)?)$`);

/** Leads from the id under which a body lists a meeting of another to that meeting. It may be listed no more one day, so it leads there for now. */
export const redirectListed: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const { pathname, search } = new URL(c.req.url);
  const [, language, body, id, rest] = c.res.status === 404 ? (OF_MEETING.exec(pathname) ?? []) : [];
  const of = body === undefined || id === undefined ? undefined : await readListing(c.env, body, id);
  if (of) c.res = c.redirect(`${language ?? ""}${formatMeetingPath(of.body, of.meeting)}${rest ?? ""}${search}`, 302);
};
