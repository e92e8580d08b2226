import { Unzlib } from "fflate";

const STREAM = /(?<dictionary><<(?:(?!endobj|stream).){0,600}>>)\s{0,4}stream\r?\n/gs;
/** Octets that are unpacked at a time: no more than a thousand times as many come of them. */
const SLICE = 1024;
/** Pictures are not unpacked to read text. */
const PICTURE = /\/(?:Image|DCTDecode|JPXDecode)/;
const PACKED = /\/(?:FlateDecode|Fl)(?![A-Za-z])/g;

/** The octets of one packed stream, counted no further than `most`. A damaged stream ends where it does. */
const countOctets = (packed: Uint8Array, most: number): number => {
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

/** Whether the streams of a PDF hold more octets than `most`, or are packed twice, as no writer of documents does. */
export const unpacksBeyond = (bytes: Uint8Array, most: number): boolean => {
  const text = new TextDecoder("latin1").decode(bytes);
  let count = 0;
  for (const found of text.matchAll(STREAM)) {
    const dictionary = found.groups?.["dictionary"] ?? "";
    if (PICTURE.test(dictionary)) continue;
    const times = dictionary.match(PACKED)?.length ?? 0;
    if (times > 1) return true;
    const start = found.index + found[0].length;
    const end = text.indexOf("endstream", start);
    const stream = bytes.subarray(start, end < 0 ? bytes.length : end);
    count += times === 1 ? countOctets(stream, most - count) : stream.length;
    if (count > most) return true;
  }
  return false;
};
