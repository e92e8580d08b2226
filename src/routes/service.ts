import ASSETS from "../../dist/addresses/assets.json";
import { readHealth } from "../store/health-scan.ts";
import { serveAsset, serveBrowserFile } from "./assets.ts";
import { createRoutes } from "./app.ts";

/** What the service says of itself, and the files of its pages. */
export const serviceRoutes = createRoutes();

serviceRoutes.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));

/** Whether storage can be read and written, and which bodies are not served as their logs would have them. */
serviceRoutes.get("/healthz", async (c) => {
  const health = await readHealth(c.env, Date.now);
  return c.json(health, health.status === "ok" ? 200 : 503, { "cache-control": "no-store" });
});

/** Asked for by whoever has not read a page: browsers that show a feed, previews of links. */
serviceRoutes.get("/favicon.ico", (c) =>
  serveAsset(c.env, ASSETS["touch-icon.png"].slice("/assets/".length), {
    "content-type": "image/png",
    "cache-control": "public, max-age=86400",
  }),
);

/** Of the operator, who may have deployed none. */
serviceRoutes.get("/logo.svg", (c) =>
  serveAsset(c.env, "logo.svg", { "content-type": "image/svg+xml", "cache-control": "public, max-age=3600" }),
);

serviceRoutes.get("/assets/:file{[A-Za-z0-9._-]+}", (c) => serveBrowserFile(c.env, c.req.param("file")));

/** The service worker of all pages: under an address of its own, since only there it may serve them. */
serviceRoutes.get("/sw.js", (c) =>
  serveAsset(c.env, ASSETS["sw.ts"].slice("/assets/".length), {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
  }),
);
