import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sendEvent, type Sender } from "../../../src/cli/send/client.ts";
import { createWebhookId } from "../../../src/standard-webhooks/client.ts";
import { computePublicKey } from "../../../src/standard-webhooks/signature.ts";

/** A secretariat with a key of its own, and ten places that news of its body is sent to. */
export interface Desk {
  readonly sender: Sender;
  readonly nameEndpoints: () => Promise<void>;
  /** Until all of them got one more. */
  readonly untilNewsCame: () => Promise<void>;
  readonly close: () => void;
}

const SECRET = `whsk_${Buffer.alloc(32, 7).toString("base64")}`;
const ENDPOINTS = 10;

export const openDesk = async (operator: Sender, body: string): Promise<Desk> => {
  const say = async (type: string, data: object): Promise<void> => {
    const event = { type, timestamp: new Date().toISOString(), data: { body, ...data } };
    const sent = await sendEvent(operator, body, createWebhookId(), event, Date.now());
    if (!sent.ok) throw new Error(`${type}: ${sent.error.detail}`);
  };
  await say("key.added", { key: { name: "desk", publicKey: await computePublicKey(SECRET) } });

  let [came, awaited] = [0, 0];
  let tellAll = (): void => undefined;
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.writeHead(204).end();
      came += 1;
      if (came >= awaited) tellAll();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  return {
    sender: { ...operator, secret: SECRET },
    nameEndpoints: async () => {
      for (let at = 1; at <= ENDPOINTS; at += 1)
        await say("endpoint.added", { endpoint: { name: `place-${at}`, url: `http://127.0.0.1:${port}/${at}` } });
      awaited = came;
    },
    untilNewsCame: () =>
      new Promise((resolve) => {
        awaited += ENDPOINTS;
        tellAll = resolve;
        if (came >= awaited) resolve();
      }),
    close: () => {
      server.close().closeAllConnections();
    },
  };
};
