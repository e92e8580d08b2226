import { encodeJson } from "../http/encode-json.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { buildBodiesJson, buildBodyJson, buildYearJson } from "../api/bodies.ts";
import type { HistoryJson } from "../api/schemas/history.ts";
import type { ServiceKeys } from "../api/schemas/service-keys.ts";
import { buildMeetingJson } from "../api/meeting.ts";
import { fetchAsset } from "../http/fetch-asset.ts";
import { loadCatalogs } from "../news/catalogs.ts";
import { listServiceKeys } from "../news/signing-keys.ts";
import { draftReport } from "../reports/draft-report.ts";
import { OPEN, createRoutes, readOrigin, respondWithText, stripSuffix } from "./app.ts";
import { renderBodies, renderYear } from "./cached-lists.ts";
import { renderBody, renderMeeting, renderStaticPage } from "./cached-text.ts";
import { renderHistory, renderReport, tellHistory } from "./cached-history.ts";

const JSON_TYPE = "application/json";

/** What is read by programs, or copied into a report. */
export const exportRoutes = createRoutes();

/** What the build wrote about the wire, and its media type. */
const DESCRIPTIONS = { "events.schema.json": "application/schema+json", "openapi.json": JSON_TYPE } as const;

for (const [file, type] of Object.entries(DESCRIPTIONS))
  exportRoutes.get(`/${file}`, async (c) => {
    const render = async () => (await fetchAsset(c.env, file)).text();
    return respondWithText(c, await renderStaticPage(c.env, { name: file, render }), type, OPEN);
  });

/** By these anyone can verify what the service sends. */
exportRoutes.get("/.well-known/webhook-keys.json", async (c) => {
  const render = async () => JSON.stringify({ keys: await listServiceKeys(c.env) } satisfies ServiceKeys);
  return respondWithText(c, await renderStaticPage(c.env, { name: "service keys", render }), JSON_TYPE, OPEN);
});

exportRoutes.get("/bodies.json", async (c) => {
  const text = await renderBodies(c.env, { name: "json", render: (bodies) => JSON.stringify(buildBodiesJson(readOrigin(c.env), bodies)) });
  return respondWithText(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/bodies/:file{\\d{4}\\.json}", async (c) => {
  const year = stripSuffix(c.req.param("file"));
  const text = await renderYear(c.env, year, {
    name: "json of a year",
    render: (meetings) => JSON.stringify(buildYearJson(readOrigin(c.env), year, meetings)),
  });
  return respondWithText(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:file{[a-z0-9-]+\\.json}", async (c) => {
  const body = stripSuffix(c.req.param("file"));
  const text = await renderBody(c.env, body, {
    name: "json",
    render: (overview) => JSON.stringify(buildBodyJson(readOrigin(c.env), overview)),
  });
  return respondWithText(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:body/:file{[a-z0-9-]+\\.json}", async (c) => {
  const { body, file } = c.req.param();
  const address = { body, meeting: stripSuffix(file), version: c.req.query("version") };
  const text = await renderMeeting(c.env, address, { name: "json", render: (calendar) => encodeJson(buildMeetingJson(calendar)) });
  return respondWithText(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:body/:meeting/log.json", async (c) => {
  const language = findLanguage(c.req.query("lang")) ?? "en";
  const address = { ...c.req.param(), version: c.req.query("version"), until: c.req.query("until"), since: c.req.query("since") };
  const text = await renderHistory(c.env, address, {
    name: `log ${language}`,
    render: async (source) => {
      return JSON.stringify((await tellHistory(source, await loadCatalogs(c.env, language))) satisfies HistoryJson);
    },
  });
  return respondWithText(c, text, JSON_TYPE, OPEN);
});

exportRoutes.get("/:body/:meeting/report.txt", async (c) =>
  respondWithText(c, await renderReport(c.env, c.req.param(), { name: "report", render: draftReport }), "text/plain; charset=UTF-8", OPEN),
);
