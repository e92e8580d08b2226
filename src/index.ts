import { WorkerEntrypoint } from "cloudflare:workers";
import { secureHeaders } from "hono/secure-headers";
import { canonicalPath } from "./feeds/canonical-path.ts";
import { normalizeRequest, lookupResponse, storeResponse } from "./feeds/response-cache.ts";
import { servedTo } from "./feeds/respond.ts";
import { isInternalError } from "./http/internal-error.ts";
import { respondWithProblem } from "./http/problems.ts";
import { noSuch, routes } from "./routes/app.ts";
import { qrCodeRoutes } from "./routes/qr-codes.ts";
import { compression } from "./routes/compression.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { liveRoutes } from "./routes/live.ts";
import { pageRoutes } from "./routes/pages.ts";
import { serviceRoutes } from "./routes/service.ts";
import { exportRoutes } from "./routes/exports.ts";

export { BodyObject } from "./store/body/body.ts";
export { DirectoryObject } from "./store/directory.ts";

const app = routes();

const CONTENT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

const ALWAYS = {
  // Feeds and JSON are there to be read from anywhere.
  crossOriginResourcePolicy: "cross-origin",
  strictTransportSecurity: "max-age=15552000",
  xXssProtection: false,
} as const;

const documentHeaders = (contentSecurityPolicy: Readonly<Record<string, string[]>>) =>
  secureHeaders({ ...ALWAYS, contentSecurityPolicy, xFrameOptions: "DENY" });

const usual = documentHeaders(CONTENT);
// Where events are signed, no text can become HTML or script, whatever the record says.
const signing = documentHeaders({ ...CONTENT, requireTrustedTypesFor: ["'script'"], trustedTypes: ["'none'"] });
// A calendar is no document, and most of what an unchanged one costs is its headers: it has those that it can make use of.
const calendar = secureHeaders({
  ...ALWAYS,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
});

app.use((c, next) => {
  const { path } = c.req;
  return (path.endsWith(".ics") ? calendar : path.endsWith("/console") ? signing : usual)(c, next);
});

// Nothing that is said at the door is looked up again, so it is neither compressed nor found at a tidier address.
app.route("/", webhookRoutes);

app.use(compression);

app.use(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  // The names of assets are as they were built.
  const canonical = pathname.startsWith("/assets/") ? pathname : canonicalPath(pathname);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  return isRead && canonical !== pathname ? c.redirect(`${canonical}${search}`, 301) : next();
});

// Addresses of the service come before those of bodies, whose ids none of them can be.
app.route("/", serviceRoutes);
app.route("/", liveRoutes);
app.route("/", feedRoutes);
app.route("/", exportRoutes);
app.route("/", qrCodeRoutes);
app.route("/", pageRoutes);

app.on(
  ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
  app.routes.filter(({ method }) => method === "GET").map(({ path }) => path),
  () => respondWithProblem({ code: "method-not-allowed", detail: "This address is only for reading.", headers: { allow: "GET, HEAD" } }),
);

app.notFound(() => noSuch("not-found", "page or feed"));

app.onError((error) => {
  console.error(JSON.stringify({ fault: "unexpected", error: error.stack ?? String(error) }));
  return isInternalError(error)
    ? respondWithProblem({ code: "fault", detail: "The request could not be answered. Nothing was changed." })
    : respondWithProblem({ code: "storage-unread", detail: "What is stored could not be read. Ask again later." });
});

/** Feeds have an entrance of their own, since they alone stand behind the network's cache. */
export class Feeds extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    const response = await app.fetch(request, this.env, this.ctx);
    storeResponse(request, servedTo(request), response);
    return response;
  }
}

export default {
  fetch: (request, env, ctx) => {
    const hot = lookupResponse(request);
    if (hot) return hot;
    const feed = normalizeRequest(request);
    return feed ? ctx.exports.Feeds.fetch(feed) : app.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env>;
