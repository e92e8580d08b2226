import { describe, expect, it } from "vitest";
import { buildEntries } from "../../src/calendar/entries.ts";
import { ANNOUNCED, foldEvents, happened, RECORD, tell } from "./given.ts";

describe("the entry of a sitting that took an item in", () => {
  it("says from where, by the time to which that sitting moves since", () => {
    const story = [
      ANNOUNCED,
      happened("item.moved", { item: "4", from: "3", to: "4" }),
      happened("slot.added", { slot: "7", start: "2010-01-30T15:00", items: ["4"] }),
    ];
    const before = { log: [], state: foldEvents(story) };
    buildEntries(before.state);
    const { told } = tell(
      before,
      happened("slot.rescheduled", { slot: "3", start: "2010-01-29T19:00" }),
      Date.parse("2010-01-27T10:00:00Z"),
    );
    const entry = told.state && buildEntries(told.state).find(({ slot }) => slot === "7");
    expect(entry?.changes).toContainEqual(expect.objectContaining({ type: "item.moved", direction: "here", start: "2010-01-29T19:00" }));
  });
});

describe("the entry of a sitting that follows another", () => {
  const added = happened("slot.added", { slot: "7", start: "2010-01-27", after: { slot: "2" }, items: [] });
  const extend = (hour: string, timestamp: string) => happened("slot.extended", { slot: "2", end: `2010-01-27T${hour}` }, timestamp);
  const find = (...events: Parameters<typeof foldEvents>[0]) =>
    buildEntries(foldEvents([ANNOUNCED, added, ...events])).find(({ slot }) => slot === "7");

  it("begins when that is to end, wherever that is moved", () => {
    expect(find()).toMatchObject({ start: "2010-01-27T18:00", status: "TENTATIVE" });
    expect(find(extend("19:00", "2010-01-27T16:00:00Z"))).toMatchObject({ start: "2010-01-27T19:00" });
  });

  it("stays where it was shown once it has begun, or its day is over, whatever is said of that", () => {
    const begun = happened("slot.opened", { slot: "7" }, "2010-01-27T17:05:00Z");
    expect(find(begun, extend("19:00", "2010-01-27T17:20:00Z"))).toMatchObject({ start: "2010-01-27T18:00" });
    expect(find(extend("19:00", "2010-01-28T10:00:00Z"))).toMatchObject({ start: "2010-01-27T18:00" });
    const renamed = happened("slot.changed", { slot: "2", label: "5th plenary meeting" }, "2010-01-28T10:00:00Z");
    expect(find(begun, renamed)?.follows).toEqual({ slot: { start: "2010-01-27T15:00" } });
  });

  it("goes with that again by what is told late of the time before it began", () => {
    const begun = happened("slot.opened", { slot: "7" }, "2010-01-27T18:05:00Z");
    expect(find(begun, extend("19:00", "2010-01-27T16:00:00Z"))).toMatchObject({ start: "2010-01-27T19:00" });
  });
});

describe("the entry of a sitting that was cancelled and held all the same", () => {
  it("has nothing of an item that was deferred meanwhile, whatever the documents said since", () => {
    const items = [...RECORD.agenda.items, { number: "9", title: "Side events" }];
    const state = foldEvents([
      ANNOUNCED,
      happened("slot.cancelled", { slot: "3" }, "2010-01-20T09:00:00Z"),
      happened("agenda.revised", { record: { ...RECORD, agenda: { items } } }, "2010-01-21T09:00:00Z"),
      happened("item.deferred", { item: "4" }, "2010-01-22T09:00:00Z"),
      happened("slot.adjourned", { slot: "3" }, "2010-01-28T12:00:00Z"),
    ]);
    expect(buildEntries(state).find(({ slot }) => slot === "3")).toMatchObject({ items: [], documents: [] });
  });
});

describe("the entry of an item that no sitting takes up", () => {
  const added = happened("item.added", { item: "9", title: "Side events" });
  const find = (...events: Parameters<typeof foldEvents>[0]) =>
    buildEntries(foldEvents([ANNOUNCED, ...events])).find(({ uid }) => uid.endsWith("item-9") || uid.endsWith("item-4"));

  it("is of the days of the meeting, and cancels nothing, as long as the item had no sitting", () => {
    const days = { start: "2010-01-27", lastDay: "2010-01-29" };
    expect(find(added)).toMatchObject({ ...days, status: "TENTATIVE" });
    expect(find(added, happened("item.deferred", { item: "9" }))).toMatchObject({ ...days, status: "CANCELLED" });
    expect(find(added, happened("meeting.cancelled"))).toMatchObject({ ...days, status: "CANCELLED" });
  });

  it("is cancelled where the sitting was that was to take it up", () => {
    expect(find(happened("item.deferred", { item: "4" }))).toMatchObject({ start: "2010-01-28T10:00", status: "CANCELLED" });
  });
});

describe("the entry of a sitting that was held", () => {
  const held = [
    happened("slot.opened", { slot: "3" }, "2010-01-28T09:00:00Z"),
    happened("slot.adjourned", { slot: "3" }, "2010-01-28T12:00:00Z"),
  ];
  const retitle = (title: { readonly fr: string; readonly en?: string }) =>
    buildEntries(foldEvents([ANNOUNCED, ...held, happened("item.changed", { item: "4", title }, "2010-01-28T14:00:00Z")]))[2]?.items[0]
      ?.title;

  it("says in a language that it lacked what it said then, and nothing of another title", () => {
    const [, , , four] = RECORD.agenda.items;
    expect(retitle({ fr: "Demande" })).toEqual({ en: four?.title, fr: "Demande" });
    expect(retitle({ en: "Supply", fr: "Offre" })).toEqual(four?.title);
  });
});
