import { describe, expect, it } from "vitest";
import { getWords } from "../../machines/meeting/past.ts";
import type { MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { foldEvents, given, happened, RECORD, ANNOUNCED } from "./given.ts";

/** Documents and facts are two ways to say one programme: neither undoes the other by silence, and what has happened keeps its words. */

const OPENED = happened("meeting.opened");
const revised = (record: Partial<MeetingRecord>, timestamp?: string) =>
  happened("agenda.revised", { record: { ...RECORD, ...record } }, timestamp);

/** The sittings of the shipped meeting, some of them changed. */
const withSlots = (changed: Readonly<Record<string, Partial<Slot>>>): Slot[] =>
  RECORD.slots.map((slot) => ({ ...slot, ...changed[slot.number] }));

const { items } = RECORD.agenda;

describe("an Order of the Day", () => {
  const today = RECORD.slots.filter(({ start }) => start.startsWith("2010-01-28"));

  it("takes away a sitting of its day that it does not have, and none of another day", () => {
    given()
      .when(revised({ covers: "days", agenda: { items: [] }, documents: [], slots: today.slice(0, 1) }))
      .comesTo({ changes: { "slot 4": "cancelled" } });
  });

  it("says by its days that there is no sitting on one", () => {
    given()
      .when(revised({ covers: "days", days: ["2010-01-28"], agenda: { items: [] }, documents: [], slots: [] }))
      .comesTo({ changes: { "slot 3": "cancelled", "slot 4": "cancelled" } });
  });
});

describe("a corrigendum", () => {
  it("that takes an item out of a sitting says nothing of its being continued there", () => {
    const corrected = revised({
      covers: "corrections",
      agenda: { items: [] },
      documents: [],
      slots: RECORD.slots.flatMap(({ continued: _continued, ...slot }) => (slot.number === "4" ? [{ ...slot, items: ["5"] }] : [])),
    });
    const [, , , fourth] = foldEvents([ANNOUNCED, corrected]).slots;
    expect(fourth?.slot.continued ?? []).toEqual([]);
  });
});

describe("an addendum", () => {
  const more = { number: "9", title: "International cooperation" };

  it("adds an item, and puts it into a sitting that there is", () => {
    given()
      .when(
        revised({ covers: "additions", agenda: { items: [more] }, documents: [], slots: withSlots({ "6": { items: ["9"] } }).slice(5) }),
      )
      .comesTo({ changes: { "slot 6 items": "6, 7, 8, 9", "item 9": "pending", "number of item 9": "9" } });
  });
});

describe("the ids of items", () => {
  it("stay where an item leaves, and another comes in under the number of a third", () => {
    const without = {
      agenda: { items: items.slice(1).map((item) => ({ ...item, number: String(Number(item.number) - 1) })) },
      slots: withSlots({
        "1": { items: ["1"] },
        "2": { items: ["2"] },
        "3": { items: ["3"] },
        "4": { items: ["3", "4"], continued: ["3"] },
        "5": { items: ["4"], continued: ["4"] },
        "6": { items: ["5", "6", "7"] },
      }),
      documents: [],
    };
    const again = {
      ...without,
      agenda: {
        items: [
          ...without.agenda.items.slice(0, 1).map((item) => ({ ...item, was: "1" })),
          { number: "2", title: "International cooperation", was: null },
          ...without.agenda.items.slice(1).map((item) => ({ ...item, number: String(Number(item.number) + 1), was: item.number })),
        ],
      },
      slots: RECORD.slots.map((slot) => (slot.number === "1" ? { ...slot, items: ["1", "2"] } : slot)),
    };
    given(revised(without))
      .when(revised(again))
      .comesTo({
        changes: {
          "slot 1 items": "2, 2~2",
          "item 2~2": "pending",
          "number of item 2~2": "2",
          ...Object.fromEntries(["3", "4", "5", "6", "7", "8"].map((number) => [`number of item ${number}`, number])),
        },
      });
  });
});

describe("a revision that says what the documents say", () => {
  it("changes nothing, where there are no documents neither", () => {
    const { documents: _documents, ...none } = RECORD;
    const added = { number: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: [] };
    const addendum = happened("agenda.revised", { record: { ...none, covers: "additions", agenda: { items: [] }, slots: [added] } });
    given(happened("agenda.revised", { record: none }), addendum)
      .when(happened("agenda.revised", { record: { ...none, slots: [...RECORD.slots, added] } }))
      .comesTo({});
  });
});

describe("documents that were issued", () => {
  it("stay where a revision does not have them, however often they were reported", () => {
    const issued = (item: string) => happened("documents.issued", { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", items: [item] }] });
    given(issued("4"), issued("5"))
      .when(revised({ venue: "Board Room A" }))
      .comesTo({});
  });

  it("stay where the documents say of none", () => {
    const { documents: _documents, ...none } = RECORD;
    const without = happened("agenda.revised", { record: none });
    const issued = happened("documents.issued", { documents: [{ symbol: "CTOC/COP/WG.4/2010/2", items: ["3"] }] });
    given(without, issued).when(without).comesTo({});
  });
});

describe("an agenda that is adopted while a sitting is open", () => {
  const late = happened("slot.rescheduled", { slot: "1", start: "2010-01-27T11:00" }, "2010-01-27T08:00:00Z");
  const opened = happened("slot.opened", { slot: "1" }, "2010-01-27T10:05:00Z");
  const adopted = (slot: Partial<Slot>) =>
    happened("agenda.adopted", { record: { ...RECORD, slots: withSlots({ "1": slot }) } }, "2010-01-27T10:30:00Z");

  it("does not move it by what it does not say otherwise than before", () => {
    given(OPENED, late, opened)
      .when(adopted({ venue: "Board Room A" }))
      .comesTo({ changes: { agenda: "reportAwaited", "slot 1 venue": "Board Room A" } });
  });

  it("may end it at another time, and leaves the time at which it began", () => {
    given(OPENED, late, opened)
      .when(adopted({ end: "2010-01-27T13:30" }))
      .comesTo({ changes: { agenda: "reportAwaited", "slot 1 time": "2010-01-27T11:00 to 2010-01-27T13:30" } });
  });

  it("never ends it before it began", () => {
    given(OPENED, late, opened)
      .when(adopted({ end: "2010-01-27T10:45" }))
      .comesTo({ refusal: "conflicts", differences: { "slots.1.time": "conflict" } });
  });

  it("says nothing of an item that was taken up in it, where it says of its sittings what it said before", () => {
    const moved = happened("item.moved", { item: "3", from: "2", to: "1" }, "2010-01-27T10:06:00Z");
    const takenUp = happened("item.taken_up", { item: "3" }, "2010-01-27T10:10:00Z");
    given(OPENED, opened, moved, takenUp)
      .when(adopted({ venue: "Board Room A" }))
      .comesTo({ changes: { agenda: "reportAwaited", "slot 1 venue": "Board Room A" } });
  });
});

describe("a sitting that takes place after all", () => {
  const cancelled = happened("slot.cancelled", { slot: "3" });
  const deferred = happened("item.deferred", { item: "4" });

  it("does not take up what was deferred meanwhile", () => {
    given(cancelled, deferred)
      .when(happened("slot.reinstated", { slot: "3" }))
      .comesTo({ changes: { "slot 3": "scheduled", "slot 3 items": "" } });
    given(OPENED, cancelled, deferred)
      .when(happened("slot.opened", { slot: "3" }))
      .comesTo({ changes: { "slot 3": "open", "slot 3 items": "" }, warnings: ["was-cancelled"] });
  });
});

describe("facts", () => {
  it("of another century are taken, after the announcement", () => {
    given()
      .when(happened("slot.relocated", { slot: "2", venue: "Board Room A" }, "1999-01-01T00:00:00Z"))
      .comesTo({ changes: { "slot 2 venue": "Board Room A" } });
    given(OPENED)
      .when(happened("slot.relocated", { slot: "2", venue: "Board Room A" }, "1999-01-01T00:00:00Z"))
      .comesTo({ changes: { "slot 2 venue": "Board Room A" }, warnings: ["late"] });
  });

  it("of a closed meeting change nothing when they are said again", () => {
    const opened = happened("slot.opened", { slot: "1" });
    given(OPENED, happened("meeting.closed"), opened).when(opened).comesTo({});
  });
});

describe("what is over", () => {
  it("keeps its words though it is reported as adjourned only then", () => {
    const issued = happened(
      "documents.issued",
      { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["2"] }] },
      "2010-01-27T13:35:00Z",
    );
    const adjourned = happened("slot.adjourned", { slot: "1" }, "2010-01-27T15:45:00Z");
    const [before, after] = [[ANNOUNCED], [ANNOUNCED, issued, adjourned]].map((events) => {
      const state = foldEvents(events);
      const [first] = state.slots;
      return first && getWords(state, first).documents;
    });
    expect(after).toEqual(before);
  });
});

describe("a sitting that is open", () => {
  it("takes of a document what that adds to its items, and nothing back that was deferred", () => {
    const opened = happened("slot.opened", { slot: "4" }, "2010-01-28T14:05:00Z");
    const deferred = happened("item.deferred", { item: "4" }, "2010-01-28T14:10:00Z");
    const record = { ...RECORD, slots: withSlots({ "4": { items: ["4", "5", "7"] } }) };
    given(OPENED, opened, deferred)
      .when(happened("agenda.revised", { record, decide: { "slots.4.items": "take" } }, "2010-01-28T14:20:00Z"))
      .comesTo({ changes: { "slot 4 items": "5, 7" } });
  });

  it("keeps that an item goes on there, where the document says of it what its base said", () => {
    const moved = happened("item.moved", { item: "4", from: "3", to: "5" }, "2010-01-28T08:00:00Z");
    const back = happened("item.moved", { item: "4", from: "4", to: "3" }, "2010-01-28T08:10:00Z");
    const opened = happened("slot.opened", { slot: "3" }, "2010-01-28T09:05:00Z");
    const record = { ...RECORD, slots: withSlots({ "3": { items: ["4", "7"] } }) };
    const events = [ANNOUNCED, OPENED, moved, back, opened];
    const listContinued = (told: typeof events) => foldEvents(told).slots.find(({ slot }) => slot.number === "3")?.slot.continued;
    expect(listContinued(events)).toEqual(["4"]);
    const said = happened("agenda.revised", { record, decide: { "slots.3.items": "take" } }, "2010-01-28T09:20:00Z");
    expect(listContinued([...events, said])).toEqual(["4"]);
  });

  it("keeps an item that it took up, though the body adopts an agenda without it", () => {
    const events = [
      OPENED,
      happened("slot.opened", { slot: "2" }, "2010-01-27T14:05:00Z"),
      happened("item.taken_up", { item: "3" }, "2010-01-27T14:10:00Z"),
    ];
    const agenda = { ...RECORD.agenda, items: items.filter(({ number }) => number !== "3") };
    const record = { ...RECORD, agenda, documents: [], slots: withSlots({ "2": { items: ["5"] } }) };
    const adopted = happened("agenda.adopted", { record }, "2010-01-27T14:20:00Z");
    const listItems = (told: typeof events) => foldEvents([ANNOUNCED, ...told]).slots.find(({ slot }) => slot.number === "2")?.slot.items;
    expect(listItems([...events, adopted])?.toSorted()).toEqual(["3", "5"]);
    expect(listItems([...events, adopted, happened("slot.adjourned", { slot: "2" }, "2010-01-27T16:00:00Z")])?.toSorted()).toEqual([
      "3",
      "5",
    ]);
  });
});
