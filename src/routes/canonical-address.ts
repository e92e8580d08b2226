import { formatItemSlugs, parseItemSlugs } from "../calendar/item-slugs.ts";
import { formatSelection, parseSelection } from "../calendar/selection.ts";
import { canonicalizeQuery } from "../feeds/options.ts";
import { findLanguage } from "../meeting/language-tag.ts";

const canonicalizeItems = (text: string): string => formatItemSlugs(parseItemSlugs(text));

const canonicalizeSelection = (text: string): string => {
  const selection = parseSelection(text);
  return selection.ok ? formatSelection(selection.value) : text;
};

const decode = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/** A part of a path, written anew where it means the same by other characters: how those are escaped is left to the client. */
const rewritePart = (part: string, canonicalize: (text: string) => string): string => {
  const text = decode(part);
  const canonical = text === undefined ? undefined : canonicalize(text);
  return canonical === undefined || canonical === text ? part : encodeURIComponent(canonical).replaceAll("%2B", "+");
};

/** In lower case, without trailing or doubled slashes nor the blanks that come along when an address is copied, items as in addresses. */
const canonicalizePath = (path: string): string =>
  path
    // Escapes stay as they are: clients write their letters back to capitals (RFC 3986 §6.2.2.1), and would be led round for ever.
    .replaceAll(/%[0-9a-f]{2}|[A-Z]/gi, (part) => (part.startsWith("%") ? part : part.toLowerCase()))
    .replaceAll(/%28|%29|[()]/g, "")
    .replaceAll(/\/{2,}/g, "/")
    .replace(/(?<=.)(?:\/|%20|%09|%0a|%0d|%c2%a0)+$/i, "")
    // English has no prefix, but for the page of all bodies.
    .replace(/^\/en(?=\/)/, "")
    .replace(/^(\/[^/]+\/[^/]+)\/(?:calendar|feed|basic)\.ics$/, "$1.ics")
    .replace(/(?<=^(?:\/[a-z]{2})?\/[^/]+\/[^/]+\/items\/)[^/.]+(?=(?:\.ics)?$)/, (part) => rewritePart(part, canonicalizeItems))
    // Several items have a feed and no page.
    .replace(/^((?:\/[a-z]{2})?\/[^/]+\/[^/]+\/items\/[^/.]+\+[^/.]+)$/, "$1.ics")
    .replace(/(?<=^(?:\/[a-z]{2})?\/my\/)[^/]+?(?=(?:\.(?:ics|svg))?$)/, (part) => rewritePart(part, canonicalizeSelection));

/**
 * The one address of what an address means, below the origin. Done in one step, since clients that follow one redirect may not
 * follow two. Never `//…`, which would be another host.
 */
export const canonicalizeAddress = ({ pathname, searchParams, search }: URL): string => {
  const path = canonicalizePath(pathname);
  const [, prefix, feed] = /^\/([a-z]{2})(\/.+\.ics)$/.exec(path) ?? [];
  const language = findLanguage(prefix);
  if (language === undefined || feed === undefined) return `${path}${search}`;
  // Pages have their language in the path, feeds in the query: what stands there already is what was chosen.
  const query = new URLSearchParams(searchParams);
  if (!query.has("lang")) query.set("lang", language);
  return `${canonicalizePath(feed)}${canonicalizeQuery(query)}`;
};
