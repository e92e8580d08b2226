import { describe, it } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { given, happened, RECORD } from "./given.ts";

/** What is told late, twice, or by document and fact at once: small events beside each other, each with its one right value. */

const on = (day: number, hour: string): string => `2010-01-${day}T${hour}:00Z`;
const { items: ITEMS } = RECORD.agenda;
const revise = (change: Partial<MeetingRecord>, at: string) =>
  happened("agenda.revised", { record: { ...RECORD, ...change }, conflicts: "keep" }, at);
const list = (...more: MeetingRecord["agenda"]["items"]) => ({ agenda: { ...RECORD.agenda, items: [...ITEMS, ...more] } });
const change = (number: string, fields: Partial<MeetingRecord["slots"][number]>) => ({
  slots: RECORD.slots.map((slot) => (slot.number === number ? { ...slot, ...fields } : slot)),
});

describe("what is said of one sitting", () => {
  const label = (text: string | null, at: string) => happened("slot.changed", { slot: "3", label: text }, at);

  it("stays where an older word of the same field comes late, and takes one of another field", () => {
    given(label("5th meeting", on(20, "11:00")))
      .when(label("4th meeting", on(20, "10:00")))
      .comesTo({ warnings: ["late"] });
    given(label("5th meeting", on(20, "11:00")))
      .when(happened("slot.changed", { slot: "3", webcast: "https://webtv.example.org/3" }, on(20, "10:00")))
      .comesTo({
        changes: { "slot 3 webcast": '"https://webtv.example.org/3"' },
        warnings: ["late"],
        lines: { "3": ["slot.changed", "slot.changed"] },
      });
  });

  it("that was taken away stays away, though the document goes on printing it", () => {
    const printed = revise(change("3", { label: "5th meeting" }), on(20, "08:00"));
    given(printed, label(null, on(20, "09:00")))
      .when(revise(change("3", { label: "5th meeting" }), on(20, "10:00")))
      .comesTo({ differences: { "slots.3.label": "kept" } });
  });

  it("is one line, however often its time is said anew, and none but that it is as before once it is", () => {
    const moved = (start: string, at: string) => happened("slot.rescheduled", { slot: "3", start }, at);
    given(moved("2010-01-28", on(20, "08:00")), moved("2010-01-29", on(20, "09:00")))
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-28T10:00", end: "2010-01-28T13:00" }, on(20, "10:00")))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T10:00 to 2010-01-28T13:00" }, lines: { "3": ["slot.restored"] } });
  });

  it("is what a document says of its hour where its text was closed since it was put off, and a question where nobody knows", () => {
    const day = happened("slot.rescheduled", { slot: "3", start: "2010-01-28" }, on(20, "08:00"));
    const hour = change("3", { start: "2010-01-28T11:00", end: "2010-01-28T13:00" });
    given(day)
      .when(happened("agenda.revised", { record: { ...RECORD, ...hour } }, on(21, "09:00")))
      .comesTo({ refusal: "conflicts" });
    given(day)
      .when(happened("agenda.revised", { record: { ...RECORD, ...hour, asOf: "2010-01-21" } }, on(21, "09:00")))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T11:00 to 2010-01-28T13:00" } });
  });
});

describe("a sitting that is put off", () => {
  const postponed = happened("slot.postponed", { slot: "3" }, on(20, "10:00"));

  it("is held where it is opened", () => {
    given(happened("meeting.opened"), postponed)
      .when(happened("slot.opened", { slot: "3" }, on(28, "09:00")))
      .comesTo({ changes: { "slot 3": "open" }, lines: { "3": [] } });
  });

  it("stays put off where a time that was said before it comes late", () => {
    given(postponed)
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-29T08:00" }, on(20, "09:00")))
      .comesTo({ changes: { "slot 3 time": "2010-01-29T08:00 to 2010-01-29T11:00" }, warnings: ["late"] });
  });

  it("is not put off by what comes late, once it has another time", () => {
    given(happened("slot.rescheduled", { slot: "3", start: "2010-01-28T11:00" }, on(20, "11:00")))
      .when(postponed)
      .comesTo({ warnings: ["late"] });
  });

  it("is as planned where it was cancelled meanwhile and takes place after all", () => {
    given(postponed, happened("slot.cancelled", { slot: "3" }, on(20, "11:00")))
      .when(happened("slot.reinstated", { slot: "3" }, on(20, "12:00")))
      .comesTo({ changes: { "slot 3": "scheduled" }, lines: { "3": ["slot.reinstated"] } });
  });

  it("starts late by what was said last before it was opened, and by nothing that comes after", () => {
    const opened = happened("slot.opened", { slot: "3" }, on(28, "09:30"));
    given(happened("slot.delayed", { slot: "3", minutes: 15 }, on(28, "08:50")))
      .when(happened("slot.delayed", { slot: "3", minutes: 30 }, on(28, "09:10")))
      .comesTo({ lines: { "3": ["slot.delayed"] } });
    given(happened("meeting.opened"), opened)
      .when(happened("slot.delayed", { slot: "3", minutes: 15 }, on(28, "08:50")))
      .comesTo({ warnings: ["late"], lines: { "3": [] } });
  });
});

describe("an item that was added", () => {
  const added = happened("item.added", { item: "9", title: "Side events", slot: "6" }, on(20, "08:00"));

  it("is another than one that a document brings after the addition was withdrawn", () => {
    given(added, happened("event.withdrawn", { event: "event-1" }, on(20, "09:00")))
      .when(revise(list({ number: "9", title: "Side events" }), on(20, "10:00")))
      .comesTo({ changes: { "item 9~2": "pending", "number of item 9~2": "9" } });
  });

  it("stays in the sitting that it was given, where a document lists it in another", () => {
    given(added)
      .when(revise({ ...list({ number: "9", title: "Side events" }), ...change("5", { items: ["5", "9"] }) }, on(20, "10:00")))
      .comesTo({ differences: { "items.9.slots": "kept" }, lines: { "5": ["item.moved"], "6": ["item.moved"] } });
  });

  it("keeps its address where a document gives it another number", () => {
    given(added)
      .when(revise(list({ number: "9", title: "Elections" }, { number: "10", title: "Side events" }), on(20, "10:00")))
      .comesTo({ changes: { "item 9~2": "pending", "number of item 9~2": "9", "number of item 9": "10" } });
  });

  it("stays though a document that covers all does not know it", () => {
    given(added)
      .when(revise({}, on(20, "10:00")))
      .comesTo({ differences: { "items.9": "kept", "items.9.slots": "kept" } });
  });
});

describe("an item that is held in abeyance", () => {
  const held = happened("item.held", { item: "5" }, on(20, "10:00"));

  it("is in no sitting by what was said before it and comes late", () => {
    given(held)
      .when(happened("item.scheduled", { item: "5", slot: "6" }, on(20, "09:00")))
      .comesTo({ warnings: ["late"], lines: { "6": ["item.held"] } });
  });

  it("is in none either by a document that goes on listing it", () => {
    given(held)
      .when(revise(change("6", { items: ["5", "6", "7", "8"] }), on(20, "11:00")))
      .comesTo({ differences: { "items.5.slots": "kept" } });
  });

  it("is released by being put into a sitting", () => {
    given(held)
      .when(happened("item.scheduled", { item: "5", slot: "6" }, on(20, "11:00")))
      .comesTo({ changes: { "item 5": "pending", "slot 6 items": "6, 7, 8, 5" } });
  });
});

describe("an item that is taken off the agenda", () => {
  const removed = happened("item.removed", { item: "7" }, on(20, "10:00"));

  it("is off it though a document goes on listing it", () => {
    given(removed)
      .when(revise({}, on(20, "11:00")))
      .comesTo({ differences: { "items.7": "kept" } });
  });

  it("is on it again where that was a mistake, unless the documents have dropped it meanwhile", () => {
    given(removed)
      .when(happened("event.withdrawn", { event: "event-1" }, on(20, "12:00")))
      .comesTo({ changes: { "item 7": "pending", "number of item 7": "7", "slot 6 items": "6, 7, 8" } });
    const items = ITEMS.filter(({ number }) => number !== "7");
    given(removed, revise({ agenda: { ...RECORD.agenda, items }, ...change("6", { items: ["6", "8"] }) }, on(20, "11:00")))
      .when(happened("event.withdrawn", { event: "event-1" }, on(20, "12:00")))
      .comesTo({});
  });

  it("is not taken off before it was considered, where that is told late", () => {
    given(happened("item.taken_up", { item: "7" }, on(20, "12:00")))
      .when(removed)
      .comesTo({ refusal: "makes-impossible" });
  });
});

describe("an item that goes into a second sitting", () => {
  it("stays in those that it was put into, where a document takes it out of its first", () => {
    const [second, third] = ["5", "4"].map((slot, at) => happened("item.scheduled", { item: "7", slot }, on(20, `08:0${at}`)));
    if (!second || !third) throw new Error("two sittings");
    given(second, third)
      .when(revise(change("6", { items: ["6", "8"] }), on(20, "09:00")))
      .comesTo({ changes: { "slot 6 items": "6, 8, 7" }, differences: { "items.7.slots": "kept" } });
    given(second, third)
      .when(happened("event.withdrawn", { event: "event-1" }, on(20, "10:00")))
      .comesTo({ changes: { "slot 5 items": "5" } });
  });

  it("is not before an hour that its sitting no longer has", () => {
    given(happened("item.scheduled", { item: "7", slot: "6", time: "2010-01-29T16:30" }, on(20, "08:00")))
      .when(happened("slot.rescheduled", { slot: "6", start: "2010-01-29T17:00" }, on(20, "09:00")))
      .comesTo({ changes: { "slot 6 time": "2010-01-29T17:00 to 2010-01-29T20:00" }, lines: { "6": ["slot.rescheduled"] } });
  });

  it("is told that an hour outside of the sitting had no effect", () => {
    given()
      .when(happened("item.scheduled", { item: "7", slot: "5", time: "2010-01-28T10:00" }, on(20, "11:00")))
      .comesTo({ changes: { "slot 5 items": "5, 7" }, warnings: ["no-effect"] });
  });
});

describe("a sitting that is cancelled while a document says it otherwise", () => {
  const cancelled = happened("slot.cancelled", { slot: "5" }, on(27, "08:00"));
  const printed = { start: "2010-01-29T09:00", end: "2010-01-29T12:00", venue: "Boardroom D", items: ["3", "6"], continued: [] };
  const revised = revise(change("5", printed), on(27, "08:30"));
  const reinstated = happened("slot.reinstated", { slot: "5" }, on(27, "09:00"));

  it("keeps its words as long as it is", () => {
    given(cancelled)
      .when(revised)
      .comesTo({ differences: { "slots.5": "kept" } });
  });

  it("takes place as the document has it, once it does after all", () => {
    given(cancelled, revised)
      .when(reinstated)
      .comesTo({
        changes: {
          "slot 5": "scheduled",
          "slot 5 time": "2010-01-29T09:00 to 2010-01-29T12:00",
          "slot 5 venue": "Boardroom D",
          "slot 5 items": "3, 6",
        },
        lines: { "5": ["slot.reinstated"] },
      });
  });

  it("is held as the document has it, where it is opened all the same", () => {
    given(cancelled, revised)
      .when(happened("slot.opened", { slot: "5" }, on(29, "08:02")))
      .comesTo({
        changes: {
          "slot 5": "open",
          "slot 5 time": "2010-01-29T09:00 to 2010-01-29T12:00",
          "slot 5 venue": "Boardroom D",
          "slot 5 items": "3, 6",
        },
        warnings: ["was-cancelled", "slot-opened-before-meeting"],
      });
  });

  it("keeps what was reported of it and of its items after the text was closed", () => {
    const room = happened("slot.relocated", { slot: "5", venue: "Conference Room 4" }, on(27, "07:00"));
    const moved = happened("item.moved", { item: "5", from: "5", to: "6" }, on(27, "07:30"));
    given(room, moved, cancelled, revise({ ...change("5", printed), asOf: "2010-01-26" }, on(27, "08:30")))
      .when(reinstated)
      .comesTo({
        changes: { "slot 5": "scheduled", "slot 5 time": "2010-01-29T09:00 to 2010-01-29T12:00", "slot 5 items": "3, 6" },
      });
  });
});
