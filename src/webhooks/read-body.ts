import { LIMITS } from "../meeting/limits.ts";

export type RawBody = { readonly kind: "read"; readonly raw: Uint8Array } | { readonly kind: "too-large" | "incomplete" };

/** Octets to begin with, where the sender does not say how many will come, and at the most, since who says so may not send them. */
const FIRST = 4096;
const MOST_AT_FIRST = 65_536;

/** Into one array that grows, however small the pieces are in which they come. */
const readAll = async (reader: ReadableStreamDefaultReader<Uint8Array>, declared: number, most: number): Promise<RawBody> => {
  let raw = new Uint8Array(Math.min(declared || FIRST, MOST_AT_FIRST));
  let octets = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { kind: "read", raw: octets === raw.length ? raw : raw.slice(0, octets) };
    if (octets + value.length > most) return { kind: "too-large" };
    if (octets + value.length > raw.length) {
      const larger = new Uint8Array(Math.max(raw.length * 2, octets + value.length));
      larger.set(raw);
      raw = larger;
    }
    raw.set(value, octets);
    octets += value.length;
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
  const declared = Number(headers.get("content-length") ?? 0);
  if (declared > most) return { kind: "too-large" };
  if (!body) return { kind: "read", raw: new Uint8Array() };
  const reader = body.getReader();
  const late = Promise.withResolvers<RawBody>();
  const timer = setTimeout(() => late.resolve({ kind: "incomplete" }), patience);
  const read = await Promise.race([readAll(reader, declared, most).catch((): RawBody => ({ kind: "incomplete" })), late.promise]);
  clearTimeout(timer);
  if (read.kind !== "read") void reader.cancel().catch(() => undefined);
  return read;
};
