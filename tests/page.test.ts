import { reset } from "cloudflare:test";
import { parse } from "node-html-parser";
import { beforeEach, describe, expect, it } from "vitest";
import { announce, BODY, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const page = async (path = PAGE): Promise<string> => (await get(path)).text();

/** What a selector finds on a page, in the order of the page. */
const found = async (path: string, selector: string) => parse(await page(path)).querySelectorAll(selector);
const all = async (path: string, selector: string): Promise<readonly string[]> =>
  (await found(path, selector)).map(({ text }) => text.trim());
const attributes = async (path: string, selector: string, name: string): Promise<readonly (string | undefined)[]> =>
  (await found(path, selector)).map((element) => element.getAttribute(name));

beforeEach(reset);

describe("the meeting's page", () => {
  it("marks where the meeting stands, with the dates of what happened", async () => {
    await announce();
    expect(await all(PAGE, ".lifecycle [aria-current=step]")).toEqual(["Provisional agenda10 December 2009"]);
    await send("agenda.adopted");
    await send("meeting.opened");
    expect(await all(PAGE, ".lifecycle [aria-current=step]")).toEqual(["In session27 January 2010"]);
    expect(await all(PAGE, ".lifecycle .done")).toEqual(["Provisional agenda10 December 2009", "Agenda adopted27 January 2010"]);
  });

  it("lists each slot by its day, with its items and what changed", async () => {
    await announce();
    await send("slot.cancelled", { data: { slot: "5", reason: "Consultations" } });
    expect(await all(PAGE, ".day h3")).toEqual(["Wednesday, 27 January 2010", "Thursday, 28 January 2010", "Friday, 29 January 2010"]);
    expect(await all(PAGE, ".slot h4")).toHaveLength(SEED.slots.length);
    expect(await all(PAGE, "#slot-3 .when")).toEqual(["Thursday morning10 a.m.-1 p.m."]);
    expect(await all(PAGE, "#slot-3 .number")).toEqual(["4"]);
    expect(await all(PAGE, "#slot-5 .change")).toEqual(["CANCELLED, 27 January 2010, 10.20 a.m.: Consultations."]);
    expect(await all(PAGE, "#slot-5 .tag.cancelled")).toEqual(["Cancelled"]);
  });

  it("gives each calendar its own way to subscribe, and the plain address always", async () => {
    await announce();
    const feed = `https://plenary.example/${BODY}/${MEETING}.ics`;
    const [google, outlook, work, apple, download] = await attributes(PAGE, ".card .choices a", "href");
    expect(google).toBe(
      `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(`${feed.replace("https:", "webcal:")}?cancelled=text`)}`,
    );
    expect(outlook).toMatch(`https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed)}&name=`);
    expect(work).toMatch("https://outlook.office.com/calendar/0/addfromweb?");
    expect({ apple, download }).toEqual({ apple: `webcal://plenary.example/${BODY}/${MEETING}.ics`, download: `${feed}?download` });
    expect(await all(PAGE, ".card code")).toEqual([feed]);
    expect(await all(PAGE, ".card .often")).toEqual([expect.stringContaining("Google every 8 to 24 hours")]);
    expect(await all(PAGE, ".slot .follow code")).toEqual(SEED.slots.map(({ number }) => feed.replace(".ics", `/slots/${number}.ics`)));
  });

  it("claims no authority that nobody gave", async () => {
    await announce();
    expect(await page()).toContain("Unofficial demonstration.");
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, publisher: "The Secretariat" } });
    expect(await page()).toContain("Published by The Secretariat.");
  });

  it("shows words of a record as words", async () => {
    await announce({ ...SEED, title: '<script>alert("x")</script>' });
    const html = await page();
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;");
  });

  it("brings its icon, styles and scripts along, under names that change with their bytes", async () => {
    await announce();
    const files = [...(await page()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const { status, headers } = await get(file);
      expect({ status, caching: headers.get("cache-control") }).toEqual({ status: 200, caching: "public, max-age=31536000, immutable" });
      expect(headers.get("content-type")).toMatch(/^(?:text\/(?:css|javascript); charset=utf-8|image\/svg\+xml)$/);
    }
    expect((await get("/assets/page-OTHER.js")).status).toBe(404);
    expect((await get("/assets/package.json")).status).toBe(404);
  });

  it("is sent with headers that let nothing foreign in", async () => {
    await announce();
    const { headers } = await get(PAGE);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });
});
