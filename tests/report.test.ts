import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import story from "./stories/real-day.jsonl?raw";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

interface Line {
  readonly id?: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data?: Record<string, unknown>;
}

const lines = story
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const tell = async ({ id, type, timestamp, data }: Line) => {
  const record = data?.["record"] === undefined ? {} : { record: SEED };
  const { status, answer } = await send(type, { at: timestamp, data: { ...data, ...record } }, id === undefined ? {} : { id });
  expect(status, `${type} ${timestamp}: ${String(answer["detail"])}`).toBe(200);
};
const report = () => feedText(`/${BODY}/${MEETING}/report.txt`);

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the drafted report", () => {
  it("says in the customary words what was reported, and nothing else", async () => {
    for (const line of lines) await tell(line);
    await expect(await report()).toMatchFileSnapshot("golden/report-real-day.txt");
  });

  it("says what the body decided of its agenda since, and that the meeting was broken off", async () => {
    await send("agenda.adopted", { at: "2010-01-27T09:20:00Z" });
    await send("item.added", { at: "2010-01-27T09:30:00Z", data: { item: "9", title: "Venue of the next meeting" } });
    await send("item.held", { at: "2010-01-27T09:40:00Z", data: { item: "4" } });
    await send("item.removed", { at: "2010-01-27T09:50:00Z", data: { item: "5" } });
    await send("meeting.opened", { at: "2010-01-27T10:00:00Z" });
    await send("meeting.suspended", { at: "2010-01-28T10:00:00Z" });
    await send("meeting.resumed", { at: "2010-01-29T10:00:00Z" });
    const text = await report();
    expect(text).toContain("the Working Group decided to include agenda item 9, entitled “Venue of the next meeting”, in its agenda.");
    expect(text).toMatch(/decided to hold agenda item 4, entitled “.+”, in abeyance\./);
    expect(text).toMatch(/decided to remove agenda item 5, entitled “.+”, from its agenda\./);
    expect(text).toContain("The meeting was suspended on 28 January and resumed on 29 January.");
  });

  it("marks the gaps where nothing was reported", async () => {
    await send("agenda.adopted", { at: "2010-01-27T09:20:00Z" });
    const text = await report();
    expect(text).toContain("At its [...] meeting, on 27 January, the Working Group adopted its agenda:");
    expect(text).toContain("The meeting was opened on [...] by [...].");
    expect(text).toContain("adopted its report [...].");
    expect(text).not.toContain("considered");
    expect(text).not.toContain("1st");
  });
});

describe("the drafted report of an agenda that was revised", () => {
  const renumber = (item: string) => (/^[3-8]$/.test(item) ? String(Number(item) + 1) : item);
  const renumbered = {
    ...SEED,
    agenda: {
      ...SEED.agenda,
      items: SEED.agenda.items.flatMap((item) => {
        const moved = { ...item, number: renumber(item.number) };
        return item.number === "3" ? [{ number: "3", title: "Election of officers" }, moved] : [moved];
      }),
    },
    documents: [],
    slots: SEED.slots.map(({ continued, ...slot }) => ({
      ...slot,
      items: slot.items.map(renumber),
      ...(continued && { continued: continued.map(renumber) }),
    })),
  };

  it("says what the body revised, what stayed, and tells of each item what was done at it under whatever number", async () => {
    await send("slot.rescheduled", { at: "2010-01-27T08:50:00Z", data: { slot: "5", start: "2010-01-29T09:00", end: "2010-01-29T13:00" } });
    await send("meeting.opened", { at: "2010-01-27T09:05:00Z" });
    await send("slot.opened", { at: "2010-01-27T09:05:00Z", data: { slot: "1" } });
    await send("item.taken_up", { at: "2010-01-27T09:10:00Z", data: { item: "3" } });
    await send("item.concluded", { at: "2010-01-27T09:15:00Z", data: { item: "3" } });
    expect((await send("agenda.adopted", { at: "2010-01-27T09:20:00Z", data: { record: renumbered, conflicts: "keep" } })).status).toBe(
      200,
    );
    const text = await report();
    expect(text).toContain("The agenda was orally revised as follows: New item 3; items 3-8 become 4-9");
    expect(text).toContain("was maintained: Friday morning begins at 9 a.m. (the document still says 10 a.m.).");
    expect(text).toContain("considered agenda item 4, entitled “Analysis of key concepts");
    expect(text).not.toContain("considered agenda item 3");
  });

  it("tells in the history what a revision changed and kept, and what was so already", async () => {
    await send("slot.cancelled", { at: "2010-01-27T09:00:00Z", data: { slot: "5" } });
    await send("agenda.revised", {
      at: "2010-01-27T09:10:00Z",
      data: { record: { ...SEED, slots: SEED.slots.map((slot) => (slot.number === "6" ? { ...slot, end: "2010-01-29T17:00" } : slot)) } },
    });
    await send("slot.cancelled", { at: "2010-01-27T09:15:00Z", data: { slot: "5" } });
    const { events } = JSON.parse(await feedText(`/${BODY}/${MEETING}/log.json`)) as {
      events: { revision: string[]; isUnchanged: boolean }[];
    };
    expect(events.map(({ revision }) => revision)).toEqual([
      [],
      [],
      [
        "It changes (1): Friday afternoon ends at 5 p.m. (was 6 p.m.).",
        "Reported since, and kept (1): Friday morning stays cancelled (the document still lists it).",
      ],
      [],
    ]);
    expect(events.map(({ isUnchanged }) => isUnchanged)).toEqual([false, false, false, true]);
    const page = await feedText(`/fr/${BODY}/${MEETING}/log`);
    expect(page).toMatch(/Vendredi après-midi\s: fin à 17\sheures \(au lieu de\s: 18\sheures\)/);
    expect(page).toMatch(/C’était déjà le cas\s: rien n’a changé\./);
  });
});

describe("the drafted report, corrected", () => {
  it("is whole although an event was withdrawn and its words removed", async () => {
    for (const line of lines.slice(0, 6)) await tell(line);
    await send("slot.cancelled", { data: { slot: "5", reason: "Mistake" } }, { id: "msg_wrong" });
    await send("event.withdrawn", { data: { event: "msg_wrong" } });
    await send("event.redacted", { data: { event: "msg_wrong" } });
    for (const line of lines.slice(6)) await tell(line);
    await expect(await report()).toMatchFileSnapshot("golden/report-real-day.txt");
  });

  it("tells of a report adopted in part, then whole", async () => {
    await send("agenda.adopted");
    await send("report.adopted", { at: "2010-01-29T12:00:00Z", data: { manner: "in part" } });
    expect((await send("report.adopted", { at: "2010-01-29T16:00:00Z" })).answer["warnings"]).toEqual([]);
    expect(await report()).toMatch(/adopted its report, in part\.[\s\S]*adopted its report\.\n/);
    expect((await send("report.adopted", { at: "2010-01-29T16:00:00Z" })).answer).toMatchObject({ outcome: "unchanged", warnings: [] });
    const again = { at: "2010-01-29T17:00:00Z", data: { manner: "as orally amended" } };
    expect((await send("report.adopted", again)).answer["warnings"]).toMatchObject([{ code: "report-adopted-again" }]);
  });
});

describe("the history of a real day", () => {
  it("reads well", async () => {
    for (const line of lines) await tell(line);
    const { events } = JSON.parse(await feedText(`/${BODY}/${MEETING}/log.json`)) as {
      events: { text: string; happened: string; isWithdrawn: boolean }[];
    };
    const text = events
      .map(({ happened, text: words, isWithdrawn }) => `${happened}  ${words}${isWithdrawn ? " (withdrawn)" : ""}`)
      .join("\n");
    await expect(`${text}\n`).toMatchFileSnapshot("golden/history-real-day.txt");
  });
});
