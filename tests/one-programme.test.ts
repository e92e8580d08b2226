import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingRecord } from "../src/meeting/record.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, nextId, SEED, send } from "./support/secretariat.ts";

/** Documents and facts that say one programme, as delegates' calendars are told of it. */

const ofItem = (id: string): string => `/${BODY}/${MEETING}/items/${id}.ics`;
const { items } = SEED.agenda;

/** The shipped agenda with a new item 3: all after it have one number more. */
const INSERTED: MeetingRecord = {
  ...SEED,
  agenda: {
    ...SEED.agenda,
    symbol: "CTOC/COP/WG.4/2010/1/Rev.1",
    items: [
      ...items.slice(0, 2),
      { number: "3", title: "International cooperation" },
      ...items.slice(2).map((item) => ({ ...item, number: String(Number(item.number) + 1) })),
    ],
  },
  documents: [],
  slots: SEED.slots.map((slot) => {
    const later = (number: string): string => (/^[3-8]$/.test(number) ? String(Number(number) + 1) : number);
    const added = slot.number === "2" ? ["3"] : [];
    return { ...slot, items: [...added, ...slot.items.map(later)], ...(slot.continued && { continued: slot.continued.map(later) }) };
  }),
};

const revise = (record: MeetingRecord, id?: string, at?: string) =>
  send("agenda.revised", { ...(at !== undefined && { at }), data: { record } }, id === undefined ? {} : { id });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the address of an item", () => {
  it("that came with a revision answers though the revision is withdrawn, and is never another's", async () => {
    const revision = nextId();
    await revise(INSERTED, revision);
    expect(reread(await feedText(ofItem("3~2"))).map(({ status }) => status)).toEqual(["TENTATIVE"]);
    await send("event.withdrawn", { data: { event: revision } });
    const [entry] = reread(await feedText(ofItem("3~2")));
    expect(entry).toMatchObject({ status: "CANCELLED" });
    expect(entry?.description).toContain("International cooperation");
    await revise({
      ...INSERTED,
      agenda: {
        ...INSERTED.agenda,
        items: INSERTED.agenda.items.map((item) => (item.number === "3" ? { ...item, title: "Other" } : item)),
      },
    });
    const later = await feedText(ofItem("3~2"));
    expect(later).toContain("International cooperation");
    expect(later).not.toContain("3. Other");
    expect(await feedText(ofItem("3~3"))).toContain("3. Other");
  });
});

describe("a fact that comes late", () => {
  it("names an item by the number that it had when it happened", async () => {
    const without = {
      ...SEED,
      agenda: { ...SEED.agenda, items: items.slice(0, -1) },
      documents: [],
      slots: SEED.slots.map((slot) => ({ ...slot, items: slot.items.filter((item) => item !== "8") })),
    };
    await revise(without, undefined, "2010-01-20T09:00:00Z");
    const issued = { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["8"] }] };
    expect((await send("documents.issued", { at: "2010-01-21T09:00:00Z", data: issued })).status).toBe(422);
    expect(await send("documents.issued", { at: "2010-01-19T09:00:00Z", data: issued })).toMatchObject({
      status: 200,
      answer: { outcome: "applied", warnings: [{ code: "late" }] },
    });
    expect((await get(ofItem("8"))).status).toBe(200);
  });
});
