import { renderQrCode } from "../pages/qr-code.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { getOrRender } from "../http/render-cache.ts";
import { noSuch, originOf, routes, served } from "./app.ts";

/** Addresses of ours as QR codes: `…/slots/3.svg` is that of the feed `…/slots/3.ics`, `…/screen.svg` that of the meeting's page. */
export const qrCodeRoutes = routes();

/** No address of ours is longer, and calendars take none that is. */
const LONGEST = 256;

qrCodeRoutes.get("/:path{.+\\.svg}", async (c) => {
  const path = c.req.path.slice(0, -".svg".length);
  const { query } = parseFeedOptions({ lang: c.req.query("lang") });
  const address = `${originOf(c.env)}${path.endsWith("/screen") ? path.slice(0, -"/screen".length) : `${path}.ics${query}`}`;
  if (address.length > LONGEST) return noSuch("not-found", "address");
  const code = await getOrRender("code", address, () => renderQrCode(address));
  return served(c, code, "image/svg+xml", { "cache-control": "public, max-age=86400" });
});
