import { formatMeetingPath } from "../calendar/addresses.ts";
import { toPart } from "../calendar/meeting-part.ts";
import { selectDayFeed } from "../feeds/feed.ts";
import { respondWithProblem } from "../http/problems.ts";
import { MESSAGES } from "../i18n/all.ts";
import { localizePath } from "../i18n/paths.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { loadCatalogs } from "../news/catalogs.ts";
import { formatDayProgramme } from "../reports/day-programme.ts";
import { readMeeting } from "../store/cached-reads.ts";
import { readPosition } from "../store/log-passes.ts";
import { createRoutes, describeMissing, NO_MEETING, OPEN, readOrigin, respondWithText, stripSuffix } from "./app.ts";
import { isVersion, refuseVersion, renderOnce } from "./cached-text.ts";

/** The programme of a day, to be pasted: `/ctoc-cop-wg4/2010/2010-01-28.txt`. */
export const programmeRoutes = createRoutes();

programmeRoutes.get("/:body/:meeting/:file{\\d{4}-\\d{2}-\\d{2}\\.txt}", async (c) => {
  const { body, meeting, file } = c.req.param();
  const day = stripSuffix(file);
  const language = findLanguage(c.req.query("lang")) ?? "en";
  const read = await readMeeting(c.env, body, meeting);
  if (!read) return respondWithProblem(NO_MEETING);
  const { revision, value: calendar } = read;
  const feed = selectDayFeed(toPart(calendar), day, MESSAGES[language]);
  if (!feed) return respondWithProblem(describeMissing("no-such-day", "day of the meeting"));
  const { since } = c.req.query();
  const version = Number(since);
  if (since !== undefined && !isVersion(version, calendar.state.version))
    return respondWithText(c, refuseVersion(calendar.state.version), "");
  const render = async () => {
    const issued = since === undefined ? {} : { since: { version, position: await readPosition(c.env, { body, meeting, version }) } };
    const address = `${readOrigin(c.env)}${localizePath(language, formatMeetingPath(body, meeting))}`;
    return formatDayProgramme({ calendar, day, rows: feed.rows, ...issued }, address, await loadCatalogs(c.env, language));
  };
  const text = await renderOnce(c.env, "page", ["programme", body, meeting, day, language, since ?? ""], revision, render);
  return respondWithText(c, text, "text/plain; charset=UTF-8", OPEN);
});
