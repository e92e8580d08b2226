import { bounded } from "./bounded.ts";

/** A text as it goes out, and compressed, once someone asked for that. */
export interface Rendered {
  readonly text: Uint8Array;
  gzip?: Uint8Array;
}

/** Octets of texts that are kept. Their compressed forms, a fifth of that, come on top. */
const MOST = 24 * 1024 * 1024;

const kept = bounded<Rendered>(MOST);

/** What was rendered under a key, if it is still there. */
export const findRendered = (key: string): Rendered | undefined => kept.get(key);

/** For those who begin anew where things came about before: a key can't tell two histories apart of the same second. */
export const forgetRendered = (): void => kept.clear();

/** The text of a key, rendered on first demand: the key names all that the text depends on. */
export const renderedOnce = (key: string, render: () => string): Rendered => {
  const known = kept.get(key);
  if (known) return known;
  const made: Rendered = { text: new TextEncoder().encode(render()) };
  kept.set(key, made, made.text.length);
  return made;
};

/** Compressed once. */
export const gzipOf = async (rendered: Rendered): Promise<Uint8Array> => {
  rendered.gzip ??= await new Response(new Blob([rendered.text]).stream().pipeThrough(new CompressionStream("gzip"))).bytes();
  return rendered.gzip;
};
