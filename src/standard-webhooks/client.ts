import type { Answer } from "../api/schemas/answer.ts";
import type { ProblemDetails } from "../api/schemas/problem.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";
import type { OperatorRequest } from "./operator-requests.ts";
import { signHeaders, type NamedKey } from "./signature.ts";

/** What is known of a refusal: problem details, or what stands in their place where something before the service answered. */
export type SentProblem = Omit<ProblemDetails, "type" | "title" | "code"> & { readonly code: string };

/** What an event was answered with, or why it was refused. */
export type PostResult = Result<Answer, SentProblem>;

/** What the sender believes to send is checked by the door: it may well be wrong. `timestamp` says when it happened. */
export interface EventMessage {
  readonly type: string;
  readonly timestamp: string;
  readonly dryRun?: boolean | { readonly after: number };
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is signed and posted. */
export type SignedMessage = EventMessage | OperatorRequest;

/** What the service answered, or whatever stands in its place. */
export const readResponse = async (response: Response): Promise<Result<unknown, SentProblem>> => {
  const text = await response.text();
  if (response.ok) return succeed<unknown>(JSON.parse(text));
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const problem = isProblem
    ? (JSON.parse(text) as SentProblem)
    : { status: response.status, code: "no-problem-details", detail: text.slice(0, 200) };
  return fail(problem);
};

/** What the door answered to an event. */
export const readAnswer = async (response: Response): Promise<PostResult> => {
  const answered = await readResponse(response);
  return answered.ok ? succeed(answered.value as Answer) : answered;
};

/**
 * The request that delivers a message: equal messages are equal bytes, so that a retry under the same id is the same delivery.
 * @param now of this attempt, milliseconds of the epoch
 */
export const signDelivery = async (key: NamedKey, id: string, message: SignedMessage, now: number): Promise<RequestInit> => {
  const raw = new TextEncoder().encode(JSON.stringify(message));
  const headers = { "content-type": "application/json", ...(await signHeaders([key], id, Math.floor(now / 1000), raw)) };
  return { method: "POST", headers, body: raw };
};

/** A chosen id would be as good: what makes a retry the same delivery is that the sender keeps it. */
export const createWebhookId = (): string => `msg_${crypto.randomUUID().replaceAll("-", "")}`;
