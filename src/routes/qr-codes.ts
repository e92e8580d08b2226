import { renderQrCode } from "../pages/qr-code.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { succeed } from "../meeting/result.ts";
import { renderCache } from "../http/render-cache.ts";
import { respondMissing, readOrigin, createRoutes, respondWithText } from "./app.ts";

/** Addresses of ours as QR codes: `…/slots/3.svg` is that of the feed `…/slots/3.ics`, `…/screen.svg` that of the meeting's page. */
export const qrCodeRoutes = createRoutes();

/** No address of ours is longer, and calendars take none that is. */
const LONGEST = 256;

qrCodeRoutes.get("/:path{.+\\.svg}", async (c) => {
  const path = c.req.path.slice(0, -".svg".length);
  const { query } = parseFeedOptions({ lang: c.req.query("lang") });
  const address = `${readOrigin(c.env)}${path.endsWith("/screen") ? path.slice(0, -"/screen".length) : `${path}.ics${query}`}`;
  if (address.length > LONGEST) return respondMissing("not-found", "address");
  const code = await renderCache.getOrRender("code", address, () => renderQrCode(address));
  return respondWithText(c, succeed(code), "image/svg+xml", { "cache-control": "public, max-age=86400" });
});
