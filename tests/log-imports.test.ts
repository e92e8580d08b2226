import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Steps } from "../src/log-file/steps.ts";
import type { BodyObject } from "../src/store/body/body.ts";
import { importStaged } from "../src/store/body/log-import.ts";
import { takeSlowly } from "../src/store/body/take-slowly.ts";
import { unwrap } from "../src/store/stored.ts";
import { deliveryOf } from "./support/delivery.ts";
import { exportLines, importLines, requestLog } from "./support/log-transfer.ts";
import { announce, BODY, feedText, get, MEETING, post, SEED } from "./support/secretariat.ts";

/** A log that comes in step by step. */

const EVENTS = 400;
const FEED = `/${BODY}/${MEETING}/slots/3.ics`;
const OTHER = "other";

const inBody = <Value>(callback: (body: BodyObject, storage: DurableObjectStorage) => Value | Promise<Value>): Promise<Value> =>
  runInDurableObject(env.BODIES.getByName(BODY), (body: BodyObject, { storage }) => callback(body, storage));

const registerOther = () =>
  post(
    JSON.stringify({
      type: "body.registered",
      timestamp: "2010-01-01T00:00:00Z",
      data: { body: OTHER, record: { ...SEED.body, id: OTHER } },
    }),
    { path: `/${OTHER}/events` },
  );

/** All rows of all tables, but for the version of their layout. */
const countRows = (): Promise<number> =>
  inBody((_body, { sql }) =>
    sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name <> 'layout'",
      )
      .toArray()
      .reduce((sum, { name }) => sum + sql.exec<{ rows: number }>(`SELECT count(*) AS rows FROM ${name}`).one().rows, 0),
  );

let lines: readonly string[];

beforeEach(async () => {
  await reset();
  await announce();
  await inBody(async (body) => {
    for (let at = 0; at < EVENTS; at += 1) {
      const data = { body: BODY, meeting: MEETING, slot: String(1 + (at % 6)), venue: `Room ${at}` };
      const timestamp = new Date(Date.UTC(2010, 0, 20) + at * 60_000).toISOString();
      await unwrap(body.receive(deliveryOf(`told-${at}`, { type: "slot.relocated", timestamp, data }), Date.UTC(2010, 0, 27)));
    }
  });
  lines = await exportLines();
  await reset();
});

const stage = (all = lines) => requestLog("import", { request: "log.stage", first: 1, lines: all });
const takeIn = () => requestLog("import", { request: "log.import", lines: lines.length });

describe("while a log comes in", () => {
  it("others are answered, and the body is not there before all of it is", async () => {
    expect((await registerOther()).status).toBe(200);
    await stage();
    const imported = takeIn();
    const ended = imported.then(({ status }) => status);
    const seen: number[] = [];
    for (let status = 0; status !== 200; seen.push(status)) {
      expect((await get(`/${OTHER}.json`)).status).toBe(200);
      status = await Promise.race([ended, get(FEED).then((feed) => feed.status)]);
      // What is due by a clock has its turn once nothing else is.
      await scheduler.wait(1);
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen.slice(0, -1))).toEqual(new Set([404]));
    expect(await imported).toMatchObject({ status: 200, answer: { outcome: "imported" } });
    expect(await feedText(`/${BODY}/${MEETING}/slots/4.ics`)).toContain(`Room ${EVENTS - 1}`);
  });

  it("no more is done at a time than some ten milliseconds take", async () => {
    let turn = 0;
    const turns: { steps: number; octets: number }[] = [];
    function* work(): Steps<string> {
      for (let at = 0; at < 1000; at += 1) {
        turns[turn] ??= { steps: 0, octets: 0 };
        const now = turns[turn];
        if (now?.steps === 0) void Promise.resolve().then(() => (turn += 1));
        const octets = at % 100 === 0 ? 50_000 : 100;
        if (now) turns[turn] = { steps: now.steps + 1, octets: now.octets + octets };
        yield octets;
      }
      return "done";
    }
    expect(await takeSlowly(work())).toBe("done");
    expect(turns.reduce((sum, { steps }) => sum + steps, 0)).toBe(1000);
    for (const { steps, octets } of turns) {
      expect(steps).toBeLessThanOrEqual(128);
      expect(octets).toBeLessThan(2 * 64 * 1024);
    }
  });

  it("an event for it, its lines sent again and a second import wait, and find the body", async () => {
    await stage();
    const first = takeIn();
    const [event, again, second] = await Promise.all([
      post(
        JSON.stringify({
          type: "slot.relocated",
          timestamp: new Date().toISOString(),
          data: { body: BODY, meeting: MEETING, slot: "1", venue: "Hall" },
        }),
      ),
      stage(),
      takeIn(),
    ]);
    expect((await first).status).toBe(200);
    // The directory may not know of it yet: then there is no such body, and the sender is to try again.
    expect([200, 404]).toContain(event.status);
    for (const late of [again, second]) expect(late).toMatchObject({ status: 409, answer: { code: "not-empty" } });
  });

  it("nothing is wrong with the body, its log has no length, and nobody reads of it", async () => {
    await stage();
    await inBody(async (body, storage) => {
      const steps = importStaged(storage.sql, BODY, lines.length, (write) => storage.transactionSync(write));
      for (let at = 0; at < 2.5 * lines.length; at += 1) steps.next();
      expect(await unwrap(body.readPosition())).toBe(0);
      expect(await unwrap(body.inspect("", 1000))).toMatchObject({ faults: [], position: 0 });
      expect(await unwrap(body.loadMeeting(MEETING))).toBeUndefined();
      expect(await unwrap(body.loadPart(MEETING, { slots: ["3"], items: [] }))).toBeUndefined();
      expect(await unwrap(body.readBodyFeed())).toBeUndefined();
    });
  });
});

describe("of an import that did not end", () => {
  it.for([1, 0.5, 1.5, 2.5])("nothing is left where it was cut off, at %d of its lines", async (part) => {
    await stage();
    await inBody((_body, storage) => {
      const steps = importStaged(storage.sql, BODY, lines.length, (write) => storage.transactionSync(write));
      for (let at = 0; at < part * lines.length; at += 1) expect(steps.next().done).toBe(false);
    });
    expect(await countRows()).toBeGreaterThan(0);
    await evictAllDurableObjects();
    expect(await countRows()).toBe(0);
    expect((await get(FEED)).status).toBe(404);
    expect((await importLines(lines)).status).toBe(200);
    expect(await feedText(FEED)).toContain(`Room ${EVENTS - 2}`);
  });

  it.for([
    { what: "an id stands twice", spoil: (text: string) => text.replace(`"id":"told-${EVENTS - 1}"`, '"id":"told-0"') },
    { what: "its last line is none", spoil: (text: string) => text.replace('"sequence":', '"sequence":"') },
    {
      what: "a sender was told another version",
      spoil: (text: string) => text.replace(/"answer":\{"outcome":"applied"[^]*?"version":\d+/, "$&0"),
    },
  ])("nothing is left where it was refused, since $what", async ({ spoil }) => {
    const spoilt = lines.map((text, at) => (at === lines.length - 1 || text.includes(`"told-${EVENTS - 1}"`) ? spoil(text) : text));
    expect(spoilt).not.toEqual(lines);
    expect(await importLines(spoilt)).toMatchObject({ status: 422, answer: { code: "not-a-log" } });
    expect(await countRows()).toBe(0);
    expect((await importLines(lines)).status).toBe(200);
  });
});
