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

  it("is no revision of the agenda, so nothing is warned of once the body has adopted one", () => {
    given(happened("agenda.adopted"))
      .when(revised({ covers: "days", slots: thirds }))
      .comesTo({ changes: { "slot 4": "cancelled" }, differences: { "slots.4": "changed" } });
  });
});

describe("what a document says beside what it covers", () => {
  const other = { start: "2010-01-28T09:00", end: "2010-01-28T12:00" };

  it("is named: an addendum changes no sitting, item or document that there is", () => {
    given()
      .when(revised({ covers: "additions", slots: thirds.map((slot) => ({ ...slot, ...other })) }))
      .comesTo({ warnings: ["not-covered", "not-covered"] });
    given()
      .when(revised({ covers: "additions", documents: [{ symbol: "CTOC/COP/WG.4/2009/2", title: "Another", items: ["2"] }] }))
      .comesTo({ warnings: ["not-covered"] });
    given()
      .when(revised({ covers: "additions", agenda: { items: [{ number: "3", title: "Key concepts" }] } }))
      .comesTo({ warnings: ["retitled", "not-covered"] });
  });

  it("is named: an order of the day moves no meeting", () => {
    const both = RECORD.slots.filter(({ number }) => number === "3" || number === "4");
    given()
      .when(revised({ covers: "days", days: ["2010-01-28"], slots: both, closesOn: "2010-01-30" }))
      .comesTo({ warnings: ["not-covered"] });
  });
});

describe("a document of a part", () => {
  const moved = happened("slot.rescheduled", { slot: "5", start: "2010-01-29T09:00" });
  const added = (day: string) =>
    happened("slot.added", { slot: "7", start: `2010-01-${day}T19:00`, end: `2010-01-${day}T21:00`, items: ["7"] });

  it("does not say again what it leaves out", () => {
    given(moved, added("29"))
      .when(revised({ covers: "days", slots: RECORD.slots.filter(({ number }) => ["3", "4"].includes(number)) }))
      .comesTo({});
    given(moved, added("28"))
      .when(revised({ covers: "corrections", agenda: { ...RECORD.agenda, items: [{ number: "6", title: "Case management" }] } }))
      .comesTo({ differences: { "items.6": "changed" }, warnings: ["retitled"] });
  });

  it("is told what stays of its own day though it does not list it", () => {
    given(moved, added("28"))
      .when(revised({ covers: "days", slots: RECORD.slots.filter(({ number }) => ["3", "4"].includes(number)) }))
      .comesTo({ differences: { "slots.7": "kept" } });
  });

  it("may be a corrigendum in a further language, which calls no item otherwise", () => {
    given()
      .when(
        revised({ covers: "corrections", agenda: { ...RECORD.agenda, items: [{ number: "6", title: { fr: "Gestion des affaires" } }] } }),
      )
      .comesTo({ differences: { "items.6": "changed" } });
  });
});

describe("a document of the whole, once the agenda is adopted", () => {
  it("is warned of where it says another agenda than the body adopted", () => {
    const [first, ...others] = RECORD.agenda.items;
    if (!first) throw new Error("the shipped meeting has items");
    const items = [{ ...first, title: "Opening and organization" }, ...others];
    given(happened("agenda.adopted"))
      .when(happened("agenda.revised", { record: { ...RECORD, agenda: { ...RECORD.agenda, items } } }))
      .comesTo({ differences: { "items.1": "changed" }, warnings: ["retitled", "revised-after-adoption"] });
  });
});
