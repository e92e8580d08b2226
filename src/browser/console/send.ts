import type { Answer } from "../../api/schemas/answer.ts";
import { fail, type Result } from "../../meeting/result.ts";
import type { NamedKey } from "../../standard-webhooks/signature.ts";
import { readAnswer, signDelivery, type EventMessage, type SentProblem } from "../../standard-webhooks/client.ts";
import type { Clock } from "./server-clock.ts";

/** What became of an attempt: nothing, where there was no line. */
export type SendResult = Result<Answer, SentProblem | "unreachable">;

/** Signs an event as it is at `now`, milliseconds of the epoch, and posts it. */
export type Send = (id: string, eventAt: (now: number) => EventMessage) => Promise<SendResult>;

/** Longer than this is no line. */
const PATIENCE = 20_000;

export const createSend = (body: string, key: NamedKey, clock: Clock): Send => {
  const attempt: Send = async (id, eventAt) => {
    const leftAt = Date.now();
    try {
      const now = clock.now();
      const delivery = await signDelivery(key, id, eventAt(now), now);
      const response = await fetch(`/${body}/events`, { ...delivery, signal: AbortSignal.timeout(PATIENCE) });
      clock.learn(response, leftAt);
      return await readAnswer(response);
    } catch {
      return fail("unreachable");
    }
  };
  return async (id, eventAt) => {
    const first = await attempt(id, eventAt);
    // By then the clock has learnt what the time is.
    return !first.ok && first.error !== "unreachable" && first.error.code === "bad-timestamp" ? attempt(id, eventAt) : first;
  };
};
