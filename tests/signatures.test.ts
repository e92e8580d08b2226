import { exports } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import * as ed25519 from "@noble/ed25519";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it } from "vitest";
import { announce, BODY, get, MEETING, nextId, OPERATOR_KEY, post, type Posted } from "./support/secretariat.ts";

/** Senders of others' making: the reference library for `v1`, and an Ed25519 written in JavaScript alone for `v1a`. */

const SEED = new Uint8Array(32).fill(7);
const OTHER_SEED = new Uint8Array(32).fill(8);
const OTHER_SECRET = `whsec_${btoa("another key that nobody trusts at all")}`;
const encoder = new TextEncoder();
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

interface Delivery {
  readonly id: string;
  readonly at: number;
  readonly raw: string;
}

type Signer = (delivery: Delivery) => Promise<string>;

const byEd25519 =
  (seed: Uint8Array): Signer =>
  async ({ id, at, raw }) =>
    `v1a,${base64(await ed25519.signAsync(encoder.encode(`${id}.${at}.${raw}`), seed))}`;
const byHmac =
  (secret: string): Signer =>
  ({ id, at, raw }) =>
    Promise.resolve(new Webhook(secret).sign(id, new Date(at * 1000), raw));

const eventOf = (type: string, body = BODY, more: Record<string, unknown> = {}): string =>
  JSON.stringify({ type, timestamp: "2010-01-27T09:20:00Z", data: { body, meeting: MEETING, ...more } });

/** Posts a delivery as it is, with whatever signature. */
const deliver = async ({ id, at, raw }: Delivery, signature: string): Promise<Posted> => {
  const headers = { "webhook-id": id, "webhook-timestamp": String(at), "webhook-signature": signature };
  const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, { method: "POST", body: raw, headers });
  return { status: response.status, answer: await response.json() };
};

const now = (): number => Math.floor(Date.now() / 1000);
const fresh = (raw = eventOf("meeting.opened")): Delivery => ({ id: nextId(), at: now(), raw });
const operator = (type: string, data: Record<string, unknown>): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }));
const version = async (): Promise<number> => (await (await get(`/${BODY}/${MEETING}.json`)).json<{ version: number }>()).version;

/** A key that opens slots of this meeting alone. */
const LIMITED_SEED = new Uint8Array(32).fill(9);
const REVOKED_SEED = new Uint8Array(32).fill(10);
const ENDED_SEED = new Uint8Array(32).fill(11);

const addKey = async (name: string, seed: Uint8Array, limits: Record<string, unknown> = {}): Promise<void> => {
  const publicKey = `whpk_${base64(await ed25519.getPublicKeyAsync(seed))}`;
  expect((await operator("key.added", { key: { name, publicKey, ...limits } })).status).toBe(200);
};

beforeEach(async () => {
  await reset();
  await announce();
  await addKey("desk", SEED);
  await addKey("webcast", LIMITED_SEED, { meeting: MEETING, events: ["slot.opened", "slot.adjourned"] });
  await addKey("lost", REVOKED_SEED);
  await addKey("ended", ENDED_SEED, { until: "2010-01-01T00:00:00Z" });
  await operator("key.revoked", { name: "lost" });
});

describe("signers of others' making are understood", () => {
  it.for([
    { what: "v1 by standardwebhooks", sign: byHmac(OPERATOR_KEY) },
    { what: "v1a by @noble/ed25519", sign: byEd25519(SEED) },
  ])("$what", async ({ sign }) => {
    const delivery = fresh();
    expect(await deliver(delivery, await sign(delivery))).toMatchObject({ status: 200, answer: { outcome: "applied" } });
    const words = fresh(eventOf("agenda.adopted", BODY, { note: "à l’unanimité، 一致通过" }));
    expect(await deliver(words, await sign(words))).toMatchObject({ status: 200 });
  });

  it("both in one header, and with a signature of a scheme that is unknown", async () => {
    const delivery = fresh();
    const signatures = [`v2,${base64(new Uint8Array(64))}`, await byEd25519(OTHER_SEED)(delivery), await byEd25519(SEED)(delivery)];
    expect((await deliver(delivery, signatures.join(" "))).status).toBe(200);
  });
});

const signed =
  (change: (delivery: Delivery) => Delivery, sign: Signer, after: (delivery: Delivery) => Delivery = (same) => same) =>
  async () => {
    const delivery = change(fresh());
    return deliver(after(delivery), await sign(delivery));
  };
const same = (delivery: Delivery): Delivery => delivery;
const withRaw =
  (raw: string) =>
  (delivery: Delivery): Delivery => ({ ...delivery, raw });

describe("each delivery that must not speak is refused with its answer, and changes nothing", () => {
  const sign = byEd25519(SEED);
  it.for([
    { what: "forged by a key of nobody's, v1a", send: signed(same, byEd25519(OTHER_SEED)), status: 401, code: "bad-signature" },
    { what: "forged by a secret of nobody's, v1", send: signed(same, byHmac(OTHER_SECRET)), status: 401, code: "bad-signature" },
    {
      what: "the signature of another scheme",
      send: signed(same, async (d) => (await sign(d)).replace("v1a,", "v1,")),
      status: 401,
      code: "bad-signature",
    },
    { what: "a truncated signature", send: signed(same, async (d) => (await sign(d)).slice(0, 60)), status: 401, code: "bad-signature" },
    { what: "a signature that is no Base64", send: signed(same, () => Promise.resolve("v1a,***")), status: 401, code: "bad-signature" },
    { what: "a truncated body", send: signed(same, sign, (d) => ({ ...d, raw: d.raw.slice(0, -1) })), status: 401, code: "bad-signature" },
    {
      what: "a body changed after it was signed",
      send: signed(same, sign, (d) => ({ ...d, raw: d.raw.replace("opened", "closed") })),
      status: 401,
      code: "bad-signature",
    },
    {
      what: "the signature of another id",
      send: signed(same, sign, (d) => ({ ...d, id: "msg_other" })),
      status: 401,
      code: "bad-signature",
    },
    {
      what: "the signature of another time",
      send: signed(same, sign, (d) => ({ ...d, at: d.at - 1 })),
      status: 401,
      code: "bad-signature",
    },
    { what: "stale by six minutes", send: signed((d) => ({ ...d, at: d.at - 360 }), sign), status: 401, code: "bad-timestamp" },
    { what: "six minutes ahead", send: signed((d) => ({ ...d, at: d.at + 360 }), sign), status: 401, code: "bad-timestamp" },
    {
      what: "signed for another body",
      send: signed(withRaw(eventOf("meeting.opened", "other-body")), sign),
      status: 422,
      code: "wrong-address",
    },
    { what: "by a key that was revoked", send: signed(same, byEd25519(REVOKED_SEED)), status: 401, code: "bad-signature" },
    { what: "by a key whose time is over", send: signed(same, byEd25519(ENDED_SEED)), status: 401, code: "not-permitted" },
    { what: "by a key limited to other events", send: signed(same, byEd25519(LIMITED_SEED)), status: 401, code: "not-permitted" },
    {
      what: "by a key limited to another meeting",
      send: signed(withRaw(eventOf("slot.opened", BODY, { slot: "1", meeting: "2011" })), byEd25519(LIMITED_SEED)),
      status: 401,
      code: "not-permitted",
    },
    {
      what: "by a body's key for the trust list",
      send: signed(
        withRaw(JSON.stringify({ type: "key.revoked", timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, name: "webcast" } })),
        sign,
      ),
      status: 401,
      code: "not-permitted",
    },
  ])("$what", async ({ send, status, code }) => {
    const { status: answered, answer } = await send();
    expect({ status: answered, code: answer["code"] }).toEqual({ status, code });
    expect(await version()).toBe(1);
  });

  it("a replay, which gets the answer that it got, and applies nothing again", async () => {
    const delivery = fresh();
    const signature = await sign(delivery);
    const first = await deliver(delivery, signature);
    expect(await deliver(delivery, signature)).toEqual(first);
    expect(await version()).toBe(2);
  });
});
