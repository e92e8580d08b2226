import { Hono, type Context } from "hono";
import { respondWithProblem, type Problem } from "../http/problems.ts";
import { hashRendered, type Rendered } from "../http/render-cache.ts";
import { respondConditionally } from "../http/conditional-response.ts";

export type App = { Bindings: Env };

/** A group of addresses, mounted by the index. */
export const routes = (): Hono<App> => new Hono<App>();

/** Looked at anew each time, from the cache where nothing changed. */
const FRESH = { "cache-control": "no-cache" };

/** To be read by anyone's program. */
export const OPEN = { ...FRESH, "access-control-allow-origin": "*" };

export const originOf = ({ PUBLIC_ORIGIN }: Env): string => PUBLIC_ORIGIN.replace(/\/+$/, "");

export const withoutSuffix = (file: string): string => file.replace(/\.[a-z]+$/, "");

export const noSuch = (code: Problem["code"], what: string): Response => respondWithProblem({ code, detail: `There is no ${what} here.` });

export const noMeeting = (): Response => noSuch("no-such-meeting", "meeting");

/** A text of a media type, over HTTP; or the answer that stands for it. */
export const served = async (
  { req: { raw } }: Context<App>,
  text: Rendered | Response,
  type: string,
  headers: Readonly<Record<string, string>> = FRESH,
): Promise<Response> => {
  if (text instanceof Response) return text;
  return respondConditionally(raw, { etag: await hashRendered(text), headers, content: { "content-type": type }, render: () => text });
};
