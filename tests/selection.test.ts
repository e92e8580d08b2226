import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { recordFaults } from "./support/record-faults.ts";
import { formatSelectionPath } from "../src/calendar/selection.ts";
import { entryBytes, reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, post, SEED, send } from "./support/secretariat.ts";

const OTHER = "fao-cofi";

/** Another body, with a meeting like the first's. */
const announceOther = async (id = OTHER): Promise<void> => {
  const record = { ...SEED, body: { ...SEED.body, id, shortName: "COFI" } };
  await post(JSON.stringify({ type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: id, record: record.body } }), {
    path: `/${id}/events`,
  });
  const event = { type: "meeting.announced", timestamp: "2009-12-10T09:00:00Z", data: { body: id, meeting: MEETING, record } };
  expect((await post(JSON.stringify(event), { path: `/${id}/events` })).status).toBe(200);
};

const own = (slots: readonly string[], items: readonly string[] = []) => ({ body: BODY, meeting: MEETING, slots, items });
const others = (slots: readonly string[], items: readonly string[] = []) => ({ ...own(slots, items), body: OTHER });
const uids = async (path: string): Promise<readonly string[]> => [...entryBytes(await feedText(path)).keys()];
const uid = (body: string, slot: number): string => `${body}.${MEETING}.slot-${slot}`;

beforeEach(async () => {
  await reset();
  await announce();
  await announceOther();
});

describe("what a delegate chose over two bodies", () => {
  const PATH = formatSelectionPath([own(["1", "3"]), others([], ["5"])]);

  it("is one feed, of entries whose bytes are those of each body's own", async () => {
    const [feed, first, second] = [
      await feedText(PATH),
      await feedText(`/${BODY}/${MEETING}.ics`),
      await feedText(`/${OTHER}/${MEETING}.ics`),
    ];
    const all = new Map([...entryBytes(first), ...entryBytes(second)]);
    const chosen = [uid(BODY, 1), uid(BODY, 3), uid(OTHER, 4), uid(OTHER, 5)];
    expect([...entryBytes(feed)]).toEqual(chosen.map((each) => [each, all.get(each)]));
    expect(reread(feed)).toHaveLength(4);
    expect(feed).toContain("X-WR-CALNAME:My programme\\, TIP WG\\, COFI\r\n");
  });

  it("has an address that a person can read, and says it itself", async () => {
    expect(PATH).toBe(`/my/${BODY}.2010.s12_${OTHER}.2010.i5.ics`);
    expect((await feedText(PATH)).replaceAll("\r\n ", "")).toContain(`SOURCE;VALUE=URI:https://plenary.example${PATH}\r\n`);
  });

  it("is found in one step under any other order of the same", async () => {
    const written = `/fr/my/${OTHER}.2010.i5_${BODY}.2010.s3_${BODY}.2010.s1.ICS%20`;
    const response = await get(written);
    expect([response.status, response.headers.get("location")]).toEqual([301, `${PATH}?lang=fr`]);
  });

  it("follows an item wherever it goes, and a sitting to its new time", async () => {
    expect(await uids(PATH)).not.toContain(uid(OTHER, 6));
    const moved = {
      type: "item.moved",
      timestamp: "2010-01-27T09:20:00Z",
      data: { body: OTHER, meeting: MEETING, item: "5", from: "5", to: "6" },
    };
    expect((await post(JSON.stringify(moved), { path: `/${OTHER}/events` })).status).toBe(200);
    expect(await uids(PATH)).toContain(uid(OTHER, 6));
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T18:00" } });
    expect(reread(await feedText(PATH)).find((entry) => entry.uid === uid(BODY, 3))).toMatchObject({
      start: "2010-01-28T15:00:00",
      sequence: 1,
    });
  });

  it("is answered 304 as long as nothing of it changed, whatever else did", async () => {
    const etag = (await get(PATH)).headers.get("etag") ?? "";
    await send("slot.relocated", { data: { slot: "2", venue: "Board Room A" } });
    expect((await get(PATH, { "if-none-match": etag })).status).toBe(304);
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
    expect((await get(PATH, { "if-none-match": etag })).status).toBe(200);
  });

  it("is kept by no cache that others share, and is dated nowhere", async () => {
    const { headers } = await get(PATH);
    expect(headers.get("cache-control")).toBe("private, max-age=60, stale-if-error=86400");
    expect(headers.get("last-modified")).toBeNull();
    expect(headers.get("content-disposition")).toBe('inline; filename="my.ics"');
  });

  it("is given without what is not there, and not at all where nothing of it is", async () => {
    expect(await uids(formatSelectionPath([own(["3", "99"], ["99"]), { ...own([]), body: "nobody" }]))).toEqual([uid(BODY, 3)]);
    const response = await get(formatSelectionPath([own(["99"]), { ...own([]), body: "nobody" }]));
    expect([response.status, await response.json()]).toMatchObject([404, { code: "not-found" }]);
  });
});

describe("a body that can't be reached", () => {
  const PATH = formatSelectionPath([own(["3"]), others(["4"])]);
  const breakOther = (): Promise<void> =>
    runInDurableObject(env.BODIES.getByName(OTHER), (_, { storage }) => void storage.sql.exec("ALTER TABLE log RENAME TO gone"));

  it("leaves in the feed what was read of it last, beside what is new of the others", async () => {
    const before = entryBytes(await feedText(PATH));
    await breakOther();
    await send("slot.relocated", { data: { slot: "3", venue: "Board Room A" } });
    recordFaults();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5000 });
    try {
      const after = entryBytes(await feedText(PATH));
      expect(after.get(uid(OTHER, 4))).toBe(before.get(uid(OTHER, 4)));
      expect(after.get(uid(BODY, 3))).toContain("Board Room A");
    } finally {
      vi.useRealTimers();
    }
  });

  it("is an error where it never was read, so that calendars keep what they have", async () => {
    await announceOther("who-eb");
    await runInDurableObject(env.BODIES.getByName("who-eb"), (_, { storage }) => void storage.sql.exec("ALTER TABLE log RENAME TO gone"));
    recordFaults();
    const response = await get(formatSelectionPath([own(["3"]), { ...own(["4"]), body: "who-eb" }]));
    expect([response.status, await response.json()]).toMatchObject([503, { code: "storage-unread" }]);
  });
});

describe("an address under /my that is of no selection is refused in words", () => {
  it.for([
    ["something", "This is no selection"],
    [`${BODY}.2010.s`, "This is no selection"],
    [Array.from({ length: 9 }, (_, at) => `body-${at}.2010`).join("_"), "8 bodies at most"],
    [Array.from({ length: 17 }, (_, at) => `${BODY}.${at + 10}`).join("_"), "16 meetings at most"],
    [`${BODY}.2010.i${Array.from({ length: 120 }, (_, at) => at + 1).join("+")}`, "longer than 256 characters"],
  ] as const)("%s", async ([text, words]) => {
    const response = await get(`/my/${text}.ics`);
    expect(response.status).toBe(400);
    const { code, detail } = await response.json<{ code: string; detail: string }>();
    expect(code).toBe("not-a-selection");
    expect(detail).toContain(words);
  });
});

describe("items of one meeting", () => {
  it("are one feed, at an address that a person can type", async () => {
    const [three, five, both] = await Promise.all(["3", "5", "3+5"].map((items) => uids(`/${BODY}/${MEETING}/items/${items}.ics`)));
    expect(both).toEqual([...(three ?? []), ...(five ?? [])]);
    expect(await feedText(`/${BODY}/${MEETING}/items/3+5.ics`)).toContain("X-WR-CALNAME:TIP WG\\, Item 3\\, Item 5\r\n");
  });

  it("have each sitting once that takes up several of them", async () => {
    expect(await uids(`/${BODY}/${MEETING}/items/4+5.ics`)).toEqual([uid(BODY, 3), uid(BODY, 4), uid(BODY, 5)]);
  });

  it.for([
    ["5+3", "3+5"],
    ["5%203%205", "3+5"],
    ["10,5,1(a)", "5+10+1a"],
  ])("in another order, %s, are led to %s", async ([written, meant]) => {
    const response = await get(`/${BODY}/${MEETING}/items/${written}.ics`);
    expect([response.status, response.headers.get("location")]).toEqual([301, `/${BODY}/${MEETING}/items/${meant}.ics`]);
  });

  it("of which one never was on the agenda are not there", async () => {
    const response = await get(`/${BODY}/${MEETING}/items/3+99.ics`);
    expect([response.status, await response.json()]).toMatchObject([404, { code: "no-such-item" }]);
  });
});

describe("a day of a meeting", () => {
  const day = (date: string): string => `/${BODY}/${MEETING}/${date}.ics`;

  it("is a feed of its sittings, of the bytes that the meeting's has", async () => {
    const [feed, whole] = [await feedText(day("2010-01-28")), entryBytes(await feedText(`/${BODY}/${MEETING}.ics`))];
    expect([...entryBytes(feed)]).toEqual([3, 4].map((slot) => [uid(BODY, slot), whole.get(uid(BODY, slot))]));
    expect(feed).toContain("X-WR-CALNAME:TIP WG\\, 28 January 2010\r\n");
  });

  it("has a sitting that was moved to it, and not one that was moved away", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-29T15:00", end: "2010-01-29T18:00" } });
    expect(await uids(day("2010-01-28"))).toEqual([uid(BODY, 4)]);
    expect(await uids(day("2010-01-29"))).toContain(uid(BODY, 3));
  });

  it("on which nothing is left is a calendar without an entry, and no error: who follows it is to see none", async () => {
    for (const slot of ["3", "4"]) await send("slot.rescheduled", { data: { slot, start: "2010-01-29T20:00", end: "2010-01-29T21:00" } });
    const response = await get(day("2010-01-28"));
    const feed = await response.text();
    expect(response.status).toBe(200);
    expect(reread(feed)).toEqual([]);
    expect(feed.match(/^BEGIN:V.*$/gm)).toEqual(["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE"]);
  });

  it("of which no sitting is known yet has the entry of the whole meeting", async () => {
    await send("meeting.announced", {
      at: "2009-12-10T09:00:00Z",
      data: { meeting: "later", record: { ...SEED, id: "later", slots: [] } },
    });
    const whole = await uids(`/${BODY}/later.ics`);
    expect(whole).toHaveLength(1);
    for (const date of ["2010-01-27", "2010-01-28", "2010-01-29"]) expect(await uids(`/${BODY}/later/${date}.ics`)).toEqual(whole);
    expect(await uids(formatSelectionPath([{ ...own([]), meeting: "later" }]))).toEqual(whole);
  });

  it("that the meeting has not is not there", async () => {
    const response = await get(day("2010-02-28"));
    expect([response.status, await response.json()]).toMatchObject([404, { code: "no-such-day" }]);
  });
});
