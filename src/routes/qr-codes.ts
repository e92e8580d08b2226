import type { Context } from "hono";
import { LIMITS } from "../meeting/limits.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { renderQrCode } from "../pages/qr-code.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { succeed } from "../meeting/result.ts";
import { renderCache } from "../http/render-cache.ts";
import { feedRoutes } from "./feeds.ts";
import { type App, respondMissing, readOrigin, createRoutes, respondWithText } from "./app.ts";

/** Addresses of ours as QR codes: `…/slots/3.svg` is that of the feed `…/slots/3.ics`, `…/screen.svg` that of the meeting's page. */
export const qrCodeRoutes = createRoutes();

const SCREEN = new RegExp(`^(?:/(?:${LANGUAGES.join("|")}))?(/[^/]+/[^/]+)/screen$`);

/** A code is made of what is there: any tag matches a feed that is, and nothing of it is written (RFC 9110 §13.1.2). */
const hasFeed = async ({ env, executionCtx }: Context<App>, path: string): Promise<boolean> => {
  const feed = `${SCREEN.exec(path)?.[1] ?? path}.ics`;
  const { status } = await feedRoutes.request(feed, { headers: { "if-none-match": "*" } }, env, executionCtx);
  return status === 304;
};

qrCodeRoutes.get("/:path{.+\\.svg}", async (c) => {
  const path = c.req.path.slice(0, -".svg".length);
  const { query } = parseFeedOptions({ lang: c.req.query("lang") });
  const address = `${readOrigin(c.env)}${path.endsWith("/screen") ? path.slice(0, -"/screen".length) : `${path}.ics${query}`}`;
  if (address.length > LIMITS.address.max || !(await hasFeed(c, path))) return respondMissing("not-found", "address");
  const rendered = await renderCache.getOrRender("code", address, () => renderQrCode(address));
  return respondWithText(c, succeed({ kind: "code", key: address, rendered }), "image/svg+xml", {
    "cache-control": "public, max-age=86400",
  });
});
