import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { createSetupLink } from "../../src/cli/keys/setup-link.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { atSitting, consoleOf, REFUSED, secretaryAt, withSecret, type Secretary } from "./secretary.ts";
import { it } from "./visits.ts";

/** What a browser complains of that lost its line, or that was not enrolled yet. */
const WITHOUT_LINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|Failed to fetch|401/;
const OFFICER = "Conference officer: sittings and items of the day";

const invite = async ({ page, press }: Secretary, role: string, label: string): Promise<string> => {
  await page.locator(".invite > summary").click();
  await page.getByLabel("As", { exact: true }).selectOption({ label: role });
  await page.getByLabel("Whose it will be").fill(label);
  await press("Make the invitation");
  return (await page.locator(".made code").textContent()) ?? "";
};

const accept = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await page.locator(".good").waitFor({ state: "attached" });
};

describe("the keys of a body", () => {
  it("show an officer their own orders alone; who did what is told in names; and a key ends where it is listed", async ({
    meeting,
    service,
    visit,
  }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const phone = await visit(await invite(secretary, OFFICER, "A. Officer"), { expected: REFUSED });
    await accept(phone);
    const officer = secretaryAt(phone);
    await expect.poll(() => phone.locator(".beside").innerText()).not.toContain("Adopt the agenda");
    expect(await phone.getByText("A new or revised agenda").count()).toBe(0);
    expect(await phone.getByText("Invite a colleague").count()).toBe(0);
    const more = ".sitting > .orders > .more-orders";
    expect(await secretary.page.locator(more).count()).toBeGreaterThan(0);
    expect(await phone.locator(more).count(), "cancelling, moving and the like are not an officer's").toBe(0);
    await phone.getByRole("button", { name: "Open", exact: true }).first().click();
    await officer.isDone();

    await secretary.page.getByText("History: withdraw a mistake").click();
    await expect.poll(() => secretary.page.locator(".past").first().innerText()).toContain("Sent by A. Officer, Conference officer");
    await secretary.page.getByText("Who may send here").click();
    const row = secretary.page.locator(".keys li").filter({ hasText: "A. Officer" });
    await expect.poll(() => row.innerText()).toContain("Last used");
    expect(await accessibilityFindings(secretary.page)).toEqual([]);
    await row.getByRole("button", { name: "Revoke it" }).click();
    await row.getByRole("button", { name: "Really revoke it" }).click();
    await row.waitFor({ state: "detached" });
    await (await atSitting(officer, "Wednesday morning")).press("Adjourn");
    await expect.poll(() => phone.locator(".outbox").innerText()).toMatch(/does not know this browser|revoked/);
  });

  it("show an officer no others without a line either", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const phone = await visit(await invite(secretary, OFFICER, "B. Officer"), { serviceWorkers: "allow", expected: WITHOUT_LINE });
    await accept(phone);
    // Once more, so that all that it reads came by the worker.
    await phone.reload();
    const aside = phone.locator(".beside");
    await expect.poll(() => aside.innerText()).not.toContain("Adopt the agenda");
    await phone.context().setOffline(true);
    await phone.reload();
    await expect.poll(() => phone.locator(".head").innerText()).toContain("What is shown is of");
    await expect.poll(() => aside.innerText()).not.toContain("Adopt the agenda");
    expect(await phone.getByRole("button", { name: "Open", exact: true }).count()).toBeGreaterThan(0);
    expect(await phone.locator(".sitting > .orders > .more-orders").count()).toBe(0);
  });

  it("are one of a browser for all bodies that enrol it", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await page.getByRole("button", { name: "Prepare this browser" }).click();
    const fingerprint = await page.locator(".fingerprint").textContent();
    const { code } = await createSetupLink(service, Date.now());
    await page.goto(`/setup#${code}`);
    await page.getByLabel("Name of the body").fill("Another body");
    await page.getByLabel("Short name, for calendars").fill("One key");
    await page.getByRole("button", { name: "Set up this body" }).click();
    await page.getByText("Its first meeting").waitFor();
    await service.announce({ ...meeting, body: { id: "one-key", name: "Another body", shortName: "One key" }, id: "first" });
    await page.goto("/one-key/first/console");
    await expect.poll(() => page.locator(".good").textContent()).toContain("it may send");
    expect(await page.locator(".fingerprint").textContent()).toBe(fingerprint);
  });
});
