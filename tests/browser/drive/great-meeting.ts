import type { CDPSession, Page } from "playwright-core";
import { readRecordFile } from "../../../src/cli/send/announce.ts";
import { formatMeetingPath } from "../../../src/calendar/addresses.ts";
import { startTestService } from "../../node/service.ts";
import { launchBrowser } from "../chromium.ts";
import { buildConference } from "../conference.ts";

/** What the console of a meeting of 2,000 sittings and 1,000 items costs a browser whose processor is slowed down. */

const SLOWER = 4;
const HOURS = ["08", "09", "10", "11", "12", "14", "15", "16", "17", "18"];
const MEBIBYTE = 1024 * 1024;

const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const CONFERENCE = { ...buildConference(SEED, { days: 10, rooms: 20, hours: HOURS, items: 1000 }), id: "great" };

const measure = async (what: string, act: () => Promise<unknown>): Promise<void> => {
  const began = performance.now();
  await act();
  console.log(`${what.padEnd(34)} ${Math.round(performance.now() - began)} ms`);
};

const readMemory = async (session: CDPSession): Promise<number> => {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / MEBIBYTE;
};

const typeSecret = async (page: Page, secret: string): Promise<void> => {
  await page.locator(".typed > summary").click();
  await page.locator("#secret").fill(secret);
  await page.keyboard.press("Enter");
  await page.locator(".good").waitFor({ state: "attached" });
};

/** The first sitting's orders that are folded away. */
const ROW = ".sitting:first-child > .orders > .more-orders";

/** What a person does, by what it is done to. */
type Act = { readonly taps: string } | { readonly fills: string; readonly value: string };

const service = await startTestService();
const browser = await launchBrowser();
try {
  await service.register(CONFERENCE.body);
  await service.announce(CONFERENCE);
  const path = formatMeetingPath(CONFERENCE.body.id, CONFERENCE.id);
  const context = await browser.newContext({ baseURL: service.url, serviceWorkers: "block" });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  /** By the page's own clock, from what is done until what comes of it is drawn: finding elements from outside would take long itself. */
  const time = async (what: string, act: Act, shows: string): Promise<void> => {
    const took = await page.evaluate(
      async ([given, awaited]) => {
        const draw = () => new Promise(requestAnimationFrame);
        const element = document.querySelector<HTMLInputElement>("taps" in given ? given.taps : given.fills);
        const began = performance.now();
        if ("taps" in given) element?.click();
        else if (element) {
          element.value = given.value;
          element.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await draw();
        while (!document.querySelector(awaited)) await draw();
        await draw();
        return performance.now() - began;
      },
      [act, shows] as const,
    );
    console.log(`${what.padEnd(34)} ${Math.round(took)} ms`);
  };
  console.log(`${CONFERENCE.slots.length} sittings, ${CONFERENCE.agenda.items.length} items, processor ${SLOWER} times slower`);
  await measure("first view", async () => {
    await page.goto(`${path}/console`);
    await page.locator(".sitting").first().waitFor();
  });
  await typeSecret(page, service.secret);
  console.log(`${"rows in view, elements".padEnd(34)} ${await page.locator(".sitting").count()}, ${await page.locator("*").count()}`);
  console.log(`${"memory of scripts".padEnd(34)} ${(await readMemory(session)).toFixed(1)} MiB`);
  await measure("opened again", async () => {
    await page.reload();
    await page.locator(".sitting").first().waitFor();
  });
  await time("search", { fills: "#programme-search", value: "room 7 monday" }, ".found .sitting");
  await time("another word of it", { fills: "#programme-search", value: "room 7 tuesday" }, ".found .sitting");
  await page.locator("#programme-search").fill("");
  await time("what else can be ordered", { taps: `${ROW} > summary` }, `${ROW} button`);
  const button = page.locator(`${ROW} button`, { hasText: "Change the room" });
  await button.evaluate((element) => element.setAttribute("data-measured", ""));
  await time("an order's window", { taps: "[data-measured]" }, "dialog #field-venue");
  await time("dry run, from the last letter", { fills: "#field-venue", value: "Hall 9" }, "dialog .changes li");
  await measure("sent, until the page shows it", async () => {
    await page.locator("dialog button.go").click();
    await page.locator(".sitting").filter({ hasText: "Hall 9" }).first().waitFor();
  });
  console.log(`${"memory at the end".padEnd(34)} ${(await readMemory(session)).toFixed(1)} MiB`);
} finally {
  await browser.close();
  await service.stop();
}
