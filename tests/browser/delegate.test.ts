import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it, pageOf } from "./visits.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const IPHONE = { ...PHONE, userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15" } as const;

/** Whether something stands whole on the screen as it is, without scrolling. */
const isInSight = async (page: Page, target: Locator): Promise<boolean> => {
  const box = await target.boundingBox();
  const { height = 0 } = page.viewportSize() ?? {};
  return box !== null && box.y >= 0 && box.y + box.height <= height;
};

describe("what a delegate's questions cost, on a phone", () => {
  it("when does my item come up: no tap, at the item's own code", async ({ meeting, visit }) => {
    const page = await visit(`${pageOf(meeting)}/items/3`, PHONE);
    expect(await isInSight(page, page.locator("#sittings + .list time").first())).toBe(true);
  });

  it("when does any item come up: one tap, from the meeting's page, at the code on the hall's wall", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting), PHONE);
    await page.locator(".day-links").getByRole("link", { name: "Agenda" }).tap();
    await page.waitForURL("**/agenda");
    const taken = page.locator(".agenda > .item", { has: page.locator(".number", { hasText: /^3$/ }) }).locator(".taken a");
    expect(await taken.allTextContents()).toEqual(["Wednesday afternoon"]);
  });

  it.for(["", "/slots/3", "/items/4"])("a subscription on an iPhone: two taps, at …%s", async (part, { meeting, visit }) => {
    const page = await visit(`${pageOf(meeting)}${part}`, IPHONE);
    await page.getByRole("link", { name: "Subscribe", exact: true }).tap();
    const first = page.locator(".choices a").first();
    expect(await first.textContent()).toBe("Apple");
    await expect.poll(() => isInSight(page, first)).toBe(true);
  });

  it("where the meeting stands, what is on and where: no tap, on the first screen of the meeting's page", async ({
    meeting,
    service,
    visit,
  }) => {
    await service.report(meeting, { type: "slot.opened", slot: "1" });
    const page = await visit("/robots.txt", PHONE);
    await page.clock.setFixedTime(new Date("2010-01-27T09:30:00Z"));
    await page.goto(pageOf(meeting));
    for (const part of [".lifecycle", ".now .which", ".now .place-of"])
      expect([part, await isInSight(page, page.locator(part).first())]).toEqual([part, true]);
  });
});
