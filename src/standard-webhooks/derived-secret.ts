import { decodeBase64 } from "./signature.ts";

/** Which secret: the operator's own one makes as many as there are bodies, names and generations, and none tells of another. */
export interface Derived {
  readonly body: string;
  readonly name: string;
  readonly generation: number;
}

/**
 * The `whsec_` secret of a body's key, by HKDF-SHA256 (RFC 5869) from the operator's, with an empty salt: so it is neither stored nor logged.
 * Undefined where the operator's is none.
 */
export const deriveSecret = async (operator: string, { body, name, generation }: Derived): Promise<string | undefined> => {
  const master = operator.startsWith("whsec_") ? decodeBase64(operator.slice("whsec_".length)) : undefined;
  if (!master) return undefined;
  const key = await crypto.subtle.importKey("raw", master, "HKDF", false, ["deriveBits"]);
  const info = new TextEncoder().encode(`plenary v1|${body}|${name}|${generation}`);
  const bits = await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, key, 256);
  return `whsec_${new Uint8Array(bits).toBase64()}`;
};
