import { formatMeetingPath } from "../calendar/addresses.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { toPart } from "../calendar/meeting-part.ts";
import { selectDayFeed } from "../feeds/feed.ts";
import { MESSAGES } from "../i18n/all.ts";
import { localizePath } from "../i18n/paths.ts";
import { findLanguage } from "../meeting/language-tag.ts";
import { fail } from "../meeting/result.ts";
import type { Language } from "../meeting/text.ts";
import { loadCatalogs } from "../news/catalogs.ts";
import { writeDraft } from "../news/mail/write-draft.ts";
import { writeChangeMail } from "../reports/change-mail.ts";
import { writeDayProgramme } from "../reports/day-programme.ts";
import { formatParagraphs } from "../reports/mail-text.ts";
import { listNetChanges } from "../reports/net-changes.ts";
import { readMeeting } from "../store/cached-reads.ts";
import { readMeetingAt, readPosition } from "../store/log-passes.ts";
import { createRoutes, describeMissing, NO_MEETING, OPEN, readOrigin, respondWithText, stripSuffix } from "./app.ts";
import { findVersion, renderHeavy, renderOnce, type TextResult } from "./cached-text.ts";

/** The programme of a day, to be pasted or mailed: `/ctoc-cop-wg4/2010/2010-01-28.txt`; and a mail of what changed: `…/2010/changes.eml?since=3`. */
export const programmeRoutes = createRoutes();

const MAIL_TYPE = "message/rfc822";

/** What a text is asked for by. */
interface Asked {
  readonly env: Env;
  readonly body: string;
  readonly meeting: string;
  readonly language: Language;
  /** A version: what changed after it is told. */
  readonly since: string | undefined;
}

const formatPage = ({ env, body, meeting, language }: Asked): string =>
  `${readOrigin(env)}${localizePath(language, formatMeetingPath(body, meeting))}`;

const renderProgramme = async (asked: Asked, day: string, form: string): Promise<TextResult> => {
  const { env, body, meeting, language, since } = asked;
  const read = await readMeeting(env, body, meeting);
  if (!read) return fail(NO_MEETING);
  const { revision, value: calendar } = read;
  const feed = selectDayFeed(toPart(calendar), day, MESSAGES[language]);
  if (!feed) return fail(describeMissing("no-such-day", "day of the meeting"));
  const version = await findVersion(env, { body, meeting, version: since });
  if (!version.ok) return version;
  return renderOnce(env, "page", ["programme", form, body, meeting, day, language, since ?? ""], revision, async () => {
    const issued = { body, meeting, version: version.value.version };
    const mark = since === undefined ? {} : { since: { version: issued.version, position: await readPosition(env, issued) } };
    const programme = { calendar, day, rows: feed.rows, ...mark };
    const text = writeDayProgramme(programme, formatPage(asked), await loadCatalogs(env, language));
    return form === "eml" ? writeDraft(text, calendar, readOrigin(env), language, day) : formatParagraphs(text.paragraphs);
  });
};

const toEntries = (rows: readonly EntryRevision[]) => rows.map(({ entry }) => entry);

const renderChanges = async (asked: Asked): Promise<TextResult> => {
  const { env, body, meeting, language, since = "1" } = asked;
  const found = await findVersion(env, { body, meeting, version: since });
  if (!found.ok) return found;
  const { version, value: calendar, revision } = found.value;
  return renderHeavy(env, "history", ["changes", body, meeting, version, language], revision, async () => {
    const told = await readMeetingAt(env, { body, meeting, version }, calendar);
    const changes = listNetChanges(toEntries(told?.rows ?? []), toEntries(calendar.rows));
    const text = writeChangeMail(changes, version, formatPage(asked), await loadCatalogs(env, language));
    return writeDraft(text, calendar, readOrigin(env), language, `since-${version}`);
  });
};

programmeRoutes.get("/:body/:meeting/:file{\\d{4}-\\d{2}-\\d{2}\\.(?:txt|eml)}", async (c) => {
  const { body, meeting, file } = c.req.param();
  const form = file.slice(-3);
  const asked = { env: c.env, body, meeting, language: findLanguage(c.req.query("lang")) ?? "en", since: c.req.query("since") };
  const type = form === "eml" ? MAIL_TYPE : "text/plain; charset=UTF-8";
  return respondWithText(c, await renderProgramme(asked, stripSuffix(file), form), type, OPEN);
});

programmeRoutes.get("/:body/:meeting/changes.eml", async (c) => {
  const { body, meeting } = c.req.param();
  const asked = { env: c.env, body, meeting, language: findLanguage(c.req.query("lang")) ?? "en", since: c.req.query("since") };
  return respondWithText(c, await renderChanges(asked), MAIL_TYPE, OPEN);
});
