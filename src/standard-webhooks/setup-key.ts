import { CODE_OCTETS, deriveCodeKey } from "./access-code.ts";
import { deriveFromOperator } from "./derived-secret.ts";
import { computePublicKey, importPublicKey, type NamedKey } from "./signature.ts";

/** What the log calls the key of a setup link: no name of a body's key has a colon. */
const PREFIX = "setup:";

const formatSetupKeyId = (offer: string): string => `${PREFIX}${offer}`;

/** The offer whose key this is, if it is one. */
export const parseSetupKeyId = (key: string): string | undefined => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined);

/** The code of a setup link comes from the operator's secret: it is stored nowhere, and whoever has that proves later what came by it. */
export const deriveSetupCode = async (operator: string, offer: string): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  (await deriveFromOperator(operator, `plenary setup v1|${offer}`))?.slice(0, CODE_OCTETS);

const importSetupKey = async (operator: string, offer: string): Promise<NamedKey | undefined> => {
  const code = await deriveSetupCode(operator, offer);
  const publicKey = code && (await computePublicKey(await deriveCodeKey(code)));
  return publicKey === undefined ? undefined : importPublicKey(formatSetupKeyId(offer), publicKey);
};

/** What verifies what is signed by the code of an offer: as many as the operator has secrets. */
export const importSetupKeys = async (offer: string, operatorSecrets: readonly string[]): Promise<readonly NamedKey[]> =>
  (await Promise.all(operatorSecrets.map((secret) => importSetupKey(secret, offer)))).filter((key) => key !== undefined);
