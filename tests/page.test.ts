import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { numberItems } from "../src/meeting/numbered-items.ts";
import { formatItemNumber } from "../src/i18n/item-number.ts";
import { attributesAt, pageText, textsAt } from "./support/documents.ts";
import { announce, BODY, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;

const gzippedSize = async (text: string): Promise<number> =>
  (await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer()).byteLength;

beforeEach(reset);

describe("the meeting's page", () => {
  it("marks where the meeting stands, with the dates of what happened", async () => {
    await announce();
    expect(await textsAt(PAGE, ".lifecycle [aria-current=step]")).toEqual(["Provisional agenda10 December 2009"]);
    await send("agenda.adopted");
    await send("meeting.opened");
    expect(await textsAt(PAGE, ".lifecycle [aria-current=step]")).toEqual(["In session27 January 2010"]);
    expect(await textsAt(PAGE, ".lifecycle .done")).toEqual(["Provisional agenda10 December 2009", "Agenda adopted27 January 2010"]);
  });

  it("marks no state as reached that nobody reported", async () => {
    await announce();
    await send("meeting.opened");
    expect(await textsAt(PAGE, ".lifecycle [aria-current=step]")).toEqual(["In session27 January 2010"]);
    expect(await textsAt(PAGE, ".lifecycle .done")).toEqual(["Provisional agenda10 December 2009"]);
    await send("agenda.adopted");
    await send("report.adopted", { data: { manner: "in part" } });
    expect(await textsAt(PAGE, ".lifecycle [aria-current=step]")).toEqual(["In session27 January 2010"]);
    expect(await textsAt(PAGE, ".lifecycle li:last-child")).toEqual(["Report adopted"]);
  });

  it("leads to an item by the number under which it came, whatever number it has now", async () => {
    await announce();
    const items = SEED.agenda.items.map((item) => (item.number === "8" ? { ...item, number: "9", was: "8" } : item));
    const slots = SEED.slots.map((slot) => ({ ...slot, items: slot.items.map((item) => (item === "8" ? "9" : item)) }));
    const record = { ...SEED, agenda: { ...SEED.agenda, items }, slots };
    expect((await send("agenda.revised", { at: "2010-01-20T00:00:00Z", data: { record } })).status).toBe(200);
    expect((await attributesAt(`${PAGE}/agenda`, ".agenda h2 a", "href")).at(-1)).toBe(`${PAGE}/items/8`);
  });

  it("lists each slot by its day, with its items and what changed", async () => {
    await announce();
    await send("slot.cancelled", { data: { slot: "5", reason: "Consultations" } });
    expect(await textsAt(PAGE, ".day h3")).toEqual(["Wednesday, 27 January 2010", "Thursday, 28 January 2010", "Friday, 29 January 2010"]);
    expect(await textsAt(PAGE, ".slot h4")).toHaveLength(SEED.slots.length);
    expect(await textsAt(PAGE, "#slot-3 .when")).toEqual(["Thursday morning10 a.m.-1 p.m."]);
    expect(await textsAt(PAGE, "#slot-3 .number")).toEqual(["4"]);
    expect(await textsAt(PAGE, "#slot-5 .change")).toEqual(["CANCELLED, 27 January 2010, 10.20 a.m.: Consultations."]);
    expect(await textsAt(PAGE, "#slot-5 .tag.cancelled")).toEqual(["Cancelled"]);
  });

  it("shows sittings that begin at once side by side, their hour said once, told apart by what and where they are", async () => {
    const [first, ...rest] = SEED.slots;
    if (!first) throw new Error("The seed has no sitting.");
    const beside = { number: "20", start: first.start, kind: "contact-group", venue: "Room 2", access: "closed" } as const;
    await announce({ ...SEED, slots: [first, { ...beside, end: "2010-01-27T13:00", items: ["3"] }, ...rest] });
    expect(await textsAt(PAGE, ".parallel h4")).toEqual(["Wednesday morning 10 a.m.-1 p.m."]);
    expect(await textsAt(PAGE, ".rooms h5")).toEqual(["Plenary", "Contact group"]);
    expect(await textsAt(PAGE, "#slot-20 > p")).toEqual(["Room 2, Vienna", "Closed meeting"]);
    expect(await textsAt(PAGE, "#slot-20 time")).toEqual([]);
    expect(await textsAt(PAGE, "#slot-2 h4")).toEqual(["Wednesday afternoon"]);
  });

  it("says the hours of each where those that begin at once end apart", async () => {
    const [first, ...rest] = SEED.slots;
    if (!first) throw new Error("The seed has no sitting.");
    await announce({ ...SEED, slots: [first, { number: "20", start: first.start, end: "2010-01-27T11:00", items: ["3"] }, ...rest] });
    expect(await textsAt(PAGE, ".parallel time")).toEqual(["10 a.m.-1 p.m.", "10-11 a.m."]);
  });

  it("gives each calendar its own way to subscribe, and the plain address always", async () => {
    await announce();
    const feed = `https://plenary.example/${BODY}/${MEETING}.ics`;
    const [google, outlook, work, apple, download] = await attributesAt(PAGE, ".card .choices a", "href");
    expect(google).toBe(
      `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(`${feed.replace("https:", "webcal:")}?cancelled=text`)}`,
    );
    expect(outlook).toMatch(`https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed)}&name=`);
    expect(work).toMatch("https://outlook.office.com/calendar/0/addfromweb?");
    expect({ apple, download }).toEqual({ apple: `webcal://plenary.example/${BODY}/${MEETING}.ics`, download: `${feed}?download` });
    expect(await textsAt(PAGE, ".card code")).toEqual([feed]);
    expect(await textsAt(PAGE, ".card .often")).toEqual([expect.stringContaining("Google every 8 to 24 hours")]);
  });

  it("claims no authority that nobody gave", async () => {
    await announce();
    expect(await pageText(PAGE)).toContain("Unofficial demonstration.");
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, publisher: "The Secretariat" } });
    expect(await pageText(PAGE)).toContain("Published by The Secretariat.");
  });

  it("shows words of a record as words", async () => {
    await announce({ ...SEED, title: '<script>alert("x")</script>' });
    const html = await pageText(PAGE);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
  });

  it("brings its icons, styles and scripts along, under names that change with their bytes", async () => {
    await announce();
    const files = [...(await pageText(PAGE)).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(files).toHaveLength(4);
    for (const file of files) {
      const { status, headers } = await get(file);
      expect({ status, caching: headers.get("cache-control") }).toEqual({ status: 200, caching: "public, max-age=31536000, immutable" });
      expect(headers.get("content-type")).toMatch(/^(?:text\/(?:css|javascript); charset=utf-8|image\/(?:svg\+xml|png))$/);
    }
    expect((await get("/assets/page-OTHER.js")).status).toBe(404);
    for (const unnamed of ["package.json", "words-fr.json", "events.schema.json"])
      expect((await get(`/assets/${unnamed}`)).status, "good for ever is only what has another name when it changes").toBe(404);
    expect((await get("/events.schema.json")).headers.get("cache-control")).toBe("no-cache");
  });

  it("is sent with headers that let nothing foreign in", async () => {
    await announce();
    const { headers } = await get(PAGE);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });
});

/** The page's schema.org data, as a search engine reads it. */
const eventData = async (path = PAGE): Promise<Record<string, unknown>> => {
  const [json = ""] = await textsAt(path, 'script[type="application/ld+json"]');
  return JSON.parse(json) as Record<string, unknown>;
};

describe("what is on, and what is next", () => {
  const now = () => textsAt(PAGE, ".moment .now .which");
  const next = () => textsAt(PAGE, ".moment .next .present:not([hidden]) .which .name");

  it("is told by the state, and no clock", async () => {
    await announce();
    expect(await now()).toEqual(["The meeting has not been opened yet."]);
    expect(await next()).toEqual(["Wednesday morning"]);
    await send("meeting.opened");
    expect(await now()).toEqual(["No sitting is open at the moment."]);
    await send("slot.opened", { data: { slot: "2" } });
    expect(await now()).toEqual([expect.stringMatching(/^Wednesday afternoon/)]);
    expect(await next()).toEqual(["Thursday morning"]);
    await send("slot.cancelled", { data: { slot: "3" } });
    expect(await next()).toEqual(["Thursday afternoon"]);
    await send("slot.suspended", { data: { slot: "2" } });
    expect(await textsAt(PAGE, ".moment .tag.suspended")).toEqual(["Suspended"]);
    await send("meeting.closed");
    expect(await now()).toEqual(["The meeting is closed."]);
    expect(await next()).toEqual([]);
  });

  it("is a sitting that runs beside one that is open, though it began first", async () => {
    const [first, ...rest] = SEED.slots;
    await announce({ ...SEED, slots: first ? [{ ...first, end: "2010-01-27T17:00" }, ...rest] : rest });
    await send("slot.opened", { data: { slot: "2" } });
    expect(await attributesAt(PAGE, ".moment .next .present", "data-planned")).toEqual(["parallel", "alone", "alone"]);
  });

  it("shows an item as on in the sitting that is open, not in others that take it up", async () => {
    await announce();
    await send("slot.opened", { data: { slot: "5" } });
    await send("item.taken_up", { data: { item: "5" } });
    expect(await textsAt(PAGE, "#slot-4 .tag")).toEqual([]);
    expect(await textsAt(PAGE, "#slot-5 .items .tag")).toEqual(["Under consideration"]);
    await send("meeting.closed");
    expect(await textsAt(PAGE, ".tag.underConsideration, .tag.open")).toEqual([]);
  });

  it("shows items under consideration where no sitting was reported open", async () => {
    await announce();
    await send("meeting.opened");
    await send("item.taken_up", { data: { item: "4" } });
    expect(await textsAt(PAGE, ".moment .now .number")).toEqual(["4"]);
    expect(await textsAt(PAGE, ".moment .now .tag")).toEqual(["Under consideration"]);
  });

  it.for([
    { type: "meeting.postponed", said: "The meeting is postponed.", status: "EventPostponed" },
    { type: "meeting.cancelled", said: "The meeting is cancelled.", status: "EventCancelled" },
  ])("of a meeting after $type is that, and nothing next", async ({ type, said, status }) => {
    await announce();
    await send(type, { data: { reason: "No quorum" } });
    expect(await now()).toEqual([said]);
    expect(await next()).toEqual([]);
    expect((await eventData())["eventStatus"]).toBe(`https://schema.org/${status}`);
    expect(await textsAt(PAGE, ".head .notice")).toHaveLength(type === "meeting.cancelled" ? 0 : 1);
    for (const place of [".latest p", ".moment .soft"]) expect(await textsAt(PAGE, place)).toEqual([expect.stringContaining("No quorum")]);
  });

  it("is what the hall's screen shows, with the way to the page", async () => {
    await announce();
    await send("slot.opened", { data: { slot: "1" } });
    expect(await textsAt(`${PAGE}/screen`, ".moment .now .which .name")).toEqual(["Wednesday morning"]);
    expect(await textsAt(`${PAGE}/screen`, ".scan bdi")).toEqual([`plenary.example${PAGE}`]);
    expect((await get(`/${BODY}/2011/screen`)).status).toBe(404);
  });
});

describe("the agenda has a page of its own", () => {
  it("where each item stands, and nothing of those that nobody reported on", async () => {
    await announce();
    await send("item.taken_up", { data: { item: "2" } });
    await send("item.left_open", { data: { item: "2" } });
    await send("item.taken_up", { data: { item: "3" } });
    await send("item.concluded", { data: { item: "3" } });
    await send("item.deferred", { data: { item: "6" } });
    expect(await textsAt(`${PAGE}/agenda`, ".agenda .tag")).toEqual(["Left open", "Concluded", "Deferred to the next session"]);
  });

  it("the sittings at which each is taken up, and documents by their symbols", async () => {
    await announce();
    expect(await textsAt(`${PAGE}/agenda`, ".agenda .number")).toEqual(
      numberItems(SEED.agenda.items).map(({ number }) => formatItemNumber(number)),
    );
    expect(await attributesAt(`${PAGE}/agenda`, ".agenda li:nth-child(6) .taken a", "href")).toEqual([
      `${PAGE}/slots/3`,
      `${PAGE}/slots/4`,
    ]);
    expect(await attributesAt(`${PAGE}/agenda`, ".documents a", "href")).toEqual(
      [SEED.agenda.symbol ?? "", ...(SEED.documents ?? []).map(({ symbol }) => symbol)].map((symbol) => `https://undocs.org/${symbol}`),
    );
  });
});

describe("what others read of a page", () => {
  it("is an Event of schema.org, from the first sitting to the last", async () => {
    await announce();
    expect(await eventData()).toMatchObject({
      "@context": "https://schema.org",
      "@type": "Event",
      name: SEED.title,
      url: `https://plenary.example${PAGE}`,
      startDate: "2010-01-27T09:00:00.000Z",
      endDate: "2010-01-29T17:00:00.000Z",
      eventStatus: "https://schema.org/EventScheduled",
      location: { "@type": "Place", name: "Vienna" },
    });
  });

  it("is ended by no title", async () => {
    const title = "</script><script>alert(1)</script><!--";
    await announce({ ...SEED, title });
    expect((await eventData())["name"]).toBe(title);
    expect(await textsAt(PAGE, "script")).toHaveLength(2);
  });

  it("is a title, a description and an address for those who share it", async () => {
    await announce();
    expect(await attributesAt(PAGE, 'meta[property="og:title"]', "content")).toEqual([
      "Working Group on Trafficking in Persons, Vienna, 27-29 January 2010",
    ]);
    expect(await attributesAt(PAGE, 'meta[property="og:url"]', "content")).toEqual([`https://plenary.example${PAGE}`]);
    expect(await attributesAt(PAGE, "link[rel=canonical]", "href")).toEqual([`https://plenary.example${PAGE}`]);
  });
});

describe("a body's page", () => {
  it("has its meetings under way, upcoming and past, and its own feed", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2010-01-28T12:00:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    await announce();
    expect(await textsAt(`/${BODY}`, "#upcoming h3")).toEqual([SEED.title]);
    expect(await textsAt(`/${BODY}`, ".card code")).toEqual([`https://plenary.example/${BODY}.ics`]);
    await send("meeting.opened");
    expect(await textsAt(`/${BODY}`, "#current h3")).toEqual([SEED.title]);
    await send("meeting.closed");
    expect(await textsAt(`/${BODY}`, "#past h3")).toEqual([SEED.title]);
    expect(await textsAt("/", ".bodies a")).toEqual([SEED.body.name]);
  });

  it("says what each meeting is: in session on the provisional agenda, in session, closed", async () => {
    await announce();
    const tags = () => textsAt(`/${BODY}`, ".group .tag");
    expect(await tags()).toEqual(["Provisional agenda"]);
    await send("meeting.opened");
    expect(await tags()).toEqual(["In session, on the provisional agenda"]);
    await send("agenda.adopted");
    expect(await tags()).toEqual(["In session"]);
    await send("report.adopted", { data: { manner: "in part" } });
    expect(await tags()).toEqual(["In session"]);
    await send("meeting.closed");
    expect(await tags()).toEqual(["The meeting is closed."]);
    await send("report.adopted");
    expect(await tags()).toEqual(["The meeting is closed."]);
  });
});

describe("a QR code", () => {
  it("is a picture beside each feed's address, there for as long as a day", async () => {
    await announce();
    const pages = [`/${BODY}`, PAGE, `${PAGE}/slots/3`, `${PAGE}/items/1a`];
    for (const path of pages) {
      const [picture] = await attributesAt(path, "img", "src");
      expect(picture).toBe(`${path}.svg`);
    }
    for (const path of pages.map((page) => `${page}.svg`)) {
      const { status, headers } = await get(path ?? "");
      expect({ path, status, type: headers.get("content-type"), caching: headers.get("cache-control") }).toEqual({
        path,
        status: 200,
        type: "image/svg+xml",
        caching: "public, max-age=86400",
      });
    }
    expect((await get(`/${"x".repeat(300)}.svg`)).status).toBe(404);
  });

  it("is made of no address at which nothing is", async () => {
    await announce();
    const wrong = [
      "/nobody",
      `/${BODY}/2011`,
      `${PAGE}/slots/99`,
      `${PAGE}/items/99`,
      `${PAGE}/console`,
      `/${BODY}/2011/screen`,
      "/fr/a/b/c/screen",
    ];
    for (const path of wrong) expect((await get(`${path}.svg`)).status, path).toBe(404);
    for (const path of [`/${BODY}`, `${PAGE}/items/1a`, `${PAGE}/screen`, `/fr${PAGE}/screen`])
      expect((await get(`${path}.svg`)).status, path).toBe(200);
  });
});

describe("the first view", () => {
  it("is under 20 KiB without pictures, as it comes over the wire", async () => {
    await announce();
    const linked = [...(await attributesAt(PAGE, "link[rel=stylesheet]", "href")), ...(await attributesAt(PAGE, "script[src]", "src"))];
    const sizes = await Promise.all([PAGE, ...linked].map(async (path) => gzippedSize(await pageText(path ?? ""))));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(20 * 1024);
  });

  it("of a thousand sittings is whole", async () => {
    const slots = Array.from({ length: 1000 }, (_, at) => ({
      number: String(at + 1),
      start: `2010-0${1 + Math.floor(at / 300)}-${String(1 + (Math.floor(at / 12) % 25)).padStart(2, "0")}T${String(8 + (at % 12)).padStart(2, "0")}:00`,
      items: ["2"],
    }));
    await announce({ ...SEED, opensOn: "2010-01-01", closesOn: "2010-04-30", slots });
    expect(await textsAt(`${PAGE}/programme`, ".slot h4")).toHaveLength(1000);
    expect(await textsAt(PAGE, ".slot h4")).toHaveLength(4);
  });
});

describe("the day is the unit", () => {
  /** The page as it is read at an instant. */
  const readAt = async (instant: string, path: string, selector: string) => {
    vi.setSystemTime(new Date(instant));
    return textsAt(path, selector);
  };

  beforeEach(async () => {
    await announce();
    vi.useFakeTimers({ toFake: ["Date"] });
    return () => void vi.useRealTimers();
  });

  it("a meeting's page opens on today at its place, or on the next day with a sitting", async () => {
    expect(await readAt("2010-01-27T22:59:00Z", PAGE, ".day h3")).toEqual(["Wednesday, 27 January 2010"]);
    expect(await readAt("2010-01-27T23:01:00Z", PAGE, ".day h3")).toEqual(["Thursday, 28 January 2010"]);
    expect(await readAt("2010-01-20T12:00:00Z", PAGE, ".day h3")).toEqual(["Wednesday, 27 January 2010"]);
    expect(await readAt("2010-01-28T12:00:00Z", PAGE, ".day-links [aria-current] time")).toEqual(["Thu 28"]);
    expect(await textsAt(PAGE, ".day-links .tag")).toEqual(["Today"]);
    expect(await textsAt(PAGE, ".day-links time")).toEqual(["Wed 27 Jan", "Thu 28", "Fri 29"]);
  });

  it("shows the whole once its days are over", async () => {
    expect(await readAt("2010-01-30T12:00:00Z", PAGE, ".day h3")).toHaveLength(3);
    expect(await attributesAt(PAGE, ".day-links a", "href")).toContain(`${PAGE}/agenda`);
  });

  it("its tag is another on each day", async () => {
    const tagAt = async (instant: string) => {
      vi.setSystemTime(new Date(instant));
      return (await get(PAGE)).headers.get("etag");
    };
    const first = await tagAt("2010-01-27T22:59:59Z");
    expect(await tagAt("2010-01-27T23:00:00Z")).not.toBe(first);
  });

  it("each day has an address, and so has the whole", async () => {
    expect(await textsAt(`${PAGE}/2010-01-29`, ".slot h4")).toEqual(["Friday morning", "Friday afternoon"]);
    expect(await attributesAt(`/fr${PAGE}/2010-01-29`, "link[rel=canonical]", "href")).toEqual([
      `https://plenary.example/fr${PAGE}/2010-01-29`,
    ]);
    expect(await textsAt(`${PAGE}/programme`, ".slot h4")).toHaveLength(SEED.slots.length);
    expect((await get(`${PAGE}/2010-02-15`)).status).toBe(404);
    expect((await get(`/${BODY}/1999/2010-01-29`)).status).toBe(404);
  });
});

describe("pages, their files and JSON on the way", () => {
  it.for([PAGE, `${PAGE}.json`, "/robots.txt", "/assets"])("are compressed for who takes gzip: %s", async (path) => {
    await announce();
    const [styles = ""] = await attributesAt(PAGE, "link[rel=stylesheet]", "href");
    const address = path === "/assets" ? styles : path;
    const coded = await get(address, { "accept-encoding": "gzip" });
    const plain = await get(address);
    expect(coded.headers.get("content-encoding")).toBe("gzip");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(coded.headers.get("vary")).toBe("Accept-Encoding");
    expect(plain.headers.get("vary")).toBe("Accept-Encoding");
    expect(await coded.text()).toBe(await plain.text());
  });
});
