import { kindOf, type BodyKey, type ListedKey } from "../meeting/body-key.ts";
import { readKeys } from "../store/client.ts";
import { ok, problem } from "./checked.ts";
import { fingerprintOf } from "../standard-webhooks/digest.ts";
import { listRequest } from "../standard-webhooks/operator-requests.ts";
import { readSigned, respond } from "./signed-request.ts";
import { publicBytes } from "../standard-webhooks/signature.ts";

const listed = async ({ publicKey, tokenDigest, ...key }: BodyKey): Promise<ListedKey> => {
  const bytes = publicKey === undefined ? undefined : publicBytes(publicKey);
  return { ...key, kind: kindOf({ publicKey, tokenDigest }), ...(bytes && { fingerprint: await fingerprintOf(bytes) }) };
};

/**
 * Tells the operator which keys may speak for a body. Not public, and no GET: what asks is signed, like an event.
 * @param now milliseconds of the epoch
 */
export const listKeys = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respond("keys.list", body, async () => {
    const asked = await readSigned(request, body, env, now, listRequest);
    if (asked.kind === "problem") return asked;
    const keys = await readKeys(env, body);
    return keys ? ok({ keys: await Promise.all(keys.map(listed)) }) : problem("no-such-body", `No body is registered as "${body}".`);
  });
