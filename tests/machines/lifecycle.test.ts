import { describe, expect, it } from "vitest";
import { getLifecycle, getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

const OPENED = happened("meeting.opened");
const ADOPTED = happened("agenda.adopted");
const CLOSED = happened("meeting.closed");
const CANCELLED = happened("meeting.cancelled");
const REPORT_ADOPTED = happened("report.adopted");
const IN_PART = happened("report.adopted", { manner: "in part" });

describe("the lifecycle of a meeting", () => {
  it("begins with the provisional agenda, which the body adopts", () => {
    given()
      .when(ADOPTED)
      .comesTo({ changes: { lifecycle: "adopted", agenda: "reportAwaited" } });
  });

  it("goes on to the session when the chair opens the meeting", () => {
    given(ADOPTED)
      .when(OPENED)
      .comesTo({ changes: { lifecycle: "in session", meeting: "opened" } });
  });

  it("ends with the adopted report", () => {
    given(OPENED, ADOPTED)
      .when(REPORT_ADOPTED)
      .comesTo({ changes: { lifecycle: "report adopted", agenda: "reportAdopted" } });
  });

  it("a meeting that is opened sits, on the provisional agenda as long as it has adopted none", () => {
    given()
      .when(OPENED)
      .comesTo({ changes: { lifecycle: "in session", meeting: "opened" } });
    given(OPENED)
      .when(ADOPTED)
      .comesTo({ changes: { agenda: "reportAwaited" } });
  });

  it("a suspended meeting is in session", () => {
    given(OPENED, ADOPTED)
      .when(happened("meeting.suspended"))
      .comesTo({ changes: { meeting: "suspended" } });
    given(OPENED, happened("meeting.suspended"))
      .when(ADOPTED)
      .comesTo({ changes: { agenda: "reportAwaited" } });
  });

  it("a meeting that is closed without ever being opened was never in session", () => {
    given(ADOPTED)
      .when(CLOSED)
      .comesTo({ changes: { meeting: "closed" }, warnings: ["closed-before-opening"] });
    expect(getLifecycle(foldEvents([ANNOUNCED, ADOPTED, CLOSED]).agenda)).toBe("adopted");
    expect(getLifecycle(foldEvents([ANNOUNCED, CLOSED]).agenda)).toBe("provisional");
  });

  it("an adoption reported after the closure comes to the same as one reported before it", () => {
    for (const opening of [[], [OPENED]])
      expect(foldEvents([ANNOUNCED, ...opening, CLOSED, ADOPTED]).agenda).toEqual(
        foldEvents([ANNOUNCED, ...opening, ADOPTED, CLOSED]).agenda,
      );
    given(OPENED, CLOSED)
      .when(ADOPTED)
      .comesTo({ changes: { agenda: "reportAwaited" } });
    given(CLOSED)
      .when(ADOPTED)
      .comesTo({ changes: { lifecycle: "adopted", agenda: "reportAwaited" } });
  });

  it("the opening and the adoption come to the same in either order", () => {
    expect(foldEvents([ANNOUNCED, OPENED, ADOPTED]).agenda).toEqual(foldEvents([ANNOUNCED, ADOPTED, OPENED]).agenda);
  });

  it("a cancellation leads back from nowhere: what was in session was", () => {
    given(ADOPTED, OPENED)
      .when(CANCELLED)
      .comesTo({ changes: { meeting: "cancelled" }, warnings: ["cancelled-after-opening"] });
    given(ADOPTED, OPENED, REPORT_ADOPTED)
      .when(CANCELLED)
      .comesTo({ changes: { meeting: "cancelled" }, warnings: ["cancelled-after-opening"] });
    given(ADOPTED)
      .when(CANCELLED)
      .comesTo({ changes: { meeting: "cancelled" } });
  });

  it("a postponement and new dates leave the lifecycle where it is", () => {
    const rescheduled = happened("meeting.rescheduled", { opensOn: RECORD.opensOn, closesOn: RECORD.closesOn, slots: RECORD.slots });
    given(ADOPTED)
      .when(happened("meeting.postponed"))
      .comesTo({ changes: { meeting: "postponed" } });
    given(ADOPTED, happened("meeting.postponed"))
      .when(rescheduled)
      .comesTo({ changes: { meeting: "announced" } });
  });

  it("withdrawing the opening leads back, since the meeting is as if it had not been sent", () => {
    given(ADOPTED, OPENED)
      .when(happened("event.withdrawn", { event: "event-2" }))
      .comesTo({ changes: { lifecycle: "adopted", meeting: "announced" } });
  });
});

describe("the report", () => {
  it("that is adopted in part is still awaited", () => {
    given(OPENED, ADOPTED).when(IN_PART).comesTo({});
    given(OPENED, ADOPTED, IN_PART)
      .when(REPORT_ADOPTED)
      .comesTo({ changes: { lifecycle: "report adopted", agenda: "reportAdopted" } });
  });

  it("that was adopted in part may be adopted in part again", () => {
    given(OPENED, ADOPTED, IN_PART).when(IN_PART).comesTo({});
  });

  it("that was adopted as a whole does not become awaited by a part of it", () => {
    given(OPENED, ADOPTED, REPORT_ADOPTED)
      .when(IN_PART)
      .comesTo({ warnings: ["report-adopted-again"] });
  });

  it.for(["as orally amended", "ad referendum", "silence procedure"] as const)("that is adopted %s is adopted", (manner) => {
    given(OPENED, ADOPTED)
      .when(happened("report.adopted", { manner }))
      .comesTo({ changes: { lifecycle: "report adopted", agenda: "reportAdopted" } });
  });

  it("may be adopted after the closure, and of a meeting that nobody reported as opened", () => {
    given(OPENED, ADOPTED, CLOSED)
      .when(REPORT_ADOPTED)
      .comesTo({ changes: { lifecycle: "report adopted", agenda: "reportAdopted" } });
    given(ADOPTED)
      .when(REPORT_ADOPTED)
      .comesTo({ changes: { lifecycle: "report adopted", agenda: "reportAdopted" } });
  });

  it("can't precede the agenda, in part or issued neither", () => {
    for (const event of [REPORT_ADOPTED, IN_PART, happened("report.issued", { symbol: "CTOC/COP/WG.4/2010/6" })])
      given(OPENED).when(event).comesTo({ refusal: "report-before-adoption" });
  });

  it("may be issued before its adoption was reported, which is unusual", () => {
    given(OPENED, ADOPTED)
      .when(happened("report.issued", { symbol: "CTOC/COP/WG.4/2010/6" }))
      .comesTo({ warnings: ["issued-before-adoption"] });
  });
});

describe("what a meeting does not take says why", () => {
  it.for([
    { state: "announced", before: [], event: happened("meeting.resumed"), refusal: "not-opened" },
    { state: "suspended", before: [OPENED, happened("meeting.suspended")], event: OPENED, refusal: "meeting-suspended" },
    {
      state: "postponed",
      before: [happened("meeting.postponed")],
      event: happened("slot.relocated", { slot: "1", venue: "Board Room A" }),
      refusal: "meeting-postponed",
    },
    { state: "cancelled", before: [CANCELLED], event: happened("meeting.suspended"), refusal: "meeting-cancelled" },
    { state: "closed", before: [CLOSED], event: OPENED, refusal: "meeting-closed" },
    { state: "closed", before: [CLOSED], event: happened("slot.cancelled", { slot: "2" }), refusal: "meeting-closed" },
    {
      state: "opened",
      before: [OPENED, ADOPTED],
      event: happened("agenda.adopted", { record: { ...RECORD, venue: "Board Room A" } }),
      refusal: "already-adopted",
    },
    {
      state: "announced",
      before: [],
      event: happened("meeting.announced", { record: { ...RECORD, venue: "Board Room A" } }),
      refusal: "already-announced",
    },
  ] as const)("$state: $refusal", ({ state, before, event, refusal }) => {
    expect(getMeetingStatus(foldEvents([ANNOUNCED, ...before]).agenda)).toBe(state);
    given(...before)
      .when(event)
      .comesTo({ refusal });
  });
});

describe("what is so already", () => {
  it.for([
    { before: [OPENED], event: OPENED },
    { before: [OPENED, ADOPTED], event: ADOPTED },
    { before: [OPENED, ADOPTED], event: happened("agenda.adopted", { record: RECORD }) },
    { before: [], event: ANNOUNCED },
    { before: [], event: happened("agenda.revised", { record: RECORD }) },
    { before: [CANCELLED], event: CANCELLED },
    { before: [CLOSED], event: CLOSED },
    { before: [happened("meeting.postponed")], event: happened("meeting.postponed") },
    { before: [OPENED, happened("meeting.suspended")], event: happened("meeting.suspended") },
  ])("$event.type changes nothing when it is said again", ({ before, event }) => {
    given(...before)
      .when(event)
      .comesTo({});
  });
});

describe("what happened all the same", () => {
  it.for([
    { before: [happened("meeting.postponed")], status: "postponed" },
    { before: [CANCELLED], status: "cancelled" },
  ])("a $status meeting that was opened is open", ({ before }) => {
    given(...before)
      .when(OPENED)
      .comesTo({ changes: { meeting: "opened", lifecycle: "in session" }, warnings: ["not-under-way"] });
  });

  it("a sitting is adjourned and an item concluded after the closure, with a warning", () => {
    given(OPENED, happened("slot.opened", { slot: "1" }), CLOSED)
      .when(happened("item.concluded", { item: "2" }))
      .comesTo({ changes: { "item 2": "concluded" }, warnings: ["not-under-way"] });
    given(OPENED, CLOSED)
      .when(happened("slot.adjourned", { slot: "1" }))
      .comesTo({ changes: { "slot 1": "adjourned" }, warnings: ["not-under-way", "slot-adjourned-unopened"] });
  });

  it("nothing is open in a closed meeting", () => {
    given(OPENED, happened("slot.opened", { slot: "1" }))
      .when(CLOSED)
      .comesTo({ changes: { meeting: "closed", "slot 1": "adjourned" }, warnings: ["sitting-open-at-closure"] });
    given(OPENED, CLOSED)
      .when(happened("slot.opened", { slot: "1" }))
      .comesTo({ changes: { "slot 1": "adjourned" }, warnings: ["not-under-way"] });
  });
});
