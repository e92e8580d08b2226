import { describe, expect } from "vitest";
import { buildConference } from "./conference.ts";
import { it, pageOf } from "./visits.ts";

const WALLS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1080, height: 1920 },
];

/** In the second day of the seed, at its first sittings. */
const DURING = new Date("2010-01-28T08:30:00Z");

describe("the hall's screen on a day of which nothing was reported", { timeout: 60_000 }, () => {
  for (const rooms of [1, 3, 6])
    it(`shows ${rooms} at once as planned, and what is next, whole on every wall`, async ({ meeting, service, visit }) => {
      const conference = buildConference({ ...meeting, id: `${meeting.id}-${rooms}` }, { days: 2, rooms, hours: ["09", "14"], items: 8 });
      await service.announce(conference);
      const page = await visit(`${pageOf(conference)}/screen`);
      await page.clock.setFixedTime(DURING);
      for (const wall of WALLS) {
        await page.setViewportSize(wall);
        await page.reload();
        const panels = page.locator(".moment > div");
        await page.locator(".moment.planned").waitFor();
        const day = rooms === 1 ? "" : " · Thursday afternoon";
        expect(await panels.locator("h2").allTextContents()).toEqual(["Now, as planned", `Next · in 5 hours${day}`]);
        expect(await page.locator(".now .present:visible").count()).toBe(rooms);
        expect(await page.locator(".next .present:visible").count()).toBe(rooms);
        expect(await page.locator(".now .place-of:visible").first().textContent()).toContain("Room 1");
        expect(await page.locator(".idle").isVisible()).toBe(false);
        const cut = await panels.evaluateAll((all) => all.filter((panel) => panel.scrollHeight > panel.clientHeight).length);
        expect({ wall, cut }).toEqual({ wall, cut: 0 });
        expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
      }
    });
});
