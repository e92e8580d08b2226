import type { Endpoint } from "../meeting/endpoint.ts";
import { deriveEndpointSecret, deriveServiceKey } from "../standard-webhooks/derived-secret.ts";
import { splitSecrets } from "../standard-webhooks/operator-secrets.ts";
import { computePublicKey, importSigningKey, type NamedKey } from "../standard-webhooks/signature.ts";

const readSecrets = ({ PLENARY_OPERATOR_KEY: setting }: Env): readonly string[] => splitSecrets(setting ?? "");

/**
 * What news to an endpoint is signed with: its secret and the one before, and the service's own key; while the operator goes over from one
 * secret to another, by those of both. So no receiver refuses anything while it changes secrets.
 */
export const importEndpointKeys = async (env: Env, body: string, { name, generation = 1 }: Endpoint): Promise<readonly NamedKey[]> => {
  const generations = generation > 1 ? [generation, generation - 1] : [generation];
  const derived = readSecrets(env).flatMap((operator) => [
    ...generations.map((number) => deriveEndpointSecret(operator, { body, name, generation: number })),
    deriveServiceKey(operator),
  ]);
  const keys = await Promise.all(derived.map(async (secret) => importSigningKey(name, (await secret) ?? "")));
  return keys.filter((key) => key !== undefined);
};

/** The secret by which an endpoint knows what is sent to it from now on: by the operator's first, which stays where two change over. */
export const deriveCurrentSecret = async (env: Env, body: string, { name, generation = 1 }: Endpoint): Promise<string | undefined> => {
  const [operator] = readSecrets(env);
  return operator === undefined ? undefined : deriveEndpointSecret(operator, { body, name, generation });
};

/** The public keys by which anyone knows what this service sends: one for each secret that the operator has now. */
export const listServiceKeys = async (env: Env): Promise<readonly string[]> => {
  const keys = await Promise.all(readSecrets(env).map(async (operator) => computePublicKey((await deriveServiceKey(operator)) ?? "")));
  return keys.filter((key) => key !== undefined);
};
