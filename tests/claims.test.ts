import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingRecord } from "../src/meeting/record.ts";
import { BODY, feedText, get, MEETING, register, SEED, send } from "./support/secretariat.ts";

/** What a record may say of its body, and of the addresses that it makes. */

const announced = (record: MeetingRecord) =>
  send("meeting.announced", { at: "2009-12-10T09:00:00Z", data: { meeting: record.id, record } });
const fieldsOf = (answer: Readonly<Record<string, unknown>>): readonly string[] =>
  ((answer["errors"] ?? []) as { readonly field: string }[]).map(({ field }) => field);

beforeEach(async () => {
  await reset();
});

describe("a record of a meeting", () => {
  it.each([
    ["name", { name: "Another group" }],
    ["documents", { documents: "https://evil.example/{symbol}" }],
    ["publisher", { publisher: "evil.example" }],
    ["contact", { contact: "evil@evil.example" }],
  ])("claims no other %s of its body than is registered", async (field, claim) => {
    await register();
    const { status, answer } = await announced({ ...SEED, body: { ...SEED.body, ...claim } });
    expect([status, ...fieldsOf(answer)]).toEqual([422, `data.record.body.${field}`]);
    expect((await get(`/${BODY}/${MEETING}.ics`)).status).toBe(404);
  });

  it("gives no two items one address", async () => {
    await register();
    const items = [...SEED.agenda.items, { number: "1a", title: "The same address as 1 (a)" }];
    const { status, answer } = await announced({ ...SEED, agenda: { ...SEED.agenda, items } });
    expect(status).toBe(422);
    expect(JSON.stringify(answer["errors"])).toContain("would share one address");
  });
});

describe("a body", () => {
  it.each(["desk@un.example\r\nBcc: all@un.example", "desk@un.example?cc=all@un.example", "desk@un.example\u0000", "no address"])(
    "has no contact that is more than an address: %j",
    async (contact) => {
      const { status, answer } = await register({ ...SEED.body, contact });
      expect([status, ...fieldsOf(answer)]).toEqual([422, "data.record.contact"]);
    },
  );

  it("without an address for its documents gets links to none", async () => {
    const { documents: _documents, ...body } = SEED.body;
    await register(body);
    expect((await announced({ ...SEED, body })).status).toBe(200);
    for (const path of [`${MEETING}.ics`, MEETING, `${MEETING}.json`]) {
      const text = await feedText(`/${BODY}/${path}`);
      expect(text.replaceAll("\r\n ", ""), path).toContain("CTOC/COP/WG.4/2010/3");
      expect(text, path).not.toContain("undocs");
    }
  });
});
