import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";

/** To be read by the scripts of any site, which may revalidate what they have. */
export const READABLE_ANYWHERE = { "access-control-allow-origin": "*", "access-control-expose-headers": "ETag" };

const OPEN_PATH = /\.(?:ics|json)$|\/report\.txt$/;

const allowReading = cors({ origin: "*", allowMethods: ["GET", "HEAD"], allowHeaders: ["If-None-Match"], maxAge: 86_400 });

/**
 * Answers what a browser asks before a script of another site may revalidate. On other methods the framework's own would copy the
 * answer, and forget that its body is compressed: those have their headers from where they are made.
 */
export const answerPreflight: MiddlewareHandler = (c, next) =>
  c.req.method === "OPTIONS" && OPEN_PATH.test(c.req.path) ? allowReading(c, next) : next();

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

const secureDocument = (contentSecurityPolicy: Readonly<Record<string, string[]>>): MiddlewareHandler =>
  secureHeaders({ ...ALWAYS, contentSecurityPolicy, xFrameOptions: "DENY" });

const securePage = secureDocument(CONTENT);
// Where events are signed, no text can become HTML or script, whatever the record says.
const secureConsole = secureDocument({ ...CONTENT, requireTrustedTypesFor: ["'script'"], trustedTypes: ["'none'"] });
// A calendar is no document, and most of what an unchanged one costs is its headers: it has those that it can make use of.
const secureCalendar = secureHeaders({
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

/** The headers that keep a browser from doing more with an answer than it is for. */
export const secure: MiddlewareHandler = (c, next) => {
  const { path } = c.req;
  const middleware = path.endsWith(".ics") ? secureCalendar : /\/(?:console|setup)$/.test(path) ? secureConsole : securePage;
  return middleware(c, next);
};
