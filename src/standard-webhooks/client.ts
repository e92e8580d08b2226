import type { EventType } from "../meeting/events.ts";
import type { Answer } from "../api/event-answer.ts";
import type { ListRequest, TransferRequest } from "./operator-requests.ts";
import { signedHeaders, type NamedKey } from "./signature.ts";

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
}

export type Sent = { readonly kind: "applied"; readonly answer: Answer } | { readonly kind: "refused"; readonly problem: SentProblem };

/** What the sender believes to send is checked by the door: it may well be wrong. `timestamp` says when it happened. */
export interface Outgoing {
  readonly type: string;
  readonly timestamp: string;
  readonly dryRun?: true;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is signed and posted. */
export type Message = Outgoing | TransferRequest | ListRequest;

/** The JSON that a message was answered with, or why it was refused. */
export type Answered = { readonly kind: "answered"; readonly json: unknown } | { readonly kind: "refused"; readonly problem: SentProblem };

/** What the service answered, or whatever stands in its place. */
export const readJson = async (response: Response): Promise<Answered> => {
  const text = await response.text();
  if (response.ok) return { kind: "answered", json: JSON.parse(text) };
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const problem = isProblem
    ? (JSON.parse(text) as SentProblem)
    : { status: response.status, code: "no-problem-details", detail: text.slice(0, 200) };
  return { kind: "refused", problem };
};

/** What the door answered to an event. */
export const readAnswer = async (response: Response): Promise<Sent> => {
  const answered = await readJson(response);
  return answered.kind === "answered" ? { kind: "applied", answer: answered.json as Answer } : answered;
};

/**
 * The request that delivers a message: equal messages are equal bytes, so that a retry under the same id is the same delivery.
 * @param now of this attempt, milliseconds of the epoch
 */
export const deliveryOf = async (key: NamedKey, id: string, message: Message, now: number): Promise<RequestInit> => {
  const raw = new TextEncoder().encode(JSON.stringify(message));
  const headers = { "content-type": "application/json", ...(await signedHeaders(key, id, Math.floor(now / 1000), raw)) };
  return { method: "POST", headers, body: raw };
};

/** A chosen id would be as good: what makes a retry the same delivery is that the sender keeps it. */
export const newId = (): string => `msg_${crypto.randomUUID().replaceAll("-", "")}`;
