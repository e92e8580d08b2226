import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMirror, createMirrorServer } from "../../examples/mirror/mirror.ts";
import { sendEndpointAdded } from "../../src/cli/endpoints/endpoints.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { deriveEndpointSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { seeded } from "../support/chance.ts";
import { reread } from "../support/reread.ts";
import { startTestService, type Service } from "./service.ts";

/** The mirror of examples/ follows a long random story over a bad line. `MIRROR_EVENTS=1000` is the long form. */

const EVENTS = Number(process.env["MIRROR_EVENTS"] ?? 150);
const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = SEED.body.id;

let service: Service;
beforeAll(async () => {
  service = await startTestService("https://calendar.example.org", "loopback");
});
afterAll(() => service.stop());

const chance = seeded(20);
const pick = <Value>(first: Value, ...others: readonly Value[]): Value =>
  [first, ...others][Math.floor(chance() * (others.length + 1))] ?? first;

/** Often refused, and often what is so already: neither is news. */
const chooseEvent = (): { readonly type: string; readonly data: object } => {
  const slot = pick("1", "2", "3", "4", "5", "6");
  return pick<() => { readonly type: string; readonly data: object }>(
    () => ({
      type: "slot.rescheduled",
      data: { slot, start: `2010-01-${pick("27", "28", "29")}T${pick("09", "11", "15", "17")}:${pick("00", "30")}` },
    }),
    () => ({ type: "slot.relocated", data: { slot, venue: pick("Boardroom D", "Conference Room 4", "Plenary Hall") } }),
    () => ({ type: "slot.cancelled", data: { slot, reason: pick("Consultations", "No interpretation") } }),
    () => ({ type: "slot.reinstated", data: { slot } }),
    () => ({ type: "item.scheduled", data: { item: pick("2", "3", "4", "5"), slot } }),
    () => ({ type: "meeting.relocated", data: { venue: pick("Vienna International Centre", "Hofburg") } }),
  )();
};

it("a mirror that was told all over a line that loses and repeats holds what the feed does", { timeout: 600_000 }, async () => {
  const secret = await deriveEndpointSecret(service.secret, { body: BODY, name: "mirror", generation: 1 });
  const mirror = createMirror(secret ?? "");
  const taken = new Set<string>();
  let [requests, losses, repeats] = [0, 0, 0];
  const server = createMirrorServer({
    receive: (raw, headers) => {
      mirror.receive(raw, headers);
      taken.add(headers["webhook-id"] ?? "");
      if (taken.size % 5 === 0) {
        mirror.receive(raw, headers);
        repeats += 1;
      }
    },
  });
  // A request, or the answer to one, is lost.
  server.prependListener("request", (request, response) => {
    requests += 1;
    if (requests % 10 > 0) return;
    losses += 1;
    if (losses % 2 === 0) request.destroy();
    else request.on("end", () => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const name = async (): Promise<void> => {
    const sent = await sendEndpointAdded({ sender: service, body: BODY, now: Date.now() }, { name: "mirror", url });
    expect(sent).toMatchObject({ ok: true });
  };
  await service.register(SEED.body);
  await name();
  await service.announce(SEED, "2009-12-10T09:00:00Z");
  let applied = 1;
  for (let at = 0; at < EVENTS; at += 1) {
    const { type, data } = chooseEvent();
    const event = { type, timestamp: "2010-01-26T09:00:00Z", data: { body: BODY, meeting: SEED.id, ...data } };
    const sent = await sendEvent(service, BODY, createWebhookId(), event, Date.now());
    if (sent.ok && sent.value.outcome === "applied") applied += 1;
  }
  // Whoever names an endpoint anew need not wait until it is tried again.
  while (taken.size < applied) {
    await name();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.closeAllConnections();
  server.close();
  const feed = reread(await (await service.get(`/${BODY}/${SEED.id}.ics`)).text());
  const mirrored = [...mirror.entries].filter(([uid]) => uid.includes(".slot-"));
  expect(
    mirrored
      .map(([uid, { sequence, status, summary, description, location, start }]) => ({
        uid,
        sequence,
        status,
        summary,
        description,
        location,
        start: `${start}:00`,
      }))
      .toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
  ).toEqual(
    feed
      .map(({ uid, sequence, status, summary, description, location, start }) => ({
        uid,
        sequence,
        status,
        summary,
        description,
        location,
        start,
      }))
      .toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
  );
  expect(mirror.stale.size).toBe(0);
  expect([losses, repeats].every((count) => count > 3)).toBe(true);
});
