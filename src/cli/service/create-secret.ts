/** A random symmetric key of 32 bytes, as Standard Webhooks writes it. */
export const createSecret = (): string => `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64")}`;
