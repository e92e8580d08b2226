import { describe, expect, it } from "vitest";
import { buildEntries } from "../../src/calendar/entries.ts";
import type { Slot } from "../../src/meeting/record.ts";
import { ANNOUNCED, foldEvents, happened, RECORD } from "./given.ts";

/** The shipped record with its third sitting otherwise. */
const print = (changes: Partial<Slot>) => ({
  record: { ...RECORD, slots: RECORD.slots.map((slot) => (slot.number === "3" ? { ...slot, ...changes } : slot)) },
});
const revise = (changes: Partial<Slot>, timestamp: string) => happened("agenda.revised", print(changes), timestamp);
const at = (hour: string, end: string): Partial<Slot> => ({ start: `2010-01-28T${hour}`, end: `2010-01-28T${end}` });

/** Where the third sitting was told to be, and is. */
const findNews = (...events: Parameters<typeof foldEvents>[0]) =>
  buildEntries(foldEvents([ANNOUNCED, ...events]))
    .find(({ slot }) => slot === "3")
    ?.news?.map(({ type, from, to }) => [
      type,
      ...[from, to].map((told) => (typeof told === "object" && "start" in told ? told.start : told)),
    ]);

const NINE = revise(at("09:00", "12:00"), "2010-01-20T09:00:00Z");
const FROM_TEN = [["time", "2010-01-28T10:00", "2010-01-28T09:00"]];

describe("a sitting that a document puts elsewhere", () => {
  it("has a new time and a new room until it is opened", () => {
    expect(findNews(NINE)).toEqual(FROM_TEN);
    const room = revise({ venue: "Boardroom A" }, "2010-01-20T09:00:00Z");
    expect(findNews(room)).toBeUndefined();
    expect(findNews(room, revise({ ...at("09:00", "12:00"), venue: "Boardroom D" }, "2010-01-21T09:00:00Z"))).toEqual([
      ...FROM_TEN,
      ["room", "Boardroom A", "Boardroom D"],
    ]);
    expect(findNews(NINE, happened("slot.opened", { slot: "3" }, "2010-01-28T08:00:00Z"))).toBeUndefined();
  });

  it("has one by the agenda as adopted too, and by a corrigendum", () => {
    expect(findNews(happened("agenda.adopted", print(at("09:00", "12:00"))))).toEqual(FROM_TEN);
    const record = { ...RECORD, covers: "corrections" as const, slots: print(at("09:00", "12:00")).record.slots.slice(2, 3) };
    expect(findNews(happened("agenda.revised", { record }, "2010-01-20T09:00:00Z"))).toEqual(FROM_TEN);
  });

  it("keeps it where the next document says the same, or only another end", () => {
    expect(findNews(NINE, revise(at("09:00", "12:30"), "2010-01-21T09:00:00Z"))).toEqual(FROM_TEN);
  });

  it("is told to be where the document before had it, also where that is where it was at first", () => {
    expect(findNews(NINE, revise(at("10:00", "13:00"), "2010-01-21T09:00:00Z"))).toEqual([
      ["time", "2010-01-28T09:00", "2010-01-28T10:00"],
    ]);
  });

  it("has none where only its end is another", () => {
    expect(findNews(revise(at("10:00", "12:00"), "2010-01-20T09:00:00Z"))).toBeUndefined();
  });

  it("has it from the hour that it was reported, where a document says the same since", () => {
    const moved = happened("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }, "2010-01-19T09:00:00Z");
    expect(findNews(moved, NINE)).toEqual(FROM_TEN);
  });

  it("has it once it is reinstated, where it was cancelled meanwhile", () => {
    const cancelled = happened("slot.cancelled", { slot: "3" }, "2010-01-19T09:00:00Z");
    expect(findNews(cancelled, NINE)).toBeUndefined();
    expect(findNews(cancelled, NINE, happened("slot.reinstated", { slot: "3" }, "2010-01-21T09:00:00Z"))).toEqual(FROM_TEN);
  });

  it("has it where a meeting that was put off is on other days", () => {
    const slots = RECORD.slots.map(({ start, end = "", ...slot }) => ({
      ...slot,
      start: start.replace("2010-01", "2010-03"),
      end: end.replace("2010-01", "2010-03"),
    }));
    const anew = happened("meeting.rescheduled", { opensOn: "2010-03-27", closesOn: "2010-03-29", slots }, "2010-01-21T09:00:00Z");
    expect(findNews(happened("meeting.postponed", {}, "2010-01-20T09:00:00Z"), anew)).toEqual([
      ["time", "2010-01-28T10:00", "2010-03-28T10:00"],
    ]);
  });
});

describe("a new time is none any more, by what was reported and no clock,", () => {
  const moved = happened("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" });

  it.for([
    ["once the sitting is adjourned", happened("slot.adjourned", { slot: "3" }, "2010-01-28T11:00:00Z")],
    ["once a sitting is opened that was to begin when it was over", happened("slot.opened", { slot: "5" }, "2010-01-29T09:00:00Z")],
    ["once the meeting is closed", happened("meeting.closed", {}, "2010-01-29T17:00:00Z")],
  ] as const)("%s", ([, event]) => {
    expect(findNews(moved, event)).toBeUndefined();
    expect(findNews(NINE, event)).toBeUndefined();
  });

  it("but as long as only earlier sittings were held, and others are said something of later", () => {
    const opened = happened("slot.opened", { slot: "2" }, "2010-01-27T14:00:00Z");
    const extended = happened("slot.extended", { slot: "5", end: "2010-01-29T14:00" }, "2010-01-28T20:00:00Z");
    expect(findNews(moved, opened, extended)).toEqual(FROM_TEN);
  });
});
