import { describe, expect, it } from "vitest";
import { describeTime } from "../../machines/meeting/follow.ts";
import { foldEvents, happened, RECORD } from "./given.ts";

describe("a day on which each sitting follows the one before", () => {
  const LENGTH = 600;
  const chain = Array.from({ length: LENGTH }, (_, at) => ({
    number: String(at + 1),
    start: at === 0 ? "2010-01-28T10:00" : "2010-01-28",
    ...(at > 0 && { after: { slot: String(at) } }),
    items: ["4"],
  }));
  const record = { ...RECORD, sittingMinutes: 1, documents: [], slots: chain };

  it("has the hour of each, also of the last, and moves as a whole", () => {
    const announced = happened("meeting.announced", { record });
    const startsOf = (...events: Parameters<typeof foldEvents>[0]) => {
      const state = foldEvents([announced, ...events]);
      return state.slots.map((slot) => describeTime(state, slot).start);
    };
    expect(startsOf().at(-1)).toBe("2010-01-28T19:59");
    const moved = startsOf(happened("slot.rescheduled", { slot: "1", start: "2010-01-28T11:00", end: "2010-01-28T11:01" }));
    expect([moved[1], moved.at(-1)]).toEqual(["2010-01-28T11:01", "2010-01-28T20:59"]);
  });
});
