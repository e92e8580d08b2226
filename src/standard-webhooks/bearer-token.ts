import { succeed, type Result } from "../meeting/result.ts";
import { checkId, checkTimestamp, OWN_ID, rejectDelivery, type Unverified, type Verification } from "./delivery-headers.ts";
import { computeSha256 } from "./digest.ts";

/** What comes from a sender that can't sign: a token of ours in its place. */
export interface BearerHeaders {
  /** Absent where the sender can't make one: then the bytes are their own id. */
  readonly id: string | undefined;
  readonly timestamp: string;
  readonly token: string;
}

/** 32 random bytes, which no one guesses: so its plain SHA-256 may be stored, and compared as it is. */
const TOKEN = /^Bearer (plt_[A-Za-z0-9_-]{43})$/i;

export const createToken = (): string =>
  `plt_${crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: "base64url", omitPadding: true })}`;

export const hashToken = (token: string): Promise<string> => computeSha256(new TextEncoder().encode(token));

/** Whether a delivery comes with a token instead of a signature. */
export const isBearer = (headers: Headers): boolean => headers.has("authorization") && !headers.has("webhook-signature");

/**
 * The headers of a delivery with a token. webhook-id and webhook-timestamp may be absent: the time at which it happened is in the event.
 * @param isAllowed by the operator
 * @param now seconds of the epoch
 */
export const readBearerHeaders = (headers: Headers, isAllowed: boolean, now: number): Result<BearerHeaders, Unverified> => {
  if (!isAllowed)
    return rejectDelivery(
      "not-signed",
      "This service takes no bearer tokens: its operator did not allow them. Sign the delivery (Standard Webhooks).",
    );
  const token = TOKEN.exec(headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return rejectDelivery("not-signed", "Authorization must be Bearer and a token: plt_ and 43 characters.");
  const id = headers.get("webhook-id") ?? undefined;
  const timestamp = headers.get("webhook-timestamp") ?? String(now);
  return (id === undefined ? undefined : checkId(id)) ?? checkTimestamp(timestamp, now) ?? succeed({ id, timestamp, token });
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
export const verifyToken = async (
  { id, timestamp, token }: BearerHeaders,
  digest: string,
  tokens: readonly NamedToken[],
): Promise<Verification> => {
  const own = await hashToken(token);
  const key = tokens.find((known) => known.digest === own)?.name;
  return key === undefined
    ? rejectDelivery("bad-signature", "The token is none of a key of this body.")
    : succeed({ id: id ?? `${OWN_ID}${digest}`, timestamp, signature: "bearer", key });
};
