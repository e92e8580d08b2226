import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordFaults } from "./support/record-faults.ts";
import { announce, BODY, get, MEETING, send } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;
const FEEDS = [
  FEED,
  `/${BODY}.ics`,
  `/${BODY}/${MEETING}/slots/3.ics`,
  `/${BODY}/${MEETING}/items/4+5.ics`,
  `/${BODY}/${MEETING}/2010-01-28.ics`,
];

/** Each test on days of its own, since this process remembers those before. */
let day = Date.UTC(2031, 0, 1);
const setClock = (seconds: number): void => void vi.setSystemTime(day + seconds * 1000);
const printDate = (seconds: number): string => new Date(day + seconds * 1000).toUTCString();
const dateOf = async (path = FEED): Promise<string | null> => (await get(path)).headers.get("last-modified");
const statusSince = async (date: string | null, path = FEED, headers: Record<string, string> = {}): Promise<number> =>
  (await get(path, { "if-modified-since": date ?? "", ...headers })).status;
const move = (venue: string) => send("slot.relocated", { data: { slot: "3", venue } });

beforeEach(async () => {
  await reset();
  vi.useFakeTimers({ toFake: ["Date"], now: (day += 7 * 86_400_000) });
  await announce();
});
afterEach(() => void vi.useRealTimers());

describe("Last-Modified", () => {
  it.for(FEEDS)("is the second in which %s was first served as it is, and again 304 to who names it", async (path) => {
    setClock(60);
    expect(await dateOf(path)).toBe(printDate(60));
    setClock(120);
    expect(await dateOf(path)).toBe(printDate(60));
    expect(await statusSince(printDate(60), path)).toBe(304);
    expect((await get(path, { "if-modified-since": printDate(60) }, "HEAD")).status).toBe(304);
    expect((await get(`${path}?lang=fr`, { "if-modified-since": printDate(60) })).status).toBe(304);
  });

  it("is another after each change, of all feeds that may have changed", async () => {
    for (const [at, venue] of [
      [60, "Room A"],
      [61, "Room B"],
      [62, "Room A"],
    ] as const) {
      setClock(at);
      const before = await Promise.all(FEEDS.map((path) => dateOf(path)));
      setClock(at + 0.5);
      await move(venue);
      setClock(at + 1);
      for (const [index, path] of FEEDS.entries()) {
        expect(await statusSince(before[index] ?? null, path), path).toBe(200);
        expect(await dateOf(path), path).toBe(printDate(at + 1));
      }
    }
  });

  it("is told of no content that came in the second of the one before, until the clock has passed it", async () => {
    setClock(60);
    expect(await dateOf()).toBe(printDate(60));
    await move("Room A");
    expect(await dateOf()).toBeNull();
    expect(await statusSince(printDate(60))).toBe(200);
    setClock(61);
    expect(await dateOf()).toBe(printDate(61));
  });

  it("is never of the future, nor earlier than one that was told, when the clock is set back", async () => {
    setClock(3600);
    expect(await dateOf()).toBe(printDate(3600));
    setClock(60);
    expect(await dateOf()).toBeNull();
    await move("Room A");
    setClock(120);
    expect(await dateOf()).toBeNull();
    expect(await statusSince(printDate(3600))).toBe(200);
    setClock(3601);
    expect(await dateOf()).toBe(printDate(3601));
  });

  it("is of use to who names it and no other: a later or an earlier date is answered whole", async () => {
    setClock(60);
    await dateOf();
    for (const other of [printDate(61), printDate(59), printDate(86_400), "yesterday", ""])
      expect(await statusSince(other), other).toBe(200);
  });

  it("counts for nothing beside a tag", async () => {
    setClock(60);
    const { headers } = await get(FEED);
    const date = headers.get("last-modified");
    expect(await statusSince(date, FEED, { "if-none-match": '"other"' })).toBe(200);
    expect(await statusSince(printDate(0), FEED, { "if-none-match": headers.get("etag") ?? "" })).toBe(304);
  });

  it("stands beside what a 304 says of the content, and of no other header", async () => {
    setClock(60);
    const whole = await get(FEED);
    const unchanged = await get(FEED, { "if-modified-since": printDate(60) });
    expect(await unchanged.text()).toBe("");
    for (const name of ["etag", "cache-control", "last-modified", "vary"])
      expect(unchanged.headers.get(name)).toBe(whole.headers.get(name));
    for (const name of ["content-type", "content-length", "content-disposition"]) expect(unchanged.headers.get(name)).toBeNull();
  });

  it("is not there where it can't be stored, and the feed is", async () => {
    await runInDurableObject(env.BODIES.getByName(BODY), (_, { storage }) => void storage.sql.exec("DROP TABLE modifications"));
    const faults = recordFaults();
    setClock(60);
    const response = await get(FEED);
    expect([response.status, response.headers.get("last-modified")]).toEqual([200, null]);
    expect(faults.join()).toContain('"dated":false');
  });
});
