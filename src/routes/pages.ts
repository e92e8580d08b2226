import type { BodyOverview, MeetingCalendar, MeetingsOn } from "../calendar/views.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { formatItemPath, formatItemFeedPath } from "../calendar/addresses.ts";
import { findItem, listItems, type KnownItem } from "../calendar/items.ts";
import { selectItemRows } from "../feeds/feed.ts";
import { findOversized, listDayFeeds } from "../feeds/oversized.ts";
import { slugifyItem } from "../meeting/numbered-items.ts";
import { AgendaPage } from "../pages/agenda.tsx";
import { ItemPage } from "../pages/item-page.tsx";
import { SittingPage } from "../pages/sitting-page.tsx";
import { findSitting, listDays, listSittings } from "../pages/sittings.ts";
import { respondWithProblem } from "../http/problems.ts";
import { LANGUAGES, type Language } from "../meeting/text.ts";
import { buildConsoleManifest } from "../pages/console-manifest.ts";
import { ConsolePage } from "../pages/console.tsx";
import { HistoryPage } from "../pages/history.tsx";
import { BodiesPage } from "../pages/bodies.tsx";
import { BodyPage } from "../pages/body.tsx";
import { YearPage } from "../pages/year.tsx";
import { ALL_DAYS, MeetingPage } from "../pages/meeting.tsx";
import { ProblemsPage } from "../pages/problems.tsx";
import { localizePath } from "../i18n/paths.ts";
import { SetupPage } from "../pages/setup.tsx";
import type { PageContext } from "../pages/page-context.ts";
import { ScreenPage } from "../pages/screen.tsx";
import { readMeeting } from "../store/cached-reads.ts";
import { createRoutes, describeMissing, NO_MEETING, respondMissing, respondWithText } from "./app.ts";
import { createPageViews, HTML, loadContext } from "./page-views.ts";
import { negotiateLanguage } from "./languages.ts";
import { getDateInGreenwich, renderFrontDoor, renderYearPage, type FrontDoor } from "./cached-lists.ts";
import { renderBody, renderStaticPage, renderMeeting, renderPart, renderToday, type MeetingToday } from "./cached-text.ts";
import { renderHistory, tellHistory } from "./cached-history.ts";

const showMeeting = (context: PageContext, { calendar, today, named }: MeetingToday & { readonly named?: string }) => {
  const options = parseFeedOptions({ lang: context.language });
  const oversized = findOversized(calendar, listDayFeeds(calendar, options), context.origin, options);
  return MeetingPage({ context: { ...context, oversized }, calendar, today, ...(named !== undefined && { named }) });
};

const showItem = (context: PageContext, { calendar, part: item }: { readonly calendar: MeetingCalendar; readonly part: KnownItem }) => {
  const { body, id } = calendar.state.record;
  const feed = {
    path: formatItemFeedPath(body.id, id, item.id),
    rows: selectItemRows({ ...calendar, record: calendar.state.record }, item),
  };
  const oversized = findOversized(calendar, [feed], context.origin, parseFeedOptions({ lang: context.language }));
  return ItemPage({ context: { ...context, oversized }, calendar, item });
};

/** The item that bears a number now under which it did not come. */
const findByNumber = ({ state }: MeetingCalendar, slug: string): string | undefined =>
  listItems(state).find(({ number }) => slugifyItem(number) === slug)?.id;

/** Every page in one language. */
const createPages = (language: Language) => {
  const pages = createRoutes();
  const page = createPageViews(language);

  pages.get("/", async (c) =>
    respondWithText(
      c,
      await renderFrontDoor(
        c.env,
        getDateInGreenwich(),
        page(c.env, "bodies", (context, subject: FrontDoor) => BodiesPage({ context, ...subject })),
      ),
      HTML,
    ),
  );

  pages.get("/bodies/:year{\\d{4}}", async (c) => {
    const { year } = c.req.param();
    const view = page(c.env, "year", (context, subject: MeetingsOn) => YearPage({ context, year, ...subject }));
    return respondWithText(c, await renderYearPage(c.env, year, view), HTML);
  });

  pages.get("/problems", async (c) =>
    respondWithText(
      c,
      await renderStaticPage(
        c.env,
        page(c.env, "problems", (context) => ProblemsPage({ context })),
      ),
      HTML,
    ),
  );

  pages.get("/setup", async (c) =>
    c.html(SetupPage({ context: await loadContext(c.env, language) }), 200, { "cache-control": "no-store" }),
  );

  pages.get("/:body/:meeting/log", async (c) => {
    const address = { ...c.req.param(), version: c.req.query("version"), until: c.req.query("until") };
    const text = await renderHistory(
      c.env,
      address,
      page(c.env, "history", async (context, source) =>
        HistoryPage({ context, state: source.calendar.state, version: address.version, history: await tellHistory(source, context) }),
      ),
    );
    return respondWithText(c, text, HTML);
  });

  pages.get("/:body/:meeting/screen", async (c) =>
    respondWithText(
      c,
      await renderToday(
        c.env,
        c.req.param(),
        page(c.env, "screen", (context, subject) => ScreenPage({ context, ...subject })),
      ),
      HTML,
    ),
  );

  pages.get("/:body/:meeting/console", async (c) => {
    const { body, meeting } = c.req.param();
    const read = await readMeeting(c.env, body, meeting);
    if (!read) return respondWithProblem(NO_MEETING);
    return c.html(ConsolePage({ context: await loadContext(c.env, language), record: read.value.state.record }), 200, {
      "cache-control": "no-store",
    });
  });

  pages.get("/:body/:meeting/console.webmanifest", async (c) => {
    const text = await renderMeeting(c.env, c.req.param(), {
      name: `manifest ${language}`,
      render: async ({ state: { record } }) => JSON.stringify(buildConsoleManifest(await loadContext(c.env, language), record)),
    });
    return respondWithText(c, text, "application/manifest+json");
  });

  pages.get("/:body/:meeting/slots/:slot{[0-9]+}", async (c) => {
    const { slot } = c.req.param();
    const found = {
      find: (calendar: MeetingCalendar) => findSitting(calendar, slot),
      missing: describeMissing("no-such-slot", "plenary slot"),
    };
    const text = await renderPart(
      c.env,
      c.req.param(),
      found,
      page(c.env, `slot ${slot}`, (context, { calendar, part: sitting }) => SittingPage({ context, calendar, sitting })),
    );
    return respondWithText(c, text, HTML);
  });

  pages.get("/:body/:meeting/items/:item", async (c) => {
    const { body, meeting, item } = c.req.param();
    const read = await readMeeting(c.env, body, meeting);
    const renumbered = read && !findItem(read.value, item) ? findByNumber(read.value, item) : undefined;
    if (renumbered !== undefined) return c.redirect(localizePath(language, formatItemPath(body, meeting, renumbered)), 302);
    const found = {
      find: (calendar: MeetingCalendar) => findItem(calendar, item),
      missing: describeMissing("no-such-item", "agenda item"),
    };
    return respondWithText(c, await renderPart(c.env, { body, meeting }, found, page(c.env, `item ${item}`, showItem)), HTML);
  });

  pages.get("/:body/:meeting/agenda", async (c) => {
    const view = page(c.env, "agenda", (context, calendar: MeetingCalendar) => AgendaPage({ context, calendar }));
    return respondWithText(c, await renderMeeting(c.env, c.req.param(), view), HTML);
  });

  pages.get("/:body/:meeting/:named{programme|\\d{4}-\\d{2}-\\d{2}}", async (c) => {
    const { body, meeting, named } = c.req.param();
    const read = await readMeeting(c.env, body, meeting);
    const isThere = named === ALL_DAYS || !read || listDays(listSittings(read.value)).includes(named);
    if (!isThere) return respondMissing("no-such-day", "day of the meeting");
    const view = page(c.env, `page ${named}`, (context, subject: MeetingToday) => showMeeting(context, { ...subject, named }));
    return respondWithText(c, await renderToday(c.env, { body, meeting }, view), HTML);
  });

  pages.get("/:body/:meeting", async (c) => {
    return respondWithText(c, await renderToday(c.env, c.req.param(), page(c.env, "page", showMeeting)), HTML);
  });

  pages.get("/:body", async (c) => {
    const today = getDateInGreenwich();
    const view = page(c.env, `body ${today}`, (context, overview: BodyOverview) => BodyPage({ context, overview, today }));
    return respondWithText(c, await renderBody(c.env, c.req.param("body"), view), HTML);
  });

  return pages;
};

export const pageRoutes = createRoutes();

// The one address that asks which language a reader prefers; what it answers in English is English for certain.
pageRoutes.get("/", async (c, next) => {
  const language = negotiateLanguage(c.req.header("accept-language"));
  if (language !== "en")
    return c.body(null, 302, { location: localizePath(language, "/"), vary: "Accept-Language", "cache-control": "no-cache" });
  await next();
  c.res.headers.append("vary", "Accept-Language");
});

for (const language of LANGUAGES) pageRoutes.route(`/${language}`, createPages(language));
pageRoutes.route("/", createPages("en"));
