import type { ListedEndpoint } from "../../../meeting/endpoint.ts";
import { fail, type Result } from "../../../meeting/result.ts";
import { createWebhookId, readResponse, signDelivery, type SentProblem } from "../../../standard-webhooks/client.ts";
import type { EndpointsRequest, MailsRequest } from "../../../standard-webhooks/operator-requests.ts";
import type { ConsoleContext } from "../context.ts";

/** What each request is answered with. */
interface Answers {
  readonly "endpoints.list": { readonly endpoints: readonly ListedEndpoint[] };
  readonly "endpoints.test": { readonly delivered: boolean; readonly why?: string };
  readonly "endpoints.secret": { readonly secret?: string };
}

/** Longer than this is no line. */
const PATIENCE = 20_000;

/** Who asks: the body of a meeting, by the key of this browser. */
type Asking = Pick<ConsoleContext, "address" | "key" | "clock">;

/** What is asked, but for the body. */
type Question =
  | { readonly request: "mails.list" }
  | { readonly request: "mails.send" | "mails.drop"; readonly name: string; readonly meeting: string; readonly position: number }
  | { readonly request: EndpointsRequest["request"]; readonly name?: string };

/** Asks the service what of a body's news only a key with the right to it may ask. */
export const askOutbox = async <Answer>(
  { address: { body }, key, clock }: Asking,
  question: Question,
): Promise<Result<Answer, SentProblem | "unreachable">> => {
  if (!key) return fail("unreachable");
  try {
    const signed = await signDelivery(key, createWebhookId(), { ...question, body } as EndpointsRequest | MailsRequest, clock.now());
    const response = await fetch(`/${body}/endpoints`, { ...signed, signal: AbortSignal.timeout(PATIENCE) });
    return (await readResponse(response)) as Result<Answer, SentProblem>;
  } catch {
    return fail("unreachable");
  }
};

/** Asks what only a key with the right to name endpoints may ask. */
export const askEndpoints = <Name extends EndpointsRequest["request"]>(
  context: Asking,
  request: Name,
  ...[name]: Name extends "endpoints.list" ? [] : [name: string]
): Promise<Result<Answers[Name], SentProblem | "unreachable">> =>
  askOutbox<Answers[Name]>(context, { request, ...(name !== undefined && { name }) });
