import { Hono, type Context } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { calendarAfter, replay, type Moment } from "./calendar/replay.ts";
import type { MeetingCalendar } from "./calendar/views.ts";
import { previewDocument } from "./documents/preview.ts";
import { bodyFeed, itemFeed, meetingFeed, slotFeed, type Feed } from "./feeds/feed.ts";
import { feedOptions, type FeedOptions } from "./feeds/options.ts";
import { canonicalPath } from "./feeds/redirects.ts";
import { respondWithFeed } from "./feeds/respond.ts";
import { eventsJsonSchema } from "./meeting/events.ts";
import { HistoryPage } from "./pages/history.tsx";
import { BodiesPage, BodyPage } from "./pages/lists.tsx";
import { meetingJson } from "./pages/meeting-json.ts";
import { MeetingPage } from "./pages/meeting.tsx";
import { ProblemsPage } from "./pages/problems.tsx";
import { STYLE, STYLE_PATH } from "./pages/style.ts";
import { problemResponse, type Problem } from "./problems.ts";
import { findUnfoldable, listBodies, readBody, readCurrent, readLog, readMeeting } from "./store/bodies.ts";
import { draftReport } from "./words/report.ts";
import { historyOf } from "./words/history.ts";
import { receiveEvent } from "./webhooks/door.ts";

export { BodyObject } from "./store/body.ts";
export { DirectoryObject } from "./store/directory.ts";

type App = { Bindings: Env };

const PAGE = { "cache-control": "no-cache" };

const OPEN = { ...PAGE, "access-control-allow-origin": "*" };

const withoutSuffix = (file: string): string => file.replace(/\.[a-z]+$/, "");
const originOf = ({ PUBLIC_ORIGIN }: Env): string => PUBLIC_ORIGIN.replace(/\/+$/, "");

const noSuch = (code: Problem["code"], what: string): Response => problemResponse({ code, detail: `There is no ${what} here.` });

type Found<Value> = { readonly kind: "found"; readonly value: Value } | { readonly kind: "missing"; readonly response: () => Response };
const NO_MEETING = { kind: "missing", response: () => noSuch("no-such-meeting", "meeting") } as const;

const app = new Hono<App>();

app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Feeds and JSON are there to be read from anywhere.
    crossOriginResourcePolicy: "cross-origin",
    strictTransportSecurity: "max-age=15552000",
    xFrameOptions: "DENY",
    xXssProtection: false,
  }),
);

app.use(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  const canonical = canonicalPath(pathname);
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  return isRead && canonical !== pathname ? c.redirect(`${canonical}${search}`, 301) : next();
});

app.get("/", async (c) => c.html(BodiesPage({ bodies: await listBodies(c.env) }), 200, PAGE));

app.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));
app.get("/healthz", async (c) => {
  const unfoldable = await findUnfoldable(c.env);
  return c.json({ status: unfoldable.length === 0 ? "ok" : "degraded", unfoldable }, unfoldable.length === 0 ? 200 : 503, {
    "cache-control": "no-store",
  });
});
app.get("/events.schema.json", (c) => c.json(eventsJsonSchema(), 200, { ...OPEN, "content-type": "application/schema+json" }));
app.get("/problems", (c) => c.html(ProblemsPage(), 200, PAGE));
app.get(STYLE_PATH, (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" }));

app.post("/preview", (c) => previewDocument(c.req.raw));

app.post("/:body/events", (c) => receiveEvent(c.req.raw, c.req.param("body"), c.env, Date.now()));
app.all("/:body/events", () =>
  problemResponse({ code: "method-not-allowed", detail: "Events are posted to this address.", headers: { allow: "POST" } }),
);

const optionsOf = (c: Context<App>): FeedOptions => feedOptions({ lang: c.req.query("lang"), cancelled: c.req.query("cancelled") });

/** A feed of a meeting, found by `find`, over HTTP. */
const serveFeed = async (
  c: Context<App>,
  { body, meeting: id }: { readonly body: string; readonly meeting: string },
  find: (meeting: MeetingCalendar, options: FeedOptions) => Feed | undefined,
  missing: () => Response,
): Promise<Response> => {
  const meeting = await readMeeting(c.env, body, id);
  if (!meeting) return NO_MEETING.response();
  const options = optionsOf(c);
  const feed = find(meeting, options);
  return feed ? respondWithFeed(c.req.raw, feed, originOf(c.env), options) : missing();
};

app.get("/:file{[a-z0-9-]+\\.ics}", async (c) => {
  const current = await readCurrent(c.env, withoutSuffix(c.req.param("file")));
  const feed = current && bodyFeed(current);
  return feed ? respondWithFeed(c.req.raw, feed, originOf(c.env), optionsOf(c)) : noSuch("no-such-body", "body with a meeting");
});

app.get("/:body/:file{[a-z0-9-]+\\.ics}", (c) => {
  const { body, file } = c.req.param();
  return serveFeed(c, { body, meeting: withoutSuffix(file) }, (meeting, { words }) => meetingFeed(meeting, words), NO_MEETING.response);
});

app.get("/:body/:meeting/slots/:file{[0-9]+\\.ics}", (c) => {
  const { file } = c.req.param();
  return serveFeed(
    c,
    c.req.param(),
    (meeting, { words }) => slotFeed(meeting, withoutSuffix(file), words),
    () => noSuch("no-such-slot", "plenary slot"),
  );
});

app.get("/:body/:meeting/items/:file{[^/]+\\.ics}", (c) => {
  const { file } = c.req.param();
  return serveFeed(
    c,
    c.req.param(),
    (meeting, { words }) => itemFeed(meeting, withoutSuffix(file), words),
    () => noSuch("no-such-item", "agenda item"),
  );
});

/** A meeting as it is, or as it was known at `?version=N`. */
const meetingAt = async (c: Context<App>, body: string, id: string): Promise<Found<MeetingCalendar>> => {
  const version = c.req.query("version");
  if (version === undefined) {
    const meeting = await readMeeting(c.env, body, id);
    return meeting ? { kind: "found", value: meeting } : NO_MEETING;
  }
  const moments = await momentsOf(c, body, id);
  if (moments.kind !== "found") return moments;
  const meeting = calendarAfter(moments.value);
  return meeting ? { kind: "found", value: meeting } : NO_MEETING;
};

/** What happened to a meeting, up to `?version=N` where it is given. */
const momentsOf = async (c: Context<App>, body: string, id: string): Promise<Found<readonly Moment[]>> => {
  const log = await readLog(c.env, body, id);
  if (log.length === 0) return NO_MEETING;
  const version = Number(c.req.query("version") ?? log.length);
  if (!Number.isInteger(version) || version < 1 || version > log.length)
    return {
      kind: "missing",
      response: () => problemResponse({ code: "no-such-version", detail: `Its versions are 1 to ${log.length}.` }),
    };
  return { kind: "found", value: replay(log.slice(0, version)) };
};

app.get("/:body/:file{[a-z0-9-]+\\.json}", async (c) => {
  const { body, file } = c.req.param();
  const meeting = await meetingAt(c, body, withoutSuffix(file));
  return meeting.kind === "found" ? c.json(meetingJson(meeting.value), 200, OPEN) : meeting.response();
});

app.get("/:body/:meeting/log.json", async (c) => {
  const moments = await momentsOf(c, c.req.param("body"), c.req.param("meeting"));
  return moments.kind === "found" ? c.json({ events: historyOf(moments.value) }, 200, OPEN) : moments.response();
});

app.get("/:body/:meeting/log", async (c) => {
  const moments = await momentsOf(c, c.req.param("body"), c.req.param("meeting"));
  if (moments.kind !== "found") return moments.response();
  const last = moments.value.at(-1);
  return last ? c.html(HistoryPage({ state: last.state, history: historyOf(moments.value) }), 200, PAGE) : NO_MEETING.response();
});

app.get("/:body/:meeting/report.txt", async (c) => {
  const report = draftReport(await readLog(c.env, c.req.param("body"), c.req.param("meeting")));
  return report === undefined ? NO_MEETING.response() : c.text(report, 200, OPEN);
});

app.get("/:body/:meeting", async (c) => {
  const { body, meeting: id } = c.req.param();
  const calendar = await readMeeting(c.env, body, id);
  return calendar ? c.html(MeetingPage({ calendar, origin: originOf(c.env) }), 200, PAGE) : noSuch("no-such-meeting", "meeting");
});

app.get("/:body", async (c) => {
  const overview = await readBody(c.env, c.req.param("body"));
  return overview ? c.html(BodyPage(overview), 200, PAGE) : noSuch("no-such-body", "body");
});

const READ_ONLY = [
  "/",
  "/robots.txt",
  "/healthz",
  "/problems",
  "/events.schema.json",
  STYLE_PATH,
  "/:file{[a-z0-9-]+\\.ics}",
  "/:body{[a-z0-9-]+}",
  "/:body/:file",
  "/:body/:meeting/:what",
  "/:body/:meeting/slots/:file",
  "/:body/:meeting/items/:file",
];
app.on(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"], READ_ONLY, () =>
  problemResponse({ code: "method-not-allowed", detail: "This address is only for reading.", headers: { allow: "GET, HEAD" } }),
);

app.notFound(() => noSuch("not-found", "page or feed"));

app.onError((error) => {
  console.error(JSON.stringify({ fault: "unexpected", error: error.stack ?? String(error) }));
  return problemResponse({ code: "fault", detail: "The request could not be answered. Nothing was changed." });
});

export default app;
