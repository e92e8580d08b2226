import { LANGUAGES, type Language } from "../meeting/text.ts";
import { meetingJson } from "../pages/meeting-json.ts";
import { readLog } from "../store/bodies.ts";
import { WORDS } from "../words/all.ts";
import { historyOf } from "../words/history.ts";
import { draftReport } from "../words/report.ts";
import { noMeeting, OPEN, routes, withoutSuffix } from "./app.ts";
import { asset } from "./assets.ts";
import { meetingAt, momentsOf } from "./history.ts";
import { pageWords } from "./page-words.ts";

const languageOf = (asked: string | undefined): Language => LANGUAGES.find((known) => known === asked) ?? "en";

/** What is read by programs, or copied into a report. */
export const textRoutes = routes();

textRoutes.get("/events.schema.json", (c) => asset(c.env, "events.schema.json", { ...OPEN, "content-type": "application/schema+json" }));

textRoutes.get("/:body/:file{[a-z0-9-]+\\.json}", async (c) => {
  const { body, file } = c.req.param();
  const meeting = await meetingAt(c.env, { body, meeting: withoutSuffix(file), version: c.req.query("version") });
  return meeting.kind === "found" ? c.json(meetingJson(meeting.value), 200, OPEN) : meeting.response;
});

textRoutes.get("/:body/:meeting/log.json", async (c) => {
  const moments = await momentsOf(c.env, { ...c.req.param(), version: c.req.query("version") });
  if (moments.kind !== "found") return moments.response;
  const language = languageOf(c.req.query("lang"));
  const telling = { words: WORDS[language], page: await pageWords(c.env, language) };
  return c.json({ events: historyOf(moments.value, telling) }, 200, OPEN);
});

textRoutes.get("/:body/:meeting/report.txt", async (c) => {
  const report = draftReport(await readLog(c.env, c.req.param("body"), c.req.param("meeting")));
  return report === undefined ? noMeeting() : c.text(report, 200, OPEN);
});
