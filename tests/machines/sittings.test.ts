import { describe, expect, it } from "vitest";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

const OPENED = happened("meeting.opened");
const ADOPTED = happened("agenda.adopted");
const of = (slot: string) => ({
  opened: happened("slot.opened", { slot }),
  suspended: happened("slot.suspended", { slot }),
  resumed: happened("slot.resumed", { slot }),
  adjourned: happened("slot.adjourned", { slot }),
  cancelled: happened("slot.cancelled", { slot }),
  reinstated: happened("slot.reinstated", { slot }),
});
const first = of("1");
const second = of("2");
const third = of("3");

describe("a sitting", () => {
  it("is opened by the chair, broken off, gone on with and adjourned", () => {
    given(OPENED)
      .when(first.opened)
      .comesTo({ changes: { "slot 1": "open" } });
    given(OPENED, first.opened)
      .when(first.suspended)
      .comesTo({ changes: { "slot 1": "suspended" } });
    given(OPENED, first.opened, first.suspended)
      .when(first.resumed)
      .comesTo({ changes: { "slot 1": "open" } });
    given(OPENED, first.opened)
      .when(first.adjourned)
      .comesTo({ changes: { "slot 1": "adjourned" } });
  });

  it("that is opened ends the one of its kind that was open", () => {
    given(OPENED, first.opened)
      .when(second.opened)
      .comesTo({ changes: { "slot 1": "adjourned", "slot 2": "open" } });
  });

  it("may be opened though the meeting was not, which is unusual", () => {
    given()
      .when(first.opened)
      .comesTo({ changes: { "slot 1": "open" }, warnings: ["slot-opened-before-meeting"] });
  });

  it("that was held can't be moved or cancelled", () => {
    given(first.adjourned).when(first.cancelled).comesTo({ refusal: "slot-adjourned" });
    given(OPENED, first.opened).when(first.cancelled).comesTo({ refusal: "slot-open" });
    given(OPENED, first.opened)
      .when(happened("slot.rescheduled", { slot: "1", start: "2010-01-27T11:00" }))
      .comesTo({ refusal: "slot-open" });
  });

  it("that goes on after it was adjourned is open again", () => {
    given(OPENED, first.opened, first.adjourned)
      .when(first.resumed)
      .comesTo({ changes: { "slot 1": "open" } });
  });

  it("that moves without a new end keeps its length", () => {
    given()
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T09:00 to 2010-01-28T12:00" } });
  });

  it("that moves to a day without an hour has its length again once it has one", () => {
    const hourless = happened("slot.rescheduled", { slot: "3", start: "2010-01-29" });
    const evening = happened("slot.rescheduled", { slot: "3", start: "2010-01-29", part: "evening" });
    given(hourless, evening)
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-29T19:00" }))
      .comesTo({ changes: { "slot 3 time": "2010-01-29T19:00 to 2010-01-29T22:00", "slot 3 part": undefined } });
    given(hourless)
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-29T19:00", end: "2010-01-29T20:00" }))
      .comesTo({ changes: { "slot 3 time": "2010-01-29T19:00 to 2010-01-29T20:00" } });
  });

  it("that moves to the time of another is unusual", () => {
    given()
      .when(happened("slot.rescheduled", { slot: "3", start: "2010-01-28T15:00" }))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T15:00 to 2010-01-28T18:00" }, warnings: ["two-sittings-at-once"] });
  });

  it("can't end before it starts", () => {
    given()
      .when(happened("slot.extended", { slot: "3", end: "2010-01-28T09:00" }))
      .comesTo({ refusal: "ends-before-start" });
  });

  it("that is cancelled may take place after all, or was held all the same; of one that is not, that is so already", () => {
    given(third.cancelled)
      .when(third.reinstated)
      .comesTo({ changes: { "slot 3": "scheduled" } });
    given().when(third.reinstated).comesTo({});
    given(third.adjourned).when(third.reinstated).comesTo({});
    given(OPENED, third.cancelled)
      .when(third.opened)
      .comesTo({ changes: { "slot 3": "open" }, warnings: ["was-cancelled"], lines: { "3": [] } });
  });

  it("that is cancelled with nowhere for its items to go is unusual", () => {
    given()
      .when(second.cancelled)
      .comesTo({ changes: { "slot 2": "cancelled" }, warnings: ["last-sitting-of-item"] });
  });

  it("gets a number that no sitting ever had", () => {
    given()
      .when(happened("slot.added", { slot: "3", start: "2010-01-29T15:00", items: [] }))
      .comesTo({ refusal: "slot-number-used" });
    given()
      .when(happened("slot.opened", { slot: "9" }))
      .comesTo({ refusal: "unknown-slot" });
  });

  it("of a closed meeting takes no plan", () => {
    given(OPENED, ADOPTED, happened("meeting.closed")).when(first.cancelled).comesTo({ refusal: "meeting-closed" });
  });
});

describe("a sitting that is put off", () => {
  const postponed = happened("slot.postponed", { slot: "3" });
  const moved = happened("slot.rescheduled", { slot: "3", start: "2010-01-29T15:00" }, "2010-01-27T10:00:00Z");

  it("keeps its planned time until it has another", () => {
    given()
      .when(postponed)
      .comesTo({ changes: { "slot 3": "postponed" }, lines: { "3": ["slot.postponed"] } });
    given(postponed)
      .when(moved)
      .comesTo({
        changes: { "slot 3": "scheduled", "slot 3 time": "2010-01-29T15:00 to 2010-01-29T18:00" },
        warnings: ["two-sittings-at-once"],
        lines: { "3": ["slot.rescheduled"] },
      });
    given(postponed)
      .when(postponed)
      .comesTo({ lines: { "3": ["slot.postponed"] } });
  });

  it("takes place at its time after all, is cancelled, or was held all the same", () => {
    given(postponed)
      .when(third.reinstated)
      .comesTo({ changes: { "slot 3": "scheduled" }, lines: { "3": ["slot.reinstated"] } });
    given(postponed)
      .when(third.cancelled)
      .comesTo({ changes: { "slot 3": "cancelled" }, lines: { "3": ["slot.cancelled"] } });
    given(OPENED, postponed)
      .when(third.opened)
      .comesTo({ changes: { "slot 3": "open" }, lines: { "3": [] } });
  });

  it("can't be broken off, nor put off once it is open", () => {
    given(postponed).when(third.suspended).comesTo({ refusal: "slot-postponed" });
    given(OPENED, third.opened).when(postponed).comesTo({ refusal: "slot-open" });
  });

  it("is at the time of no other", () => {
    given(postponed)
      .when(happened("slot.rescheduled", { slot: "5", start: "2010-01-28T10:30" }))
      .comesTo({ changes: { "slot 5 time": "2010-01-28T10:30 to 2010-01-28T13:30" } });
  });

  it("stays put off where a document is silent, and has the time of one that gives it another", () => {
    const anew = (start: string) => RECORD.slots.map((slot) => (slot.number === "3" ? { ...slot, start, end: undefined } : slot));
    const revised = (record: typeof RECORD) => happened("agenda.revised", { record }, "2010-01-27T10:00:00Z");
    given(postponed)
      .when(revised({ ...RECORD, venue: "Hall 2" }))
      .comesTo({ differences: { venue: "changed" }, lines: { "3": ["slot.postponed"] } });
    given(postponed)
      .when(revised({ ...RECORD, slots: anew("2010-01-29T18:30") }))
      .comesTo({ refusal: "conflicts" });
    given(postponed)
      .when(revised({ ...RECORD, slots: anew("2010-01-29T18:30"), asOf: "2010-01-27T10:30" }))
      .comesTo({
        changes: { "slot 3": "scheduled", "slot 3 time": "2010-01-29T18:30 to open" },
        lines: { "3": [] },
      });
  });
});

describe("a sitting that starts late", () => {
  const delayed = (minutes: number) => happened("slot.delayed", { slot: "3", minutes });

  it("says so until it is opened, and as late as was said last", () => {
    given()
      .when(delayed(15))
      .comesTo({ lines: { "3": ["slot.delayed"] } });
    given(delayed(15))
      .when(delayed(30))
      .comesTo({ lines: { "3": ["slot.delayed"] } });
    given(OPENED, delayed(15))
      .when(third.opened)
      .comesTo({ changes: { "slot 3": "open" }, lines: { "3": [] } });
  });
});

describe("what else is said of a sitting", () => {
  const WEBCAST = "https://webtv.un.org/en/asset/k1a/k1abcd";
  const changed = (data: Parameters<typeof happened<"slot.changed">>[1]) => happened("slot.changed", { slot: "3", ...data });

  it("is said anew, a field at a time, each with its line", () => {
    given()
      .when(changed({ webcast: WEBCAST, kind: "informal", label: { en: "3rd meeting", fr: "3e séance" } }))
      .comesTo({
        changes: {
          "slot 3 webcast": JSON.stringify(WEBCAST),
          "slot 3 kind": '"informal"',
          "slot 3 label": '{"en":"3rd meeting","fr":"3e séance"}',
        },
        lines: { "3": ["slot.changed", "slot.changed", "slot.changed"] },
      });
  });

  it("is taken away by null, and is then again as the documents have it", () => {
    given(changed({ webcast: WEBCAST }))
      .when(changed({ webcast: null }))
      .comesTo({ changes: { "slot 3 webcast": undefined }, lines: { "3": ["slot.restored"] } });
  });

  it("is so already where it says what is said; beside a field that is not, that is named", () => {
    given(changed({ webcast: WEBCAST }))
      .when(changed({ webcast: WEBCAST }))
      .comesTo({ lines: { "3": ["slot.changed"] } });
    given(changed({ webcast: WEBCAST }))
      .when(changed({ webcast: WEBCAST, title: "Panel" }))
      .comesTo({ changes: { "slot 3 title": '"Panel"' }, warnings: ["no-effect"], lines: { "3": ["slot.changed", "slot.changed"] } });
  });

  it("is not said of one that was held or is cancelled", () => {
    given(third.adjourned)
      .when(changed({ webcast: WEBCAST }))
      .comesTo({ refusal: "slot-adjourned" });
    given(third.cancelled)
      .when(changed({ webcast: WEBCAST }))
      .comesTo({ refusal: "slot-cancelled" });
  });

  it("stays where a document is silent of it", () => {
    const record = { ...RECORD, venue: "Hall 2" };
    given(changed({ webcast: WEBCAST, timeNote: "Immediately after the plenary" }))
      .when(happened("agenda.revised", { record }, "2010-01-27T10:00:00Z"))
      .comesTo({ differences: { venue: "changed", "slots.3.time": "kept", "slots.3.webcast": "kept" } });
  });
});

describe("an item", () => {
  const item = "4";
  const takenUp = happened("item.taken_up", { item });
  const concluded = happened("item.concluded", { item });

  it("is taken up, left open, taken up again and concluded", () => {
    given(OPENED, ADOPTED, third.opened)
      .when(takenUp)
      .comesTo({ changes: { "item 4": "underConsideration" } });
    given(OPENED, ADOPTED, third.opened, takenUp)
      .when(happened("item.left_open", { item }))
      .comesTo({ changes: { "item 4": "leftOpen" } });
    given(OPENED, ADOPTED, third.opened, takenUp)
      .when(concluded)
      .comesTo({ changes: { "item 4": "concluded" } });
  });

  it("may be concluded though nobody said that it was taken up", () => {
    given()
      .when(concluded)
      .comesTo({ changes: { "item 4": "concluded" } });
  });

  it("that is concluded is reopened, or was taken up again all the same", () => {
    given(OPENED, ADOPTED, third.opened, concluded)
      .when(takenUp)
      .comesTo({ changes: { "item 4": "underConsideration" }, warnings: ["was-done-with"] });
    given(OPENED, ADOPTED, third.opened, happened("item.held", { item }))
      .when(takenUp)
      .comesTo({ changes: { "item 4": "underConsideration" }, warnings: ["was-done-with", "not-of-this-sitting"] });
    given(concluded)
      .when(happened("item.reopened", { item }))
      .comesTo({ changes: { "item 4": "underConsideration" } });
  });

  it("is considered in a sitting, and after the adoption of the agenda: else it is unusual", () => {
    given(OPENED)
      .when(takenUp)
      .comesTo({ changes: { "item 4": "underConsideration" }, warnings: ["no-sitting-open", "business-before-adoption"] });
    given(OPENED, ADOPTED, first.opened)
      .when(takenUp)
      .comesTo({ changes: { "item 4": "underConsideration" }, warnings: ["not-of-this-sitting"] });
  });

  it("moves from one sitting to another that is still to be held", () => {
    given()
      .when(happened("item.moved", { item, from: "3", to: "6" }))
      .comesTo({ changes: { "slot 3 items": "", "slot 6 items": "6, 7, 8, 4" } });
    given()
      .when(happened("item.moved", { item, from: "3", to: "3" }))
      .comesTo({ refusal: "same-slot" });
    given()
      .when(happened("item.moved", { item, from: "1", to: "6" }))
      .comesTo({ refusal: "item-not-in-slot" });
    given(first.adjourned)
      .when(happened("item.moved", { item, from: "3", to: "1" }))
      .comesTo({ refusal: "slot-takes-no-items" });
  });

  it("that is deferred leaves every sitting that is still to be held, and none that was", () => {
    given(OPENED, third.opened, third.adjourned)
      .when(happened("item.deferred", { item }))
      .comesTo({ changes: { "item 4": "deferred", "slot 4 items": "5" } });
  });

  it("that was taken up in the sitting that is open stays in it, whatever becomes of it, and that is told there", () => {
    const open = given(OPENED, ADOPTED, third.opened, takenUp);
    open
      .when(happened("item.deferred", { item }))
      .comesTo({ changes: { "item 4": "deferred", "slot 4 items": "5" }, lines: { "3": ["item.deferred"], "4": ["item.deferred"] } });
    open
      .when(happened("item.held", { item }))
      .comesTo({ changes: { "item 4": "inAbeyance", "slot 4 items": "5" }, lines: { "3": ["item.held"] } });
    open
      .when(happened("item.removed", { item }))
      .comesTo({ changes: { "item 4": undefined, "number of item 4": undefined, "slot 4 items": "5" }, lines: { "3": ["item.removed"] } });
    open
      .when(happened("item.moved", { item, from: "3", to: "6" }))
      .comesTo({ changes: { "slot 6 items": "6, 7, 8, 4" }, lines: { "6": ["item.scheduled"] } });
  });

  it("that was not taken up in it leaves the sitting that is open", () => {
    given(OPENED, ADOPTED, third.opened)
      .when(happened("item.deferred", { item }))
      .comesTo({ changes: { "item 4": "deferred", "slot 3 items": "", "slot 4 items": "5" }, lines: { "3": ["item.deferred"] } });
  });

  it("is taken up in another sitting where that is open since, and goes on", () => {
    given(OPENED, ADOPTED, third.opened, takenUp, of("4").opened)
      .when(happened("item.deferred", { item }))
      .comesTo({ changes: { "item 4": "deferred", "slot 4 items": "5" } });
    given(OPENED, ADOPTED, third.opened, takenUp, of("4").opened, takenUp)
      .when(happened("item.deferred", { item }))
      .comesTo({ changes: { "item 4": "deferred" }, lines: { "4": ["item.deferred"] } });
  });

  it("stays where it was taken up whatever is said again, and whatever a document says of the sitting", () => {
    const deferred = happened("item.deferred", { item });
    given(OPENED, ADOPTED, third.opened, takenUp, deferred).when(deferred).comesTo({});
    const slots = RECORD.slots.map((slot) => (slot.number === "3" ? { ...slot, items: ["5"] } : slot));
    given(OPENED, ADOPTED, third.opened, takenUp)
      .when(happened("agenda.revised", { record: { ...RECORD, slots }, decide: { "slots.3.items": "take" } }, "2010-01-27T10:00:00Z"))
      .comesTo({ changes: { "slot 3 items": "5, 4" } });
    given(OPENED, third.opened, takenUp)
      .when(happened("agenda.adopted", { record: { ...RECORD, slots } }, "2010-01-27T10:00:00Z"))
      .comesTo({
        changes: { agenda: "reportAwaited", "slot 3 items": "5, 4" },
        warnings: [],
        differences: { "items.4.slots": "held", "items.5.slots": "changed" },
      });
  });
});

describe("another programme", () => {
  it("leaves what was held as it was held, and says so", () => {
    const slots = RECORD.slots.map((slot) => (slot.number === "1" ? { ...slot, start: "2010-01-27T11:00" } : slot));
    given(OPENED, first.opened)
      .when(happened("agenda.revised", { record: { ...RECORD, slots } }))
      .comesTo({ refusal: "conflicts", differences: { "slots.1.time": "conflict" } });
    given(OPENED, first.opened, first.adjourned)
      .when(happened("agenda.revised", { record: { ...RECORD, slots } }))
      .comesTo({ warnings: ["held-slot-kept"], differences: { "slots.1.time": "held" } });
  });

  it("takes a sitting that it does not have out of the programme, whose number is never given again", () => {
    const without = happened("agenda.revised", { record: { ...RECORD, slots: RECORD.slots.filter(({ number }) => number !== "6") } });
    given()
      .when(without)
      .comesTo({ changes: { "slot 6": "cancelled" } });
    given(without)
      .when(happened("slot.added", { slot: "6", start: "2010-01-29T15:00", items: [] }))
      .comesTo({ refusal: "slot-number-used" });
  });
});

describe("a revision that is equal to its base", () => {
  const [day, again] = ["2010-01-27T11:00:00Z", "2010-01-27T12:00:00Z"];
  const same = happened("agenda.revised", { record: RECORD }, again);

  it("changes nothing of what was reported and set back", () => {
    given(
      happened("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }),
      happened("slot.rescheduled", { slot: "3", start: "2010-01-28T10:00" }, day),
      happened("item.moved", { item: "6", from: "6", to: "5" }),
      happened("item.moved", { item: "6", from: "5", to: "6" }, day),
    )
      .when(same)
      .comesTo({ differences: {}, lines: { "3": ["slot.restored"], "6": ["item.restored"] } });
  });
});

describe("a revision that words an item anew", () => {
  const reworded = RECORD.agenda.items.map((item) =>
    item.number === "2" || item.number === "8" ? { ...item, title: "Another title" } : item,
  );
  const record = { ...RECORD, agenda: { ...RECORD.agenda, items: reworded } };
  const events = [ANNOUNCED, OPENED, first.opened, first.adjourned, happened("agenda.revised", { record }, "2010-01-27T14:00:00Z")];

  it("is told of the sittings to come that take it up, and not of one that was held", () => {
    const revised = foldEvents(events).slots.flatMap((slot) => (slot.revised === undefined ? [] : [slot.slot.number]));
    expect(revised).toEqual(["6"]);
  });
});

describe("one of two equal facts that is withdrawn", () => {
  const cancelled = happened("slot.cancelled", { slot: "5" });
  const again = happened("slot.cancelled", { slot: "5" }, "2010-01-27T09:30:00Z");
  const [nine, eleven] = ["2010-01-28T09:00", "2010-01-28T11:00"];
  const moved = (start: string, timestamp: string) => happened("slot.rescheduled", { slot: "3", start }, timestamp);

  it("is still said by the other", () => {
    given(cancelled, again)
      .when(happened("event.withdrawn", { event: "event-1" }, "2010-01-27T10:00:00Z"))
      .comesTo({ warnings: ["still-said"] });
  });

  it("is not, where something else was said in between", () => {
    given(moved(nine, "2010-01-27T09:30:00Z"), moved(eleven, "2010-01-27T09:40:00Z"), moved(nine, "2010-01-27T09:50:00Z"))
      .when(happened("event.withdrawn", { event: "event-3" }, "2010-01-27T10:00:00Z"))
      .comesTo({ changes: { "slot 3 time": "2010-01-28T11:00 to 2010-01-28T14:00" } });
  });
});
