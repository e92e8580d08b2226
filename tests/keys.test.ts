import { exports } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { importPublicKey, importSigningKey } from "../src/standard-webhooks/signature.ts";
import { listSenders } from "./support/log-transfer.ts";
import { announce, BODY, feedText, get, MEETING, nextId, OPERATOR_KEY, post, SEED, type Posted } from "./support/secretariat.ts";

/** RFC 8032 §7.1, tests 1 to 3. */
const VECTORS = [
  {
    seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    message: "",
    signature:
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  },
  {
    seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    message: "72",
    signature:
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  },
  {
    seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    message: "af82",
    signature:
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  },
];

const base64 = (hex: string): string => btoa(String.fromCharCode(...Uint8Array.fromHex(hex)));
const publicKeyOf = (at: number): string => `whpk_${base64(VECTORS[at]?.publicKey ?? "")}`;
const secretOf = (at: number): string => `whsk_${base64(VECTORS[at]?.seed ?? "")}`;

/** Signs with WebCrypto alone, the key made from the vector's seed in PKCS #8 by hand. */
const sendSigned = async (at: number, event: Record<string, unknown>, id = nextId()): Promise<Posted> => {
  const pkcs8 = Uint8Array.fromHex(`302e020100300506032b657004220420${VECTORS[at]?.seed ?? ""}`);
  const key = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const raw = JSON.stringify(event);
  const signature = await crypto.subtle.sign("Ed25519", key, new TextEncoder().encode(`${id}.${timestamp}.${raw}`));
  const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, {
    method: "POST",
    body: raw,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1a,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
    },
  });
  return { status: response.status, answer: await response.json() };
};

const about = (type: string, data: Record<string, unknown> = {}) => ({
  type,
  timestamp: "2010-01-27T09:20:00Z",
  data: { body: BODY, meeting: MEETING, ...data },
});
const operator = (type: string, data: Record<string, unknown>): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }), { key: OPERATOR_KEY });
const addKey = (at: number, limits: Record<string, unknown> = {}): Promise<Posted> =>
  operator("key.added", { key: { name: `desk-${at}`, publicKey: publicKeyOf(at), ...limits } });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("Ed25519 keys", () => {
  it.for(VECTORS)("sign and verifySignature as RFC 8032 says: message $message", async ({ seed, publicKey, message, signature }) => {
    const [own, open] = [await importSigningKey("x", `whsk_${base64(seed)}`), await importPublicKey("x", `whpk_${base64(publicKey)}`)];
    if (!own || !open) throw new Error("the vectors are keys");
    expect(new Uint8Array(await crypto.subtle.sign("Ed25519", own.key, Uint8Array.fromHex(message))).toHex()).toBe(signature);
    expect(await crypto.subtle.verify("Ed25519", open.key, Uint8Array.fromHex(signature), Uint8Array.fromHex(message))).toBe(true);
  });

  it("are none where they have another length or prefix", async () => {
    for (const bad of ["whpk_", "whpk_AAAA", secretOf(0), "whpk_*"]) expect(await importPublicKey("x", bad)).toBeUndefined();
    for (const bad of ["", "whsec_AAAA", "whsk_AAAA", publicKeyOf(0)]) expect(await importSigningKey("x", bad)).toBeUndefined();
  });
});

describe("a key of the body", () => {
  it("speaks once the operator has added it, under its own name in the exported log, and in nothing public", async () => {
    expect((await sendSigned(0, about("meeting.opened"))).status).toBe(401);
    expect((await addKey(0)).answer).toMatchObject({ outcome: "applied", state: "registered" });
    expect((await sendSigned(0, about("meeting.opened"))).status).toBe(200);
    expect(await listSenders()).toEqual(["operator", "desk-0"]);
    for (const path of ["", "/log", ".json", "/log.json", "/report.txt", ".ics"])
      expect(await feedText(`/${BODY}/${MEETING}${path}`), path).not.toMatch(/desk-0|whpk_/);
  });

  it("is refused from the moment when it is revoked, and the other keys are not", async () => {
    await addKey(0);
    await addKey(1);
    expect((await operator("key.revoked", { name: "desk-0", reason: "Lost" })).status).toBe(200);
    expect(await sendSigned(0, about("meeting.opened"))).toMatchObject({ status: 401, answer: { code: "bad-signature" } });
    expect((await sendSigned(1, about("meeting.opened"))).status).toBe(200);
  });

  it.for([
    { what: "another meeting", limits: { meeting: "2011" }, says: "speaks for the meeting 2011 alone" },
    { what: "other events", limits: { events: ["slot.opened", "slot.adjourned"] }, says: "sends slot.opened, slot.adjourned alone" },
    { what: "a time that is over", limits: { until: "2010-01-01T00:00:00Z" }, says: "was good until 2010-01-01T00:00:00Z" },
  ])("limited to $what may not open this meeting", async ({ limits, says }) => {
    await addKey(0, limits);
    const { status, answer } = await sendSigned(0, about("meeting.opened"));
    expect({ status, code: answer["code"] }).toEqual({ status: 401, code: "not-permitted" });
    expect(answer["detail"]).toContain(says);
    expect((await (await get(`/${BODY}/${MEETING}.json`)).json<{ version: number }>()).version).toBe(1);
  });

  it("limited to what it sends, may", async () => {
    await addKey(0, { meeting: MEETING, events: ["slot.opened"], until: "2100-01-01T00:00:00Z" });
    expect((await sendSigned(0, about("slot.opened", { slot: "1" }))).status).toBe(200);
  });

  it("that is enrolled twice speaks by whichever of the two may, in the name of that one", async () => {
    const key = (name: string, generation: number, limits: Record<string, unknown>) =>
      operator("key.added", { key: { name, generation, publicKey: publicKeyOf(0), ...limits } });
    await key("desk", 1, { until: "2010-01-01T00:00:00Z" });
    await key("desk", 2, { meeting: "2011" });
    await key("desk", 3, { events: ["meeting.opened"], until: "2100-01-01T00:00:00Z" });
    expect((await sendSigned(0, about("meeting.opened"))).status).toBe(200);
    expect(await sendSigned(0, about("agenda.adopted"))).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
    expect(await listSenders()).toEqual(["operator", "desk.3"]);
  });

  it("limited to some events corrects those alone that it sent, in whatever generation", async () => {
    const limits = { events: ["slot.opened", "slot.adjourned", "event.withdrawn", "event.redacted"] };
    const key = (generation: number, at: number) =>
      operator("key.added", { key: { name: "desk", generation, publicKey: publicKeyOf(at), ...limits } });
    await key(1, 0);
    await key(2, 1);
    await operator("agenda.adopted", { meeting: MEETING, note: "As it stood" });
    expect((await sendSigned(0, about("slot.opened", { slot: "1" }), "msg_own")).status).toBe(200);
    const { events } = await (await get(`/${BODY}/${MEETING}/log.json`)).json<{ events: { id: string; type: string }[] }>();
    const adopted = events.find(({ type }) => type === "agenda.adopted")?.id;
    for (const type of ["event.withdrawn", "event.redacted"]) {
      const { status, answer } = await sendSigned(0, about(type, { event: adopted }));
      expect({ status, code: answer["code"] }, type).toEqual({ status: 401, code: "not-permitted" });
    }
    expect((await sendSigned(1, about("event.withdrawn", { event: "msg_own" }))).status).toBe(200);
  });

  it("does not let a signature of another length make a fault", async () => {
    await addKey(0);
    const headers = { "webhook-id": nextId(), "webhook-timestamp": String(Math.floor(Date.now() / 1000)) };
    for (const signature of ["v1a,", `v1a,${btoa("short")}`, `v1a,${btoa("x".repeat(65))}`, `v1,${btoa("x")}`]) {
      const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, {
        method: "POST",
        body: "{}",
        headers: { ...headers, "webhook-signature": signature },
      });
      expect(response.status, signature).toBe(401);
    }
  });

  it("never adds a key, revokes one, or changes the body", async () => {
    await addKey(0);
    for (const event of [
      { type: "key.added", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, key: { name: "mine", publicKey: publicKeyOf(1) } } },
      { type: "key.revoked", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, name: "desk-0" } },
      { type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, record: SEED.body } },
    ])
      expect(await sendSigned(0, event), event.type).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
  });

  it("opens no other body", async () => {
    await addKey(0);
    const record = { id: "other-body", name: "Another body" };
    await post(JSON.stringify({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: { body: "other-body", record } }), {
      path: "/other-body/events",
    });
    expect(await sendSigned(0, about("meeting.opened", { body: "other-body" }))).toMatchObject({
      status: 422,
      answer: { code: "wrong-address" },
    });
  });

  it("has a name that is given once, and is what it says", async () => {
    await addKey(0);
    await operator("key.revoked", { name: "desk-0" });
    expect(await addKey(0)).toMatchObject({ status: 409, answer: { reason: "key-name-used" } });
    expect(await operator("key.revoked", { name: "desk-0" })).toMatchObject({ status: 409, answer: { reason: "unknown-key" } });
    for (const key of [
      { name: "operator", publicKey: publicKeyOf(1) },
      { name: "x", publicKey: "whsec_AAAA" },
      { name: "x", publicKey: publicKeyOf(1), events: ["key.added"] },
    ])
      expect((await operator("key.added", { key })).status).toBe(422);
  });

  it("stays as it is after a dry run", async () => {
    const dry = await post(
      JSON.stringify({
        type: "key.added",
        timestamp: "2010-01-01T00:00:00Z",
        dryRun: true,
        data: { body: BODY, key: { name: "desk-0", publicKey: publicKeyOf(0) } },
      }),
    );
    expect(dry).toMatchObject({ status: 200, answer: { outcome: "dry run" } });
    expect((await sendSigned(0, about("meeting.opened"))).status).toBe(401);
  });
});
