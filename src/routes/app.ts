import { Hono, type Context, type MiddlewareHandler } from "hono";
import { respond } from "../http/conditional-response.ts";
import { READABLE_ANYWHERE } from "../http/headers.ts";
import { respondWithProblem, type Problem } from "../http/problems.ts";
import { tagOnce, type Kind, type Rendered } from "../http/render-cache.ts";
import { storeResponse, type Served } from "../http/response-cache.ts";
import type { Result } from "../meeting/result.ts";

export interface App {
  readonly Bindings: Env;
  /** Of an answer that may be given again within a second. */
  readonly Variables: { served?: Served };
}

/** A group of addresses, mounted by the index. */
export const createRoutes = (): Hono<App> => new Hono<App>();

/** Keeps an answer with all its headers for who asks for the same within a second: so it stands before whatever adds to them. */
export const keepResponse: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const served = c.get("served");
  if (served) storeResponse(c.req.raw, served, c.res);
};

/** Looked at anew each time, from the cache where nothing changed. */
const FRESH = { "cache-control": "no-cache" };

/** To be read by anyone's program. */
export const OPEN = { ...FRESH, ...READABLE_ANYWHERE };

export const readOrigin = ({ PUBLIC_ORIGIN }: Env): string => PUBLIC_ORIGIN.replace(/\/+$/, "");

export const stripSuffix = (file: string): string => file.replace(/\.[a-z]+$/, "");

/** That nothing is at an address, by the code that says what was asked for. */
export const describeMissing = (code: Problem["code"], what: string): Problem => ({ code, detail: `There is no ${what} here.` });

export const respondMissing = (code: Problem["code"], what: string): Response => respondWithProblem(describeMissing(code, what));

export const NO_MEETING: Problem = describeMissing("no-such-meeting", "meeting");

/** A text, and where it is kept of those that were rendered. */
export interface CachedText {
  readonly kind: Kind;
  readonly key: string;
  readonly rendered: Rendered;
  /** Whether the same request would get it still; absent where that is found out each time. */
  readonly isCurrent?: () => boolean;
}

/** A text of a media type, over HTTP; or why there is none. */
export const respondWithText = async (
  c: Context<App>,
  text: Result<CachedText, Problem>,
  type: string,
  headers: Readonly<Record<string, string>> = FRESH,
): Promise<Response> => {
  if (!text.ok) return respondWithProblem(text.error);
  const { kind, key, rendered, isCurrent } = text.value;
  const etag = await tagOnce(rendered);
  if (isCurrent) c.set("served", { kind, key, etag, isCurrent });
  return respond(c.req.raw, { etag, headers, content: { "content-type": type }, render: () => rendered });
};
