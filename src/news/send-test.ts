import type { TestMessage } from "../api/schemas/endpoints.ts";
import type { Endpoint } from "../meeting/endpoint.ts";
import { isMailAddress } from "../meeting/news-address.ts";
import type { NewsOutcome } from "../store/body/news-drain.ts";
import { sendTestMail } from "./mail/send-mail.ts";
import { postMessage } from "./send-news.ts";

/** What its receiver is to answer as it answers news, and otherwise to leave alone: it says nothing of any meeting. */
export const sendTest = (env: Env, body: string, endpoint: Endpoint, now: number): Promise<NewsOutcome> => {
  const id = `msg_${crypto.randomUUID().replaceAll("-", "")}`;
  if (isMailAddress(endpoint.url)) return sendTestMail(env, body, endpoint, id, now);
  const message: TestMessage = {
    type: "endpoint.tested",
    timestamp: new Date(now).toISOString(),
    data: { body, endpoint: endpoint.name },
  };
  return postMessage(env, { body, endpoint }, { id, text: JSON.stringify(message) }, now);
};
