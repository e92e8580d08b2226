import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { textsAt } from "./support/documents.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const feedOf = async (path: string) => reread(await feedText(`${PAGE}${path}.ics`));
const entryOf = async (slot: string) => (await feedOf("")).find(({ uid }) => uid.endsWith(`.slot-${slot}`));
const added = (data: Record<string, unknown> = {}) => send("item.added", { data: { item: "9", title: "Next session", ...data } });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("an item that is added", () => {
  it("has a feed of its own, and stands in its sitting with a line that says so", async () => {
    expect(await added({ slot: "6" })).toMatchObject({
      status: 200,
      answer: { changed: expect.arrayContaining([`${PAGE}/items/9.ics`, `${PAGE}/slots/6.ics`]) as string[] },
    });
    const { description = "", sequence } = (await entryOf("6")) ?? {};
    expect(description).toContain("item 9 added");
    expect(description).toContain("9. Next session");
    expect(sequence).toBe(1);
    expect((await feedOf("/items/9")).map(({ uid, status }) => [uid.split(".").at(-1), status])).toEqual([["slot-6", "TENTATIVE"]]);
    expect(await textsAt(`${PAGE}/agenda`, ".agenda .number")).toContain("9");
    expect(await feedText(`${PAGE}/log`)).toContain("Item 9 was added to the agenda: Next session.");
  });

  it("keeps its address for ever, also once it turned out to be a mistake", async () => {
    await send("item.added", { data: { item: "9", title: "Next session", slot: "6" } }, { id: "msg_added" });
    expect(await send("event.withdrawn", { data: { event: "msg_added" } })).toMatchObject({ status: 200 });
    expect((await feedOf("/items/9")).map(({ status }) => status)).toEqual(["CANCELLED"]);
  });

  it("can't have a number that has no address", async () => {
    expect(await added({ item: "项目项目项目项目项目" })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.item" }] } });
  });
});

describe("an item that is called otherwise", () => {
  it("is called so in its sittings and in its feed, in each language, and the history says it", async () => {
    await send("item.changed", { data: { item: "4", title: { en: "Demand", fr: "La demande" } } });
    const french = reread(await feedText(`${PAGE}/items/4.ics?lang=fr`));
    expect(french.every(({ description }) => description.includes("4. La demande"))).toBe(true);
    expect(french[0]?.summary).toContain("La demande");
    expect((await entryOf("3"))?.description).toContain("item 4 is now called: Demand");
    expect(await feedText(`/fr${PAGE}/log`)).toContain("Le point 4 a reçu un nouvel intitulé : La demande.");
  });
});

describe("an item in abeyance, and one taken off", () => {
  it("tells its subscribers so, at the time where they would look", async () => {
    await send("item.held", { data: { item: "6", cause: "delegations-request" } });
    const [entry] = await feedOf("/items/6");
    expect(entry).toMatchObject({ status: "CANCELLED", start: "2010-01-29T15:00:00" });
    expect(entry?.description).toContain("item 6 held in abeyance, at the request of delegations.");
    expect(await textsAt(`${PAGE}/agenda`, ".agenda .tag")).toEqual(["Held in abeyance"]);
  });

  it("leaves no trace on the agenda once it is taken off, and a tombstone in its feed", async () => {
    await send("item.removed", { data: { item: "6", reason: "Withdrawn by its sponsors" } });
    const [entry] = await feedOf("/items/6");
    expect(entry).toMatchObject({ status: "CANCELLED", start: "2010-01-29T15:00:00" });
    expect(entry?.description).toContain("item 6 no longer on the agenda. Withdrawn by its sponsors");
    expect((await entryOf("6"))?.summary).not.toContain(" 6,");
    expect(await textsAt(`${PAGE}/agenda`, ".agenda .number")).not.toContain("6");
    expect(await send("item.taken_up", { data: { item: "6" } })).toMatchObject({ status: 409, answer: { reason: "unknown-item" } });
  });
});

describe("an item that is taken up not before a time", () => {
  it("says so beside it, on the page as in the calendar", async () => {
    await send("item.scheduled", { data: { item: "5", slot: "4", time: "2010-01-28T16:30" } });
    const { description = "" } = (await entryOf("4")) ?? {};
    expect(description).toContain("item 5 not before 4.30 p.m.");
    expect(description).toMatch(/5\. Non-punishment.*\(not before 4\.30 p\.m\.\)/);
    expect(await (await get(PAGE)).text()).toContain("(not before 4.30 p.m.)");
    expect(await feedText(`${PAGE}/log`)).toContain("Thursday afternoon, 28 January 2010, not before 4.30 p.m.");
  });

  it("has a time that the clocks of the place show", async () => {
    const spring = {
      ...SEED,
      opensOn: "2010-03-27",
      closesOn: "2010-03-29",
      slots: [{ number: "1", start: "2010-03-28T01:00", end: "2010-03-28T04:00", items: ["1(a)", "2"] }],
    };
    await send("meeting.announced", { data: { meeting: "2010-2", record: { ...spring, id: "2010-2" } } });
    const data = { meeting: "2010-2", item: "2", slot: "1", time: "2010-03-28T02:30" };
    expect(await send("item.scheduled", { data })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.time" }] } });
  });
});
