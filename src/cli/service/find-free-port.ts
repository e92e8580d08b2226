import { createServer } from "node:net";
import { LOOPBACK_ADDRESS } from "../../meeting/loopback.ts";

/** A port of this machine that nothing listens at. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, LOOPBACK_ADDRESS, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
