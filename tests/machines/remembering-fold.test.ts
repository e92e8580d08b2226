import fc from "fast-check";
import { expect, it } from "vitest";
import { appendEvent, createLog, foldFrom, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import { createRememberingFold } from "../../machines/meeting/remembering-fold.ts";
import { ANNOUNCED, happened } from "./given.ts";

/** A fold that keeps states on the way comes to what a fold from the first event on comes to. */

const log = (id: string, event: LoggedEvent["event"]): LoggedEvent => ({
  id,
  event,
  at: Date.parse(event.timestamp),
  local: "2010-01-27T10:20",
  identities: {},
});
const announced = log("announced", ANNOUNCED);
const relocate = (id: string, slot: number, venue: string): LoggedEvent => log(id, happened("slot.relocated", { slot: `${slot}`, venue }));

it("believes no event that was tried and never written down, where another takes its place, or comes under its id", () => {
  const { fold } = createRememberingFold();
  const written = createLog([announced, relocate("first", 1, "Room 1")], fold);
  const tried = relocate("second", 2, "Tried");
  const told = [relocate("other", 2, "Another"), relocate("second", 2, "Otherwise")];
  const venueAfter = (one: LoggedEvent) => fold(appendEvent(written, one), [0, 2, 1]).state?.slots[1]?.slot.venue;
  expect(venueAfter(tried)).toBe("Tried");
  expect(told.map(venueAfter)).toEqual(["Another", "Otherwise"]);
  expect(fold(createLog([announced, relocate("first", 1, "Room 1"), tried], fold), [0, 2, 1]).state?.slots[1]?.slot.venue).toBe("Tried");
});

it("comes to the same whatever is put in, taken out or added, in whatever order", () => {
  const step = fc.record({ slot: fc.integer({ min: 1, max: 6 }), place: fc.nat(), isTaken: fc.boolean(), isDone: fc.boolean() });
  const same = fc.property(fc.array(step, { minLength: 40, maxLength: 120 }), (steps) => {
    const { fold } = createRememberingFold();
    const events = [announced];
    let places: readonly number[] = [0];
    for (const [at, { slot, place, isTaken, isDone }] of steps.entries()) {
      const where = 1 + (place % places.length);
      if (isTaken && where < places.length) places = places.toSpliced(where, 1);
      else {
        const added = isDone
          ? log(`event-${at}`, happened("slot.cancelled", { slot: `${slot}` }))
          : relocate(`event-${at}`, slot, `Room ${at}`);
        places = places.toSpliced(where, 0, events.length);
        events.push(added);
      }
      const whole = createLog([...events], fold);
      expect(fold(whole, places)).toEqual(foldFrom(undefined, whole.read(places)));
    }
  });
  fc.assert(same, { numRuns: 10, seed: 20_100_127 });
});

it("reads no event again of what it folded before, nor where a beginning of it is asked for meanwhile", () => {
  const { fold } = createRememberingFold();
  const events = [announced, ...Array.from({ length: 600 }, (_, at) => relocate(`event-${at}`, 1 + (at % 6), `Room ${at}`))];
  const whole = createLog(events, fold);
  let read = 0;
  const counted = {
    ...whole,
    *read(places: readonly number[]) {
      for (const logged of whole.read(places)) {
        read += 1;
        yield logged;
      }
    },
  };
  const places = events.map((_, at) => at);
  fold(counted, places.slice(0, 300));
  fold(counted, places.slice(0, 450), true);
  fold(counted, places);
  fold(counted, places.slice(0, 300));
  expect(read).toBe(events.length);
  fold(counted, places.toSpliced(590, 1));
  expect(read).toBeLessThan(events.length + 15);
  const without = places.toSpliced(400, 1);
  read = 0;
  for (let upTo = 310; upTo < 450; upTo += 10) fold(counted, without.slice(0, upTo), true);
  fold(counted, without);
  expect(read).toBeLessThanOrEqual(without.length);
});
