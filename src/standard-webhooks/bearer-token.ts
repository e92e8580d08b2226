import { idDoubt, timeDoubt, unverified, type Unverified, type Verdict } from "./delivery-headers.ts";
import { sha256 } from "./digest.ts";

/** What comes from a sender that can't sign: a token of ours in its place. */
export interface BearerAttempt {
  readonly kind: "bearer";
  /** Absent where the sender can't make one: then the bytes are their own id. */
  readonly id: string | undefined;
  readonly timestamp: string;
  readonly token: string;
}

/** 32 bytes of chance, which no one guesses: so its plain SHA-256 may be stored, and compared as it is. */
const TOKEN = /^Bearer (plt_[A-Za-z0-9_-]{43})$/i;

export const newToken = (): string =>
  `plt_${crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true })}`;

export const digestOf = (token: string): Promise<string> => sha256(new TextEncoder().encode(token));

/** Whether a delivery comes with a token instead of a signature. */
export const isBearer = (headers: Headers): boolean => headers.has("authorization") && !headers.has("webhook-signature");

/**
 * The headers of a delivery with a token. webhook-id and webhook-timestamp may be absent: the time at which it happened is in the event.
 * @param isAllowed by the operator
 * @param now seconds of the epoch
 */
export const bearerOf = (headers: Headers, isAllowed: boolean, now: number): BearerAttempt | Unverified => {
  if (!isAllowed)
    return unverified(
      "not-signed",
      "This service takes no bearer tokens: its operator did not allow them. Sign the delivery (Standard Webhooks).",
    );
  const token = TOKEN.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return unverified("not-signed", "Authorization must be Bearer and a token: plt_ and 43 characters.");
  const id = headers.get("webhook-id") ?? undefined;
  const timestamp = headers.get("webhook-timestamp") ?? String(now);
  return (id === undefined ? undefined : idDoubt(id)) ?? timeDoubt(timestamp, now) ?? { kind: "bearer", id, timestamp, token };
};

/** A token of a key, as it is stored. */
export interface NamedToken {
  readonly name: string;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/**
 * Finds the key of a token.
 * @param digest of the bytes
 */
export const verifyBearer = async (
  { id, timestamp, token }: BearerAttempt,
  digest: string,
  tokens: readonly NamedToken[],
): Promise<Verdict> => {
  const own = await digestOf(token);
  const key = tokens.find((known) => known.digest === own)?.name;
  return key === undefined
    ? unverified("bad-signature", "The token is none of a key of this body.")
    : { kind: "verified", id: id ?? `sha256-${digest}`, timestamp, signature: "bearer", key };
};
