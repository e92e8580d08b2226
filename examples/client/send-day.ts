import { Webhook } from "standardwebhooks";
import { Api, type Answer, type Event } from "./plenary.ts";

/**
 * Tells a service of a day by a client that is made of its own description:
 * `npx swagger-typescript-api generate -p https://calendar.example.org/openapi.json -o examples/client -n plenary.ts`
 */

/** A key of the body signs the very bytes that are sent; `id` is the event's own, the same on every retry. */
const signBy =
  (secret: string, id: string): typeof fetch =>
  (url, init) => {
    const raw = init?.body;
    if (typeof raw !== "string") return fetch(url, init);
    const now = new Date();
    const headers = new Headers(init?.headers);
    headers.set("webhook-id", id);
    headers.set("webhook-timestamp", String(Math.floor(now.getTime() / 1000)));
    headers.set("webhook-signature", new Webhook(secret).sign(id, now, raw));
    return fetch(url, { ...init, headers });
  };

interface Client {
  readonly url: string;
  readonly secret: string;
}

export const sendEvent = async ({ url, secret }: Client, id: string, event: Event): Promise<Answer> =>
  (await new Api({ baseUrl: url, customFetch: signBy(secret, id) }).body.sendEvent(event.data.body, event)).data;

export const readVersion = async ({ url }: Pick<Client, "url">, body: string, meeting: string): Promise<number> =>
  (await new Api({ baseUrl: url }).body.readMeeting(body, meeting)).data.version;

/** What happened since a version, in a language: whoever would rather ask goes on from the last that they have. */
export const readSince = async ({ url }: Pick<Client, "url">, body: string, meeting: string, since: number): Promise<readonly string[]> =>
  (await new Api({ baseUrl: url }).body.readHistory(body, meeting, { since, lang: "fr" })).data.events.map(({ text }) => text);
