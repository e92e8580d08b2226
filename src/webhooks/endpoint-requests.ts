import { refuse } from "../http/problems.ts";
import type { Endpoint } from "../meeting/endpoint.ts";
import { succeed } from "../meeting/result.ts";
import { deriveCurrentSecret } from "../news/signing-keys.ts";
import { sendTest } from "../news/send-test.ts";
import { outboxRequest, type EndpointsRequest } from "../standard-webhooks/operator-requests.ts";
import { readEndpoint, readEndpoints } from "../store/client.ts";
import type { Arrival } from "./authenticate.ts";
import { answerMailsRequest } from "./mail-requests.ts";
import { readBodyRequest, respondToRequest } from "./signed-request.ts";

/** What is done with one endpoint. */
const ANSWERS: Record<Exclude<EndpointsRequest["request"], "endpoints.list">, (endpoint: Endpoint, arrival: Arrival) => Promise<object>> = {
  "endpoints.test": async (endpoint, { env, body, now }) => {
    const sent = await sendTest(env, body, endpoint, now);
    return sent.ok ? { delivered: true } : { delivered: false, why: sent.error.why };
  },
  // It is stored nowhere: who may name an endpoint may read it again.
  "endpoints.secret": async (endpoint, { env, body }) => ({ secret: await deriveCurrentSecret(env, body, endpoint) }),
};

const refuseBody = (body: string) => refuse("no-such-body", `No body is registered as "${body}".`);

/**
 * Tells who may name endpoints where news of a body goes and how far it is, tries an endpoint, or says its secret; and who may clear mails
 * which of them wait. No GET: what asks is
 * signed, like an event.
 * @param now milliseconds of the epoch
 */
export const answerEndpointsRequest = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("endpoints", body, async () => {
    const arrival = { request, body, env, now };
    const read = await readBodyRequest(arrival, outboxRequest);
    if (!read.ok) return read;
    const { asked, key } = read.value;
    if (asked.request === "mails.list" || asked.request === "mails.send" || asked.request === "mails.drop")
      return answerMailsRequest(arrival, asked, key);
    const asking = { body, key, now };
    if (asked.request === "endpoints.list") {
      const listed = await readEndpoints(env, asking);
      if (!listed) return refuseBody(body);
      return listed.ok ? succeed({ endpoints: listed.value }) : refuse("not-permitted", listed.error);
    }
    const { name } = asked;
    const found = await readEndpoint(env, asking, name);
    if (!found) return refuseBody(body);
    if (!found.ok) return refuse("not-permitted", found.error);
    if (!found.value) return refuse("not-found", `The body "${body}" has no endpoint "${name}".`);
    return succeed(await ANSWERS[asked.request](found.value, arrival));
  });
