import { beforeEach, describe, expect, it } from "vitest";
import { reset } from "cloudflare:test";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";
import { entryBytes, reread } from "./support/reread.ts";

const SLOTS = ["1", "2", "3", "4", "5", "6"] as const;
const MEETING_FEED = `/${BODY}/${MEETING}.ics`;
const slotFeed = (slot: string) => `/${BODY}/${MEETING}/slots/${slot}.ics`;

/** In the order of the agenda; an item is touched with its subitems. */
const itemFeeds = (items: ReadonlySet<string>): readonly string[] =>
  ["1", "1(a)", "1(b)", "2", "3", "4", "5", "6", "7", "8"]
    .filter((item) => items.has(item) || (item === "1" && items.has("1(a)")))
    .map((item) => `/${BODY}/${MEETING}/items/${item.replaceAll(/[()]/g, "")}.ics`);

interface Observed {
  readonly meeting: string;
  readonly slots: ReadonlyMap<string, { readonly bytes: string; readonly etag: string }>;
}

const observe = async (): Promise<Observed> => {
  const slots = await Promise.all(
    SLOTS.map(async (slot) => {
      const response = await get(slotFeed(slot));
      return [slot, { bytes: await response.text(), etag: response.headers.get("etag") ?? "" }] as const;
    }),
  );
  return { meeting: await feedText(MEETING_FEED), slots: new Map(slots) };
};

/** Exactly the slots named have changed, each by one SEQUENCE; all else is the same bytes and still good by its old ETag. */
const expectChanged = async (before: Observed, after: Observed, changed: readonly string[]): Promise<void> => {
  const [old, present] = [before.meeting, after.meeting].map((feed) => new Map(reread(feed).map((entry) => [entry.uid, entry])));
  const [oldBytes, presentBytes] = [entryBytes(before.meeting), entryBytes(after.meeting)];
  for (const slot of SLOTS) {
    const uid = `${BODY}.${MEETING}.slot-${slot}`;
    const isChanged = changed.includes(slot);
    expect(present?.get(uid)?.sequence, `SEQUENCE of slot ${slot}`).toBe((old?.get(uid)?.sequence ?? 0) + (isChanged ? 1 : 0));
    expect(oldBytes.get(uid) === presentBytes.get(uid), `bytes of slot ${slot}`).toBe(!isChanged);
    const revalidated = await get(slotFeed(slot), { "if-none-match": before.slots.get(slot)?.etag ?? "" });
    expect(revalidated.status, `slot ${slot} asked by its old ETag`).toBe(isChanged ? 200 : 304);
  }
};

const STORY = {
  "meeting.opened": { at: "2010-01-27T09:10:00Z", changed: ["1"], data: {} },
  "agenda.adopted": { at: "2010-01-27T09:20:00Z", changed: SLOTS, data: {} },
  "slot.rescheduled": {
    at: "2010-01-28T08:00:00Z",
    changed: ["3"],
    data: { slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T18:00" },
  },
  "slot.cancelled": { at: "2010-01-28T16:40:00Z", changed: ["5"], data: { slot: "5", reason: "Consultations" } },
  "report.adopted": { at: "2010-01-29T16:30:00Z", changed: ["6"], data: {} },
  // A new time is told no longer than there is something to come to.
  "meeting.closed": { at: "2010-01-29T16:45:00Z", changed: ["3", "6"], data: {} },
} as const;

const openedFirst = ["meeting.opened", "agenda.adopted", "slot.rescheduled", "slot.cancelled", "report.adopted", "meeting.closed"] as const;
const adoptedFirst = ["agenda.adopted", "meeting.opened", ...openedFirst.slice(2)] as const;

describe("the story of the seed meeting", () => {
  beforeEach(async () => {
    await reset();
    await announce();
  });

  it.for([
    {
      order: "opened before adopted",
      steps: openedFirst,
      states: ["in session", "in session", "in session", "in session", "report adopted", "report adopted"],
    },
    {
      order: "adopted before opened",
      steps: adoptedFirst,
      states: ["adopted", "in session", "in session", "in session", "report adopted", "report adopted"],
    },
  ])("$order: each step shows at once, and nothing else changes", async ({ steps, states }) => {
    let before = await observe();
    for (const [at, step] of steps.entries()) {
      const { changed, data, at: happened } = STORY[step];
      const { status, answer } = await send(step, { at: happened, data });
      expect(status, step).toBe(200);
      expect(answer["state"], step).toBe(states[at]);
      const items = new Set(SEED.slots.filter(({ number }) => changed.some((other) => other === number)).flatMap((slot) => slot.items));
      expect(answer["changed"], step).toEqual([`/${BODY}.ics`, MEETING_FEED, ...changed.map(slotFeed), ...itemFeeds(items)]);
      const after = await observe();
      await expectChanged(before, after, changed);
      before = after;
    }
    const entries = new Map(reread(before.meeting).map((entry) => [entry.uid.at(-1), entry]));
    expect(entries.get("3")).toMatchObject({ start: "2010-01-28T15:00:00", end: "2010-01-28T18:00:00", status: "CONFIRMED" });
    expect(entries.get("5")).toMatchObject({ status: "CANCELLED", summary: expect.stringMatching(/^CANCELLED: Item 5 \(cont\.\): /) });
  });

  it("an entry is TENTATIVE until the agenda is adopted", async () => {
    expect(reread(await feedText(MEETING_FEED)).map(({ status }) => status)).toEqual(SLOTS.map(() => "TENTATIVE"));
    await send("meeting.opened");
    expect(reread(await feedText(slotFeed("1")))[0]?.status).toBe("TENTATIVE");
    await send("agenda.adopted");
    expect(reread(await feedText(MEETING_FEED)).map(({ status }) => status)).toEqual(SLOTS.map(() => "CONFIRMED"));
  });

  it("an entry tells what changed, when, and what it was before", async () => {
    await send("slot.rescheduled", { at: "2010-01-28T10:20:00Z", data: { slot: "3", start: "2010-01-28T15:00" } });
    expect(reread(await feedText(slotFeed("3")))[0]?.description).toContain(
      "CHANGED, 28 January 2010, 11.20 a.m.: moved from Thursday, 28 January 2010, 10 a.m.-1 p.m. to 3-6 p.m.",
    );
  });

  it("a slot moved without an end keeps its length", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T14:30" } });
    expect(reread(await feedText(slotFeed("3")))[0]).toMatchObject({ start: "2010-01-28T14:30:00", end: "2010-01-28T17:30:00" });
  });

  it("an adoption as orally revised brings the revised programme", async () => {
    const slots = SEED.slots
      .filter(({ number }) => number !== "5")
      .map((slot) => (slot.number === "6" ? { ...slot, items: ["5", ...slot.items] } : slot));
    const record = { ...SEED, slots };
    await send("agenda.adopted", { data: { record } });
    const entries = new Map(reread(await feedText(MEETING_FEED)).map((entry) => [entry.uid.at(-1), entry]));
    expect(entries.get("6")).toMatchObject({
      status: "CONFIRMED",
      summary: expect.stringMatching(/^Items 5-8: /),
      description: expect.stringContaining("as orally revised"),
    });
    expect(entries.get("5"), "a slot that vanished stays as a cancelled entry").toMatchObject({ status: "CANCELLED", sequence: 1 });
  });
});
