import { Hono } from "hono";
import { problemResponse, type Problem } from "../problems.ts";

export type App = { Bindings: Env };

/** A group of addresses, mounted by the index. */
export const routes = (): Hono<App> => new Hono<App>();

/** Looked at anew each time, from the cache where nothing changed. */
export const FRESH = { "cache-control": "no-cache" };

/** To be read by anyone's program. */
export const OPEN = { ...FRESH, "access-control-allow-origin": "*" };

export const originOf = ({ PUBLIC_ORIGIN }: Env): string => PUBLIC_ORIGIN.replace(/\/+$/, "");

export const withoutSuffix = (file: string): string => file.replace(/\.[a-z]+$/, "");

export const noSuch = (code: Problem["code"], what: string): Response => problemResponse({ code, detail: `There is no ${what} here.` });

export const noMeeting = (): Response => noSuch("no-such-meeting", "meeting");

/** A text with the headers of its kind; or the answer that stands for it. */
export const served = (text: Uint8Array | Response, headers: Readonly<Record<string, string>>): Response =>
  text instanceof Response ? text : new Response(text, { headers });
