import type { CalendarEntry } from "../calendar/entry.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { MESSAGES } from "../i18n/all.ts";
import type { Messages } from "../i18n/messages.ts";

/** What becomes of entries that are cancelled: STATUS, only the words, or left out. No one policy suits all clients. */
const CANCELLED = ["status", "text", "omit"] as const;

export interface FeedOptions {
  readonly words: Messages;
  readonly cancelled: (typeof CANCELLED)[number];
  /** The options as they stand in the feed's own address: in one order, and those only that are not as usual. */
  readonly query: string;
}

/** Reads `lang` and `cancelled`; whatever else stands in the query, and in which order, changes nothing. */
export const parseFeedOptions = (query: { readonly lang?: string | undefined; readonly cancelled?: string | undefined }): FeedOptions => {
  const language = findLanguage(query.lang) ?? "en";
  const cancelled = CANCELLED.find((known) => known === query.cancelled) ?? "status";
  const chosen = [...(language === "en" ? [] : [`lang=${language}`]), ...(cancelled === "status" ? [] : [`cancelled=${cancelled}`])];
  return { words: MESSAGES[language], cancelled, query: chosen.length > 0 ? `?${chosen.join("&")}` : "" };
};

/** The query of a feed's address as the service itself writes it: what changes nothing is gone, so that it splits no cache. */
export const canonicalizeQuery = (query: URLSearchParams): string => {
  const { query: options } = parseFeedOptions({ lang: query.get("lang") ?? undefined, cancelled: query.get("cancelled") ?? undefined });
  return query.has("download") ? `${options}${options ? "&" : "?"}download` : options;
};

/** The rows that a feed shows. An empty calendar would empty the client's, so the last cancelled entries always stay. */
export const selectRows = <Row extends { readonly entry: Pick<CalendarEntry, "status"> }>(
  rows: readonly Row[],
  { cancelled }: FeedOptions,
): readonly Row[] => {
  const held = cancelled === "omit" ? rows.filter(({ entry }) => entry.status !== "CANCELLED") : rows;
  return held.length > 0 ? held : rows;
};
