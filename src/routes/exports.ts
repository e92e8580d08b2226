import { LANGUAGES, type Language } from "../meeting/text.ts";
import { meetingJson } from "../api/meeting.ts";
import { MESSAGES } from "../i18n/all.ts";
import { buildHistory } from "../reports/history.ts";
import { draftReport } from "../reports/draft-report.ts";
import { OPEN, routes, served, withoutSuffix } from "./app.ts";
import { asset } from "./assets.ts";
import { historyText, meetingText } from "./cached-text.ts";
import { loadPageMessages } from "./page-messages.ts";

const languageOf = (asked: string | undefined): Language => LANGUAGES.find((known) => known === asked) ?? "en";

const JSON_TYPE = "application/json";

/** What is read by programs, or copied into a report. */
export const exportRoutes = routes();

exportRoutes.get("/events.schema.json", (c) => asset(c.env, "events.schema.json", { ...OPEN, "content-type": "application/schema+json" }));

exportRoutes.get("/:body/:file{[a-z0-9-]+\\.json}", async (c) => {
  const { body, file } = c.req.param();
  const address = { body, meeting: withoutSuffix(file), version: c.req.query("version") };
  const text = await meetingText(c.env, address, { name: "json", tell: (calendar) => JSON.stringify(meetingJson(calendar)) });
  return served(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:body/:meeting/log.json", async (c) => {
  const language = languageOf(c.req.query("lang"));
  const address = { ...c.req.param(), version: c.req.query("version") };
  const text = await historyText(c.env, address, {
    name: `log ${language}`,
    tell: async ({ moments }) =>
      JSON.stringify({ events: buildHistory(moments, { messages: MESSAGES[language], page: await loadPageMessages(c.env, language) }) }),
  });
  return served(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:body/:meeting/report.txt", async (c) =>
  served(c, await historyText(c.env, c.req.param(), { name: "report", tell: draftReport }), "text/plain; charset=UTF-8", OPEN),
);
