import { describe, expect } from "vitest";
import { accessibilityFindings } from "./accessibility.ts";
import { consoleOf } from "./secretary.ts";
import { it } from "./visits.ts";

describe("tomorrow's programme at the console", () => {
  it("is shown in any language, as text to copy, as a mail, and on one sheet of paper", async ({ meeting, visit }) => {
    const page = await visit(consoleOf(meeting));
    await page.locator(".issue > summary").click();
    await page.getByLabel("Day", { exact: true }).fill("2010-01-28");
    await page.locator("#issue-language").selectOption("fr");
    await page.getByRole("button", { name: "Show the programme" }).click();
    const shown = page.locator(".issued pre");
    await expect.poll(() => shown.innerText()).toContain("Programme du jeudi 28 janvier 2010");
    expect(await accessibilityFindings(page)).toEqual([]);
    const mail = await page.getByRole("link", { name: "The programme as a mail" }).getAttribute("href");
    expect(mail).toBe(`/${meeting.body.id}/${meeting.id}/2010-01-28.eml?lang=fr`);
    // Paper alone shows the sheet, which stands until it is printed.
    await page.evaluate(() => (window.print = () => undefined));
    await page.getByRole("button", { name: "Print", exact: true }).click();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".sheet section").count()).toBeGreaterThan(2);
    expect(await page.locator("body > :not(.sheet):visible").count()).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
