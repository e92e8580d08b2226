import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { formatBodyPath, formatMeetingPath } from "../../src/calendar/addresses.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { readEventFile } from "../../src/cli/send/event-file.ts";
import { startTestService } from "../node/service.ts";
import { launchBrowser } from "./chromium.ts";
import { openReader } from "./reader.ts";

/** Pictures of the main views, on the morning of the seed meeting's last day, for a person to look at. */

const FOLDER = process.argv[2] ?? "dist/screenshots";
const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const [BODY, MEETING] = [formatBodyPath(RECORD.body.id), formatMeetingPath(RECORD.body.id, RECORD.id)];
const NOW = new Date("2010-01-29T10:50:00Z");

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const HALL = { viewport: { width: 1920, height: 1080 } };
const PAPER = { viewport: { width: 680, height: 960 } };

interface View extends BrowserContextOptions {
  readonly name: string;
  readonly path: string;
  readonly whole?: boolean;
  /** Not on the day of the meeting. */
  readonly isToday?: boolean;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** The console, with what may be ordered of the last sitting. Its clock must be right. */
const unfoldOrders = async (page: Page): Promise<void> => {
  await page.locator(".typed summary").click();
  await page.locator("#secret").fill(service.secret);
  await page.keyboard.press("Enter");
  await page.locator(".good").waitFor();
  await page.locator(".sitting > .orders > .more-orders summary").last().click();
};

/** The console with an invitation that was just made. */
const invite = async (page: Page): Promise<void> => {
  await unfoldOrders(page);
  await page.locator(".invite > summary").click();
  await page.locator(".invite button[type=submit]").click();
  await page.locator(".made svg").waitFor();
};

/** The console asking whether that sitting is cancelled. */
const proposeCancellation = async (page: Page): Promise<void> => {
  await unfoldOrders(page);
  await page.locator(".sitting .ending").last().click();
  await page.locator("dialog .changes li").first().waitFor();
};
const CONSOLE = { isToday: true, whole: true, prepare: unfoldOrders } as const;
const SETUP = {
  isToday: true,
  whole: true,
  prepare: (page: Page) => page.locator("form details").evaluate((details) => details.setAttribute("open", "")),
};
const SHEET = { isToday: true, prepare: proposeCancellation } as const;

const VIEWS: readonly View[] = [
  { name: "page", path: MEETING, ...DESKTOP, timezoneId: "Europe/Vienna" },
  { name: "desktop", path: MEETING, ...DESKTOP, whole: true, timezoneId: "America/New_York" },
  { name: "phone", path: MEETING, ...PHONE, whole: true, timezoneId: "Asia/Tokyo" },
  { name: "arabic", path: `/ar${MEETING}`, ...DESKTOP, whole: true },
  { name: "arabic-phone", path: `/ar${MEETING}`, ...PHONE, whole: true },
  { name: "chinese", path: `/zh${MEETING}`, ...DESKTOP, whole: true },
  { name: "russian-phone", path: `/ru${MEETING}`, ...PHONE, whole: true },
  { name: "dark", path: MEETING, ...DESKTOP, colorScheme: "dark", whole: true },
  { name: "print", path: MEETING, ...PAPER, whole: true, prepare: (page) => page.emulateMedia({ media: "print" }) },
  { name: "screen", path: `${MEETING}/screen`, ...HALL },
  { name: "screen-dark", path: `/fr${MEETING}/screen`, ...HALL, colorScheme: "dark" },
  { name: "sitting", path: `${MEETING}/slots/6`, ...DESKTOP, whole: true, timezoneId: "America/New_York" },
  { name: "sitting-phone", path: `/ar${MEETING}/slots/6`, ...PHONE, whole: true, timezoneId: "Asia/Tokyo" },
  { name: "item", path: `${MEETING}/items/4`, ...DESKTOP, whole: true },
  { name: "item-phone", path: `/zh${MEETING}/items/5`, ...PHONE, whole: true },
  { name: "nowhere", path: `/fr${MEETING}/slots/99`, ...PHONE },
  { name: "history", path: `/es${MEETING}/log`, ...DESKTOP, whole: true },
  { name: "body", path: BODY, ...DESKTOP },
  { name: "bodies", path: "/fr", ...PHONE },
  { name: "console", path: `${MEETING}/console`, ...DESKTOP, ...CONSOLE },
  { name: "console-phone", path: `/fr${MEETING}/console`, ...PHONE, ...CONSOLE },
  { name: "console-arabic-dark", path: `/ar${MEETING}/console`, ...PHONE, ...CONSOLE, colorScheme: "dark" },
  { name: "invite-phone", path: `/fr${MEETING}/console`, ...PHONE, isToday: true, whole: true, prepare: invite },
  { name: "setup-phone", path: "/setup#7K2M-9QXT-4HWP-CB3D", ...PHONE, ...SETUP },
  { name: "setup-arabic", path: "/ar/setup", ...DESKTOP, ...SETUP },
  { name: "console-sheet", path: `${MEETING}/console`, ...DESKTOP, ...SHEET },
  { name: "console-sheet-phone", path: `/ru${MEETING}/console`, ...PHONE, ...SHEET },
];

const service = await startTestService("https://plenary.example");
const browser = await launchBrowser();
try {
  await service.register(RECORD.body);
  await service.announce(RECORD);
  for (const { id, type, timestamp, data } of readEventFile("tests/stories/real-day.jsonl", { body: RECORD.body.id, meeting: RECORD.id })) {
    if (Date.parse(timestamp) > NOW.getTime()) break;
    await sendEvent(service, RECORD.body.id, id, { type, timestamp, data }, Date.now());
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, path, whole = false, isToday = false, prepare, ...options } of VIEWS) {
    const { page } = await openReader(browser, service.url, "/robots.txt", options);
    if (!isToday) await page.clock.setFixedTime(NOW);
    await page.goto(path);
    await prepare?.(page);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole });
    await page.context().close();
  }
  console.log(`Look at ${FOLDER}.`);
} finally {
  await browser.close();
  await service.stop();
}
