/** Octets of the largest event: a meeting of a thousand slots with all its annotations is smaller. */
export const MAX_OCTETS = 512 * 1024;

/** The bytes as they were signed, or undefined once there are more than may be; the rest is then not read. */
export const readRawBody = async (request: Request): Promise<Uint8Array | undefined> => {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_OCTETS) return undefined;
  const chunks: Uint8Array[] = [];
  let octets = 0;
  for await (const chunk of request.body ?? []) {
    octets += chunk.length;
    if (octets > MAX_OCTETS) return undefined;
    chunks.push(chunk);
  }
  const raw = new Uint8Array(octets);
  let at = 0;
  for (const chunk of chunks) {
    raw.set(chunk, at);
    at += chunk.length;
  }
  return raw;
};
