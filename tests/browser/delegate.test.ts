import type { Locator, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { buildConference } from "./conference.ts";
import { it, pageOf } from "./visits.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const IPHONE = { ...PHONE, userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15" } as const;

const ANDROID = {
  ...PHONE,
  userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
} as const;
const DESK = { viewport: { width: 1280, height: 900 } } as const;
const WINDOWS = { ...DESK, userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36" } as const;
const MAC = {
  ...DESK,
  userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
} as const;

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

  it("a subscription on Android: two taps, and words on what its app can't", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting), ANDROID);
    await page.getByRole("link", { name: "Subscribe", exact: true }).tap();
    const first = page.locator(".choices a").first();
    expect(await first.textContent()).toBe("Google");
    await expect.poll(() => isInSight(page, first)).toBe(true);
    expect(await page.locator('[data-on="android"]').isVisible()).toBe(true);
  });

  it.for([
    ["Windows", WINDOWS, "Outlook.com"],
    ["a Mac", MAC, "Apple"],
  ] as const)("a subscription on %s: one tap, beside the programme", async ([, device, calendar], { meeting, visit }) => {
    const page = await visit(pageOf(meeting), device);
    const first = page.locator(".choices a").first();
    expect(await first.textContent()).toBe(calendar);
    expect(await isInSight(page, first)).toBe(true);
  });

  it("a programme of their own of three items of two bodies: four taps, from the agendas", async ({ meeting, service, visit }) => {
    const body = { ...meeting.body, id: `other-${meeting.id}` };
    await service.register(body);
    await service.announce({ ...meeting, body });
    const page = await visit(`${pageOf(meeting)}/agenda`, PHONE);
    const star = (number: string) =>
      page.locator(".agenda > .item", { has: page.locator(".number", { hasText: new RegExp(`^${number}$`) }) }).locator(".star");
    await star("3").tap();
    await star("5").tap();
    await page.goto(`${pageOf({ ...meeting, body })}/agenda`);
    await star("4").tap();
    expect(await star("4").getAttribute("aria-pressed")).toBe("true");
    await page.locator("footer").getByRole("link", { name: "My programme" }).tap();
    await page.waitForURL(`**/my/${meeting.body.id}.${meeting.id}.i3+5_${body.id}.${meeting.id}.i4`);
    expect(await page.locator(".kept-part").count()).toBe(3);
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
    for (const part of [".lifecycle", ".now .which", ".now .place-of", ".next .which", ".next .place-of"])
      expect([part, await isInSight(page, page.locator(part).first())]).toEqual([part, true]);
  });

  it.for([1, 3, 6])(
    "the same where %s sittings of many items with long titles are on at once",
    async (rooms, { meeting, service, visit }) => {
      const conference = buildConference({ ...meeting, id: `${meeting.id}-${rooms}` }, { days: 2, rooms, hours: ["10", "15"], items: 9 });
      const title = "Good practices and tools in discouraging the demand that fosters all forms of exploitation of persons "
        .repeat(3)
        .trim();
      await service.announce({
        ...conference,
        agenda: { ...conference.agenda, items: conference.agenda.items.map((item) => ({ ...item, title })) },
        slots: conference.slots.map((slot) => ({ ...slot, title, items: conference.agenda.items.map(({ number }) => number) })),
      });
      const page = await visit("/robots.txt", PHONE);
      await page.clock.setFixedTime(new Date("2010-01-27T09:30:00Z"));
      await page.goto(pageOf(conference));
      for (const part of [".lifecycle", ".now .which", ".now .place-of", ".next .which", ".next .place-of"])
        expect([part, await isInSight(page, page.locator(part).first())]).toEqual([part, true]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width);
    },
  );
});
