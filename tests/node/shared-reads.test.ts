import { afterAll, beforeAll, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { startTestService, type Service } from "./service.ts";

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const MEETINGS = [RECORD.body.id, "other"].map((id) => ({ ...RECORD, body: { ...RECORD.body, id } }));
const EVENTS = 80;

let service: Service;
beforeAll(async () => {
  service = await startTestService();
  for (const meeting of MEETINGS) {
    await service.register(meeting.body);
    await service.announce(meeting);
  }
});
afterAll(() => service.stop());

it("answers all who ask for the same at once, in each language, while events change it", async () => {
  const statuses = new Map<number, number>();
  const poll = async (path: string): Promise<void> => {
    const response = await fetch(`${service.url}${path}`);
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  };
  const tell = async (meeting: (typeof MEETINGS)[number], desk: number): Promise<void> => {
    const address = `/${meeting.body.id}/${meeting.id}`;
    for (let at = 0; at < EVENTS; at += 1) {
      await service.report(meeting, { type: "slot.relocated", slot: "6", venue: `Room ${desk}-${at}` });
      await poll(`${address}.json`);
      const feeds = [`.ics`, `.ics?lang=${LANGUAGES[at % LANGUAGES.length] ?? "en"}`, "/items/3.ics", "/items/4.ics"];
      await Promise.all(feeds.map((feed) => poll(`${address}${feed}`)));
    }
  };
  await Promise.all([0, 1, 2, 3].flatMap((desk) => MEETINGS.slice(desk % 2, (desk % 2) + 1).map((meeting) => tell(meeting, desk))));
  expect([...statuses]).toEqual([[200, 4 * EVENTS * 5]]);
});
