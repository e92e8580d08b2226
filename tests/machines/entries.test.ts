import { describe, expect, it } from "vitest";
import { buildEntries } from "../../src/calendar/entries.ts";
import { ANNOUNCED, foldEvents, happened, tell } from "./given.ts";

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
