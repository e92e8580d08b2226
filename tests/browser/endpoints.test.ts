import { describe, expect } from "vitest";
import { deriveEndpointSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { consoleOf, withSecret } from "./secretary.ts";
import { it } from "./visits.ts";

describe("endpoints at the console", () => {
  it("are named, tell their secret, and are removed by a key that may", async ({ meeting, service, visit }) => {
    const { page, press } = await withSecret(await visit(consoleOf(meeting)), service.secret);
    await page.locator(".endpoints > summary").click();
    await page.getByText("No system is told yet.").waitFor();
    await page.getByLabel("Name", { exact: true }).fill("relay");
    await page.getByLabel("Address", { exact: true }).fill("https://hooks.example.org/services/t0ken");
    await press("Add");
    const row = page.locator(".endpoints li");
    await expect.poll(() => row.innerText()).toMatch(/relay\s+hooks\.example\.org/);
    expect(await row.innerText()).not.toContain("t0ken");
    expect(await accessibilityFindings(page)).toEqual([]);
    await press("Show its secret");
    const secret = await deriveEndpointSecret(service.secret, { body: meeting.body.id, name: "relay", generation: 1 });
    await expect.poll(() => row.locator("code").innerText()).toBe(secret);
    await press("Remove");
    await press("Remove it, and all that waits for it");
    await page.getByText("No system is told yet.").waitFor();
  });

  it("let a person read a mail to a list, and send or drop it", async ({ meeting, service, visit }) => {
    const { page, press } = await withSecret(await visit(consoleOf(meeting)), service.secret);
    await page.locator(".endpoints > summary").click();
    await page.getByText("No system is told yet.").waitFor();
    await page.getByLabel("Name", { exact: true }).fill("list");
    await page.getByLabel("Address", { exact: true }).fill("mailto:list@example.org");
    await press("Add");
    await page.locator(".endpoints li").waitFor();
    await service.report(meeting, { type: "slot.relocated", slot: "2", venue: "Conference Room 4" });
    await page.locator(".mails > summary").click();
    const mail = page.locator(".mails li");
    await expect.poll(() => mail.innerText()).toMatch(/NEW PLACE: .*Conference Room 4/s);
    expect(await accessibilityFindings(page)).toEqual([]);
    await press("Send to the list");
    // This service has nobody whom mails are from.
    await page.getByText("It was not sent:").waitFor();
    await press("Drop");
    await press("Drop it: nobody gets this mail");
    await page.getByText("No mail waits.").waitFor();
  });
});
