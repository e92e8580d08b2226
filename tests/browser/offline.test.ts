import { describe, expect } from "vitest";
import type { Page } from "playwright-core";
import { consoleOf, logOf, withSecret } from "./secretary.ts";
import { it, pageOf } from "./visits.ts";

/** What a browser complains of where there is no line, and where a page waits for it. */
const NO_LINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|Failed to fetch|TrustedScriptURL/;
const OFFLINE = { serviceWorkers: "allow", expected: NO_LINE } as const;

/** Waits until a page would open without a line. */
const isKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(async () => (await (await caches.open("plenary-pages")).keys()).length)).toBeGreaterThan(0);

describe("without a line", () => {
  it("a page that was seen opens, and says how old it is; with one it is asked for anew", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting), OFFLINE);
    await isKept(page);
    await page.context().setOffline(true);
    await page.reload();
    expect(await page.locator("h1").innerText()).toContain("Working Group on Trafficking in Persons");
    await expect.poll(() => page.locator(".line").innerText()).toContain("Last seen at");
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    await page.context().setOffline(false);
    await page.reload();
    await expect.poll(() => page.locator("main").innerText()).toContain("Cancelled");
    expect(await page.locator("html").getAttribute("data-kept-at")).toBe(null);
  });

  it("the console opens, says how old it is, keeps what is sent, and sends it when the line is back", async ({
    meeting,
    service,
    visit,
  }) => {
    const page = await visit(consoleOf(meeting), OFFLINE);
    const secretary = await withSecret(page, service.secret);
    await isKept(page);
    // Once more, so that all that it reads came by the worker.
    await page.reload();
    await page.locator(".programme").waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await page.locator(".programme").waitFor();
    await expect.poll(() => page.locator(".head").innerText()).toContain("What is shown is of");
    await secretary.press("Open the meeting");
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("Open the meeting waits for the line.");
    await page.reload();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("Open the meeting waits for the line.");
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await logOf(service, meeting)).map(({ type }) => type), { timeout: 90_000 })
      .toEqual(["meeting.announced", "meeting.opened"]);
  });

  it("nothing is kept of a setup link's page", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting), OFFLINE);
    await isKept(page);
    await page.goto("/setup");
    await page.goto("/");
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open("plenary-pages")).keys()).map(({ url }) => new URL(url).pathname)))
      .toContain("/");
    expect(await page.evaluate(async () => Boolean(await caches.match("/setup")))).toBe(false);
  });
});

describe("the service worker", () => {
  it("is admitted by a policy that admits its address alone", async ({ meeting, visit }) => {
    const page = await visit(consoleOf(meeting), OFFLINE);
    const refused = await page.evaluate(async () => {
      try {
        await navigator.serviceWorker.register("/assets/other.js");
        return false;
      } catch (error) {
        return String(error);
      }
    });
    expect(refused).toContain("TrustedScriptURL");
  });
});
