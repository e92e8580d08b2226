import { deriveOctets } from "./digest.ts";

/**
 * A code of eighty bits that lets whoever has it in once: in the fragment of a link, which no request carries, or typed. In
 * Crockford's Base32, which has no letter that is read as another: `7K2M-9QXT-4HWP-CB3D`. The key that signs is made of it.
 */

export const CODE_OCTETS = 10;

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS = 5;

export const formatCode = (code: Uint8Array): string => {
  const bits = Array.from(code, (octet) => octet.toString(2).padStart(8, "0")).join("");
  const letters = (bits.match(/.{5}/g) ?? []).map((letter) => ALPHABET[Number.parseInt(letter, 2)]);
  return (letters.join("").match(/.{4}/g) ?? []).join("-");
};

/** The octets of a code, as a person types it: in small letters, with other separators, with O for 0 and I or L for 1. */
export const parseCode = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const letters = text
    .toUpperCase()
    .replaceAll(/[\s\p{P}]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const values = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  if (values.includes(-1) || values.length * BITS !== CODE_OCTETS * 8) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(BITS, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (octet) => Number.parseInt(octet, 2));
};

/** The `whsk_` key that a code signs with. */
export const deriveCodeKey = async (code: Uint8Array<ArrayBuffer>): Promise<string> =>
  `whsk_${btoa(String.fromCharCode(...(await deriveOctets(code, "plenary code v1"))))}`;
