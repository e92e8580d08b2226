import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** A delivery as it came over the wire. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

/** What is answered to a delivery: a status and headers, or nothing at all. */
export type Reply = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | "silence";

/** A real receiver of webhooks, on a free port of this machine. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** From now on. */
  readonly reply: (reply: Reply) => void;
  readonly stop: () => void;
}

export const startReceiver = async (first: Reply = { status: 204 }): Promise<Receiver> => {
  let current = first;
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({ headers: request.headers, raw: Buffer.concat(parts).toString() });
      if (current !== "silence") response.writeHead(current.status, current.headers).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    // As addresses of messengers do, it carries what lets in whoever has it.
    url: `http://127.0.0.1:${port}/hooks/t0ken-of-${port}`,
    received,
    reply: (reply) => {
      current = reply;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
