import { describe, expect, it } from "vitest";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import type { AgendaItem, MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { chooseText, LANGUAGES, type Language } from "../../src/meeting/text.ts";
import { MESSAGES } from "../../src/i18n/all.ts";
import { PAGE_MESSAGES } from "../../src/i18n/pages/all.ts";
import { describeRevision, formatGroup } from "../../src/reports/revision/describe-revision.ts";
import { happened, RECORD, reviseAfter } from "./given.ts";

/** What a person reads of a revision of the shipped meeting. */
const groupsOf = (events: readonly MeetingEvent[], event: MeetingEvent, language: Language = "en") => {
  const { differences, slots } = reviseAfter(events, event);
  const catalogs = { messages: MESSAGES[language], revision: PAGE_MESSAGES[language].revision };
  return describeRevision(differences, { slots, timezone: RECORD.timezone, today: "2010-01-28" }, catalogs);
};

const told = (events: readonly MeetingEvent[], record: MeetingRecord, more: object = {}): readonly string[] =>
  groupsOf(events, happened("agenda.revised", { record, ...more }, REVISED)).map((group) => formatGroup(group, MESSAGES.en));

const REVISED = "2010-01-28T07:00:00Z";
const BEFORE = "2010-01-27T10:00:00Z";

/** The record with other words for some of its sittings. */
const withSlots = (changes: Readonly<Record<string, Partial<Slot>>>, record: MeetingRecord = RECORD): MeetingRecord => ({
  ...record,
  slots: record.slots.map((slot) => ({ ...slot, ...changes[slot.number] })),
});

/** The record with a new item, after which all others move up. */
const withNewItem = (at: number): MeetingRecord => {
  const next = (number: string): string =>
    Number.parseInt(number, 10) < at ? number : number.replace(/^\d+/, (found) => String(Number(found) + 1));
  const moved = RECORD.agenda.items.map((item): AgendaItem => ({ ...item, number: next(item.number) }));
  const items = [...moved.slice(0, at - 1), { number: String(at), title: "Election of officers" }, ...moved.slice(at - 1)];
  return {
    ...RECORD,
    agenda: { ...RECORD.agenda, items },
    documents: (RECORD.documents ?? []).map((document) => ({ ...document, items: document.items?.map(next) })),
    slots: RECORD.slots.map((slot) => ({
      ...slot,
      items: slot.items.map(next),
      ...(slot.continued && { continued: slot.continued.map(next) }),
    })),
  };
};

describe("a revision in a person's words", () => {
  it("says of a sitting only what is otherwise, and what it was", () => {
    expect(told([], withSlots({ 6: { end: "2010-01-29T17:00" } }))).toEqual([
      "It changes (1): Friday afternoon ends at 5 p.m. (was 6 p.m.).",
    ]);
    expect(told([], withSlots({ 5: { start: "2010-01-29T11:00" } }))).toEqual([
      "It changes (1): Friday morning begins at 11 a.m. (was 10 a.m.).",
    ]);
    expect(told([], withSlots({ 5: { start: "2010-01-29T09:00", end: "2010-01-29T12:00", venue: "Room B" } }))).toEqual([
      "It changes (2): Friday morning: 9 a.m.-noon (was 10 a.m.-1 p.m.); Friday morning, room: Room B (was not given).",
    ]);
  });

  it("says a title in a further language as that, and a cancelled sitting's other time beside it", () => {
    const [first, ...others] = RECORD.agenda.items;
    if (!first) throw new Error("the shipped meeting has items");
    const items = [{ ...first, title: { en: chooseText(first.title, "en"), fr: "Questions d’organisation" } }, ...others];
    expect(told([], { ...RECORD, agenda: { ...RECORD.agenda, items } })).toEqual([
      "It changes (1): Item 1, Français: “Questions d’organisation”.",
    ]);
    expect(told([happened("slot.cancelled", { slot: "5" }, BEFORE)], withSlots({ 5: { start: "2010-01-29T11:00" } }))).toEqual([
      "Reported since, and kept (1): Friday morning stays cancelled (the document says 11 a.m.-1 p.m.).",
    ]);
  });

  it("tells new numbers as ranges, and that followers stay with their subject", () => {
    const [changes] = told([], withNewItem(3));
    expect(changes).toBe("It changes (1): New item 3; items 3-8 become 4-9, and whoever follows them stays with the same subject.");
  });

  it("tells what was reported since, and that it is kept", () => {
    const events = [
      happened("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00", end: "2010-01-28T13:00" }, BEFORE),
      happened("slot.cancelled", { slot: "5" }, BEFORE),
    ];
    expect(told(events, withSlots({ 6: { end: "2010-01-29T17:00" } }))).toEqual([
      "It changes (1): Friday afternoon ends at 5 p.m. (was 6 p.m.).",
      "Reported since, and kept (2): Thursday morning begins at 9 a.m. (the document still says 10 a.m.); Friday morning stays cancelled (the document still lists it).",
    ]);
  });

  it("says in words that the document gives none of what was reported", () => {
    const events = [happened("slot.relocated", { slot: "3", venue: "Board Room D" }, BEFORE)];
    const record = withSlots({ 6: { end: "2010-01-29T17:00" } });
    const kept = (language: Language) =>
      groupsOf(events, happened("agenda.revised", { record }, REVISED), language)
        .find(({ outcome }) => outcome === "kept")
        ?.lines.map(({ text }) => text);
    expect(kept("en")).toEqual(["Thursday morning, room: Board Room D (the document still gives none)"]);
    expect(kept("es")).toEqual(["Jueves por la mañana, sala: Board Room D (el documento sigue sin indicarlo)"]);
    expect(kept("zh")).toEqual(["星期四上午的会议，会议室：Board Room D（文件仍未注明）"]);
  });

  it("asks a person where both say otherwise, by words that say what each button does", () => {
    const events = [
      happened("slot.rescheduled", { slot: "4", start: "2010-01-28T16:00", end: "2010-01-28T18:00" }, "2010-01-28T05:05:00Z"),
    ];
    const record = withSlots({ 4: { start: "2010-01-28T14:30" } });
    const [conflict] = groupsOf(events, happened("agenda.revised", { record }, REVISED));
    expect(conflict).toEqual({
      outcome: "conflict",
      title: "You decide (1)",
      lines: [
        {
          text: "Thursday afternoon, reported today at 6.05 a.m.: 4 p.m.; the document: 2.30 p.m. (before: 3 p.m.)",
          decision: { path: "slots.4.time", keep: "Keep 4 p.m.", take: "Take 2.30 p.m." },
        },
      ],
    });
    expect(told(events, record, { decide: { "slots.4.time": "take" } })).toEqual([
      "It changes (1): Thursday afternoon begins at 2.30 p.m. (was 3 p.m.).",
    ]);
    expect(told(events, record, { decide: { "slots.4.time": "keep" } })).toEqual([
      "Reported since, and kept (1): Thursday afternoon begins at 4 p.m. (the document says 2.30 p.m.).",
    ]);
  });

  it("tells where items are taken up, those together that go together", () => {
    const also = withSlots({ 5: { items: ["4", ...(RECORD.slots[4]?.items ?? [])] } });
    expect(told([], also)).toEqual(["It changes (1): Item 4 also on Friday morning."]);
    const moved = withSlots({ 3: { items: [] }, 6: { items: [...(RECORD.slots[5]?.items ?? []), "4"] } });
    expect(told([], moved)).toEqual(["It changes (1): Item 4: Friday afternoon (was Thursday morning)."]);
    const events = [happened("item.moved", { item: "4", from: "3", to: "5" }, BEFORE)];
    expect(told(events, RECORD)).toEqual([
      "Reported since, and kept (1): Item 4: Friday morning (the document still says Thursday morning).",
    ]);
  });

  it("leaves what was held as it was, and says so once a sitting", () => {
    const record = withSlots({ 1: { start: "2010-01-27T11:00", venue: "Room B" } });
    expect(told([happened("slot.opened", { slot: "1" }), happened("slot.adjourned", { slot: "1" })], record)).toEqual([
      "Held, and left as they were (1): Wednesday morning (the document says 11 a.m.-1 p.m.; room: Room B).",
    ]);
  });

  it("names what stating all anew drops", () => {
    const events = [
      happened("slot.rescheduled", { slot: "3", start: "2010-01-28T15:00" }, BEFORE),
      happened("slot.cancelled", { slot: "5" }, BEFORE),
    ];
    expect(told(events, RECORD, { replace: true })).toEqual([
      "Reported, and dropped (2): Thursday afternoon, 28 January 2010, 3-6 p.m. (3): 10 a.m.-1 p.m. (reported: 3-6 p.m.); Friday morning takes place after all.",
    ]);
  });

  it("tells new sittings, and those that leave", () => {
    const added = { number: "7", start: "2010-01-29T19:00", end: "2010-01-29T21:00", items: ["7", "8"] };
    const record = { ...RECORD, slots: [...RECORD.slots.filter(({ number }) => number !== "5"), added] };
    expect(told([], record)[0]).toContain("New sitting: Friday evening, 29 January 2010, 7-9 p.m., items 7, 8");
    expect(told([], record)[0]).toContain("Friday morning leaves the programme");
  });

  it.each(LANGUAGES)("leaves no place of a sentence empty: %s", (language) => {
    const events = [
      happened("slot.rescheduled", { slot: "3", start: "2010-01-28T15:00" }, "2010-01-27T15:00:00Z"),
      happened("slot.relocated", { slot: "4", venue: "Room C" }, BEFORE),
      happened("slot.cancelled", { slot: "5" }, BEFORE),
      happened("slot.added", { slot: "9", start: "2010-01-29T19:00", items: ["7"] }, BEFORE),
      happened("item.moved", { item: "7", from: "6", to: "4" }, BEFORE),
    ];
    const record = withSlots(
      { 1: { venue: "Room D" }, 3: { start: "2010-01-28T11:00" }, 4: { venue: "Room E" }, 6: { access: "closed", kind: "informal" } },
      { ...withNewItem(3), closesOn: "2010-01-30", documents: [] },
    );
    const groups = groupsOf(events, happened("agenda.revised", { record }, REVISED), language);
    expect(groups.map(({ outcome }) => outcome)).toEqual(["changed", "kept", "conflict", "held"]);
    const text = JSON.stringify(groups);
    expect(text).not.toMatch(/[{}]\w+[{}]|undefined|\[object/);
  });
});
