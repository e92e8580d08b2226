import { html } from "hono/html";
import { formatMeetingPath } from "../calendar/addresses.ts";
import { localizePath } from "../i18n/paths.ts";
import type { Catalogs } from "../reports/describe-event.ts";
import { listWithdrawn } from "../../machines/meeting/fold-log.ts";
import type { LatestEvents } from "../store/body/latest-events.ts";
import type { UntoldEvent } from "../store/body/untold-event.ts";
import { deriveChangeId } from "./news-id.ts";
import { describeUntold } from "./sentences.ts";

/** What a change feed is about. */
export interface ChangeFeed {
  /** Its address and that of the page that shows the same, below the public origin and without a language. */
  readonly path: string;
  readonly page: string;
  readonly name: string;
  /** Who says it. */
  readonly author: string;
  /** Which events belong to it. */
  readonly has: (event: UntoldEvent) => boolean;
}

/** No XML has these, escaped or not (XML 1.0 §2.2). */
// oxlint-disable-next-line no-control-regex -- the characters that may not be there are named by those that may
const NO_CHARACTERS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const formatInstant = (arrival: number): string => new Date(arrival).toISOString();

const renderEntry = (event: UntoldEvent, origin: string, catalogs: Catalogs, withdrawn: ReadonlySet<string>) => {
  const { body, told } = event;
  const { messages, page } = catalogs;
  const { text, words, revision, isWithdrawn, arrived, type } = describeUntold(event, catalogs, withdrawn);
  const lines = [...(isWithdrawn ? [page.withdrawn] : []), ...words, ...revision];
  const address = `${origin}${localizePath(messages.language, formatMeetingPath(body, told.event.data.meeting))}`;
  return html`<entry>
    <id>${deriveChangeId(body, told.id)}</id>
    <title>${text}</title>
    <updated>${arrived}</updated>
    <link rel="alternate" type="text/html" href="${address}" />
    <category term="${type}" />
    <content type="text">${lines.length > 0 ? lines.join("\n") : text}</content>
  </entry> `;
};

/**
 * What changed, as Atom (RFC 4287), the latest first. Written by the templates that escape for pages too: the libraries for it rest on writers of
 * XML that nobody keeps any more, or say "now" where nothing is said.
 */
export const renderChangeFeed = async (
  { events, arrival }: LatestEvents,
  feed: ChangeFeed,
  origin: string,
  catalogs: Catalogs,
): Promise<string> => {
  const { language } = catalogs.messages;
  const withdrawn = listWithdrawn(events.map(({ told }) => told));
  const own = events.filter((event) => !event.told.isUnchanged && feed.has(event));
  const address = `${origin}${feed.path}${language === "en" ? "" : `?lang=${language}`}`;
  const text = await html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
      <id>${address}</id>
      <title>${feed.name}</title>
      <updated>${formatInstant(own[0]?.told.arrival ?? arrival)}</updated>
      <author><name>${feed.author}</name></author>
      <link rel="self" type="application/atom+xml" href="${address}" />
      <link rel="alternate" type="text/html" href="${origin}${localizePath(language, feed.page)}" />
      <generator>Plenary</generator>
      ${own.map((event) => renderEntry(event, origin, catalogs, withdrawn))}</feed
    > `;
  return text.replace(NO_CHARACTERS, "");
};
