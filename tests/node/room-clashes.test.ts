import { describe, expect, it } from "vitest";
import { findRoomClashes, listMoved, nameRoom, readRoomUse } from "../../src/browser/console/house/find-room-clashes.ts";
import type { CalendarEntry } from "../../src/calendar/entry.ts";

const VIENNA = { venue: "Vienna International Centre", city: { en: "Vienna", fr: "Vienne" } };

const entryOf = (uid: string, hours: string, location: CalendarEntry["location"], more: Partial<CalendarEntry> = {}): CalendarEntry => {
  const [start = "", end = ""] = hours.split("-").map((hour) => `2010-01-28T${hour}`);
  return {
    uid,
    body: { id: "b", name: "B" },
    meeting: "2010",
    slot: "1",
    start,
    end,
    timezone: "Europe/Vienna",
    status: "CONFIRMED",
    items: [],
    documents: [],
    kind: "plenary",
    provisional: false,
    changes: [],
    steps: [],
    ...(location !== undefined && { location }),
    ...more,
  };
};

const findIn = (held: readonly CalendarEntry[], moved: CalendarEntry, places: Parameters<typeof readRoomUse>[1] = VIENNA) =>
  findRoomClashes(
    listMoved([{ uid: moved.uid, before: null, after: moved }], places),
    held.map((entry) => readRoomUse(entry, places)),
  ).map(({ other }) => other.uid);

const ROOM = { en: "Board Room D, Vienna", fr: "Salle D, Vienne" };

describe("a room is given twice", () => {
  it("where two sittings are in it at the same time, not where one begins as the other ends", () => {
    const held = [entryOf("a", "10:00-13:00", ROOM), entryOf("b", "12:00-14:00", ROOM), entryOf("c", "14:00-16:00", ROOM)];
    expect(findIn(held, entryOf("moved", "12:30-14:00", ROOM))).toEqual(["a", "b"]);
  });

  it("where it is named in one language that both have, in whatever letters", () => {
    expect(findIn([entryOf("a", "10:00-13:00", "SALLE  D, Vienne")], entryOf("moved", "10:00-13:00", ROOM))).toEqual(["a"]);
    expect(findIn([entryOf("a", "10:00-13:00", "Board Room E, Vienna")], entryOf("moved", "10:00-13:00", ROOM))).toEqual([]);
  });

  it("by the clocks of both places", () => {
    const inGeneva = entryOf("a", "09:00-10:00", "Board Room D", { timezone: "Europe/London" });
    expect(findIn([inGeneva], entryOf("moved", "10:30-11:00", ROOM))).toEqual(["a"]);
    expect(findIn([inGeneva], entryOf("moved", "09:00-10:00", ROOM))).toEqual([]);
  });

  it("by no sitting that is cancelled or put off, nor by one that is moved itself", () => {
    const held = [
      entryOf("a", "10:00-13:00", ROOM, { status: "CANCELLED" }),
      entryOf("b", "10:00-13:00", ROOM, { isPutOff: true }),
      entryOf("moved", "10:00-13:00", ROOM),
    ];
    expect(findIn(held, entryOf("moved", "10:00-13:00", ROOM))).toEqual([]);
  });

  it("never where only the meeting's own place is known", () => {
    const place = "Vienna International Centre, Vienna";
    expect(findIn([entryOf("a", "10:00-13:00", place)], entryOf("moved", "10:00-13:00", place))).toEqual([]);
    expect(findIn([entryOf("a", "10:00-13:00", "Vienna")], entryOf("moved", "10:00-13:00", "Vienna"))).toEqual([]);
  });

  it("by nothing where neither the hours nor the room of a sitting change", () => {
    const same = entryOf("moved", "10:00-13:00", ROOM);
    expect(listMoved([{ uid: "moved", before: same, after: { ...same, title: "Another title" } }], VIENNA)).toEqual([]);
  });

  it("and is named without its city", () => {
    expect(nameRoom(entryOf("a", "10:00-13:00", ROOM), VIENNA, "fr")).toBe("Salle D");
  });
});
