import { describe, expect, it } from "vitest";
import { matchToBase } from "../../machines/meeting/match-items.ts";
import type { FormerItem } from "../../machines/meeting/state.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import type { AgendaItem } from "../../src/meeting/record.ts";
import { chooseText } from "../../src/meeting/text.ts";
import { ANNOUNCED, foldEvents, given, happened, RECORD } from "./given.ts";

const item = (number: string, title: string, ...parts: readonly string[]): AgendaItem => ({
  number,
  title,
  ...(parts.length > 0 && { subitems: parts.map((part, at) => ({ letter: "abc".charAt(at), title: part })) }),
});

/** What the items of a record were, by their numbers; null where they are new. */
const match = (base: readonly AgendaItem[], record: readonly AgendaItem[], former: readonly FormerItem[] = []) => {
  const { matches, retitled } = matchToBase(numberItems(base), numberItems(record), former);
  return { was: Object.fromEntries([...matches].map(([number, id]) => [number, id ?? null])), retitled };
};

const MATTERS = [item("1", "Fisheries", "Status report"), item("2", "Forestry", "Status report")];

describe("an item of a record is what it was in its base", () => {
  it("where a part has the title of another's part, by what it is a part of", () => {
    expect(match(MATTERS, [item("1", "Opening"), item("2", "Fisheries", "Status report"), item("3", "Forestry", "Status report")])).toEqual(
      {
        was: { "1": null, "2": "1", "2(a)": "1(a)", "3": "2", "3(a)": "2(a)" },
        retitled: [],
      },
    );
  });

  it("and a part that has another title now is the part of that letter of the same whole, wherever the whole stands", () => {
    expect(match(MATTERS, [item("1", "Opening", "Welcome"), item("2", "Fisheries", "Report on the stocks")])).toEqual({
      was: { "1": null, "1(a)": null, "2": "1", "2(a)": "1(a)" },
      retitled: ["2(a)"],
    });
  });

  it("where it became a part, or a part became an item, by a title that one alone has", () => {
    expect(match([item("1", "Fisheries", "Stocks")], [item("1", "Stocks"), item("2", "Oceans", "Fisheries")])).toEqual({
      was: { "1": "1(a)", "2": null, "2(a)": "1" },
      retitled: [],
    });
  });

  it("where it is called in one more language since, by the title that the documents give it", () => {
    const [fourth, fifth] = [RECORD.agenda.items[3], RECORD.agenda.items[4]];
    if (!fourth || !fifth) throw new Error("the shipped meeting has eight items");
    const swapped = RECORD.agenda.items.toSpliced(3, 2, { ...fifth, number: "4" }, { ...fourth, number: "5" });
    const state = foldEvents([
      ANNOUNCED,
      happened("item.changed", { item: "4", title: { fr: "Demande" } }, "2010-01-20T09:00:00Z"),
      revised(swapped, "2010-01-21T09:00:00Z"),
    ]);
    expect(numberItems(state.record.agenda.items).flatMap(({ id, number }) => (id === number ? [] : [[number, id]]))).toEqual([
      ["4", "5"],
      ["5", "4"],
    ]);
  });

  it("where it left the agenda and comes back, though under another number", () => {
    const former = [{ id: "2", number: "2", title: "Forestry", wasIn: [] }];
    expect(match([item("1", "Fisheries")], [item("1", "Fisheries"), item("2", "Oceans"), item("3", "Forestry")], former).was).toEqual({
      "1": "1",
      "2": null,
      "3": "2",
    });
  });
});

/** The shipped agenda, revised: its items under these numbers, by their titles. */
const revised = (items: readonly AgendaItem[], timestamp: string) =>
  happened(
    "agenda.revised",
    {
      record: {
        ...RECORD,
        documents: [],
        agenda: { items: [...items] },
        slots: RECORD.slots.map((slot) => ({ ...slot, items: [], continued: [] })),
      },
    },
    timestamp,
  );

describe("an address", () => {
  it("is one item's alone, though an item moves on and another comes under the number that it had", () => {
    const first = revised([item("9", "Adoption of the report")], "2010-01-27T10:00:00Z");
    const second = revised([item("9", "Side events"), item("10", "Adoption of the report")], "2010-01-27T11:00:00Z");
    const { items, record } = foldEvents([ANNOUNCED, first, second]);
    expect(items.map(({ id }) => id)).toEqual(["9", "8"]);
    expect(record.agenda.items.map(({ number, id = number }) => [number, id])).toEqual([
      ["9", "9"],
      ["10", "8"],
    ]);
  });
});

describe("a fact that is older than the announcement", () => {
  it("is one of the meeting all the same", () => {
    given()
      .when(happened("slot.relocated", { slot: "3", venue: "Boardroom D" }, "2009-01-01T09:00:00Z"))
      .comesTo({ changes: { "slot 3 venue": "Boardroom D" }, lines: { "3": ["slot.relocated"] } });
  });
});

describe("an item that a document brought, withdrawn since", () => {
  it("is in no sitting that a later document of its day gave it", () => {
    const brought = revised([...RECORD.agenda.items, item("9", "Side events")], "2010-01-20T10:00:00Z");
    const ofDay = happened(
      "agenda.revised",
      {
        record: {
          ...RECORD,
          covers: "days",
          days: ["2010-01-28"],
          agenda: { items: [] },
          documents: [{ symbol: "A/1", items: ["5", "9"] }],
          slots: [{ number: "3", start: "2010-01-28T10:00", end: "2010-01-28T13:00", items: ["4", "9"], continued: ["9"] }],
        },
        conflicts: "keep",
      },
      "2010-01-21T10:00:00Z",
    );
    const { slots, record } = foldEvents([ANNOUNCED, brought, ofDay, happened("event.withdrawn", { event: "event-1" })]);
    const third = slots.find(({ slot }) => slot.number === "3");
    expect([third?.slot.items, third?.facts]).toEqual([["4"], {}]);
    expect(record.documents?.find(({ symbol }) => symbol === "A/1")?.items).toEqual(["5"]);
  });
});

describe("an item that was added", () => {
  const added = (timestamp: string) => happened("item.added", { item: "9", title: "Side events" }, timestamp);

  it("is one item, though it is told twice and the second time first", () => {
    given(added("2010-01-21T09:00:00Z"))
      .when(added("2010-01-20T09:00:00Z"))
      .comesTo({ warnings: ["late"] });
    expect(foldEvents([ANNOUNCED, added("2010-01-21T09:00:00Z"), added("2010-01-20T09:00:00Z")]).items.map(({ id }) => id)).toContain("9");
  });

  it("is the one that a later document lists, though it is told after that", () => {
    const items = [...RECORD.agenda.items, item("9", "Side events")];
    const listed = happened("agenda.revised", { record: { ...RECORD, agenda: { items } } }, "2010-01-21T09:00:00Z");
    expect(
      foldEvents([ANNOUNCED, listed, added("2010-01-20T09:00:00Z")])
        .items.map(({ id }) => id)
        .slice(-2),
    ).toEqual(["8", "9"]);
  });
});

describe("an item that was added, and that a document lists under another number", () => {
  const side = (timestamp: string) => happened("item.added", { item: "9", title: "Side events" }, timestamp);
  const [added, again] = [side("2010-01-20T09:00:00Z"), side("2010-01-22T09:00:00Z")];
  const listed = revised([...RECORD.agenda.items, item("9", "Elections"), item("10", "Side events")], "2010-01-21T09:00:00Z");
  const listItems = (...events: readonly MeetingEvent[]) =>
    numberItems(foldEvents([ANNOUNCED, ...events]).record.agenda.items)
      .slice(-2)
      .map(({ number, item: { title } }) => `${number} ${chooseText(title, "en")}`);

  it("is one item, whichever is told first", () => {
    expect(listItems(added, listed)).toEqual(["9 Elections", "10 Side events"]);
    expect(listItems(listed, added)).toEqual(["9 Elections", "10 Side events"]);
  });

  it("is no other, where it is said again that it was added", () => {
    given(added, revised([...RECORD.agenda.items, item("10", "Side events")], "2010-01-21T09:00:00Z"))
      .when(again)
      .comesTo({});
  });
});

describe("an item that was added under a number under which another title is told later", () => {
  const add = (title: string, timestamp: string) => happened("item.added", { item: "9", title }, timestamp);
  const [side, renamed, special] = [
    add("Side events", "2010-01-20T09:00:00Z"),
    happened("item.changed", { item: "9", title: "Special events" }, "2010-01-20T10:00:00Z"),
    add("Special events", "2010-01-20T11:00:00Z"),
  ];

  it("is the same, and whoever tells of it late is told so", () => {
    given(special)
      .when(side)
      .comesTo({ warnings: ["late", "item-told-since"] });
    expect(foldEvents([ANNOUNCED, special, side, renamed])).toEqual(foldEvents([ANNOUNCED, side, renamed, special]));
  });

  it("is another where it is told in its turn, and needs a number of its own", () => {
    given(side).when(special).comesTo({ refusal: "item-number-used" });
  });
});

describe("an item that was taken off the agenda", () => {
  it("is off it, however often that is told", () => {
    const removed = happened("item.removed", { item: "7" });
    given(removed).when(removed).comesTo({});
    given(removed)
      .when(happened("item.removed", { item: "7" }, "2010-01-26T09:20:00Z"))
      .comesTo({ warnings: ["late"] });
  });
});

describe("an item, and a document, may be called what any object has by itself", () => {
  const named = ["constructor", "toString", "valueOf"];

  it("and is itself all the same", () => {
    const { items, record } = foldEvents([
      ANNOUNCED,
      ...named.map((name) => happened("item.added", { item: name, title: `On ${name}`, slot: "2" })),
      ...named.map((name) => happened("item.moved", { item: name, from: "2", to: "3" })),
      happened("documents.issued", { documents: named.map((symbol) => ({ symbol, title: `Of ${symbol}` })) }),
      ...named.map((symbol) => happened("documents.withdrawn", { symbol })),
      happened("documents.issued", { documents: named.map((symbol) => ({ symbol, title: `Of ${symbol}, again` })) }),
    ]);
    expect(items.map(({ id }) => id).filter((id) => named.includes(id))).toEqual(named);
    expect(record.documents?.map(({ symbol }) => symbol).filter((symbol) => named.includes(symbol))).toEqual(named);
  });
});
