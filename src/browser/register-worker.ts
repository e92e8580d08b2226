import { WORKER, type KeepRequest } from "./kept.ts";

interface Policy {
  readonly createScriptURL: (url: string) => string;
}

interface TrustedTypes {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

const createScriptURL = (url: string): string => {
  if (url !== WORKER) throw new TypeError(`${url} is not the service worker`);
  return url;
};

/** Where scripts are restricted, one address is admitted, and no other. */
const admitWorker = (): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return (trustedTypes?.createPolicy("plenary-worker", { createScriptURL }) ?? { createScriptURL }).createScriptURL(WORKER);
};

/** Milliseconds after which a page has loaded what it is made of. */
const SETTLED_AFTER = 3_000;

const isPart = (address: string): boolean => {
  const { origin, pathname } = new URL(address);
  return origin === location.origin && /^\/assets\/|\.(?:json|webmanifest)$/.test(pathname);
};

/** This page, and what it was made of. */
const listAddresses = (): readonly string[] => [
  `${location.origin}${location.pathname}${location.search}`,
  ...performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter(isPart),
];

/** Lets what is seen here open without a line, too. A page within another's is that one's affair. */
export const registerWorker = async (): Promise<void> => {
  if (!("serviceWorker" in navigator) || globalThis.top !== globalThis.self || location.pathname.endsWith("/setup")) return;
  try {
    await navigator.serviceWorker.register(admitWorker());
  } catch {
    // Without one, pages are as they were before there was any.
    return;
  }
  const { active } = await navigator.serviceWorker.ready;
  // What a worker fetched, it kept itself.
  if (navigator.serviceWorker.controller) return;
  setTimeout(() => active?.postMessage({ addresses: listAddresses() } satisfies KeepRequest, []), SETTLED_AFTER);
};
