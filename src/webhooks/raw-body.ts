import { LIMITS } from "../meeting/limits.ts";

export type RawBody = { readonly kind: "read"; readonly raw: Uint8Array } | { readonly kind: "too-large" | "incomplete" };

const joined = (chunks: readonly Uint8Array[], octets: number): Uint8Array => {
  const raw = new Uint8Array(octets);
  let at = 0;
  for (const chunk of chunks) {
    raw.set(chunk, at);
    at += chunk.length;
  }
  return raw;
};

const readAll = async (reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<RawBody> => {
  const chunks: Uint8Array[] = [];
  let octets = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { kind: "read", raw: joined(chunks, octets) };
    octets += value.length;
    if (octets > most) return { kind: "too-large" };
    chunks.push(value);
  }
};

/**
 * The bytes as they were signed; or that they were too many or did not come whole in time: then the rest is not read.
 * @param patience milliseconds that the whole may take
 * @param most octets
 */
export const readRawBody = async (
  { headers, body }: Request,
  patience: number = LIMITS.seconds.most * 1000,
  most: number = LIMITS.octets.most,
): Promise<RawBody> => {
  if (Number(headers.get("content-length") ?? 0) > most) return { kind: "too-large" };
  if (!body) return { kind: "read", raw: new Uint8Array() };
  const reader = body.getReader();
  const late = Promise.withResolvers<RawBody>();
  const timer = setTimeout(() => late.resolve({ kind: "incomplete" }), patience);
  const read = await Promise.race([readAll(reader, most).catch((): RawBody => ({ kind: "incomplete" })), late.promise]);
  clearTimeout(timer);
  if (read.kind !== "read") void reader.cancel().catch(() => undefined);
  return read;
};
