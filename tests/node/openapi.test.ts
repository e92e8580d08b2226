import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOpenApi } from "../../src/api/openapi.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { readEventFile } from "../../src/cli/send/event-file.ts";
import { EVENT_TYPES } from "../../src/meeting/event-descriptors.ts";
import { parseEvent } from "../../src/meeting/parse.ts";
import { createWebhookId, signDelivery, type EventMessage } from "../../src/standard-webhooks/client.ts";
import type { OperatorRequest } from "../../src/standard-webhooks/operator-requests.ts";
import { importSigningKey } from "../../src/standard-webhooks/signature.ts";
import { startTestService, type Service } from "./service.ts";

/** What the service says of itself, held against what it answers, by a validator that is not ours. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };

interface MediaType {
  readonly schema: { readonly $ref?: string };
}
interface Operation {
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, MediaType>> }>>;
}
type Method = "get" | "post";
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Partial<Record<Method, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** As it is served; and `closed`, the same where an answer has no field that is not named. */
type Id = "served" | "closed";

const closed = JSON.parse(JSON.stringify(buildOpenApi("0.0.0", true))) as Description;
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema(closed, "closed");

let service: Service;
let served: Description;

const findOperation = (method: Method, path: string): Operation => {
  const operation = closed.paths[path]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not described`);
  return operation;
};

/** A schema of the document, which refers to its components. */
const compile = (id: Id, { schema }: MediaType): ValidateFunction => {
  const { $ref } = schema;
  const validate = $ref === undefined ? ajv.compile(schema) : ajv.getSchema(`${id}${$ref}`);
  if (!validate) throw new Error(`${$ref} is not there.`);
  return validate;
};

/** What is wrong with an answer by its description: nothing, where all is as it says. */
const findFaults = async (id: Id, method: Method, path: string, response: Response): Promise<unknown> => {
  const described = findOperation(method, path).responses[String(response.status)];
  if (!described) return `${response.status} is not described`;
  const type = response.headers.get("content-type") ?? "";
  const media = described.content?.[type];
  if (!media) return `${type} is not described`;
  const validate = compile(id, media);
  const body: unknown = type.includes("json") ? await response.clone().json() : await response.clone().text();
  return validate(body) ? [] : validate.errors;
};

const expectAsDescribed = async (method: Method, path: string, response: Response): Promise<void> => {
  for (const id of ["served", "closed"] as const)
    expect({ path, status: response.status, faults: await findFaults(id, method, path, response) }).toEqual({
      path,
      status: response.status,
      faults: [],
    });
};

const post = async (message: EventMessage | string, { id = createWebhookId(), secret = service.secret } = {}): Promise<Response> => {
  const key = await importSigningKey("sender", secret);
  if (!key) throw new Error("The key can't sign.");
  const event: EventMessage = typeof message === "string" ? { type: "", timestamp: "", data: {} } : message;
  const request = await signDelivery(key, id, event, Date.now());
  return fetch(`${service.url}/${ABOUT.body}/events`, typeof message === "string" ? { method: "POST", body: message } : request);
};

const tell = (type: string, data: Readonly<Record<string, unknown>> = {}): EventMessage => ({
  type,
  timestamp: "2010-01-27T09:20:00Z",
  data: { ...ABOUT, ...data },
});

beforeAll(async () => {
  service = await startTestService("https://calendar.example");
  await service.register(RECORD.body);
  await post({ type: "meeting.announced", timestamp: "2009-12-10T09:00:00Z", data: { ...ABOUT, record: RECORD } });
  const today = new Date().toISOString().slice(0, 10);
  const slots = [{ number: "1", start: `${today}T10:00`, items: ["1"] }];
  const record = { ...RECORD, id: "today", opensOn: today, closesOn: today, slots };
  await post({ type: "meeting.announced", timestamp: "2009-12-10T09:00:00Z", data: { ...ABOUT, meeting: "today", record } });
  served = (await (await service.get("/openapi.json")).json()) as Description;
  ajv.addSchema(served, "served");
});
afterAll(() => service.stop());

describe("/openapi.json", () => {
  it("is the description that is built from the schemas, and says its version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
    expect(served).toEqual(JSON.parse(JSON.stringify(buildOpenApi(version))));
    expect(served.openapi).toMatch(/^3\.1\./);
  });

  it("refers to nothing that it lacks, and has no component that nothing refers to", () => {
    const references = [...JSON.stringify(served).matchAll(/"#\/components\/(\w+)\/([\w.-]+)"/g)].map(
      ([, kind, name]) => `${kind} ${name}`,
    );
    const named = ["schemas", "parameters", "headers", "responses"].flatMap((kind) =>
      Object.keys(served.components[kind] ?? {}).map((name) => `${kind} ${name}`),
    );
    expect([...new Set(references)].toSorted()).toEqual(named.toSorted());
  });

  it("describes each event as the door takes it", () => {
    const { schemas = {} } = served.components;
    const events = schemas["Event"] as { readonly oneOf: readonly { readonly $ref: string }[] };
    expect(events.oneOf).toHaveLength(EVENT_TYPES.length);
    for (const { $ref } of events.oneOf) {
      const type = $ref.slice($ref.lastIndexOf("/") + 1);
      expect(schemas[type]).toMatchObject({ properties: { type: { const: type } }, description: expect.stringMatching(/\.$/) });
    }
  });
});

describe("what is read", () => {
  const VALUES: Readonly<Record<string, string>> = {
    ...ABOUT,
    slot: "3",
    year: "2010",
    item: "1a",
    day: "2010-01-28",
    selection: `${ABOUT.body}.${ABOUT.meeting}.s3`,
  };
  const fill = (path: string, values = VALUES): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
  const reads = Object.entries(closed.paths).flatMap(([path, { get }]) => (get ? [path] : []));

  it.for(reads)("%s answers as it is described", async (path) => {
    const response = await fetch(service.url + fill(path));
    expect(response.status).toBe(200);
    await expectAsDescribed("get", path, response);
  });

  it.for(reads.filter((path) => path.includes("{")))("%s says as it is described that there is nothing", async (path) => {
    for (const other of ["body", "meeting", "slot", "item", "day"].filter((name) => path.includes(`{${name}}`))) {
      const response = await fetch(service.url + fill(path, { ...VALUES, [other]: "9999" }));
      expect(response.status, other).toBe(404);
      await expectAsDescribed("get", path, response);
    }
  });

  it.for(reads.filter((path) => path !== "/healthz"))("%s is told unchanged by its tag", async (path) => {
    const { headers } = await fetch(service.url + fill(path));
    const again = await fetch(service.url + fill(path), { headers: { "if-none-match": headers.get("etag") ?? "" } });
    expect(again.status).toBe(304);
    expect(findOperation("get", path).responses["304"]).toBeDefined();
  });

  it("takes the options that are described", async () => {
    for (const [path, query] of [
      ["/{body}.ics", "lang=fr&cancelled=omit"],
      ["/{body}.atom", "lang=ar"],
      ["/{body}/{meeting}.atom", ""],
      ["/{body}/{meeting}/slots/{slot}.atom", ""],
      ["/{body}/{meeting}/items/{item}.atom", "lang=zh"],
      ["/{body}/{meeting}.json", "version=1"],
      ["/{body}/{meeting}/log.json", "version=1&lang=ar"],
    ] as const) {
      const response = await fetch(`${service.url}${fill(path)}?${query}`);
      expect(response.status).toBe(200);
      await expectAsDescribed("get", path, response);
    }
    const missing = await fetch(`${service.url}${fill("/{body}/{meeting}.json")}?version=99`);
    expect(missing.status).toBe(404);
    await expectAsDescribed("get", "/{body}/{meeting}.json", missing);
  });
});

describe("what is sent", () => {
  const PATH = "/{body}/events";
  const takes = (event: unknown): boolean => {
    const media = findOperation("post", PATH).requestBody?.content["application/json"];
    if (!media) throw new Error("No event is described.");
    return compile("served", media)(event);
  };

  it("is answered as it is described, event by event of a real day, tried first and then in earnest", { timeout: 60_000 }, async () => {
    for (const { id, type, timestamp, data } of readEventFile("tests/stories/real-day.jsonl", ABOUT)) {
      const event = { type, timestamp, data };
      expect([type, takes(event), parseEvent(event).ok]).toEqual([type, true, true]);
      for (const message of [{ ...event, dryRun: true as const }, event]) {
        const response = await post(message, { id });
        expect(response.status, type).toBe(200);
        await expectAsDescribed("post", PATH, response);
      }
    }
    for (const path of ["/{body}.json", "/{body}/{meeting}.json", "/{body}/{meeting}/log.json"]) {
      const response = await fetch(service.url + path.replace("{body}", ABOUT.body).replace("{meeting}", ABOUT.meeting));
      await expectAsDescribed("get", path, response);
    }
  });

  it("is described as the door refuses it: a field that is missing, too many, or of another type", async () => {
    const event = tell("slot.cancelled", { slot: "5" });
    for (const broken of [
      tell("slot.cancelled"),
      tell("slot.cancelled", { slot: "5", colour: "red" }),
      tell("slot.cancelled", { slot: 5 }),
      tell("slot.exploded", { slot: "5" }),
      { ...event, extra: true },
    ]) {
      expect([takes(broken), parseEvent(broken).ok]).toEqual([false, false]);
      const response = await post(broken);
      expect(response.status).toBe(422);
      await expectAsDescribed("post", PATH, response);
    }
  });

  it("is told as it is described what is to be decided, where a document and what was reported say otherwise", async () => {
    const record = { ...RECORD, id: "2011" };
    const move = (start: string) => RECORD.slots.map((slot) => (slot.number === "3" ? { ...slot, start, end: undefined } : slot));
    await post(tell("meeting.announced", { meeting: "2011", record }));
    await post(tell("slot.rescheduled", { meeting: "2011", slot: "3", start: "2010-01-28T11:00" }));
    const response = await post(tell("agenda.revised", { meeting: "2011", record: { ...record, slots: move("2010-01-28T15:30") } }));
    expect(await response.clone().json()).toMatchObject({
      status: 409,
      reason: "conflicts",
      differences: [{ path: "slots.3.time", outcome: "conflict" }],
    });
    await expectAsDescribed("post", PATH, response);
  });

  it("is answered as it is described, where it asks about endpoints", async () => {
    const asked = "/{body}/endpoints";
    const ask = async (request: object): Promise<Response> => {
      const key = await importSigningKey("sender", service.secret);
      if (!key) throw new Error("The key can't sign.");
      const signed = await signDelivery(key, createWebhookId(), { body: ABOUT.body, ...request } as OperatorRequest, Date.now());
      return fetch(`${service.url}/${ABOUT.body}/endpoints`, signed);
    };
    const endpoint = { name: "relay", url: "https://hooks.example.org/x", meetings: [ABOUT.meeting] };
    await post({ type: "endpoint.added", timestamp: "2010-01-27T09:20:00Z", data: { body: ABOUT.body, endpoint } });
    for (const request of [
      { request: "endpoints.list" },
      { request: "endpoints.test", name: "relay" },
      { request: "endpoints.secret", name: "relay" },
    ]) {
      const response = await ask(request);
      expect([request.request, response.status]).toEqual([request.request, 200]);
      await expectAsDescribed("post", asked, response);
    }
    const missing = await ask({ request: "endpoints.secret", name: "other" });
    expect(missing.status).toBe(404);
    await expectAsDescribed("post", asked, missing);
    await post({ type: "endpoint.removed", timestamp: "2010-01-27T09:20:00Z", data: { body: ABOUT.body, name: "relay" } });
  });

  it("is refused as it is described", async () => {
    const id = createWebhookId();
    const refusals: readonly (readonly [number, string, () => Promise<Response>])[] = [
      [401, "not-signed", () => post("{}")],
      [401, "bad-signature", () => post(tell("meeting.opened"), { secret: "whsec_c29tZW9uZSBlbHNlJ3Mgc2VjcmV0IGtleQ==" })],
      [404, "no-such-meeting", () => post(tell("meeting.opened", { meeting: "1999" }))],
      [409, "impossible", () => post(tell("meeting.opened", { expectedVersion: 0 }))],
      [
        409,
        "id-reused",
        async () => (
          await post(tell("documents.issued", { documents: [{ symbol: "A/1" }] }), { id }),
          post(tell("meeting.opened"), { id })
        ),
      ],
      [422, "wrong-address", () => post(tell("meeting.opened", { body: "another" }))],
    ];
    for (const [status, code, ask] of refusals) {
      const response = await ask();
      expect(await response.clone().json()).toMatchObject({ status, code });
      expect(response.status).toBe(status);
      await expectAsDescribed("post", PATH, response);
    }
  });
});
