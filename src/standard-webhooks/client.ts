import type { EventType } from "../meeting/events.ts";
import type { Answer } from "../api/event-answer.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";
import type { ListRequest, TransferRequest } from "./operator-requests.ts";
import { signHeaders, type NamedKey } from "./signature.ts";

/** The part of problem details (RFC 9457) that a person needs. */
export interface SentProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly reason?: string;
  /** What the sentence of the reason was filled with. */
  readonly values?: Readonly<Record<string, string>>;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly next?: readonly EventType[];
  readonly alsoWithdraw?: readonly string[];
  /** Of a record on which something is to be decided. */
  readonly differences?: Answer["differences"];
}

/** What an event was answered with, or why it was refused. */
export type PostResult = Result<Answer, SentProblem>;

/** What the sender believes to send is checked by the door: it may well be wrong. `timestamp` says when it happened. */
export interface EventMessage {
  readonly type: string;
  readonly timestamp: string;
  readonly dryRun?: true;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is signed and posted. */
export type SignedMessage = EventMessage | TransferRequest | ListRequest;

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
  const headers = { "content-type": "application/json", ...(await signHeaders(key, id, Math.floor(now / 1000), raw)) };
  return { method: "POST", headers, body: raw };
};

/** A chosen id would be as good: what makes a retry the same delivery is that the sender keeps it. */
export const createWebhookId = (): string => `msg_${crypto.randomUUID().replaceAll("-", "")}`;
