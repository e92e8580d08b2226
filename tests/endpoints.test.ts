import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { LIMITS } from "../src/meeting/limits.ts";
import { deriveEndpointSecret, deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { exportLines, importLines } from "./support/log-transfer.ts";
import { announce, BODY, feedText, get, MEETING, OPERATOR_KEY, post, send, type Posted } from "./support/secretariat.ts";

const HOOK = "https://hooks.example.org/services/t0ken";

const say = (type: string, data: Record<string, unknown>, key = OPERATOR_KEY): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }), { key });
const add = (endpoint: Record<string, unknown>, key?: string): Promise<Posted> =>
  say("endpoint.added", { endpoint: { name: "mirror", url: HOOK, ...endpoint } }, key);
const remove = (name: string, key?: string): Promise<Posted> => say("endpoint.removed", { name }, key);

/** Adds a key that is derived, and gives its secret. */
const enrol = async (key: Record<string, unknown> & { readonly name: string }): Promise<string> => {
  await say("key.added", { key: { generation: 1, ...key } });
  return (await deriveSecret(OPERATOR_KEY, { body: BODY, name: key.name, generation: 1 })) ?? "";
};

const readNames = (): Promise<readonly unknown[]> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) =>
    storage.sql
      .exec("SELECT name FROM endpoints ORDER BY name")
      .toArray()
      .map(({ name }) => name),
  );

beforeEach(async () => {
  await reset();
  await announce();
});

describe("an endpoint of a body", () => {
  it("is named by the operator, takes another address under its name, and is removed", async () => {
    expect((await add({})).answer).toMatchObject({ outcome: "applied" });
    expect((await add({ url: `${HOOK}-2` })).status).toBe(200);
    expect(await readNames()).toEqual(["mirror"]);
    expect(await remove("other")).toMatchObject({ status: 409, answer: { reason: "unknown-endpoint" } });
    expect((await remove("mirror")).status).toBe(200);
    expect(await readNames()).toEqual([]);
  });

  it.for([
    "http://hooks.example.org/x",
    "https://10.0.0.1/x",
    "https://[::1]:8787/x",
    "http://localhost:9000/x",
    "https://printer.local/x",
    "https://user:word@hooks.example.org/x",
  ])("is not at %s", async (url) => {
    const { status, answer } = await add({ url });
    expect({ status, errors: answer["errors"] }).toMatchObject({ status: 422, errors: [{ field: "data.endpoint.url" }] });
    expect(await readNames()).toEqual([]);
  });

  it("is one of no more than there may be", async () => {
    await runInDurableObject(env.BODIES.getByName(BODY), (_, { storage: { sql } }) => {
      for (let at = 0; at < LIMITS.endpoints.max; at += 1)
        sql.exec("INSERT INTO endpoints (name, endpoint) VALUES (?, ?)", `e${at}`, JSON.stringify({ name: `e${at}`, url: HOOK }));
    });
    expect(await add({})).toMatchObject({ status: 409, answer: { reason: "too-many-endpoints" } });
    expect((await add({ name: "e1" })).status).toBe(200);
  });

  it("comes along with an exported log", async () => {
    await add({});
    await say("endpoint.added", { endpoint: { name: "other", url: HOOK } });
    await remove("other");
    const lines = await exportLines();
    await reset();
    await importLines(lines);
    expect(await readNames()).toEqual(["mirror"]);
  });

  it("stands in nothing that anyone may read", async () => {
    await add({});
    for (const path of [`/${BODY}`, `/${BODY}.json`, `/${BODY}/${MEETING}.json`, `/${BODY}/${MEETING}/log.json`, "/healthz"])
      expect(await feedText(path), path).not.toMatch(/t0ken|hooks\.example/);
  });
});

describe("a key with the right to name endpoints", () => {
  it("names and removes them; one without has no such right", async () => {
    const desk = await enrol({ name: "desk" });
    expect(await add({}, desk)).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
    const chief = await enrol({ name: "chief", rights: ["endpoints"] });
    expect((await add({}, chief)).status).toBe(200);
    expect((await remove("mirror", desk)).status).toBe(401);
    expect((await remove("mirror", chief)).status).toBe(200);
  });

  it("names those of its meeting alone, where it speaks for one", async () => {
    const chief = await enrol({ name: "chief", meeting: MEETING, rights: ["endpoints"] });
    expect((await add({}, chief)).status).toBe(401);
    expect((await add({ meetings: [MEETING, "2011"] }, chief)).status).toBe(401);
    expect((await add({ meetings: [MEETING] }, chief)).status).toBe(200);
    await add({ name: "all" });
    expect((await remove("all", chief)).status).toBe(401);
    expect((await add({ name: "all", meetings: [MEETING] }, chief)).status).toBe(401);
  });
});

describe("who asks about endpoints", () => {
  const ask = (request: Record<string, unknown>, key?: string): Promise<Posted> =>
    post(JSON.stringify({ body: BODY, ...request }), { path: `/${BODY}/endpoints`, ...(key !== undefined && { key }) });

  it("is the operator, or has a key with that right", async () => {
    await add({});
    const [desk, chief] = [await enrol({ name: "desk" }), await enrol({ name: "chief", rights: ["endpoints"] })];
    for (const key of [OPERATOR_KEY, chief])
      expect((await ask({ request: "endpoints.list" }, key)).answer).toMatchObject({
        endpoints: [{ name: "mirror", host: "hooks.example.org" }],
      });
    for (const request of [
      { request: "endpoints.list" },
      { request: "endpoints.test", name: "mirror" },
      { request: "endpoints.secret", name: "mirror" },
    ])
      expect(await ask(request, desk)).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
  });

  it("may ask no longer once its key is revoked", async () => {
    const chief = await enrol({ name: "chief", rights: ["endpoints"] });
    expect((await ask({ request: "endpoints.list" }, chief)).status).toBe(200);
    await say("key.revoked", { name: "chief" });
    expect((await ask({ request: "endpoints.list" }, chief)).status).toBe(401);
  });

  it("sees those of its meeting alone, where its key is of one", async () => {
    await add({ name: "all" });
    await add({ name: "one", meetings: [MEETING] });
    const chief = await enrol({ name: "chief", meeting: MEETING, rights: ["endpoints"] });
    expect((await ask({ request: "endpoints.list" }, chief)).answer).toMatchObject({ endpoints: [{ name: "one" }] });
    expect(await ask({ request: "endpoints.secret", name: "all" }, chief)).toMatchObject({ status: 401 });
  });

  it("is told the secret by which a receiver knows what is sent", async () => {
    await add({ generation: 2 });
    const secret = await deriveEndpointSecret(OPERATOR_KEY, { body: BODY, name: "mirror", generation: 2 });
    expect(await ask({ request: "endpoints.secret", name: "mirror" })).toMatchObject({ status: 200, answer: { secret } });
    expect(await ask({ request: "endpoints.secret", name: "other" })).toMatchObject({ status: 404 });
  });
});

describe("who would rather ask", () => {
  const ask = async (query: string): Promise<readonly string[]> =>
    (await (await get(`/${BODY}/${MEETING}/log.json${query}`)).json<{ events: { type: string }[] }>()).events.map(({ type }) => type);

  it("is told what came after a version, and nothing where that is the last", async () => {
    await send("meeting.opened");
    await send("slot.cancelled", { data: { slot: "4" } });
    expect(await ask("?since=0")).toEqual(["meeting.announced", "meeting.opened", "slot.cancelled"]);
    expect(await ask("?since=1")).toEqual(["meeting.opened", "slot.cancelled"]);
    expect(await ask("?since=1&until=2")).toEqual(["meeting.opened"]);
    expect(await ask("?since=3")).toEqual([]);
  });

  it.for(["4", "-1", "x", "1.5"])("is told that there is no version %s to go on from", async (since) => {
    expect((await get(`/${BODY}/${MEETING}/log.json?since=${since}`)).status).toBe(404);
  });
});
