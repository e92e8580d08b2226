import type { WaitingMail } from "../api/schemas/endpoints.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { getHost } from "../meeting/news-address.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { sendClearedMail, writeWaitingMail } from "../news/mail/send-mail.ts";
import type { MailsRequest } from "../standard-webhooks/operator-requests.ts";
import { readWaitingMail, readWaitingMails, settleMail } from "../store/client.ts";
import type { WaitingNews } from "../store/body/waiting-mails.ts";
import type { Arrival } from "./authenticate.ts";

const refuseBody = (body: string) => refuse("no-such-body", `No body is registered as "${body}".`);

const describeMail = async (env: Env, { endpoint, news }: WaitingNews): Promise<readonly WaitingMail[]> => {
  const written = await writeWaitingMail(env, endpoint, news);
  if (!written) return [];
  const { name, url, languages: [language = "en"] = [] } = endpoint;
  const { position, event } = news.told;
  return [{ name, host: getHost(url), meeting: event.data.meeting, language, position, ...written }];
};

const listMails = async ({ env, body, now }: Arrival, key: string): Promise<Result<object, Problem>> => {
  const read = await readWaitingMails(env, { body, key, now });
  if (!read) return refuseBody(body);
  if (!read.ok) return refuse("not-permitted", read.error);
  return succeed({ mails: (await Promise.all(read.value.map((mail) => describeMail(env, mail)))).flat() });
};

/** Lists the mails of a body that wait for a person, sends one as it was read, or drops it. */
export const answerMailsRequest = async (arrival: Arrival, asked: MailsRequest, key: string): Promise<Result<object, Problem>> => {
  if (asked.request === "mails.list") return listMails(arrival, key);
  const { env, body, now } = arrival;
  const { name, meeting, position } = asked;
  const mail = { name, meeting, position };
  const read = await readWaitingMail(env, { body, key, now }, mail);
  if (!read) return refuseBody(body);
  if (!read.ok) return refuse("not-permitted", read.error);
  if (!read.value) return refuse("not-found", "It waits no more: it was sent, or dropped.");
  if (asked.request === "mails.send") {
    const sent = await sendClearedMail(env, read.value.endpoint, read.value.news, now);
    if (!sent.ok) return succeed({ delivered: false, why: sent.error.why });
  }
  await settleMail(env, body, mail);
  return succeed(asked.request === "mails.send" ? { delivered: true } : { dropped: true });
};
