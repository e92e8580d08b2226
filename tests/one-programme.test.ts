import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingRecord } from "../src/meeting/record.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, nextId, SEED, send } from "./support/secretariat.ts";

/** Documents and facts that say one programme, as delegates' calendars are told of it. */

const ofItem = (id: string): string => `/${BODY}/${MEETING}/items/${id}.ics`;
const { items } = SEED.agenda;

/** The shipped agenda with a new item 3: all after it have one number more. */
const INSERTED: MeetingRecord = {
  ...SEED,
  agenda: {
    ...SEED.agenda,
    symbol: "CTOC/COP/WG.4/2010/1/Rev.1",
    items: [
      ...items.slice(0, 2),
      { number: "3", title: "International cooperation" },
      ...items.slice(2).map((item) => ({ ...item, number: String(Number(item.number) + 1) })),
    ],
  },
  documents: [],
  slots: SEED.slots.map((slot) => {
    const later = (number: string): string => (/^[3-8]$/.test(number) ? String(Number(number) + 1) : number);
    const added = slot.number === "2" ? ["3"] : [];
    return { ...slot, items: [...added, ...slot.items.map(later)], ...(slot.continued && { continued: slot.continued.map(later) }) };
  }),
};

const revise = (record: MeetingRecord, id?: string, at?: string) =>
  send("agenda.revised", { ...(at !== undefined && { at }), data: { record } }, id === undefined ? {} : { id });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the address of an item", () => {
  it("that came with a revision answers though the revision is withdrawn, and is never another's", async () => {
    const revision = nextId();
    await revise(INSERTED, revision);
    expect(reread(await feedText(ofItem("3~2"))).map(({ status }) => status)).toEqual(["TENTATIVE"]);
    await send("event.withdrawn", { data: { event: revision } });
    const [entry] = reread(await feedText(ofItem("3~2")));
    expect(entry).toMatchObject({ status: "CANCELLED" });
    expect(entry?.description).toContain("International cooperation");
    await revise({
      ...INSERTED,
      agenda: {
        ...INSERTED.agenda,
        items: INSERTED.agenda.items.map((item) => (item.number === "3" ? { ...item, title: "Other" } : item)),
      },
    });
    const later = await feedText(ofItem("3~2"));
    expect(later).toContain("International cooperation");
    expect(later).not.toContain("3. Other");
    expect(await feedText(ofItem("3~3"))).toContain("3. Other");
  });

  it("that was a part and has left the agenda has none of the sittings on what it was a part of", async () => {
    const [first, ...others] = items;
    if (!first?.subitems) throw new Error("the shipped meeting has an item with parts");
    await revise({
      ...SEED,
      agenda: { ...SEED.agenda, items: [{ ...first, subitems: first.subitems.slice(0, 1) }, ...others] },
      slots: SEED.slots.map((slot) => (slot.number === "1" ? { ...slot, items: ["1", "2"] } : slot)),
    });
    expect(reread(await feedText(ofItem("1b"))).map(({ uid, status }) => [uid, status])).toEqual([
      [`${BODY}.${MEETING}.item-1b`, "CANCELLED"],
    ]);
    expect(reread(await feedText(ofItem("1a"))).map(({ uid }) => uid)).toContain(`${BODY}.${MEETING}.slot-1`);
  });
});

describe("a fact that comes late", () => {
  it("names an item by the number that it had when it happened", async () => {
    const without = {
      ...SEED,
      agenda: { ...SEED.agenda, items: items.slice(0, -1) },
      documents: [],
      slots: SEED.slots.map((slot) => ({ ...slot, items: slot.items.filter((item) => item !== "8") })),
    };
    await revise(without, undefined, "2010-01-20T09:00:00Z");
    const issued = { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["8"] }] };
    expect((await send("documents.issued", { at: "2010-01-21T09:00:00Z", data: issued })).status).toBe(422);
    expect(await send("documents.issued", { at: "2010-01-19T09:00:00Z", data: issued })).toMatchObject({
      status: 200,
      answer: { outcome: "applied", warnings: [{ code: "late" }] },
    });
    expect((await get(ofItem("8"))).status).toBe(200);
  });
});

describe("a document with one word more", () => {
  const corrected: MeetingRecord = {
    ...SEED,
    agenda: {
      ...SEED.agenda,
      symbol: "CTOC/COP/WG.4/2010/1/Corr.1",
      items: items.map((item) => (item.number === "7" ? { ...item, title: "Any other matters" } : item)),
    },
  };

  it("keeps what was moved, cancelled, relocated and added, and writes nothing of it in any calendar", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00" } });
    await send("slot.cancelled", { data: { slot: "5" } });
    await send("slot.relocated", { data: { slot: "4", venue: "Board Room A" } });
    await send("slot.added", { data: { slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: [] } });
    const feeds = ["3", "4", "5", "7"].map((slot) => `/${BODY}/${MEETING}/slots/${slot}.ics`);
    const before = await Promise.all(feeds.map(feedText));
    const { answer } = await revise(corrected);
    expect(answer).toMatchObject({ outcome: "applied" });
    const differences = answer["differences"] as readonly { readonly path: string; readonly outcome: string }[];
    expect(differences.filter(({ outcome }) => outcome === "kept").map(({ path }) => path)).toEqual(
      expect.arrayContaining(["slots.3.time", "slots.4.venue", "slots.5"]),
    );
    const unfold = (feed: string): string => feed.replaceAll(/\r\n /g, "");
    expect((await Promise.all(feeds.map(feedText))).map(unfold)).toEqual(before.map(unfold));
    expect(await feedText(`/${BODY}/${MEETING}/slots/6.ics`)).toContain("Any other matters");
  });
});

describe("a revision that inserts an item", () => {
  it("leaves followers of an item with its subject, at its address, and its status with it", async () => {
    await send("item.concluded", { data: { item: "4" } });
    await revise(INSERTED);
    const followed = reread(await feedText(ofItem("4")));
    expect(followed.map(({ description }) => description).join()).toContain("5. Good practices and tools in discouraging the demand");
    expect(followed.map(({ description }) => description).join()).toContain("item 4 is now item 5");
    const { items: statuses } = await (await get(`/${BODY}/${MEETING}.json`)).json<{ items: Record<string, unknown> }>();
    expect(statuses).toMatchObject({ "5": "concluded" });
    expect(await feedText(ofItem("3~2"))).toContain("International cooperation");
  });
});

describe("one fact under two ids", () => {
  it("is unchanged the second time, and raises no SEQUENCE", async () => {
    const fact = { data: { slot: "3", start: "2010-01-28T09:00" } };
    await send("slot.rescheduled", fact);
    const before = await feedText(`/${BODY}/${MEETING}/slots/3.ics`);
    expect(await send("slot.rescheduled", fact)).toMatchObject({ status: 200, answer: { outcome: "unchanged", changed: [] } });
    expect(await feedText(`/${BODY}/${MEETING}/slots/3.ics`)).toBe(before);
  });
});

describe("an item that was deferred", () => {
  it("stays in the entry of the sitting that took it up, which says what became of it", async () => {
    await send("meeting.opened");
    await send("slot.opened", { at: "2010-01-28T09:05:00Z", data: { slot: "3" } });
    await send("item.taken_up", { at: "2010-01-28T09:10:00Z", data: { item: "4" } });
    await send("item.deferred", { at: "2010-01-28T10:00:00Z", data: { item: "4" } });
    const [entry, ...others] = reread(await feedText(ofItem("4"))).filter(({ status }) => status !== "CANCELLED");
    expect(others).toEqual([]);
    expect(entry?.uid).toContain(".slot-3");
    expect(entry?.summary).toContain("Item 4");
    expect(entry?.description).toContain("item 4 deferred to the next session");
  });

  it("is told as such at the time of its sitting, and as taken up again once it is", async () => {
    await send("item.deferred", { data: { item: "4" } });
    const own = async () => reread(await feedText(ofItem("4"))).find(({ uid }) => uid.includes(".item-"));
    expect(await own()).toMatchObject({ status: "CANCELLED", start: expect.stringMatching(/^2010-01-28T10:00/) as string });
    await send("item.reopened", { at: "2010-01-27T09:30:00Z", data: { item: "4" } });
    await send("item.scheduled", { at: "2010-01-27T09:31:00Z", data: { item: "4", slot: "6" } });
    const taken = reread(await feedText(ofItem("4"))).filter(({ status }) => status !== "CANCELLED");
    expect(taken.map(({ start }) => start.slice(0, 16))).toEqual(["2010-01-29T15:00"]);
  });
});
