import type { ListedEndpoint } from "../../../meeting/endpoint.ts";
import { fail, type Result } from "../../../meeting/result.ts";
import { createWebhookId, readResponse, signDelivery, type SentProblem } from "../../../standard-webhooks/client.ts";
import type { EndpointsRequest } from "../../../standard-webhooks/operator-requests.ts";
import type { ConsoleContext } from "../context.ts";

/** What each request is answered with. */
interface Answers {
  readonly "endpoints.list": { readonly endpoints: readonly ListedEndpoint[] };
  readonly "endpoints.test": { readonly delivered: boolean; readonly why?: string };
  readonly "endpoints.secret": { readonly secret?: string };
}

/** Longer than this is no line. */
const PATIENCE = 20_000;

/** Asks the service what only a key with the right to name endpoints may ask. */
export const askEndpoints = async <Name extends EndpointsRequest["request"]>(
  { address: { body }, key, clock }: Pick<ConsoleContext, "address" | "key" | "clock">,
  request: Name,
  ...[name]: Name extends "endpoints.list" ? [] : [name: string]
): Promise<Result<Answers[Name], SentProblem | "unreachable">> => {
  if (!key) return fail("unreachable");
  try {
    const asked = { request, body, ...(name !== undefined && { name }) } as EndpointsRequest;
    const signed = await signDelivery(key, createWebhookId(), asked, clock.now());
    const response = await fetch(`/${body}/endpoints`, { ...signed, signal: AbortSignal.timeout(PATIENCE) });
    return (await readResponse(response)) as Result<Answers[Name], SentProblem>;
  } catch {
    return fail("unreachable");
  }
};
