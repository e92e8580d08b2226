import { KEPT_AT, MAX_KEPT, type KeepRequest } from "./kept.ts";

/**
 * The service worker: what was seen last opens without a line too, and says of when it is. With one, all is asked for anew, so that nothing
 * old is shown in its place; only files whose names have their content's hash are taken as they are kept.
 */

interface Extended extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Fetched extends Extended {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
}

const PAGES = "plenary-pages";
const FILES = "plenary-files";
/** A line that gives nothing within this, in milliseconds, is none where something is kept. */
const PATIENCE = 8_000;

const isFile = ({ pathname }: URL): boolean => pathname.startsWith("/assets/");

/** Pages, and what the console reads of a meeting. A setup link is good once: nothing is kept of its page. */
const isKeptPage = ({ mode }: Pick<Request, "mode">, { pathname }: URL): boolean =>
  (mode === "navigate" && !pathname.endsWith("/setup")) || /\.(?:json|webmanifest)$/.test(pathname);

const trim = async (cache: Cache): Promise<void> => {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, -MAX_KEPT).map((key) => cache.delete(key)));
};

/** Keeps an answer as it is now, in the place of what was kept before. */
const keep = async (name: string, address: string, response: Response): Promise<void> => {
  if (!response.ok || response.redirected || response.type !== "basic") return;
  const cache = await caches.open(name);
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await cache.put(address, new Response(response.body, { headers }));
  await trim(cache);
};

const isPage = ({ headers }: Response): boolean => headers.get("content-type")?.startsWith("text/html") ?? false;

/** A page tells its scripts, which see no headers of it. */
const tellAge = async (response: Response): Promise<Response> => {
  const text = await response.text();
  return new Response(text.replace("<html ", `<html data-kept-at="${response.headers.get(KEPT_AT) ?? ""}" `), {
    headers: response.headers,
  });
};

const fetchFile = async ({ url }: Request, later: Extended): Promise<Response> => {
  const kept = await caches.match(url, { cacheName: FILES });
  if (kept) return kept;
  const response = await fetch(url);
  later.waitUntil(keep(FILES, url, response.clone()));
  return response;
};

const giveUp = (after: number): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error("no line")), after));

const fetchPage = async (request: Request, later: Extended): Promise<Response> => {
  const kept = await caches.match(request.url, { cacheName: PAGES });
  try {
    // A navigation can't be given a signal.
    const response = await (kept ? Promise.race([fetch(request), giveUp(PATIENCE)]) : fetch(request));
    later.waitUntil(keep(PAGES, request.url, response.clone()));
    return response;
  } catch (error) {
    if (!kept) throw error;
    return isPage(kept) ? tellAge(kept) : kept;
  }
};

addEventListener("fetch", (event) => {
  const fetched = event as Fetched;
  const { request } = fetched;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (isFile(url)) fetched.respondWith(fetchFile(request, fetched));
  else if (isKeptPage(request, url)) fetched.respondWith(fetchPage(request, fetched));
});

const fetchAndKeep = async (address: string): Promise<void> =>
  keep(isFile(new URL(address)) ? FILES : PAGES, address, await fetch(address));

/** What a page that came before its worker was made of. */
addEventListener("message", (event) => {
  const { addresses } = event.data as KeepRequest;
  (event as unknown as Extended).waitUntil(Promise.allSettled(addresses.map(fetchAndKeep)));
});
