import { createLruCache } from "../cache/lru-cache.ts";
import { createSingleFlight } from "../cache/single-flight.ts";
import { sha256 } from "../standard-webhooks/digest.ts";

/** A text as it goes out, its tag and its compressed form, once someone asked for those. */
export interface Rendered {
  readonly text: Uint8Array;
  etag?: string;
  gzip?: Uint8Array;
}

const MIB = 1024 * 1024;

/** Octets of texts that are kept: of each kind so many that none pushes out another. Compressed forms, a fifth of that, come on top. */
const kept = {
  feed: createLruCache<Rendered>(16 * MIB),
  page: createLruCache<Rendered>(8 * MIB),
  history: createLruCache<Rendered>(8 * MIB),
  code: createLruCache<Rendered>(MIB),
};

export type Kind = keyof typeof kept;

/** What was rendered under a key, if it is still there. */
export const peekRendered = (kind: Kind, key: string): Rendered | undefined => kept[kind].get(key);

/** For those who begin anew where things came about before: a key can't tell two histories apart of the same second. */
export const clearRendered = (): void => Object.values(kept).forEach(({ clear }) => clear());

const rendering = createSingleFlight<Rendered>();

/** The text of a key, rendered on first demand, and once for all who ask meanwhile: the key names all that the text depends on. */
export const getOrRender = async (kind: Kind, key: string, render: () => string | Promise<string>): Promise<Rendered> =>
  peekRendered(kind, key) ??
  rendering(`${kind} ${key}`, async () => {
    const rendered: Rendered = { text: new TextEncoder().encode(await render()) };
    kept[kind].set(key, rendered, rendered.text.length);
    return rendered;
  });

/** Compressed once. */
export const compressOnce = async (rendered: Rendered): Promise<Uint8Array> => {
  rendered.gzip ??= await new Response(new Blob([rendered.text]).stream().pipeThrough(new CompressionStream("gzip"))).bytes();
  return rendered.gzip;
};

/** Ninety-six bits of SHA-256: enough for what no one gains by forging. */
export const digest = async (octets: Uint8Array): Promise<string> => (await sha256(octets)).slice(0, 24);

/** Opaque tag without its quotes, by the octets themselves: whatever changes them, a release too, changes it. */
export const hashRendered = async (rendered: Rendered): Promise<string> => {
  rendered.etag ??= await digest(rendered.text);
  return rendered.etag;
};
