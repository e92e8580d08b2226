import { describe, expect, it } from "vitest";
import { getWords } from "../../machines/meeting/past.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

/** A meeting that goes on longer, elsewhere, or in several rooms at once. */

const added = (slot: string, start: string, kind: "plenary" | "committee") => happened("slot.added", { slot, start, items: [], kind });
const opened = (slot: string, timestamp: string) => happened("slot.opened", { slot }, timestamp);

describe("a session that goes on for a day", () => {
  const extended = happened("meeting.rescheduled", { opensOn: "2010-01-27", closesOn: "2010-01-30" });

  it("is told by its dates alone, and its sittings stay as they were", () => {
    given(happened("slot.relocated", { slot: "6", venue: "Board Room D" }))
      .when(extended)
      .comesTo({ changes: { dates: "2010-01-27 to 2010-01-30" } });
  });

  it("has a sitting on that day, of which nobody is warned", () => {
    given(extended)
      .when(added("7", "2010-01-30T10:00", "plenary"))
      .comesTo({
        changes: {
          "slot 7": "scheduled",
          "slot 7 time": "2010-01-30T10:00 to open",
          "slot 7 items": "",
          "slot 7 kind": '"plenary"',
        },
      });
  });
});

describe("a session that ends a day earlier", () => {
  const shortened = (closesOn: string) => happened("meeting.rescheduled", { opensOn: "2010-01-27", closesOn });

  it("has the sittings of its last day outside of its dates: each is named, once", () => {
    given()
      .when(shortened("2010-01-28"))
      .comesTo({ changes: { dates: "2010-01-27 to 2010-01-28" }, warnings: ["outside-the-dates", "outside-the-dates"] });
    given(happened("slot.rescheduled", { slot: "6", start: "2010-01-30T10:00" }), happened("slot.cancelled", { slot: "5" }))
      .when(shortened("2010-01-28"))
      .comesTo({ changes: { dates: "2010-01-27 to 2010-01-28" } });
  });
});

describe("sittings in parallel", () => {
  const committees = [
    happened("meeting.opened", {}, "2010-01-27T09:10:00Z"),
    added("7", "2010-01-27T10:00", "committee"),
    added("8", "2010-01-27T10:00", "committee"),
  ];

  it("of committees leave one another open, and the plenary too", () => {
    given(...committees, opened("1", "2010-01-27T09:20:00Z"), opened("7", "2010-01-27T09:21:00Z"))
      .when(opened("8", "2010-01-27T09:22:00Z"))
      .comesTo({ changes: { "slot 8": "open" } });
  });

  it("of the plenary there are none: the one that was to be over is", () => {
    given(...committees, opened("1", "2010-01-27T09:20:00Z"), opened("7", "2010-01-27T09:21:00Z"))
      .when(opened("2", "2010-01-27T14:05:00Z"))
      .comesTo({ changes: { "slot 1": "adjourned", "slot 2": "open" } });
  });
});

describe("a meeting that is resumed elsewhere", () => {
  it("leaves what was held where it was held", () => {
    const { slots, ...state } = foldEvents([
      ANNOUNCED,
      happened("meeting.opened", {}, "2010-01-27T09:00:00Z"),
      opened("1", "2010-01-27T09:20:00Z"),
      happened("slot.adjourned", { slot: "1" }, "2010-01-27T11:50:00Z"),
      happened("meeting.suspended", {}, "2010-01-27T12:10:00Z"),
      happened("meeting.resumed", { city: "Geneva", venue: "Palais", timezone: "Europe/London" }, "2010-01-28T08:00:00Z"),
    ]);
    const places = slots.map((slot) => {
      const { timezone, city, venue } = getWords({ slots, ...state }, slot);
      return [slot.slot.number, timezone, city, venue];
    });
    expect([places[0], places[2]]).toEqual([
      ["1", "Europe/Vienna", "Vienna", RECORD.venue],
      ["3", "Europe/London", "Geneva", "Palais"],
    ]);
  });
});
