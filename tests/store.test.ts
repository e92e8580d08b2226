import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MACHINE_VERSION } from "../machines/meeting/apply-event.ts";
import { recordFaults } from "./support/record-faults.ts";
import { reversed } from "./support/reversed.ts";
import { announce, BODY, feedText, get, healthLater, MEETING, SEED, send } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;
const sql = <Row extends Record<string, SqlStorageValue>>(query: string): Promise<Row[]> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => storage.sql.exec<Row>(query).toArray());

const directory = (query: string) =>
  runInDurableObject(env.DIRECTORY.getByName("directory"), (_, { storage }) => storage.sql.exec(query).toArray());

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a body's object", () => {
  it("goes on from its storage after an eviction", async () => {
    await send("meeting.opened");
    const before = await feedText(FEED);
    await evictAllDurableObjects();
    expect(await feedText(FEED)).toBe(before);
    expect((await send("agenda.adopted")).answer).toMatchObject({ version: 3, state: "in session" });
  });

  it("logs each event once, with the bytes and the signature that prove it", async () => {
    await send("meeting.opened");
    await send("report.adopted");
    const log = await sql<{ position: number; type: string; key: string; webhook_signature: string; raw: ArrayBuffer }>(
      "SELECT * FROM log ORDER BY position",
    );
    expect(log.map(({ position, type, key }) => [position, type, key])).toEqual([
      [1, "body.registered", "operator"],
      [2, "meeting.announced", "operator"],
      [3, "meeting.opened", "operator"],
    ]);
    expect(JSON.parse(new TextDecoder().decode(log[2]?.raw))).toMatchObject({
      type: "meeting.opened",
      data: { body: BODY, meeting: MEETING },
    });
    expect(log[2]?.webhook_signature).toMatch(/^v1,[A-Za-z0-9+/=]{44}$/);
  });

  it("applies nothing of an event when a part of it can't be stored, and says so", async () => {
    const before = await feedText(FEED);
    const faults = recordFaults();
    await sql("CREATE TRIGGER refuse BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    const { status, answer } = await send("agenda.adopted", {}, { id: "msg_storage" });
    expect(status).toBe(503);
    expect(answer).toMatchObject({ code: "storage-refused", detail: expect.stringContaining("never applied twice") });
    expect(faults.map((line): unknown => JSON.parse(line))).toMatchObject([{ fault: "storage", id: "msg_storage", body: BODY }]);
    expect(await feedText(FEED)).toBe(before);
    await sql("DROP TRIGGER refuse");
    expect((await send("agenda.adopted", {}, { id: "msg_storage" })).status).toBe(200);
  });

  it("never lets an arrival be before the one that came before it", async () => {
    await sql("UPDATE log SET arrival = arrival + 1000000 WHERE position = 2");
    await send("agenda.adopted");
    const [last, ...earlier] = (await sql<{ arrival: number }>("SELECT arrival FROM log ORDER BY position DESC")).map(
      ({ arrival }) => arrival,
    );
    expect(last).toBe(Math.max(...earlier));
  });
});

describe("tables that are torn", () => {
  const SNAPSHOT = "UPDATE meetings SET snapshot = substr(snapshot, 1, length(snapshot) / 2)";
  const ENTRY = "UPDATE ledger SET entry = substr(entry, 1, length(entry) / 2) WHERE uid LIKE '%slot-3'";
  const EVENT = "UPDATE log SET raw = CAST(substr(CAST(raw AS TEXT), 1, 40) AS BLOB) WHERE type = 'agenda.adopted'";
  const health = async () => (await healthLater()).json();

  beforeEach(async () => {
    await send("agenda.adopted");
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
    await send("slot.cancelled", { data: { slot: "5" } });
  });

  it.for([
    { what: "a snapshot", queries: [SNAPSHOT] },
    { what: "one sitting of it", queries: ["UPDATE parts SET part = substr(part, 1, 20) WHERE list = 'slots' AND at = 2"] },
    { what: "a part that is gone", queries: ["DELETE FROM parts WHERE list = 'agendaItems' AND at = 1"] },
    { what: "an entry of the ledger", queries: [ENTRY] },
    { what: "both, and a tombstone", queries: [SNAPSHOT, "UPDATE ledger SET entry = ''"] },
  ])("are mended from the log: $what", async ({ queries }) => {
    const [feed, json] = [await feedText(FEED), await feedText(`/${BODY}/${MEETING}.json`)];
    for (const query of queries) await sql(query);
    await evictAllDurableObjects();
    expect(await feedText(FEED)).toBe(feed);
    expect(await feedText(`/${BODY}/${MEETING}.json`)).toBe(json);
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
  });

  it("keep the revision that subscribers were told where a release had changed an entry", async () => {
    await sql("UPDATE ledger SET sequence = 7, entry = '{' WHERE uid LIKE '%slot-3'");
    await evictAllDurableObjects();
    expect(await feedText(`/${BODY}/${MEETING}/slots/3.ics`)).toContain("SEQUENCE:7\r\n");
  });

  it("answer 503 where the log is torn too, and never nonsense", async () => {
    const faults = recordFaults();
    for (const query of [SNAPSHOT, EVENT]) await sql(query);
    await evictAllDurableObjects();
    for (const path of [FEED, `/${BODY}.ics`, `/${BODY}/${MEETING}`, `/${BODY}/${MEETING}.json`, `/${BODY}/${MEETING}/log`]) {
      const response = await get(path);
      expect({ path, status: response.status, code: (await response.json<{ code: string }>()).code }).toEqual({
        path,
        status: 503,
        code: "storage-unread",
      });
    }
    expect((await send("meeting.opened")).status).toBe(503);
    expect(faults.at(-1)).toContain('"fault":"storage"');
    expect((await healthLater()).status).toBe(503);
    const at = `${BODY}/${MEETING}`;
    expect(await health()).toEqual({
      status: "degraded",
      storage: "ok",
      faults: [
        { at, fault: "torn" },
        { at, fault: "damaged", position: 3 },
      ],
      news: [],
    });
  });

  it("are right whatever the order in which a sender's fields stand", async () => {
    const record = reversed({ ...SEED, id: "2011", body: SEED.body });
    expect((await send("meeting.announced", { data: { meeting: "2011", record } })).status).toBe(200);
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
    await evictAllDurableObjects();
    const slot = reversed({ slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T18:00", meeting: "2011" }) as Record<string, unknown>;
    expect((await send("slot.rescheduled", { data: slot })).status).toBe(200);
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
  });

  it("are looked at once in fifteen seconds from when what was found was told, however many ask", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    try {
      expect((await get("/healthz")).status).toBe(200);
      for (const query of [SNAPSHOT, EVENT]) await sql(query);
      vi.setSystemTime(Date.now() + 14_999);
      expect((await get("/healthz")).status).toBe(200);
      vi.setSystemTime(Date.now() + 1);
      expect((await get("/healthz")).status).toBe(503);
    } finally {
      vi.useRealTimers();
    }
  });

  it("are never looked at by two at once, however long that takes", async () => {
    await directory("CREATE TABLE looks (at INTEGER)");
    await directory("CREATE TRIGGER look AFTER UPDATE OF inspected ON bodies BEGIN INSERT INTO looks VALUES (new.inspected); END");
    let now = Date.now() + 7_200_000;
    const clock = vi.spyOn(Date, "now").mockImplementation(() => (now += 20_000));
    try {
      for (const { status } of await Promise.all(Array.from({ length: 5 }, () => get("/healthz")))) expect(status).toBe(200);
    } finally {
      clock.mockRestore();
    }
    expect(await directory("SELECT at FROM looks")).toHaveLength(1);
  });

  it("are looked at by parts, each in its turn, and found again once they are whole", { timeout: 60_000 }, async () => {
    const slots = Array.from({ length: 200 }, (_, at) => ({
      number: String(at + 1),
      start: "2010-01-27T10:00",
      items: [String((at % 6) + 2)],
    }));
    const ids = Array.from({ length: 12 }, (_, at) => `m-${String(at).padStart(2, "0")}`);
    for (const id of ids) await announce({ ...SEED, id, slots });
    const faulty = async () => {
      const { faults } = await (await healthLater()).json<{ faults: readonly { at: string }[] }>();
      return [...new Set(faults.map(({ at }) => at))];
    };
    const eachOf = async (looks: number) => {
      const found: (readonly string[])[] = [];
      for (let look = 0; look < looks; look += 1) found.push(await faulty());
      return found.map((all) => all.toSorted());
    };
    await sql("CREATE TABLE kept AS SELECT position, raw FROM log");
    await sql("UPDATE meetings SET machine = 0 WHERE id <> '2010'");
    await sql("UPDATE log SET raw = CAST('{' AS BLOB) WHERE meeting <> '2010'");
    const torn = await eachOf(6);
    expect(torn[0]?.length).toBeLessThan(8);
    for (const [at, found] of torn.entries()) expect(found).toEqual(expect.arrayContaining([...(torn[at - 1] ?? [])]));
    expect(torn.at(-1)).toEqual(ids.map((id) => `${BODY}/${id}`));
    await sql("UPDATE log SET raw = (SELECT raw FROM kept WHERE kept.position = log.position)");
    expect((await eachOf(6)).at(-1)).toEqual([]);
  });

  it("that are right leave what an object has in memory alone", async () => {
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
    await sql("UPDATE meetings SET snapshot = json_set(snapshot, '$.record.city', 'Geneva')");
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
    expect(await feedText(`/${BODY}/${MEETING}/slots/3.ics`)).toContain("LOCATION:Board Room A\\, Vienna");
  });

  it("tell of a snapshot that is not the fold of its log, of whichever meeting, and then serve the fold", async () => {
    await send("meeting.announced", { data: { meeting: "2011", record: { ...SEED, id: "2011" } } });
    const json = await feedText(`/${BODY}/${MEETING}.json`);
    await sql("UPDATE meetings SET snapshot = json_set(snapshot, '$.record.city', 'Geneva') WHERE id = '2010'");
    expect(await health()).toMatchObject({ status: "degraded", faults: [{ at: `${BODY}/${MEETING}`, fault: "differed" }] });
    expect(await feedText(`/${BODY}/${MEETING}.json`)).toBe(json);
    expect(await health()).toMatchObject({ status: "ok" });
  });
});

describe("a row of the log that is damaged", () => {
  const health = async () => (await healthLater()).json();
  const at = `${BODY}/${MEETING}`;

  it("is a fault that stays, although it can be read, until its bytes are again those that came", async () => {
    await send("agenda.adopted", { data: { note: "as orally revised" } });
    const feed = await feedText(FEED);
    await sql("CREATE TABLE kept AS SELECT position, raw FROM log");
    await sql("UPDATE log SET raw = CAST(replace(CAST(raw AS TEXT), 'orally', 'really') AS BLOB) WHERE type = 'agenda.adopted'");
    const damaged = { status: "degraded", storage: "ok", faults: [{ at, fault: "damaged", position: 3 }], news: [] };
    for (let scan = 0; scan < 3; scan += 1) expect(await health()).toEqual(damaged);
    await evictAllDurableObjects();
    expect(await health()).toEqual(damaged);
    // What is served is what was known before.
    expect(await feedText(FEED)).toBe(feed);
    await sql("UPDATE log SET raw = (SELECT raw FROM kept WHERE kept.position = log.position)");
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
  });

  it("is never believed over what was known, by a new release, a correction or a report, however well it reads", async () => {
    const faults = recordFaults();
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room D" } }, { id: "msg_moved" });
    const feed = await feedText(FEED);
    await sql("UPDATE log SET raw = CAST(replace(CAST(raw AS TEXT), 'Room D', 'Room B') AS BLOB) WHERE webhook_id = 'msg_moved'");
    await sql("UPDATE meetings SET machine = 0");
    await evictAllDurableObjects();
    expect(await feedText(FEED)).toBe(feed);
    expect((await send("slot.cancelled", { data: { slot: "3" } })).status).toBe(503);
    await sql(`UPDATE meetings SET machine = ${MACHINE_VERSION}`);
    await evictAllDurableObjects();
    expect((await send("event.withdrawn", { data: { event: "msg_moved" } })).status).toBe(503);
    expect((await get(`/${BODY}/${MEETING}/report.txt`)).status).toBe(503);
    expect(await feedText(FEED)).toBe(feed);
    expect(faults.join()).toContain("The row 3 of the log is damaged.");
    expect(await health()).toMatchObject({ faults: [{ at, fault: "damaged", position: 3 }] });
  });

  it("is told of the body where the event is about the body itself", async () => {
    await sql("UPDATE log SET raw = CAST(CAST(raw AS TEXT) || ' ' AS BLOB) WHERE position = 1");
    for (let scan = 0; scan < 2; scan += 1)
      expect(await health()).toEqual({
        status: "degraded",
        storage: "ok",
        faults: [{ at: BODY, fault: "damaged", position: 1 }],
        news: [],
      });
  });

  it("is none whose words were removed", async () => {
    await send("agenda.adopted", { data: { note: "as orally revised" } }, { id: "msg_noted" });
    await send("event.redacted", { data: { event: "msg_noted" } });
    expect(await health()).toEqual({ status: "ok", storage: "ok", faults: [], news: [] });
  });
});

it("an event writes what it changes of a meeting, and nothing else", async () => {
  const written = async (type: string, data: Record<string, unknown>) => {
    await send(type, { data });
    return sql<{ list: string; at: number }>(
      "SELECT list, at FROM parts WHERE position = (SELECT max(position) FROM log) ORDER BY list, at",
    );
  };
  expect(await written("slot.relocated", { slot: "3", venue: "Board Room A" })).toEqual([{ list: "slots", at: 2 }]);
  expect(await written("item.taken_up", { item: "4" })).toEqual([{ list: "items", at: 5 }]);
  expect(await written("meeting.opened", {})).toEqual([{ list: "milestones", at: 0 }]);
});

it("what was made of a snapshot that is not the fold of its log leaves the body's feed, too", async () => {
  await sql(`UPDATE meetings SET snapshot = replace(snapshot, '"city":"Vienna"', '"city":"Geneva"')`);
  await evictAllDurableObjects();
  await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
  expect(await feedText(`/${BODY}.ics`)).toContain("Geneva");
  await healthLater();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2000 });
  try {
    expect(await feedText(`/${BODY}.ics`)).not.toContain("Geneva");
  } finally {
    vi.useRealTimers();
  }
});

describe("the directory", () => {
  it("leads to each body and its meetings", async () => {
    expect(await (await get("/")).text()).toContain(`<a href="/${BODY}"><bdi>Working Group on Trafficking in Persons</bdi></a>`);
    expect(await (await get(`/${BODY}`)).text()).toContain(`<a href="/${BODY}/${MEETING}">`);
  });
});
