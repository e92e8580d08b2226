import { afterAll, beforeAll, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { startTestService, type Service } from "./service.ts";

/** What anyone may ask of a meeting with as many corrections as events, all at once. */

const MEETING = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const PAGE = `/${MEETING.body.id}/${MEETING.id}`;
const EVENTS = 60;
const VERSIONS = 1 + 2 * EVENTS;

let service: Service;
beforeAll(async () => {
  service = await startTestService();
  await service.register(MEETING.body);
  await service.announce(MEETING);
  const ids: string[] = [];
  for (let at = 0; at < EVENTS; at += 1) {
    const id = createWebhookId();
    const data = { body: MEETING.body.id, meeting: MEETING.id, slot: String(1 + (at % 6)), venue: `Room ${at}` };
    const sent = await sendEvent(service, data.body, id, { type: "slot.relocated", timestamp: "2010-01-20T09:00:00Z", data }, Date.now());
    if (!sent.ok) throw new Error(sent.error.detail);
    ids.push(id);
  }
  for (const event of ids) await service.report(MEETING, { type: "event.withdrawn", event });
});
afterAll(() => service.stop());

it("is answered one at a time, or with when to come back, and feeds are answered meanwhile", async () => {
  const heavy = [
    `${PAGE}/report.txt`,
    ...Array.from({ length: 40 }, (_, at) => `${PAGE}.json?version=${VERSIONS - at}`),
    ...LANGUAGES.flatMap((language) => [`/${language}${PAGE}/log?until=90`, `${PAGE}/log.json?lang=${language}`]),
  ];
  const feeds = Array.from({ length: 20 }, (_, at) => `${PAGE}/slots/${1 + (at % 6)}.ics?lang=${LANGUAGES[at % LANGUAGES.length] ?? "en"}`);
  const fetchStatus = async (path: string) => {
    const response = await fetch(`${service.url}${path}`);
    await response.arrayBuffer();
    return { status: response.status, retry: response.headers.get("retry-after") };
  };
  const [texts, calendars] = await Promise.all([Promise.all(heavy.map(fetchStatus)), Promise.all(feeds.map(fetchStatus))]);
  expect(new Set(calendars.map(({ status }) => status))).toEqual(new Set([200]));
  expect(texts.filter(({ status }) => status === 200).length).toBeGreaterThan(20);
  for (const { status, retry } of texts) if (status !== 200) expect([status, retry]).toEqual([503, "10"]);
  for (const path of heavy) expect((await fetchStatus(path)).status, path).toBe(200);
});

it("says of a version what was known then, and of all withdrawn events nothing", async () => {
  const read = async (query: string) =>
    (await (await service.get(`${PAGE}.json${query}`)).json()) as { readonly entries: readonly { location?: unknown; sequence: number }[] };
  const [first, last, middle] = [await read("?version=1"), await read(""), await read(`?version=${1 + EVENTS}`)];
  const places = ({ entries }: Awaited<ReturnType<typeof read>>) => entries.map(({ location }) => location);
  expect(places(last)).toEqual(places(first));
  expect(JSON.stringify(places(middle))).toContain(`Room ${EVENTS - 1}`);
  expect(await (await service.get(`${PAGE}/report.txt`)).text()).not.toContain("Room");
});
