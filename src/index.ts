import { Hono, type Context } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { previewDocument } from "./documents/preview.ts";
import { meetingFeed, slotFeed } from "./feeds/feed.ts";
import { respondWithFeed } from "./feeds/respond.ts";
import { BodiesPage, BodyPage } from "./pages/lists.tsx";
import { meetingJson } from "./pages/meeting-json.ts";
import { MeetingPage } from "./pages/meeting.tsx";
import { STYLE, STYLE_PATH } from "./pages/style.ts";
import { problemResponse, type Problem } from "./problems.ts";
import { listBodies, readBody, readMeeting } from "./store/bodies.ts";
import { receiveEvent } from "./webhooks/door.ts";

export { BodyObject } from "./store/body.ts";
export { DirectoryObject } from "./store/directory.ts";

type App = { Bindings: Env };

const PAGE = { "cache-control": "no-cache" };

const noSuch = (code: Problem["code"], what: string): Response => problemResponse({ code, detail: `There is no ${what} here.` });

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

app.get("/", async (c) => c.html(BodiesPage({ bodies: await listBodies(c.env) }), 200, PAGE));

app.get("/robots.txt", (c) => c.text("User-agent: *\nAllow: /\n"));
app.get("/healthz", (c) => c.text("ok\n", 200, { "cache-control": "no-store" }));
app.get(STYLE_PATH, (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=3600" }));

app.post("/preview", (c) => previewDocument(c.req.raw));

app.post("/:body/events", (c) => receiveEvent(c.req.raw, c.req.param("body"), c.env, Date.now()));
app.all("/:body/events", () =>
  problemResponse({ code: "method-not-allowed", detail: "Events are posted to this address.", headers: { allow: "POST" } }),
);

app.get("/:body/:file{[a-z0-9-]+\\.ics}", async (c) => {
  const { body, file } = c.req.param();
  const meeting = await readMeeting(c.env, body, file.slice(0, -".ics".length));
  return meeting ? respondWithFeed(c.req.raw, meetingFeed(meeting), c.env.PUBLIC_ORIGIN) : noSuch("no-such-meeting", "meeting");
});

app.get("/:body/:meeting/slots/:file{[0-9]+\\.ics}", async (c) => {
  const { body, meeting: id, file } = c.req.param();
  const meeting = await readMeeting(c.env, body, id);
  if (!meeting) return noSuch("no-such-meeting", "meeting");
  const feed = slotFeed(meeting, file.slice(0, -".ics".length));
  return feed ? respondWithFeed(c.req.raw, feed, c.env.PUBLIC_ORIGIN) : noSuch("no-such-slot", "plenary slot");
});

app.get("/:body/:file{[a-z0-9-]+\\.json}", async (c) => {
  const { body, file } = c.req.param();
  const meeting = await readMeeting(c.env, body, file.slice(0, -".json".length));
  return meeting
    ? c.json(meetingJson(meeting), 200, { ...PAGE, "access-control-allow-origin": "*" })
    : noSuch("no-such-meeting", "meeting");
});

app.get("/:body/:meeting", async (c) => {
  const { body, meeting: id } = c.req.param();
  const calendar = await readMeeting(c.env, body, id);
  return calendar ? c.html(MeetingPage({ calendar, origin: c.env.PUBLIC_ORIGIN }), 200, PAGE) : noSuch("no-such-meeting", "meeting");
});

app.get("/:body", async (c) => {
  const overview = await readBody(c.env, c.req.param("body"));
  return overview ? c.html(BodyPage(overview), 200, PAGE) : noSuch("no-such-body", "body");
});

app.notFound((c: Context<App>) =>
  c.req.method === "GET" || c.req.method === "HEAD"
    ? noSuch("not-found", "page or feed")
    : problemResponse({ code: "method-not-allowed", detail: "This address is only for reading.", headers: { allow: "GET, HEAD" } }),
);

app.onError((error) => {
  console.error(JSON.stringify({ fault: "unexpected", error: error.stack ?? String(error) }));
  return problemResponse({ code: "fault", detail: "The request could not be answered. Nothing was changed." });
});

export default app;
