import { NOTICE_DAYS, type BodyKey, type ListedKey } from "../../meeting/body-key.ts";
import { hashToken, createToken } from "../../standard-webhooks/bearer-token.ts";
import { deriveSecret } from "../../standard-webhooks/derived-secret.ts";
import { computeFingerprint } from "../../standard-webhooks/digest.ts";
import { createWebhookId, type PostResult } from "../../standard-webhooks/client.ts";
import { decodePublicKey } from "../../standard-webhooks/signature.ts";
import { sendEvent, sendRequest, type Sender } from "../send/client.ts";

/** A key that is to be added: of which kind, and how it is limited. */
export interface NewKey extends Pick<BodyKey, "name" | "generation" | "meeting" | "events" | "rights" | "dryRunsOnly" | "until"> {
  /** A public key to enrol; else a secret that is derived, or a token that is made. */
  readonly proof: { readonly publicKey: string } | "derived" | "bearer";
}

/** What the sender needs, printed once: it is stored nowhere. */
interface Added {
  readonly sent: PostResult;
  readonly words: readonly string[];
}

/** A new Ed25519 pair, as words for the one who is to sign with it. */
export const createKeyPair = async (): Promise<readonly string[]> => {
  const pair = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("An Ed25519 key is a pair.");
  const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  // The seed is the last 32 bytes of PKCS #8 (RFC 8410 §7).
  const seed = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)).slice(-32);
  return [
    `secret       whsk_${Buffer.from(seed).toString("base64")}`,
    `public key   whpk_${Buffer.from(raw).toString("base64")}`,
    `fingerprint  ${await computeFingerprint(raw)}`,
    "",
    "The secret is shown this once: keep it where only its sender can read it, and send with PLENARY_KEY=whsk_...",
    "Give the public key to the operator, and read the fingerprint out by another way. The operator runs:",
    "  npm run plenary -- keys add NAME --body ID --public whpk_...",
  ];
};

const send = ({ sender, body, now }: KeyContext, type: string, data: object): Promise<PostResult> =>
  sendEvent(sender, body, createWebhookId(), { type, timestamp: new Date(now).toISOString(), data: { body, ...data } }, now);

/** Where the operator's events about keys go, and when. */
export interface KeyContext {
  readonly sender: Sender;
  readonly body: string;
  /** Milliseconds of the epoch. */
  readonly now: number;
}

const SHOWN_ONCE = "It is shown this once and stored nowhere.";

/** Adds a key to a body's trust list, and says what its sender has to know. */
export const sendKey = async (at: KeyContext, { proof, ...limited }: NewKey): Promise<Added> => {
  const { until } = limited;
  if (until !== undefined && Date.parse(until) <= at.now) throw new Error(`${until} has passed: the key would be refused at each use.`);
  if (proof === "bearer") {
    const token = createToken();
    const sent = await send(at, "key.added", { key: { ...limited, tokenDigest: await hashToken(token) } });
    return {
      sent,
      words: [`token        ${token}`, SHOWN_ONCE, 'PostResult as "Authorization: Bearer plt_...", where the service allows it.'],
    };
  }
  if (proof === "derived") {
    const { generation = 1, name } = limited;
    const secret = await deriveSecret(at.sender.secret, { body: at.body, name, generation });
    if (secret === undefined) throw new Error("A secret is derived from the operator's: PLENARY_KEY must be the operator's whsec_ key.");
    const sent = await send(at, "key.added", { key: { ...limited, generation } });
    return { sent, words: [`secret       ${secret}`, SHOWN_ONCE] };
  }
  const bytes = decodePublicKey(proof.publicKey);
  const sent = await send(at, "key.added", { key: { ...limited, publicKey: proof.publicKey } });
  return { sent, words: bytes ? [`fingerprint  ${await computeFingerprint(bytes)}`, "It must be what the sender reads out."] : [] };
};

/** Ends a key at once: one generation of its name, or all. */
export const revokeKey = (at: KeyContext, name: string, generation: number | undefined): Promise<PostResult> =>
  send(at, "key.revoked", { name, ...(generation !== undefined && { generation }) });

const DAY = 86_400_000;

const describeExpiry = (until: string, now: number): string => {
  const days = Math.floor((Date.parse(until) - now) / DAY);
  if (days < 0) return `EXPIRED ${until}`;
  return days < NOTICE_DAYS ? `until ${until}: EXPIRES IN ${days} ${days === 1 ? "DAY" : "DAYS"}` : `until ${until}`;
};

const formatKey = (
  { name, generation = 1, kind, fingerprint, label, lastUsed, meeting, events, rights, dryRunsOnly, invites, until }: ListedKey,
  now: number,
): string =>
  [
    `${name}${generation === 1 ? "" : `, generation ${generation}`}`.padEnd(28),
    kind.padEnd(8),
    fingerprint ?? "",
    label ?? "",
    meeting === undefined ? "all meetings" : `meeting ${meeting}`,
    invites ? "invites once" : "",
    dryRunsOnly ? "tries only" : events ? events.join(" ") : "all events",
    rights ? `may ${rights.join(" ")}` : "",
    lastUsed === undefined ? "never used" : `last used ${lastUsed}`,
    until === undefined ? "without end" : describeExpiry(until, now),
  ]
    .filter(Boolean)
    .join("  ");

/** The keys of a body, one a line, with their limits and a warning where one ends soon. */
export const fetchKeys = async ({ sender, body, now }: KeyContext): Promise<readonly string[]> => {
  const answered = await sendRequest(sender, "keys/list", { request: "keys.list", body }, now);
  if (!answered.ok) throw new Error(answered.error.detail);
  const { keys } = answered.value as { readonly keys: readonly ListedKey[] };
  return keys.length > 0 ? keys.map((key) => formatKey(key, now)) : ["The body has no key of its own: the operator's alone speaks for it."];
};
