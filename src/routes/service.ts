import { findUnfoldable } from "../store/bodies.ts";
import { browserFile } from "./assets.ts";
import { routes } from "./app.ts";

/** What the service says of itself, and the files of its pages. */
export const serviceRoutes = routes();

serviceRoutes.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));

serviceRoutes.get("/healthz", async (c) => {
  const unfoldable = await findUnfoldable(c.env);
  return c.json({ status: unfoldable.length === 0 ? "ok" : "degraded", unfoldable }, unfoldable.length === 0 ? 200 : 503, {
    "cache-control": "no-store",
  });
});

serviceRoutes.get("/assets/:file{[A-Za-z0-9._-]+}", (c) => browserFile(c.env, c.req.param("file")));
