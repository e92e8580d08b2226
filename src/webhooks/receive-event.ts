import type { Answer } from "../api/schemas/answer.ts";
import { reportError } from "../http/internal-error.ts";
import { refuse, type Problem } from "../http/problems.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import type { Result } from "../meeting/result.ts";
import { formatDelivery, type LogContext } from "./access-log.ts";
import { answerReceipt } from "./answer-receipt.ts";
import { authenticate, readHeaders, type Arrival, type AuthenticatedRequest } from "./authenticate.ts";
import { deliverEvent } from "./deliver-event.ts";
import { readEvent } from "./parse-event.ts";
import { allowsKey } from "./rate-limit.ts";
import { respondWithAnswer } from "./respond.ts";

const TOO_MANY = `This key sends at most ${LIMITS.perKey.max} events a minute. Wait, then send it again, under the same webhook-id.`;

/** Whoever sends too much is not even read. */
const readUnlessTooMany = async (
  { body, env, now }: Arrival,
  { credentials, verified }: AuthenticatedRequest,
): Promise<Result<PlenaryEvent, Problem>> =>
  (await allowsKey(env, body, verified.key, now)) ? readEvent(credentials.raw, body, now) : refuse("too-many", TOO_MANY);

/** What a delivery is answered, and what was known of it by then, for the log. */
interface Received {
  readonly answer: Result<Answer, Problem>;
  readonly context: LogContext;
}

/** Verify, parse, apply, answer: a step is taken only where the one before came to a value. */
const receive = async (arrival: Arrival): Promise<Received> => {
  const take = <Value>(step: Promise<Result<Value, Problem>>, context: LogContext): Promise<Result<Value, Problem>> =>
    step.catch((error: unknown) => reportError(error, { body: arrival.body, ...context }));

  const headers = await take(readHeaders(arrival), {});
  if (!headers.ok) return { answer: headers, context: {} };

  const sent = { id: headers.value.id };
  const authenticated = await take(authenticate(arrival, headers.value), sent);
  if (!authenticated.ok) return { answer: authenticated, context: sent };

  const { id, key } = authenticated.value.verified;
  const event = await take(readUnlessTooMany(arrival, authenticated.value), { id, key });
  if (!event.ok) return { answer: event, context: { id, key } };

  const { type, data } = event.value;
  const known = { id, key, type, ...("meeting" in data && { meeting: data.meeting }) };
  const delivered = await take(deliverEvent(arrival, authenticated.value, event.value), known);
  return delivered.ok
    ? { answer: answerReceipt(delivered.value.receipt, event.value, id), context: { ...known, key: delivered.value.key } }
    : { answer: delivered, context: known };
};

/**
 * The one door: verify, parse, apply, answer, and a line in the log. Nothing else changes anything.
 * @param clock milliseconds of the epoch
 */
export const receiveEvent = async (request: Request, body: string, env: Env, clock: () => number): Promise<Response> => {
  const now = clock();
  const { answer, context } = await receive({ request, body, env, now });
  console.log(formatDelivery(body, context, answer, clock() - now));
  const response = respondWithAnswer(answer);
  // By this a sender whose clock is wrong can correct its signatures (RFC 9110 §6.6.1); workerd alone would not say it.
  response.headers.set("date", new Date(now).toUTCString());
  return response;
};
