import * as z from "zod/mini";
import { explainUnsafePoint } from "./ed25519-point.ts";
import { meetingId } from "./identifiers.ts";
import { limitCharacters } from "./text.ts";

/** Names a key for ever, in the log and to the public. The operator's own is "operator". */
export const keyName = z.string().check(
  z.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "must be lower-case letters, digits and hyphens"),
  z.refine((name: string) => name !== "operator", "is the operator's own"),
);

/** Goes up each time when a name gets another key; 1 where it is absent. */
export const generation = z.int().check(z.minimum(1), z.maximum(9999));

/**
 * What a key may beside sending events of meetings; the operator's may all. `replace`: state a whole programme anew, whatever was reported
 * since. `keys`: add and revoke keys that may no more than itself, and have no such right. `endpoints`: name where news is sent to. `news`: clear
 * news that goes out to people.
 */
export const RIGHTS = ["replace", "keys", "endpoints", "news"] as const;

/** How a key proves who sends: `v1a` by its public half, `v1` by a secret derived from the operator's, or a bearer token by its hash. */
export type KeyKind = "Ed25519" | "derived" | "bearer";

interface KeyProof {
  readonly publicKey?: string | undefined;
  readonly tokenDigest?: string | undefined;
}

export const getKeyKind = ({ publicKey, tokenDigest }: KeyProof): KeyKind =>
  publicKey !== undefined ? "Ed25519" : tokenDigest !== undefined ? "bearer" : "derived";

const PUBLIC_KEY = /^whpk_[A-Za-z0-9+/]{43}=$/;

export const publicKeyText = z.string().check(z.regex(PUBLIC_KEY, "must be whpk_ and the Base64 of an Ed25519 public key"), (context) => {
  if (!PUBLIC_KEY.test(context.value)) return;
  const message = explainUnsafePoint(Uint8Array.from(atob(context.value.slice("whpk_".length)), (character) => character.charCodeAt(0)));
  if (message !== undefined) context.issues.push({ code: "custom", input: context.value, message });
});

/**
 * A key of a body's trust list. Any key may be limited: to one meeting, to named events, in time; a bearer token always is.
 * @param types of the events that a body's key may send
 */
export const buildBodyKeySchema = (types: readonly string[], instant: z.ZodMiniType<string>) =>
  z
    .strictObject({
      name: keyName,
      /** Alone it says that the secret is derived from the operator's, for this name and generation. */
      generation: z.optional(generation),
      publicKey: z.optional(publicKeyText),
      /** SHA-256 of the token, in hexadecimal. */
      tokenDigest: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/, "must be the SHA-256 of a token, in hexadecimal"))),
      /** Whose it is, as colleagues say: told to those who hold a key of the body, and to nobody else. */
      label: z.optional(limitCharacters(80)),
      meeting: z.optional(meetingId),
      events: z.optional(
        z
          .array(z.string().check(z.refine((type: string) => types.includes(type), "is no event about a meeting")))
          .check(z.minLength(1), z.maxLength(50)),
      ),
      /** What it may do beside sending its events. */
      rights: z.optional(z.array(z.enum(RIGHTS)).check(z.minLength(1))),
      /** It may try events, and send none. */
      dryRunsOnly: z.optional(z.literal(true)),
      /** It is an invitation: it adds one key, of the browser that accepts it, which has its other limits, and is spent. */
      invites: z.optional(z.literal(true)),
      until: z.optional(instant),
    })
    .check((context) => {
      const { value } = context;
      const wrong = (name: string, message: string) => context.issues.push({ code: "custom", input: value, path: [name], message });
      if (value.publicKey !== undefined && value.tokenDigest !== undefined) wrong("tokenDigest", "can't stand beside a public key");
      if (getKeyKind(value) === "derived" && value.generation === undefined)
        wrong("publicKey", "must be there, or the digest of a token, or the generation of a derived secret");
      if (value.invites && value.publicKey === undefined) wrong("publicKey", "must be there: an invitation is a key of its own");
      if (value.invites && value.until === undefined) wrong("until", "must be there: an invitation ends");
      if (value.tokenDigest !== undefined)
        for (const name of ["meeting", "events", "until"] as const)
          if (value[name] === undefined) wrong(name, "must be there: a bearer token is limited to a meeting, to events, and in time");
    });

export type BodyKey = z.infer<ReturnType<typeof buildBodyKeySchema>>;

/** Days before its end when a key is told of: long enough to make another, to have it added and to try it. */
export const NOTICE_DAYS = 14;

/** What the log calls a key: its name, and from the second generation on `name.2`. */
export const formatKeyId = ({ name, generation: number = 1 }: Pick<BodyKey, "name" | "generation">): string =>
  number === 1 ? name : `${name}.${number}`;

/** A key, and when an event came by it last. */
export type UsedKey = BodyKey & { readonly lastUsed?: string | undefined };

/** A key as those see it who may know of it: nothing that proves it. */
export interface ListedKey extends Pick<
  UsedKey,
  "lastUsed" | "label" | "name" | "generation" | "meeting" | "events" | "rights" | "dryRunsOnly" | "invites" | "until"
> {
  readonly kind: KeyKind;
  readonly fingerprint?: string;
}
