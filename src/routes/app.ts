import { Hono, type Context } from "hono";
import type { Served } from "../feeds/response-cache.ts";
import { respond } from "../http/conditional-response.ts";
import { READABLE_ANYWHERE } from "../http/headers.ts";
import { respondWithProblem, type Problem } from "../http/problems.ts";
import { tagOnce, type Rendered } from "../http/render-cache.ts";
import type { Result } from "../meeting/result.ts";

export interface App {
  readonly Bindings: Env;
  /** Of an answer that may be given again within a second: a feed's. */
  readonly Variables: { served?: Served };
}

/** A group of addresses, mounted by the index. */
export const createRoutes = (): Hono<App> => new Hono<App>();

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

/** A text of a media type, over HTTP; or why there is none. */
export const respondWithText = async (
  { req: { raw } }: Context<App>,
  text: Result<Rendered, Problem>,
  type: string,
  headers: Readonly<Record<string, string>> = FRESH,
): Promise<Response> => {
  if (!text.ok) return respondWithProblem(text.error);
  const { value } = text;
  return respond(raw, { etag: await tagOnce(value), headers, content: { "content-type": type }, render: () => value });
};
