import type { Answer } from "../store/answer.ts";
import { PROBLEMS, type Problem } from "../problems.ts";
import type { Checked } from "./checked.ts";

/** What is known of a delivery so far. Nothing of its words, and of its proof the name of the key alone. */
export interface Seen {
  id?: string;
  key?: string;
  type?: string;
  meeting?: string;
}

const BODY_ID = /^[a-z0-9-]{1,64}$/;

/**
 * One line of the service's own log for each delivery: `event` where it was applied or tried, `refusal` where not.
 * @param ms that the answer took, as far as the platform's clock tells
 */
export const logLine = (body: string, seen: Seen, answered: Checked<Answer>, ms: number): string => {
  const about = { ...(BODY_ID.test(body) && { body }), ...seen, ms };
  if (answered.kind === "ok") {
    const { outcome, position, version } = answered.value;
    return JSON.stringify({ log: "event", outcome, position, version, ...about });
  }
  const { code, more }: Problem = answered.problem;
  return JSON.stringify({
    log: "refusal",
    status: PROBLEMS[code].status,
    code,
    ...(more?.["reason"] !== undefined && { reason: more["reason"] }),
    ...about,
  });
};
