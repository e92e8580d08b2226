import { env, exports } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import { hashToken, createToken } from "../src/standard-webhooks/bearer-token.ts";
import { deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { receiveEvent } from "../src/webhooks/receive-event.ts";
import { requestLog } from "./support/log-transfer.ts";
import { announce, BODY, get, MEETING, nextId, OPERATOR_KEY, post, SEED, send, type Posted } from "./support/secretariat.ts";

const operator = (type: string, data: Record<string, unknown>, path = `/${BODY}/events`, body = BODY): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body, ...data } }), { path });
const add = (key: Record<string, unknown>): Promise<Posted> => operator("key.added", { key });
const secretOf = async (name: string, generation = 1, body = BODY): Promise<string> =>
  (await deriveSecret(OPERATOR_KEY, { body, name, generation })) ?? "";
/** The key of each event of the meeting's log, as its operator exports it: what anyone may read names none. */
const keysOf = async (): Promise<readonly (string | undefined)[]> => {
  const { answer } = await requestLog("export", { request: "log.export", after: 0 });
  const lines = (answer["lines"] as string[]).map(
    (line) => JSON.parse(line) as { readonly key: string; readonly answer: { version: number } },
  );
  return lines.flatMap(({ key, answer: { version } }) => (version > 0 ? [key] : []));
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

const hmac = async (secret: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, content));
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a derived secret", () => {
  it("is HKDF-SHA256 of the operator's, by body, name and generation", async () => {
    const master = new Uint8Array(Uint8Array.fromBase64(OPERATOR_KEY.slice("whsec_".length)));
    const extracted = await hmac(new Uint8Array(32), master);
    const expanded = await hmac(extracted, new Uint8Array(new TextEncoder().encode(`plenary v1|${BODY}|desk|2\u0001`)));
    expect(await secretOf("desk", 2)).toBe(`whsec_${expanded.toBase64()}`);
  });

  it("differs for each body, name and generation, and is none of what is no secret", async () => {
    const secrets = await Promise.all([
      secretOf("desk"),
      secretOf("desk", 2),
      secretOf("other"),
      secretOf("desk", 1, "other-body"),
      Promise.resolve(OPERATOR_KEY),
    ]);
    expect(new Set(secrets).size).toBe(5);
    expect(await deriveSecret("whsk_AAAA", { body: BODY, name: "desk", generation: 1 })).toBeUndefined();
  });

  it("speaks once its name and generation are added, and stands in no log", async () => {
    const key = await secretOf("desk");
    expect((await send("meeting.opened", {}, { key })).status).toBe(401);
    expect((await add({ name: "desk", generation: 1 })).status).toBe(200);
    expect((await send("meeting.opened", {}, { key })).status).toBe(200);
    expect(await keysOf()).toEqual(["operator", "desk"]);
    expect(await (await get(`/${BODY}/${MEETING}/log.json`)).text()).not.toContain(key);
  });

  it("changes without a refused event: both generations are good until the old one is revoked", async () => {
    await add({ name: "desk", generation: 1 });
    await add({ name: "desk", generation: 2 });
    const [old, next] = [await secretOf("desk"), await secretOf("desk", 2)];
    expect((await send("meeting.opened", {}, { key: old })).status).toBe(200);
    expect((await send("agenda.adopted", {}, { key: next })).status).toBe(200);
    await operator("key.revoked", { name: "desk", generation: 1 });
    expect((await send("slot.opened", { data: { slot: "1" } }, { key: old })).status).toBe(401);
    expect((await send("slot.opened", { data: { slot: "1" } }, { key: next })).status).toBe(200);
    expect(await keysOf()).toEqual(["operator", "desk", "desk.2", "desk.2"]);
  });

  it("is revoked in all generations where none is named, and no generation comes twice", async () => {
    await add({ name: "desk", generation: 1 });
    await add({ name: "desk", generation: 2 });
    expect((await operator("key.revoked", { name: "desk" })).status).toBe(200);
    for (const generation of [1, 2]) {
      expect((await send("meeting.opened", {}, { key: await secretOf("desk", generation) })).status).toBe(401);
      expect(await add({ name: "desk", generation })).toMatchObject({ status: 409, answer: { reason: "key-name-used" } });
    }
  });

  it("opens no other body", async () => {
    const record = { id: "other-body", name: "Another body" };
    await operator("body.registered", { record }, "/other-body/events", "other-body");
    await add({ name: "desk", generation: 1 });
    const raw = JSON.stringify({
      type: "meeting.opened",
      timestamp: "2010-01-27T09:20:00Z",
      data: { body: "other-body", meeting: MEETING },
    });
    const sent = await post(raw, { key: await secretOf("desk"), path: "/other-body/events" });
    expect(sent).toMatchObject({ status: 401, answer: { code: "bad-signature" } });
  });
});

describe("a bearer token", () => {
  const limits = { meeting: MEETING, events: ["slot.opened", "slot.adjourned"], until: inDays(100) };
  const opened = (slot = "1", timestamp = "2010-01-27T09:20:00Z") =>
    JSON.stringify({ type: "slot.opened", timestamp, data: { body: BODY, meeting: MEETING, slot } });
  const deliver = async (token: string, body = opened(), headers: Record<string, string> = {}, settings: Env = env): Promise<Posted> => {
    const request = new Request(`https://plenary.example/${BODY}/events`, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    const response = await (settings === env ? exports.default.fetch(request) : receiveEvent(request, BODY, settings, Date.now));
    return { status: response.status, answer: await response.json() };
  };
  const added = async (more: Record<string, unknown> = limits): Promise<string> => {
    const token = createToken();
    expect(await add({ name: "phone", tokenDigest: await hashToken(token), ...more })).toMatchObject({ status: 200 });
    return token;
  };

  it("speaks for its meeting and its events, and is stored nowhere", async () => {
    const token = await added();
    expect(await deliver(token)).toMatchObject({ status: 200, answer: { outcome: "applied" } });
    expect(await keysOf()).toEqual(["operator", "phone"]);
  });

  it("is sent under an id that no other sender can take: it is made of the bytes, which others may guess", async () => {
    const token = await added();
    const id = `sha256-${await hashToken(opened())}`;
    const taken = await send("meeting.opened", {}, { id });
    expect(taken).toMatchObject({ status: 401, answer: { code: "not-signed", detail: expect.stringContaining("begins with sha256-") } });
    expect(await deliver(token, opened(), { "webhook-id": id })).toMatchObject({ status: 401, answer: { code: "not-signed" } });
    expect(await deliver(token)).toMatchObject({ status: 200, answer: { outcome: "applied" } });
  });

  it("is none where the operator does not allow tokens, which is how it is by default", async () => {
    const token = await added();
    for (const PLENARY_BEARER_TOKENS of [undefined, null, "", "no", "true"]) {
      const { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN } = env;
      const off: Env = { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN, PLENARY_OPERATOR_KEY: OPERATOR_KEY };
      const settings = PLENARY_BEARER_TOKENS === undefined ? off : { ...off, PLENARY_BEARER_TOKENS };
      const refused = await deliver(token, opened(), {}, settings);
      expect(refused).toMatchObject({ status: 401, answer: { code: "not-signed", detail: expect.stringContaining("no bearer tokens") } });
    }
  });

  it("is added with a meeting, events and an end, or not at all", async () => {
    const tokenDigest = await hashToken(createToken());
    for (const missing of ["meeting", "events", "until"]) {
      const key = { name: "phone", tokenDigest, ...limits, [missing]: undefined };
      expect(await add(key), missing).toMatchObject({ status: 422, answer: { errors: [{ field: `data.key.${missing}` }] } });
    }
    expect((await add({ name: "phone", ...limits })).status).toBe(422);
    expect(
      (await add({ name: "phone", tokenDigest, publicKey: "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", ...limits })).status,
    ).toBe(422);
  });

  it("is refused beyond its limits, and once it is revoked", async () => {
    const token = await added();
    const other = JSON.stringify({ type: "meeting.opened", timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, meeting: MEETING } });
    expect(await deliver(token, other)).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
    await operator("key.revoked", { name: "phone" });
    expect((await deliver(token)).status).toBe(401);
  });

  it("that is another, or no token of ours, is refused", async () => {
    await added();
    expect(await deliver(createToken())).toMatchObject({ status: 401, answer: { code: "bad-signature" } });
    for (const token of ["", "hunter2", `plt_${"a".repeat(42)}`, OPERATOR_KEY])
      expect(await deliver(token), token).toMatchObject({ status: 401, answer: { code: "not-signed" } });
  });

  it("without a webhook-id has the same bytes be the same event, and other bytes another", async () => {
    const token = await added();
    const first = await deliver(token);
    expect(await deliver(token)).toEqual(first);
    const closing = JSON.stringify({
      type: "slot.adjourned",
      timestamp: "2010-01-27T12:00:00Z",
      data: { body: BODY, meeting: MEETING, slot: "1" },
    });
    expect((await deliver(token, closing)).status).toBe(200);
    expect(await deliver(token, opened("2"), { "webhook-id": "msg_a" })).toMatchObject({ status: 200 });
    expect(await deliver(token, opened("3"), { "webhook-id": "msg_a" })).toMatchObject({ status: 409, answer: { code: "id-reused" } });
  });

  it("with a webhook-timestamp is held to it", async () => {
    expect(await deliver(await added(), opened(), { "webhook-timestamp": "1264584060" })).toMatchObject({
      status: 401,
      answer: { code: "bad-timestamp" },
    });
  });
});

describe("a key that ends within two weeks", () => {
  it.for([
    { days: 13, codes: ["key-expires-soon"] },
    { days: 15, codes: [] },
  ])("is told of with each answer: $days days", async ({ days, codes }) => {
    await add({ name: "desk", generation: 1, until: inDays(days) });
    const { answer } = await send("meeting.opened", {}, { key: await secretOf("desk") });
    expect(answer["warnings"]).toEqual(
      codes.map((code) => expect.objectContaining({ code, message: expect.stringContaining("desk is good until") })),
    );
  });
});

describe("the list of a body's keys", () => {
  const list = (asked: Record<string, unknown>, key = OPERATOR_KEY): Promise<Posted> =>
    post(JSON.stringify({ request: "keys.list", body: BODY, ...asked }), { path: `/${BODY}/keys/list`, key, id: nextId() });

  it("is for the operator, and those who may make keys, and shows nothing that proves a key", async () => {
    const tokenDigest = await hashToken(createToken());
    await add({ name: "console", publicKey: "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" });
    await add({ name: "desk", generation: 3, meeting: MEETING });
    await add({ name: "phone", tokenDigest, meeting: MEETING, events: ["slot.opened"], until: "2030-01-01T00:00:00Z" });
    expect(await list({})).toEqual({
      status: 200,
      answer: {
        keys: [
          { name: "console", kind: "Ed25519", fingerprint: expect.stringMatching(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/) },
          { name: "desk", kind: "derived", generation: 3, meeting: MEETING },
          { name: "phone", kind: "bearer", meeting: MEETING, events: ["slot.opened"], until: "2030-01-01T00:00:00Z" },
        ],
      },
    });
    expect((await list({}, await secretOf("desk", 3))).status).toBe(401);
    expect((await list({ body: "other-body" })).status).toBe(422);
    expect((await get(`/${BODY}/keys/list`)).status).toBe(405);
  });
});

describe("the operator's secret", () => {
  it("is changed without a refused event: two are good while both are set, and so are secrets derived from each", async () => {
    const next = `whsec_${btoa("the operator's next key, of 32 b")}`;
    const { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN } = env;
    const both: Env = { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN, PLENARY_OPERATOR_KEY: `${next} ${OPERATOR_KEY}` };
    await add({ name: "desk", generation: 1 });
    const derived = (await deriveSecret(next, { body: BODY, name: "desk", generation: 1 })) ?? "";
    const at = new Date();
    for (const [type, key] of [
      ["meeting.opened", next],
      ["agenda.adopted", OPERATOR_KEY],
      ["meeting.suspended", derived],
      ["meeting.resumed", await secretOf("desk")],
    ] as const) {
      const [id, body] = [nextId(), JSON.stringify({ type, timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, meeting: MEETING } })];
      const headers = {
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(key).sign(id, at, body),
      };
      const request = new Request(`https://plenary.example/${BODY}/events`, { method: "POST", body, headers });
      expect((await receiveEvent(request, BODY, both, () => at.getTime())).status, type).toBe(200);
    }
  });
});

describe("a key with the right to make keys", () => {
  const sendBy = async (name: string, type: string, data: Record<string, unknown>) =>
    post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }), {
      key: await secretOf(name),
      id: nextId(),
    });

  beforeEach(async () => {
    await add({
      name: "chief",
      generation: 1,
      meeting: MEETING,
      events: ["slot.opened", "slot.adjourned"],
      rights: ["keys", "news"],
      until: inDays(30),
    });
  });

  it.for([
    {
      what: "as far as it reaches itself",
      key: { events: ["slot.opened"], meeting: MEETING, until: inDays(20), rights: ["news"] },
      status: 200,
    },
    { what: "but not of another meeting", key: { events: ["slot.opened"], meeting: "2011", until: inDays(20) }, status: 401 },
    { what: "nor of all meetings", key: { events: ["slot.opened"], until: inDays(20) }, status: 401 },
    { what: "nor for other events", key: { events: ["slot.cancelled"], meeting: MEETING, until: inDays(20) }, status: 401 },
    { what: "nor for all", key: { meeting: MEETING, until: inDays(20) }, status: 401 },
    { what: "nor for longer", key: { events: ["slot.opened"], meeting: MEETING, until: inDays(31) }, status: 401 },
    {
      what: "nor with a right that it lacks",
      key: { events: ["slot.opened"], meeting: MEETING, until: inDays(20), rights: ["replace"] },
      status: 401,
    },
    {
      what: "nor with its own right to make keys",
      key: { events: ["slot.opened"], meeting: MEETING, until: inDays(20), rights: ["keys"] },
      status: 401,
    },
  ])("makes some $what", async ({ key, status }) => {
    expect((await sendBy("chief", "key.added", { key: { name: "clerk", generation: 1, ...key } })).status).toBe(status);
    expect((await sendBy("clerk", "slot.opened", { meeting: MEETING, slot: "1" })).status).toBe(status);
  });

  it("revokes such as it might have made, and no other; and registers nothing", async () => {
    await add({ name: "clerk", generation: 1, meeting: MEETING, events: ["slot.opened"], until: inDays(20) });
    await add({ name: "desk", generation: 1 });
    expect((await sendBy("chief", "key.revoked", { name: "clerk" })).status).toBe(200);
    expect((await sendBy("clerk", "slot.opened", { meeting: MEETING, slot: "1" })).status).toBe(401);
    expect((await sendBy("chief", "key.revoked", { name: "desk" })).status).toBe(401);
    expect((await sendBy("chief", "key.revoked", { name: "chief" })).status).toBe(401);
    expect((await sendBy("chief", "body.registered", { record: SEED.body })).status).toBe(401);
    expect((await sendBy("desk", "key.added", { key: { name: "more", generation: 1 } })).status).toBe(401);
  });
});
