import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { verify, createPublicKey } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { buildOpenApi } from "../../src/api/openapi.ts";
import type { NewsMessage } from "../../src/api/schemas/news.ts";
import { sendEndpointAdded, fetchEndpoints, sendEndpointRemoved, testEndpoint } from "../../src/cli/endpoints/endpoints.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import type { Endpoint } from "../../src/meeting/endpoint.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { deriveEndpointSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { startReceiver, type Receiver, type Received, type Reply } from "./receiver.ts";
import { startTestService, type Service } from "./service.ts";

/** News as real receivers get it, verified by libraries that are not ours. */

const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const WITHIN = { timeout: 30_000, interval: 50 };

let service: Service;
const receivers: Receiver[] = [];
let bodies = 0;

/** A body of its own for each test, with the seed meeting. */
const announceAnew = async () => {
  const body = { ...SEED.body, id: `body-${(bodies += 1)}` };
  const record = { ...SEED, body };
  await service.register(body);
  await service.announce(record, "2009-12-10T09:00:00Z");
  return record;
};
type Record = Awaited<ReturnType<typeof announceAnew>>;

const at = ({ body }: Record) => ({ sender: service, body: body.id, now: Date.now() });

const listen = async (reply?: Reply): Promise<Receiver> => {
  const receiver = await startReceiver(reply);
  receivers.push(receiver);
  return receiver;
};

const name = async (record: Record, endpoint: Endpoint): Promise<void> => {
  const sent = await sendEndpointAdded(at(record), endpoint);
  expect(sent).toMatchObject({ ok: true });
};

const readNews = ({ raw }: Received): NewsMessage => JSON.parse(raw) as NewsMessage;
const listTypes = ({ received }: Receiver): readonly string[] => received.map((one) => readNews(one).type);
const until = (check: () => void | Promise<void>) => vi.waitFor(check, WITHIN);
const reschedule = (record: Record, slot: string, hour: string) =>
  service.report(record, { type: "slot.rescheduled", slot, start: `2010-01-28T${hour}:00` });

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(JSON.parse(JSON.stringify(buildOpenApi("0.0.0", true))) as object, "described");

/** Held against `/openapi.json`, by a validator that is not ours. */
const expectDescribed = (schema: "News" | "Test", message: unknown): void => {
  const validate = ajv.getSchema(`described#/components/schemas/${schema}`);
  expect({ isValid: validate?.(message), errors: validate?.errors }).toEqual({ isValid: true, errors: null });
};

beforeAll(async () => {
  service = await startTestService("https://calendar.example.org", "loopback");
});
afterAll(async () => {
  for (const receiver of receivers) receiver.stop();
  await service.stop();
});

describe("news of a change", () => {
  it("says the fact, what it changed from and to, and the words, as the description of the interface has it", async () => {
    const record = await announceAnew();
    const receiver = await listen();
    await name(record, { name: "mirror", url: receiver.url, languages: ["en", "fr"] });
    await reschedule(record, "4", "16");
    await until(() => expect(receiver.received).toHaveLength(1));
    const [first] = receiver.received;
    if (!first) throw new Error("it came");
    const news = readNews(first);
    expect(news).toMatchObject({
      type: "slot.rescheduled",
      data: { body: record.body.id, meeting: "2010", version: 2, event: { slot: "4", start: "2010-01-28T16:00" } },
    });
    const [entry] = news.data.entries;
    expect(entry).toMatchObject({
      uid: `${record.body.id}.2010.slot-4`,
      sequence: 1,
      feed: `https://calendar.example.org/${record.body.id}/2010/slots/4.ics`,
      after: { start: "2010-01-28T16:00" },
    });
    expect(entry?.before?.start).not.toBe("2010-01-28T16:00");
    expect(news.data.sentences.en?.text).toMatch(/4 p\.m\./);
    expect(news.data.sentences.fr?.text).toMatch(/16\sheures/);
    expectDescribed("News", news);
  });

  it("is verified by the secret of the endpoint, by the one before it, and by the service's public key", async () => {
    const record = await announceAnew();
    const receiver = await listen();
    await name(record, { name: "mirror", url: receiver.url, generation: 2 });
    await reschedule(record, "4", "16");
    await until(() => expect(receiver.received).toHaveLength(1));
    const [first] = receiver.received;
    if (!first) throw new Error("it came");
    const headers = first.headers as { [header: string]: string };
    for (const generation of [1, 2]) {
      const secret = await deriveEndpointSecret(service.secret, { body: record.body.id, name: "mirror", generation });
      expect(new Webhook(secret ?? "").verify(first.raw, headers)).toMatchObject({ type: "slot.rescheduled" });
      expect(() => new SvixWebhook(secret ?? "").verify(first.raw, headers)).not.toThrow();
    }
    const other = await deriveEndpointSecret(service.secret, { body: record.body.id, name: "other", generation: 1 });
    for (const Verifier of [Webhook, SvixWebhook]) expect(() => new Verifier(other ?? "").verify(first.raw, headers)).toThrow();
    const { keys } = (await (await service.get("/.well-known/webhook-keys.json")).json()) as { readonly keys: readonly string[] };
    const x = Buffer.from((keys[0] ?? "").slice("whpk_".length), "base64").toString("base64url");
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const signature = /v1a,(\S+)/.exec(headers["webhook-signature"] ?? "")?.[1] ?? "";
    const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${first.raw}`;
    expect(verify(null, Buffer.from(content), key, Buffer.from(signature, "base64"))).toBe(true);
  });

  it("goes to who wants that kind of event, of that meeting, and of nothing that was tried, refused or said before", async () => {
    const record = await announceAnew();
    const [all, some, others] = [await listen(), await listen(), await listen()];
    await name(record, { name: "all", url: all.url });
    await name(record, { name: "some", url: some.url, events: ["slot.cancelled"] });
    await name(record, { name: "others", url: others.url, meetings: ["2011"] });
    const tried = { type: "slot.cancelled", timestamp: "2010-01-27T09:00:00Z", dryRun: true as const };
    await sendEvent(
      service,
      record.body.id,
      createWebhookId(),
      { ...tried, data: { body: record.body.id, meeting: "2010", slot: "3" } },
      Date.now(),
    );
    await expect(service.report(record, { type: "slot.cancelled", slot: "99" })).rejects.toThrow("refused");
    await reschedule(record, "4", "16");
    await reschedule(record, "4", "16");
    await service.report(record, { type: "slot.cancelled", slot: "3" });
    await until(() => expect(listTypes(all)).toEqual(["slot.rescheduled", "slot.cancelled"]));
    await until(() => expect(listTypes(some)).toEqual(["slot.cancelled"]));
    expect(others.received).toEqual([]);
  });

  it("waits for no endpoint that hangs, fails or redirects, and is tried again for these", async () => {
    const record = await announceAnew();
    const hanging = await Promise.all(Array.from({ length: 7 }, () => listen("silence")));
    const failing = await listen({ status: 500 });
    const elsewhere = await listen();
    const redirecting = await listen({ status: 307, headers: { location: elsewhere.url } });
    const living = await listen();
    for (const [index, { url }] of hanging.entries()) await name(record, { name: `hangs-${index}`, url });
    await name(record, { name: "fails", url: failing.url });
    await name(record, { name: "redirects", url: redirecting.url });
    await name(record, { name: "lives", url: living.url });
    const hours = ["14", "16", "17"];
    for (const hour of hours) await reschedule(record, "4", hour);
    await until(() => expect(living.received).toHaveLength(3));
    expect(living.received.map((one) => readNews(one).data.position)).toEqual([13, 14, 15]);
    failing.reply({ status: 200 });
    await until(() => expect(failing.received.length).toBeGreaterThanOrEqual(4));
    expect(new Set(failing.received.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
    expect(elsewhere.received).toEqual([]);
    const listed = (await fetchEndpoints(at(record))).join("\n");
    expect(listed).toMatch(/redirects .*3 waiting, failed .*redirects are not followed/);
    expect(listed).toMatch(/hangs-0 .*3 waiting, failed .*no answer within 5 seconds/);
    expect(listed).not.toContain("t0ken");
  });

  it("that nobody took before a kill is sent after it", async () => {
    const record = await announceAnew();
    const receiver = await listen({ status: 503 });
    await name(record, { name: "mirror", url: receiver.url });
    await reschedule(record, "4", "16");
    await service.pause();
    receiver.reply({ status: 200 });
    const before = receiver.received.length;
    await service.resume();
    await service.report(record, { type: "slot.cancelled", slot: "3" });
    await until(() => expect(listTypes(receiver).slice(before)).toEqual(["slot.rescheduled", "slot.cancelled"]));
  });

  it("of which something was redacted while it waited has nothing of it", async () => {
    const record = await announceAnew();
    const receiver = await listen({ status: 503 });
    await name(record, { name: "mirror", url: receiver.url });
    const id = createWebhookId();
    const data = { body: record.body.id, meeting: "2010", slot: "3", reason: "Mr. Confidential is ill" };
    await sendEvent(service, record.body.id, id, { type: "slot.cancelled", timestamp: "2010-01-27T09:00:00Z", data }, Date.now());
    await until(() => expect(receiver.received).toHaveLength(1));
    expect(receiver.received[0]?.raw).toContain("Confidential");
    await service.report(record, { type: "event.redacted", event: id });
    receiver.reply({ status: 200 });
    await until(() => expect(listTypes(receiver).slice(1)).toEqual(["slot.cancelled", "event.redacted"]));
    expect(
      receiver.received
        .slice(1)
        .map(({ raw }) => raw)
        .join("\n"),
    ).not.toContain("Confidential");
  });
});

describe("an endpoint", () => {
  it("that answers 410 is sent nothing more until it is named anew, and /healthz says so while the service is well", async () => {
    const record = await announceAnew();
    const receiver = await listen({ status: 410 });
    await name(record, { name: "mirror", url: receiver.url });
    await reschedule(record, "4", "14");
    await until(async () => expect((await fetchEndpoints(at(record)))[0]).toContain("ENDED: gone (410)"));
    await until(async () =>
      expect(await (await service.get("/healthz")).json()).toMatchObject({
        status: "ok",
        news: expect.arrayContaining([{ at: record.body.id, endpoint: "mirror", fault: "gone" }]),
      }),
    );
    await reschedule(record, "4", "16");
    receiver.reply({ status: 200 });
    await name(record, { name: "mirror", url: receiver.url });
    await reschedule(record, "4", "17");
    await until(() => expect(receiver.received).toHaveLength(2));
  });

  it("is tested, and removed with all that waits for it; its token is told to nobody", async () => {
    const record = await announceAnew();
    const receiver = await listen();
    await name(record, { name: "mirror", url: receiver.url });
    expect(await testEndpoint(at(record), "mirror")).toBeUndefined();
    const test: unknown = JSON.parse(receiver.received[0]?.raw ?? "");
    expect(test).toMatchObject({ type: "endpoint.tested" });
    expectDescribed("Test", test);
    receiver.reply({ status: 404 });
    expect(await testEndpoint(at(record), "mirror")).toBe("404");
    await reschedule(record, "4", "16");
    expect(await sendEndpointRemoved(at(record), "mirror")).toMatchObject({ ok: true });
    expect(await fetchEndpoints(at(record))).toEqual(["News of the body is sent nowhere."]);
    const { id } = record.body;
    for (const path of [`/${id}`, `/${id}.json`, `/${id}/2010.json`, `/${id}/2010/log.json`, `/${id}/2010/log`, "/healthz"])
      expect(await (await service.get(path)).text(), path).not.toContain("t0ken");
  });
});

describe("the secret of an endpoint", () => {
  it("changes without a delivery that its receiver refuses, whenever that goes over to the next", async () => {
    const record = await announceAnew();
    const secrets = await Promise.all(
      [1, 2].map((generation) => deriveEndpointSecret(service.secret, { body: record.body.id, name: "mirror", generation })),
    );
    const receiver = await listen();
    const add = (generation: number): Promise<void> => name(record, { name: "mirror", url: receiver.url, generation });
    /** Which of the two would verify the last that came. */
    const verifiedBy = (): readonly boolean[] => {
      const { raw, headers } = receiver.received.at(-1) ?? { raw: "", headers: {} };
      return secrets.map((secret) => {
        try {
          new Webhook(secret ?? "").verify(raw, headers as { [header: string]: string });
          return true;
        } catch {
          return false;
        }
      });
    };
    const sent: (readonly boolean[])[] = [];
    const change = async (hour: string): Promise<void> => {
      await reschedule(record, "4", hour);
      await until(() => expect(receiver.received).toHaveLength(sent.length + 1));
      sent.push(verifiedBy());
    };
    await add(1);
    await change("14");
    await add(2);
    await change("16");
    await change("17");
    await add(3);
    await change("18");
    expect(sent).toEqual([
      [true, false],
      [true, true],
      [true, true],
      [false, true],
    ]);
  });
});
