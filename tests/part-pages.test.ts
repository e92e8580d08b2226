import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { attributesAt, textsAt } from "./support/documents.ts";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const SITTING = `${PAGE}/slots/3`;
const ITEM = `${PAGE}/items/4`;

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a sitting has a page of its own", () => {
  it("with its day, its time, its items and their documents", async () => {
    expect(await textsAt(SITTING, "h1")).toEqual(["Thursday morning, 28 January 2010"]);
    expect(await textsAt(SITTING, ".lead time")).toEqual(["10 a.m.-1 p.m."]);
    expect(await attributesAt(SITTING, ".items a", "href")).toEqual([`${PAGE}/items/4`]);
    const documents = (SEED.documents ?? []).filter(({ items }) => items?.includes("4")).map(({ symbol }) => symbol);
    expect(await textsAt(SITTING, ".documents a")).toEqual(documents);
  });

  it("with the room that it is in now, and how that came about", async () => {
    await send("slot.relocated", { data: { slot: "3", venue: "Boardroom D", note: "More room" } });
    expect(await textsAt(SITTING, ".place-of")).toEqual(["Boardroom D, Vienna"]);
    expect(await textsAt(SITTING, ".change")).toEqual(["CHANGED, 27 January 2010, 10.20 a.m.: now in Boardroom D. More room."]);
  });

  it("with what is said of interpretation, accessibility, and how to take part", async () => {
    const data = { slot: "3", interpretation: "English and French", accessibility: "Lift", webcast: "https://webtv.un.org/x" };
    await send("slot.changed", { data });
    expect(await textsAt(SITTING, ".what .soft")).toEqual(
      expect.arrayContaining(["Interpretation: English and French", "Accessibility: Lift"]),
    );
    expect(await attributesAt(SITTING, ".what a", "href")).toEqual(["https://webtv.un.org/x"]);
  });

  it("with where it stands, and the sittings before and after it", async () => {
    await send("slot.opened", { data: { slot: "3" } });
    await send("slot.suspended", { data: { slot: "3", until: "2010-01-28T12:00" } });
    expect(await textsAt(SITTING, ".head .tag")).toEqual(["Suspended"]);
    expect(await textsAt(SITTING, ".head .tag + .soft")).toEqual(["to be resumed: Thursday, 28 January 2010, noon"]);
    expect(await attributesAt(SITTING, ".neighbours a", "href")).toEqual([`${PAGE}/slots/2`, `${PAGE}/slots/4`]);
  });

  it("that leads to its feed, in the reader's language", async () => {
    const feed = `https://plenary.example${SITTING}.ics`;
    expect(await textsAt(SITTING, ".card code")).toEqual([feed]);
    expect(await textsAt(`/fr${SITTING}`, ".card code")).toEqual([`${feed}?lang=fr`]);
    expect(await attributesAt(SITTING, 'link[type="text/calendar"]', "href")).toEqual([feed]);
  });

  it("for ever, though it left the programme, or never was", async () => {
    const slots = SEED.slots.filter(({ number }) => number !== "3");
    await send("agenda.revised", { at: "2010-01-20T00:00:00Z", data: { record: { ...SEED, slots } } });
    expect(await textsAt(SITTING, ".head .tag")).toEqual(["Cancelled"]);
    const id = "msg_of_slot_9";
    await send("slot.added", { data: { slot: "9", start: "2010-01-28T20:00", items: [] } }, { id });
    await send("event.withdrawn", { data: { event: id } });
    expect(await textsAt(`${PAGE}/slots/9`, ".head .tag")).toEqual(["Cancelled"]);
  });

  it("and the meeting's page leads to it", async () => {
    expect(await attributesAt(PAGE, ".slot h4 a", "href")).toEqual(SEED.slots.map(({ number }) => `${PAGE}/slots/${number}`));
  });
});

describe("an item has a page of its own", () => {
  it("with the sittings that take it up, where it stands, and its annotations", async () => {
    await send("item.taken_up", { data: { item: "4" } });
    expect(await textsAt(ITEM, "h1")).toEqual([`Item 4: ${SEED.agenda.items[3]?.title as string}`]);
    expect(await textsAt(ITEM, ".body h3")).toEqual(["Thursday morning, 28 January 2010", "Thursday afternoon, 28 January 2010"]);
    expect(await textsAt(ITEM, ".head .tag")).toEqual(["Under consideration"]);
    expect((await textsAt(ITEM, ".annotations p")).length).toBeGreaterThan(0);
  });

  it("that leads from a part to the whole, and back", async () => {
    expect(await attributesAt(`${PAGE}/items/1a`, ".body > p a", "href")).toEqual([`${PAGE}/items/1`]);
    expect(await attributesAt(`${PAGE}/items/1`, ".body > .list a", "href")).toEqual([`${PAGE}/items/1a`, `${PAGE}/items/1b`]);
  });

  it("that says first which item bears its number now, where that is another", async () => {
    const renumber = (number: string): string => (number === "7" ? "8" : number === "8" ? "7" : number);
    const items = SEED.agenda.items.map((item) =>
      renumber(item.number) === item.number ? item : { ...item, number: renumber(item.number), was: item.number },
    );
    const slots = SEED.slots.map((slot) => ({ ...slot, items: slot.items.map(renumber) }));
    const record = { ...SEED, agenda: { ...SEED.agenda, items }, slots };
    expect((await send("agenda.revised", { at: "2010-01-20T00:00:00Z", data: { record } })).status).toBe(200);
    expect(await textsAt(`${PAGE}/items/8`, "h1")).toEqual(["Item 7: Adoption of the report"]);
    expect(await textsAt(`${PAGE}/items/8`, ".head .notice")).toEqual(["The number 8 is now that of Item 8: Other matters"]);
    expect(await attributesAt(`${PAGE}/items/8`, ".head .notice a", "href")).toEqual([`${PAGE}/items/7`]);
  });

  it("to which the number leads that it bears now, where no item came under it", async () => {
    const items = SEED.agenda.items.map((item) => (item.number === "8" ? { ...item, number: "9", was: "8" } : item));
    const slots = SEED.slots.map((slot) => ({ ...slot, items: slot.items.map((item) => (item === "8" ? "9" : item)) }));
    await send("agenda.revised", { at: "2010-01-20T00:00:00Z", data: { record: { ...SEED, agenda: { ...SEED.agenda, items }, slots } } });
    const { status, headers } = await get(`/fr${PAGE}/items/9`);
    expect([status, headers.get("location")]).toEqual([302, `/fr${PAGE}/items/8`]);
    const [feed = ""] = await textsAt(`${PAGE}/items/8`, ".card code");
    expect(feed).toBe(`https://plenary.example${PAGE}/items/8.ics`);
    expect(await feedText(feed.replace("https://plenary.example", ""))).toContain("Item 9");
  });

  it("for ever, though it left the agenda", async () => {
    await send("item.removed", { data: { item: "4" } });
    expect(await textsAt(ITEM, ".head .notice")).toEqual(["It is no longer on the agenda."]);
    expect(await textsAt(ITEM, ".body .change")).toEqual([expect.stringContaining("no longer on the agenda")]);
  });
});

describe("documents are offered in the reader's language", () => {
  it("where the body says how", async () => {
    await reset();
    await announce({ ...SEED, body: { ...SEED.body, documents: "https://docs.example/{lang}/{symbol}" } });
    const [symbol = ""] = (SEED.documents ?? []).filter(({ items }) => items?.includes("4")).map((document) => document.symbol);
    expect((await attributesAt(`/fr${ITEM}`, ".documents a", "href"))[0]).toBe(`https://docs.example/fr/${symbol}`);
    expect((await feedText(`${SITTING}.ics?lang=es`)).replaceAll("\r\n ", "")).toContain(`https://docs.example/es/${symbol}`);
  });
});

describe("a wrong address", () => {
  const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

  it.for([
    ["/nobody", "No such body is known here."],
    [`/${BODY}/1999`, "No such meeting is known here."],
    [`${PAGE}/slots/99`, "The meeting never had this sitting."],
    [`${PAGE}/items/99`, "The agenda never had this item."],
    ["/a/b/c/d/e", "There is nothing at this address."],
    [`/ru${PAGE}/slots/99`, "Такого заседания никогда не было."],
  ] as const)("shows a person a page: %s", async ([path, said]) => {
    const response = await get(path, BROWSER);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
    expect(await response.text()).toContain(`<h1>${said}</h1>`);
    expect(response.headers.get("vary")).toContain("Accept");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("tells a program the problem", async () => {
    for (const accept of ["*/*", "application/json", "text/calendar"]) {
      const response = await get(`${PAGE}/slots/99`, { accept });
      expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
      expect(await response.json()).toMatchObject({ code: "no-such-slot" });
    }
  });

  it("leads a person on to what there is, in the language that the browser asks for", async () => {
    const html = await (await get(`${PAGE}/items/99`, { ...BROWSER, "accept-language": "fr-CH" })).text();
    expect(html).toContain(`<html lang="fr"`);
    expect(html).toContain(`href="/fr${PAGE}"`);
  });

  it("shows nothing of the address but as words", async () => {
    const html = await (await get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E", BROWSER)).text();
    expect(html).not.toContain("<script>alert");
  });
});
