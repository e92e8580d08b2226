import { explainUnsafePoint } from "../meeting/ed25519-point.ts";
import { LIMITS } from "../meeting/limits.ts";
import { succeed } from "../meeting/result.ts";
import { rejectDelivery, type SignedHeaders, type Verification } from "./delivery-headers.ts";

/** Standard Webhooks 1.0: the signed content is `{id}.{timestamp}.{raw body}`, so it is checked before it is read. */

/** How a key signs: `v1` by HMAC-SHA256 with a shared secret, `v1a` by Ed25519, of which the service knows the public half only. */
type Scheme = "v1" | "v1a";

const ALGORITHM: Record<Scheme, string> = { v1: "HMAC", v1a: "Ed25519" };

/** A signature of another length is none; for Ed25519 the platform would throw. */
const SIGNATURE_OCTETS: Record<Scheme, number> = { v1: 32, v1a: 64 };

/** The half of an Ed25519 signature that is a point, R. */
const R_OCTETS = 32;

/** A key of the trust list, or the one that a sender signs with. */
export interface NamedKey {
  readonly name: string;
  readonly scheme: Scheme;
  readonly key: CryptoKey;
}

export const decodeBase64 = (base64Text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(base64Text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const decodeAfter = (text: string, prefix: string): Uint8Array<ArrayBuffer> | undefined =>
  text.startsWith(prefix) ? decodeBase64(text.slice(prefix.length)) : undefined;

const importSecret = async (name: string, secret: string): Promise<NamedKey | undefined> => {
  const bytes = decodeAfter(secret, "whsec_");
  if (!bytes || bytes.length < 24 || bytes.length > 64) return undefined;
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  return { name, scheme: "v1", key };
};

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410 §7). */
const PKCS8_HEAD = decodeBase64("MC4CAQAwBQYDK2VwBCIEIA==") ?? [];

const importPrivateKey = async (name: string, secret: string): Promise<NamedKey | undefined> => {
  const bytes = decodeAfter(secret, "whsk_");
  if (bytes?.length !== 32 && bytes?.length !== 64) return undefined;
  const pkcs8 = new Uint8Array([...PKCS8_HEAD, ...bytes.subarray(0, 32)]);
  return { name, scheme: "v1a", key: await crypto.subtle.importKey("pkcs8", pkcs8, { name: "Ed25519" }, false, ["sign"]) };
};

/** The `whpk_` public key of a `whsk_` private one. Undefined where it is none. */
export const computePublicKey = async (secret: string): Promise<string | undefined> => {
  const bytes = decodeAfter(secret, "whsk_");
  if (bytes?.length !== 32) return undefined;
  const key = await crypto.subtle.importKey("pkcs8", new Uint8Array([...PKCS8_HEAD, ...bytes]), { name: "Ed25519" }, true, ["sign"]);
  const exported = await crypto.subtle.exportKey("jwk", key);
  const x = "x" in exported ? exported.x : undefined;
  return x === undefined ? undefined : `whpk_${Uint8Array.fromBase64(x, { alphabet: "base64url" }).toBase64()}`;
};

/** A secret to sign with: `whsec_` and the Base64 of 24 to 64 bytes, or `whsk_` and that of an Ed25519 key. Undefined where it is neither. */
export const importSigningKey = async (name: string, secret: string): Promise<NamedKey | undefined> =>
  (await importSecret(name, secret)) ?? (await importPrivateKey(name, secret));

/** The 32 bytes of a `whpk_` public key, or undefined where it is none. */
export const decodePublicKey = (publicKey: string): Uint8Array<ArrayBuffer> | undefined => {
  const bytes = decodeAfter(publicKey, "whpk_");
  return bytes?.length === 32 ? bytes : undefined;
};

/** `whpk_` and the Base64 of the 32 bytes of an Ed25519 public key. Undefined where it is none, or one under which anyone can sign. */
export const importPublicKey = async (name: string, publicKey: string): Promise<NamedKey | undefined> => {
  const bytes = decodePublicKey(publicKey);
  if (!bytes || explainUnsafePoint(bytes) !== undefined) return undefined;
  return { name, scheme: "v1a", key: await crypto.subtle.importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]) };
};

const joinSignedContent = (id: string, timestamp: string, raw: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const content = new Uint8Array(head.length + raw.length);
  content.set(head);
  content.set(raw, head.length);
  return content;
};

const encodeBase64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/**
 * The three headers of a delivery, signed by one key or by several, any of which its receiver may know. `timestamp` is this attempt's, in
 * seconds; `id` is the same on every retry.
 */
export const signHeaders = async (
  keys: readonly NamedKey[],
  id: string,
  timestamp: number,
  raw: Uint8Array,
): Promise<Record<string, string>> => {
  const content = joinSignedContent(id, String(timestamp), raw);
  const signatures = keys.map(
    async ({ scheme, key }) => `${scheme},${encodeBase64(await crypto.subtle.sign(ALGORITHM[scheme], key, content))}`,
  );
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": (await Promise.all(signatures)).join(" "),
  };
};

interface Candidate {
  readonly scheme: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a runtime may be asked about: of points at which they differ none is, so that all say the same. */
const isWellFormed = ({ scheme, bytes }: Candidate, asked: Scheme): boolean =>
  scheme === asked &&
  bytes.length === SIGNATURE_OCTETS[asked] &&
  (asked === "v1" || explainUnsafePoint(bytes.subarray(0, R_OCTETS)) === undefined);

/** Several signatures, separated by spaces, let a sender change keys without a refused event. */
const readSignatures = (header: string): readonly Candidate[] =>
  header
    .split(" ")
    .slice(0, LIMITS.signatures.max)
    .flatMap((part) => {
      const [scheme = "", text = ""] = part.split(",");
      const bytes = decodeBase64(text);
      return bytes ? [{ scheme, bytes }] : [];
    });

/** Checks the signature over the raw bytes by the keys of the trust list. */
export const verifySignature = async (
  { id, timestamp, signature }: SignedHeaders,
  raw: Uint8Array,
  keys: readonly NamedKey[],
): Promise<Verification> => {
  const content = joinSignedContent(id, timestamp, raw);
  const signatures = readSignatures(signature);
  for (const { name, scheme, key } of keys)
    for (const { bytes } of signatures.filter((candidate) => isWellFormed(candidate, scheme)))
      if (await crypto.subtle.verify(ALGORITHM[scheme], key, bytes, content)) return succeed({ id, timestamp, signature, key: name });
  return rejectDelivery("bad-signature", "No signature in webhook-signature is by a key of this body over these bytes.");
};
