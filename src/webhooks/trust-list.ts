import { bounded } from "../bounded.ts";
import type { BodyKey } from "../meeting/events.ts";
import { readKeys } from "../store/bodies.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { importPublicKey, importSigningKey, verify, type Attempt, type NamedKey, type Verdict } from "./signature.ts";

let operator: { readonly secret: string; readonly key: Promise<NamedKey | undefined> } | undefined;

/** The operator's key, imported once for each secret. */
const operatorKey = (secret: string): Promise<NamedKey | undefined> => {
  if (operator?.secret !== secret) operator = { secret, key: importSigningKey("operator", secret) };
  return operator.key;
};

const imported = new Map<string, Promise<NamedKey | undefined>>();

/** A public key is imported once in this process. */
const publicKeyOf = ({ name, publicKey }: BodyKey): Promise<NamedKey | undefined> => {
  const known = imported.get(name + publicKey);
  if (known) return known;
  const key = importPublicKey(name, publicKey);
  if (imported.size > 1000) imported.clear();
  imported.set(name + publicKey, key);
  return key;
};

/** The key that may speak for every body. */
export const operatorTrust = async (env: Env): Promise<Checked<NamedKey>> => {
  if (!env.PLENARY_OPERATOR_KEY)
    return problem("door-shut", "This service has no key yet, so it takes no event. Its operator sets PLENARY_OPERATOR_KEY.");
  const key = await operatorKey(env.PLENARY_OPERATOR_KEY);
  return key ? ok(key) : problem("door-shut", "PLENARY_OPERATOR_KEY is not a secret: it must be whsec_ and the Base64 of 24 to 64 bytes.");
};

/** A body's own keys, as they were read at a time. */
interface Own {
  readonly keys: readonly NamedKey[];
  readonly at: number;
}

/** Bodies. */
const MOST = 10_000;

const owns = bounded<Own>(MOST);

/** Milliseconds: a body is asked for its keys no more often, whoever knocks. */
const PAUSE = 1000;

const readOwn = async (env: Env, body: string, now: number): Promise<readonly NamedKey[]> => {
  const found = await readKeys(env, body);
  // Anyone may name a body that is not there: nothing is kept of that.
  if (!found) return [];
  const keys = (await Promise.all(found.map(publicKeyOf))).filter((one) => one !== undefined);
  owns.set(body, { keys, at: now }, 1);
  return keys;
};

/** After an event about the body's keys: they are read anew. */
export const forgetKeys = (body: string): void => owns.set(body, { keys: [], at: Number.NEGATIVE_INFINITY }, 1);

/**
 * Verifies a delivery by the keys that may speak for a body, never by what the request says of them. The body is asked for
 * them only where no key that is known here signed; a key that was revoked meanwhile is refused by the body itself.
 * @param now milliseconds of the epoch
 */
export const verifyFor = async (
  env: Env,
  body: string,
  operators: NamedKey,
  attempt: Attempt,
  raw: Uint8Array,
  now: number,
): Promise<Verdict> => {
  const own = owns.get(body);
  const verdict = await verify(attempt, raw, [operators, ...(own?.keys ?? [])]);
  const wasJustRead = own !== undefined && Math.abs(now - own.at) < PAUSE;
  return verdict.kind === "verified" || wasJustRead ? verdict : verify(attempt, raw, await readOwn(env, body, now));
};
