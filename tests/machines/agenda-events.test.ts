import { describe, expect, it } from "vitest";
import { listChanges } from "../../machines/meeting/list-changes.ts";
import { printItemTitles, printRecord } from "../../machines/meeting/printed.ts";
import type { AgendaItem, MeetingRecord } from "../../src/meeting/record.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

/** The agenda as a chair changes it: an item is added, retitled, held in abeyance, taken off; documents that come after undo nothing. */

const OTHER = "Dates and venue of the next session";
const revised = (record: Partial<MeetingRecord>, timestamp = "2010-01-27T12:00:00Z") =>
  happened("agenda.revised", { record: { ...RECORD, ...record } }, timestamp);
const { items } = RECORD.agenda;
const withItems = (...more: readonly AgendaItem[]): Partial<MeetingRecord> => ({
  agenda: { ...RECORD.agenda, items: [...items, ...more] },
});
const added = (data: object = {}) => happened("item.added", { item: "9", title: OTHER, ...data });
const numbersOf = (...events: Parameters<typeof foldEvents>[0]) =>
  foldEvents([ANNOUNCED, ...events]).record.agenda.items.map(({ number, title }) => [number, title]);

describe("an item that is added", () => {
  it("stands at the end of the agenda, and is told where it is taken up", () => {
    given()
      .when(added({ slot: "6" }))
      .comesTo({
        changes: { "item 9": "pending", "number of item 9": "9", "slot 6 items": "6, 7, 8, 9" },
        lines: { 6: ["item.scheduled"] },
      });
    expect(numbersOf(added()).at(-1)).toEqual(["9", OTHER]);
  });

  it("stands after another, or as a part of one", () => {
    expect(numbersOf(added({ item: "2bis", afterItem: "2" })).map(([number]) => number)).toEqual([
      "1",
      "2",
      "2bis",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
    ]);
    const [first] = foldEvents([ANNOUNCED, added({ item: "1(c)", afterItem: "1(a)" })]).record.agenda.items;
    expect(first?.subitems?.map(({ letter }) => letter)).toEqual(["a", "c", "b"]);
  });

  it("keeps its place where a document comes once those before it are off the agenda", () => {
    const off = ["1", "2"].map((item) => happened("item.removed", { item }, "2010-01-27T10:00:00Z"));
    const events = [added({ item: "2bis", afterItem: "2" }), added({ item: "2ter", afterItem: "2bis" }), ...off];
    given(...events)
      .when(revised({}))
      .comesTo({ differences: { "items.1": "kept", "items.2": "kept", "items.2bis": "kept", "items.2ter": "kept" } });
    expect(numbersOf(...events, revised({})).map(([number]) => number)).toEqual(["2bis", "2ter", "3", "4", "5", "6", "7", "8"]);
  });

  it("said again is there already; another under its number or address is refused", () => {
    given(added()).when(added()).comesTo({});
    given(added())
      .when(added({ title: "Something else" }))
      .comesTo({ refusal: "item-number-used" });
    given()
      .when(added({ item: "1a" }))
      .comesTo({ refusal: "item-number-used" });
  });

  it("needs the item that it is a part of, or stands after, and goes three levels deep", () => {
    given()
      .when(added({ item: "12(a)" }))
      .comesTo({ refusal: "unknown-item" });
    given()
      .when(added({ afterItem: "12" }))
      .comesTo({ refusal: "unknown-item" });
    given(added({ item: "1(a)(i)" }))
      .when(added({ item: "1(a)(i)(x)" }))
      .comesTo({ refusal: "too-deep" });
  });

  it("stays where a later document lacks it, and becomes the document's where it has it", () => {
    given(added({ slot: "6" }))
      .when(revised({}))
      .comesTo({ differences: { "items.9": "kept", "items.9.slots": "kept" }, warnings: [] });
    given(added())
      .when(revised(withItems({ number: "9", title: OTHER })))
      .comesTo({ differences: {} });
  });

  it("is the same item where a document gives it another number", () => {
    const renumbered = items.map((item) => (item.number === "8" ? { ...item, number: "9" } : item));
    given(added())
      .when(
        revised({
          agenda: { ...RECORD.agenda, items: [...renumbered.slice(0, 7), { number: "8", title: OTHER }, ...renumbered.slice(7)] },
          slots: RECORD.slots.map((slot) => (slot.number === "6" ? { ...slot, items: ["6", "7", "9"] } : slot)),
        }),
      )
      .comesTo({ changes: { "number of item 8": "9", "number of item 9": "8" }, warnings: [] });
  });

  it("clashes with another of a document under its number", () => {
    given(added())
      .when(revised(withItems({ number: "9", title: "International cooperation", was: null })))
      .comesTo({ refusal: "item-number-used" });
  });

  it("is dropped, and named, by a document that states all anew", () => {
    const anew = happened("agenda.revised", { record: RECORD, replace: true }, "2010-01-27T12:00:00Z");
    given(added())
      .when(anew)
      .comesTo({
        changes: { "item 9": undefined, "number of item 9": undefined },
        differences: { "items.9": "dropped" },
        warnings: ["reports-dropped"],
      });
  });

  it("never takes the address of another that had its number", () => {
    const gone = revised({ agenda: { items: items.slice(0, 6) }, slots: RECORD.slots.slice(0, 1) });
    const state = foldEvents([ANNOUNCED, gone, happened("item.added", { item: "8", title: OTHER }, "2010-01-27T13:00:00Z")]);
    expect(state.items.at(-1)?.id).toBe("8~2");
  });
});

describe("an item that is retitled", () => {
  const title = { en: "Good practices", fr: "Bonnes pratiques" };
  const retitled = happened("item.changed", { item: "4", title });

  it("is told so in the sittings that take it up, and stays so where the documents say what they did", () => {
    given()
      .when(retitled)
      .comesTo({ lines: { 3: ["item.changed"], 4: ["item.changed"], 2: [] } });
    given(retitled)
      .when(revised({}))
      .comesTo({ differences: { "items.4": "kept" } });
  });

  it("asks the sender where a document says something new too", () => {
    const other = items.map((item) => (item.number === "4" ? { ...item, title: "Tools" } : item));
    given(retitled)
      .when(revised({ agenda: { items: other } }))
      .comesTo({ refusal: "conflicts" });
  });

  it("keeps the languages in which the event is silent, and is again as in the document once that is said", () => {
    const french = happened("item.changed", { item: "4", title: { fr: "Outils" } });
    const state = foldEvents([ANNOUNCED, retitled, french]);
    expect(state.record.agenda.items[3]?.title).toEqual({ ...title, fr: "Outils" });
    const first = happened("item.changed", { item: "4", title: "Tools" });
    const back = happened("item.changed", { item: "4", title: items[3]?.title ?? "" });
    given(first, back)
      .when(happened("meeting.opened"))
      .comesTo({ changes: { lifecycle: "in session", meeting: "opened" }, lines: { 3: ["item.restored"] } });
  });

  it("is found by either title in a later document", () => {
    const moved = [...items.slice(0, 3), ...items.slice(4)].map((item, at) => ({ ...item, number: String(at + 1) }));
    const agenda = { items: [...moved, { number: "8", title: { en: "Good practices" } }] };
    const state = foldEvents([
      ANNOUNCED,
      retitled,
      revised({ agenda, slots: [{ ...RECORD.slots[0], number: "1", start: "2010-01-27T10:00", items: ["8"] }] }),
    ]);
    expect(state.slots[0]?.slot.items).toContain("4");
  });
});

describe("an item held in abeyance", () => {
  const held = happened("item.held", { item: "4", cause: "delegations-request" });

  it("is in no sitting to come, and each says why", () => {
    given()
      .when(held)
      .comesTo({
        changes: { "item 4": "inAbeyance", "slot 3 items": "", "slot 4 items": "5" },
        lines: { 3: ["item.held"], 4: ["item.held"] },
      });
  });

  it("is released by being put into a sitting, or reopened", () => {
    given(held)
      .when(happened("item.scheduled", { item: "4", slot: "5" }))
      .comesTo({ changes: { "item 4": "pending", "slot 5 items": "5, 4" } });
    given(held)
      .when(happened("item.reopened", { item: "4" }))
      .comesTo({ changes: { "item 4": "pending" } });
    given(held)
      .when(happened("item.left_open", { item: "4" }))
      .comesTo({ refusal: "item-in-abeyance" });
  });

  it("does not come back with a sitting that is reinstated, nor by a document that says what it did", () => {
    given(happened("slot.cancelled", { slot: "3" }), held)
      .when(happened("slot.reinstated", { slot: "3" }))
      .comesTo({ changes: { "slot 3": "scheduled", "slot 3 items": "" } });
    given(held)
      .when(revised({}))
      .comesTo({ differences: { "items.4.slots": "kept" } });
  });
});

describe("an item that is taken off the agenda", () => {
  const removed = happened("item.removed", { item: "1", reason: "Not adopted" });

  it("goes with its parts, leaves the sittings to come, and is told there", () => {
    given()
      .when(removed)
      .comesTo({
        changes: {
          "item 1": undefined,
          "item 1(a)": undefined,
          "item 1(b)": undefined,
          "number of item 1": undefined,
          "number of item 1(a)": undefined,
          "number of item 1(b)": undefined,
          "slot 1 items": "2",
        },
        lines: { 1: ["item.removed", "item.removed"] },
      });
  });

  it("stays off where a later document has it as before, and in what was held", () => {
    given(removed)
      .when(revised({}))
      .comesTo({ differences: { "items.1": "kept" } });
    given(happened("slot.opened", { slot: "1" }), happened("slot.adjourned", { slot: "1" }))
      .when(removed)
      .comesTo({
        changes: {
          "item 1": undefined,
          "item 1(a)": undefined,
          "item 1(b)": undefined,
          "number of item 1": undefined,
          "number of item 1(a)": undefined,
          "number of item 1(b)": undefined,
        },
      });
  });

  it("said again is off already", () => {
    given(removed).when(removed).comesTo({});
  });

  it("can't have been concluded, and may be added again as what it was", () => {
    given(happened("item.concluded", { item: "4" }))
      .when(happened("item.removed", { item: "4" }))
      .comesTo({ refusal: "item-concluded", warnings: [] });
    const again = happened("item.added", { item: "4", title: items[3]?.title ?? "" });
    const state = foldEvents([ANNOUNCED, happened("item.removed", { item: "4" }), again]);
    expect(state.items.at(-1)?.id).toBe("4");
    expect(state.formerItems).toEqual([]);
  });

  it("leaves the documents' word as it was, so that a correction of something else brings nothing back", () => {
    const state = foldEvents([
      ANNOUNCED,
      removed,
      added(),
      revised({ covers: "corrections", agenda: { items: [] }, documents: [], slots: [], title: "Working Group" }),
    ]);
    expect(printItemTitles(state).map(({ number }) => number)).toEqual(["2", "3", "4", "5", "6", "7", "8", "9"]);
    expect(printRecord(state).agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  });
});

describe("a time inside a sitting", () => {
  const timed = (time: string | null) => happened("item.scheduled", { item: "5", slot: "4", time });

  it("is told of an item that is in the sitting already, and put with one that comes to it", () => {
    given()
      .when(timed("2010-01-28T16:30"))
      .comesTo({ lines: { 4: ["item.timed"] } });
    given()
      .when(happened("item.scheduled", { item: "7", slot: "4", time: "2010-01-28T17:00" }))
      .comesTo({ changes: { "slot 4 items": "4, 5, 7" }, lines: { 4: ["item.scheduled", "item.timed"] } });
  });

  it("goes by null, and is not told of a sitting that is at another time", () => {
    given(timed("2010-01-28T16:30"))
      .when(timed(null))
      .comesTo({ lines: { 4: [] } });
    const state = foldEvents([
      ANNOUNCED,
      timed("2010-01-28T16:30"),
      happened("slot.rescheduled", { slot: "4", start: "2010-01-29T08:00", end: "2010-01-29T09:00" }),
    ]);
    const fourth = state.slots[3];
    expect(fourth && listChanges(state, fourth).map(({ type }) => type)).toEqual(["slot.rescheduled"]);
  });
});

describe("a sitting that is added", () => {
  it("takes back what was deferred or held in abeyance, and each sitting says where it went", () => {
    const another = happened("slot.added", { slot: "7", start: "2010-01-29T18:00", items: ["4"] });
    for (const type of ["item.held", "item.deferred"] as const)
      given(happened(type, { item: "4" }))
        .when(another)
        .comesTo({
          changes: { "item 4": "pending", "slot 7": "scheduled", "slot 7 items": "4", "slot 7 time": "2010-01-29T18:00 to open" },
          lines: { 3: ["item.moved"], 4: ["item.moved"] },
        });
  });
});
