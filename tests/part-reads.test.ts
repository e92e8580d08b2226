import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { BodyObject } from "../src/store/body/body.ts";
import { completePart } from "../src/store/meeting-changes.ts";
import { unwrap } from "../src/store/stored.ts";
import { announce, BODY, feedText, get, MEETING, send } from "./support/secretariat.ts";
import { entryBytes } from "./support/reread.ts";

const PAGE = `/${BODY}/${MEETING}`;

/** A part of the meeting, by whose UIDs its entries are told from those of the rest. */
const PARTS = [
  { path: `${PAGE}/slots/3.ics`, slots: ["3"] },
  { path: `${PAGE}/2010-01-28.ics`, slots: ["3", "4"] },
  { path: `${PAGE}/items/4.ics`, slots: ["3", "4"] },
  { path: `${PAGE}/items/1+7+1a.ics`, slots: ["1", "6"] },
];

const sql = (query: string): Promise<unknown> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage }) => storage.sql.exec(query).toArray());

beforeEach(async () => {
  await reset();
  await announce();
});

describe.for(PARTS)("the feed of a part of a meeting is read by itself: $path", ({ path, slots }) => {
  it("and has the entries that the meeting's feed has, after each event too", async () => {
    for (const venue of ["Room A", "Room B"]) {
      for (const slot of slots) await send("slot.relocated", { data: { slot, venue } });
      const entries = entryBytes(await feedText(path));
      const whole = entryBytes(await feedText(`${PAGE}.ics`));
      expect([...entries.keys()]).toEqual(slots.map((slot) => `${BODY}.${MEETING}.slot-${slot}`));
      for (const [uid, text] of entries) {
        expect(text).toContain(venue);
        expect(whole.get(uid)).toBe(text);
      }
    }
  });

  it("without a look at the entries of the rest", async () => {
    const before = await feedText(path);
    await sql("UPDATE parts SET part = '{' WHERE list NOT IN ('agendaItems', 'formerItems')");
    await sql(`UPDATE ledger SET entry = '{' WHERE ${slots.map((slot) => `uid NOT LIKE '%slot-${slot}'`).join(" AND ")}`);
    expect(await feedText(path)).toBe(before);
    expect(await sql("SELECT 1 FROM parts WHERE part <> '{' AND list = 'slots'"), "the meeting was read whole, and mended").toEqual([]);
  });

  it("but is of the log where an entry is damaged, or the tables are of another release", async () => {
    const before = await feedText(path);
    for (const damage of [
      "ledger SET entry = '{'",
      "ledger SET subject = '{'",
      "meetings SET machine = 0",
      "meetings SET overview = '{'",
    ]) {
      await sql(`UPDATE ${damage}`);
      expect(await feedText(path)).toBe(before);
    }
  });
});

describe("a part of a meeting that a reader has", () => {
  const load = (known?: string) =>
    runInDurableObject(env.BODIES.getByName(BODY), async (body: BodyObject) => {
      const found = await unwrap(body.loadPart(MEETING, { day: "2010-01-28" }, known));
      if (!found) throw new Error("There is no such meeting.");
      return structuredClone(found);
    });

  it("is completed by the rows that changed, and no other is read again", async () => {
    const had = await load();
    await send("slot.relocated", { data: { slot: "3", venue: "Room A" } });
    await send("slot.rescheduled", { data: { slot: "2", start: "2010-01-28T18:00", end: "2010-01-28T19:00" } });
    const fetched = await load(had.revision);
    expect(fetched.value?.rows.map(({ entry }) => entry.slot)).toEqual(["2", "3"]);
    expect(completePart(fetched, had.value)).toEqual(await load());
    expect(completePart(fetched, had.value)?.value?.rows.at(-1)).toBe(had.value?.rows.at(-1));
  });

  it("is read whole where it is not what the reader has", async () => {
    const had = await load();
    await send("slot.relocated", { data: { slot: "3", venue: "Room A" } }, { id: "msg_moved" });
    expect(completePart(await load(had.revision), undefined)).toBeUndefined();
    expect(await load(had.revision.replace(/\d+$/, "1"))).toEqual(await load());
  });
});

describe("a part of a meeting", () => {
  it("has what came to it and not what left it", async () => {
    const read = async (path: string) => [...entryBytes(await feedText(path)).keys()].map((uid) => uid.replace(/.*\./, ""));
    await send("item.moved", { data: { item: "5", from: "4", to: "3" } });
    await send("slot.rescheduled", { data: { slot: "2", start: "2010-01-28T18:00", end: "2010-01-28T19:00" } });
    expect(await read(`${PAGE}/items/5.ics`)).toEqual(["slot-3", "slot-5"]);
    expect(await read(`${PAGE}/2010-01-28.ics`)).toEqual(["slot-2", "slot-3", "slot-4"]);
    expect(await read(`${PAGE}/2010-01-27.ics`)).toEqual(["slot-1"]);
  });

  it("has an item that is in no sitting any more, and one that turned out never to be on the agenda", async () => {
    await send("item.deferred", { data: { item: "3" } });
    expect([...entryBytes(await feedText(`${PAGE}/items/3.ics`)).keys()]).toEqual([`${BODY}.${MEETING}.item-3`]);
    await send("item.added", { data: { item: "9", title: "Other business" } }, { id: "msg_added" });
    await send("event.withdrawn", { data: { event: "msg_added" } });
    expect(await feedText(`${PAGE}/items/9.ics`)).toContain("STATUS:CANCELLED");
  });

  it("is none where the meeting never had it, or there is no such meeting", async () => {
    for (const [path, code] of [
      [`${PAGE}/slots/99.ics`, "no-such-slot"],
      [`${PAGE}/items/99.ics`, "no-such-item"],
      [`${PAGE}/items/4+99.ics`, "no-such-item"],
      [`${PAGE}/2010-02-28.ics`, "no-such-day"],
      [`/${BODY}/2011/slots/3.ics`, "no-such-meeting"],
    ] as const) {
      const response = await get(path);
      expect([response.status, (await response.json<{ code: string }>()).code], path).toEqual([404, code]);
    }
  });
});
