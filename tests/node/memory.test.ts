import { expect, it } from "vitest";
import { readRecord } from "../../src/cli/announce.ts";
import { plusDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { startTestService } from "./service.ts";

const SHIPPED = readRecord("data/meetings/ctoc-cop-wg4-2010.json");
const MEETINGS = 300;
const SLOTS = 100;

const meetingOf = (id: string): MeetingRecord => ({
  ...SHIPPED,
  id,
  closesOn: plusDays(SHIPPED.opensOn, SLOTS),
  slots: Array.from({ length: SLOTS }, (_, at) => {
    const date = plusDays(SHIPPED.opensOn, at);
    return { number: String(at + 1), start: `${date}T10:00`, end: `${date}T11:00`, items: ["2"] };
  }),
});

it("serves one feed after another, of more meetings than memory holds", { timeout: 300_000 }, async () => {
  const service = await startTestService();
  try {
    await service.register(SHIPPED.body);
    for (let at = 0; at < MEETINGS; at += 1) await service.announce(meetingOf(`m-${at}`));
    for (let at = 0; at < MEETINGS; at += 1) {
      const feed = await (await service.get(`/${SHIPPED.body.id}/m-${at}.ics`)).text();
      expect(feed.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(SLOTS);
    }
  } finally {
    await service.stop();
  }
});
