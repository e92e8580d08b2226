import { reset } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getAdjacencyMap, getShortestPaths } from "xstate/graph";
import { agendaMachine } from "../machines/agenda.ts";
import { itemMachine, type ItemEventType } from "../machines/item.ts";
import type { MilestoneType } from "../machines/meeting/milestones.ts";
import { REFUSALS } from "../machines/meeting/refusals.ts";
import type { SlotEvent } from "../machines/meeting/slot-changes.ts";
import { getItemStatus, getLifecycle, getSlotStatus, type AgendaValue } from "../machines/meeting/statuses.ts";
import { slotMachine } from "../machines/slot.ts";
import { reread } from "./support/reread.ts";
import type { EventOf } from "../src/meeting/events.ts";
import { announce, BODY, feedText, get, post, SEED, send, type Said } from "./support/secretariat.ts";

/**
 * Every state of each machine is reached, and every transition taken, through the door and the real Durable Object: the
 * paths are found by xstate/graph, and each is walked in a meeting of its own.
 */

const MILESTONES: Record<MilestoneType, NonNullable<Said["data"]>> = {
  "agenda.revised": { record: SEED },
  "agenda.adopted": {},
  "meeting.opened": {},
  "meeting.suspended": { reason: "Consultations" },
  "meeting.resumed": {},
  "meeting.closed": {},
  "meeting.postponed": { reason: "The conference centre is closed" },
  "meeting.rescheduled": { opensOn: SEED.opensOn, closesOn: SEED.closesOn, slots: SEED.slots },
  "meeting.cancelled": {},
  "meeting.reinstated": {},
  "meeting.withdrawn": {},
  "report.adopted": {},
  "report.issued": { symbol: "CTOC/COP/WG.4/2010/6" },
};

const AT = "2010-01-27T09:20:00Z";
const LOCAL = "2010-01-27T10:20";
const subject = { body: BODY, meeting: "2010" };
const slot = SEED.slots.find(({ number }) => number === "3");
if (!slot) throw new Error("the seed meeting has a slot 3");

/** A representative of each event that a slot's machine takes, with what is sent for it. */
const SLOT_EVENTS: readonly SlotEvent[] = [
  { type: "slot.opened", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.suspended", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.resumed", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.adjourned", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.cancelled", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.reinstated", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  {
    type: "slot.rescheduled",
    timestamp: AT,
    local: LOCAL,
    data: { ...subject, slot: "3", start: "2010-01-28T11:00", end: "2010-01-28T13:00" },
  },
  { type: "slot.postponed", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3" } },
  { type: "slot.delayed", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3", minutes: 15 } },
  { type: "slot.changed", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3", label: "3rd meeting" } },
  { type: "slot.extended", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3", end: "2010-01-28T13:30" } },
  { type: "slot.relocated", timestamp: AT, local: LOCAL, data: { ...subject, slot: "3", venue: "Board Room A" } },
  { type: "item.deferred", timestamp: AT, local: LOCAL, data: { ...subject, item: "4" } },
  {
    type: "item.moved",
    timestamp: AT,
    local: LOCAL,
    data: { ...subject, item: "4", from: "3", to: "6" },
    isContinued: false,
  },
  {
    type: "item.moved",
    timestamp: AT,
    local: LOCAL,
    data: { ...subject, item: "2", from: "1", to: "3" },
    isContinued: false,
  },
];

const ITEM_STEPS: readonly ItemEventType[] = [
  "item.taken_up",
  "item.left_open",
  "item.concluded",
  "item.reopened",
  "item.moved",
  "item.scheduled",
  "item.deferred",
  "item.held",
];

interface Sent {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

interface Walk {
  readonly name: string;
  readonly path: readonly Sent[];
  /** Every event that the state at the end of the path might be asked to take, and whether it does. */
  readonly asked: readonly { readonly sent: Sent; readonly isPossible: boolean }[];
  readonly expected: unknown;
}

/** A representative of each event that the agenda's machine takes, and of the report's adoption in part. */
const agendaEvents = [
  ...Object.entries(MILESTONES).map(([type, data]) => ({ type, timestamp: AT, data: { ...subject, ...data } }) as EventOf<MilestoneType>),
  { type: "report.adopted", timestamp: AT, data: { ...subject, manner: "in part" } } as const,
];
const toSent = ({ type, data }: SlotEvent | EventOf<MilestoneType>): Sent => ({ type, data });
const ofItem = ({ type }: { readonly type: string }): Sent => ({
  type,
  data: { item: "4", ...(type === "item.moved" && { from: "3", to: "6" }) },
});

const isStep = ({ type }: { readonly type: string }): boolean => !type.startsWith("xstate.");

const agendaWalks: readonly Walk[] = getShortestPaths(agendaMachine, { events: agendaEvents }).map(({ state, steps }) => ({
  name: JSON.stringify(state.value),
  path: steps
    .map(({ event }) => event)
    .filter(isStep)
    .map(toSent),
  asked: agendaEvents.map((event) => ({ sent: toSent(event), isPossible: state.can(event) })),
  expected: { agenda: state.value, state: getLifecycle(state.value as AgendaValue) },
}));

const slotOptions = {
  input: { slot, facts: {}, said: {} },
  events: SLOT_EVENTS,
  serializeState: ({ value }: { readonly value: unknown }) => JSON.stringify(value),
};
const slotWalks: readonly Walk[] = getShortestPaths(slotMachine, slotOptions).map(({ state, steps }) => ({
  name: JSON.stringify(state.value),
  path: steps
    .map(({ event }) => event)
    .filter(isStep)
    .map(toSent),
  // An item that was taken from the slot on the way here can't be taken from it again.
  asked: SLOT_EVENTS.filter(({ type }) => type.startsWith("slot.")).map((event) => ({ sent: toSent(event), isPossible: state.can(event) })),
  expected: { slots: { "3": getSlotStatus(state.value) } },
}));

const itemWalks: readonly Walk[] = getShortestPaths(itemMachine, { events: ITEM_STEPS.map((type) => ({ type })) }).map(
  ({ state, steps }) => ({
    name: JSON.stringify(state.value),
    path: steps
      .map(({ event }) => event)
      .filter(isStep)
      .map(ofItem),
    asked: ITEM_STEPS.filter((type) => type !== "item.moved" && type !== "item.scheduled").map((type) => ({
      sent: ofItem({ type }),
      isPossible: state.can({ type }),
    })),
    expected: { items: { "4": getItemStatus(state.value) } },
  }),
);

let meetings = 0;

/** A new meeting in which a path was walked. */
const walked = async (path: readonly Sent[]): Promise<string> => {
  const meeting = `walk-${(meetings += 1)}`;
  const record = { ...SEED, id: meeting };
  expect((await send("meeting.announced", { at: AT, data: { meeting, record } })).status).toBe(200);
  for (const { type, data } of path) {
    const { status, answer } = await send(type, { data: { ...data, meeting, ...("record" in data && { record }) } });
    expect(status, `${type}: ${String(answer["detail"])}`).toBe(200);
  }
  return meeting;
};

describe.for([
  { machine: "agenda", walks: agendaWalks, states: 27, transitions: getAdjacencyMap(agendaMachine, { events: agendaEvents }) },
  { machine: "slot", walks: slotWalks, states: 6, transitions: getAdjacencyMap(slotMachine, slotOptions) },
  {
    machine: "item",
    walks: itemWalks,
    states: 6,
    transitions: getAdjacencyMap(itemMachine, { events: ITEM_STEPS.map((type) => ({ type })) }),
  },
])("the statechart of the $machine", ({ walks, states, transitions }) => {
  beforeAll(async () => {
    await reset();
    await announce();
  });

  it(`has ${states} states that can be reached, each to be walked below`, () => {
    expect(walks).toHaveLength(states);
    expect(Object.keys(transitions)).toHaveLength(states);
  });

  it.for(walks)("through the real store: $name, and every transition from there", async ({ path, asked, expected }) => {
    const meeting = await walked(path);
    expect(await (await get(`/${BODY}/${meeting}.json`)).json()).toMatchObject(expected as Record<string, unknown>);
    for (const { sent, isPossible } of asked) {
      const to = isPossible ? await walked(path) : meeting;
      const data = { ...sent.data, meeting: to, ...("record" in sent.data && { record: { ...SEED, id: to } }) };
      const { status, answer } = await send(sent.type, { data });
      expect(status, `${sent.type}: ${String(answer["detail"])}`).toBe(isPossible ? 200 : 409);
      if (!isPossible) expect(Object.keys(REFUSALS)).toContain(answer["reason"]);
    }
  });
});

describe("what sittings and items do to each other", () => {
  beforeEach(async () => {
    await reset();
    await announce();
  });

  const states = async () =>
    (await get(`/${BODY}/2010.json`)).json<{
      slots: Record<string, string>;
      items: Record<string, string>;
      entries: { slot: string; status: string; items: { number: string; continued: boolean }[] }[];
    }>();
  const itemsIn = async (number: string) =>
    (await states()).entries.find((entry) => entry.slot === number)?.items.map((item) => item.number);

  it("opening a slot adjourns the previous open one of its kind, and none of another", async () => {
    await send("slot.added", { data: { slot: "7", start: "2010-01-27T10:00", end: "2010-01-27T12:00", items: [], kind: "informal" } });
    await send("slot.opened", { data: { slot: "7" } });
    await send("slot.opened", { data: { slot: "1" } });
    await send("slot.suspended", { data: { slot: "1" } });
    expect((await states()).slots).toMatchObject({ "1": "suspended", "7": "open" });
    await send("slot.opened", { data: { slot: "2" } });
    expect((await states()).slots).toMatchObject({ "1": "adjourned", "2": "open", "7": "open" });
  });

  it("live state changes no entry: opening, suspending, adjourning, taking up, concluding", async () => {
    for (const [type, data] of [
      ["slot.opened", { slot: "1" }],
      ["item.taken_up", { item: "2" }],
      ["slot.suspended", { slot: "1" }],
      ["slot.resumed", { slot: "1" }],
      ["item.left_open", { item: "2" }],
      ["slot.adjourned", { slot: "1" }],
      ["item.concluded", { item: "2" }],
    ] as const)
      expect((await send(type, { data })).answer, type).toMatchObject({ outcome: "applied", changed: [] });
  });

  it("an item moves from one sitting to another, continued or not as it was", async () => {
    const { answer } = await send("item.moved", { data: { item: "5", from: "5", to: "6" } });
    expect(answer["changed"]).toEqual([
      `/${BODY}.ics`,
      `/${BODY}/2010.ics`,
      `/${BODY}/2010/slots/5.ics`,
      `/${BODY}/2010/slots/6.ics`,
      ...["5", "6", "7", "8"].map((item) => `/${BODY}/2010/items/${item}.ics`),
    ]);
    expect(await itemsIn("5")).toEqual([]);
    expect(await itemsIn("6")).toEqual(["6", "7", "8", "5"]);
    expect((await states()).entries.find((entry) => entry.slot === "6")?.items.at(-1)).toMatchObject({ number: "5", continued: true });
  });

  it("a cancelled sitting sends its items elsewhere in the same event, and still shows what it would have taken up", async () => {
    const { answer } = await send("slot.cancelled", { data: { slot: "4", itemsTo: "5", reason: "Short of time" } });
    expect(answer).toMatchObject({ outcome: "applied", warnings: [] });
    expect(await itemsIn("4")).toEqual(["4", "5"]);
    expect(await itemsIn("5"), "what the document lists, then what was put there").toEqual(["5", "4"]);
    const feed = await (await get(`/${BODY}/2010/slots/4.ics`)).text();
    expect(feed.replaceAll("\r\n ", "")).toContain("its items go to Friday morning. Short of time");
  });

  it("cancelling to a sitting that is over is refused whole", async () => {
    await send("slot.adjourned", { data: { slot: "1" } });
    const { status, answer } = await send("slot.cancelled", { data: { slot: "4", itemsTo: "1" } });
    expect(status).toBe(409);
    expect(answer["reason"]).toBe("slot-takes-no-items");
    expect((await states()).slots["4"]).toBe("scheduled");
  });

  it("a deferred item leaves every sitting that is still to be held", async () => {
    await send("slot.opened", { data: { slot: "3" } });
    await send("slot.adjourned", { data: { slot: "3" } });
    await send("item.deferred", { at: "2010-01-29T10:20:00Z", data: { item: "4" } });
    expect(await itemsIn("3"), "what was held").toEqual(["4"]);
    expect(await itemsIn("4")).toEqual(["5"]);
    const feed = await (await get(`/${BODY}/2010/slots/4.ics`)).text();
    expect(feed.replaceAll("\r\n ", "")).toContain("CHANGED\\, 29 January 2010\\, 11.20 a.m.: item 4 deferred to the next session.");
  });

  it("a postponed meeting is tentative until it is rescheduled, and takes no sitting", async () => {
    await send("agenda.adopted");
    await send("meeting.postponed", { data: { reason: "Travel restrictions" } });
    expect((await states()).entries.every(({ status }) => status === "TENTATIVE")).toBe(true);
    expect((await send("slot.relocated", { data: { slot: "1", venue: "Board Room A" } })).answer["reason"]).toBe("meeting-postponed");
    const slots = SEED.slots
      .slice(0, 2)
      .map((one) => ({ ...one, start: one.start.replace("01-27", "02-10"), end: one.end?.replace("01-27", "02-10") }));
    await send("meeting.rescheduled", { data: { opensOn: "2010-02-10", closesOn: "2010-02-10", slots } });
    const toSents = (await states()).entries.filter(({ slot: number }) => number !== undefined);
    expect(toSents.map(({ slot: number, status }) => [number, status])).toEqual([
      ["1", "CONFIRMED"],
      ["2", "CONFIRMED"],
      ["3", "CANCELLED"],
      ["4", "CANCELLED"],
      ["5", "CANCELLED"],
      ["6", "CANCELLED"],
    ]);
  });

  it("a cancelled meeting cancels every sitting that was not held", async () => {
    await send("agenda.adopted");
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "1" } });
    expect((await send("meeting.cancelled")).answer["warnings"]).toMatchObject([{ code: "cancelled-after-opening" }]);
    expect((await states()).entries.map(({ status }) => status)).toEqual(["CONFIRMED", ...Array.from({ length: 5 }, () => "CANCELLED")]);
  });

  it("a revised agenda changes the programme, but not what was held, nor what it says nothing new of", async () => {
    await send("slot.opened", { data: { slot: "1" } });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
    await send("slot.cancelled", { data: { slot: "5" } });
    const slots = SEED.slots.filter(({ number }) => number !== "1" && number !== "6");
    const agenda = { ...SEED.agenda, symbol: "CTOC/COP/WG.4/2010/1/Rev.1" };
    await send("agenda.revised", { data: { record: { ...SEED, agenda, slots } } });
    const now = await states();
    expect(now.slots).toEqual({ "1": "open", "2": "scheduled", "3": "scheduled", "4": "scheduled", "5": "cancelled" });
    const feed = (await (await get(`/${BODY}/2010/slots/3.ics`)).text()).replaceAll("\r\n ", "");
    expect(feed).toContain("DTSTART;TZID=Europe/Vienna:20100128T110000");
    expect(feed, "the revision says nothing new of it").not.toContain("Agenda revised");
    const gone = (await (await get(`/${BODY}/2010/slots/6.ics`)).text()).replaceAll("\r\n ", "");
    expect(gone).toContain("STATUS:CANCELLED");
    expect(gone).toContain("no longer in the programme");
    expect((await send("slot.added", { data: { slot: "6", start: "2010-01-29T15:00", items: [] } })).answer["reason"]).toBe(
      "slot-number-used",
    );
  });

  it("an item that leaves the agenda is told to those who follow it, and a held sitting keeps what it took up", async () => {
    await send("slot.opened", { data: { slot: "2" } });
    const items = SEED.agenda.items.filter(({ number }) => number !== "3" && number !== "7");
    const slots = SEED.slots
      .filter(({ number }) => number !== "2")
      .map((one) => ({ ...one, items: one.items.filter((item) => item !== "7") }));
    const documents = (SEED.documents ?? []).filter((document) => !document.items?.includes("3"));
    const { answer } = await send("agenda.revised", { data: { record: { ...SEED, agenda: { ...SEED.agenda, items }, slots, documents } } });
    expect(answer["warnings"]).toMatchObject([{ code: "documents-dropped" }]);
    expect(answer["changed"]).toContain(`/${BODY}/2010/items/7.ics`);
    expect(await itemsIn("2")).toEqual(["3"]);
    expect(reread(await feedText(`/${BODY}/2010/items/3.ics`)).map(({ uid }) => uid)).toEqual(["ctoc-cop-wg4.2010.slot-2"]);
    expect(reread(await feedText(`/${BODY}/2010/items/7.ics`))).toMatchObject([
      { uid: "ctoc-cop-wg4.2010.item-7", status: "CANCELLED", summary: "CANCELLED: Item 7 (prov.): Other matters (TIP WG)" },
    ]);
  });

  it("another time for a sitting that was held is not taken in, and said so", async () => {
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "5" } });
    await send("meeting.suspended");
    const slots = [{ number: "5", start: "2010-03-01T10:00", end: "2010-03-01T13:00", items: ["5"], continued: ["5"] }];
    const data = { closesOn: "2010-03-01", slots };
    expect((await send("meeting.resumed", { data })).answer["reason"]).toBe("conflicts");
    const { answer } = await send("meeting.resumed", { data: { ...data, decide: { "slots.5.time": "keep" } } });
    expect(answer["warnings"]).toMatchObject([{ code: "held-slot-kept" }]);
    expect((await send("meeting.suspended")).status).toBe(200);
    expect((await send("meeting.resumed", { data: { opensOn: "2010-04-01" } })).status).toBe(422);
  });

  it("a postponed meeting says so in a month view", async () => {
    await send("agenda.adopted");
    await send("meeting.postponed");
    expect(reread(await feedText(`/${BODY}/2010/slots/3.ics`))[0]?.summary).toMatch(/^Item 4 \(postponed\): …in discouraging/);
  });

  it("a document for an item that no agenda has: refused at the door, and nothing blocked by it", async () => {
    expect((await send("documents.issued", { data: { documents: [{ symbol: "A/1", items: ["99"] }] } })).status).toBe(422);
    expect(
      (await send("meeting.rescheduled", { data: { opensOn: SEED.opensOn, closesOn: SEED.closesOn, slots: SEED.slots } })).status,
    ).toBe(200);
  });

  it("a dry run tells the state of every slot and item that it touches", async () => {
    await send("slot.opened", { data: { slot: "1" } });
    expect((await send("slot.opened", { dryRun: true, data: { slot: "2" } })).answer["statuses"]).toEqual([
      { slot: "1", before: "open", after: "adjourned" },
      { slot: "2", before: "scheduled", after: "open" },
    ]);
    expect((await send("item.concluded", { dryRun: true, data: { item: "2" } })).answer["statuses"]).toEqual([
      { item: "2", before: "pending", after: "concluded" },
    ]);
  });

  it("documents are known by their symbol", async () => {
    const documents = [
      { symbol: "CTOC/COP/WG.4/2010/2", issuedOn: "2010-01-05" },
      { symbol: "CTOC/COP/WG.4/2010/L.1", title: "Draft report", items: ["8"] },
    ];
    const { answer } = await send("documents.issued", { data: { documents } });
    expect(answer["changed"]).toEqual([
      `/${BODY}.ics`,
      `/${BODY}/2010.ics`,
      `/${BODY}/2010/slots/6.ics`,
      ...["6", "7", "8"].map((item) => `/${BODY}/2010/items/${item}.ics`),
    ]);
  });
});

describe("times in events", () => {
  beforeEach(async () => {
    await reset();
    await announce();
  });

  it.for([
    {
      what: "an end before its start",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T14:00" },
      field: "data.end",
    },
    {
      what: "a time that the clocks skip",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-03-28T02:30", end: "2010-03-28T04:00" },
      field: "data.start",
    },
    {
      what: "a length that ends at a time that the clocks skip",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2010-03-27T23:30" },
      field: "data.end",
    },
    { what: "an extension to before the start", type: "slot.extended", data: { slot: "3", end: "2010-01-28T09:00" }, field: "data.end" },
    { what: "a slip of the year", type: "slot.rescheduled", data: { slot: "3", start: "2019-01-28T10:00" }, field: "data.start" },
    {
      what: "a century that no meeting is in",
      type: "slot.rescheduled",
      data: { slot: "3", start: "2910-01-28T10:00" },
      field: "data.start",
    },
    {
      what: "dates in the wrong order",
      type: "meeting.rescheduled",
      data: { opensOn: "2010-02-10", closesOn: "2010-02-09", slots: SEED.slots },
      field: "data.closesOn",
    },
    {
      what: "a sitting for an item that no agenda has",
      type: "meeting.rescheduled",
      data: { opensOn: "2010-01-27", closesOn: "2010-01-29", slots: [{ ...slot, items: ["9"] }] },
      field: "data.slots.0.items.0",
    },
  ])("$what: refused at the door", async ({ type, data, field }) => {
    const { status, answer } = await send(type, { data });
    expect(status).toBe(422);
    expect(answer["errors"]).toMatchObject([{ field }]);
  });

  it("an event of the future: refused at the door", async () => {
    const { status, answer } = await send("meeting.opened", { at: new Date(Date.now() + 3_600_000).toISOString() });
    expect(status).toBe(422);
    expect(answer["detail"]).toContain("in the future");
  });

  it("a time that exists twice is the first of the two", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-10-31T02:30", end: "2010-10-31T05:00" } });
    const feed = await (await get(`/${BODY}/2010/slots/3.ics`)).text();
    expect(feed).toContain("DTSTART:20101031T003000Z");
  });
});

it("a record may not claim a publisher that its body is not registered with", async () => {
  await reset();
  await announce();
  const record = { ...SEED, body: { ...SEED.body, publisher: "United Nations" } };
  const { status, answer } = await post(JSON.stringify({ type: "agenda.revised", timestamp: AT, data: { ...subject, record } }));
  expect(status).toBe(422);
  expect(answer["errors"]).toMatchObject([{ field: "data.record.body.publisher" }]);
});
