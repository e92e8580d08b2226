import type { Context } from "hono";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { MeetingPart, PartQuery } from "../calendar/meeting-part.ts";
import type { BodyCalendar, MeetingCalendar } from "../calendar/views.ts";
import { ALL_FEED_PATH } from "../calendar/addresses.ts";
import { EVER, getListedDays } from "../calendar/listed-meeting.ts";
import { parseItemSlugs } from "../calendar/item-slugs.ts";
import { checkSelection, formatSelectionPath, parseSelection, SELECTION_ISSUES } from "../calendar/selection.ts";
import { selectBodyFeed } from "../feeds/body-feed.ts";
import { mayBeTooLarge } from "../feeds/size.ts";
import { selectDayFeed, selectItemsFeed, selectMeetingFeed, selectSlotFeed, type Feed } from "../feeds/feed.ts";
import { computeContentTag } from "../feeds/etag.ts";
import { computeListedETag, renderListed } from "../feeds/listed-feed.ts";
import { parseFeedOptions, selectRows, type FeedOptions } from "../feeds/options.ts";
import { respondWithCalendar, respondWithFeed } from "../feeds/respond.ts";
import { selectChosenFeed } from "../feeds/selection-feed.ts";
import { respondWithProblem, type Problem } from "../http/problems.ts";
import { readBodyFeed, readListed, readMeeting, readPart } from "../store/cached-reads.ts";
import { readModificationDate, type DatedFeed } from "../store/modification-dates.ts";
import { readMeetings } from "../store/read-meetings.ts";
import { joinCurrent, type VersionedValue } from "../store/revalidating-cache.ts";
import { createRoutes, describeMissing, NO_MEETING, readOrigin, respondMissing, stripSuffix, type App } from "./app.ts";
import { findMovedSelection } from "./moved-choices.ts";

export const feedRoutes = createRoutes();

/** What a feed is made of. */
interface Source<Calendar> {
  readonly read: Pick<VersionedValue<Calendar>, "value" | "isCurrent"> | undefined;
  readonly find: (calendar: Calendar, options: FeedOptions) => Feed | undefined;
  /** Why there is none. */
  readonly missing: Problem;
  readonly readModified?: () => Promise<number | undefined>;
}

/** A feed out of what was read, over HTTP. */
const serveFeed = async <Calendar>(c: Context<App>, { read, find, missing, readModified }: Source<Calendar>): Promise<Response> => {
  const options = parseFeedOptions({ lang: c.req.query("lang"), cancelled: c.req.query("cancelled") });
  const feed = read && find(read.value, options);
  if (!feed) return respondWithProblem(missing);
  const { etag, response } = await respondWithFeed(c.req.raw, feed, readOrigin(c.env), options, readModified);
  c.set("served", { kind: "feed", key: etag, etag, isCurrent: read.isCurrent });
  return response;
};

/** How the date of a content is found, once it is needed: most polls end before. */
const createDateReader =
  ({ env }: Context<App>, feed: DatedFeed, revision: string, rows: readonly EntryRevision[]) =>
  async (): Promise<number | undefined> =>
    readModificationDate(env, feed, await computeContentTag(revision, rows, readOrigin(env)), Date.now());

/** A feed of a meeting, where there is the meeting. */
const serveMeetingFeed = async (
  c: Context<App>,
  { body, meeting }: { readonly body: string; readonly meeting: string },
  find: (calendar: MeetingCalendar, options: FeedOptions) => Feed | undefined,
  missing: Problem,
): Promise<Response> => {
  const read = await readMeeting(c.env, body, meeting);
  if (!read) return respondWithProblem(NO_MEETING);
  const readModified = createDateReader(c, { body, meeting }, read.revision, read.value.rows);
  return serveFeed(c, { read, find, missing, readModified });
};

/** What a feed of a part of a meeting is made of. */
interface PartSource extends Pick<Source<MeetingPart>, "find" | "missing"> {
  readonly query: PartQuery;
}

/** A feed of a part of a meeting, which is read without the rest. */
const servePartFeed = async (
  c: Context<App>,
  { body, meeting }: { readonly body: string; readonly meeting: string },
  { query, ...source }: PartSource,
): Promise<Response> => {
  const read = await readPart(c.env, { body, meeting }, query);
  if (!read) return respondWithProblem(NO_MEETING);
  const readModified = createDateReader(c, { body, meeting }, read.revision, read.value.rows);
  return serveFeed(c, { read, ...source, readModified });
};

feedRoutes.get(ALL_FEED_PATH, async (c) => {
  const [today, origin] = [new Date().toISOString().slice(0, 10), readOrigin(c.env)];
  const options = parseFeedOptions({ lang: c.req.query("lang"), cancelled: c.req.query("cancelled") });
  const read = await readListed(c.env, getListedDays(today));
  const meetings = selectRows(read.value, options);
  if (meetings.length === 0) return respondMissing("not-found", "meeting of these months");
  const etag = await computeListedETag(meetings, today, origin, options);
  const render = () => renderListed(meetings, origin, options);
  const { response } = await respondWithCalendar(c.req.raw, { path: ALL_FEED_PATH, etag, render });
  c.set("served", { kind: "feed", key: etag, etag, isCurrent: read.isCurrent });
  return response;
});

/** Of a body whose meetings all fit. */
const NOTHING_LISTED = { value: [], isCurrent: (): boolean => true };

feedRoutes.get("/:file{[a-z0-9-]+\\.ics}", async (c) => {
  const body = stripSuffix(c.req.param("file"));
  const read = await readBodyFeed(c.env, body);
  const missing = describeMissing("no-such-body", "body with a meeting");
  if (!read) return respondWithProblem(missing);
  const listed = mayBeTooLarge(read.value) ? await readListed(c.env, EVER, body) : NOTHING_LISTED;
  const rows = read.value.meetings.flatMap((meeting) => meeting.rows);
  // The directory may learn of an event later than the body's readers.
  const revision = [read.revision, ...listed.value.map(({ sequence }) => sequence)].join(" ");
  const readModified = createDateReader(c, { body }, revision, rows);
  const isCurrent = joinCurrent(read.isCurrent, listed.isCurrent);
  const find = (calendar: BodyCalendar, { words }: FeedOptions) => selectBodyFeed(calendar, listed.value, words);
  return serveFeed(c, { read: { ...read, isCurrent }, find, missing, readModified });
});

feedRoutes.get("/my/:file{[^/]+\\.ics}", async (c) => {
  const parsed = parseSelection(stripSuffix(c.req.param("file")));
  const selection = parsed.ok ? checkSelection(parsed.value, readOrigin(c.env)) : parsed;
  if (!selection.ok) return respondWithProblem({ code: "not-a-selection", detail: SELECTION_ISSUES[selection.error] });
  const moved = await findMovedSelection(c.env, selection.value);
  if (moved) return c.redirect(`${formatSelectionPath(moved)}${new URL(c.req.url).search}`, 301);
  const read = await readMeetings(c.env, selection.value);
  const missing = describeMissing("not-found", "meeting, sitting or item of this selection");
  return serveFeed(c, { read, find: (calendars, { words }) => selectChosenFeed(selection.value, calendars, words), missing });
});

feedRoutes.get("/:body/:file{[a-z0-9-]+\\.ics}", (c) => {
  const { body, file } = c.req.param();
  return serveMeetingFeed(c, { body, meeting: stripSuffix(file) }, (calendar, { words }) => selectMeetingFeed(calendar, words), NO_MEETING);
});

feedRoutes.get("/:body/:meeting/:file{\\d{4}-\\d{2}-\\d{2}\\.ics}", (c) => {
  const day = stripSuffix(c.req.param("file"));
  const missing = describeMissing("no-such-day", "day of the meeting");
  const find = (part: MeetingPart, { words }: FeedOptions) => selectDayFeed(part, day, words);
  return servePartFeed(c, c.req.param(), { query: { day }, find, missing });
});

feedRoutes.get("/:body/:meeting/slots/:file{[0-9]+\\.ics}", (c) => {
  const slot = stripSuffix(c.req.param("file"));
  const missing = describeMissing("no-such-slot", "plenary slot");
  const find = (part: MeetingPart, { words }: FeedOptions) => selectSlotFeed(part, slot, words);
  return servePartFeed(c, c.req.param(), { query: { slots: [slot], items: [] }, find, missing });
});

feedRoutes.get("/:body/:meeting/items/:file{[^/]+\\.ics}", (c) => {
  const items = parseItemSlugs(stripSuffix(c.req.param("file")));
  const missing = describeMissing("no-such-item", items.length === 1 ? "agenda item" : "agenda item of one of these numbers");
  const find = (part: MeetingPart, { words }: FeedOptions) => selectItemsFeed(part, items, words);
  return servePartFeed(c, c.req.param(), { query: { slots: [], items }, find, missing });
});
