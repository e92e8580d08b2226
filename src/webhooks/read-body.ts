import { LIMITS } from "../meeting/limits.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";

/** Why there are no bytes to verify. */
export type ReadFault = "too-large" | "incomplete";

/** Octets to begin with, however many are to come: who says so may not send them, and thousands may say so. */
const FIRST = 4096;

/** Into one array that grows, however small the pieces are in which they come. */
const readAll = async (reader: ReadableStreamDefaultReader<Uint8Array>, max: number): Promise<Result<Uint8Array, ReadFault>> => {
  let raw = new Uint8Array(FIRST);
  let octets = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return succeed(octets === raw.length ? raw : raw.slice(0, octets));
    if (octets + value.length > max) return fail("too-large");
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
 * @param timeoutMs that the whole may take
 * @param max octets
 */
export const readBody = async (
  { headers, body }: Request,
  timeoutMs: number = LIMITS.seconds.max * 1000,
  max: number = LIMITS.octets.max,
): Promise<Result<Uint8Array, ReadFault>> => {
  const declared = Number(headers.get("content-length") ?? 0);
  if (declared > max) return fail("too-large");
  if (!body) return succeed(new Uint8Array());
  const reader = body.getReader();
  const late = Promise.withResolvers<Result<Uint8Array, ReadFault>>();
  const timer = setTimeout(() => late.resolve(fail("incomplete")), timeoutMs);
  const read = await Promise.race([readAll(reader, max).catch(() => fail("incomplete" as const)), late.promise]);
  clearTimeout(timer);
  if (!read.ok) void reader.cancel().catch(() => undefined);
  return read;
};
