import type { Context } from "hono";
import { LANGUAGES, type Language } from "../meeting/text.ts";
import { consoleManifest } from "../pages/console-manifest.ts";
import { ConsolePage } from "../pages/console.tsx";
import { HistoryPage } from "../pages/history.tsx";
import { BodiesPage, BodyPage } from "../pages/lists.tsx";
import { MeetingPage } from "../pages/meeting.tsx";
import { ProblemsPage } from "../pages/problems.tsx";
import { pathIn, readerOf } from "../pages/reader.ts";
import { ScreenPage } from "../pages/screen.tsx";
import { listBodies, readBody, readMeeting } from "../store/bodies.ts";
import { historyOf } from "../words/history.ts";
import { FRESH, noMeeting, noSuch, originOf, routes, served, type App } from "./app.ts";
import { preferredLanguage } from "./languages.ts";
import { historyText, meetingText } from "./meeting-texts.ts";
import { pageWords } from "./page-words.ts";

const HTML = { ...FRESH, "content-type": "text/html; charset=UTF-8" };

/** Every page in one language. */
const pagesIn = (language: Language) => {
  const pages = routes();
  const readerFor = async (env: Env) => readerOf(language, originOf(env), await pageWords(env, language));

  pages.get("/", async (c) => c.html(BodiesPage({ reader: await readerFor(c.env), bodies: await listBodies(c.env) }), 200, FRESH));

  pages.get("/problems", async (c) => c.html(ProblemsPage({ reader: await readerFor(c.env) }), 200, FRESH));

  pages.get("/:body/:meeting/log", async (c) =>
    served(
      await historyText(
        c.env,
        { ...c.req.param(), version: c.req.query("version") },
        {
          name: `history ${language}`,
          tell: async ({ state, moments }) => {
            const reader = await readerFor(c.env);
            return String(await HistoryPage({ reader, state, history: historyOf(moments, reader) }));
          },
        },
      ),
      HTML,
    ),
  );

  /** A page of a meeting as it is. */
  const pageOf =
    (name: string, Page: typeof MeetingPage) =>
    async (c: Context<App, "/:body/:meeting">): Promise<Response> =>
      served(
        await meetingText(c.env, c.req.param(), {
          name: `${name} ${language}`,
          tell: async ({ state }) => String(await Page({ reader: await readerFor(c.env), state })),
        }),
        HTML,
      );

  pages.get("/:body/:meeting/screen", pageOf("screen", ScreenPage));

  pages.get("/:body/:meeting/console", async (c) => {
    const { body, meeting } = c.req.param();
    const calendar = await readMeeting(c.env, body, meeting);
    if (!calendar) return noMeeting();
    return c.html(ConsolePage({ reader: await readerFor(c.env), record: calendar.state.record }), 200, { "cache-control": "no-store" });
  });

  pages.get("/:body/:meeting/console.webmanifest", async (c) => {
    const { body, meeting } = c.req.param();
    const calendar = await readMeeting(c.env, body, meeting);
    if (!calendar) return noMeeting();
    return c.json(consoleManifest(await readerFor(c.env), calendar.state.record), 200, {
      ...FRESH,
      "content-type": "application/manifest+json",
    });
  });

  pages.get("/:body/:meeting", pageOf("page", MeetingPage));

  pages.get("/:body", async (c) => {
    const overview = await readBody(c.env, c.req.param("body"));
    return overview ? c.html(BodyPage({ reader: await readerFor(c.env), overview }), 200, FRESH) : noSuch("no-such-body", "body");
  });

  return pages;
};

export const pageRoutes = routes();

// The one address that asks which language a reader prefers; what it answers in English is English for certain.
pageRoutes.get("/", async (c, next) => {
  const language = preferredLanguage(c.req.header("accept-language"));
  if (language !== "en")
    return c.body(null, 302, { location: pathIn(language, "/"), vary: "Accept-Language", "cache-control": "no-cache" });
  await next();
  c.res.headers.append("vary", "Accept-Language");
});

for (const language of LANGUAGES) pageRoutes.route(`/${language}`, pagesIn(language));
pageRoutes.route("/", pagesIn("en"));
