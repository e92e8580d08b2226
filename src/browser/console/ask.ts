import { fail, type Result } from "../../meeting/result.ts";
import { createWebhookId, readResponse, signDelivery, type SentProblem } from "../../standard-webhooks/client.ts";
import type { KeysRequest } from "../../standard-webhooks/operator-requests.ts";
import type { NamedKey } from "../../standard-webhooks/signature.ts";
import type { Clock } from "./server-clock.ts";

/** Longer than this is no line. */
const PATIENCE = 20_000;

/** Asks the service about keys of a body, which only those may who hold one. */
export const askAboutKeys = async <Answer>(
  key: NamedKey,
  asked: KeysRequest,
  clock: Pick<Clock, "now">,
): Promise<Result<Answer, SentProblem | "unreachable">> => {
  try {
    const signed = await signDelivery(key, createWebhookId(), asked, clock.now());
    const response = await fetch(`/${asked.body}/keys/list`, { ...signed, signal: AbortSignal.timeout(PATIENCE) });
    return (await readResponse(response)) as Result<Answer, SentProblem>;
  } catch {
    return fail("unreachable");
  }
};
