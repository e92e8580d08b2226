import { describe, it } from "vitest";
import { given, happened, RECORD } from "./given.ts";

/** What is said of all sittings of a day at once: the second has the sittings 3 and 4. */

const DAY = "2010-01-28";
const cancelled = happened("day.cancelled", { day: DAY, reason: "Snow" });
const reinstated = happened("day.reinstated", { day: DAY }, "2010-01-27T15:00:00Z");

describe("a day", () => {
  it("is cancelled with all its sittings, and given back with them", () => {
    given()
      .when(cancelled)
      .comesTo({
        changes: { "slot 3": "cancelled", "slot 4": "cancelled" },
        warnings: ["last-sitting-of-item"],
        lines: { 3: ["slot.cancelled"], 4: ["slot.cancelled"] },
      });
    given(cancelled)
      .when(reinstated)
      .comesTo({ changes: { "slot 3": "scheduled", "slot 4": "scheduled" }, lines: { 3: ["slot.reinstated"], 5: [] } });
  });

  it("is so already where that is said again", () => {
    given(cancelled).when(cancelled).comesTo({});
    given(cancelled, reinstated).when(reinstated).comesTo({});
    given().when(reinstated).comesTo({});
  });

  it("is cancelled as far as it is still to come: what was held, or was to be over, stays", () => {
    const noon = (type: "day.cancelled") => happened(type, { day: DAY }, "2010-01-28T12:30:00Z");
    given()
      .when(noon("day.cancelled"))
      .comesTo({ changes: { "slot 4": "cancelled" } });
    given(happened("meeting.opened"), happened("slot.opened", { slot: "4" }, "2010-01-28T12:00:00Z"))
      .when(noon("day.cancelled"))
      .comesTo({});
  });

  it("is given back whoever cancelled its sittings, one by one or together", () => {
    given(happened("slot.cancelled", { slot: "3", itemsTo: "5" }))
      .when(reinstated)
      .comesTo({ changes: { "slot 3": "scheduled" }, warnings: ["items-in-two-sittings"] });
  });

  it("is so already where its sittings have left it, and the same is said again", () => {
    const moved = RECORD.slots.map((slot) =>
      slot.number === "3" || slot.number === "4" ? { ...slot, start: "2010-01-29T19:00", end: "2010-01-29T20:00" } : slot,
    );
    const revised = happened("agenda.revised", { record: { ...RECORD, slots: moved } }, "2010-01-27T10:00:00Z");
    const again = happened("day.reinstated", { day: DAY }, "2010-01-27T11:00:00Z");
    given(happened("day.cancelled", { day: DAY }), revised, again)
      .when(again)
      .comesTo({});
  });

  it("of another time without a sitting can't be cancelled", () => {
    given()
      .when(happened("day.cancelled", { day: "2010-02-03" }))
      .comesTo({ refusal: "unknown-day" });
  });
});
