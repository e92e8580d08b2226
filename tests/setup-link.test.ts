import { afterEach, describe, expect, it, vi } from "vitest";
import { deriveCodeKey, formatCode } from "../src/standard-webhooks/access-code.ts";
import type { EventMessage } from "../src/standard-webhooks/client.ts";
import { deriveSetupCode } from "../src/standard-webhooks/setup-key.ts";
import { createBrowser, sendBy } from "./support/browser.ts";
import { get, OPERATOR_KEY, post, register, BODY, SEED, type Posted } from "./support/secretariat.ts";

const AT = "2009-12-10T00:00:00Z";

const keepLink = (offer: string, seconds = 3600, key = OPERATOR_KEY): Promise<Posted> =>
  post(JSON.stringify({ request: "setup.offer", body: "setup", offer, until: Date.now() + seconds * 1000 }), {
    path: "/setup/offers",
    key,
  });

const codeOf = async (offer: string): Promise<string> => {
  const code = await deriveSetupCode(OPERATOR_KEY, offer);
  if (!code) throw new Error("the operator's key makes codes");
  return formatCode(code);
};

const sendByLink = async (offer: string, event: EventMessage, id?: string): Promise<Posted> => {
  const code = await deriveSetupCode(OPERATOR_KEY, offer);
  if (!code) throw new Error("the operator's key makes codes");
  return sendBy(await deriveCodeKey(code), event, id);
};

const registration = (body: string, publicKey: string): EventMessage => ({
  type: "body.registered",
  timestamp: AT,
  data: { body, record: { id: body, name: `The body ${body}` }, publicKey },
});

const enrolment = (body: string, publicKey: string, name = "console-1"): EventMessage => ({
  type: "key.added",
  timestamp: AT,
  data: { body, key: { name, publicKey, rights: ["keys"] } },
});

describe("a setup link", () => {
  afterEach(() => vi.useRealTimers());

  it("registers one body, adds the key of the browser that has it, and that key then speaks for the body", async () => {
    await keepLink("offer00000001");
    const { secret, publicKey } = await createBrowser();
    expect(await sendByLink("offer00000001", registration("first", publicKey))).toMatchObject({ status: 200 });
    expect(await sendByLink("offer00000001", enrolment("first", publicKey))).toMatchObject({ status: 200 });
    const { body: _body, ...meeting } = SEED;
    const record = { ...meeting, body: { id: "first", name: "The body first" } };
    const announced = { type: "meeting.announced", timestamp: AT, data: { body: "first", meeting: SEED.id, record } };
    expect(await sendBy(secret, announced)).toMatchObject({ status: 200, answer: { version: 1 } });
    expect((await get(`/first/${SEED.id}.ics`)).status).toBe(200);
  });

  it("is spent by the browser that comes first: another is told so, and so is another body", async () => {
    await keepLink("offer00000002");
    const [one, other] = [await createBrowser(), await createBrowser()];
    expect(await sendByLink("offer00000002", registration("second", one.publicKey))).toMatchObject({ status: 200 });
    const refused = { status: 409, answer: { reason: "setup-link-used" } };
    expect(await sendByLink("offer00000002", registration("second", other.publicKey))).toMatchObject(refused);
    expect(await sendByLink("offer00000002", enrolment("second", other.publicKey))).toMatchObject(refused);
    expect(await sendByLink("offer00000002", registration("second-too", one.publicKey))).toMatchObject(refused);
    expect((await get("/second-too")).status).toBe(404);
  });

  it("lets one of two browsers win that come at once", async () => {
    await keepLink("offer00000003");
    const browsers = await Promise.all([createBrowser(), createBrowser()]);
    const answers = await Promise.all(browsers.map(({ publicKey }) => sendByLink("offer00000003", registration("third", publicKey))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it("lets the same browser finish what a crash broke off", async () => {
    await keepLink("offer00000004");
    const { publicKey } = await createBrowser();
    for (let tries = 0; tries < 2; tries += 1)
      expect(await sendByLink("offer00000004", registration("fourth", publicKey))).toMatchObject({ status: 200 });
    expect(await sendByLink("offer00000004", enrolment("fourth", publicKey))).toMatchObject({ status: 200 });
  });

  it("does nothing else, and nothing more", async () => {
    await keepLink("offer00000005");
    const { publicKey } = await createBrowser();
    const refused = { status: 401, answer: { code: "not-permitted" } };
    expect(await sendByLink("offer00000005", registration("fifth", publicKey))).toMatchObject({ status: 200 });
    const revoked = { type: "key.revoked", timestamp: AT, data: { body: "fifth", name: "console-1" } };
    expect(await sendByLink("offer00000005", revoked)).toMatchObject(refused);
    expect(await sendByLink("offer00000005", enrolment("fifth", publicKey))).toMatchObject({ status: 200 });
    expect(await sendByLink("offer00000005", enrolment("fifth", publicKey, "console-2"))).toMatchObject(refused);
    expect(await sendByLink("offer00000005", registration("fifth", publicKey))).toMatchObject(refused);
  });

  it("takes no body that is there", async () => {
    await register();
    await keepLink("offer00000006");
    const { publicKey } = await createBrowser();
    expect(await sendByLink("offer00000006", registration(BODY, publicKey))).toMatchObject({
      status: 409,
      answer: { reason: "body-exists" },
    });
    // Nor is it spent by that.
    expect(await sendByLink("offer00000006", registration("sixth", publicKey))).toMatchObject({ status: 200 });
  });

  it("tries what a dry run asks, and is not spent by it", async () => {
    await keepLink("offer00000007");
    const [one, other] = [await createBrowser(), await createBrowser()];
    for (const dryRun of [true, { after: 0 }]) {
      const tried = { ...registration("seventh", one.publicKey), dryRun };
      expect(await sendByLink("offer00000007", tried)).toMatchObject({ status: 200, answer: { outcome: "dry run" } });
    }
    expect(await sendByLink("offer00000007", registration("seventh", other.publicKey))).toMatchObject({ status: 200 });
  });

  it("is nothing once its time is over", async () => {
    await keepLink("offer00000008", 60);
    const { publicKey } = await createBrowser();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    expect(await sendByLink("offer00000008", registration("eighth", publicKey))).toMatchObject({ status: 401 });
  });

  it("is made by the operator alone, for an hour at most", async () => {
    const stranger = `whsec_${btoa("somebody else's key, of some length")}`;
    expect(await keepLink("offer00000009", 3600, stranger)).toMatchObject({ status: 401 });
    expect(await keepLink("offer00000009", 3700)).toMatchObject({ status: 422 });
    const { publicKey } = await createBrowser();
    expect(await sendByLink("offer00000009", registration("ninth", publicKey))).toMatchObject({ status: 401 });
  });

  it("leaves no trace of its code in the service's log", async () => {
    const said: string[] = [];
    const spy = vi.spyOn(console, "log").mockImplementation((line: unknown) => void said.push(String(line)));
    const answer = await keepLink("offer00000010");
    const { publicKey } = await createBrowser();
    await sendByLink("offer00000010", registration("tenth", publicKey));
    spy.mockRestore();
    expect(said.join("\n")).toContain('"key":"setup:offer00000010"');
    expect(`${said.join("\n")}${JSON.stringify(answer)}`).not.toContain(await codeOf("offer00000010"));
  });
});

describe("a registration by any other key", () => {
  it("names no browser", async () => {
    const { publicKey } = await createBrowser();
    expect(await post(JSON.stringify(registration("eleventh", publicKey)), { path: "/eleventh/events" })).toMatchObject({ status: 422 });
  });
});

describe("the page of a setup link", () => {
  it("is kept by no cache, and sends no address on", async () => {
    const { headers } = await get("/setup");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'; trusted-types plenary-worker");
  });
});
