import { fail, succeed, type Failure, type Result } from "../meeting/result.ts";
import { LIMITS } from "../meeting/limits.ts";

/** What the three headers say, before anything is proved. */
export interface SignedHeaders {
  readonly id: string;
  /** Seconds of the epoch, as sent: the text is signed. */
  readonly timestamp: string;
  readonly signature: string;
}

/** Why a delivery is not known to be by one who may send it. */
export interface Unverified {
  readonly code: "not-signed" | "bad-signature" | "bad-timestamp";
  readonly detail: string;
}

/** The headers of a delivery, and the name of the key that sent it. */
export interface Verified extends SignedHeaders {
  readonly key: string;
}

export type Verification = Result<Verified, Unverified>;

export const rejectDelivery = (code: Unverified["code"], detail: string): Failure<Unverified> => fail({ code, detail });

/** What an id begins with that is made here of the bytes: if a sender could take one, the delivery that it belongs to would be refused. */
export const OWN_ID = "sha256-";

export const checkId = (id: string): Failure<Unverified> | undefined => {
  if (id.length > LIMITS.id.max || !/^[\x21-\x7e]+$/.test(id))
    return rejectDelivery("not-signed", `webhook-id must be 1 to ${LIMITS.id.max} visible ASCII characters.`);
  return id.startsWith(OWN_ID)
    ? rejectDelivery("not-signed", `webhook-id begins with ${OWN_ID}, as those do that a delivery without one is given. Choose another.`)
    : undefined;
};

/** @param now seconds of the epoch */
export const checkTimestamp = (timestamp: string, now: number): Failure<Unverified> | undefined => {
  if (!/^\d{1,12}$/.test(timestamp)) return rejectDelivery("bad-timestamp", "webhook-timestamp must be seconds since 1970, as digits.");
  const age = now - Number(timestamp);
  if (Math.abs(age) <= LIMITS.skew.max) return undefined;
  const direction = age > 0 ? "old" : "ahead";
  return rejectDelivery(
    "bad-timestamp",
    `webhook-timestamp is ${Math.abs(age)} seconds ${direction}. Sign each attempt anew, by a clock that is right.`,
  );
};

/**
 * The headers of a delivery that is signed, if they are there and of an age: asked before the body is read.
 * @param now seconds of the epoch
 */
export const readSignedHeaders = (headers: Headers, now: number): Result<SignedHeaders, Unverified> => {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signature = headers.get("webhook-signature");
  if (!id || !timestamp || !signature)
    return rejectDelivery(
      "not-signed",
      "A delivery has the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks).",
    );
  return checkId(id) ?? checkTimestamp(timestamp, now) ?? succeed({ id, timestamp, signature });
};
