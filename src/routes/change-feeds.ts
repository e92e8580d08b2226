import type { Context } from "hono";
import { formatBodyPath, formatItemPath, formatMeetingPath, formatSlotPath } from "../calendar/addresses.ts";
import { findKnownItem, type KnownItem } from "../calendar/items.ts";
import { toPart } from "../calendar/meeting-part.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { selectItemRows, selectItemsFeed, selectMeetingFeed, selectSlotFeed, type Feed } from "../feeds/feed.ts";
import { respondWithProblem, type Problem } from "../http/problems.ts";
import { MESSAGES } from "../i18n/all.ts";
import type { Messages } from "../i18n/messages.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { isSameOrPart, listWholes } from "../meeting/numbered-items.ts";
import type { Language } from "../meeting/text.ts";
import { loadCatalogs } from "../news/catalogs.ts";
import { renderChangeFeed, type ChangeFeed } from "../news/change-feed.ts";
import { readLatestEvents, readMeeting, readOverview } from "../store/cached-reads.ts";
import type { LatestEvents } from "../store/body/latest-events.ts";
import type { UntoldEvent } from "../store/body/untold-event.ts";
import type { VersionedValue } from "../store/revalidating-cache.ts";
import { createRoutes, describeMissing, NO_MEETING, OPEN, readOrigin, respondWithText, stripSuffix, type App } from "./app.ts";
import { renderOnce } from "./cached-text.ts";

/** What changed, for readers of news: `.atom` beside `.ics`. */
export const changeFeedRoutes = createRoutes();

const ATOM = "application/atom+xml; charset=utf-8";

const readLanguage = (c: Context<App>): Language => findLanguage(c.req.query("lang")) ?? "en";

/** Rendered once for each revision of the feed's own, in each language. */
const serveChanges = async (
  c: Context<App>,
  latest: VersionedValue<LatestEvents>,
  feed: ChangeFeed,
  revision: string,
): Promise<Response> => {
  const language = readLanguage(c);
  const render = async () => renderChangeFeed(latest.value, feed, readOrigin(c.env), await loadCatalogs(c.env, language));
  const text = await renderOnce(c.env, "page", [feed.path, language], `${latest.revision} ${revision}`, render);
  return respondWithText(c, text, ATOM, OPEN);
};

/** A part of a meeting: the feed that calendars get of it, and which events belong to it. */
interface Part {
  readonly feed: Feed | undefined;
  readonly page: string;
  readonly has: (event: UntoldEvent) => boolean;
}

const serveMeetingChanges = async (
  c: Context<App>,
  { body, meeting }: { readonly body: string; readonly meeting: string },
  find: (calendar: MeetingCalendar, words: Messages) => Part,
  missing: Problem,
): Promise<Response> => {
  const [read, latest] = await Promise.all([readMeeting(c.env, body, meeting), readLatestEvents(c.env, body, meeting)]);
  if (!read || !latest) return respondWithProblem(NO_MEETING);
  const { feed, page, has } = find(read.value, MESSAGES[readLanguage(c)]);
  if (!feed) return respondWithProblem(missing);
  const author = read.value.state.record.body.name;
  return serveChanges(c, latest, { path: `${page}.atom`, page, name: feed.name, author, has }, read.revision);
};

/** It names it, or changed its entry. */
const concernsSlot = ({ told: { event, changed } }: UntoldEvent, slot: string): boolean =>
  ("slot" in event.data && event.data.slot === slot) || changed.some((entry) => entry.slot === slot);

/** It names it, a part of it or what it is a part of; or, naming none, changed an entry that takes it up. */
const concernsItem = ({ told: { event, changed } }: UntoldEvent, item: KnownItem, uids: ReadonlySet<string>): boolean =>
  "item" in event.data && event.data.item !== undefined
    ? isSameOrPart({ id: event.data.item, wholes: listWholes(event.data.item) }, item)
    : changed.some(({ uid }) => uids.has(uid));

changeFeedRoutes.get("/:file{[a-z0-9-]+\\.atom}", async (c) => {
  const body = stripSuffix(c.req.param("file"));
  const [overview, latest] = await Promise.all([readOverview(c.env, body), readLatestEvents(c.env, body)]);
  if (!overview || !latest) return respondWithProblem(describeMissing("no-such-body", "body"));
  const { name } = overview.value.record;
  const page = formatBodyPath(body);
  return serveChanges(c, latest, { path: `${page}.atom`, page, name, author: name, has: () => true }, overview.revision);
});

changeFeedRoutes.get("/:body/:file{[a-z0-9-]+\\.atom}", (c) => {
  const { body, file } = c.req.param();
  const meeting = stripSuffix(file);
  const find = (calendar: MeetingCalendar, words: Messages): Part => ({
    feed: selectMeetingFeed(calendar, words),
    page: formatMeetingPath(body, meeting),
    has: () => true,
  });
  return serveMeetingChanges(c, { body, meeting }, find, NO_MEETING);
});

changeFeedRoutes.get("/:body/:meeting/slots/:file{[0-9]+\\.atom}", (c) => {
  const slot = stripSuffix(c.req.param("file"));
  const find = (calendar: MeetingCalendar, words: Messages): Part => ({
    feed: selectSlotFeed(toPart(calendar), slot, words),
    page: formatSlotPath({ ...c.req.param(), slot }),
    has: (event) => concernsSlot(event, slot),
  });
  return serveMeetingChanges(c, c.req.param(), find, describeMissing("no-such-slot", "plenary slot"));
});

changeFeedRoutes.get("/:body/:meeting/items/:file{[^/+]+\\.atom}", (c) => {
  const { body, meeting, file } = c.req.param();
  const slug = stripSuffix(file);
  const find = (calendar: MeetingCalendar, words: Messages): Part => {
    const part = toPart(calendar);
    const item = findKnownItem(part.items, slug);
    const uids = new Set(item ? selectItemRows(part, item).map(({ entry }) => entry.uid) : []);
    return {
      feed: selectItemsFeed(part, [slug], words),
      page: formatItemPath(body, meeting, item?.id ?? slug),
      has: (event) => item !== undefined && concernsItem(event, item, uids),
    };
  };
  return serveMeetingChanges(c, { body, meeting }, find, describeMissing("no-such-item", "agenda item"));
});
