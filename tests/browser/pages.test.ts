import { describe, expect } from "vitest";
import { it, pageOf } from "./visits.ts";

describe("the meeting's page in a browser", () => {
  it("copies a feed's address", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting), { permissions: ["clipboard-read", "clipboard-write"] });
    const address = `${service.url}${pageOf(meeting)}.ics`;
    await page.locator(`button[data-copy="${address}"]`).first().click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  it("shows everything without scripts", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting), { javaScriptEnabled: false });
    for (const { number } of meeting.slots) expect(await page.locator(`#slot-${number}`).isVisible()).toBe(true);
    expect(await page.locator("code").first().isVisible()).toBe(true);
  });
});
