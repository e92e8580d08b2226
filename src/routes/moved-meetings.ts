import type { MiddlewareHandler } from "hono";
import { safeParse } from "zod/mini";
import { bodyId, meetingId } from "../meeting/identifiers.ts";
import { LANGUAGES } from "../meeting/text.ts";
import { readMovedIds } from "../store/cached-reads.ts";
import { readListing } from "../store/client.ts";
import type { App } from "./app.ts";

/** Of a meeting's addresses, in a language or in none: what stands before its id, the ids, and what follows them. */
const ADDRESS = new RegExp(`^((?:/(?:${LANGUAGES.join("|")}))?/([^/]+)/)([^/.]+)((?:[/.].*)?)$`);

/** What happened is told where it happened, and a mistake is undone there. */
const KEPT = /^\/(?:log|log\.json|console|console\.webmanifest)$/;

/** The meeting of the same body that was meant by this id: for good, so not before there is something. */
export const findMovedMeeting = async (env: Env, body: string, meeting: string): Promise<string | undefined> => {
  const movedTo = (await readMovedIds(env, body, meeting))?.value.movedTo;
  const isThere = movedTo !== undefined && ((await readMovedIds(env, body, movedTo)) ?? (await readListing(env, body, movedTo)));
  return isThere ? movedTo : undefined;
};

/** Leads from a meeting that was announced under a wrong id to the one that was meant. */
export const redirectMoved: MiddlewareHandler<App> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const [, before = "", body = "", meeting = "", rest = ""] = ADDRESS.exec(pathname) ?? [];
  if (!safeParse(bodyId, body).success || !safeParse(meetingId, meeting).success || KEPT.test(rest)) return next();
  const movedTo = await findMovedMeeting(c.env, body, meeting);
  return movedTo === undefined ? next() : c.redirect(`${before}${movedTo}${rest}${search}`, 301);
};
