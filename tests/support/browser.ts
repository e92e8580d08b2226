import { exports } from "cloudflare:workers";
import { createWebhookId, signDelivery, type EventMessage } from "../../src/standard-webhooks/client.ts";
import { computePublicKey, importSigningKey } from "../../src/standard-webhooks/signature.ts";
import type { Posted } from "./secretariat.ts";

/** Signs by a `whsk_` key, as a browser does, and posts it to the door of the event's body. */
export const sendBy = async (secret: string, event: EventMessage, id = createWebhookId()): Promise<Posted> => {
  const key = await importSigningKey("browser", secret);
  if (!key) throw new Error("no key");
  const delivery = await signDelivery(key, id, event, Date.now());
  const response = await exports.default.fetch(`https://plenary.example/${String(event.data["body"])}/events`, delivery);
  return { status: response.status, answer: await response.json() };
};

/** A browser, as its key. */
export const createBrowser = async () => {
  const secret = `whsk_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`;
  return { secret, publicKey: (await computePublicKey(secret)) ?? "" };
};
