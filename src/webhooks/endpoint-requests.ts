import { refuse } from "../http/problems.ts";
import { succeed } from "../meeting/result.ts";
import { sendTest } from "../news/send-test.ts";
import { endpointsRequest } from "../standard-webhooks/operator-requests.ts";
import { readEndpoint, readEndpoints } from "../store/client.ts";
import { readSignedRequest, respondToRequest } from "./signed-request.ts";

/**
 * Tells the operator where news of a body goes and how far it is, or tries an endpoint. No GET: what asks is signed, like an event.
 * @param now milliseconds of the epoch
 */
export const answerEndpointsRequest = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("endpoints", body, async () => {
    const asked = await readSignedRequest(request, body, env, now, endpointsRequest);
    if (!asked.ok) return asked;
    if (asked.value.request === "endpoints.list") {
      const endpoints = await readEndpoints(env, body);
      return endpoints ? succeed({ endpoints }) : refuse("no-such-body", `No body is registered as "${body}".`);
    }
    const { name } = asked.value;
    const endpoint = await readEndpoint(env, body, name);
    if (!endpoint) return refuse("not-found", `The body "${body}" has no endpoint "${name}".`);
    const sent = await sendTest(env, body, endpoint, now);
    return succeed(sent.ok ? { delivered: true } : { delivered: false, why: sent.error.why });
  });
