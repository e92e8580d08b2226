import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, nextId, send, type Posted } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;
const json = async (query = "") =>
  (await get(`/${BODY}/${MEETING}.json${query}`)).json<{
    version: number;
    state: string;
    slots: Record<string, string>;
    entries: { slot: string; sequence: number; status: string; start: string }[];
  }>();
const history = async (query = "") =>
  (await (await get(`/${BODY}/${MEETING}/log.json${query}`)).json<{ events: Record<string, unknown>[] }>()).events;
const withdraw = (event: string, id?: string): Promise<Posted> =>
  send("event.withdrawn", { data: { event, reason: "Sent by mistake" } }, id === undefined ? {} : { id });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("event.withdrawn", () => {
  it("makes the meeting as if the event had not been sent, but calendars go on counting", async () => {
    const before = await json();
    const id = nextId();
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T15:00" } }, { id });
    expect((await withdraw(id)).answer).toMatchObject({
      outcome: "applied",
      version: 3,
      changed: [`/${BODY}.ics`, FEED, `/${BODY}/${MEETING}/slots/3.ics`, `/${BODY}/${MEETING}/items/4.ics`],
    });
    const after = await json();
    expect(after.entries.map(({ slot, start, sequence }) => [slot, start, sequence])).toEqual(
      before.entries.map(({ slot, start }) => [slot, start, slot === "3" ? 2 : 0]),
    );
  });

  it("names later events that would become impossible, and in which order to withdraw them", async () => {
    const [adoption, report, issue] = [nextId(), nextId(), nextId()];
    await send("agenda.adopted", {}, { id: adoption });
    await send("report.adopted", {}, { id: report });
    await send("report.issued", { data: { symbol: "A/1" } }, { id: issue });
    const refused = await withdraw(adoption);
    expect(refused).toMatchObject({ status: 409, answer: { reason: "withdrawal-leaves-impossible", alsoWithdraw: [issue, report] } });
    expect(refused.answer["detail"]).toContain(`report.adopted (${report}), report.issued (${issue})`);
    for (const id of [issue, report, adoption]) expect((await withdraw(id)).status).toBe(200);
    expect((await json()).state).toBe("provisional");
  });

  it("never leaves a sitting that ends before it starts: what depends on the event is named", async () => {
    const [move, extension] = [nextId(), nextId()];
    await send("slot.rescheduled", { data: { slot: "5", start: "2010-01-28T19:00", end: "2010-01-28T21:00" } }, { id: move });
    await send("slot.extended", { data: { slot: "5", end: "2010-01-28T22:00" } }, { id: extension });
    expect(await withdraw(move)).toMatchObject({
      status: 409,
      answer: { reason: "withdrawal-leaves-impossible", alsoWithdraw: [extension] },
    });
  });

  it("of an added slot leaves its cancelled entry for ever; one that returns goes on counting", async () => {
    const id = nextId();
    await send("slot.added", { data: { slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: ["7"] } }, { id });
    await withdraw(id);
    expect(reread(await feedText(`/${BODY}/${MEETING}/slots/7.ics`))[0]).toMatchObject({ status: "CANCELLED", sequence: 1 });
    await send("slot.added", { data: { slot: "7", start: "2010-01-29T18:30", end: "2010-01-29T20:00", items: ["7"] } });
    expect(reread(await feedText(`/${BODY}/${MEETING}/slots/7.ics`))[0]).toMatchObject({ status: "TENTATIVE", sequence: 2 });
  });

  it.for([
    { what: "an event that never was", event: "msg_never", reason: "unknown-event" },
    { what: "the announcement", event: "first", reason: "not-withdrawable" },
    { what: "what is withdrawn already", event: "withdrawn", reason: "already-withdrawn" },
    { what: "a withdrawal", event: "withdrawal", reason: "not-withdrawable" },
  ])("refuses $what", async ({ event, reason }) => {
    await send("meeting.opened", {}, { id: "withdrawn" });
    await withdraw("withdrawn", "withdrawal");
    const first = String((await history())[0]?.["id"]);
    const { status, answer } = await withdraw(event === "first" ? first : event);
    expect(status).toBe(409);
    expect(answer["reason"]).toBe(reason);
  });
});

describe("event.redacted", () => {
  it("removes an event's words for ever and keeps its place, its effect and its answer", async () => {
    const id = nextId();
    const data = { slot: "3", reason: "A name that must not be here" };
    const first = await send("slot.cancelled", { data }, { id });
    expect(await feedText(FEED)).toContain("A name that must not be here".slice(0, 6));
    await send("event.redacted", { data: { event: id } });
    for (const path of [
      FEED,
      `/${BODY}/${MEETING}`,
      `/${BODY}/${MEETING}.json`,
      `/${BODY}/${MEETING}/log`,
      `/${BODY}/${MEETING}/log.json`,
      `/${BODY}/${MEETING}/report.txt`,
    ])
      expect((await feedText(path)).replaceAll("\r\n ", ""), path).not.toContain("must not be here");
    expect((await json()).slots["3"]).toBe("cancelled");
    expect(await send("slot.cancelled", { data }, { id }), "a retry of it").toEqual(first);
    expect((await send("event.redacted", { data: { event: id } })).answer["reason"]).toBe("no-words");
  });
});

it("what was said of a slot that never was does not outlive its withdrawal", async () => {
  const id = nextId();
  await send("slot.added", { data: { slot: "7", start: "2010-01-29T19:00", items: ["7"], note: "A name that must not be here" } }, { id });
  await withdraw(id);
  expect((await feedText(`/${BODY}/${MEETING}/slots/7.ics`)).replaceAll("\r\n ", "")).not.toContain("must not be here");
});

describe("the history", () => {
  it("tells in words what happened, when, and what changed", async () => {
    await send("meeting.opened", { at: "2010-01-27T09:08:00Z" });
    const id = nextId();
    await send(
      "slot.rescheduled",
      { data: { slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T18:00", note: "At the request of the Chair" } },
      { id },
    );
    await withdraw(id);
    const events = await history();
    expect(events.map(({ version, text, isWithdrawn }) => [version, text, isWithdrawn])).toEqual([
      [1, "The provisional agenda was issued.", false],
      [2, "The meeting was opened.", false],
      [3, "The sitting of Thursday morning, 28 January 2010 was moved to Thursday, 28 January 2010, 3-6 p.m.", true],
      [
        4,
        "Withdrawn, as sent by mistake: The sitting of Thursday morning, 28 January 2010 was moved to Thursday, 28 January 2010, 3-6 p.m.",
        false,
      ],
    ]);
    expect(events[2]).toMatchObject({
      id,
      words: ["At the request of the Chair"],
      changed: [{ slot: "3", sequence: 1 }],
      happened: "2010-01-27T09:20:00Z",
    });
    const page = await feedText(`/${BODY}/${MEETING}/log`);
    expect(page).toContain("<blockquote><bdi>At the request of the Chair</bdi></blockquote>");
    expect(page).toContain("Withdrawn later");
  });

  it("shows things as they were known at a version", async () => {
    await send("agenda.adopted", {}, { id: "adoption" });
    await withdraw("adoption");
    await send("slot.cancelled", { data: { slot: "5" } });
    expect((await json("?version=2")).state).toBe("adopted");
    expect((await json("?version=3")).state).toBe("provisional");
    expect((await json("?version=4")).entries).toEqual((await json()).entries);
    expect((await history("?version=2"))[1]).toMatchObject({ isWithdrawn: false });
    for (const version of ["0", "5", "1.5", "x", ""])
      expect((await get(`/${BODY}/${MEETING}.json?version=${version}`)).status, version).toBe(404);
    expect((await get(`/${BODY}/1999/log`)).status).toBe(404);
  });

  it("shows the latest version as the meeting is, its entries in the same order", async () => {
    // Its own entry comes last into being, and stands first.
    await send("item.deferred", { data: { item: "7" } });
    const now = await feedText(`/${BODY}/${MEETING}.json`);
    expect(await feedText(`/${BODY}/${MEETING}.json?version=2`)).toBe(now);
    expect(now).toContain(`${BODY}.${MEETING}.item-7`);
  });
});

describe("what may happen next", () => {
  it("names each event with the fields that it needs, and the slots and items that it may name", async () => {
    await send("slot.cancelled", { data: { slot: "5" } });
    const { next } = await (await get(`/${BODY}/${MEETING}.json`)).json<{ next: { type: string }[] }>();
    const of = (type: string) => next.find((form) => form.type === type);
    expect(of("slot.reinstated")).toMatchObject({ required: ["body", "meeting", "slot"], slots: ["5"] });
    expect(of("slot.rescheduled")).toMatchObject({
      required: ["body", "meeting", "slot", "start"],
      optional: ["expectedVersion", "note", "end", "part", "after", "timeNote"],
      slots: ["1", "2", "3", "4", "6"],
    });
    expect(of("item.moved")).toMatchObject({ items: ["1(a)", "1(b)", "2", "3", "4", "5", "6", "7", "8"] });
    expect(of("report.adopted")).toBeUndefined();
    expect(of("agenda.adopted")).toMatchObject({ description: expect.stringContaining("adopted its agenda") });
  });
});
