import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it, pageOf } from "./visits.ts";

/** Lets a page be read at another time. */
const readAt = async (page: Page, instant: string): Promise<void> => {
  await page.clock.setFixedTime(new Date(instant));
  await page.reload();
};

const nextOf = (page: Page) => page.locator(".moment .next");

describe("a page read by the clock", () => {
  it("tells how far ahead the next sitting is, and which is on as planned", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting));
    await readAt(page, "2010-01-27T06:30:00Z");
    expect(await nextOf(page).locator("h2").textContent()).toBe("Next · in 3 hours");
    await readAt(page, "2010-01-27T10:00:00Z");
    expect(await page.locator(".moment .now h2").textContent()).toBe("Now, as planned");
    expect(await page.locator(".moment .now .which .name:visible").allTextContents()).toEqual(["Wednesday morning"]);
    expect(await page.locator(".moment .idle").isVisible()).toBe(false);
    expect(await nextOf(page).locator("h2").textContent()).toBe("Next · in 4 hours");
    await readAt(page, "2010-01-27T13:00:00Z");
    expect(await nextOf(page).locator(".which .name:visible").allTextContents()).toEqual(["Wednesday afternoon"]);
    expect(await nextOf(page).locator(".number:visible").allTextContents()).toEqual(["3"]);
    expect(await nextOf(page).locator("h2").textContent()).toBe("Next · in 60 minutes");
  });

  it("says that a meeting is past which nobody closed, and lists it so", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting));
    expect(await page.locator(".moment .now .which:visible").textContent()).toBe("The dates of this meeting have passed.");
    expect(await nextOf(page).isVisible()).toBe(false);
    const body = await visit(`/${meeting.body.id}`);
    expect(await body.locator("#past").isVisible()).toBe(true);
    expect(await body.locator("#upcoming").isVisible()).toBe(false);
  });

  it("says that no sitting is open, and not that the meeting is to be opened, once it was to be", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting));
    await readAt(page, "2010-01-27T08:30:00Z");
    expect(await page.locator(".moment .idle .which").textContent()).toBe("The meeting has not been opened yet.");
    await readAt(page, "2010-01-27T12:30:00Z");
    expect(await page.locator(".moment .idle .which").textContent()).toBe("No sitting is open at the moment.");
  });

  it("believes what was reported, not the clock", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "slot.opened", slot: "3" });
    const page = await visit(pageOf(meeting));
    await readAt(page, "2010-01-28T12:30:00Z");
    expect(await page.locator(".moment .now .which .name").allTextContents()).toEqual(["Thursday morning"]);
    expect(await nextOf(page).locator(".which .name:visible").allTextContents()).toEqual(["Thursday afternoon"]);
  });

  it("believes it until a later day begins, of which nobody reported anything", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "slot.opened", slot: "4" });
    const page = await visit(pageOf(meeting));
    await readAt(page, "2010-01-28T19:00:00Z");
    expect(await page.locator(".moment .now .which .name:visible").allTextContents()).toEqual(["Thursday afternoon"]);
    await readAt(page, "2010-01-29T10:00:00Z");
    expect(await page.locator(".moment .now h2").textContent()).toBe("Now, as planned");
    expect(await page.locator(".moment .now .which .name:visible").allTextContents()).toEqual(["Friday morning"]);
  });

  it("tells sittings in the reader's own time where that is another", async ({ meeting, visit }) => {
    const abroad = await visit(pageOf(meeting), { timezoneId: "America/New_York", locale: "en-GB" });
    expect(await abroad.locator("#slot-1 .yours").textContent()).toBe("04:00–07:00 your time");
    const tomorrow = await visit(`/fr${pageOf(meeting)}`, { timezoneId: "Pacific/Auckland", locale: "fr-FR" });
    expect(await tomorrow.locator("#slot-2 .yours").textContent()).toBe("jeu. 03:00–06:00 à votre heure");
    const there = await visit(pageOf(meeting), { timezoneId: "Europe/Berlin" });
    expect(await there.locator(".yours").count()).toBe(0);
  });

  it("marks what is new since yesterday", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    const page = await visit(pageOf(meeting));
    expect(await page.locator(".latest .new").count()).toBe(0);
    await readAt(page, "2010-01-29T09:00:00Z");
    expect(await page.locator(".latest .new").allTextContents()).toEqual(["New"]);
  });

  it("shows the time of the hall on its screen, which never scrolls", async ({ meeting, visit }) => {
    for (const viewport of [
      { width: 1920, height: 1080 },
      { width: 1024, height: 768 },
    ]) {
      const page = await visit(`${pageOf(meeting)}/screen`, { viewport, timezoneId: "Asia/Tokyo" });
      await readAt(page, "2010-01-27T06:30:00Z");
      expect(await page.locator(".clock").textContent()).toBe("07:30");
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
    }
  });
});
