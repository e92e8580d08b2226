import { describe, expect } from "vitest";
import { buildConference } from "./conference.ts";
import { it as visits, pageOf } from "./visits.ts";

/** `conference` has two days with twelve sittings each, in four rooms. */
const it = visits.extend("conference", async ({ meeting, service }) => {
  const conference = buildConference(meeting, { days: 2, rooms: 4, hours: ["09", "11", "14"], items: 8 });
  const record = { ...conference, id: `conference-${crypto.randomUUID().slice(0, 8)}` };
  await service.announce(record);
  return record;
});

describe("what is long can be searched", () => {
  it("by words, by room, by kind and by item, and says how much it found", async ({ conference, visit }) => {
    const page = await visit(`${pageOf(conference)}/programme`);
    const shown = page.locator(".slot:visible");
    expect(await shown.count()).toBe(24);
    await page.getByRole("searchbox").fill("MATTERS contact");
    const places = await shown.locator(".place-of").allTextContents();
    expect(new Set(places)).toEqual(new Set(["Room 2, Vienna"]));
    expect(await page.locator(".finder output").textContent()).toBe(`Found: ${places.length}`);
    await page.getByRole("searchbox").fill("");
    await page.getByLabel("Room").selectOption({ label: "Room 3, Vienna" });
    await page.getByLabel("Item").selectOption("3");
    expect(await shown.count()).toBe(3);
    await page.getByLabel("Kind").selectOption({ label: "Plenary" });
    expect(await shown.count()).toBe(0);
    expect(await page.locator(".day h3:visible").count()).toBe(0);
  });

  it("and stays as the reader left it when the page changes", async ({ conference, service, visit }) => {
    const page = await visit(`${pageOf(conference)}/programme`);
    await page.getByLabel("Room").selectOption({ label: "Room 1, Vienna" });
    await service.report(conference, { type: "slot.cancelled", slot: "2" });
    await page.locator('#slot-2[data-status="cancelled"]').waitFor({ state: "attached" });
    expect(await page.locator(".slot:visible").count()).toBe(6);
  });

  it("from one day on all of them", async ({ conference, visit }) => {
    const page = await visit(`${pageOf(conference)}/2010-01-27`);
    expect(await page.locator(".finder").count()).toBe(0);
    await page.goto(`${pageOf(conference)}/programme#find=${encodeURIComponent("room 4, vienna")}`);
    expect(await page.locator(".slot:visible").count()).toBe(6);
  });

  it("but of a meeting of six sittings nobody needs to search anything", async ({ meeting, visit }) => {
    const page = await visit(`${pageOf(meeting)}/programme`);
    expect(await page.locator(".finder").count()).toBe(0);
  });
});
