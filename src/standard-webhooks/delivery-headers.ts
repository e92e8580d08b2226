import { LIMITS } from "../meeting/limits.ts";

/** What the three headers say, before anything is proved. */
export interface Attempt {
  readonly id: string;
  /** Seconds of the epoch, as sent: the text is signed. */
  readonly timestamp: string;
  readonly signature: string;
}

export interface Unverified {
  readonly kind: "unverified";
  readonly reason: "not-signed" | "bad-signature" | "bad-timestamp";
  readonly detail: string;
}

export type Verdict = (Attempt & { readonly kind: "verified"; readonly key: string }) | Unverified;

export const unverified = (reason: Unverified["reason"], detail: string): Unverified => ({ kind: "unverified", reason, detail });

export const idDoubt = (id: string): Unverified | undefined =>
  id.length <= LIMITS.id.most && /^[\x21-\x7e]+$/.test(id)
    ? undefined
    : unverified("not-signed", `webhook-id must be 1 to ${LIMITS.id.most} visible ASCII characters.`);

/** @param now seconds of the epoch */
export const timeDoubt = (timestamp: string, now: number): Unverified | undefined => {
  if (!/^\d{1,12}$/.test(timestamp)) return unverified("bad-timestamp", "webhook-timestamp must be seconds since 1970, as digits.");
  const age = now - Number(timestamp);
  if (Math.abs(age) <= LIMITS.skew.most) return undefined;
  const direction = age > 0 ? "old" : "ahead";
  return unverified(
    "bad-timestamp",
    `webhook-timestamp is ${Math.abs(age)} seconds ${direction}. Sign each attempt anew, by a clock that is right.`,
  );
};

/**
 * The headers of an attempt, if they are there and of an age: asked before the body is read.
 * @param now seconds of the epoch
 */
export const attemptOf = (headers: Headers, now: number): (Attempt & { readonly kind: "attempt" }) | Unverified => {
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signature = headers.get("webhook-signature");
  if (!id || !timestamp || !signature)
    return unverified("not-signed", "A delivery has the headers webhook-id, webhook-timestamp and webhook-signature (Standard Webhooks).");
  return idDoubt(id) ?? timeDoubt(timestamp, now) ?? { kind: "attempt", id, timestamp, signature };
};
