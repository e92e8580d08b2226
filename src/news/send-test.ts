import type { Endpoint } from "../meeting/endpoint.ts";
import type { NewsOutcome } from "../store/body/news-drain.ts";
import { postMessage } from "./send-news.ts";

/** What its receiver is to answer as it answers news, and otherwise to leave alone: it says nothing of any meeting. */
export const sendTest = (env: Env, body: string, endpoint: Endpoint, now: number): Promise<NewsOutcome> =>
  postMessage(
    env,
    { body, endpoint, id: `msg_${crypto.randomUUID().replaceAll("-", "")}` },
    { type: "endpoint.tested", timestamp: new Date(now).toISOString(), data: { body, endpoint: endpoint.name } },
    now,
  );
