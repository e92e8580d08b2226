import { DECODERS, PACKERS } from "./filters.ts";
import { listStreams } from "./streams.ts";

const FILTER = /\/(?:Filter|F)\s{0,8}(?:\/(?<only>[^\s/[\]<>()]{1,40})|\[(?<chain>[^\]]{0,200})\])/;
/** Filters that stand elsewhere, or count another way than nearly all do. */
const UNTOLD = /\/Filter\b|\/EarlyChange\s{1,8}0/;
/** Pictures are not unpacked to read text. */
const PICTURE = /\/(?:Image|DCTDecode|DCT|JPXDecode|JBIG2Decode|CCITTFaxDecode|CCF)(?![A-Za-z])/;
/** Characters of a dictionary. */
const LONGEST = 20_000;

/** The filters that a dictionary names, in the order in which they are undone; none where they can't be told. */
const readFilters = (dictionary: string): readonly string[] | undefined => {
  if (UNTOLD.test(dictionary.replace(FILTER, ""))) return undefined;
  const { only, chain } = FILTER.exec(dictionary)?.groups ?? {};
  if (only !== undefined) return [only];
  return chain?.split(/[\s/]+/).filter(Boolean) ?? [];
};

/** The octets that come of a stream, counted no further than `most`; none where it is packed twice or in ways that are not known. */
const measureStream = (stream: Uint8Array, filters: readonly string[], most: number): number | undefined => {
  const [first, ...others] = filters.filter((name) => name !== "Crypt");
  if (first === undefined) return stream.length;
  const decode = DECODERS.get(first);
  if (decode) return measureStream(decode(stream), others, most);
  return others.length > 0 ? undefined : PACKERS.get(first)?.(stream, most);
};

/** Whether the streams of a PDF hold more octets than `most`, or are packed as no writer of documents does. */
export const isUnpackedBeyond = (bytes: Uint8Array, most: number): boolean => {
  let count = 0;
  for (const { before, octets } of listStreams(bytes)) {
    const last = before.slice(-LONGEST);
    const dictionary = last.slice(last.lastIndexOf(" obj") + 1);
    if (PICTURE.test(dictionary)) continue;
    const filters = readFilters(dictionary);
    count += (filters && measureStream(octets, filters, most - count)) ?? Infinity;
    if (count > most) return true;
  }
  return false;
};

/** Whether a PDF is encrypted, if only against copying: then nothing tells what its streams unpack to. */
export const isEncrypted = (bytes: Uint8Array): boolean => listStreams(bytes).some(({ before }) => /\/Encrypt\b/.test(before));
