import { expect, it } from "vitest";
import { readRecord } from "../../src/cli/announce.ts";
import { plusDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { startTestService } from "./service.ts";

const SHIPPED = readRecord("data/meetings/ctoc-cop-wg4-2010.json");
const MEETINGS = 300;
const SLOTS = 100;
/** Meetings that memory holds together. */
const KEPT = 45;

const meetingOf = (id: string): MeetingRecord => ({
  ...SHIPPED,
  id,
  closesOn: plusDays(SHIPPED.opensOn, SLOTS),
  slots: Array.from({ length: SLOTS }, (_, at) => {
    const date = plusDays(SHIPPED.opensOn, at);
    return { number: String(at + 1), start: `${date}T10:00`, end: `${date}T11:00`, items: ["2"] };
  }),
});

it("serves one feed after another in every language, of more meetings than memory holds", { timeout: 300_000 }, async () => {
  const service = await startTestService();
  try {
    await service.register(SHIPPED.body);
    for (let at = 0; at < MEETINGS; at += 1) await service.announce(meetingOf(`m-${at}`));
    const read = async (at: number, lang: string): Promise<void> => {
      const feed = await (await service.get(`/${SHIPPED.body.id}/m-${at}.ics?lang=${lang}`)).text();
      expect(feed.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(SLOTS);
    };
    for (let at = 0; at < MEETINGS; at += 1) await read(at, "en");
    // What is kept of the last ones stays: in one language after the other, their texts must not pile up.
    for (const lang of LANGUAGES) for (let at = MEETINGS - KEPT; at < MEETINGS; at += 1) await read(at, lang);
  } finally {
    await service.stop();
  }
});
