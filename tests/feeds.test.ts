import { reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi, onTestFinished } from "vitest";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";
import { RENDERER } from "../src/feeds/ics.ts";
import { entryBytes, reread } from "./support/reread.ts";

const MEETING_FEED = `/${BODY}/${MEETING}.ics`;
const SLOT_FEEDS = SEED.slots.map(({ number }) => `/${BODY}/${MEETING}/slots/${number}.ics`);

beforeEach(reset);

describe("the feeds of the seed meeting, re-read by a parser that did not write them", () => {
  beforeEach(async () => {
    await announce();
  });

  it("the meeting's feed has its six slots, at Vienna's time", async () => {
    const entries = reread(await feedText(MEETING_FEED));
    expect(entries.map(({ start, end, startInstant, timezone, location }) => ({ start, end, startInstant, timezone, location }))).toEqual(
      SEED.slots.map(({ start, end }) => ({
        start: `${start}:00`,
        end: `${end}:00`,
        startInstant: new Date(`${start}+01:00`).toISOString(),
        timezone: "Europe/Vienna",
        location: "Vienna",
      })),
    );
    expect(entries.map(({ summary }) => summary)).toEqual([
      "Items 1, 2 (prov.): Opening of the meeting; Adoption of the agenda and… (TIP WG)",
      "Item 3 (prov.): Analysis of key concepts of the Protocol to Prevent… (TIP WG)",
      "Item 4 (prov.): …in discouraging the demand for exploitative services (TIP WG)",
      "Items 4 (cont.), 5 (prov.): Non-punishment and non-prosecution of victims of… (TIP WG)",
      "Item 5 (cont., prov.): Non-punishment and non-prosecution of victims of… (TIP WG)",
      "Items 6-8 (prov.): …for use in case management, including by front-line law… (TIP WG)",
    ]);
    expect(new Set(entries.map(({ summary }) => summary.slice(0, 30))).size).toBe(6);
  });

  it("slot 3's feed is item 4 on Thursday morning, and nothing else", async () => {
    const entries = reread(await feedText(`/${BODY}/${MEETING}/slots/3.ics`));
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      uid: "ctoc-cop-wg4.2010.slot-3",
      sequence: 0,
      start: "2010-01-28T10:00:00",
      end: "2010-01-28T13:00:00",
    });
    expect(entries[0]?.description).toContain("4. Good practices and tools in discouraging the demand for exploitative services");
    expect(entries[0]?.description).toContain("https://undocs.org/CTOC/COP/WG.4/2010/3");
  });

  it.for([MEETING_FEED, ...SLOT_FEEDS])("%s is a well-formed stream", async (path) => {
    const feed = await feedText(path);
    expect(feed.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(feed.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(feed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(feed.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(feed.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(feed).toMatch(/^REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n/m);
    expect(feed).not.toContain("X-WR-TIMEZONE");
    expect(feed.indexOf("X-PUBLISHED-TTL")).toBeLessThan(feed.indexOf("BEGIN:VTIMEZONE"));
  });

  it("without a known contact there is neither METHOD nor ORGANIZER", async () => {
    const feed = await feedText(MEETING_FEED);
    expect(feed).not.toMatch(/^(METHOD|ORGANIZER)/m);
  });

  it("equal state gives equal bytes, however much later it is read and rendered again", async () => {
    const feeds = [`/${BODY}.ics`, MEETING_FEED, SLOT_FEEDS[2] ?? "", `/${BODY}/${MEETING}/items/1a.ics`];
    const at = (now: number) => vi.useFakeTimers({ toFake: ["Date"], now });
    onTestFinished(() => void vi.useRealTimers());
    const textsAt = async (now: number, ...cancelled: readonly string[]) => {
      await reset();
      at(Date.UTC(2031, 0, 1));
      await announce();
      for (const slot of cancelled) await send("slot.cancelled", { data: { slot } });
      at(now);
      return Promise.all(feeds.map((path) => feedText(path)));
    };
    const before = await textsAt(Date.UTC(2031, 0, 1), "5");
    // Another history in between, so that nothing is remembered of the first.
    expect(await textsAt(Date.UTC(2031, 0, 1), "6", "4")).not.toEqual(before);
    expect(await textsAt(Date.UTC(2032, 5, 1), "5")).toEqual(before);
  });
});

describe("a body with a contact", () => {
  it("publishes, with its secretariat as ORGANIZER", async () => {
    await announce({ ...SEED, body: { ...SEED.body, contact: "secretariat@body.example" } });
    const feed = await feedText(MEETING_FEED);
    expect(feed).toContain("METHOD:PUBLISH\r\n");
    expect(feed.match(/^ORGANIZER;CN="Working Group on Trafficking in Persons":mailto:s/gm)).toHaveLength(6);
  });
});

describe("a feed over HTTP", () => {
  beforeEach(async () => {
    await announce();
  });

  it("has the headers that clients and caches need", async () => {
    const { headers } = await get(SLOT_FEEDS[2] ?? "");
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("etag")).toMatch(/^"[0-9a-f]{24}"$/);
    expect(headers.get("cache-control")).toBe("public, max-age=60, stale-if-error=86400");
    expect(headers.get("content-disposition")).toBe('inline; filename="ctoc-cop-wg4-2010-slot-3.ics"');
    expect(headers.get("vary")).toBe("Accept-Encoding");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("answers 304 to its ETag: strong, weak, in a list, marked with a coding, or any", async () => {
    const etag = (await get(MEETING_FEED)).headers.get("etag") ?? "";
    const marked = etag.replace(/"$/, '-gzip"');
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, `W/"other",W/${etag}`, marked, `W/${marked}`, "*"]) {
      const response = await get(MEETING_FEED, { "if-none-match": tag });
      expect(response.status, tag).toBe(304);
      expect(response.headers.get("etag"), tag).toBe(etag);
      expect(response.headers.get("cache-control"), tag).toContain("max-age");
      expect(await response.text()).toBe("");
    }
  });

  it("answers 200 to any other ETag, whatever If-Modified-Since says", async () => {
    const later = new Date(Date.now() + 86_400_000).toUTCString();
    for (const tag of ['"other"', 'W/"other"', '""'])
      expect((await get(MEETING_FEED, { "if-none-match": tag, "if-modified-since": later })).status, tag).toBe(200);
  });

  it("tells no change as earlier than the one before, when the clock goes back", async () => {
    const at = (seconds: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2030, 0, 1) + seconds * 1000 });
    onTestFinished(() => void vi.useRealTimers());
    at(100);
    await announce();
    at(0);
    await send("slot.cancelled", { data: { slot: "5" } });
    expect(reread(await feedText(SLOT_FEEDS[4] ?? ""))[0]?.sequence).toBe(1);
    expect(await feedText(SLOT_FEEDS[4] ?? "")).toContain("DTSTAMP:20300101T000140Z");
  });

  it("answers HEAD as GET, without the calendar", async () => {
    const [head, full] = [await get(MEETING_FEED, {}, "HEAD"), await get(MEETING_FEED)];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const name of ["etag", "content-type", "cache-control"]) expect(head.headers.get(name), name).toBe(full.headers.get(name));
  });

  it("refuses to be written to", async () => {
    for (const path of [`/${BODY}.ics`, MEETING_FEED, SLOT_FEEDS[0] ?? "", `/${BODY}/${MEETING}/items/1a.ics`]) {
      const response = await get(path, {}, "PUT");
      expect(response.status, path).toBe(405);
      expect(response.headers.get("allow"), path).toBe("GET, HEAD");
    }
  });
});

describe("golden feeds", () => {
  afterEach(() => vi.useRealTimers());

  /** The seed meeting as it went, each event arriving as it happened. */
  const STORY = [
    { state: "announced", at: "2009-12-10T09:00:00Z", type: "", data: {} },
    { state: "opened", at: "2010-01-27T09:10:00Z", type: "meeting.opened", data: {} },
    { state: "adopted", at: "2010-01-27T09:20:00Z", type: "agenda.adopted", data: {} },
    {
      state: "slot-3-rescheduled",
      at: "2010-01-28T08:00:00Z",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-01-28T11:00", end: "2010-01-28T13:00" },
    },
    {
      state: "slot-5-cancelled",
      at: "2010-01-28T16:40:00Z",
      type: "slot.cancelled",
      data: { slot: "5", reason: "Item 5 was concluded on Thursday" },
    },
    { state: "report-adopted", at: "2010-01-29T16:30:00Z", type: "report.adopted", data: { manner: "as orally amended" } },
    { state: "closed", at: "2010-01-29T16:45:00Z", type: "meeting.closed", data: {} },
  ];

  /** Feeds in the order in which their digests were taken, each with the slots whose entries it has. */
  const FEEDS = [
    { path: `/${BODY}.ics`, slots: ["1", "2", "3", "4", "5", "6"] },
    { path: MEETING_FEED, slots: ["1", "2", "3", "4", "5", "6"] },
    { path: `/${BODY}/${MEETING}/slots/3.ics`, slots: ["3"] },
    { path: `/${BODY}/${MEETING}/items/5.ics`, slots: ["4", "5"] },
    { path: `/${BODY}/${MEETING}/items/1a.ics`, slots: ["1"] },
  ];

  /** SHA-256 of the golden feeds' own digests, by the version of the renderer that wrote them. */
  const DIGESTS: Readonly<Record<number, string>> = {
    1: "f0e1d5ad65a1919cb4d4fe96e0ba4f28516f5afcdcc7fdc1aab8f0628885f82d",
    2: "8f71d1d8fd6b3b2ed9e5ca33235a5e1a7ef8325ede1d46b311ba82b880cb6de3",
    3: "1c3ae691b0552377c26c8dda406489fda95feac3cb9b52f4ae359fb756982867",
    4: "a16bdeb4fd69faf658c97fb7730e3a8a9b348710ffd67d6f54115b8b1414169c",
    // Ends at midnight, on another day or earlier than planned are worded otherwise, of which these feeds have none.
    5: "a16bdeb4fd69faf658c97fb7730e3a8a9b348710ffd67d6f54115b8b1414169c",
    6: "a03f4621cd87732392d70449408a0bdceaac25ebea1717d6953c6becde605ca6",
    // A new time is none any more once the meeting is closed.
    7: "50ff602e3b70be76f3433d9d34b839fbb249e20ee9769d7babe58f38cd31e582",
  };

  const digest = async (text: string): Promise<string> =>
    new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toHex();

  it("have not changed: else RENDERER must", async () => {
    const digests: string[] = [];
    for (const { state, at, type, data } of STORY) {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(at) });
      const { status } = type ? await send(type, { at, data }) : await announce();
      expect(status, state).toBe(200);
      const golden = await feedText(MEETING_FEED);
      await expect(golden).toMatchFileSnapshot(`golden/${state}.ics`);
      const entries = entryBytes(golden);
      for (const { path, slots } of FEEDS) {
        const feed = await feedText(path);
        digests.push(await digest(feed));
        const uids = slots.map((slot) => `${BODY}.${MEETING}.slot-${slot}`);
        expect([...entryBytes(feed)], `${state}: ${path}`).toEqual(uids.map((uid) => [uid, entries.get(uid)]));
      }
    }
    for (const language of ["ar", "es", "fr", "ru", "zh"]) {
      const feed = await feedText(`${MEETING_FEED}?lang=${language}`);
      digests.push(await digest(feed));
      await expect(feed).toMatchFileSnapshot(`golden/closed.${language}.ics`);
    }
    const closed = entryBytes(await feedText(MEETING_FEED));
    for (const cancelled of ["text", "omit"]) {
      const feed = await feedText(`${MEETING_FEED}?cancelled=${cancelled}`);
      digests.push(await digest(feed));
      const others = [...closed].filter(([uid]) => !uid.endsWith("slot-5"));
      expect([...entryBytes(feed)].filter(([uid]) => !uid.endsWith("slot-5"))).toEqual(others);
    }
    const all = await digest(digests.join());
    expect(DIGESTS[RENDERER], `raise RENDERER, and write ${all} beside it: caches and clients know bytes by it`).toBe(all);
  });
});
