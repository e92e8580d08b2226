import { parseAtomFeed } from "feedsmith";
import Parser from "rss-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import { startTestService, type Service } from "./service.ts";

/** Change feeds as readers of news get them, by two that are not ours: each has its own way to read XML. */

const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = SEED.body.id;
const ORIGIN = "https://calendar.example.org";

let service: Service;
let slip: string;

const read = async (path: string) => {
  const text = await (await service.get(path)).text();
  const feed = parseAtomFeed(text);
  const again = await new Parser().parseString(text);
  expect(again.items.map(({ title }) => title)).toEqual(feed.entries?.map(({ title }) => title?.value));
  return { text, feed, titles: again.items.map(({ title }) => title ?? "") };
};

beforeAll(async () => {
  service = await startTestService(ORIGIN);
  await service.register(SEED.body);
  await service.announce(SEED, "2009-12-10T09:00:00Z");
  await service.report(SEED, { type: "meeting.opened" });
  await service.report(SEED, { type: "slot.rescheduled", slot: "4", start: "2010-01-28T16:00" });
  await service.report(SEED, { type: "slot.rescheduled", slot: "4", start: "2010-01-28T16:00" });
  slip = createWebhookId();
  const data = { body: BODY, meeting: SEED.id, slot: "5", reason: "Consultations\ufffe <b>& more</b>\u0301" };
  await sendEvent(service, BODY, slip, { type: "slot.cancelled", timestamp: "2010-01-27T09:00:00Z", data }, Date.now());
});
afterAll(() => service.stop());

describe("the change feed", () => {
  it("of a meeting has an entry for each event that changed something, the latest first, in the history's words", async () => {
    const { feed, titles } = await read(`/${BODY}/2010.atom`);
    expect(titles).toEqual([
      "The sitting of Friday morning, 29 January 2010 was cancelled.",
      expect.stringMatching(/^The sitting of Thursday afternoon.* 4 p\.m\.$/),
      "The meeting was opened.",
      "The provisional agenda was issued.",
    ]);
    expect(feed).toMatchObject({
      id: `${ORIGIN}/${BODY}/2010.atom`,
      updated: feed.entries?.[0]?.updated,
      authors: [{ name: SEED.body.name }],
      links: [{ rel: "self" }, { rel: "alternate", href: `${ORIGIN}/${BODY}/2010` }],
    });
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(4);
  });

  it("has the secretariat's own words as they were said, and nothing that is no XML", async () => {
    const { feed, text } = await read(`/${BODY}/2010.atom`);
    expect(feed.entries?.[0]?.content?.value).toBe("Consultations <b>& more</b>\u0301");
    expect(text).not.toContain("<b>");
  });

  it("is in the language that is asked for, and says so", async () => {
    const { text, titles } = await read(`/${BODY}/2010.atom?lang=ru`);
    expect(titles[0]).toMatch(/29 января 2010/);
    expect(text).toContain('xml:lang="ru"');
    expect(text).toContain(`href="${ORIGIN}/ru/${BODY}/2010"`);
  });

  it("of a sitting or an item has what concerns it; of a body what concerns its meetings", async () => {
    expect((await read(`/${BODY}/2010/slots/5.atom`)).titles).toHaveLength(2);
    expect((await read(`/${BODY}/2010/slots/4.atom`)).titles).toEqual([expect.stringContaining("4 p.m."), expect.any(String)]);
    expect((await read(`/${BODY}/2010/items/1a.atom`)).titles).toEqual(["The provisional agenda was issued."]);
    const other = { ...SEED, id: "2011" };
    await service.announce(other, "2010-12-10T09:00:00Z");
    const { feed } = await read(`/${BODY}.atom`);
    expect(feed.entries?.[0]?.links?.[0]?.href).toBe(`${ORIGIN}/${BODY}/2011`);
    expect(feed.entries).toHaveLength(5);
  });

  it("is not sent again until something changes, and marks then what was withdrawn", async () => {
    const path = `/${BODY}/2010.atom`;
    const first = await service.get(path);
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await fetch(`${service.url}${path}`, { headers })).status).toBe(304);
    const before = await read(path);
    await service.report(SEED, { type: "event.withdrawn", event: slip });
    expect((await fetch(`${service.url}${path}`, { headers })).status).toBe(200);
    const after = await read(path);
    expect(after.titles[0]).toMatch(/^Withdrawn/);
    expect(after.feed.entries?.[1]?.id).toBe(before.feed.entries?.[0]?.id);
    expect(after.feed.entries?.[1]?.content?.value).toMatch(/^Withdrawn.*\nConsultations/);
  });

  it("has nothing of what was redacted", async () => {
    await service.report(SEED, { type: "event.redacted", event: slip });
    for (const path of [`/${BODY}.atom`, `/${BODY}/2010.atom`, `/${BODY}/2010/slots/5.atom`])
      expect((await read(path)).text, path).not.toContain("Consultations");
  });

  it("is found from the page of what it is about", async () => {
    for (const path of [`/${BODY}`, `/${BODY}/2010`, `/${BODY}/2010/slots/4`, `/${BODY}/2010/items/1a`]) {
      const page = await (await service.get(`/fr${path}`)).text();
      expect(page, path).toContain(`<link rel="alternate" type="application/atom+xml" href="${ORIGIN}${path}.atom?lang=fr"/>`);
    }
  });

  it.for([`/nobody.atom`, `/${BODY}/1999.atom`, `/${BODY}/2010/slots/99.atom`, `/${BODY}/2010/items/99.atom`])(
    "is not there at %s",
    async (path) => {
      expect((await fetch(`${service.url}${path}`)).status).toBe(404);
    },
  );
});
