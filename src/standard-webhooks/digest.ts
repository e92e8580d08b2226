/** SHA-256 in hexadecimal. */
export const computeSha256 = async (bytes: Uint8Array): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toHex();

/** 32 octets by HKDF-SHA256 (RFC 5869), with an empty salt. */
export const deriveOctets = async (secret: Uint8Array<ArrayBuffer>, info: string): Promise<Uint8Array<ArrayBuffer>> => {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
};

/** What two people read to each other to know that they speak of one public key: the first 64 bits of its SHA-256. */
export const computeFingerprint = async (publicKey: Uint8Array): Promise<string> =>
  ((await computeSha256(publicKey)).slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(" ");
