import { reset } from "cloudflare:test";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { LANGUAGES } from "../src/meeting/text.ts";
import { MESSAGES } from "../src/i18n/all.ts";
import { parseMeetingRecord } from "../src/meeting/parse.ts";
import type { MeetingRecord } from "../src/meeting/record.ts";
import { attributesAt, textsAt } from "./support/documents.ts";
import { entryBytes, reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, nextId, post, SEED, send } from "./support/secretariat.ts";

/** What calendar clients are known to do, each lesson with its test; docs/clients.md says which client taught it. */

const FEED = `/${BODY}/${MEETING}.ics`;
const unfolded = async (path: string): Promise<string> => (await feedText(path)).replaceAll("\r\n ", "");
const octets = (line: string): number => new TextEncoder().encode(line).length;

beforeEach(async () => {
  await reset();
  await announce();
});

describe("serving", () => {
  it("no line that a strict parser rejects: parameters before the colon, known values, no property without one", async () => {
    await send("slot.cancelled", { data: { slot: "5" } });
    const lines = (await unfolded(FEED)).split("\r\n").slice(0, -1);
    for (const line of lines) expect(line).toMatch(/^[A-Z-]+(?:;[A-Z-]+=(?:"[^"]*"|[^;:",]+))*:.+$/);
    const values = (name: string) => lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
    expect(new Set(values("STATUS"))).toEqual(new Set(["TENTATIVE", "CANCELLED"]));
    expect(new Set(values("TRANSP"))).toEqual(new Set(["OPAQUE", "TRANSPARENT"]));
    expect(lines).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    expect(lines.join("\n")).not.toMatch(/None|undefined|null|NaN|\[object/);
  });

  it("nothing before BEGIN:VCALENDAR, one calendar in a stream, a last line end, and its media type", async () => {
    const response = await get(FEED);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.slice(0, 17))).toBe("BEGIN:VCALENDAR\r\n");
    expect(new TextDecoder().decode(bytes).match(/BEGIN:VCALENDAR/g)).toHaveLength(1);
    expect(Array.from(bytes.subarray(-2))).toEqual([13, 10]);
  });

  it("lines of 75 octets at most, in every script, never inside a character or an escape", async () => {
    const title = "🕊️ 通过议程，工作安排; إقرار جدول الأعمال، \\n \\, Утверждение повестки дня".repeat(6);
    const items = SEED.agenda.items.map((item) => ({ ...item, title }));
    await announce({ ...SEED, id: "scripts", agenda: { ...SEED.agenda, items } });
    const feed = await feedText(`/${BODY}/scripts.ics`);
    for (const line of feed.split("\r\n")) {
      expect(octets(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
      expect(/(?<!\\)(?:\\\\)*\\$/.test(line)).toBe(false);
    }
    expect(reread(feed)[0]?.description).toContain(title);
  });

  it("VTIMEZONE for every TZID used and no other, by IANA names, each in its own block, no floating time", async () => {
    const abroad = { ...SEED, id: "abroad", timezone: "Africa/Nairobi", city: "Nairobi" };
    await announce(abroad);
    const feed = await unfolded(`/${BODY}.ics`);
    const used = new Set([...feed.matchAll(/;TZID=([^:]+):/g)].map((match) => match[1]));
    const defined = [...feed.matchAll(/BEGIN:VTIMEZONE\r\nTZID:(.+)\r\n/g)].map((match) => match[1]);
    expect(new Set(defined)).toEqual(used);
    expect(new Set(defined)).toEqual(new Set(["Africa/Nairobi", "Europe/Vienna"]));
    for (const entry of entryBytes(feed).values()) expect(entry).not.toMatch(/^DT(?:START|END):\d{8}T\d{6}$/m);
    for (const zone of feed.match(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/g) ?? [])
      expect(zone).toMatch(/TZOFFSETFROM:[+-]\d{4}\r\nTZOFFSETTO:[+-]\d{4}/);
  });

  it("local times with a TZID and no X-WR-TIMEZONE", async () => {
    const feed = await unfolded(FEED);
    expect(feed).not.toContain("X-WR-TIMEZONE");
    expect(feed.match(/^DTSTART;TZID=Europe\/Vienna:\d{8}T\d{6}$/gm)).toHaveLength(6);
  });

  it("a time that exists twice is written in UTC, since clients differ on which is meant", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-10-31T02:30", end: "2010-10-31T05:00" } });
    const feed = await unfolded(`/${BODY}/${MEETING}/slots/3.ics`);
    expect(feed).toContain("DTSTART:20101031T003000Z\r\nDTEND:20101031T040000Z");
    expect(feed).not.toContain("VTIMEZONE");
  });

  it("the moment at which the second of two equal hours ends is written in UTC too: ruby icalendar takes it for the hour before", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-10-31T03:00", end: "2010-10-31T05:00" } });
    expect(await unfolded(`/${BODY}/${MEETING}/slots/3.ics`)).toContain("DTSTART:20101031T020000Z\r\nDTEND:20101031T040000Z");
  });

  it("the link in DESCRIPTION too, and nothing twice: Outlook makes links of plain text by itself", async () => {
    const feed = await unfolded(`/${BODY}/${MEETING}/slots/3.ics`);
    const page = `https://plenary.example/${BODY}/${MEETING}`;
    expect(feed).toContain(`URL;VALUE=URI:${page}`);
    expect(reread(feed)[0]?.description).toContain(page);
    expect(feed).not.toContain("X-ALT-DESC");
  });

  it("METHOD:PUBLISH with an ORGANIZER in every entry, or no METHOD", async () => {
    expect(await unfolded(FEED)).not.toMatch(/^(?:METHOD|ORGANIZER)/m);
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, contact: "secretariat@body.example" } });
    const feed = await unfolded(FEED);
    expect(feed).toContain("\r\nMETHOD:PUBLISH\r\n");
    expect(feed.match(/^ORGANIZER/gm)).toHaveLength(6);
  });

  it("an error is an error status, never a calendar that looks empty", async () => {
    for (const path of [
      "/nobody.ics",
      `/${BODY}/1999.ics`,
      `/${BODY}/${MEETING}/slots/9.ics`,
      `/${BODY}/${MEETING}/items/9.ics`,
      `/${BODY}/${MEETING}/nothing.ics`,
    ]) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(response.headers.get("content-type"), path).toBe("application/problem+json");
      expect(await response.text(), path).not.toContain("VCALENDAR");
    }
  });

  describe("addresses of less than 256 UTF-16 units, at their longest", () => {
    const record = (number: string, letter: string, body = 64, meeting = 48): MeetingRecord => {
      const part = { letter, title: "Part" };
      const items = [{ number, title: "Item", subitems: [{ ...part, subitems: [part] }] }];
      const [slot] = SEED.slots;
      return {
        ...SEED,
        body: { ...SEED.body, id: "b".repeat(body) },
        id: "m".repeat(meeting),
        agenda: { ...SEED.agenda, items },
        documents: [],
        ...(slot && { slots: [{ ...slot, number: "9999", items: [number], continued: [] }] }),
      };
    };
    const errorsOf = (given: MeetingRecord) => {
      const parsed = parseMeetingRecord(given);
      return parsed.ok ? [] : parsed.error.map(({ field, message }) => `${field}: ${message}`);
    };

    it.each([
      ["Latin", "1".repeat(24), "a".repeat(12)],
      ["Cyrillic", "ш".repeat(7), "а"],
      ["Chinese", "四十五六", "一"],
      ["Arabic", "ب".repeat(7), "أ"],
    ])("as pages print them, of items in %s letters", async (_, number, letter) => {
      const longest = record(number, letter);
      expect(errorsOf(longest)).toEqual([]);
      const { body } = longest;
      const say = (type: string, data: object) =>
        post(JSON.stringify({ type, timestamp: "2009-12-10T09:00:00Z", data: { body: body.id, ...data } }), { path: `/${body.id}/events` });
      await say("body.registered", { record: body });
      expect((await say("meeting.announced", { meeting: longest.id, record: longest })).status).toBe(200);
      const page = `/fr/${body.id}/${longest.id}`;
      const links = [
        ...(await attributesAt(`${page}/agenda`, ".agenda h2 a", "href")),
        ...(await attributesAt(page, ".slot h4 a", "href")),
      ].map((link) => link ?? "");
      const listAddresses = async (path: string) => [
        ...(await textsAt(path, ".address code")),
        ...(await attributesAt(path, "a[href^='webcal:']", "href")),
        ...(await attributesAt(path, "a[href*='?cid=']", "href")).map((link) => new URL(link ?? "").searchParams.get("cid")),
      ];
      const printed = await Promise.all(links.map(listAddresses));
      const addresses = printed.flat().map((address) => new URL(address ?? "").href);
      expect(addresses.filter((address) => address.includes("/items/"))).toHaveLength(9);
      expect(addresses.filter((address) => address.includes("/slots/9999.ics"))).toHaveLength(3);
      const elsewhere = addresses.map((address) => address.replace("plenary.example", "a-host-name-of-forty-letters.example.org"));
      for (const address of elsewhere) expect(address.length, address).toBeLessThan(256);
    });

    it("since what would be longer is refused, and by name", () => {
      expect(errorsOf(record("1".repeat(25), "a"))).toEqual([expect.stringContaining("agenda.items.0.number"), expect.anything()]);
      expect(errorsOf(record("1", "a", 65))).toEqual([expect.stringContaining("body.id")]);
      expect(errorsOf(record("1", "a", 64, 49))).toEqual([expect.stringContaining("id")]);
      // Letters of two, three and four octets, and one that has another in lower case.
      for (const [letter, most] of [
        ["я", 9],
        ["十", 6],
        ["𐐨", 4],
        ["Ⱥ", 6],
      ] as const) {
        expect(errorsOf(record(letter.repeat(most - 2), letter))).toEqual([]);
        expect(errorsOf(record(letter.repeat(most - 1), letter))[0]).toContain(`${letter}) is too long for an address`);
      }
    });
  });

  it("robots.txt lets feeds be read", async () => {
    expect(await (await get("/robots.txt")).text()).not.toContain("Disallow");
  });

  it("quotes, semicolons, backslashes and line ends inside titles stay text", async () => {
    const title = 'A "quoted"; title, with \\ and \\n\r\nBEGIN:VEVENT\nUID:x\rEND:VEVENT';
    const items = SEED.agenda.items.map((item) => (item.number === "4" ? { ...item, title } : item));
    await announce({ ...SEED, id: "injected", agenda: { ...SEED.agenda, items } });
    const feed = await feedText(`/${BODY}/injected/slots/3.ics`);
    expect(feed.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(1);
    const [entry] = reread(feed);
    expect(entry?.summary).toBe('Item 4 (prov.): A "quoted"; title, with \\ and \\n BEGIN:VEVENT UID:x… (TIP WG)');
    expect(entry?.description).toContain(title.replaceAll(/\r\n?/g, "\n"));
  });
});

describe("identity and change", () => {
  it("a UID is the same after each change, in every feed, language and option", async () => {
    const uids = async (path: string) => reread(await feedText(path)).map(({ uid }) => uid);
    const before = await uids(FEED);
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-29T09:00" } });
    await send("item.moved", { data: { item: "5", from: "5", to: "6" } });
    expect(await uids(FEED)).toEqual(before);
    for (const language of LANGUAGES) expect(await uids(`${FEED}?lang=${language}`)).toEqual(before);
    expect(await uids(`/${BODY}/${MEETING}/slots/3.ics`)).toEqual(["ctoc-cop-wg4.2010.slot-3"]);
  });

  it("an entry's bytes are the same in each feed of one language", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
    const feeds = [`/${BODY}.ics`, FEED, `/${BODY}/${MEETING}/slots/3.ics`, `/${BODY}/${MEETING}/items/4.ics`];
    const bytes = await Promise.all(feeds.map(async (path) => entryBytes(await feedText(path)).get("ctoc-cop-wg4.2010.slot-3")));
    expect(new Set(bytes).size).toBe(1);
    expect(bytes[0]).toContain("SEQUENCE:1");
  });

  it("SEQUENCE rises once with each change, and not with each fetch", async () => {
    const sequences = async () => reread(await feedText(FEED)).map(({ sequence }) => sequence);
    expect(await sequences()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await sequences()).toEqual([0, 0, 0, 0, 0, 0]);
    await send("slot.extended", { data: { slot: "2", end: "2010-01-27T18:30" } });
    expect(await sequences()).toEqual([0, 1, 0, 0, 0, 0]);
  });

  it("DTSTAMP is when the entry changed, not when it was fetched", async () => {
    const at = (now: number) => vi.useFakeTimers({ toFake: ["Date"], now });
    onTestFinished(() => void vi.useRealTimers());
    at(Date.UTC(2031, 0, 1, 8));
    await send("slot.extended", { data: { slot: "2", end: "2010-01-27T18:30" } });
    at(Date.UTC(2031, 0, 1, 9));
    const stamps = [...(await unfolded(FEED)).matchAll(/^DTSTAMP:(.+)\r$/gm)].map(([, stamp]) => stamp);
    expect(stamps).toHaveLength(6);
    expect(stamps.indexOf("20310101T080000Z")).toBe(1);
    expect(stamps.filter((stamp = "") => stamp >= "2031")).toHaveLength(1);
  });

  it("cancelled=status is struck through, cancelled=text stays in Google, cancelled=omit does not pile up", async () => {
    await send("slot.cancelled", { data: { slot: "5" } });
    const slot5 = async (query: string) => reread(await feedText(`${FEED}${query}`)).find(({ uid }) => uid.endsWith("slot-5"));
    expect(await slot5("")).toMatchObject({ status: "CANCELLED", summary: expect.stringMatching(/^CANCELLED: /) });
    expect(await slot5("?cancelled=text")).toMatchObject({ status: "CONFIRMED", summary: expect.stringMatching(/^CANCELLED: /) });
    expect(await slot5("?cancelled=omit")).toBeUndefined();
    expect(await slot5("?cancelled=perhaps")).toMatchObject({ status: "CANCELLED" });
    const alone = reread(await feedText(`/${BODY}/${MEETING}/slots/5.ics?cancelled=omit`));
    expect(alone, "an empty calendar would empty the client's").toHaveLength(1);
  });

  it("what was removed is told as cancelled, and never leaves", async () => {
    const slots = SEED.slots.filter(({ number }) => number !== "6");
    await send("agenda.revised", { data: { record: { ...SEED, slots } } });
    expect(reread(await feedText(FEED)).find(({ uid }) => uid.endsWith("slot-6"))).toMatchObject({ status: "CANCELLED", sequence: 1 });
  });

  it("an item's feed follows it from sitting to sitting, and says where it went when nothing is left", async () => {
    const entries = async (item: string) =>
      reread(await feedText(`/${BODY}/${MEETING}/items/${item}.ics`)).map(({ uid, status }) => [
        uid.replace("ctoc-cop-wg4.2010.", ""),
        status,
      ]);
    expect(await entries("5")).toEqual([
      ["slot-4", "TENTATIVE"],
      ["slot-5", "TENTATIVE"],
    ]);
    expect(await entries("1")).toEqual([["slot-1", "TENTATIVE"]]);
    expect(await entries("1a")).toEqual([["slot-1", "TENTATIVE"]]);
    await send("item.moved", { data: { item: "7", from: "6", to: "5" } });
    expect(await entries("7")).toEqual([["slot-5", "TENTATIVE"]]);
    const id = nextId();
    await send("item.deferred", { at: "2010-01-29T10:20:00Z", data: { item: "7" } }, { id });
    expect(await entries("7")).toEqual([["item-7", "CANCELLED"]]);
    const [left] = reread(await feedText(`/${BODY}/${MEETING}/items/7.ics`));
    expect(left?.summary).toBe("CANCELLED: Item 7 (prov.): Other matters (TIP WG)");
    expect(left?.description).toContain("CHANGED, 29 January 2010, 11.20 a.m.: item 7 deferred to the next session.");
    expect(
      reread(await feedText(FEED)).some(({ uid }) => uid.endsWith("item-7")),
      "the meeting's feed has slots only",
    ).toBe(false);
    await send("event.withdrawn", { data: { event: id } });
    expect(await entries("7")).toEqual([
      ["slot-5", "TENTATIVE"],
      ["item-7", "CANCELLED"],
    ]);
  });

  const meetEachYear = async (from: number, to: number, ended: number) => {
    for (let year = from; year <= to; year += 1) {
      const moved = (local: string) => local.replace("2010", String(year));
      const slots = SEED.slots.slice(0, 1).map((slot) => ({ ...slot, start: moved(slot.start), end: moved(slot.end ?? "") }));
      await announce({ ...SEED, id: String(year), opensOn: moved(SEED.opensOn), closesOn: moved(SEED.closesOn), slots });
    }
    await send("meeting.closed", { data: { meeting: String(ended) } });
    return new Set(reread(await feedText(`/${BODY}.ics`)).map(({ start }) => Number(start.slice(0, 4))));
  };

  it("a body's feed has its latest meetings, and those that have not ended", async () => {
    expect(await meetEachYear(2011, 2024, 2011)).toEqual(new Set([2010, ...Array.from({ length: 13 }, (_, at) => 2012 + at)]));
  });

  it("an answer names the body's feed where the meeting is in it, and only there", async () => {
    await meetEachYear(2011, 2024, 2011);
    const namesBody = async (type: string, data: Record<string, unknown>) => {
      const { status, answer } = await send(type, { data });
      expect(status).toBe(200);
      return [answer["changed"]].flat().includes(`/${BODY}.ics`);
    };
    const paper = { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", title: "Paper", items: [SEED.slots[0]?.items.at(-1) ?? ""] }] };
    expect(await namesBody("documents.issued", { meeting: "2011", ...paper })).toBe(false);
    expect(await namesBody("documents.issued", { meeting: "2012", ...paper })).toBe(true);
    expect(await namesBody("meeting.closed", { meeting: "2012" }), "it leaves by this").toBe(true);
    expect(await namesBody("documents.issued", { meeting: "2012", documents: [{ ...paper.documents[0], title: "Corrected" }] })).toBe(
      false,
    );
  });

  it("an answer names the body's feed where the meeting comes into it", async () => {
    await meetEachYear(2011, 2024, 2012);
    const id = nextId();
    expect((await send("meeting.closed", { data: { meeting: "2011" } }, { id })).status).toBe(200);
    const { answer } = await send("event.withdrawn", { data: { meeting: "2011", event: id } });
    expect(answer["changed"]).toContain(`/${BODY}.ics`);
    expect(reread(await feedText(`/${BODY}.ics`)).map(({ start }) => start.slice(0, 4))).toContain("2011");
  });

  it(
    "of meetings with more than three thousand entries, a body's feed has the latest, up to the one that exceeds them",
    { timeout: 60_000 },
    async () => {
      const slots = Array.from({ length: 1050 }, (_, at) => ({
        number: String(at + 1),
        start: `2010-01-27T${at % 2 ? "09" : "10"}:00`,
        items: ["2"],
      }));
      for (const day of ["24", "25", "26", "27"]) await announce({ ...SEED, id: `m-${day}`, opensOn: `2010-01-${day}`, slots });
      const listed = async () => new Set(reread(await feedText(`/${BODY}.ics`)).map(({ uid }) => uid.split(".")[1]));
      expect(await listed()).toEqual(new Set([MEETING, "m-25", "m-26", "m-27"]));
      const namesBody = async (meeting: string) =>
        [(await send("slot.cancelled", { data: { meeting, slot: "1" } })).answer["changed"]].flat().includes(`/${BODY}.ics`);
      expect([await namesBody("m-24"), await namesBody("m-25")]).toEqual([false, true]);
      await send("meeting.rescheduled", { data: { meeting: "m-24", opensOn: "2010-01-28", closesOn: "2010-01-29", slots } });
      expect(await listed()).toEqual(new Set([MEETING, "m-24", "m-26", "m-27"]));
    },
  );

  it("of more than fifty meetings, a body's feed has the latest", { timeout: 60_000 }, async () => {
    expect(await meetEachYear(2011, 2060, 2060)).toEqual(new Set(Array.from({ length: 50 }, (_, at) => 2011 + at)));
  });
});

describe("what an entry says", () => {
  it("a slot without an end is shown as an hour by all, and says that none was given; its document's words stand beside it", async () => {
    const slots = [
      ...SEED.slots,
      {
        number: "7",
        start: "2010-01-29T18:00",
        items: ["7"],
        kind: "informal" as const,
        access: "closed" as const,
        timeNote: "Following the adjournment of the plenary",
      },
      { number: "8", start: "2010-01-29T19:00", items: ["7"], webcast: "https://webtv.example/8" },
    ];
    await announce({ ...SEED, id: "moment", slots });
    const [entry] = reread(await feedText(`/${BODY}/moment/slots/7.ics`));
    expect(entry).toMatchObject({ start: "2010-01-29T18:00:00", end: "2010-01-29T19:00:00" });
    expect(entry?.summary).toMatch(/^Item 7 \(informal consultations, prov\.\): Other matters \(TIP WG\)$/);
    for (const line of [
      "When it ends is not given: calendars show one hour.",
      "Following the adjournment of the plenary.",
      "Informal consultations.",
      "Closed meeting.",
    ])
      expect(entry?.description).toContain(line);
    const feed = await unfolded(`/${BODY}/moment/slots/8.ics`);
    expect(reread(feed)[0]?.description).toContain("Webcast: https://webtv.example/8");
    expect(feed).toContain('\r\nCONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Webcast":https://webtv.example/8\r\n');
  });

  it("a slot without an end is an hour long also where clocks are set forward in it", async () => {
    const slots = SEED.slots.map((slot) => (slot.number === "6" ? { ...slot, start: "2010-03-28T01:30", end: undefined } : slot));
    await announce({ ...SEED, id: "night", closesOn: "2010-03-28", slots });
    const feed = await feedText(`/${BODY}/night/slots/6.ics`);
    expect(feed).toContain("DTSTART;TZID=Europe/Vienna:20100328T013000\r\nDTEND;TZID=Europe/Vienna:20100328T033000\r\n");
  });

  it("a slot without an end has the length that the record states", async () => {
    const slots = SEED.slots.map(({ end: _end, ...slot }) => slot);
    await announce({ ...SEED, id: "length", sittingMinutes: 150, slots });
    expect(reread(await feedText(`/${BODY}/length/slots/1.ics`))[0]).toMatchObject({
      start: "2010-01-27T10:00:00",
      end: "2010-01-27T12:30:00",
    });
  });

  it("documents are where their body has them", async () => {
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, documents: "https://documents.example/{symbol}?lang=en" } });
    expect(reread(await feedText(`/${BODY}/${MEETING}/slots/3.ics`))[0]?.description).toContain(
      "https://documents.example/CTOC/COP/WG.4/2010/3?lang=en",
    );
  });

  it.for(LANGUAGES)("in %s: all of our own words, titles as the record has them", async (language) => {
    const title = { en: "Other matters", fr: "Questions diverses", ru: "Прочие вопросы" };
    const items = SEED.agenda.items.map((item) => (item.number === "7" ? { ...item, title } : item));
    await announce({ ...SEED, id: "titles", agenda: { ...SEED.agenda, items } });
    await send("slot.cancelled", { data: { meeting: "titles", slot: "6" } });
    const [entry] = reread(await feedText(`/${BODY}/titles/slots/6.ics?lang=${language}`));
    const words = MESSAGES[language];
    const inLanguage = { ...title, ar: "مسائل أخرى*", es: "Otros asuntos*", zh: "其他事项*" }[language];
    const { colon } = words.punctuation;
    expect(entry?.summary.startsWith(`${words.cancelled}${colon}${words.items.more} 6-8 (${words.provisionalMark})${colon}`)).toBe(true);
    expect(entry?.description).toContain(`7. ${inLanguage}`);
    for (const own of [words.provisional, `${words.documents}${colon}`.trimEnd()]) expect(entry?.description).toContain(own);
    const calendar = ICAL.Component.fromString(await feedText(`/${BODY}/titles.ics?lang=${language}`));
    for (const own of [words.caution, words.unofficial]) {
      expect(String(calendar.getFirstPropertyValue("description"))).toContain(own);
      expect(entry?.description).not.toContain(own);
    }
    expect(String(calendar.getFirstPropertyValue("prodid"))).toBe(`-//Plenary//Plenary//${language.toUpperCase()}`);
  });

  it("no two languages share their words by mistake", () => {
    const sentences = LANGUAGES.map((language) => MESSAGES[language]).flatMap((words) => [
      words.provisional,
      words.postponed,
      words.caution,
      words.unofficial,
      ...Object.values(words.steps),
      ...Object.values(words.lifecycle),
    ]);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it("every template has its places in every language", () => {
    const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
    for (const language of LANGUAGES) {
      const [words, english] = [MESSAGES[language], MESSAGES.en];
      for (const key of Object.keys(english.steps) as (keyof typeof english.steps)[])
        expect(places(words.steps[key]), `${language} ${key}`).toEqual(places(english.steps[key]));
      for (const key of Object.keys(english.changes) as (keyof typeof english.changes)[])
        expect(places(words.changes[key]), `${language} ${key}`).toEqual(places(english.changes[key]));
    }
  });
});

describe("over HTTP", () => {
  it("an unknown option or another order of options changes neither bytes nor ETag", async () => {
    const [plain, other] = [await get(`${FEED}?lang=fr&cancelled=text`), await get(`${FEED}?utm=x&cancelled=text&lang=fr&lang=es`)];
    expect(other.headers.get("etag")).toBe(plain.headers.get("etag"));
    expect(await other.text()).toBe(await plain.text());
    expect((await get(`${FEED}?lang=de`)).headers.get("etag")).toBe((await get(FEED)).headers.get("etag"));
    expect((await get(`${FEED}?lang=fr`)).headers.get("etag")).not.toBe((await get(FEED)).headers.get("etag"));
  });

  it("is compressed for those who take it, under a tag of its own", async () => {
    const plain = await get(FEED, { "accept-encoding": "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    for (const accepted of ["gzip", "br, gzip;q=0.5", "*", "GZIP", "x-gzip", "gzip, *;q=0"]) {
      const coded = await get(FEED, { "accept-encoding": accepted });
      expect(coded.headers.get("content-encoding"), accepted).toBe("gzip");
      expect(coded.headers.get("vary")).toBe("Accept-Encoding");
      expect(coded.headers.get("etag")).toBe((plain.headers.get("etag") ?? "").replace(/"$/, '-gzip"'));
      const bytes = new Uint8Array(await coded.arrayBuffer());
      const text =
        bytes[0] === 0x1f
          ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text()
          : new TextDecoder().decode(bytes);
      expect(text).toBe(await feedText(FEED));
      expect((await get(FEED, { "accept-encoding": accepted, "if-none-match": coded.headers.get("etag") ?? "" })).status).toBe(304);
    }
    for (const refused of ["gzip;q=0", "gzip;q=0, *", "*;q=0", "br", "deflate"])
      expect((await get(FEED, { "accept-encoding": refused })).headers.get("content-encoding"), refused).toBeNull();
  });

  it("a file for those whose ministry blocks subscriptions is the same calendar", async () => {
    const [file, feed] = [await get(`${FEED}?download`), await get(FEED)];
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="ctoc-cop-wg4-2010.ics"');
    expect(file.headers.get("etag")).toBe(feed.headers.get("etag"));
    expect(await file.text()).toBe(await feed.text());
  });

  it("other spellings of an address lead to it in one step", async () => {
    for (const [spelling, address] of [
      [`/${BODY.toUpperCase()}/2010.ICS`, FEED],
      [`/${BODY}/2010.ics/`, FEED],
      [`//${BODY}//2010.ics`, FEED],
      [`/${BODY}/2010/calendar.ics`, FEED],
      [`/${BODY}/2010/slots/3/`, `/${BODY}/2010/slots/3`],
      [`/${BODY}/2010/slots/3.ics/`, `/${BODY}/2010/slots/3.ics`],
      [`/${BODY}/2010/items/1(A).ics`, `/${BODY}/2010/items/1a.ics`],
      [`/${BODY}/2010/items/1%28a%29`, `/${BODY}/2010/items/1a`],
      [`/${BODY}/2010/items/5,3`, `/${BODY}/2010/items/3+5.ics`],
      [`/${BODY}/2010/`, `/${BODY}/2010`],
      [`/en/${BODY}.ics`, `/${BODY}.ics`],
      [`/EN/${BODY}/2010/calendar.ics`, FEED],
      [`/en/${BODY}/2010/items/1(A)`, `/${BODY}/2010/items/1a`],
    ] as const) {
      const response = await get(`${spelling}?lang=fr`);
      expect(response.status, spelling).toBe(301);
      expect(response.headers.get("location"), spelling).toBe(`${address}?lang=fr`);
      expect((await get(address)).status, address).toBe(200);
    }
  });

  it("an item in other letters is found by either spelling of its escapes, with no redirect: clients write them back", async () => {
    const items = SEED.agenda.items.map((item) =>
      item.number === "4" ? { ...item, subitems: [{ letter: "а", title: "Вопросы и документы" }] } : item,
    );
    expect((await send("agenda.revised", { data: { record: { ...SEED, agenda: { ...SEED.agenda, items } } } })).status).toBe(200);
    for (const path of [`/${BODY}/2010/items/4%D0%B0.ics`, `/${BODY}/2010/items/4%d0%b0.ics`, `/${BODY}/2010/items/4а.ics`])
      expect((await get(path)).status, path).toBe(200);
    const moved = await get(`/${BODY}/2010/items/4(%D0%B0)`);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/${BODY}/2010/items/4%D0%B0`]);
  });

  it("no spelling of an address leads to another service", async () => {
    for (const spelling of [
      "/(/evil.example",
      "/%28/evil.example/1.ics",
      "/en/%2fevil.example",
      "/en/%5cevil.example",
      "/en/(/evil.example",
    ])
      expect((await get(spelling)).headers.get("location") ?? "/", spelling).toMatch(/^\/(?![/\\])/);
  });

  it("a feed may be read from any page", async () => {
    expect((await get(FEED)).headers.get("access-control-allow-origin")).toBe("*");
  });
});
