import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { getRoleLimits, ROLE_NAMES, type RoleName } from "../src/meeting/roles.ts";
import { deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { announce, BODY, OPERATOR_KEY, post, send } from "./support/secretariat.ts";

/** The secret of a key that has a role. */
const enrol = async (name: RoleName): Promise<string> => {
  const key = { name, generation: 1, ...getRoleLimits(name) };
  const event = { type: "key.added", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, key } };
  expect(await post(JSON.stringify(event)), name).toMatchObject({ status: 200 });
  return (await deriveSecret(OPERATOR_KEY, { body: BODY, name, generation: 1 })) ?? "";
};

/** Whether a role may send events, by what the door answers to them. */
const listAllowed = async (name: RoleName, events: Readonly<Record<string, Record<string, unknown>>>): Promise<readonly string[]> => {
  const key = await enrol(name);
  const allowed: string[] = [];
  for (const [type, data] of Object.entries(events)) if ((await send(type, { data }, { key })).status === 200) allowed.push(type);
  return allowed;
};

const DAY = {
  "meeting.opened": {},
  "agenda.adopted": {},
  "slot.opened": { slot: "1" },
  "item.taken_up": { item: "1" },
  "item.concluded": { item: "1" },
  "slot.relocated": { slot: "1", venue: "Room B" },
  "documents.issued": { documents: [{ symbol: "X/2010/1" }] },
  "notice.given": { text: "Coffee is served." },
  "slot.adjourned": { slot: "1" },
  "slot.cancelled": { slot: "2" },
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a key of a role", () => {
  it.for([
    { name: "secretary", allowed: Object.keys(DAY) },
    { name: "conference-officer", allowed: ["slot.opened", "item.taken_up", "item.concluded", "slot.adjourned"] },
    { name: "meetings-management", allowed: ["slot.relocated", "notice.given"] },
    { name: "documents-officer", allowed: ["documents.issued"] },
    { name: "preparer", allowed: [] },
  ] as const)("of $name sends, of a day's events, these alone: $allowed", async ({ name, allowed }) => {
    expect(await listAllowed(name, DAY)).toEqual(allowed);
  });

  it("of a preparer tries everything, and changes nothing", async () => {
    const key = await enrol("preparer");
    expect(await send("meeting.opened", { dryRun: true }, { key })).toMatchObject({ status: 200, answer: { outcome: "dry run" } });
    expect(await send("meeting.opened", { dryRun: { after: 0 } }, { key })).toMatchObject({ answer: { outcome: "dry run" } });
    const { status, answer } = await send("meeting.opened", {}, { key });
    expect({ status, code: answer["code"] }).toEqual({ status: 401, code: "not-permitted" });
    expect(answer["detail"]).toContain("tries events and sends none");
  });

  it("that is limited to events can withdraw its own", async () => {
    const key = await enrol("conference-officer");
    await send("slot.opened", { data: { slot: "1" } }, { key, id: "msg_opened" });
    expect((await send("event.withdrawn", { data: { event: "msg_opened" } }, { key })).status).toBe(200);
  });

  it("is made for one of five roles, of which the secretary's alone makes keys", () => {
    expect(ROLE_NAMES.filter((name) => getRoleLimits(name).rights?.includes("keys"))).toEqual(["secretary"]);
    expect(ROLE_NAMES).toHaveLength(5);
  });
});
