/**
 * The one address of what a path means: in lower case, without trailing or doubled slashes, items as in addresses. Done in
 * one step, since clients that follow one redirect may not follow two. Never `//…`, which would be another host.
 */
export const canonicalizePath = (path: string): string =>
  path
    // Escapes stay as they are: clients write their letters back to capitals (RFC 3986 §6.2.2.1), and would be led round for ever.
    .replaceAll(/%[0-9a-f]{2}|[A-Z]/gi, (part) => (part.startsWith("%") ? part : part.toLowerCase()))
    .replaceAll(/%28|%29|[()]/g, "")
    .replaceAll(/\/{2,}/g, "/")
    .replace(/(?<=.)\/$/, "")
    // English has no prefix, but for the page of all bodies.
    .replace(/^\/en(?=\/)/, "")
    .replace(/^(\/[^/]+\/[^/]+)\/(?:calendar|feed|basic)\.ics$/, "$1.ics")
    .replace(/^(\/[^/]+\/[^/]+\/(?:slots|items)\/[^/.]+)$/, "$1.ics");
