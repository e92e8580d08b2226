import { formatBodyPath, formatMeetingPath } from "../../calendar/addresses.ts";
import { localizePath } from "../../i18n/paths.ts";
import { addDays, formatLocalTime, getDate } from "../../meeting/local-time.ts";
import type { Endpoint } from "../../meeting/endpoint.ts";
import { fail, succeed } from "../../meeting/result.ts";
import type { Catalogs } from "../../reports/describe-event.ts";
import { formatParagraphs, type MailText } from "../../reports/mail-text.ts";
import { writeChangeMail } from "../../reports/change-mail.ts";
import { listNetChanges, type ChangeMark, type NetChange } from "../../reports/net-changes.ts";
import type { NewsOutcome } from "../../store/body/news-drain.ts";
import type { UntoldNews } from "../../store/body/news-messages.ts";
import { loadCatalogs } from "../catalogs.ts";
import { deriveNewsId } from "../news-id.ts";
import { sendByCloudflare } from "./send-by-cloudflare.ts";
import { sendSmtp } from "./send-smtp.ts";
import { writeMime } from "./write-mime.ts";

/** What sends people elsewhere, or home: of all else a person decides. */
const URGENT: ReadonlySet<ChangeMark> = new Set<ChangeMark>(["cancelled", "postponed", "takesPlace", "newTime", "newPlace"]);

/** What changed of sittings by all that waited: what was taken back meanwhile did not. */
const listWaitingChanges = ({ entries }: UntoldNews): readonly NetChange[] =>
  listNetChanges(
    entries.flatMap(({ before }) => before ?? []),
    entries.map(({ after }) => after.entry),
  );

/** Of it what is of sittings of today and tomorrow at their place. */
const listUrgent = (news: UntoldNews, now: number): readonly NetChange[] => {
  const today = getDate(formatLocalTime(now, news.timezone));
  const soon = new Set([today, addDays(today, 1)]);
  return listWaitingChanges(news).filter(
    ({ before, after, marks }) =>
      marks.some((mark) => URGENT.has(mark)) && [before, after].some((entry) => entry && soon.has(getDate(entry.start))),
  );
};

/** What a mail is about, and what tells it apart from every other. */
interface About {
  readonly body: string;
  readonly meeting?: string;
  readonly id: string;
}

/** Hands a mail for a list over: to Cloudflare's own service where there is one, otherwise to the house's server. */
const mailList = async (
  env: Env,
  { url, name, languages: [language = "en"] = [] }: Endpoint,
  { body, meeting, id }: About,
  write: (page: string, catalogs: Catalogs) => MailText,
  now: number,
): Promise<NewsOutcome> => {
  const { EMAIL: service, MAIL: server, PLENARY_MAIL_FROM: from } = env;
  if (!from) return fail({ why: "this service has nobody whom mails are from" });
  const origin = env.PUBLIC_ORIGIN.replace(/\/+$/, "");
  const { hostname } = new URL(origin);
  const page = localizePath(language, meeting === undefined ? formatBodyPath(body) : formatMeetingPath(body, meeting));
  const thread = meeting === undefined ? body : `${body}.${meeting}`;
  const to = url.slice("mailto:".length);
  const text = write(`${origin}${page}`, await loadCatalogs(env, language));
  const head = {
    language,
    date: now,
    id: `${id}.${name}@${hostname}`,
    thread: `${thread}@${hostname}`,
    more: { "list-id": `<${thread}.${hostname}>`, "auto-submitted": "auto-generated" },
  };
  if (service) return sendByCloudflare(service, { from, to }, text, head);
  if (!server) return fail({ why: "this service has no mail server" });
  const mail = await writeMime(text, { ...head, more: { from: `<${from}>`, to: `<${to}>`, ...head.more } });
  // Where it leads is the binding's to say.
  return sendSmtp(server.connect({ hostname: "127.0.0.1", port: 25 }), { from, to, greeting: hostname }, mail);
};

const mailChanges = (env: Env, endpoint: Endpoint, news: UntoldNews, changes: readonly NetChange[], now: number): Promise<NewsOutcome> => {
  const { body, told } = news;
  const about = { body, meeting: told.event.data.meeting, id: deriveNewsId(body, told.id) };
  return mailList(env, endpoint, about, (page, catalogs) => writeChangeMail(changes, told.version, page, catalogs), now);
};

/** Mails a list what it must know at once, if there is anything: what goes without saying, and what was taken back meanwhile, is no mail. */
export const sendMail = async (env: Env, endpoint: Endpoint, news: UntoldNews, now: number): Promise<NewsOutcome> => {
  const changes = listUrgent(news, now);
  return changes.length === 0 ? succeed(undefined) : mailChanges(env, endpoint, news, changes, now);
};

/** A mail as a person reads it before it goes; undefined where nothing changed after all. */
export const writeWaitingMail = async (
  env: Env,
  { languages: [language = "en"] = [] }: Endpoint,
  news: UntoldNews,
): Promise<{ readonly subject: string; readonly text: string } | undefined> => {
  const changes = listWaitingChanges(news);
  if (changes.length === 0) return undefined;
  const page = `${env.PUBLIC_ORIGIN.replace(/\/+$/, "")}${localizePath(language, formatMeetingPath(news.body, news.told.event.data.meeting))}`;
  const { subject, paragraphs } = writeChangeMail(changes, news.told.version, page, await loadCatalogs(env, language));
  return { subject, text: formatParagraphs(paragraphs) };
};

/** Mails a list what a person cleared: all that changed. */
export const sendClearedMail = (env: Env, endpoint: Endpoint, news: UntoldNews, now: number): Promise<NewsOutcome> =>
  mailChanges(env, endpoint, news, listWaitingChanges(news), now);

/** A mail that says nothing of any meeting. */
export const sendTestMail = (env: Env, body: string, endpoint: Endpoint, id: string, now: number): Promise<NewsOutcome> =>
  mailList(
    env,
    endpoint,
    { body, id },
    (page, catalogs) => ({ subject: catalogs.page.mail.test, paragraphs: [[catalogs.page.mail.test], [page]] }),
    now,
  );
