import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { formatBodyPath, formatMeetingPath } from "../../src/calendar/addresses.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { startTestService } from "../node/service.ts";
import { launchBrowser } from "./chromium.ts";
import { openReader, type Reader, type Visit } from "./reader.ts";

const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");

/** Milliseconds: Chromium may never say that a profile with a service worker is gone. It goes with the browser, at the file's end. */
const CLOSING = 5000;

/** Every kind of page that there is for a meeting, in English. */
export const pagesOf = (meeting: MeetingRecord): readonly string[] => {
  const page = pageOf(meeting);
  const body = formatBodyPath(meeting.body.id);
  const ofMeeting = ["", "/agenda", "/slots/3", "/items/4", "/log", "/screen"].map((part) => `${page}${part}`);
  const own = `/my/${meeting.body.id}.${meeting.id}.s3.i4`;
  return [...ofMeeting, body, own, "/my", "/", "/bodies/2010", "/problems", `/embed${page}`, `/embed${page}/now`, `/embed${body}`];
};

export const pageOf = ({ body, id }: MeetingRecord): string => formatMeetingPath(body.id, id);

/**
 * A test in a real browser: `service` is the file's own, the seed's body registered; `meeting` is a copy of the seed that is
 * announced for this test alone; `visit(path)` opens a page for a new reader, and no page may have complained in the end.
 */
export const it = test
  // oxlint-disable-next-line no-empty-pattern -- vitest reads the names of what is needed
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // oxlint-disable-next-line no-empty-pattern -- as above
  .extend("service", { scope: "file" }, async ({}, { onCleanup }) => {
    const service = await startTestService();
    onCleanup(() => service.stop());
    await service.register(SEED.body);
    return service;
  })
  .extend("meeting", async ({ service }) => {
    const meeting = { ...SEED, id: `copy-${crypto.randomUUID().slice(0, 8)}` };
    await service.announce(meeting);
    return meeting;
  })
  .extend("visit", async ({ browser, service }, { onCleanup }) => {
    const readers: Reader[] = [];
    onCleanup(async () => {
      for (const { page } of readers) await Promise.race([page.context().close(), setTimeout(CLOSING)]);
      expect(readers.flatMap(({ complaints }) => complaints)).toEqual([]);
    });
    return async (path: string, options?: Visit): Promise<Page> => {
      const reader = await openReader(browser, service.url, path, options);
      readers.push(reader);
      return reader.page;
    };
  });
