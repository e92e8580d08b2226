import { describe, expect, it } from "vitest";
import { applyToLog } from "../../machines/meeting/apply-to-log.ts";
import { createLog, foldFrom, foldLog, type Log, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { ANNOUNCED, happened } from "./given.ts";

/** What looks back folds the log from the first event on, and is a change of what there was all the same. */

const log = (id: string, event: LoggedEvent["event"]): LoggedEvent => ({
  id,
  event,
  at: Date.parse(event.timestamp),
  local: "2010-01-27T10:20",
  identities: {},
});

const told = [log("announced", ANNOUNCED), log("first", happened("slot.relocated", { slot: "1", venue: "Room 1" }))];

const fold = (events: readonly LoggedEvent[]): MeetingState => {
  const folded = foldLog(events);
  if (!folded.ok || !folded.value) throw new Error("The log can't be folded.");
  return folded.value;
};

const late = { ...log("late", happened("slot.relocated", { slot: "2", venue: "Too late" })), at: 1 };

describe("the state after what looks back", () => {
  it.for([
    { what: "a withdrawal", logged: log("back", happened("event.withdrawn", { event: "first" })), changed: ["1"] },
    { what: "a late fact", logged: late, changed: ["2"] },
  ])("of $what has the very same sittings, items and record, but for what it changed", ({ logged, changed }) => {
    const before = fold(told);
    const { outcome } = applyToLog(before, logged, () => createLog(told));
    if (!outcome.ok) throw new Error(outcome.error.message);
    const after = outcome.value;
    expect(after).toEqual(fold([...told, logged]));
    expect(after.slots.filter((slot, at) => slot !== before.slots[at]).map(({ slot }) => slot.number)).toEqual(changed);
    expect(after.items).toBe(before.items);
    expect(after.record).toBe(before.record);
    expect(after.agenda).toBe(before.agenda);
  });
});

it("a late fact of an item is warned of without a look at what was said of sittings", () => {
  const moved = Array.from({ length: 50 }, (_, at) => log(`moved-${at}`, happened("slot.relocated", { slot: "1", venue: `Room ${at}` })));
  const events = [log("announced", ANNOUNCED), ...moved];
  const item = { ...log("late", happened("item.added", { item: "19", title: "Other business" })), at: 1 };
  const whole = createLog([...events, item]);
  let read = 0;
  const counted: Log = {
    index: events.map((one) => ({ ...one, ...(one.event.type === "slot.relocated" && { subject: "1" }) })),
    written: events.length,
    *read(places) {
      read += places.length;
      yield* whole.read(places);
    },
    fold: (_log, places) => foldFrom(undefined, whole.read(places)),
  };
  const { warnings } = applyToLog(fold(events), item, () => counted);
  expect(warnings.map(({ code }) => code)).toEqual(["late"]);
  expect(read).toBeLessThan(5);
});
