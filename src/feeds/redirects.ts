/**
 * The one address of what a path means: in lower case, without trailing or doubled slashes, items as in addresses. Done in
 * one step, since clients that follow one redirect may not follow two.
 */
export const canonicalPath = (path: string): string => {
  const plain = path
    .toLowerCase()
    .replaceAll(/\/{2,}/g, "/")
    .replace(/(?<=.)\/$/, "");
  return plain
    .replaceAll(/%28|%29|[()]/g, "")
    .replace(/^(\/[^/]+\/[^/]+)\/(?:calendar|feed|basic)\.ics$/, "$1.ics")
    .replace(/^(\/[^/]+\/[^/]+\/(?:slots|items)\/[^/.]+)$/, "$1.ics");
};
