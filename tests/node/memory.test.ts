import { expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { addDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { startTestService, type Service } from "./service.ts";

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");

/** Meetings that memory holds together. */
const KEPT = 45;

const HOURS = ["09", "11", "14", "16"];

const meetingOf = (id: string, sittings: number): MeetingRecord => ({
  ...SHIPPED,
  id,
  closesOn: addDays(SHIPPED.opensOn, sittings / HOURS.length),
  slots: Array.from({ length: sittings }, (_, at) => {
    const hour = `${addDays(SHIPPED.opensOn, Math.floor(at / HOURS.length))}T${HOURS[at % HOURS.length] ?? ""}`;
    return { number: String(at + 1), start: `${hour}:00`, end: `${hour}:50`, items: ["2"] };
  }),
});

const annotated = (record: MeetingRecord): MeetingRecord => ({
  ...record,
  agenda: {
    ...record.agenda,
    items: Array.from({ length: 24 }, (_, at) => ({ number: String(at + 1), title: "Matters", annotation: "Annotation ".repeat(1800) })),
  },
  documents: [],
});

const entriesIn = (feed: string): number => feed.match(/BEGIN:VEVENT/g)?.length ?? 0;

const poll = async (service: Service, headers: Record<string, string> = {}) => {
  const response = await fetch(`${service.url}/${SHIPPED.body.id}.ics`, { headers });
  await response.arrayBuffer();
  return { status: response.status, etag: response.headers.get("etag") ?? "" };
};

const withService = async (task: (service: Service) => Promise<void>): Promise<void> => {
  const service = await startTestService();
  try {
    await task(service);
  } finally {
    await service.stop();
  }
};

it.for([
  { what: "many sittings", of: (id: string) => meetingOf(id, 100) },
  { what: "few sittings and long annotations", of: (id: string) => annotated(meetingOf(id, 4)) },
])("serves one feed after another in every language, of more meetings than memory holds: of $what", { timeout: 300_000 }, ({ of }) =>
  withService(async (service) => {
    const meetings = Array.from({ length: 300 }, (_, at) => of(`m-${at}`));
    await service.register(SHIPPED.body);
    for (const meeting of meetings) await service.announce(meeting);
    const read = async ({ id, slots }: MeetingRecord, lang: string): Promise<void> => {
      const feed = await (await service.get(`/${SHIPPED.body.id}/${id}.ics?lang=${lang}`)).text();
      expect(entriesIn(feed)).toBeGreaterThanOrEqual(slots.length);
    };
    for (const meeting of meetings) await read(meeting, "en");
    // What is kept of the last ones stays: in one language after the other, their texts must not pile up.
    for (const lang of LANGUAGES) for (const meeting of meetings.slice(-KEPT)) await read(meeting, lang);
    expect((await poll(service)).status).toBe(200);
  }),
);

it.for([
  { meetings: 60, sittings: 100 },
  { meetings: 12, sittings: 1000 },
])(
  "answers the next poll of a body's feed by its tag: $meetings meetings of $sittings sittings",
  { timeout: 300_000 },
  ({ meetings, sittings }) =>
    withService(async (service) => {
      await service.register(SHIPPED.body);
      for (let at = 0; at < meetings; at += 1) await service.announce(meetingOf(`m-${at}`, sittings));
      const first = await poll(service);
      expect(first.status).toBe(200);
      const again = await poll(service, { "if-none-match": first.etag });
      expect(again.status).toBe(304);
    }),
);
