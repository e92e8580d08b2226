import { cpSync, renameSync, rmSync } from "node:fs";
import { describe, expect } from "vitest";
import { formatLivePath } from "../../src/calendar/addresses.ts";
import { buildConference } from "./conference.ts";
import { it, pageOf } from "./visits.ts";

const LINE_LOST = /WebSocket connection|Failed to load resource|ERR_CONNECTION/;

describe("a page that follows its meeting", () => {
  it("changes by itself in two browsers when an event comes", async ({ meeting, service, visit }) => {
    const pages = [await visit(pageOf(meeting)), await visit(pageOf(meeting), { locale: "fr-FR" })];
    for (const page of pages) await page.locator('.line[data-state="live"]').waitFor();
    await service.report(meeting, { type: "slot.cancelled", slot: "5", reason: "Consultations" });
    await Promise.all(pages.map((page) => page.locator('#slot-5[data-status="cancelled"]').waitFor()));
    await pages[0]?.getByText(/^Changed at \d\d:\d\d/).waitFor();
  });

  it("says what changed, in its own language, and leads there", async ({ meeting, service, visit }) => {
    const [english, french] = [await visit(pageOf(meeting)), await visit(`/fr${pageOf(meeting)}`)];
    for (const page of [english, french]) await page.locator('.line[data-state="live"]').waitFor();
    await service.report(meeting, { type: "slot.cancelled", slot: "5", reason: "Consultations" });
    await english.locator('.line a[href="#slot-5"]', { hasText: /was cancelled. Consultations/ }).waitFor();
    await french.locator('.line a[href="#slot-5"]', { hasText: /annulée/ }).waitFor();
  });

  it("tells whoever asked for it and looks elsewhere, by the browser itself", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting));
    await page.getByRole("button", { name: "Notify me of changes" }).waitFor();
    await page.context().grantPermissions(["notifications"]);
    await page.addInitScript(() => {
      Object.defineProperty(document, "hidden", { value: true });
      globalThis.Notification = class extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          document.documentElement.dataset["shown"] = `${title}: ${options?.body}`;
        }
      };
    });
    await page.reload();
    await page.locator('.line[data-state="live"]').waitFor();
    expect(await page.getByRole("button", { name: "Notify me of changes" }).count()).toBe(0);
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    await page.waitForFunction(() => document.documentElement.dataset["shown"] !== undefined);
    expect(await page.evaluate(() => document.documentElement.dataset["shown"])).toMatch(/: The sitting of .* was cancelled\.$/);
  });

  it("may hang on the wall of the hall", async ({ meeting, service, visit }) => {
    const page = await visit(`${pageOf(meeting)}/screen`);
    await page.locator('.line[data-state="live"]').waitFor();
    await service.report(meeting, { type: "meeting.opened" });
    await service.report(meeting, { type: "slot.opened", slot: "2" });
    await page.locator('.moment .now .which a[href$="/slots/2"]').waitFor();
  });

  it("keeps what the reader unfolded, the focus and the place", async ({ meeting, service, visit }) => {
    // Of a meeting too large for one calendar each day unfolds to its own.
    const hours = ["08", "09", "10", "11", "13", "15", "16", "17"];
    const great = { ...buildConference(meeting, { days: 10, rooms: 16, hours, items: 40 }), id: `great-${meeting.id}` };
    await service.announce(great);
    const page = await visit(pageOf(great), { viewport: { width: 390, height: 600 } });
    await page.locator('.line[data-state="live"]').waitFor();
    const details = page.locator("main details").last();
    await details.locator("summary").click();
    const placeOnScreen = () => details.evaluate((element) => element.getBoundingClientRect().top);
    const place = await placeOnScreen();
    await service.report(great, { type: "slot.relocated", slot: "1", venue: "Boardroom D" });
    await page.getByText("Boardroom D").first().waitFor({ state: "attached" });
    expect(await details.getAttribute("open")).toBe("");
    expect(await details.locator("summary").evaluate((summary) => summary === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    expect(Math.abs((await placeOnScreen()) - place)).toBeLessThan(50);
  });

  it("may be left before its line stands, without a complaint", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting));
    await page.evaluate(() => {
      for (const event of ["pagehide", "pageshow", "pagehide", "pageshow"]) dispatchEvent(new Event(event));
    });
    await page.locator('.line[data-state="live"]').waitFor();
  });

  it("says that the line is lost, and catches up once it is back", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting), { expected: LINE_LOST });
    await page.locator('.line[data-state="live"]').waitFor();
    await service.pause();
    await page.getByText("The line is lost, trying again. Last seen at").waitFor();
    await service.resume();
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    await page.locator('#slot-5[data-status="cancelled"]').waitFor();
    await page.locator('.line[data-state="changed"]').waitFor();
  });

  it("goes back with a service that was restored from a copy", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting), { expected: LINE_LOST });
    await page.locator('.line[data-state="live"]').waitFor();
    await service.pause();
    const copy = `${service.state}-copy`;
    cpSync(service.state, copy, { recursive: true });
    await service.resume();
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    await page.locator('#slot-5[data-status="cancelled"]').waitFor();
    await service.pause();
    rmSync(service.state, { recursive: true });
    renameSync(copy, service.state);
    await service.resume();
    await page.locator('#slot-5:not([data-status="cancelled"])').waitFor();
    await service.report(meeting, { type: "slot.relocated", slot: "1", venue: "Boardroom D" });
    await page.getByText("Boardroom D").first().waitFor({ state: "attached" });
    await page.locator('.line[data-state="changed"]').waitFor();
  });

  it("shows what it missed when the reader comes back to it", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting));
    await page.locator('.line[data-state="live"]').waitFor();
    await page.goto("/problems");
    await service.report(meeting, { type: "slot.cancelled", slot: "5" });
    await page.goBack();
    await page.locator('#slot-5[data-status="cancelled"]').waitFor();
  });
});

describe("a meeting", () => {
  it("is followed by 200 at once", async ({ meeting, service }) => {
    const address = `${service.url.replace("http", "ws")}${formatLivePath(meeting.body.id, meeting.id)}`;
    const sockets = Array.from({ length: 200 }, () => new WebSocket(address));
    const told = (): Promise<readonly unknown[]> =>
      Promise.all(
        sockets.map((socket) => new Promise((resolve) => socket.addEventListener("message", ({ data }) => resolve(data), { once: true }))),
      );
    const all = (version: number) => sockets.map(() => JSON.stringify({ version }));
    expect(await told()).toEqual(all(1));
    const next = told();
    await service.report(meeting, { type: "meeting.opened" });
    expect(await next).toEqual(all(2));
    for (const socket of sockets) socket.close();
  });
});
