import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, vi } from "vitest";
import { createReceiver } from "../../examples/news.ts";
import { createRelay } from "../../examples/relay/relay.ts";
import { sendEndpointAdded } from "../../src/cli/endpoints/endpoints.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { deriveEndpointSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { seeded } from "../support/chance.ts";
import type { Service } from "./service.ts";

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const EVENTS = 60;

const BODY = RECORD.body.id;
export const FEED = `/${BODY}/${RECORD.id}.ics`;

export const deriveMirrorSecret = async (service: Service): Promise<string> =>
  (await deriveEndpointSecret(service.secret, { body: BODY, name: "mirror", generation: 1 })) ?? "";

/** Tells a mirror a random story over the relay, until it has taken all of it. @param format of the relay */
export const tellMirror = async (service: Service, format: string, target: string): Promise<void> => {
  const chance = seeded(20);
  const relay = createRelay({ secret: await deriveMirrorSecret(service), target, format });
  let taken = 0;
  const receiver = createReceiver(async (raw, headers) => {
    const answer = await relay(raw, headers);
    if (answer.status === 204) taken += 1;
    return answer;
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  /** Whoever names an endpoint anew need not wait until it is tried again. */
  const name = () => sendEndpointAdded({ sender: service, body: BODY, now: Date.now() }, { name: "mirror", url });
  await service.register(RECORD.body);
  await name();
  await service.announce(RECORD, "2009-12-10T09:00:00Z");
  let applied = 1;
  const pick = <Value>(...values: readonly [Value, ...Value[]]): Value => values[Math.floor(chance() * values.length)] ?? values[0];
  for (let at = 0; at < EVENTS; at += 1) {
    const slot = pick("1", "2", "3", "4", "5", "6");
    const [type, data] = pick<readonly [string, object]>(
      ["slot.rescheduled", { slot, start: `2010-01-${pick("27", "28", "29")}T${pick("09", "11", "15", "17")}:00` }],
      ["slot.relocated", { slot, venue: pick("Boardroom D", "Plenary Hall") }],
      ["slot.cancelled", { slot }],
      ["slot.reinstated", { slot }],
    );
    const event = { type, timestamp: "2010-01-26T09:00:00Z", data: { body: BODY, meeting: RECORD.id, ...data } };
    const sent = await sendEvent(service, BODY, createWebhookId(), event, Date.now());
    if (sent.ok && sent.value.outcome === "applied") applied += 1;
  }
  await vi.waitFor(
    async () => {
      await name();
      expect(taken).toBeGreaterThanOrEqual(applied);
    },
    { timeout: 90_000, interval: 300 },
  );
  receiver.close();
};
