import type { Answer } from "../api/schemas/answer.ts";
import { PROBLEMS, type Problem } from "../http/problems.ts";
import type { Result } from "../meeting/result.ts";

/** What is known of a delivery so far. Nothing of its words, and of its credentials the name of the key alone. */
export interface LogContext {
  readonly id?: string | undefined;
  readonly key?: string | undefined;
  readonly type?: string | undefined;
  readonly meeting?: string | undefined;
}

const BODY_ID = /^[a-z0-9-]{1,64}$/;

/** Anyone may ask for any body: what can't be the id of one is not logged. */
const nameBody = (body: string) => BODY_ID.test(body) && { body };

const describeRefusal = ({ code, more }: Problem) => ({
  status: PROBLEMS[code].status,
  code,
  ...(more?.["reason"] !== undefined && { reason: more["reason"] }),
});

/**
 * One line of the service's own log for each delivery: `event` where it was applied or tried, `refusal` where not.
 * @param ms that the answer took, as far as the platform's clock tells
 */
export const formatDelivery = (body: string, context: LogContext, answer: Result<Answer, Problem>, ms: number): string => {
  const about = { ...nameBody(body), ...context, ms };
  if (!answer.ok) return JSON.stringify({ log: "refusal", ...describeRefusal(answer.error), ...about });
  const { outcome, position, version } = answer.value;
  return JSON.stringify({ log: "event", outcome, position, version, ...about });
};

/** One line for each request that the operator alone may make. */
export const formatRequest = (request: string, body: string, answer: Result<unknown, Problem>): string =>
  JSON.stringify({
    log: "request",
    request,
    ...(answer.ok ? { status: 200 } : describeRefusal(answer.error)),
    ...nameBody(body),
  });
