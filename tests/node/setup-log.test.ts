import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSetupLink, describeSetupLink } from "../../src/cli/keys/setup-link.ts";
import { downloadLog } from "../../src/cli/log/transfer.ts";
import { verifyLog } from "../../src/cli/log/verify.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { deriveCodeKey, parseCode } from "../../src/standard-webhooks/access-code.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { computePublicKey } from "../../src/standard-webhooks/signature.ts";
import { startTestService, type Service } from "./service.ts";

/** What the log of a body says that was set up by a link, and who can prove it. */

const OTHER_KEY = "whsec_YW5vdGhlciBvcGVyYXRvcidzIGtleSwgb2YgYW5vdGhlciB5ZWFy";
const BODY = "by-link";
let service: Service;
let lines: readonly string[] = [];

const send = async (secret: string, type: string, data: object): Promise<void> => {
  const event = { type, timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, ...data } };
  const sent = await sendEvent({ url: service.url, secret }, BODY, createWebhookId(), event, Date.now());
  expect(sent.ok, JSON.stringify(sent)).toBe(true);
};
const add = (secret: string, data: object): Promise<void> => send(secret, "key.added", data);

beforeAll(async () => {
  service = await startTestService();
  const { code } = await createSetupLink(service, Date.now());
  const octets = parseCode(code);
  if (!octets) throw new Error(`${code} is no code`);
  const secret = await deriveCodeKey(octets);
  const publicKey = await computePublicKey(`whsk_${btoa("a browser's key, thirty-two long")}`);
  await send(secret, "body.registered", { record: { id: BODY, name: "A body" }, publicKey });
  await add(secret, { key: { name: "console", publicKey } });
  const link = `whsk_${btoa("an invitation's key, of 32 octets".slice(0, 32))}`;
  const invitation = { name: "invitation", publicKey: await computePublicKey(link), invites: true, until: "2099-01-01T00:00:00Z" };
  await add(service.secret, { key: { ...invitation, events: ["slot.opened"] } });
  await add(link, { invitation: "invitation", key: { name: "phone", publicKey } });
  lines = await downloadLog(service, BODY);
});

afterAll(() => service.stop());

describe("the log of a body that was set up by a link", () => {
  it("is proved by the operator's key, of which the link's was made, and by the key of the invitation", async () => {
    const { proofs, fold } = await verifyLog(lines, service.secret);
    expect(fold.ok).toBe(true);
    expect(proofs.map(({ kind }) => kind)).toEqual(Array(4).fill("proved"));
    expect(proofs.map((proof) => "key" in proof && proof.key)).toEqual([
      expect.stringMatching(/^setup:/),
      expect.stringMatching(/^setup:/),
      "operator",
      "invitation",
    ]);
  });

  it("is not proved by another operator's", async () => {
    const { proofs } = await verifyLog(lines, OTHER_KEY);
    expect(proofs.slice(0, 3).map(({ kind }) => kind)).not.toContain("proved");
  });
});

describe("a setup link in words", () => {
  it("is an address with the code in its fragment, and the code by itself", () => {
    const text = describeSetupLink({ address: "https://plenary.example/setup", code: "7K2M-9QXT-4HWP-CB3D" });
    expect(text).toContain("https://plenary.example/setup#7K2M-9QXT-4HWP-CB3D");
    expect(text).toContain("https://plenary.example/setup and the code 7K2M-9QXT-4HWP-CB3D");
  });
});
