import { createLruCache } from "../cache/lru-cache.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { formatKeyId, type BodyKey } from "../meeting/body-key.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { verifyToken, type BearerHeaders, type NamedToken } from "../standard-webhooks/bearer-token.ts";
import type { SignedHeaders, Verification } from "../standard-webhooks/delivery-headers.ts";
import { splitSecrets } from "../standard-webhooks/operator-secrets.ts";
import { importSigningKey, verifySignature, type NamedKey } from "../standard-webhooks/signature.ts";
import { importVerificationKeys } from "../standard-webhooks/verification-keys.ts";
import { readKeys } from "../store/client.ts";

const importOperatorKeys = async (setting: string): Promise<readonly NamedKey[] | undefined> => {
  const secrets = splitSecrets(setting);
  const keys = (await Promise.all(secrets.map((secret) => importSigningKey("operator", secret)))).filter((key) => key !== undefined);
  return keys.length > 0 && keys.length === secrets.length && keys.every(({ scheme }) => scheme === "v1") ? keys : undefined;
};

let operator: { readonly setting: string; readonly keys: Promise<readonly NamedKey[] | undefined> } | undefined;

/** The keys that may speak for every body; imported once for each setting. */
export const readOperatorKeys = async (env: Env): Promise<Result<readonly NamedKey[], Problem>> => {
  const { PLENARY_OPERATOR_KEY: setting } = env;
  if (!setting) return refuse("door-shut", "This service has no key yet, so it takes no event. Its operator sets PLENARY_OPERATOR_KEY.");
  if (operator?.setting !== setting) operator = { setting, keys: importOperatorKeys(setting) };
  const keys = await operator.keys;
  return keys
    ? succeed(keys)
    : refuse("door-shut", "PLENARY_OPERATOR_KEY is not a secret: it must be whsec_ and the Base64 of 24 to 64 bytes.");
};

/** A body's own keys, as they were read at a time. */
interface KeyRing {
  readonly keys: readonly NamedKey[];
  readonly tokens: readonly NamedToken[];
  readonly at: number;
}

/** Keys that are remembered as they were imported, and bodies whose keys are. */
const MAX_KEYS = 1000;
const MAX_BODIES = 10_000;

const importedKeys = createLruCache<readonly NamedKey[]>(MAX_KEYS);

/** A key of a body is imported once in this process. */
const importKey = async (env: Env, body: string, key: BodyKey): Promise<readonly NamedKey[]> => {
  const setting = env.PLENARY_OPERATOR_KEY ?? "";
  const which = JSON.stringify([body, formatKeyId(key), key.publicKey, setting]);
  const known = importedKeys.get(which);
  if (known) return known;
  const keys = await importVerificationKeys(key, body, splitSecrets(setting));
  importedKeys.set(which, keys, 1);
  return keys;
};

const keyRings = createLruCache<KeyRing>(MAX_BODIES);

/** Milliseconds: a body is asked for its keys no more often, whoever sends. */
const REREAD_AFTER = 1000;

/** How often keys changed through this process, whosever. */
let changes = 0;

const readKeyRing = async (env: Env, body: string, now: number): Promise<KeyRing> => {
  const changesBefore = changes;
  const keys = await readKeys(env, body);
  // Anyone may name a body that is not there: nothing is kept of that.
  if (!keys) return { keys: [], tokens: [], at: now };
  const ring = {
    keys: (await Promise.all(keys.map((key) => importKey(env, body, key)))).flat(),
    tokens: keys.flatMap((key) => (key.tokenDigest === undefined ? [] : [{ name: formatKeyId(key), digest: key.tokenDigest }])),
    at: now,
  };
  // What was read before a change may lack it.
  if (changes === changesBefore) keyRings.set(body, ring, 1);
  return ring;
};

/** After an event about the body's keys: they are read anew. */
export const invalidateKeyRing = (body: string): void => {
  changes += 1;
  keyRings.delete(body);
};

/** How a delivery says who sends it, with the bytes that it came with and their SHA-256. */
export interface Credentials {
  readonly headers: SignedHeaders | BearerHeaders;
  readonly raw: Uint8Array;
  readonly digest: string;
}

const verify = (
  { headers, raw, digest }: Credentials,
  { keys, tokens }: Pick<KeyRing, "keys" | "tokens">,
  refused: ReadonlySet<string>,
): Promise<Verification> => {
  const isAsked = ({ name }: { readonly name: string }): boolean => !refused.has(name);
  return "token" in headers ? verifyToken(headers, digest, tokens.filter(isAsked)) : verifySignature(headers, raw, keys.filter(isAsked));
};

/**
 * Verifies a delivery by the keys that may speak for a body, never by what the request says of them. The body is asked for
 * them only where no key that is known here signed; a key that was revoked meanwhile is refused by the body itself.
 * @param refused names of keys that the body has refused for this delivery
 * @param now milliseconds of the epoch
 */
export const verifyCredentials = async (
  env: Env,
  body: string,
  operators: readonly NamedKey[],
  credentials: Credentials,
  refused: ReadonlySet<string>,
  now: number,
): Promise<Verification> => {
  const known = keyRings.get(body);
  const verified = await verify(credentials, { keys: [...operators, ...(known?.keys ?? [])], tokens: known?.tokens ?? [] }, refused);
  const wasJustRead = known !== undefined && Math.abs(now - known.at) < REREAD_AFTER;
  return verified.ok || wasJustRead ? verified : verify(credentials, await readKeyRing(env, body, now), refused);
};
