import { describe, expect, it } from "vitest";
import { ANNOUNCED, foldEvents, given, happened, RECORD, tell } from "./given.ts";

const moved = (start: string, timestamp: string) => happened("slot.rescheduled", { slot: "3", start }, timestamp);

describe("the order of things", () => {
  it("is that in which they happened: what is told late stands at its time", () => {
    given(moved("2010-01-28T11:00", "2010-01-27T10:00:00Z"))
      .when(moved("2010-01-28T09:00", "2010-01-27T09:00:00Z"))
      .comesTo({ warnings: ["late"], changes: {} });
    given(moved("2010-01-28T09:00", "2010-01-27T09:00:00Z"))
      .when(moved("2010-01-28T11:00", "2010-01-27T10:00:00Z"))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T11:00 to 2010-01-28T14:00" } });
  });

  it("has the announcement first, whatever its date", () => {
    given()
      .when(happened("meeting.opened", {}, "1999-01-27T09:20:00Z"))
      .comesTo({ changes: { meeting: "opened", lifecycle: "in session" } });
    given()
      .when(happened("slot.relocated", { slot: "3", venue: "Board Room A" }, "2009-01-01T00:00:00Z"))
      .comesTo({ changes: { "slot 3 venue": "Board Room A" } });
  });

  it("counts what was withdrawn among a meeting's events, whatever the date of its announcement", () => {
    const opened = happened("meeting.opened", {}, "2009-01-01T09:00:00Z");
    expect(foldEvents([ANNOUNCED, opened, happened("event.withdrawn", { event: "event-1" }), opened]).version).toBe(4);
  });

  it("puts in before the closure what happened before it", () => {
    given(happened("meeting.opened"), happened("meeting.closed", {}, "2010-01-29T17:00:00Z"))
      .when(happened("slot.opened", { slot: "6" }, "2010-01-29T14:00:00Z"))
      .comesTo({ changes: { "slot 6": "adjourned" }, warnings: ["late", "not-under-way"] });
  });

  it("puts what comes from a clock that is fast at its arrival: a colleague's correction a minute later stands", () => {
    const clock = (minute: string) => `2010-01-27T10:${minute}:00Z`;
    const none = { log: [], state: undefined };
    const { told: announced } = tell(none, ANNOUNCED, Date.parse("2009-12-10T09:00:00Z"));
    const { told: mistaken } = tell(announced, moved("2010-01-28T09:00", clock("03")), Date.parse(clock("00")));
    const { told: corrected } = tell(mistaken, moved("2010-01-28T09:30", clock("01")), Date.parse(clock("01")));
    expect(corrected.state?.slots.map(({ slot }) => slot.start)[2]).toBe("2010-01-28T09:30");
  });

  it("takes a part of what happened: a sitting that was resumed was open, whoever tells the rest, and when", () => {
    const resumed = happened("slot.resumed", { slot: "3" }, "2010-01-28T11:00:00Z");
    const relocated = happened("slot.relocated", { slot: "3", venue: "Board Room A" }, "2010-01-28T12:00:00Z");
    given(happened("meeting.opened"))
      .when(resumed)
      .comesTo({ changes: { "slot 3": "open" }, warnings: ["slot-resumed-unopened"] });
    given(happened("meeting.opened"), happened("slot.cancelled", { slot: "3" }))
      .when(resumed)
      .comesTo({ changes: { "slot 3": "open" }, warnings: ["was-cancelled"] });
    given(happened("meeting.opened"), relocated, resumed)
      .when(happened("slot.adjourned", { slot: "3" }, "2010-01-28T10:00:00Z"))
      .comesTo({ changes: {}, warnings: ["late"] });
  });

  it("has a sitting that left the programme held, if it was resumed or adjourned all the same", () => {
    const slots = RECORD.slots.filter(({ number }) => number !== "3");
    const left = happened("agenda.revised", { record: { ...RECORD, slots } }, "2010-01-27T10:00:00Z");
    for (const [type, status] of [
      ["slot.resumed", "open"],
      ["slot.adjourned", "adjourned"],
    ] as const)
      given(happened("meeting.opened"), left)
        .when(happened(type, { slot: "3" }, "2010-01-28T12:00:00Z"))
        .comesTo({ changes: { "slot 3": status }, warnings: ["was-cancelled"] });
  });

  it("refuses what would make impossible what happened later, and names it", () => {
    given(happened("slot.opened", { slot: "3" }, "2010-01-28T09:00:00Z"), moved("2010-01-29T11:00", "2010-01-27T10:00:00Z"))
      .when(happened("slot.opened", { slot: "3" }, "2010-01-27T09:00:00Z"))
      .comesTo({ refusal: "makes-impossible" });
  });
});

describe("what rests on a fact that is told later", () => {
  const on = (hour: string): string => `2010-01-20T${hour}:00Z`;
  const move = (from: string, to: string, hour: string) => happened("item.moved", { item: "4", from, to }, on(hour));
  const [there, on6, back] = [move("3", "5", "09:00"), move("5", "6", "10:00"), move("6", "3", "11:00")];

  it("is an item's way through three sittings, of which its return was told first and changed nothing", () => {
    given(back).when(on6).comesTo({ refusal: "item-not-in-slot" });
    given(back)
      .when(there)
      .comesTo({ changes: { "slot 5 items": "5, 4" }, warnings: ["late"] });
    given(back, there)
      .when(on6)
      .comesTo({ changes: { "slot 5 items": "5" }, warnings: ["late"] });
  });

  it("is no move that had an effect: who tells of another from the same sitting later is told of it", () => {
    given(move("3", "6", "11:00"))
      .when(there)
      .comesTo({ refusal: "makes-impossible" });
    given(there, on6)
      .when(happened("event.withdrawn", { event: "event-1" }, on("12:00")))
      .comesTo({ refusal: "withdrawal-leaves-impossible" });
  });

  const add = (start: string, hour: string) => happened("slot.added", { slot: "7", start: `2010-01-29T${start}`, items: ["7"] }, on(hour));
  const [added, moved7] = [add("09:00", "09:00"), happened("slot.rescheduled", { slot: "7", start: "2010-01-29T14:30" }, on("10:00"))];
  const printed = { number: "7", start: "2010-01-29T14:30", items: ["8"] };
  const revised = happened("agenda.revised", { record: { ...RECORD, asOf: "2010-01-21", slots: [...RECORD.slots, printed] } }, on("11:00"));

  it("is a sitting that a document has at the time to which it was put: it is the same, whenever it is told that it was added", () => {
    const whole = foldEvents([ANNOUNCED, added, moved7, revised]);
    expect(foldEvents([ANNOUNCED, revised, added, moved7])).toEqual(whole);
    given(revised)
      .when(added)
      .comesTo({ changes: { "slot 7 items": "8, 7" }, warnings: ["late", "number-told-since"] });
    given(added).when(revised).comesTo({ refusal: "slot-number-used" });
  });

  it("is a sitting that was added at the time to which it was put", () => {
    const again = add("14:30", "11:00");
    expect(foldEvents([ANNOUNCED, again, added, moved7])).toEqual(foldEvents([ANNOUNCED, added, moved7, again]));
    given(again)
      .when(added)
      .comesTo({ warnings: ["late", "number-told-since"] });
    given(added).when(again).comesTo({ refusal: "slot-number-used" });
  });
});
