import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { LOOPBACK_ADDRESS } from "../../meeting/loopback.ts";

/**
 * Ports that systems give to nobody unasked: what goes out, or listens wherever there is room, begins at 32768 (Linux) or at
 * 49152 (RFC 6335, section 6), and would take a port between the moment that it is found and the one that it is used.
 */
const LOWEST = 20_000;
const PAST_HIGHEST = 32_768;

/** A port of this machine that nothing listens at. */
export const findFreePort = async (): Promise<number> => {
  const port = randomInt(LOWEST, PAST_HIGHEST);
  const server = createServer().listen(port, LOOPBACK_ADDRESS);
  try {
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return findFreePort();
    throw error;
  }
  server.close();
  await once(server, "close");
  return port;
};
