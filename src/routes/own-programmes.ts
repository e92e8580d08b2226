import type { Context } from "hono";
import { checkSelection, formatSelectionPath, parseSelection, type Selection, type SelectionLimit } from "../calendar/selection.ts";
import { estimateOctets } from "../feeds/estimate-octets.ts";
import { parseFeedOptions } from "../feeds/options.ts";
import { selectChosenFeed } from "../feeds/selection-feed.ts";
import { MAX_ENTRIES } from "../feeds/size.ts";
import { localizePath } from "../i18n/paths.ts";
import { LANGUAGES, type Language } from "../meeting/text.ts";
import { NoProgrammePage, OwnProgrammePage } from "../pages/own-programme.tsx";
import { readMeetings } from "../store/read-meetings.ts";
import { createRoutes, readOrigin, respondMissing, respondWithText, stripSuffix, type App } from "./app.ts";
import { renderStaticPage } from "./cached-text.ts";
import { findMovedSelection } from "./moved-choices.ts";
import { createPageViews, HTML, loadContext } from "./page-views.ts";

/** Of one person's choice: no cache that others share keeps it. */
const PRIVATE = { "cache-control": "private, no-cache" };

/** A selection of more than one calendar takes is not read: it is named, so that its reader can drop some. */
const READABLE: ReadonlySet<SelectionLimit | undefined> = new Set([undefined, "too-long"]);

const showSelection = async (c: Context<App>, language: Language, selection: Selection): Promise<Response> => {
  const origin = readOrigin(c.env);
  const context = await loadContext(c.env, language);
  const checked = checkSelection(selection, origin);
  const issue = checked.ok ? undefined : checked.error;
  const moved = checked.ok ? await findMovedSelection(c.env, selection) : undefined;
  if (moved) return c.redirect(localizePath(language, stripSuffix(formatSelectionPath(moved))), 301);
  const calendars = READABLE.has(issue) ? (await readMeetings(c.env, selection)).value : [];
  const options = parseFeedOptions({ lang: language });
  const rows = selectChosenFeed(selection, calendars, options.words)?.rows ?? [];
  const isTooLarge = issue === undefined && estimateOctets(rows, origin, options) > MAX_ENTRIES;
  const page = OwnProgrammePage({
    context,
    selection,
    choices: selection.map((choice, at) => ({ choice, calendar: calendars[at] })),
    entries: rows.map(({ entry }) => entry),
    issue: isTooLarge ? "too-large" : issue,
  });
  return c.html(page, 200, PRIVATE);
};

/** What a delegate keeps, in one language. */
const createPages = (language: Language) => {
  const pages = createRoutes();

  pages.get("/my", async (c) => {
    const view = createPageViews(language)(c.env, "no programme", (context) => NoProgrammePage({ context }));
    return respondWithText(c, await renderStaticPage(c.env, view), HTML);
  });

  pages.get("/my/:selection", (c) => {
    const selection = parseSelection(c.req.param("selection"));
    return selection.ok ? showSelection(c, language, selection.value) : respondMissing("not-found", "selection");
  });

  return pages;
};

export const ownProgrammeRoutes = createRoutes();
for (const language of LANGUAGES) ownProgrammeRoutes.route(`/${language}`, createPages(language));
ownProgrammeRoutes.route("/", createPages("en"));
