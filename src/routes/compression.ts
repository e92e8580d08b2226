import type { MiddlewareHandler } from "hono";
import { takesGzip } from "../feeds/respond.ts";

/** Feeds are not among them: they are compressed once and kept. */
const CODED = /^(?:text\/(?:html|css|javascript|plain)|application\/(?:[a-z]+\+)?json|image\/svg\+xml)/;

/** Has the runtime compress pages, their files and JSON for who takes gzip: on a machine of one's own nobody else may. */
export const compression: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body } = c.res;
  if (!body || headers.has("content-encoding") || !CODED.test(headers.get("content-type") ?? "")) return;
  headers.append("vary", "Accept-Encoding");
  if (takesGzip(c.req.raw.headers)) headers.set("content-encoding", "gzip");
};
