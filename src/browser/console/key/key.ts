import { createStore, del, get, set } from "idb-keyval";
import { computeFingerprint } from "../../../standard-webhooks/digest.ts";
import { importSigningKey, type NamedKey } from "../../../standard-webhooks/signature.ts";

/** A key as this browser keeps it: it can sign, and nothing can read it out. */
export interface ConsoleKey extends NamedKey {
  /** Of a pair that was made here: `whpk_` and Base64, as `key.added` takes it. */
  readonly publicKey?: string;
  /** To be read out to the operator: the start of the public key's SHA-256. */
  readonly fingerprint?: string;
}

const keys = createStore("plenary-keys", "keys");

/** The one pair of this browser, for all bodies that enrol it, stands where no body's id does. */
const BROWSER = "";

/** What was typed in for a body, or this browser's own. Undefined also where the browser keeps nothing. */
export const readKey = async (body: string): Promise<ConsoleKey | undefined> => {
  try {
    return (await get<ConsoleKey>(body, keys)) ?? (await get<ConsoleKey>(BROWSER, keys));
  } catch {
    return undefined;
  }
};

/** Under a name that no other key has: after its fingerprint. */
export const nameKey = ({ fingerprint = "" }: ConsoleKey): string => `console-${fingerprint.slice(0, 9).replace(" ", "").toLowerCase()}`;

export const forgetKey = async (body: string): Promise<void> => {
  try {
    const isTyped = (await get<ConsoleKey>(body, keys)) !== undefined;
    await del(isTyped ? body : BROWSER, keys);
  } catch {
    // Where nothing can be opened, nothing was kept.
  }
};

/** Keeps a key, one that was typed in for its body alone, and asks the browser not to clear it when space runs short; tells whether it agreed. */
export const storeKey = async (body: string, key: ConsoleKey): Promise<boolean> => {
  try {
    if (key.publicKey !== undefined) await del(body, keys);
    await set(key.publicKey === undefined ? body : BROWSER, key, keys);
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
};

const isPair = (key: CryptoKey | CryptoKeyPair): key is CryptoKeyPair => "privateKey" in key;

/** A new Ed25519 pair whose private half never leaves this browser; undefined where the browser has no Ed25519. */
export const generateKey = async (): Promise<ConsoleKey | undefined> => {
  try {
    const pair = await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    if (!isPair(pair)) return undefined;
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const publicKey = `whpk_${btoa(String.fromCharCode(...raw))}`;
    return { name: "console", scheme: "v1a", key: pair.privateKey, publicKey, fingerprint: await computeFingerprint(raw) };
  } catch {
    return undefined;
  }
};

/** A secret that was typed in; undefined where it is none. */
export const importTypedKey = async (secret: string): Promise<ConsoleKey | undefined> => {
  try {
    return await importSigningKey("console", secret.trim());
  } catch {
    return undefined;
  }
};
