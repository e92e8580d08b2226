import { sha256 } from "@noble/hashes/sha2.js";

const digest = (body: string, webhookId: string): string => sha256(new TextEncoder().encode(`${body} ${webhookId}`)).toHex();

/** The same for one event of a body, wherever it is sent and however often: by it a receiver knows what it has had. */
export const deriveNewsId = (body: string, webhookId: string): string => `msg_${digest(body, webhookId).slice(0, 32)}`;

/** The same as a UUID of no one's scheme (RFC 9562 §5.8): it stays whatever the service's address becomes. */
export const deriveChangeId = (body: string, webhookId: string): string => {
  const hex = digest(body, webhookId);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
