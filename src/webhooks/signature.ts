/** Standard Webhooks 1.0: the signed content is `{id}.{timestamp}.{raw body}`, so it is checked before it is read. */

/** Seconds by which a sender's clock may differ, either way. */
export const TOLERANCE = 300;

/** A key that signs with HMAC-SHA256 (`v1`). */
export interface SigningKey {
  readonly name: string;
  readonly hmac: CryptoKey;
}

/** A secret is `whsec_` and the Base64 of 24 to 64 bytes. Undefined where it is none. */
const secretBytes = (secret: string): Uint8Array<ArrayBuffer> | undefined => {
  if (!secret.startsWith("whsec_")) return undefined;
  try {
    const bytes = Uint8Array.from(atob(secret.slice("whsec_".length)), (character) => character.charCodeAt(0));
    return bytes.length >= 24 && bytes.length <= 64 ? bytes : undefined;
  } catch {
    return undefined;
  }
};

export const importSecret = async (name: string, secret: string): Promise<SigningKey | undefined> => {
  const bytes = secretBytes(secret);
  if (!bytes) return undefined;
  return { name, hmac: await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]) };
};

const signedContent = (id: string, timestamp: string, raw: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + raw.length);
  content.set(head);
  content.set(raw, head.length);
  return content;
};

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** The three headers of a delivery. `timestamp` is this attempt's, in seconds; `id` is the same on every retry. */
export const signedHeaders = async (key: SigningKey, id: string, timestamp: number, raw: Uint8Array): Promise<Record<string, string>> => {
  const signature = await crypto.subtle.sign("HMAC", key.hmac, signedContent(id, String(timestamp), raw));
  return { "webhook-id": id, "webhook-timestamp": String(timestamp), "webhook-signature": `v1,${base64(signature)}` };
};

export type Verdict =
  | { readonly kind: "verified"; readonly id: string; readonly timestamp: string; readonly signature: string; readonly key: string }
  | { readonly kind: "unverified"; readonly reason: "not-signed" | "bad-signature" | "bad-timestamp"; readonly detail: string };

const unverified = (reason: Extract<Verdict, { kind: "unverified" }>["reason"], detail: string): Verdict => ({
  kind: "unverified",
  reason,
  detail,
});

const decoded = (value: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Several signatures, separated by spaces, let a sender change keys without a refused event. */
const signaturesOf = (header: string): readonly Uint8Array<ArrayBuffer>[] =>
  header
    .split(" ")
    .filter((part) => part.startsWith("v1,"))
    .slice(0, 8)
    .map((part) => decoded(part.slice("v1,".length)))
    .filter((bytes) => bytes !== undefined);

/**
 * Checks the attempt's age, then the signature over the raw bytes by the keys of the trust list.
 * @param now seconds of the epoch
 */
export const verify = async (headers: Headers, raw: Uint8Array, keys: readonly SigningKey[], now: number): Promise<Verdict> => {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signature = headers.get("webhook-signature");
  if (!id || !timestamp || !signature)
    return unverified("not-signed", "A delivery has the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks).");
  if (!/^[\x21-\x7e]{1,128}$/.test(id)) return unverified("not-signed", "webhook-id must be 1 to 128 visible ASCII characters.");
  if (!/^\d{1,12}$/.test(timestamp)) return unverified("bad-timestamp", "webhook-timestamp must be seconds since 1970, as digits.");
  const age = now - Number(timestamp);
  if (Math.abs(age) > TOLERANCE) {
    const direction = age > 0 ? "old" : "ahead";
    return unverified(
      "bad-timestamp",
      `webhook-timestamp is ${Math.abs(age)} seconds ${direction}. Sign each attempt anew, by a clock that is right.`,
    );
  }
  const content = signedContent(id, timestamp, raw);
  const signatures = signaturesOf(signature);
  for (const key of keys)
    for (const candidate of signatures)
      if (await crypto.subtle.verify("HMAC", key.hmac, candidate, content))
        return { kind: "verified", id, timestamp, signature, key: key.name };
  return unverified("bad-signature", "No signature in webhook-signature is by a key of this body over these bytes.");
};
