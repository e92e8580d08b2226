import type { BodyOverview } from "../calendar/views.ts";
import { LANGUAGES, type Language } from "../meeting/text.ts";
import { EmbeddedBody, EmbeddedMoment, EmbeddedProgramme } from "../pages/embed.tsx";
import { createRoutes, OPEN, respondWithText } from "./app.ts";
import { getDateInGreenwich } from "./cached-lists.ts";
import { renderBody, renderToday, type MeetingToday } from "./cached-text.ts";
import { createPageViews, HTML } from "./page-views.ts";

/** What other sites show in a frame, in one language. */
const createEmbeds = (language: Language) => {
  const embeds = createRoutes();
  const page = createPageViews(language);

  embeds.get("/:body/:meeting/now", async (c) => {
    const view = page(c.env, "embedded now", (context, subject: MeetingToday) => EmbeddedMoment({ context, ...subject }));
    return respondWithText(c, await renderToday(c.env, c.req.param(), view), HTML, OPEN);
  });

  embeds.get("/:body/:meeting", async (c) => {
    const view = page(c.env, "embedded programme", (context, subject: MeetingToday) => EmbeddedProgramme({ context, ...subject }));
    return respondWithText(c, await renderToday(c.env, c.req.param(), view), HTML, OPEN);
  });

  embeds.get("/:body", async (c) => {
    const today = getDateInGreenwich();
    const view = page(c.env, `embedded body ${today}`, (context, overview: BodyOverview) => EmbeddedBody({ context, overview, today }));
    return respondWithText(c, await renderBody(c.env, c.req.param("body"), view), HTML, OPEN);
  });

  return embeds;
};

export const embedRoutes = createRoutes();

for (const language of LANGUAGES) embedRoutes.route(`/${language}/embed`, createEmbeds(language));
embedRoutes.route("/embed", createEmbeds("en"));
