import { describe, expect, it } from "vitest";
import { parseEvent } from "../src/meeting/parse.ts";
import { importPublicKey, verifySignature } from "../src/standard-webhooks/signature.ts";
import { makeEd25519Vectors, REFUSED_KEYS, SIGNED_HEAD } from "./support/ed25519-vectors.ts";

/** Run in the Worker's runtime, where the door verifies, and in Node, where `log verify` does: they must say the same. */

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const writePublicKey = (bytes: Uint8Array): string => `whpk_${base64(bytes)}`;

describe("a signature by Ed25519 is judged by one rule in every runtime", async () => {
  it.for(await makeEd25519Vectors())("$what: $isValid", async ({ publicKey, signature, raw, isValid }) => {
    const key = await importPublicKey("vector", writePublicKey(publicKey));
    const verified = await verifySignature({ ...SIGNED_HEAD, signature: `v1a,${base64(signature)}` }, raw, key ? [key] : []);
    expect(verified.ok).toBe(isValid);
  });
});

describe("key.added", () => {
  const added = (publicKey: string) =>
    parseEvent({ type: "key.added", timestamp: "2010-01-27T09:20:00Z", data: { body: "ctoc-cop-wg4", key: { name: "desk", publicKey } } });

  it("is asked about all eight points of small order", () => {
    expect(new Set(REFUSED_KEYS.map((bytes) => bytes.toHex())).size).toBe(8 + 2 + 38);
  });

  it("takes no key under which anyone could sign, nor one that could be written otherwise, and says why", () => {
    for (const bytes of REFUSED_KEYS) {
      const parsed = added(writePublicKey(bytes));
      const says = expect.stringMatching(
        /^(is a point of small order, under which anyone can sign|is not encoded in the one way that RFC 8032 allows)$/,
      );
      expect(parsed, base64(bytes)).toMatchObject({ ok: false, error: [{ field: "data.key.publicKey", message: says }] });
    }
  });

  it("takes the keys of RFC 8032", () => {
    for (const hex of [
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    ])
      expect(added(writePublicKey(Uint8Array.fromHex(hex))).ok).toBe(true);
  });
});
