import { HistoryPage } from "../pages/history.tsx";
import { BodiesPage, BodyPage } from "../pages/lists.tsx";
import { MeetingPage } from "../pages/meeting.tsx";
import { ProblemsPage } from "../pages/problems.tsx";
import { listBodies, readBody, readMeeting } from "../store/bodies.ts";
import { historyOf } from "../words/history.ts";
import { FRESH, noMeeting, noSuch, originOf, routes } from "./app.ts";
import { momentsOf } from "./history.ts";

export const pageRoutes = routes();

pageRoutes.get("/", async (c) => c.html(BodiesPage({ bodies: await listBodies(c.env) }), 200, FRESH));

pageRoutes.get("/problems", (c) => c.html(ProblemsPage(), 200, FRESH));

pageRoutes.get("/:body/:meeting/log", async (c) => {
  const moments = await momentsOf(c.env, { ...c.req.param(), version: c.req.query("version") });
  if (moments.kind !== "found") return moments.response;
  const last = moments.value.at(-1);
  return last ? c.html(HistoryPage({ state: last.state, history: historyOf(moments.value) }), 200, FRESH) : noMeeting();
});

pageRoutes.get("/:body/:meeting", async (c) => {
  const { body, meeting: id } = c.req.param();
  const calendar = await readMeeting(c.env, body, id);
  return calendar ? c.html(MeetingPage({ calendar, origin: originOf(c.env) }), 200, FRESH) : noMeeting();
});

pageRoutes.get("/:body", async (c) => {
  const overview = await readBody(c.env, c.req.param("body"));
  return overview ? c.html(BodyPage(overview), 200, FRESH) : noSuch("no-such-body", "body");
});
