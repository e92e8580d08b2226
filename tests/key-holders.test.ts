import { beforeAll, describe, expect, it } from "vitest";
import { exports } from "cloudflare:workers";
import { getRoleLimits } from "../src/meeting/roles.ts";
import { createWebhookId, signDelivery } from "../src/standard-webhooks/client.ts";
import type { KeysRequest } from "../src/standard-webhooks/operator-requests.ts";
import { importSigningKey } from "../src/standard-webhooks/signature.ts";
import { createBrowser, sendBy } from "./support/browser.ts";
import { announce, BODY, get, MEETING, post, type Posted } from "./support/secretariat.ts";

const AT = "2010-01-27T09:20:00Z";

const ask = async (secret: string, asked: KeysRequest): Promise<Posted> => {
  const key = await importSigningKey("browser", secret);
  if (!key) throw new Error("no key");
  const signed = await signDelivery(key, createWebhookId(), asked, Date.now());
  const response = await exports.default.fetch(`https://plenary.example/${BODY}/keys/list`, signed);
  return { status: response.status, answer: await response.json() };
};

const addKey = async (name: string, limits: object = {}) => {
  const browser = await createBrowser();
  const event = { type: "key.added", timestamp: AT, data: { body: BODY, key: { name, publicKey: browser.publicKey, ...limits } } };
  expect(await post(JSON.stringify(event))).toMatchObject({ status: 200 });
  return browser;
};

const OFFICER = getRoleLimits("conference-officer");

beforeAll(() => announce());

describe("a holder of a key", () => {
  it("is told what it may, and whose it is", async () => {
    const officer = await addKey("officer-1", { ...OFFICER, label: "A. Officer, room 5" });
    expect(await ask(officer.secret, { request: "keys.own", body: BODY })).toMatchObject({
      status: 200,
      answer: { key: { name: "officer-1", label: "A. Officer, room 5", events: OFFICER.events, kind: "Ed25519" } },
    });
  });

  it("is told by whom each event came, by name and office, and no page says it", async () => {
    const officer = await addKey("officer-2", { ...OFFICER, label: "B. Officer" });
    const opened = { type: "slot.opened", timestamp: AT, data: { body: BODY, meeting: MEETING, slot: "1" } };
    expect(await sendBy(officer.secret, opened, "msg_by_b")).toMatchObject({ status: 200 });
    const { answer } = await ask(officer.secret, { request: "senders.list", body: BODY, meeting: MEETING });
    expect(answer["senders"]).toEqual([
      { id: "msg_by_b", name: "officer-2", label: "B. Officer", role: "conference-officer" },
      expect.objectContaining({ name: "operator" }),
    ]);
    for (const path of [`/${BODY}/${MEETING}`, `/${BODY}/${MEETING}/log`, `/${BODY}/${MEETING}/log.json`, `/${BODY}.json`])
      expect(await (await get(path)).text()).not.toMatch(/B\. Officer|officer-2/);
  });

  it("is told of the others, and when each was last used, only where it may make keys", async () => {
    const secretary = await addKey("secretary", getRoleLimits("secretary"));
    const officer = await addKey("officer-3", OFFICER);
    const opened = { type: "slot.opened", timestamp: AT, data: { body: BODY, meeting: MEETING, slot: "2" } };
    await sendBy(officer.secret, opened);
    const { answer } = await ask(secretary.secret, { request: "keys.list", body: BODY });
    const keys = answer["keys"] as readonly Record<string, unknown>[];
    expect(keys.find(({ name }) => name === "officer-3")).toMatchObject({ lastUsed: expect.stringMatching(/^20\d\d-/), kind: "Ed25519" });
    expect(keys.find(({ name }) => name === "secretary")).not.toHaveProperty("lastUsed");
    expect(JSON.stringify(answer)).not.toContain("whpk_");
    expect(await ask(officer.secret, { request: "keys.list", body: BODY })).toMatchObject({
      status: 401,
      answer: { code: "not-permitted" },
    });
  });

  it("is told nothing once it is revoked, and an invitation nothing at all", async () => {
    const gone = await addKey("gone");
    await post(JSON.stringify({ type: "key.revoked", timestamp: AT, data: { body: BODY, name: "gone" } }));
    expect((await ask(gone.secret, { request: "keys.own", body: BODY })).status).toBe(401);
    const invitation = await addKey("invitation-9", { invites: true, until: "2099-01-01T00:00:00Z" });
    expect((await ask(invitation.secret, { request: "keys.own", body: BODY })).status).toBe(401);
    expect((await ask(invitation.secret, { request: "senders.list", body: BODY, meeting: MEETING })).status).toBe(401);
  });

  it("hands on by an invitation whose key it will be, and the guest says nothing of it", async () => {
    const invitation = await addKey("invitation-8", { invites: true, until: "2099-01-01T00:00:00Z", label: "C. Colleague", ...OFFICER });
    const guest = await createBrowser();
    const accept = (key: object) =>
      sendBy(invitation.secret, { type: "key.added", timestamp: AT, data: { body: BODY, invitation: "invitation-8", key } });
    expect(await accept({ name: "guest", publicKey: guest.publicKey, label: "The Secretary-General" })).toMatchObject({ status: 401 });
    expect(await accept({ name: "guest", publicKey: guest.publicKey })).toMatchObject({ status: 200 });
    expect(await ask(guest.secret, { request: "keys.own", body: BODY })).toMatchObject({ answer: { key: { label: "C. Colleague" } } });
  });
});
