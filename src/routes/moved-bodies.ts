import type { MiddlewareHandler } from "hono";
import { safeParse } from "zod/mini";
import { bodyId } from "../meeting/identifiers.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { readBodyFeed, readMovedIds, readOverview } from "../store/cached-reads.ts";
import type { App } from "./app.ts";

/** Of a body's addresses, in a language or in none: what stands before its id, the id, that of a meeting, and what follows. */
const ADDRESS = new RegExp(`^((?:/(?:${LANGUAGES.join("|")}))?/)([^/.]+)(?:/([^/.]+))?((?:[/.].*)?)$`);

/** What was sent is told, and corrected, where it was sent. */
const KEPT = /^\/(?:log|log\.json|console|console\.webmanifest)$/;

/** Where all that is under the id of a body leads; undefined where there is nothing, or it leads nowhere. */
const findMovedTo = async (env: Env, body: string, meeting: string | undefined, isFeed: boolean): Promise<string | undefined> => {
  if (meeting !== undefined) return (await readMovedIds(env, body, meeting))?.value.bodyMovedTo;
  const read = isFeed ? await readBodyFeed(env, body) : await readOverview(env, body);
  return read?.value.record.movedTo;
};

/** Whether the same is under the id that was meant, and leads no further. */
const isThere = async (env: Env, body: string, meeting: string | undefined): Promise<boolean> => {
  const read = meeting === undefined ? await readOverview(env, body) : await readMovedIds(env, body, meeting);
  return read !== undefined && (await findMovedTo(env, body, meeting, false)) === undefined;
};

/** The body under whose id all that is under this one is by now: not before the same is there. */
export const findMovedBody = async (env: Env, body: string, meeting?: string, isFeed = false): Promise<string | undefined> => {
  const movedTo = await findMovedTo(env, body, meeting, isFeed);
  return movedTo !== undefined && (await isThere(env, movedTo, meeting)) ? movedTo : undefined;
};

/** Leads from a body that was registered under a wrong id to the one that was meant, for good. */
export const redirectMovedBody: MiddlewareHandler<App> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const [, before = "", body = "", meeting, rest = ""] = ADDRESS.exec(pathname) ?? [];
  if (!safeParse(bodyId, body).success || KEPT.test(rest)) return next();
  const movedTo = await findMovedBody(c.env, body, meeting, rest === ".ics");
  if (movedTo === undefined) return next();
  return c.redirect(`${before}${movedTo}${meeting === undefined ? "" : `/${meeting}`}${rest}${search}`, 301);
};
