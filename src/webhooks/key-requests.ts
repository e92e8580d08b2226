import { formatKeyId, getKeyKind, type BodyKey, type ListedKey, type UsedKey } from "../meeting/body-key.ts";
import { findRole } from "../meeting/roles.ts";
import { refuse } from "../http/problems.ts";
import { succeed } from "../meeting/result.ts";
import { computeFingerprint } from "../standard-webhooks/digest.ts";
import { keysRequest } from "../standard-webhooks/operator-requests.ts";
import { decodePublicKey } from "../standard-webhooks/signature.ts";
import { askAboutKeys } from "../store/client.ts";
import type { KeyAnswer } from "../store/body/key-holders.ts";
import { readBodyRequest, respondToRequest } from "./signed-request.ts";

const describeKey = async ({ publicKey, tokenDigest, ...key }: UsedKey): Promise<ListedKey> => {
  const bytes = publicKey === undefined ? undefined : decodePublicKey(publicKey);
  return { ...key, kind: getKeyKind({ publicKey, tokenDigest }), ...(bytes && { fingerprint: await computeFingerprint(bytes) }) };
};

/** Of a key that is revoked by now its name alone is known. */
const nameSenders = (senders: Extract<KeyAnswer, { readonly request: "senders.list" }>["senders"], keys: readonly BodyKey[]) => {
  const known = new Map(keys.map((key) => [formatKeyId(key), key]));
  return senders.map(({ id, key: name }) => {
    const key = known.get(name);
    const role = key && findRole(key);
    return { id, name, ...(key?.label !== undefined && { label: key.label }), ...(role !== undefined && { role }) };
  });
};

const describeAnswer = async (answer: KeyAnswer): Promise<object> => {
  switch (answer.request) {
    case "keys.own":
      return answer.key ? { key: await describeKey(answer.key) } : {};
    case "keys.list":
      return { keys: await Promise.all(answer.keys.map(describeKey)) };
    case "senders.list":
      return { senders: nameSenders(answer.senders, answer.keys) };
  }
};

/**
 * Tells who holds a key of a body what it may, which others there are, and by whom events came. Not public, and no GET: what asks is
 * signed, like an event.
 * @param now milliseconds of the epoch
 */
export const answerKeysRequest = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("keys.list", body, async () => {
    const read = await readBodyRequest({ request, body, env, now }, keysRequest);
    if (!read.ok) return read;
    const { asked, key } = read.value;
    const answer = await askAboutKeys(env, asked, key, now);
    if (!answer) return refuse("no-such-body", `No body is registered as "${body}".`);
    return answer.ok ? succeed(await describeAnswer(answer.value)) : refuse("not-permitted", answer.error);
  });
