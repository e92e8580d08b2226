import { describe, expect, it } from "vitest";
import { findWarnings } from "../../machines/meeting/find-warnings.ts";
import { printDifferences, printProgramme } from "../../machines/meeting/printed.ts";
import { reviseEntries } from "../../src/calendar/ledger.ts";
import { warnOfTwoLeads } from "../../src/calendar/two-leads.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD, tell } from "./given.ts";

/** A sitting that another body keeps. */
const LEAD: LeadSitting = { body: "sbi", meeting: "62", slot: "7" };
const joined = (items?: string[], lead = LEAD) => happened("slot.joined", { lead, ...(items && { items }) });
const parted = (lead = LEAD) => happened("slot.parted", { lead });

/** One sitting more, that names another body. */
const added = (body = "sbi") =>
  happened("slot.added", { slot: "8", start: "2010-01-29T16:00", end: "2010-01-29T17:00", items: ["4"], with: [{ body }] });

const joinedOf = (...events: Parameters<typeof foldEvents>[0]) =>
  (foldEvents([ANNOUNCED, ...events]).joined ?? []).map(({ lead, items }) => [lead.slot, items]);

describe("a meeting takes part in a sitting of another body", () => {
  it("with items of its own, which no other secretariat reports", () => {
    expect(joinedOf(joined(["4", "1(a)"]))).toEqual([["7", ["4", "1(a)"]]]);
    given(joined(["4"]))
      .when(happened("item.taken_up", { item: "4" }, "2010-01-28T09:00:00Z"))
      .comesTo({ changes: { "item 4": "underConsideration" }, warnings: ["business-before-adoption"] });
  });

  it("and is told who keeps time and room", () => {
    given()
      .when(joined())
      .comesTo({ warnings: ["joint-kept-elsewhere"] });
  });

  it("once, however often it says so; with other items, if it names others", () => {
    given(joined(["4"]))
      .when(joined(["4"]))
      .comesTo({});
    expect(joinedOf(joined(["4"]), joined(["5"]))).toEqual([["7", ["5"]]]);
  });

  it("until it parts from it, however often it says so", () => {
    expect(joinedOf(joined(["4"]), parted())).toEqual([]);
    given(joined(), parted()).when(parted()).comesTo({});
    given().when(parted()).comesTo({});
    expect(joinedOf(joined(["4"]), parted({ ...LEAD, slot: "9" }))).toEqual([["7", ["4"]]]);
  });

  it("with no item that its agenda has not, nor one that is deferred since", () => {
    given()
      .when(joined(["99"]))
      .comesTo({ refusal: "unknown-item" });
    expect(joinedOf(joined(["4", "5"]), happened("item.deferred", { item: "4" }))).toEqual([["7", ["5"]]]);
  });

  it("in whatever order it says so of several", () => {
    const other = { ...LEAD, slot: "3" };
    expect(joinedOf(joined(["4"]), joined(["5"], other))).toEqual(joinedOf(joined(["5"], other), joined(["4"])));
  });
});

describe("of two bodies each may keep some of the sittings that they hold jointly", () => {
  const CALENDAR = foldEvents([ANNOUNCED, joined()]);
  const leadAt = (start: string, end: string, timezone = RECORD.timezone) => {
    const [row] = reviseEntries(undefined, CALENDAR, 0, 1);
    if (!row) throw new Error("no entry");
    const entry = { ...row.entry, uid: "sbi.62.slot-7", start, end, timezone };
    return [{ row: { ...row, entry }, status: "scheduled" as const }];
  };
  const warnFor = (led: Parameters<typeof warnOfTwoLeads>[2], ...events: Parameters<typeof foldEvents>[0]) =>
    warnOfTwoLeads(CALENDAR, foldEvents([ANNOUNCED, joined(), ...events]), led).map(({ code, values }) => [code, values]);
  const WARNED = [["two-leads", { slot: "8", body: "sbi", other: "7" }]];

  it("and is asked of each that may be the very one in which it takes part", () => {
    expect(warnFor([], added())).toEqual(WARNED);
    expect(warnFor([], added("sbsta"))).toEqual([]);
  });

  it("but not where the two are known to be at other times", () => {
    expect(warnFor(leadAt("2010-01-29T15:00", "2010-01-29T16:00"), added())).toEqual([]);
    expect(warnFor(leadAt("2010-01-29T15:00", "2010-01-29T16:30"), added())).toEqual(WARNED);
    expect(warnFor(leadAt("2010-01-29T15:00", "2010-01-29T16:00", "America/New_York"), added())).toEqual(WARNED);
  });

  it("nor of a sitting that is cancelled, nor once it takes no part any more", () => {
    expect(warnFor([], added(), happened("slot.cancelled", { slot: "8" }))).toEqual([]);
    expect(warnFor([], parted(), added())).toEqual([]);
  });
});

describe("a sitting that names other bodies", () => {
  const withPartner = { ...RECORD, slots: RECORD.slots.map((slot) => (slot.number === "3" ? { ...slot, with: [{ body: "sbi" }] } : slot)) };
  const revised = (record: typeof RECORD) => happened("agenda.revised", { record });
  const partnersOf = (...events: Parameters<typeof foldEvents>[0]) =>
    foldEvents([ANNOUNCED, ...events]).slots.find(({ slot }) => slot.number === "3")?.slot.with;

  it("says that they are to confirm it", () => {
    const before = foldEvents([ANNOUNCED]);
    const { outcome } = tell({ log: [], state: undefined }, happened("meeting.announced", { record: withPartner }));
    if (!outcome.ok) throw new Error(outcome.error.message);
    const happening = { event: ANNOUNCED, at: 0, local: "", identities: {} };
    expect(findWarnings(undefined, happening, outcome.value, []).map(({ code }) => code)).toContain("joint-to-confirm");
    expect(findWarnings(undefined, happening, before, []).map(({ code }) => code)).not.toContain("joint-to-confirm");
  });

  it("names them in nothing that is printed", () => {
    const state = foldEvents([ANNOUNCED, revised(withPartner)]);
    expect(JSON.stringify(printProgramme(state))).not.toContain("sbi");
  });

  it("keeps them under a document that says nothing of them: what is not printed can't be said again", () => {
    expect(partnersOf(revised(withPartner), revised({ ...RECORD, venue: "Elsewhere" }))).toEqual([{ body: "sbi" }]);
  });

  it("has others if a document says so", () => {
    const others = { ...RECORD, slots: withPartner.slots.map((slot) => (slot.with ? { ...slot, with: [{ body: "sbsta" }] } : slot)) };
    expect(partnersOf(revised(withPartner), revised(others))).toEqual([{ body: "sbsta" }]);
    const before = foldEvents([ANNOUNCED, revised(withPartner)]);
    const { differences } = tell({ log: [], state: before }, revised(others));
    expect(printDifferences(before, differences).map(({ path }) => path)).toEqual(["slots.3.with"]);
  });
});
