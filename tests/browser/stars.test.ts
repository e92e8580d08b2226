import { expect } from "vitest";
import { accessibilityFindings } from "./accessibility.ts";
import { it, pageOf } from "./visits.ts";

const KEEP = { name: "Keep in my programme" } as const;

it("keeps a sitting and an item in this browser, and leads to them as one programme", async ({ meeting, visit }) => {
  const page = await visit(`${pageOf(meeting)}/slots/3`);
  const star = page.getByRole("button", KEEP);
  await star.click();
  expect(await star.getAttribute("aria-pressed")).toBe("true");
  await page.goto(`${pageOf(meeting)}/items/7`);
  await page.getByRole("button", KEEP).click();
  await page.getByRole("link", { name: "To my programme" }).click();
  await page.waitForURL(`**/my/${meeting.body.id}.${meeting.id}.s3.i7`);
  expect(await page.locator(".own-day h3").count()).toBe(2);
  expect(await accessibilityFindings(page)).toEqual([]);
});

it("drops a part on the programme's own page, and is empty without any", async ({ meeting, visit }) => {
  const page = await visit(`${pageOf(meeting)}/slots/3`);
  await page.getByRole("button", KEEP).click();
  await page.goto(`${pageOf(meeting)}/slots/5`);
  await page.getByRole("button", KEEP).click();
  await page.goto("/my");
  await page.waitForURL(`**/my/${meeting.body.id}.${meeting.id}.s32`);
  await page.locator(".kept-part button").first().click();
  await page.waitForURL(`**/my/${meeting.body.id}.${meeting.id}.s5`);
  await page.locator(".kept-part button").click();
  await page.waitForURL("**/my");
  expect(await page.locator("[data-empty]").isVisible()).toBe(true);
  expect(await accessibilityFindings(page)).toEqual([]);
});

it("leaves a programme that was handed on as it is, until all of it is kept", async ({ meeting, visit }) => {
  const path = `/my/${meeting.body.id}.${meeting.id}.s32`;
  const page = await visit(path);
  await page.locator(".kept-part button").first().click();
  expect(new URL(page.url()).pathname).toBe(path);
  await page.goto("/my");
  await page.waitForURL(`**/my/${meeting.body.id}.${meeting.id}.s3`);
});

it("fits a phone of 320 pixels, and prints no buttons", async ({ meeting, visit }) => {
  const page = await visit(`/ar/my/${meeting.body.id}.${meeting.id}`, { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("button:visible").count()).toBe(0);
});
