import { createLruCache } from "../cache/lru-cache.ts";
import { MEMORY } from "../cache/memory.ts";
import { createSingleFlight } from "../cache/single-flight.ts";
import { computeSha256 } from "../standard-webhooks/digest.ts";

/** A text, or what it is in UTF-8. */
export type Written = string | Uint8Array;

/** A text as it goes out, its tag and its compressed form, once someone asked for those. */
export interface Rendered {
  readonly text: Uint8Array;
  etag?: string;
  gzip?: Uint8Array;
}

const texts = {
  feed: createLruCache<Rendered>(MEMORY.feed),
  page: createLruCache<Rendered>(MEMORY.page),
  history: createLruCache<Rendered>(MEMORY.history),
  code: createLruCache<Rendered>(MEMORY.code),
};

export type Kind = keyof typeof texts;

const renders = createSingleFlight<Rendered>();

/** What was rendered in this process. */
export const renderCache = {
  /** What was rendered under a key, if it is still there. */
  peek: (kind: Kind, key: string): Rendered | undefined => texts[kind].get(key),

  /** The text of a key, rendered on first demand, and once for all who ask meanwhile: the key names all that the text depends on. */
  getOrRender: async (kind: Kind, key: string, render: () => Written | Promise<Written>): Promise<Rendered> =>
    texts[kind].get(key) ??
    renders(`${kind} ${key}`, async () => {
      const written = await render();
      const rendered: Rendered = { text: typeof written === "string" ? new TextEncoder().encode(written) : written };
      texts[kind].set(key, rendered, rendered.text.length);
      return rendered;
    }),

  /** Where storage begins anew within one process, as in tests: a key can't tell apart two histories of the same second. */
  clear: (): void => Object.values(texts).forEach(({ clear }) => clear()),
};

/** Compressed once. */
export const compressOnce = async (rendered: Rendered): Promise<Uint8Array> => {
  rendered.gzip ??= await new Response(new Blob([rendered.text]).stream().pipeThrough(new CompressionStream("gzip"))).bytes();
  return rendered.gzip;
};

/** Ninety-six bits of SHA-256: enough for what no one gains by forging. */
export const hashOctets = async (octets: Uint8Array): Promise<string> => (await computeSha256(octets)).slice(0, 24);

/** Opaque tag without its quotes, by the octets themselves: whatever changes them, a release too, changes it. */
export const tagOnce = async (rendered: Rendered): Promise<string> => {
  rendered.etag ??= await hashOctets(rendered.text);
  return rendered.etag;
};
