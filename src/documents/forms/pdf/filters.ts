import { Unzlib } from "fflate";

/** The filters in which a PDF packs its streams (ISO 32000-1, 7.4), by what comes of them. */

/** Octets that are unpacked at a time: no more than a thousand times as many come of them. */
const SLICE = 1024;

/** Counts what comes of a packed stream, no further than `most`. A damaged stream ends where it does. */
type CountOctets = (packed: Uint8Array, most: number) => number;

const countDeflated: CountOctets = (packed, most) => {
  let count = 0;
  const unpacker = new Unzlib((chunk) => {
    count += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      unpacker.push(packed.subarray(at, at + SLICE));
      if (count > most) break;
    }
  } catch {
    return count;
  }
  return count;
};

const [CLEAR, END, MOST_CODES] = [256, 257, 4096];

/** Of each code its length is enough to count. */
const countLzw: CountOctets = (packed, most) => {
  let lengths: number[] = [];
  let [count, previous, width, bits, held] = [0, 0, 9, 0, 0];
  for (const octet of packed) {
    held = ((held << 8) | octet) & 0xff_ff_ff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END || count > most) break;
    if (code === CLEAR) {
      [lengths, previous, width] = [[], 0, 9];
      continue;
    }
    const length = code < CLEAR ? 1 : (lengths[code - END - 1] ?? previous + 1);
    if (previous > 0 && lengths.length + END + 1 < MOST_CODES) lengths.push(previous + 1);
    count += length;
    previous = length;
    // The width grows one code early, as writers do unless they say otherwise.
    width = Math.min(12, Math.max(9, Math.floor(Math.log2(lengths.length + END + 2)) + 1));
  }
  return count;
};

const countRuns: CountOctets = (packed) => {
  let count = 0;
  for (let at = 0; at < packed.length;) {
    const length = packed[at] ?? 128;
    if (length === 128) break;
    count += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return count;
};

export const PACKERS: ReadonlyMap<string, CountOctets> = new Map([
  ["FlateDecode", countDeflated],
  ["Fl", countDeflated],
  ["LZWDecode", countLzw],
  ["LZW", countLzw],
  ["RunLengthDecode", countRuns],
  ["RL", countRuns],
]);

const [EXCLAMATION, LETTER_U, LETTER_Z, TILDE] = [33, 117, 122, 126];

const decodeAscii85 = (text: Uint8Array): Uint8Array => {
  const octets: number[] = [];
  let group: number[] = [];
  const endGroup = (): void => {
    const kept = group.length - 1;
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let at = 0; at < kept; at += 1) octets.push(Math.floor(value / 256 ** (3 - at)) & 255);
    group = [];
  };
  for (const octet of text) {
    if (octet === TILDE) break;
    if (octet === LETTER_Z) octets.push(0, 0, 0, 0);
    else if (octet >= EXCLAMATION && octet <= LETTER_U) group.push(octet - EXCLAMATION);
    if (group.length === 5) endGroup();
  }
  if (group.length > 1) endGroup();
  return Uint8Array.from(octets);
};

const decodeHex = (text: Uint8Array): Uint8Array => {
  const digits =
    new TextDecoder("latin1")
      .decode(text)
      .split(">")[0]
      ?.replaceAll(/[^0-9a-f]/gi, "") ?? "";
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
};

/** Filters that write octets as letters: what comes of them is shorter, and may be packed. */
export const DECODERS: ReadonlyMap<string, (text: Uint8Array) => Uint8Array> = new Map([
  ["ASCII85Decode", decodeAscii85],
  ["A85", decodeAscii85],
  ["ASCIIHexDecode", decodeHex],
  ["AHx", decodeHex],
]);
