import type { Context } from "hono";
import { findLanguage } from "../meeting/language-tag.ts";
import { LIMITS } from "../meeting/limits.ts";
import { localizePath } from "../i18n/paths.ts";
import { renderQrCode } from "../pages/qr-code.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { succeed } from "../meeting/result.ts";
import { renderCache } from "../http/render-cache.ts";
import { feedRoutes } from "./feeds.ts";
import { type App, respondMissing, readOrigin, createRoutes, respondWithText } from "./app.ts";

/** Addresses of ours as QR codes: `…/slots/3.svg` is that of the page `…/slots/3`, where the reader's device is told how to follow it. */
export const qrCodeRoutes = createRoutes();

/** Feeds that have a page: of a body, a meeting, a sitting, an item, and of what a delegate chose. */
const HAS_PAGE = /^(?!\/all(?:\/|$))\/[^/]+(?:\/[^/]+(?:\/slots\/[0-9]+|\/items\/[^/+]+|\/\d{4}-\d{2}-\d{2})?)?$/;

/** A code is made of what is there: any tag matches a feed that is, and nothing of it is written (RFC 9110 §13.1.2). */
const hasFeed = async ({ env, executionCtx }: Context<App>, path: string): Promise<boolean> => {
  const { status } = await feedRoutes.request(`${path}.ics`, { headers: { "if-none-match": "*" } }, env, executionCtx);
  return status === 304;
};

qrCodeRoutes.get("/:path{.+\\.svg}", async (c) => {
  // The screen's own code leads to the meeting.
  const named = c.req.path.slice(0, -".svg".length).replace(/\/screen$/, "");
  const [, prefix, rest] = /^\/([a-z]{2})(\/.+)$/.exec(named) ?? [];
  const inPath = findLanguage(prefix);
  const path = inPath === undefined || rest === undefined ? named : rest;
  const { query, words } = parseFeedOptions({ lang: inPath ?? c.req.query("lang") });
  const address = `${readOrigin(c.env)}${HAS_PAGE.test(path) ? localizePath(words.language, path) : `${path}.ics${query}`}`;
  if (address.length > LIMITS.address.max || !(await hasFeed(c, path))) return respondMissing("not-found", "address");
  const rendered = await renderCache.getOrRender("code", address, () => renderQrCode(address));
  return respondWithText(c, succeed({ kind: "code", key: address, rendered }), "image/svg+xml", {
    "cache-control": "public, max-age=86400",
  });
});
