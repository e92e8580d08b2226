/** SHA-256 in hexadecimal. */
export const computeSha256 = async (bytes: Uint8Array): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toHex();

/** What two people read to each other to know that they speak of one public key: the first 64 bits of its SHA-256. */
export const computeFingerprint = async (publicKey: Uint8Array): Promise<string> =>
  ((await computeSha256(publicKey)).slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(" ");
