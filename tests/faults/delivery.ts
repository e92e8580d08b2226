import { createHash, createHmac } from "node:crypto";
import type { Answer } from "../../src/api/schemas/answer.ts";
import { KEY } from "./machine.ts";

/** An event that a sender will send until it is told what became of it. */
export interface Delivery {
  readonly id: string;
  readonly body: string;
  readonly raw: string;
}

export type Told =
  | { readonly kind: "acknowledged"; readonly answer: Answer }
  | { readonly kind: "refused"; readonly status: number; readonly code: string }
  /** No answer, or one that asks to send it again: it may have been applied, or not. */
  | { readonly kind: "unknown"; readonly status: number; readonly code: string };

/** As it is said where the disk takes nothing in. */
export const isStorageRefused = (told: Told): boolean => told.kind === "unknown" && told.status === 503 && told.code === "storage-refused";

const SECRET = Buffer.from(KEY.slice("whsec_".length), "base64");

/** Signed by node:crypto, not by our own code. */
const headersOf = ({ id, raw }: Delivery): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", SECRET).update(`${id}.${timestamp}.${raw}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}`, "content-type": "application/json" };
};

export const deliver = async (url: string, delivery: Delivery): Promise<Told> => {
  try {
    const response = await fetch(`${url}/${delivery.body}/events`, { method: "POST", body: delivery.raw, headers: headersOf(delivery) });
    const json = (await response.json()) as Answer & { readonly code?: string };
    if (response.ok) return { kind: "acknowledged", answer: json };
    const { status } = response;
    return { kind: status >= 500 || status === 429 ? "unknown" : "refused", status, code: json.code ?? "" };
  } catch {
    return { kind: "unknown", status: 0, code: "" };
  }
};

export const digestOf = (raw: string): string => createHash("sha256").update(raw).digest("hex");

export const deliveryOf = (id: string, body: string, type: string, data: Readonly<Record<string, unknown>>): Delivery => ({
  id,
  body,
  raw: JSON.stringify({ type, timestamp: "2010-01-27T09:20:00Z", data: { body, ...data } }),
});
