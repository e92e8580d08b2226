import type { MiddlewareHandler } from "hono";
import { acceptsGzip } from "../http/conditional-response.ts";

const CODED = /^(?:text\/(?:html|css|javascript|plain)|application\/(?:[a-z]+\+)?json|image\/svg\+xml)/;

/**
 * Has the runtime compress files of pages and other small things for who takes gzip: on a machine of one's own nobody else may. What
 * has a tag was compressed once, and is kept so.
 */
export const compress: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body } = c.res;
  if (!body || headers.has("etag") || !CODED.test(headers.get("content-type") ?? "")) return;
  headers.append("vary", "Accept-Encoding");
  if (acceptsGzip(c.req.raw.headers)) headers.set("content-encoding", "gzip");
};
