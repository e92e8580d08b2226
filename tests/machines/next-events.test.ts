import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEvent } from "../../machines/meeting/apply-event.ts";
import type { Happening } from "../../machines/meeting/happening.ts";
import { checkAtDoor } from "../../machines/meeting/check-at-door.ts";
import { findWarnings } from "../../machines/meeting/find-warnings.ts";
import { isUnchanged, type Outcome } from "../../machines/meeting/outcome.ts";
import { listNextEvents } from "../../machines/meeting/next-events.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { chain } from "../../src/meeting/result.ts";
import { ANNOUNCED, foldEvents, happened, RECORD } from "./given.ts";

/** A meeting of two sittings, so that every event that it might be sent can be tried. */
const SMALL = { ...RECORD, slots: RECORD.slots.slice(2, 4) };
const [FIRST, SECOND] = SMALL.slots.map(({ number }) => number);
if (FIRST === undefined || SECOND === undefined) throw new Error("two sittings are needed");
const ITEMS = ["4", "5", "6"];
const BEGINNING = happened("meeting.announced", { record: SMALL });
const DATES = { opensOn: SMALL.opensOn, closesOn: SMALL.closesOn, slots: SMALL.slots };

/** Every kind of event, of each slot and of each item. */
const ATTEMPTS: readonly MeetingEvent[] = [
  happened("agenda.adopted"),
  happened("agenda.revised", { record: SMALL }),
  happened("meeting.opened"),
  happened("meeting.suspended"),
  happened("meeting.resumed"),
  happened("meeting.closed"),
  happened("meeting.postponed"),
  happened("meeting.rescheduled", DATES),
  happened("meeting.cancelled"),
  happened("report.adopted"),
  happened("report.adopted", { manner: "in part" }),
  happened("report.issued", { symbol: "CTOC/COP/WG.4/2010/6" }),
  happened("slot.added", { slot: "9", start: "2010-01-29T15:00", items: [] }),
  ...[FIRST, SECOND].flatMap((slot) => [
    happened("slot.opened", { slot }),
    happened("slot.suspended", { slot }),
    happened("slot.resumed", { slot }),
    happened("slot.adjourned", { slot }),
    happened("slot.cancelled", { slot }),
    happened("slot.reinstated", { slot }),
    happened("slot.relocated", { slot, venue: "Board Room A" }),
    happened("slot.rescheduled", { slot, start: "2010-01-28T11:00" }),
    happened("slot.extended", { slot, end: "2010-01-29T20:00" }),
  ]),
  ...ITEMS.flatMap((item) => [
    happened("item.taken_up", { item }),
    happened("item.left_open", { item }),
    happened("item.concluded", { item }),
    happened("item.reopened", { item }),
    happened("item.deferred", { item }),
    happened("item.moved", { item, from: FIRST, to: SECOND }),
    happened("item.moved", { item, from: SECOND, to: FIRST }),
  ]),
];

/** What an event is about: its type, with the slot or item that it names. */
const nameSubject = ({ type, data }: MeetingEvent): string => {
  if (type === "slot.added") return type;
  const of = "slot" in data ? data.slot : "item" in data ? data.item : undefined;
  return [type, of].filter((part) => part !== undefined).join(" ");
};

const happen = (event: MeetingEvent): Happening => ({
  event,
  at: Date.parse(event.timestamp),
  local: "2010-01-27T10:20",
  identities: {},
});

const applyNow = (state: MeetingState, event: MeetingEvent): Outcome =>
  chain(checkAtDoor(state, happen(event)), () => applyEvent(state, happen(event)).outcome);

/** What only happens against what was said. */
const UNUSUAL: ReadonlySet<string> = new Set(["was-cancelled", "was-done-with", "not-under-way", "slot-resumed-unopened"]);

/** Of these another value would change something. */
const WITH_VALUE: ReadonlySet<string> = new Set([
  "agenda.revised",
  "report.adopted",
  "report.issued",
  "meeting.rescheduled",
  "slot.rescheduled",
  "slot.extended",
  "slot.relocated",
]);

/** Whether an event would be taken, changes something, and is to be expected. */
const isPossible = (state: MeetingState, event: MeetingEvent): boolean => {
  const outcome = applyNow(state, event);
  if (!outcome.ok) return false;
  if (!WITH_VALUE.has(event.type) && isUnchanged(state, outcome.value)) return false;
  return !findWarnings(state, happen(event), outcome.value, []).some(({ code }) => UNUSUAL.has(code));
};

const listPossible = (state: MeetingState): readonly string[] =>
  [...new Set(ATTEMPTS.filter((event) => isPossible(state, event)).map(nameSubject))].toSorted();

/** As far as it was tried: documents and corrections are always offered, and a slot 9 was not tried. */
const listOffered = (state: MeetingState): readonly string[] => {
  const tried = new Set(ATTEMPTS.map(nameSubject));
  return listNextEvents(state)
    .flatMap(({ type, slots, items }) => (slots ?? items)?.map((of) => `${type} ${of}`) ?? [type])
    .filter((name) => tried.has(name))
    .toSorted();
};

describe("what may happen next", () => {
  it("is exactly what the meeting would take, wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
        let state = foldEvents([BEGINNING]);
        for (const choice of choices) {
          const possible = ATTEMPTS.filter((event) => event.type !== "slot.added" && isPossible(state, event));
          const event = possible[choice % possible.length];
          const outcome = event && applyNow(state, event);
          if (outcome?.ok !== true) return;
          state = outcome.value;
          expect(listOffered(state), `after ${event?.type ?? ""}`).toEqual(listPossible(state));
        }
      }),
      { seed: 20_100_127, numRuns: 15 },
    );
  });

  it("is no move of an item where there is no sitting to which it could go", () => {
    const others = RECORD.slots.slice(1).map(({ number }) => happened("slot.cancelled", { slot: number }));
    const types = listNextEvents(foldEvents([ANNOUNCED, ...others, happened("slot.adjourned", { slot: "1" })])).map(({ type }) => type);
    expect(types).not.toContain("item.moved");
    expect(types).toContain("item.deferred");
  });

  it("is the move of an item out of a sitting that is over, or was cancelled", () => {
    const adjourned = foldEvents([ANNOUNCED, happened("slot.adjourned", { slot: "3" }), happened("slot.cancelled", { slot: "5" })]);
    expect(listNextEvents(adjourned).find(({ type }) => type === "item.moved")?.items).toEqual(expect.arrayContaining(["4", "5"]));
  });
});
