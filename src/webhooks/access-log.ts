import type { Answer } from "../api/event-answer.ts";
import { PROBLEMS, type Problem } from "../http/problems.ts";
import type { Checked } from "./checked.ts";

/** What is known of a delivery so far. Nothing of its words, and of its proof the name of the key alone. */
export interface Seen {
  id?: string;
  key?: string;
  type?: string;
  meeting?: string;
}

const BODY_ID = /^[a-z0-9-]{1,64}$/;

const named = (body: string) => BODY_ID.test(body) && { body };

/** What a refusal is known by. */
const refusalOf = ({ code, more }: Problem) => ({
  status: PROBLEMS[code].status,
  code,
  ...(more?.["reason"] !== undefined && { reason: more["reason"] }),
});

/**
 * One line of the service's own log for each delivery: `event` where it was applied or tried, `refusal` where not.
 * @param ms that the answer took, as far as the platform's clock tells
 */
export const logLine = (body: string, seen: Seen, answered: Checked<Answer>, ms: number): string => {
  const about = { ...named(body), ...seen, ms };
  if (answered.kind === "problem") return JSON.stringify({ log: "refusal", ...refusalOf(answered.problem), ...about });
  const { outcome, position, version } = answered.value;
  return JSON.stringify({ log: "event", outcome, position, version, ...about });
};

/** One line for each request that the operator alone may make. */
export const requestLine = (request: string, body: string, answered: Checked<unknown>): string =>
  JSON.stringify({
    log: "request",
    request,
    ...(answered.kind === "problem" ? refusalOf(answered.problem) : { status: 200 }),
    ...named(body),
  });
