import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { LANGUAGES } from "../meeting/text.ts";

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
// Where events are signed, no text can become HTML or script, whatever the record says; one policy admits the service worker's address.
const secureConsole = secureDocument({ ...CONTENT, requireTrustedTypesFor: ["'script'"], trustedTypes: ["plenary-worker"] });
/** Nothing in it ends what it stands in. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?$/;

/** Sites that may show our pages for frames, as the operator names them: `https://www.example.org`, separated by spaces. */
const readEmbedOrigins = ({ PLENARY_EMBED_ORIGINS: setting }: Env): string[] =>
  (setting ?? "").split(/\s+/).filter((origin) => ORIGIN.test(origin));

const EMBED_PATH = new RegExp(`^(?:/(?:${LANGUAGES.join("|")}))?/embed/`);

const secureEmbed = (env: Env): MiddlewareHandler => {
  const frameAncestors = readEmbedOrigins(env);
  return frameAncestors.length === 0
    ? securePage
    : // In a sandbox a page has no origin to be kept apart by.
      secureHeaders({
        ...ALWAYS,
        contentSecurityPolicy: { ...CONTENT, frameAncestors },
        xFrameOptions: false,
        originAgentCluster: false,
      });
};

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

const chooseMiddleware = (path: string, env: Env): MiddlewareHandler => {
  if (path.endsWith(".ics")) return secureCalendar;
  if (EMBED_PATH.test(path)) return secureEmbed(env);
  return /\/(?:console|setup)$/.test(path) ? secureConsole : securePage;
};

/** The headers that keep a browser from doing more with an answer than it is for. */
export const secure: MiddlewareHandler<{ Bindings: Env }> = (c, next) => chooseMiddleware(c.req.path, c.env)(c, next);
