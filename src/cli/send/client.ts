import type { Result } from "../../meeting/result.ts";
import type { OperatorRequest } from "../../standard-webhooks/operator-requests.ts";
import {
  signDelivery,
  createWebhookId,
  readAnswer,
  readResponse,
  type EventMessage,
  type PostResult,
  type SentProblem,
  type SignedMessage,
} from "../../standard-webhooks/client.ts";
import { importSigningKey } from "../../standard-webhooks/signature.ts";

/** Where events go, and the secret that signs them. */
export interface Sender {
  readonly url: string;
  readonly secret: string;
}

const fetchOrExplain = async (url: string, init?: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch {
    throw new Error(
      `Nothing answers at ${new URL(url).origin}. Is Plenary running there? Start it with "npm start", or name another with --url.`,
    );
  }
};

/** Signs a message and posts it to an address of the service. `now` is milliseconds of the epoch. */
const post = async ({ url, secret }: Sender, path: string, id: string, message: SignedMessage, now: number): Promise<Response> => {
  const key = await importSigningKey("sender", secret);
  if (!key) throw new Error("The key can't sign: it must be whsec_ and the Base64 of 24 to 64 bytes, or whsk_ and that of an Ed25519 key.");
  return fetchOrExplain(`${url}/${path}`, await signDelivery(key, id, message, now));
};

/** Posts an event to the one door. */
export const sendEvent = async (sender: Sender, body: string, id: string, event: EventMessage, now: number): Promise<PostResult> =>
  readAnswer(await post(sender, `${encodeURIComponent(body)}/events`, id, event, now));

/** Asks what only the operator may ask: a page of a log, or brings one; a body's keys and endpoints; keeps a setup link. */
export const sendRequest = async (
  sender: Sender,
  what: "log/export" | "log/import" | "keys/list" | "endpoints" | "offers",
  request: OperatorRequest,
  now: number,
): Promise<Result<unknown, SentProblem>> =>
  readResponse(await post(sender, `${encodeURIComponent(request.body)}/${what}`, createWebhookId(), request, now));

/** Whether there is something at an address of the service. */
export const isServed = async (url: string): Promise<boolean> => (await fetchOrExplain(url, { method: "HEAD" })).ok;

/** A JSON of the service; undefined where there is none. */
export const readJsonIfThere = async (url: string): Promise<unknown> => {
  const response = await fetchOrExplain(url);
  return response.status === 404 ? undefined : response.json();
};

/** A text of the service, or its own words why there is none. */
export const fetchText = async (url: string): Promise<string> => {
  const response = await fetchOrExplain(url);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(
    `${url}: ${response.headers.get("content-type")?.startsWith("application/problem+json") ? (JSON.parse(text) as SentProblem).detail : response.status}`,
  );
};
