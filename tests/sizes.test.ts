import { env } from "cloudflare:workers";
import { reset } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { parse } from "node-html-parser";
import { estimateOctets } from "../src/feeds/estimate-octets.ts";
import { parseFeedOptions } from "../src/feeds/options.ts";
import { renderCache } from "../src/http/render-cache.ts";
import { expireBody, readBodyFeed, readMeeting } from "../src/store/cached-reads.ts";
import { LANGUAGES } from "../src/meeting/text.ts";
import type { MeetingRecord } from "../src/meeting/record.ts";
import { LIMITS } from "../src/meeting/limits.ts";
import { entryBytes } from "./support/reread.ts";
import { announce, BODY, feedText, get, post, SEED } from "./support/secretariat.ts";

const MAX = 900_000;
const DAYS = 25;
const GREAT = "great";
const ORIGIN = "https://plenary.example";

/** As many sittings as a meeting may have, forty a day, on items whose titles are as long as those of real agendas. */
const greatRecord = (): MeetingRecord => ({
  ...SEED,
  id: GREAT,
  opensOn: "2031-03-01",
  closesOn: "2031-03-25",
  slots: Array.from({ length: LIMITS.slots.max }, (_, at) => {
    const day = `2031-03-${String((at % DAYS) + 1).padStart(2, "0")}`;
    const hour = String(8 + (Math.floor(at / DAYS) % 12)).padStart(2, "0");
    return { number: String(at + 1), start: `${day}T${hour}:00`, end: `${day}T${hour}:45`, items: ["3", "4", "5"] };
  }),
});

/** A meeting of nearly three hundred sittings, some half a megabyte as a feed. */
const middlingRecord = (id: string, year: string): MeetingRecord => {
  const move = (time: string): string => time.replace("2031", year);
  const slots = greatRecord().slots.slice(0, 280);
  const moved = slots.map(({ end = "", ...slot }) => ({ ...slot, start: move(slot.start), end: move(end) }));
  return { ...greatRecord(), id, opensOn: `${year}-03-01`, closesOn: `${year}-03-25`, slots: moved };
};

const say = async (type: string, meeting: string, data: Record<string, unknown> = {}): Promise<void> => {
  const event = { type, timestamp: "2031-01-01T00:00:00Z", data: { body: BODY, meeting, ...data } };
  expect(await post(JSON.stringify(event))).toMatchObject({ status: 200 });
};

const measure = async (path: string): Promise<number> => (await (await get(path)).bytes()).length;

beforeAll(async () => {
  await reset();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 0, 1) });
  await announce();
  await say("meeting.closed", SEED.id);
  await say("meeting.announced", GREAT, { record: greatRecord() });
  for (const [id, year] of [
    ["earlier", "2029"],
    ["before", "2030"],
    ["next", "2032"],
  ] as const) {
    await say("meeting.announced", id, { record: middlingRecord(id, year) });
    if (id !== "next") await say("meeting.cancelled", id);
  }
  return () => void vi.useRealTimers();
}, 120_000);

/** In a language of one octet a letter, and of two. */
const PAGES = [
  [`/${BODY}/${GREAT}`, ""],
  [`/ru/${BODY}/${GREAT}`, "?lang=ru"],
] as const;

/** The feeds that a page offers, in the reader's language. */
const listOffered = async (page: string): Promise<readonly string[]> => {
  const html = parse(await (await get(page)).text());
  const copied = html.querySelectorAll("[data-copy]").map((button) => button.getAttribute("data-copy") ?? "");
  const linked = html.querySelectorAll('link[type="text/calendar"]').map((link) => link.getAttribute("href") ?? "");
  return [...new Set([...copied, ...linked])].map((address) => address.replace(ORIGIN, ""));
};

describe("the page of a meeting at the limits", { timeout: 120_000 }, () => {
  it("does not offer its feed, which some calendars would drop, and says so", async () => {
    expect(await measure(`/${BODY}/${GREAT}.ics`)).toBeGreaterThan(MAX);
    for (const [page, query] of PAGES) {
      const offered = await listOffered(page);
      expect(offered).not.toContain(`/${BODY}/${GREAT}.ics${query}`);
      expect(offered).toContain(`/${BODY}/${GREAT}/2031-03-01.ics${query}`);
      expect(parse(await (await get(page)).text()).querySelector(".card .notice")?.text).toMatch(/megabyte|мегабайт/);
    }
  });

  it("offers no feed of more than 900 kB", async () => {
    for (const [page] of PAGES) {
      const offered = await listOffered(page);
      expect(offered.filter((path) => path.includes("/2031-03-"))).toHaveLength(DAYS);
      expect(await listOffered(`${page}/items/5`), "it is taken up in each sitting").toEqual([]);
      const ofParts = [await listOffered(`${page}/slots/1`), await listOffered(`${page}/items/1a`)];
      expect(ofParts.map((feeds) => feeds.length)).toEqual([1, 1]);
      for (const path of [...offered, ...ofParts.flat()]) expect(await measure(path), path).toBeLessThan(MAX);
    }
  });

  it("names an address at which several items are followed, which is there", async () => {
    const html = parse(await (await get(`/${BODY}/${GREAT}`)).text());
    const address = html.querySelector(".card > .soft code")?.text ?? "";
    expect(address).toBe(`${ORIGIN}/${BODY}/${GREAT}/items/1+2.ics`);
  });
});

describe("the octets of an entry", () => {
  it.for(LANGUAGES)("are estimated without writing it, not too low and not by far too high: %s", async (language) => {
    const read = await readMeeting(env, BODY, SEED.id);
    const rows = read?.value.rows ?? [];
    const options = parseFeedOptions({ lang: language });
    const entries = entryBytes(await feedText(`/${BODY}/${SEED.id}.ics?lang=${language}`));
    expect(entries.size).toBe(rows.length);
    for (const row of rows) {
      const ratio = estimateOctets([row], ORIGIN, options) / new TextEncoder().encode(entries.get(row.entry.uid)).length;
      expect(ratio).toBeGreaterThan(1);
      expect(ratio).toBeLessThan(1.3);
    }
  });
});

describe("the feed of a body with more than one calendar takes", { timeout: 120_000 }, () => {
  const PATH = `/${BODY}.ics`;
  const meetingsOf = async (): Promise<ReadonlySet<string>> =>
    new Set([...entryBytes(await feedText(PATH)).keys()].map((uid) => uid.split(".")[1] ?? ""));

  it("is not more than 900 kB, in a language of two octets a letter either", async () => {
    for (const language of ["en", "ru"]) expect(await measure(`${PATH}?lang=${language}`), language).toBeLessThan(MAX);
  });

  it("has the meetings that are to come, and of those that are over as many as fit, the latest first", async () => {
    expect([...(await meetingsOf())].toSorted()).toEqual(["2010", GREAT, "next"]);
    expect([...entryBytes(await feedText(PATH)).keys()]).toContain(`${BODY}.next.slot-1`);
  });

  it("has in place of too many sittings one entry over the meeting's days, of the bytes that the calendar of all bodies has", async () => {
    const [own, all] = [entryBytes(await feedText(PATH)), entryBytes(await feedText("/all.ics"))];
    const uid = `${BODY}.${GREAT}`;
    expect(own.get(uid)).toBeDefined();
    expect(own.get(uid)).toBe(all.get(uid));
    expect([...own.keys()].filter((other) => other.startsWith(`${uid}.`))).toEqual([]);
  });

  it("is read and rendered once, however large, as long as nothing changes", async () => {
    const tag = (await get(PATH)).headers.get("etag")?.replaceAll('"', "") ?? "";
    const rendered = renderCache.peek("feed", tag);
    const read = await readBodyFeed(env, BODY);
    expect(rendered?.text.length).toBeGreaterThan(MAX / 2);
    expireBody(BODY, GREAT);
    expect((await get(PATH)).headers.get("etag")).toContain(tag);
    expect(renderCache.peek("feed", tag), "is the very text that was rendered before").toBe(rendered);
    expect((await readBodyFeed(env, BODY))?.value, "are the very meetings that were read before").toBe(read?.value);
  });

  it("is told unchanged by its tag, and has another once such a meeting's days change", async () => {
    const { headers } = await get(PATH);
    const etag = headers.get("etag") ?? "";
    expect((await get(PATH, { "if-none-match": etag })).status).toBe(304);
    await say("meeting.postponed", GREAT);
    expect((await get(PATH, { "if-none-match": etag })).status).toBe(200);
    expect(entryBytes(await feedText(PATH)).get(`${BODY}.${GREAT}`)).toContain("STATUS:TENTATIVE");
  });
});
