import { formatKeyId, type BodyKey } from "../meeting/body-key.ts";
import { deriveSecret } from "./derived-secret.ts";
import { importPublicKey, importSigningKey, type NamedKey } from "./signature.ts";

/**
 * What verifies the signatures of a body's key, under the id that the log has for it: of a derived one as many as the
 * operator has secrets, of a bearer token nothing.
 */
export const importVerificationKeys = async (
  key: BodyKey,
  body: string,
  operatorSecrets: readonly string[],
): Promise<readonly NamedKey[]> => {
  const id = formatKeyId(key);
  const { name, publicKey, tokenDigest, generation = 1 } = key;
  if (tokenDigest !== undefined) return [];
  const derive = async (secret: string) => importSigningKey(id, (await deriveSecret(secret, { body, name, generation })) ?? "");
  const found = publicKey === undefined ? await Promise.all(operatorSecrets.map(derive)) : [await importPublicKey(id, publicKey)];
  return found.filter((one) => one !== undefined);
};
