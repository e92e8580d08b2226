import { env } from "cloudflare:workers";
import { evictAllDurableObjects, reset, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseText } from "../src/meeting/text.ts";
import { entryBytes } from "./support/reread.ts";
import { announce, BODY, feedText, get, healthLater, MEETING, SEED, send } from "./support/secretariat.ts";

const FEED = "/all.ics";
const UID = `${BODY}.${MEETING}`;

/** Two seconds on, when nothing is served any more without asking. */
const wait = (): void => void vi.setSystemTime(Date.now() + 2000);
const entryOf = async (uid = UID, query = ""): Promise<string | undefined> => {
  wait();
  return entryBytes((await feedText(`${FEED}${query}`)).replaceAll("\r\n ", "")).get(uid);
};
const sequenceOf = async (uid = UID): Promise<number> => Number(/SEQUENCE:(\d+)/.exec((await entryOf(uid)) ?? "")?.[1]);
const announceAlso = (id: string, opensOn: string, closesOn: string) =>
  send("meeting.announced", {
    at: "2009-12-11T09:00:00Z",
    data: { meeting: id, record: { ...SEED, id, opensOn, closesOn, slots: [{ number: "1", start: `${opensOn}T10:00`, items: ["1"] }] } },
  });

beforeEach(async () => {
  await reset();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2009, 11, 12) });
  await announce();
});
afterEach(() => void vi.useRealTimers());

describe("the calendar of all bodies", () => {
  it("has one entry for each meeting, over its days", async () => {
    const feed = (await feedText(FEED)).replaceAll("\r\n ", "");
    expect([...entryBytes(feed)]).toEqual([
      [
        UID,
        [
          "BEGIN:VEVENT",
          `UID:${UID}`,
          "SEQUENCE:0",
          "DTSTAMP:20091212T000000Z",
          "DTSTART;VALUE=DATE:20100127",
          "DTEND;VALUE=DATE:20100130",
          "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
          "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE",
          `SUMMARY:TIP WG: ${chooseText(SEED.title, "en")}`,
          "TRANSP:TRANSPARENT",
          "LOCATION:Vienna",
          `DESCRIPTION:Unofficial demonstration.\\nhttps://plenary.example/${BODY}/${MEETING}`,
          "CATEGORIES:TIP WG",
          `URL;VALUE=URI:https://plenary.example/${BODY}/${MEETING}`,
          "STATUS:CONFIRMED",
          "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
          "LAST-MODIFIED:20091212T000000Z",
          "END:VEVENT",
          "",
        ].join("\r\n"),
      ],
    ]);
    expect(feed).toContain("X-WR-CALNAME:Conferences and meetings\r\n");
    expect(feed).toContain(`SOURCE;VALUE=URI:https://plenary.example${FEED}\r\n`);
    expect(feed).not.toContain("VTIMEZONE");
  });

  it("raises an entry's SEQUENCE where it changes, and for no step of the meeting beside", async () => {
    const first = await sequenceOf();
    for (const step of ["meeting.opened", "agenda.adopted"]) await send(step, { at: "2009-12-12T00:00:00Z" });
    await send("slot.cancelled", { at: "2009-12-12T00:00:00Z", data: { slot: "5" } });
    expect(await sequenceOf()).toBe(first);
    await send("meeting.cancelled", { at: "2009-12-12T00:00:00Z", data: { reason: "Venue lost" } });
    expect(await sequenceOf()).toBe(first + 1);
    expect(await entryOf()).toMatch(/SUMMARY:CANCELLED: TIP WG[\s\S]*STATUS:CANCELLED/);
  });

  it("says of a meeting that is postponed that its dates no longer hold, and then the new ones", async () => {
    await send("meeting.postponed", { at: "2009-12-12T00:00:00Z" });
    expect(await entryOf()).toMatch(/SUMMARY:TIP WG \(postponed\): [\s\S]*DESCRIPTION:Postponed: [\s\S]*STATUS:TENTATIVE/);
    const postponed = await sequenceOf();
    const move = (time: string): string => time.replace("2010", "2012");
    const slots = SEED.slots.map(({ end = "", ...slot }) => ({ ...slot, start: move(slot.start), end: move(end) }));
    const dates = { opensOn: "2012-01-27", closesOn: "2012-01-29", slots };
    expect(await send("meeting.rescheduled", { at: "2009-12-12T00:00:00Z", data: dates })).toMatchObject({ status: 200 });
    expect(await sequenceOf()).toBe(postponed + 1);
    expect(await entryOf(), "although that is later than a year from now").toMatch(/DTSTART;VALUE=DATE:20120127/);
  });

  it("has the meetings of the coming twelve months, and keeps those of the past twelve", async () => {
    await announceAlso("later", "2010-12-13", "2010-12-14");
    await announceAlso("ended", "2008-12-01", "2008-12-11");
    await announceAlso("soon", "2010-12-12", "2010-12-14");
    await announceAlso("past", "2008-12-01", "2008-12-12");
    wait();
    const uids = async () => [...entryBytes(await feedText(FEED)).keys()];
    expect(await uids()).toEqual(["soon", MEETING, "past"].map((id) => `${BODY}.${id}`));
    const { headers } = await get(FEED);
    vi.setSystemTime(Date.UTC(2009, 11, 13));
    expect(await uids()).toEqual(["later", "soon", MEETING].map((id) => `${BODY}.${id}`));
    expect((await get(FEED, { "if-none-match": headers.get("etag") ?? "" })).status, "the day is in its tag").toBe(200);
  });

  it("is told unchanged by its tag while nothing that it says changes, and has no date", async () => {
    const { headers } = await get(FEED);
    await send("meeting.opened", { at: "2009-12-12T00:00:00Z" });
    wait();
    expect((await get(FEED, { "if-none-match": headers.get("etag") ?? "" })).status).toBe(304);
    expect(headers.get("last-modified")).toBeNull();
  });

  it.for(["ar", "es", "fr", "ru", "zh"])("is there in another language, under the same UIDs: %s", async (language) => {
    expect(await entryOf(UID, `?lang=${language}`)).toContain(`UID:${UID}\r\n`);
    expect(await feedText(`${FEED}?lang=${language}`)).not.toContain("Conferences and meetings");
  });

  it("says cancelled meetings as it is asked to", async () => {
    await announceAlso("other", "2010-02-01", "2010-02-02");
    await send("meeting.cancelled", { at: "2009-12-12T00:00:00Z" });
    expect(await entryOf(UID, "?cancelled=text")).toContain("STATUS:CONFIRMED");
    expect(await entryOf(UID, "?cancelled=omit")).toBeUndefined();
  });

  it("wakes no body", async () => {
    await evictAllDurableObjects();
    const woken = vi.spyOn(env.BODIES, "getByName");
    wait();
    expect((await get(FEED)).status).toBe(200);
    expect(woken).not.toHaveBeenCalled();
    woken.mockRestore();
  });

  it("never goes back to a lower SEQUENCE, though the directory is lost", async () => {
    await send("meeting.postponed", { at: "2009-12-12T00:00:00Z" });
    const before = await sequenceOf();
    await runInDurableObject(env.DIRECTORY.getByName("directory"), (_, { storage }) => {
      storage.sql.exec("DELETE FROM meetings");
      storage.sql.exec("UPDATE bodies SET listing = 0, position = 0");
    });
    await healthLater();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2009, 11, 12, 1) });
    expect(await sequenceOf()).toBeGreaterThan(before);
  });
});

it("a service without a meeting has no calendar of all bodies", async () => {
  await reset();
  vi.setSystemTime(Date.UTC(2009, 11, 14));
  expect((await get(FEED)).status).toBe(404);
});
