import type { BodyKey } from "../meeting/events.ts";
import { readKeys } from "../store/bodies.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { importPublicKey, importSigningKey, type NamedKey } from "./signature.ts";

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

/** The keys that may speak for a body: never from the request. */
export const trustList = async (env: Env, body: string): Promise<Checked<readonly NamedKey[]>> => {
  const operators = await operatorTrust(env);
  if (operators.kind === "problem") return operators;
  const own = await Promise.all((await readKeys(env, body)).map(publicKeyOf));
  return ok([operators.value, ...own.filter((one) => one !== undefined)]);
};
