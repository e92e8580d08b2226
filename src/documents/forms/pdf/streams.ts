/** A stream of a PDF as it is packed, and what stands before it since the last one: other objects, and its own dictionary. */
export interface PackedStream {
  readonly before: string;
  readonly octets: Uint8Array;
}

/** A stream begins behind the dictionary of its object. */
const STREAM = /(?<!end)stream[ \t]{0,4}(?:\r\n|\n|\r)/g;

/** Names may be written by the codes of their letters: /#46ilter (ISO 32000-1, 7.3.5). */
const spellNames = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The streams of a PDF in their order; the last is empty, and has before it what stands behind all. */
export function* listStreams(bytes: Uint8Array): Generator<PackedStream> {
  const text = new TextDecoder("latin1").decode(bytes);
  let end = 0;
  for (const found of text.matchAll(STREAM)) {
    // Within a stream the word is none.
    if (found.index < end) continue;
    const before = spellNames(text.slice(end, found.index));
    const start = found.index + found[0].length;
    const close = text.indexOf("endstream", start);
    end = close < 0 ? bytes.length : close;
    yield { before, octets: bytes.subarray(start, end) };
  }
  yield { before: spellNames(text.slice(end)), octets: new Uint8Array() };
}
