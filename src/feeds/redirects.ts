/**
 * The one address of what a path means: in lower case, without trailing or doubled slashes, items as in addresses. Done in
 * one step, since clients that follow one redirect may not follow two. Never `//…`, which would be another host.
 */
export const canonicalPath = (path: string): string =>
  path
    .toLowerCase()
    .replaceAll(/%28|%29|[()]/g, "")
    .replaceAll(/\/{2,}/g, "/")
    .replace(/(?<=.)\/$/, "")
    .replace(/^(\/[^/]+\/[^/]+)\/(?:calendar|feed|basic)\.ics$/, "$1.ics")
    .replace(/^(\/[^/]+\/[^/]+\/(?:slots|items)\/[^/.]+)$/, "$1.ics");
