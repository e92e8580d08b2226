import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it } from "vitest";
import { createLog, foldLog } from "../machines/meeting/fold-log.ts";
import { LIMITS } from "../src/meeting/limits.ts";
import { fail, succeed } from "../src/meeting/result.ts";
import { decide } from "../src/store/body/decide.ts";
import { createRateLimiter } from "../src/webhooks/rate-limit.ts";
import { deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { receiveEvent } from "../src/webhooks/receive-event.ts";
import { readBody } from "../src/webhooks/read-body.ts";
import { announce, BODY, get, MEETING, nextId, OPERATOR_KEY, post, SEED, send } from "./support/secretariat.ts";

const version = async (): Promise<number> => (await (await get(`/${BODY}/${MEETING}.json`)).json<{ version: number }>()).version;

beforeEach(async () => {
  await reset();
  await announce();
});

describe("JSON that two readers could understand differently is refused", () => {
  const opened = (data: string) => `{"type":"meeting.opened","timestamp":"2010-01-27T09:20:00Z","data":${data}}`;
  it.for([
    { what: "a name that stands twice", data: `{"body":"x","body":"${BODY}","meeting":"${MEETING}"}`, field: "data.body" },
    { what: "the same name, once escaped", data: `{"body":"${BODY}","meeting":"1","\\u006deeting":"${MEETING}"}`, field: "data.meeting" },
    { what: "nesting without end", data: "[".repeat(40) + "]".repeat(40), field: `data${".0".repeat(LIMITS.depth.max - 1)}` },
  ])("$what", async ({ data, field }) => {
    const { status, answer } = await post(opened(data));
    expect(status).toBe(422);
    expect(answer).toMatchObject({ code: "not-an-event", errors: [{ field, message: expect.stringMatching(/twice|deeper/) }] });
    expect(await version()).toBe(1);
  });

  it("but not names that only look alike, or stand in strings", async () => {
    const note = JSON.stringify('"a":1,"a":2 {[\\"');
    expect((await post(opened(`{ "body" : "${BODY}" , "meeting" : "${MEETING}" , "note" : ${note} }`))).status).toBe(200);
  });
});

describe("text that does not show what it says is refused", () => {
  it.for([
    { what: "NUL", note: "a\u0000b" },
    { what: "a bell", note: "\u0007" },
    { what: "NEL, a line end of C1", note: "a\u0085ATTENDEE:x" },
    { what: "half a character", note: "\ud83d" },
    { what: "an override of direction", note: "\u202ecba\u202c" },
    { what: "an embedding that is not closed", note: "a \u202bא" },
    { what: "an isolate closed on another line", note: "\u2067א\n\u2069" },
    { what: "a close without an opening", note: "a\u2069b" },
    { what: "closes that cross", note: "\u202a\u2066x\u202c\u2069" },
  ])("$what", async ({ note }) => {
    expect(await send("meeting.opened", { data: { note } })).toMatchObject({
      status: 422,
      answer: { code: "not-an-event", errors: [{ field: "data.note" }] },
    });
    expect(await version()).toBe(1);
  });

  it("but not lines, tabs, marks, and embeddings that end", async () => {
    const note = "one\ntwo\tthree \u200fא\u200e \u202bא\u202c \u2068b \u2067א\u2069\u2069";
    expect((await send("meeting.opened", { data: { note } })).status).toBe(200);
  });
});

describe("links", () => {
  it.for([
    "http://a.example/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://",
    "https://[",
    "https://a\u202e.example",
    "https://a b",
  ])("that are %s are none", async (webcast) => {
    const slot = { slot: "9", start: "2010-01-29T15:00", items: [], webcast };
    expect(await send("slot.added", { data: slot })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.webcast" }] } });
  });
});

describe("a record", () => {
  const announced = (record: Record<string, unknown>) =>
    send("meeting.announced", { data: { meeting: "2011", record: { ...SEED, id: "2011", ...record } } });
  const item = (at: number) => ({ number: String(at), title: "An item" });

  it("of more items, documents or slots than a meeting has is refused, and says how many it may have", async () => {
    const items = Array.from({ length: LIMITS.items.max }, (_, at) => item(at + 1));
    const documents = Array.from({ length: LIMITS.documents.max + 1 }, (_, at) => ({ symbol: `A/${at}` }));
    const slots = Array.from({ length: LIMITS.slots.max + 1 }, (_, at) => ({
      number: String(at + 1),
      start: "2010-01-27T10:00",
      items: [],
    }));
    const subitems = [{ letter: "a", title: "One too many" }];
    for (const [record, field] of [
      [
        {
          agenda: { items: [...items.slice(1), { ...item(1), subitems }] },
          slots: [{ number: "1", start: "2010-01-27T10:00", items: [] }],
          documents: [],
        },
        "agenda.items",
      ],
      [{ documents }, "documents"],
      [{ slots }, "slots"],
    ] as const) {
      const { status, answer } = await announced(record);
      expect(status).toBe(422);
      expect(answer["errors"]).toEqual([{ field: `data.record.${field}`, message: expect.stringMatching(/more than (1000|2000)/) }]);
    }
  });

  it.for(["constructor", "Europe/Atlantis", ""])("in the zone %j is refused by that field alone, and makes no fault", async (timezone) => {
    expect(await announced({ timezone })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.record.timezone" }] } });
  });

  it("with a slot at no time is refused by that field, and makes no fault", async () => {
    const [first, ...slots] = SEED.slots;
    expect(await announced({ slots: [{ ...first, start: "soon" }, ...slots] })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.record.slots.0.start" }] },
    });
  });
});

describe("an answer to what nobody knows", () => {
  const unknown = (count: number, length = 0): Record<string, number> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`unknown-${at}${"x".repeat(length)}`, at]));

  it.for([
    { what: "20,000 fields", data: unknown(20_000), count: 20_000 },
    { what: "a name of 400,000 characters", data: unknown(1, 400_000), count: 1 },
    {
      what: "1,000 fields in each of six slots",
      data: { record: { ...SEED, slots: SEED.slots.map((slot) => ({ ...slot, ...unknown(1000) })) } },
      count: 6000,
    },
  ])("names a hundred fields at most, each in short, and says how many more there are: $what", async ({ data, count }) => {
    const type = "record" in data ? "agenda.revised" : "meeting.opened";
    const { status, answer } = await send(type, { data });
    expect(status).toBe(422);
    expect(answer["errors"]).toHaveLength(Math.min(count, 100));
    if (count > 3) expect(answer["detail"]).toContain(`; and ${count - 3} more.`);
    expect(JSON.stringify(answer).length).toBeLessThan(25_000);
  });
});

describe("the bytes of an event", () => {
  const request = (body: ReadableStream<Uint8Array>) => new Request("https://plenary.example/x/events", { method: "POST", body });

  it("that never end are given up in time, and their sender is let go", async () => {
    let isLetGo = false;
    const endless = new ReadableStream<Uint8Array>({ cancel: () => void (isLetGo = true) });
    expect(await readBody(request(endless), 20)).toEqual(fail("incomplete"));
    expect(isLetGo).toBe(true);
  });

  it("are the same in whatever pieces they come, and too many in however small ones", async () => {
    const bytes = Uint8Array.from({ length: 10_000 }, (_, at) => at % 251);
    const inPieces = (octets: number) => {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (at >= bytes.length) controller.close();
          else controller.enqueue(bytes.slice(at, (at += octets)));
        },
      });
    };
    for (const octets of [1, 7, 4096, 10_000]) expect(await readBody(request(inPieces(octets))), String(octets)).toEqual(succeed(bytes));
    expect(await readBody(request(inPieces(1)), 10_000, 9999)).toEqual(fail("too-large"));
    expect(await readBody(request(inPieces(1)), 10_000, 10_000)).toEqual(succeed(bytes));
  });

  it("that break off are incomplete", async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(3));
        controller.error(new Error("gone"));
      },
    });
    expect(await readBody(request(broken))).toEqual(fail("incomplete"));
  });
});

describe("a sender that sends too much", () => {
  const { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN } = env;
  const plain: Env = { BODIES, DIRECTORY, ASSETS, PUBLIC_ORIGIN, PLENARY_OPERATOR_KEY: OPERATOR_KEY };
  const knock = (address: Record<string, string>, settings: Env) =>
    receiveEvent(new Request(`https://plenary.example/${BODY}/events`, { method: "POST", headers: address }), BODY, settings, () => 0);

  it("has as much as in a minute at once, then as much as time gives back", () => {
    const take = createRateLimiter(60);
    const taken = (count: number, now: number) => Array.from({ length: count }, () => take("a", now)).filter(Boolean).length;
    expect(taken(100, 0)).toBe(60);
    expect(take("b", 0)).toBe(true);
    expect(taken(100, 10_000)).toBe(10);
    expect(taken(100, 5000)).toBe(0);
    expect(taken(100, 3_600_000)).toBe(60);
  });

  it("is told by its key when to come back, and the operator is not counted", async () => {
    const raw = JSON.stringify({
      type: "key.added",
      timestamp: "2010-01-01T00:00:00Z",
      data: { body: BODY, key: { name: "desk", generation: 1 } },
    });
    await post(raw);
    const key = (await deriveSecret(OPERATOR_KEY, { body: BODY, name: "desk", generation: 1 })) ?? "";
    const sent = async (secret: string) => {
      const [id, body, at] = [nextId(), "{}", new Date()];
      const headers = {
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(secret).sign(id, at, body),
      };
      const request = new Request(`https://plenary.example/${BODY}/events`, { method: "POST", body, headers });
      return receiveEvent(request, BODY, plain, () => at.getTime());
    };
    const statuses: number[] = [];
    for (let at = 0; at < LIMITS.perKey.max + 40; at += 1) statuses.push((await sent(key)).status);
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    const refused = await sent(key);
    expect(await refused.json()).toMatchObject({ code: "too-many", detail: expect.stringContaining("120 events a minute") });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await sent(OPERATOR_KEY)).status).toBe(422);
  });

  it("is counted by the address that the operator's proxy tells, all of an IPv6 network as one, and by no other header", async () => {
    const settings: Env = { ...plain, PLENARY_ADDRESS_HEADER: "x-real-ip" };
    const statuses: number[] = [];
    for (let at = 0; at <= LIMITS.perAddress.max; at += 1)
      statuses.push((await knock({ "x-real-ip": `2001:db8:0:1:${at.toString(16)}::1` }, settings)).status);
    expect(statuses.slice(0, -1).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await knock({ "x-real-ip": "2001:db8:0:2::1" }, settings)).status).toBe(401);
    expect((await knock({ "x-real-ip": "2001:db8:0:1:0:0:0:1" }, settings)).status).toBe(429);
    expect((await knock({ "x-real-ip": "2001:db8::1:5:6:7:8" }, settings)).status).toBe(429);
    expect((await knock({ "x-real-ip": "2001:db8::5:6:7:8" }, settings)).status).toBe(401);
    expect((await knock({ "x-forwarded-for": "2001:db8:0:1::1" }, settings)).status).toBe(401);
    expect((await knock({ "x-real-ip": "2001:db8:0:1::1" }, plain)).status).toBe(401);
  });

  it("is counted by Cloudflare's limiter where there is one", async () => {
    const asked: string[] = [];
    const limiter = (success: boolean): RateLimit => ({ limit: ({ key }) => (asked.push(key), Promise.resolve({ success })) });
    const settings: Env = { ...plain, PLENARY_ADDRESS_HEADER: "cf-connecting-ip", RATE_BY_ADDRESS: limiter(false) };
    expect((await knock({ "cf-connecting-ip": "192.0.2.7" }, settings)).status).toBe(429);
    expect(asked).toEqual(["192.0.2.7"]);
  });
});

describe("a body's store", () => {
  const operator = (type: string, data: Record<string, unknown>) =>
    post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }));

  it("has no more meetings than it may, and goes on with those that it has", async () => {
    await runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage: { sql } }) => {
      for (let at = 1; at < LIMITS.meetings.max; at += 1)
        sql.exec(
          "INSERT INTO meetings (id, machine, opens_on, has_ended, snapshot, overview) VALUES (?, 1, '2000-01-01', 1, '', '')",
          `m${at}`,
        );
    });
    const refused = await send("meeting.announced", { data: { meeting: "2011", record: { ...SEED, id: "2011" } } });
    expect(refused).toMatchObject({
      status: 409,
      answer: { reason: "too-many-meetings", detail: expect.stringContaining(String(LIMITS.meetings.max)) },
    });
    expect((await send("meeting.opened")).status).toBe(200);
  });

  it("has no more keys than it may, those that were revoked among them", async () => {
    await runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage: { sql } }) => {
      for (let at = 0; at < LIMITS.keys.max; at += 1) sql.exec("INSERT INTO keys (name, key, is_revoked) VALUES (?, '{}', 1)", `k${at}`);
    });
    const refused = await operator("key.added", { key: { name: "desk", generation: 1 } });
    expect(refused).toMatchObject({ status: 409, answer: { reason: "too-many-keys" } });
  });

  it("has no more keys at a time than it may, so that no forged delivery is held against many", async () => {
    await runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage: { sql } }) => {
      for (let at = 0; at < LIMITS.activeKeys.max; at += 1)
        sql.exec("INSERT INTO keys (name, key) VALUES (?, ?)", `k${at}`, JSON.stringify({ name: `k${at}` }));
    });
    const desk = () => operator("key.added", { key: { name: "desk", generation: 1 } });
    expect(await desk()).toMatchObject({ status: 409, answer: { reason: "too-many-active-keys" } });
    expect((await operator("key.revoked", { name: "k1" })).status).toBe(200);
    expect((await desk()).status).toBe(200);
  });

  it("has no more slots and documents than it may, whether they came at once or one by one", async () => {
    const slots = Array.from({ length: LIMITS.slots.max }, (_, at) => ({
      number: String(at + 1),
      start: `2010-01-27T${String(8 + (at % 12)).padStart(2, "0")}:00`,
      items: ["2"],
    }));
    await send("agenda.revised", { data: { record: { ...SEED, slots } } });
    const added = () => send("slot.added", { data: { slot: String(LIMITS.slots.max + 1), start: "2010-01-28T15:00", items: [] } });
    expect(await added()).toMatchObject({ status: 409, answer: { reason: "meeting-too-large" } });
    const documents = (from: number) => Array.from({ length: 200 }, (_, at) => ({ symbol: `A/CRP.${from + at}` }));
    for (let from = 0; from < LIMITS.documents.max - 200; from += 200)
      expect((await send("documents.issued", { data: { documents: documents(from) } })).status).toBe(200);
    expect(await send("documents.issued", { data: { documents: documents(LIMITS.documents.max - 200) } })).toMatchObject({
      status: 409,
      answer: { reason: "meeting-too-large" },
    });
    expect((await send("meeting.opened")).status).toBe(200);
  });

  it("has no more to say than fits into what the store holds, and goes on once it says less", async () => {
    const wordy = "ж".repeat(LIMITS.title.max);
    const documents = Array.from({ length: 100 }, (_, at) => ({ symbol: `A/CRP.${at}`, title: wordy }));
    const statuses: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      const named = documents.map((document, at) => ({ ...document, symbol: `A/CRP.${round * 100 + at}` }));
      const { status, answer } = await send("documents.issued", { data: { documents: named } });
      statuses.push(status);
      if (status !== 200) expect(answer).toMatchObject({ code: "impossible", reason: "meeting-too-large" });
    }
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    expect((await send("agenda.revised", { data: { record: SEED } })).status).toBe(200);
    expect((await send("documents.issued", { data: { documents } })).status).toBe(200);
  });

  it("tells of a meeting that fills, and leaves room for the operator", async () => {
    await post(
      JSON.stringify({ type: "key.added", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, key: { name: "desk", generation: 1 } } }),
    );
    const key = (await deriveSecret(OPERATOR_KEY, { body: BODY, name: "desk", generation: 1 })) ?? "";
    const titled = (round: number) => ({
      data: {
        documents: Array.from({ length: 100 }, (_, at) => ({
          symbol: `A/CRP.${round * 100 + at}`,
          title: "ж".repeat(LIMITS.title.max),
        })),
      },
    });
    const codes = async (round: number, by: string) => {
      const { status, answer } = await send("documents.issued", titled(round), { key: by });
      const warnings = (answer["warnings"] ?? []) as readonly { readonly code: string }[];
      return [status, ...warnings.map(({ code }) => code).filter((code) => code === "meeting-filling")];
    };
    for (let round = 0; round < 5; round += 1) expect(await codes(round, key)).toEqual([200]);
    expect(await codes(5, key)).toEqual([200, "meeting-filling"]);
    expect(await codes(6, key)).toEqual([200, "meeting-filling"]);
    expect(await codes(7, key)).toEqual([409]);
    expect(await codes(7, OPERATOR_KEY)).toEqual([200, "meeting-filling"]);
    expect((await send("meeting.cancelled")).status).toBe(200);
  });

  it.for([
    { reach: "limited", most: LIMITS.eventsByLimited.max },
    { reach: "body", most: LIMITS.events.max },
    { reach: "operator", most: undefined },
  ] as const)("has no more events of a meeting than it may, but for corrections, and for the operator: $reach", ({ reach, most }) => {
    const data = { body: BODY, meeting: MEETING };
    const announced = { type: "meeting.announced", timestamp: "2009-12-10T09:00:00Z", data: { ...data, record: SEED } } as const;
    const fold = foldLog([{ id: "msg_1", event: announced, at: 0, local: "", identities: {} }]);
    if (!fold.ok || !fold.value) throw new Error("the record can be announced");
    const full = { state: { ...fold.value, version: most ?? LIMITS.events.max }, rows: [] };
    const almost = { state: { ...fold.value, version: full.state.version - 1 }, rows: [] };
    const opened = { type: "meeting.opened", timestamp: "2010-01-27T09:20:00Z", data } as const;
    const at = {
      before: full,
      body: SEED.body,
      position: { position: 2, arrival: Date.parse("2010-01-27T09:20:00Z") },
      openLog: () => createLog([]),
      findEvent: () => undefined,
      isInBodyFeed: () => true,
      reach,
      findMoved: () => undefined,
      keyWarnings: [],
    };
    const decided = decide("msg_2", opened, at);
    if (most !== undefined)
      expect(decided).toMatchObject({ error: { kind: "refused", refusal: { code: "log-full", values: { most: String(most) } } } });
    else expect(decided.ok).toBe(true);
    const last = decide("msg_2", opened, { ...at, before: almost });
    expect(last).toMatchObject({
      value: { answer: { warnings: expect.arrayContaining([expect.objectContaining({ code: "log-filling" })]) } },
    });
    const withdrawn = { type: "event.withdrawn", timestamp: "2010-01-27T09:20:00Z", data: { ...data, event: "msg_9" } } as const;
    const unknown = decide("msg_2", withdrawn, at);
    expect(unknown).toMatchObject({ error: { kind: "refused", refusal: { code: "unknown-event" } } });
  });
});
