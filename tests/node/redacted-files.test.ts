import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { backUp } from "../../src/cli/operations/backup.ts";
import { listObjects } from "../../src/cli/operations/stored-objects.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { startTestService, type Service } from "./service.ts";

/** What is left in files of words that were removed. */

const MEETING = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: MEETING.body.id, meeting: MEETING.id };
const WORDS = "Mrs. Quackenbush-Zylberstein";

let service: Service;
beforeAll(async () => {
  service = await startTestService();
  await service.register(MEETING.body);
  await service.announce(MEETING);
});
afterAll(() => service.stop());

const countIn = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + (existsSync(file) ? readFileSync(file).toString("latin1").split("Quackenbush").length - 1 : 0), 0);

const filesOf = (objects: string): readonly string[] =>
  (["plenary-body", "plenary-directory"] as const).flatMap((kind) => listObjects(objects, kind)).flatMap((file) => [file, `${file}-wal`]);

it(
  "is nothing, neither in the database nor in its log of writes, once its object has slept, nor in a backup",
  { timeout: 120_000 },
  async () => {
    const noted = createWebhookId();
    for (let at = 0; at < 40; at += 1) {
      const id = at === 20 ? noted : createWebhookId();
      const data = { ...ABOUT, slot: "3", venue: `Room ${at}`, note: `${WORDS} asked for it, for the ${at}th time.` };
      expect(
        (await sendEvent(service, ABOUT.body, id, { type: "slot.relocated", timestamp: "2010-01-28T09:20:00Z", data }, Date.now())).ok,
      ).toBe(true);
    }
    const objects = join(service.state, "objects");
    expect(countIn(filesOf(objects))).toBeGreaterThan(40);
    const documents = [{ symbol: "A/1", title: `Statement by ${WORDS}` }];
    const issued = createWebhookId();
    const event = { type: "documents.issued", timestamp: "2010-01-28T09:20:00Z", data: { ...ABOUT, documents } };
    expect((await sendEvent(service, ABOUT.body, issued, event, Date.now())).ok).toBe(true);
    // Each note is another text.
    const log = (await (await service.get(`/${ABOUT.body}/${ABOUT.meeting}/log.json`)).json()) as {
      readonly events: readonly { id: string; words: readonly string[] }[];
    };
    for (const { id } of log.events.filter(({ words }) => words.length > 0))
      await service.report(MEETING, { type: "event.redacted", event: id });
    await service.report(MEETING, { type: "event.redacted", event: issued, pointers: ["/data/documents/0/title"] });
    expect(await (await service.get(`/${ABOUT.body}/${ABOUT.meeting}/log.json`)).text()).not.toContain("Quackenbush");
    const { folder } = await backUp(service.state, join(service.state, "backups"), new Date());
    expect(countIn(filesOf(join(folder, "objects")))).toBe(0);
    // The object sleeps after ten seconds in which nobody asks.
    await vi.waitFor(() => expect(countIn(filesOf(objects))).toBe(0), { timeout: 60_000, interval: 500 });
    expect((await service.get(`/${ABOUT.body}/${ABOUT.meeting}.ics`)).status).toBe(200);
  },
);
