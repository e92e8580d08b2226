import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { request } from "node:http";
import type { Browser, Page } from "playwright-core";
import { formatBodyPath, formatMeetingPath } from "../../src/calendar/addresses.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { addDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { startTestService } from "../node/service.ts";
import { launchBrowser } from "./chromium.ts";
import { buildConference } from "./conference.ts";
import { openReader } from "./reader.ts";
import { shiftDays } from "./shift-days.ts";

/**
 * `npm run first-views [FOLDER]`: what a delegate gets first, of small meetings and great ones, today: octets on the line, height on a
 * phone, where the day begins, time on a slow processor. Pictures of each at the widths of devices go to the folder.
 */

const FOLDER = process.argv[2] ?? "dist/first-views";
const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const TODAY = new Date().toISOString().slice(0, 10);

const WIDTHS = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
] as const;

/** A meeting under an id of its own whose day number `day` is today. */
const placeToday = (record: MeetingRecord, id: string, day: number): MeetingRecord => ({
  ...shiftDays(record, addDays(record.opensOn, day), TODAY),
  id,
});

/** Five days with two sittings each. */
const COMMISSION = buildConference(SEED, { days: 5, rooms: 1, hours: ["10", "15"], items: 12 });

/** Fourteen days in twenty rooms, 2,000 sittings, 300 items in six languages. */
const buildGreat = (): MeetingRecord => {
  const hours = ["08", "09", "10", "11", "13", "15", "16", "17"];
  const record = buildConference(SEED, { days: 14, rooms: 20, hours, items: 300 });
  const items = record.agenda.items.map((item) => ({
    ...item,
    title: Object.fromEntries(
      ["ar", "en", "es", "fr", "ru", "zh"].map((language) => [
        language,
        `${typeof item.title === "string" ? item.title : ""} (${language})`,
      ]),
    ),
  }));
  // Without the rooms of the evening's last hour on most days.
  return { ...record, agenda: { ...record.agenda, items }, slots: record.slots.filter((_, at) => at % 160 < 143).slice(0, 2000) };
};

const MEETINGS = [
  placeToday(SEED, "before", -3),
  placeToday(SEED, "during", 1),
  placeToday(SEED, "after", 5),
  placeToday(COMMISSION, "commission", 2),
  placeToday(buildConference(SEED, { days: 2, rooms: 3, hours: ["10", "15"], items: 8 }), "three", 1),
  placeToday(buildConference(SEED, { days: 2, rooms: 6, hours: ["10", "15"], items: 8 }), "six", 1),
  placeToday(buildGreat(), "great", 6),
] as const;

const pageOf = (id: string): string => formatMeetingPath(SEED.body.id, id);

const VIEWS = [
  ...MEETINGS.map(({ id }) => ({ name: id, path: pageOf(id) })),
  { name: "before-agenda", path: `${pageOf("before")}/agenda` },
  { name: "great-agenda", path: `${pageOf("great")}/agenda` },
  { name: "great-all", path: `${pageOf("great")}/programme` },
  { name: "arabic", path: `/ar${pageOf("during")}` },
  { name: "chinese", path: `/zh${pageOf("three")}` },
  { name: "embed", path: `/embed${pageOf("three")}` },
  { name: "front", path: "/" },
  { name: "year", path: `/bodies/${TODAY.slice(0, 4)}` },
  { name: "body", path: formatBodyPath(SEED.body.id) },
] as const;

const SCREENS = ["during", "three", "six"].map((id) => ({ name: `screen-${id}`, path: `${pageOf(id)}/screen` }));

/** Octets of a page as they go over the line. */
const countOctets = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { headers: { "accept-encoding": "gzip" } }, (response) => {
      let octets = 0;
      response.on("data", (chunk: Buffer) => (octets += chunk.byteLength));
      response.on("end", () => resolve(octets));
    });
    asked.on("error", reject).end();
  });

interface Figures {
  readonly name: string;
  readonly octets: number;
  readonly height: number;
  /** Pixels from the top to where the programme of the day begins. */
  readonly dayAt: number | undefined;
}

const measure = async (page: Page): Promise<Pick<Figures, "height" | "dayAt">> =>
  page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    dayAt: document.querySelector(".day")?.getBoundingClientRect().top,
  }));

/** Milliseconds to a first view, and from a letter to what is found, with the processor four times slower. */
const timeSlowly = async (browser: Browser, origin: string, path: string): Promise<{ readonly view: number; readonly search?: number }> => {
  const { page } = await openReader(browser, origin, "/robots.txt", WIDTHS[1] && { viewport: WIDTHS[1] });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const start = performance.now();
  await page.goto(path, { waitUntil: "load" });
  await page.locator("h1").waitFor();
  const view = performance.now() - start;
  const box = page.getByRole("searchbox");
  const isLong = (await box.count()) > 0;
  const began = performance.now();
  if (isLong) {
    await box.fill("room 7");
    await page.locator(".finder output:not(:empty)").waitFor();
  }
  const search = isLong ? performance.now() - began : undefined;
  await page.context().close();
  return { view: Math.round(view), ...(search !== undefined && { search: Math.round(search) }) };
};

const service = await startTestService();
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await service.register(SEED.body);
  for (const meeting of MEETINGS) await service.announce(meeting);
  for (let body = 0; body < 39; body += 1) {
    const record = {
      id: `body-${body}`,
      name: `${["Commission on", "Working Group on", "Committee of"][body % 3]} subject ${body}`,
      parent: `Union ${body % 4}`,
    };
    await service.register(record);
    for (let year = 0; year < 8; year += 1) {
      const opensOn = addDays(TODAY, body * 3 - 40 - year * 365);
      await service.announce({
        ...SEED,
        body: record,
        id: opensOn,
        opensOn,
        closesOn: addDays(opensOn, 4),
        title: `Session ${8 - year}`,
        slots: [],
      });
    }
  }
  const rows: Figures[] = [];
  for (const { name, path } of VIEWS) {
    const octets = await countOctets(`${service.url}${path}`);
    for (const viewport of WIDTHS) {
      const { page } = await openReader(browser, service.url, path, { viewport, timezoneId: "Europe/Vienna" });
      if (viewport.width === 390) rows.push({ name, octets, ...(await measure(page)) });
      await page.screenshot({ path: join(FOLDER, `${name}-${viewport.width}.png`), fullPage: viewport.width === 390 && octets < 60_000 });
      await page.context().close();
    }
  }
  for (const { name, path } of SCREENS)
    for (const viewport of [WIDTHS[4], { width: 1080, height: 1920 }, { width: 1280, height: 720 }]) {
      const { page } = await openReader(browser, service.url, path, { viewport, timezoneId: "Europe/Vienna" });
      await page.screenshot({ path: join(FOLDER, `${name}-${viewport.width}.png`) });
      await page.context().close();
    }
  for (const id of ["during", "great"]) {
    const { page } = await openReader(browser, service.url, pageOf(id), { viewport: WIDTHS[1], colorScheme: "dark" });
    await page.screenshot({ path: join(FOLDER, `${id}-dark.png`) });
    writeFileSync(join(FOLDER, `${id}.pdf`), await page.pdf({ format: "A4" }));
    await page.context().close();
  }
  console.table(rows);
  for (const path of [pageOf("great"), `${pageOf("great")}/programme`, pageOf("during")])
    console.log(path, await timeSlowly(browser, service.url, path));
} finally {
  await browser.close();
  await service.stop();
}
