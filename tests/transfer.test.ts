import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { importLines, requestLog } from "./support/log-transfer.ts";
import { announce, BODY, feedText, get, MEETING, OPERATOR_KEY, SEED, send } from "./support/secretariat.ts";

const exported = async (): Promise<{ readonly events: readonly string[]; readonly ledger: readonly string[] }> => {
  const log = await requestLog("export", { request: "log.export", after: 0 });
  const ledger = await requestLog("export", { request: "ledger.export", meeting: 0 });
  expect([log.status, ledger.status]).toEqual([200, 200]);
  return { events: log.answer["lines"] as string[], ledger: ledger.answer["lines"] as string[] };
};

const sql = (query: string): Promise<unknown> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => storage.sql.exec(query).toArray());

const inDirectory = (query: string): Promise<unknown> =>
  runInDurableObject(env.DIRECTORY.getByName("directory"), (_, { storage }) => storage.sql.exec(query).toArray());

const ADDRESSES = [`/${BODY}.ics`, `/${BODY}/${MEETING}.ics`, `/${BODY}/${MEETING}/slots/3.ics`, `/${BODY}/${MEETING}/items/5.ics`];
const TEXTS = [...ADDRESSES, "/bodies.json", `/${BODY}.json`, `/${BODY}/${MEETING}.json`, `/${BODY}/${MEETING}/log.json`];
const everything = async (): Promise<readonly string[]> => Promise.all(TEXTS.map(feedText));

beforeEach(async () => {
  await reset();
  await announce();
  await send("agenda.adopted", {}, { id: "msg_adopted" });
  await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00", note: "The room is taken" } }, { id: "msg_moved" });
  await send("item.moved", { data: { item: "5", from: "4", to: "5" } }, { id: "msg_wrong" });
  await send("event.withdrawn", { data: { event: "msg_wrong" } });
  await send("event.redacted", { data: { event: "msg_moved" } });
});

describe("an exported log", () => {
  it("makes the same body elsewhere, byte by byte, answers and order of arrival included", async () => {
    const [before, { events, ledger }] = [await everything(), await exported()];
    await reset();
    expect(await importLines([...events, ...ledger])).toMatchObject({
      status: 200,
      answer: { outcome: "imported", events: 7, meetings: 1 },
    });
    expect(await everything()).toEqual(before);
    expect((await exported()).events).toEqual(events);
    expect(await (await get("/")).text()).toContain(`href="/${BODY}"`);
    expect((await send("agenda.adopted", {}, { id: "msg_adopted" })).answer).toMatchObject({ position: 3, version: 2 });
    expect((await send("meeting.opened")).answer).toMatchObject({ position: 8, version: 7 });
  });

  it("makes the same feeds from its events alone: the ledger is their fold", async () => {
    const [before, { events }] = [await everything(), await exported()];
    await reset();
    await importLines(events);
    expect(await everything()).toEqual(before);
  });

  it("takes along what a release told calendars where no event did", async () => {
    await sql("UPDATE ledger SET sequence = 7, stamp = stamp + 60 WHERE uid LIKE '%slot-2'");
    const [before, { events, ledger }] = [await everything(), await exported()];
    await reset();
    await importLines([...events, ...ledger]);
    expect(await everything()).toEqual(before);
  });

  it("comes in pages, and goes on where the last one ended", async () => {
    const record = { ...SEED, slots: SEED.slots.map((slot) => ({ ...slot, venue: "x".repeat(300) })) };
    for (let count = 0; count < 60; count += 1) await send("agenda.revised", { data: { record } });
    const first = await requestLog("export", { request: "log.export", after: 0 });
    const lines = first.answer["lines"] as string[];
    expect(first.answer["events"]).toBe(67);
    expect(lines.length).toBeLessThan(67);
    const second = await requestLog("export", { request: "log.export", after: lines.length });
    expect([...lines, ...(second.answer["lines"] as string[])].map((line) => (JSON.parse(line) as { position: number }).position)).toEqual(
      Array.from({ length: 67 }, (_, at) => at + 1),
    );
  });

  it("never gives the words of a redacted event", async () => {
    const { events } = await exported();
    expect(events.map((line) => atob((JSON.parse(line) as { raw: string }).raw)).join("\n")).not.toContain("The room is taken");
  });
});

describe("an import", () => {
  it("goes into an empty body only", async () => {
    const { events } = await exported();
    expect(await requestLog("import", { request: "log.stage", first: 1, lines: events })).toMatchObject({
      status: 409,
      answer: { code: "not-empty" },
    });
    expect(await requestLog("import", { request: "log.import", lines: 7 })).toMatchObject({ status: 409, answer: { code: "not-empty" } });
  });

  const changed = (lines: readonly string[], at: number, change: Record<string, unknown>): readonly string[] =>
    lines.map((line, index) => (index === at ? JSON.stringify({ ...(JSON.parse(line) as Record<string, unknown>), ...change }) : line));
  const raw = (event: unknown): string => new TextEncoder().encode(JSON.stringify(event)).toBase64();

  const OTHER = { body: BODY, record: { ...SEED.body, id: "other" } };
  const ANOTHER = { body: BODY, meeting: MEETING, record: { ...SEED, id: "2011" } };
  const NAMELESS = { body: BODY, record: { name: "A body" } };

  it.for<{ readonly what: string; readonly spoil: (lines: readonly string[]) => readonly string[]; readonly says: RegExp }>([
    { what: "lacks an event", spoil: (lines) => lines.toSpliced(3, 1), says: /Line 4: its position is 5 after 3/ },
    { what: "lacks its beginning", spoil: (lines) => lines.slice(1), says: /Line 1: its position is 2 after 0/ },
    { what: "was cut", spoil: (lines) => lines.with(6, (lines[6] ?? "").slice(0, 90)), says: /Line 7: it is no line of a log/ },
    { what: "goes back in time", spoil: (lines) => changed(lines, 4, { arrival: 0 }), says: /Line 5: it arrived before/ },
    {
      what: "is another body's",
      spoil: (lines) => changed(lines, 2, { raw: raw({ type: "x", timestamp: "2010-01-27T09:20:00Z", data: { body: "other" } }) }),
      says: /Line 3: .*other/,
    },
    {
      what: "registers it by the record of another body",
      spoil: (lines) => changed(lines, 0, { raw: raw({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: OTHER }) }),
      says: /Line 1: its record is of the body "other"/,
    },
    {
      what: "registers it by a record without an id",
      spoil: (lines) => changed(lines, 0, { raw: raw({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: NAMELESS }) }),
      says: /Line 1: its record is of the body "undefined"/,
    },
    {
      what: "announces a meeting by the record of another",
      spoil: (lines) => changed(lines, 1, { raw: raw({ type: "meeting.announced", timestamp: "2010-01-01T00:00:00Z", data: ANOTHER }) }),
      says: /Line 2: its record is of the meeting "2011"/,
    },
    {
      what: "can't be folded",
      spoil: (lines) =>
        changed(lines, 2, {
          raw: raw({ type: "slot.opened", timestamp: "2010-01-27T09:20:00Z", data: { body: BODY, meeting: MEETING, slot: "99" } }),
        }),
      says: /Line 3: slot.opened can't be applied/,
    },
    {
      what: "answers what did not happen",
      spoil: (lines) => changed(lines, 2, { answer: { position: 3, version: 9, state: "adopted" } }),
      says: /Line 3: its sender was told version 9/,
    },
  ])("leaves no body of a log that $what", async ({ spoil, says }) => {
    const { events } = await exported();
    await reset();
    const lines = spoil(events);
    const { status, answer } = await importLines(lines);
    expect({ status, code: answer["code"] }).toEqual({ status: 422, code: "not-a-log" });
    expect(answer["detail"]).toMatch(says);
    expect((await get(`/${BODY}`)).status).toBe(404);
    expect((await get(ADDRESSES[0] ?? "")).status).toBe(404);
    expect(await (await get("/")).text()).not.toContain(BODY);
    expect(await importLines(events)).toMatchObject({ status: 200 });
  });

  it("that was cut off before the directory knew is listed once it is asked for again", async () => {
    const { events } = await exported();
    await reset();
    await importLines(events);
    await inDirectory("UPDATE bodies SET record = NULL, position = 0");
    expect(await (await get("/")).text()).not.toContain(`href="/${BODY}"`);
    expect(await requestLog("import", { request: "log.stage", first: 1, lines: events })).toMatchObject({
      status: 409,
      answer: { code: "not-empty" },
    });
    expect(await (await get("/")).text()).toContain(`href="/${BODY}"`);
  });

  it("leaves no body where pages are missing, nor before it is told that all have come", async () => {
    const { events } = await exported();
    await reset();
    expect(await requestLog("import", { request: "log.stage", first: 2, lines: events.slice(1) })).toMatchObject({
      status: 409,
      answer: { code: "log-incomplete" },
    });
    await requestLog("import", { request: "log.stage", first: 1, lines: events.slice(0, 4) });
    expect((await get(`/${BODY}`)).status).toBe(404);
    expect(await requestLog("import", { request: "log.import", lines: 7 })).toMatchObject({
      status: 409,
      answer: { code: "log-incomplete" },
    });
    await requestLog("import", { request: "log.stage", first: 5, lines: events.slice(4) });
    expect(await requestLog("import", { request: "log.import", lines: 7 })).toMatchObject({ status: 200 });
  });
});

describe("the two addresses of a log", () => {
  it("take what the operator has signed, for this body and this purpose, and nothing else", async () => {
    const OTHER = "whsec_YW5vdGhlciBrZXkgdGhhdCBub2JvZHkga25vd3Mgb2Y=";
    expect(await requestLog("export", { request: "log.export", after: 0 }, OTHER)).toMatchObject({
      status: 401,
      answer: { code: "bad-signature" },
    });
    expect(await requestLog("export", { request: "log.export", after: 0 }, OPERATOR_KEY, "other")).toMatchObject({ status: 422 });
    expect(await requestLog("import", { request: "log.export", after: 0 })).toMatchObject({ status: 422, answer: { code: "not-a-log" } });
    expect(await requestLog("export", { request: "log.import", lines: 0 })).toMatchObject({ status: 422, answer: { code: "not-a-log" } });
    expect((await get(`/${BODY}/log/export`)).status).toBe(405);
  });

  it("create nothing for a body that is not there", async () => {
    const asked = await requestLog("export", { request: "log.export", body: "nowhere", after: 0 }, OPERATOR_KEY, "nowhere");
    expect(asked).toMatchObject({ status: 404, answer: { code: "no-such-body" } });
  });
});
