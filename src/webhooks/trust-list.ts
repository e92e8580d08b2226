import { bounded } from "../cache/lru-cache.ts";
import { keyIdOf, type BodyKey } from "../meeting/body-key.ts";
import { readKeys } from "../store/client.ts";
import type { Attempt, Verdict } from "../standard-webhooks/delivery-headers.ts";
import { verifyBearer, type BearerAttempt, type NamedToken } from "../standard-webhooks/bearer-token.ts";
import { verifiersOf } from "../standard-webhooks/verification-keys.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { operatorSecrets } from "../standard-webhooks/operator-secrets.ts";
import { importSigningKey, verify, type NamedKey } from "../standard-webhooks/signature.ts";

const importOperator = async (setting: string): Promise<readonly NamedKey[] | undefined> => {
  const secrets = operatorSecrets(setting);
  const keys = (await Promise.all(secrets.map((secret) => importSigningKey("operator", secret)))).filter((key) => key !== undefined);
  return keys.length > 0 && keys.length === secrets.length && keys.every(({ scheme }) => scheme === "v1") ? keys : undefined;
};

let operator: { readonly setting: string; readonly keys: Promise<readonly NamedKey[] | undefined> } | undefined;

/** The keys that may speak for every body; imported once for each setting. */
export const operatorTrust = async (env: Env): Promise<Checked<readonly NamedKey[]>> => {
  const { PLENARY_OPERATOR_KEY: setting } = env;
  if (!setting) return problem("door-shut", "This service has no key yet, so it takes no event. Its operator sets PLENARY_OPERATOR_KEY.");
  if (operator?.setting !== setting) operator = { setting, keys: importOperator(setting) };
  const keys = await operator.keys;
  return keys
    ? ok(keys)
    : problem("door-shut", "PLENARY_OPERATOR_KEY is not a secret: it must be whsec_ and the Base64 of 24 to 64 bytes.");
};

/** Whether the operator lets senders that can't sign send a token. */
export const allowsBearer = ({ PLENARY_BEARER_TOKENS }: Env): boolean => PLENARY_BEARER_TOKENS === "allowed";

/** A body's own keys, as they were read at a time. */
interface Own {
  readonly keys: readonly NamedKey[];
  readonly tokens: readonly NamedToken[];
  readonly at: number;
}

const imported = bounded<readonly NamedKey[]>(1000);

/** A key of the trust list is imported once in this process. */
const importKey = async (env: Env, body: string, key: BodyKey): Promise<readonly NamedKey[]> => {
  const setting = env.PLENARY_OPERATOR_KEY ?? "";
  const which = JSON.stringify([body, keyIdOf(key), key.publicKey, setting]);
  const known = imported.get(which);
  if (known) return known;
  const keys = await verifiersOf(key, body, operatorSecrets(setting));
  imported.set(which, keys, 1);
  return keys;
};

/** Bodies. */
const MOST = 10_000;

const owns = bounded<Own>(MOST);

/** Milliseconds: a body is asked for its keys no more often, whoever knocks. */
const PAUSE = 1000;

/** How often keys changed through this process, whosever. */
let changes = 0;

const readOwn = async (env: Env, body: string, now: number): Promise<Own> => {
  const asked = changes;
  const all = await readKeys(env, body);
  // Anyone may name a body that is not there: nothing is kept of that.
  if (!all) return { keys: [], tokens: [], at: now };
  const own = {
    keys: (await Promise.all(all.map((key) => importKey(env, body, key)))).flat(),
    tokens: all.flatMap((key) => (key.tokenDigest === undefined ? [] : [{ name: keyIdOf(key), digest: key.tokenDigest }])),
    at: now,
  };
  // What was read before a change may lack it.
  if (changes === asked) owns.set(body, own, 1);
  return own;
};

/** After an event about the body's keys: they are read anew. */
export const forgetKeys = (body: string): void => {
  changes += 1;
  owns.delete(body);
};

type Names = ReadonlySet<string>;

/** How a delivery says who sends it, with the bytes that it came with and their SHA-256. */
export interface Proof {
  readonly attempt: (Attempt & { readonly kind: "attempt" }) | BearerAttempt;
  readonly raw: Uint8Array;
  readonly digest: string;
}

const prove = ({ attempt, raw, digest }: Proof, { keys, tokens }: Pick<Own, "keys" | "tokens">, not: Names): Promise<Verdict> => {
  const isAsked = ({ name }: { readonly name: string }): boolean => !not.has(name);
  return attempt.kind === "bearer" ? verifyBearer(attempt, digest, tokens.filter(isAsked)) : verify(attempt, raw, keys.filter(isAsked));
};

/**
 * Verifies a delivery by the keys that may speak for a body, never by what the request says of them. The body is asked for
 * them only where no key that is known here signed; a key that was revoked meanwhile is refused by the body itself.
 * @param not names of keys that the body has refused for this delivery
 * @param now milliseconds of the epoch
 */
export const verifyFor = async (
  env: Env,
  body: string,
  operators: readonly NamedKey[],
  proof: Proof,
  not: Names,
  now: number,
): Promise<Verdict> => {
  const own = owns.get(body);
  const verdict = await prove(proof, { keys: [...operators, ...(own?.keys ?? [])], tokens: own?.tokens ?? [] }, not);
  const wasJustRead = own !== undefined && Math.abs(now - own.at) < PAUSE;
  return verdict.kind === "verified" || wasJustRead ? verdict : prove(proof, await readOwn(env, body, now), not);
};
