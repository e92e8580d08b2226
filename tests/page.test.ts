import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { announce, BODY, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const page = async (): Promise<string> => (await get(PAGE)).text();

beforeEach(reset);

describe("the meeting's page", () => {
  it("marks where the meeting stands", async () => {
    await announce();
    expect(await page()).toContain('<li aria-current="step">Provisional agenda</li>');
    await send("agenda.adopted");
    await send("meeting.opened");
    const now = await page();
    expect(now).toContain('<li aria-current="step">In session</li>');
    expect(now).toContain("<p>Agenda adopted 27 January 2010.</p>");
  });

  it("lists each slot with its items and what changed", async () => {
    await announce();
    await send("slot.cancelled", { data: { slot: "5", reason: "Consultations" } });
    const html = await page();
    for (const { number } of SEED.slots) expect(html).toContain(`id="slot-${number}"`);
    expect(html).toContain("Thursday morning, 10 a.m.-1 p.m.");
    expect(html).toContain("CANCELLED, 27 January 2010, 10.20 a.m.: Consultations.");
  });

  it("gives each calendar its own way to subscribe, and the plain address always", async () => {
    await announce();
    const html = await page();
    const feed = `https://plenary.example/${BODY}/${MEETING}.ics`;
    expect(html).toContain(
      `href="https://calendar.google.com/calendar/r?cid=${encodeURIComponent(`${feed.replace("https:", "webcal:")}?cancelled=text`)}"`,
    );
    expect(html).toContain(`href="https://outlook.live.com/calendar/0/addfromweb?url=${encodeURIComponent(feed)}&amp;name=`);
    expect(html).toContain(`href="webcal://plenary.example/${BODY}/${MEETING}.ics"`);
    expect(html).toContain(`<code>${feed}</code>`);
    expect(html).toContain("Calendars look again every half hour to once a day");
    expect(html).toContain(`href="${feed}?download"`);
    expect(html.match(/<code>https:\/\/plenary\.example\/[^<]*\/slots\/\d\.ics<\/code>/g)).toHaveLength(6);
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
