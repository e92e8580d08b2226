import type { Context } from "hono";
import type { MeetingCalendar } from "../calendar/views.ts";
import { bodyFeed, itemFeed, meetingFeed, slotFeed, type Feed } from "../feeds/feed.ts";
import { parseFeedOptions, type FeedOptions } from "../feeds/options.ts";
import { respondWithFeed } from "../feeds/respond.ts";
import { readBodyFeed, readMeeting } from "../store/cached-reads.ts";
import { noMeeting, noSuch, originOf, routes, withoutSuffix, type App } from "./app.ts";

export const feedRoutes = routes();

const optionsOf = (c: Context<App>): FeedOptions => parseFeedOptions({ lang: c.req.query("lang"), cancelled: c.req.query("cancelled") });

/** A feed of a meeting, found by `find`, over HTTP. */
const serveFeed = async (
  c: Context<App>,
  { body, meeting: id }: { readonly body: string; readonly meeting: string },
  find: (meeting: MeetingCalendar, options: FeedOptions) => Feed | undefined,
  missing: () => Response,
): Promise<Response> => {
  const reading = await readMeeting(c.env, body, id);
  if (!reading) return noMeeting();
  const options = optionsOf(c);
  const feed = find(reading.value, options);
  return feed ? respondWithFeed(c.req.raw, feed, originOf(c.env), options, reading.isCurrent) : missing();
};

feedRoutes.get("/:file{[a-z0-9-]+\\.ics}", async (c) => {
  const reading = await readBodyFeed(c.env, withoutSuffix(c.req.param("file")));
  const feed = reading && bodyFeed(reading.value);
  return feed
    ? respondWithFeed(c.req.raw, feed, originOf(c.env), optionsOf(c), reading.isCurrent)
    : noSuch("no-such-body", "body with a meeting");
});

feedRoutes.get("/:body/:file{[a-z0-9-]+\\.ics}", (c) => {
  const { body, file } = c.req.param();
  return serveFeed(c, { body, meeting: withoutSuffix(file) }, (meeting, { words }) => meetingFeed(meeting, words), noMeeting);
});

feedRoutes.get("/:body/:meeting/slots/:file{[0-9]+\\.ics}", (c) => {
  const { file } = c.req.param();
  return serveFeed(
    c,
    c.req.param(),
    (meeting, { words }) => slotFeed(meeting, withoutSuffix(file), words),
    () => noSuch("no-such-slot", "plenary slot"),
  );
});

feedRoutes.get("/:body/:meeting/items/:file{[^/]+\\.ics}", (c) => {
  const { file } = c.req.param();
  return serveFeed(
    c,
    c.req.param(),
    (meeting, { words }) => itemFeed(meeting, withoutSuffix(file), words),
    () => noSuch("no-such-item", "agenda item"),
  );
});
