import { describe, it } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { given, happened, RECORD } from "./given.ts";

/** What a document covers is as it says; of all else its silence says nothing. */

const revised = (record: Partial<MeetingRecord>) =>
  happened("agenda.revised", { record: { ...RECORD, agenda: { ...RECORD.agenda, items: [] }, slots: [], ...record } });
const thirds = RECORD.slots.filter(({ number }) => number === "3");

describe("a document of a day", () => {
  it("takes away what its day no longer has, and speaks of no other day", () => {
    given()
      .when(revised({ covers: "days", slots: thirds }))
      .comesTo({
        changes: { "slot 4": "cancelled" },
        differences: { "slots.4": "changed" },
      });
  });

  it("may say that a day has no sitting any more", () => {
    given()
      .when(revised({ covers: "days", days: ["2010-01-29"] }))
      .comesTo({
        differences: { "slots.5": "changed", "slots.6": "changed" },
        changes: { "slot 5": "cancelled", "slot 6": "cancelled" },
      });
  });
});
