import type { PlenaryEvent } from "../meeting/events.ts";
import { importSigningKey, signedHeaders } from "../webhooks/signature.ts";
import type { Answer } from "../store/answer.ts";

/** Where events go, and the secret that signs them. */
export interface Sender {
  readonly url: string;
  readonly secret: string;
}

/** The part of problem details (RFC 9457) that a person needs. */
interface SentProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly reason?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly next?: readonly string[];
}

export type Sent = { readonly kind: "applied"; readonly answer: Answer } | { readonly kind: "refused"; readonly problem: SentProblem };

const fetched = async (url: string, init?: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch {
    throw new Error(
      `Nothing answers at ${new URL(url).origin}. Is Plenary running there? Start it with "npm start", or name another with --url.`,
    );
  }
};

/** What the sender believes to send is checked by the door, not here: it may well be wrong. */
export type Outgoing = Pick<PlenaryEvent, "timestamp"> & {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly dryRun?: true;
};

/** Signs an event and posts it to the one door. `now` is milliseconds of the epoch. */
export const sendEvent = async ({ url, secret }: Sender, body: string, id: string, event: Outgoing, now: number): Promise<Sent> => {
  const key = await importSigningKey("sender", secret);
  if (!key) throw new Error("The key can't sign: it must be whsec_ and the Base64 of 24 to 64 bytes, or whsk_ and that of an Ed25519 key.");
  const raw = new TextEncoder().encode(JSON.stringify(event));
  const headers = { "content-type": "application/json", ...(await signedHeaders(key, id, Math.floor(now / 1000), raw)) };
  const response = await fetched(`${url}/${encodeURIComponent(body)}/events`, { method: "POST", headers, body: raw });
  const text = await response.text();
  if (response.ok) return { kind: "applied", answer: JSON.parse(text) as Answer };
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  const problem = isProblem
    ? (JSON.parse(text) as SentProblem)
    : { status: response.status, code: "no-problem-details", detail: text.slice(0, 200) };
  return { kind: "refused", problem };
};

/** Whether there is something at an address of the service. */
export const isThere = async (url: string): Promise<boolean> => (await fetched(url, { method: "HEAD" })).ok;

/** A text of the service, or its own words why there is none. */
export const readText = async (url: string): Promise<string> => {
  const response = await fetched(url);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(
    `${url}: ${response.headers.get("content-type")?.startsWith("application/problem+json") ? (JSON.parse(text) as SentProblem).detail : response.status}`,
  );
};
