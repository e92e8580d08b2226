import { getKeyKind, type BodyKey, type ListedKey } from "../meeting/body-key.ts";
import { readKeys } from "../store/client.ts";
import { refuse } from "../http/problems.ts";
import { succeed } from "../meeting/result.ts";
import { computeFingerprint } from "../standard-webhooks/digest.ts";
import { listRequest } from "../standard-webhooks/operator-requests.ts";
import { readSignedRequest, respondToRequest } from "./signed-request.ts";
import { decodePublicKey } from "../standard-webhooks/signature.ts";

const describeKey = async ({ publicKey, tokenDigest, ...key }: BodyKey): Promise<ListedKey> => {
  const bytes = publicKey === undefined ? undefined : decodePublicKey(publicKey);
  return { ...key, kind: getKeyKind({ publicKey, tokenDigest }), ...(bytes && { fingerprint: await computeFingerprint(bytes) }) };
};

/**
 * Tells the operator which keys may speak for a body. Not public, and no GET: what asks is signed, like an event.
 * @param now milliseconds of the epoch
 */
export const listKeys = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("keys.list", body, async () => {
    const asked = await readSignedRequest(request, body, env, now, listRequest);
    if (!asked.ok) return asked;
    const keys = await readKeys(env, body);
    return keys
      ? succeed({ keys: await Promise.all(keys.map(describeKey)) })
      : refuse("no-such-body", `No body is registered as "${body}".`);
  });
