import type { Endpoint, ListedEndpoint } from "../../meeting/endpoint.ts";
import { createWebhookId, type PostResult } from "../../standard-webhooks/client.ts";
import type { EndpointsRequest } from "../../standard-webhooks/operator-requests.ts";
import { sendEvent, sendRequest, type Sender } from "../send/client.ts";

/** Where events about endpoints go, and when. */
export interface EndpointContext {
  readonly sender: Sender;
  readonly body: string;
  /** Milliseconds of the epoch. */
  readonly now: number;
}

const send = ({ sender, body, now }: EndpointContext, type: string, data: object): Promise<PostResult> =>
  sendEvent(sender, body, createWebhookId(), { type, timestamp: new Date(now).toISOString(), data: { body, ...data } }, now);

const ask = async <Answer>(
  { sender, body, now }: EndpointContext,
  request: Pick<EndpointsRequest, "request"> & { readonly name?: string },
): Promise<Answer> => {
  const answered = await sendRequest(sender, "endpoints", { ...request, body } as EndpointsRequest, now);
  if (!answered.ok) throw new Error(answered.error.detail);
  return answered.value as Answer;
};

/** What its receiver needs: by it, it verifies what is sent (Standard Webhooks, v1). */
export const readEndpointSecret = async (at: EndpointContext, name: string): Promise<string> =>
  (await ask<{ readonly secret: string }>(at, { request: "endpoints.secret", name })).secret;

export const sendEndpointAdded = (at: EndpointContext, endpoint: Endpoint): Promise<PostResult> => send(at, "endpoint.added", { endpoint });

export const sendEndpointRemoved = (at: EndpointContext, name: string): Promise<PostResult> => send(at, "endpoint.removed", { name });

const describeState = ({ waiting, failures, failure, nextTry, ended }: ListedEndpoint): string => {
  if (ended !== undefined) return `ENDED: ${ended}${failure === undefined ? "" : ` (${failure})`}`;
  const tries = failures > 0 ? `, failed ${failures} times (${failure ?? ""}), tried again ${nextTry ?? "now"}` : "";
  return `${waiting} waiting${tries}`;
};

const formatEndpoint = (listed: ListedEndpoint): string => {
  const { name, host, generation = 1, events, meetings, languages = ["en"] } = listed;
  return [
    `${name}${generation === 1 ? "" : `, generation ${generation}`}`.padEnd(28),
    host,
    meetings ? `meetings ${meetings.join(" ")}` : "all meetings",
    events ? events.join(" ") : "all events",
    languages.join(" "),
    describeState(listed),
  ].join("  ");
};

/** The endpoints of a body, one a line: of their addresses the host alone. */
export const fetchEndpoints = async (at: EndpointContext): Promise<readonly string[]> => {
  const { endpoints } = await ask<{ readonly endpoints: readonly ListedEndpoint[] }>(at, { request: "endpoints.list" });
  return endpoints.length > 0 ? endpoints.map(formatEndpoint) : ["News of the body is sent nowhere."];
};

/** Sends a message that says nothing to an endpoint; why it was not taken, if it was not. */
export const testEndpoint = async (at: EndpointContext, name: string): Promise<string | undefined> => {
  const { why } = await ask<{ readonly why?: string }>(at, { request: "endpoints.test", name });
  return why;
};
