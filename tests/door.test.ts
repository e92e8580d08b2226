import { env, exports } from "cloudflare:workers";
import { listDurableObjectIds, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { Webhook } from "standardwebhooks";
import { answerKeysRequest } from "../src/webhooks/key-requests.ts";
import { serveLogExport, receiveLogImport } from "../src/webhooks/log-transfer.ts";
import { receiveEvent } from "../src/webhooks/receive-event.ts";
import {
  announce,
  BODY,
  feedText,
  get,
  MEETING,
  nextId,
  OPERATOR_KEY,
  post,
  register,
  SEED,
  send,
  type Posted,
} from "./support/secretariat.ts";

const OTHER_KEY = `whsec_${btoa("another key that nobody trusts at all")}`;
const event = (type: string, data: Record<string, unknown> = {}): string =>
  JSON.stringify({ type, timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, meeting: MEETING, ...data } });

/** Everything that a reader can see, and every object that there is. */
const everything = async () => ({
  feed: await feedText(`/${BODY}/${MEETING}.ics`),
  json: await (await get(`/${BODY}/${MEETING}.json`)).text(),
  bodies: (await listDurableObjectIds(env.BODIES)).length,
  directories: (await listDurableObjectIds(env.DIRECTORY)).length,
});

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the door refuses, changes nothing and makes no storage", () => {
  const refusals: readonly {
    readonly what: string;
    readonly send: () => Promise<Posted>;
    readonly status: number;
    readonly code: string;
    readonly says: RegExp;
  }[] = [
    {
      what: "a report before adoption",
      send: () => send("report.adopted"),
      status: 409,
      code: "impossible",
      says: /while the agenda is provisional\. Send agenda\.adopted first/,
    },
    {
      what: "an unknown slot",
      send: () => send("slot.cancelled", { data: { slot: "9" } }),
      status: 409,
      code: "impossible",
      says: /no slot 9\. Its slots are 1, 2, 3, 4, 5, 6/,
    },
    {
      what: "a signature by another key",
      send: () => send("meeting.opened", {}, { key: OTHER_KEY }),
      status: 401,
      code: "bad-signature",
      says: /No signature in webhook-signature is by a key of this body/,
    },
    {
      what: "a body signed for another address",
      send: () => post(event("meeting.opened", { body: "another-body" })),
      status: 422,
      code: "wrong-address",
      says: /data\.body is "another-body"/,
    },
    {
      what: "an old timestamp",
      send: () => send("meeting.opened", {}, { age: 301 }),
      status: 401,
      code: "bad-timestamp",
      says: /301 seconds old/,
    },
    {
      what: "a timestamp of the future",
      send: () => send("meeting.opened", {}, { age: -310 }),
      status: 401,
      code: "bad-timestamp",
      says: /seconds ahead/,
    },
    {
      what: "an unknown body",
      send: () => post(event("meeting.opened", { body: "nobody" }), { path: "/nobody/events" }),
      status: 404,
      code: "no-such-body",
      says: /No body is registered as "nobody"/,
    },
    {
      what: "an unknown meeting",
      send: () => send("meeting.opened", { data: { meeting: "2011" } }),
      status: 404,
      code: "no-such-meeting",
      says: /has no meeting "2011"/,
    },
    {
      what: "two megabytes of junk",
      send: () => post("x".repeat(2 * 1024 * 1024)),
      status: 413,
      code: "too-large",
      says: /at most 1500000 octets/,
    },
    { what: "junk that is signed", send: () => post("not json"), status: 400, code: "not-json", says: /JSON/ },
    {
      what: "an unknown event",
      send: () => post(event("meeting.exploded")),
      status: 422,
      code: "not-an-event",
      says: /"meeting\.exploded" is no event: one of .*meeting\.opened/,
    },
    {
      what: "a field too many",
      send: () => post(event("meeting.opened", { colour: "red" })),
      status: 422,
      code: "not-an-event",
      says: /colour/,
    },
    {
      what: "a time that can't be",
      send: () => send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T25:00" } }),
      status: 422,
      code: "not-an-event",
      says: /data\.start: must be a local time/,
    },
    {
      what: "an end before its start",
      send: () => send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T14:00" } }),
      status: 422,
      code: "not-an-event",
      says: /data\.end/,
    },
    {
      what: "a version that moved on",
      send: () => send("meeting.opened", { data: { expectedVersion: 7 } }),
      status: 409,
      code: "impossible",
      says: /at version 1, not 7/,
    },
    {
      what: "a version of a meeting that is not there",
      send: () => send("meeting.opened", { data: { meeting: "2031", expectedVersion: 7 } }),
      status: 404,
      code: "no-such-meeting",
      says: /has no meeting "2031"/,
    },
    {
      what: "a second announcement",
      send: () => send("meeting.announced", { data: { record: { ...SEED, venue: "Board Room A" } } }),
      status: 409,
      code: "impossible",
      says: /announced already/,
    },
    {
      what: "a record of another meeting",
      send: () => send("meeting.announced", { data: { meeting: "2011", record: SEED } }),
      status: 422,
      code: "wrong-address",
      says: /data\.record\.id is "2010"/,
    },
  ];

  it.for(refusals)("$what", async ({ send: sendIt, status, code, says }) => {
    const before = await everything();
    const { status: answered, answer } = await sendIt();
    expect(answer).toMatchObject({ status, code, title: expect.any(String), type: `/problems#${code}` });
    expect(answered).toBe(status);
    expect(answer["detail"]).toMatch(says);
    expect(await everything()).toEqual(before);
  });

  it("names every wrong field", async () => {
    const { answer } = await post(event("slot.rescheduled", { slot: 3, start: "soon" }));
    expect(answer["errors"]).toEqual([
      { field: "data.slot", message: expect.stringContaining("string") },
      { field: "data.start", message: "must be a local time such as 2010-01-27T10:00" },
    ]);
  });

  it.for(["webhook-id", "webhook-timestamp", "webhook-signature"])("a delivery without %s", async (missing) => {
    const raw = event("meeting.opened");
    const now = new Date();
    const headers = new Headers({
      "webhook-id": "msg_x",
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": new Webhook(OPERATOR_KEY).sign("msg_x", now, raw),
    });
    headers.delete(missing);
    const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, { method: "POST", body: raw, headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("an id such as the service gives to what comes without one", async () => {
    const id = `sha256-${"0".repeat(64)}`;
    expect(await post(event("meeting.opened"), { id })).toMatchObject({ status: 401, answer: { code: "not-signed" } });
  });

  it("a body changed by one bit after it was signed", async () => {
    const raw = event("meeting.opened");
    const at = new Date();
    const signature = new Webhook(OPERATOR_KEY).sign("msg_x", at, raw);
    const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, {
      method: "POST",
      body: raw.replace("opened", "openee"),
      headers: { "webhook-id": "msg_x", "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": signature },
    });
    expect(response.status).toBe(401);
  });

  it("an endless body is not read to its end", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const headers = {
      "webhook-id": "msg_endless",
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": "v1,AAAA",
    };
    const request = new Request(`https://plenary.example/${BODY}/events`, { method: "POST", body: endless, headers });
    expect((await receiveEvent(request, BODY, env, Date.now)).status).toBe(413);
    expect(pulled).toBeLessThan(32);
  });

  it.for(["WG-4", `${BODY}x`.repeat(10), "wg_4", "healthz"])(
    "nothing is read of what is sent to an address that can be no body's: %s",
    async (body) => {
      const headers = {
        "webhook-id": "msg_nowhere",
        "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
        "webhook-signature": "v1,AAAA",
      };
      const receivers = [
        (request: Request) => receiveEvent(request, body, env, Date.now),
        (request: Request) => serveLogExport(request, body, env, Date.now()),
        (request: Request) => receiveLogImport(request, body, env, Date.now()),
        (request: Request) => answerKeysRequest(request, body, env, Date.now()),
      ];
      for (const receive of receivers) {
        const request = new Request(`https://plenary.example/${body}/events`, { method: "POST", body: "{}", headers });
        const response = await receive(request);
        expect({ status: response.status, ...(await response.json<object>()) }).toMatchObject({ status: 404, code: "no-such-body" });
        expect(request.bodyUsed).toBe(false);
      }
    },
  );

  it("reading addresses that were never registered", async () => {
    const before = await everything();
    for (const path of [
      "/nobody",
      "/nobody/2010",
      "/nobody/2010.ics",
      "/nobody/2010/slots/1.ics",
      "/nobody/2010.json",
      `/${BODY}/1999.ics`,
      `/${BODY}/${MEETING}/slots/9.ics`,
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(response.headers.get("content-type"), path).toBe("application/problem+json");
    }
    expect(await everything()).toEqual(before);
  });

  it("everything, as long as no key is configured, and says so", async () => {
    const raw = event("meeting.opened");
    const at = new Date();
    for (const key of [undefined, null, "", "whsec_short", "secret"]) {
      const shut = {
        BODIES: env.BODIES,
        DIRECTORY: env.DIRECTORY,
        ASSETS: env.ASSETS,
        PUBLIC_ORIGIN: env.PUBLIC_ORIGIN,
        ...(key !== undefined && { PLENARY_OPERATOR_KEY: key }),
      };
      const headers = {
        "webhook-id": "msg_x",
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(OPERATOR_KEY).sign("msg_x", at, raw),
      };
      const response = await receiveEvent(
        new Request(`https://plenary.example/${BODY}/events`, { method: "POST", body: raw, headers }),
        BODY,
        shut,
        () => at.getTime(),
      );
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: "door-shut", detail: expect.stringContaining("PLENARY_OPERATOR_KEY") });
    }
  });

  it("any method but POST", async () => {
    const response = await get(`/${BODY}/events`);
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});

describe("the door accepts", () => {
  it("several signatures, so that keys can be rotated", async () => {
    const raw = event("meeting.opened");
    const at = new Date();
    const signatures = [OTHER_KEY, OPERATOR_KEY].map((key) => new Webhook(key).sign("msg_rotation", at, raw));
    const response = await exports.default.fetch(`https://plenary.example/${BODY}/events`, {
      method: "POST",
      body: raw,
      headers: {
        "webhook-id": "msg_rotation",
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signatures.join(" "),
      },
    });
    expect(response.status).toBe(200);
  });

  it("a retry under the same id with the stored answer, whatever came between", async () => {
    const id = nextId();
    const raw = event("meeting.opened");
    const first = await post(raw, { id });
    await send("agenda.adopted");
    const before = await everything();
    const again = await post(raw, { id, age: 60 });
    expect(again).toEqual(first);
    expect(await everything()).toEqual(before);
  });

  it("the same id with another body as a conflict", async () => {
    const id = nextId();
    await post(event("meeting.opened"), { id });
    const before = await everything();
    const { status, answer } = await post(event("agenda.adopted"), { id });
    expect(status).toBe(409);
    expect(answer["code"]).toBe("id-reused");
    expect(await everything()).toEqual(before);
  });

  it("the id of what was refused, once it is possible", async () => {
    const id = nextId();
    expect((await send("report.adopted", {}, { id })).status).toBe(409);
    await send("agenda.adopted");
    expect((await send("report.adopted", {}, { id })).status).toBe(200);
  });

  it("the same delivery fifty times at once, and applies it once", async () => {
    const raw = event("meeting.opened");
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(raw, { id: "msg_flood" })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, answer: { version: 2 } });
  });

  it("a dry run: the answer of the event, and no change, not even the id's", async () => {
    const before = await everything();
    const id = nextId();
    const dry = await send("agenda.adopted", { dryRun: true }, { id });
    expect(dry).toMatchObject({ status: 200, answer: { outcome: "dry run", state: "adopted", version: 2 } });
    expect(await everything()).toEqual(before);
    const real = await send("agenda.adopted", {}, { id });
    const { entries, statuses, ...same } = dry.answer;
    expect(real).toEqual({ status: 200, answer: { ...same, outcome: "applied" } });
    expect(statuses).toEqual([]);
    expect(entries).toHaveLength(6);
    expect(entries).toMatchObject([
      { uid: "ctoc-cop-wg4.2010.slot-1", before: { status: "TENTATIVE" }, after: { status: "CONFIRMED" } },
      {},
      {},
      {},
      {},
      {},
    ]);
  });

  it("a body's corrected record", async () => {
    const renamed = { ...SEED.body, name: "Working Group on Trafficking in Persons (renamed)" };
    const { status } = await post(
      JSON.stringify({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, record: renamed } }),
    );
    expect(status).toBe(200);
    expect(await (await get("/")).text()).toContain("(renamed)");
    expect((await register()).status).toBe(200);
  });

  it("a dry run of a registration without making an object", async () => {
    const bodies = (await listDurableObjectIds(env.BODIES)).length;
    const record = { id: "new-body", name: "A new body" };
    const { status, answer } = await post(
      JSON.stringify({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", dryRun: true, data: { body: "new-body", record } }),
      {
        path: "/new-body/events",
      },
    );
    expect(status).toBe(200);
    expect(answer["outcome"]).toBe("dry run");
    expect((await listDurableObjectIds(env.BODIES)).length).toBe(bodies);
    expect((await get("/new-body")).status).toBe(404);
  });
});

describe("the unusual is accepted with a warning", () => {
  it.for([
    {
      what: "a slot outside the dates",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-01-30T10:00" },
      code: "outside-the-dates",
    },
    {
      what: "two sittings at once",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-01-28T15:00" },
      code: "two-sittings-at-once",
    },
    { what: "an item that loses its last sitting", type: "slot.cancelled", data: { slot: "2" }, code: "last-sitting-of-item" },
    { what: "a closure before any opening", type: "meeting.closed", data: {}, code: "closed-before-opening" },
  ])("$what", async ({ type, data, code }) => {
    const { status, answer } = await send(type, { data });
    expect(status).toBe(200);
    expect(answer["warnings"]).toHaveLength(1);
    expect(answer["warnings"]).toMatchObject([{ code, message: expect.stringMatching(/^[A-Z].*\.$/) }]);
  });
});

describe("what senders can read", () => {
  it("is the JSON Schema of all events", async () => {
    const response = await get("/events.schema.json");
    expect(response.headers.get("content-type")).toBe("application/schema+json");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(JSON.stringify(await response.json())).toContain('"agenda.adopted"');
  });
});
