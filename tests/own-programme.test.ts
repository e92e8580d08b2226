import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { formatSelection } from "../src/calendar/selection.ts";
import { PAGE_MESSAGES } from "../src/i18n/pages/all.ts";
import { interpolate } from "../src/meeting/interpolate.ts";
import { LANGUAGES } from "../src/meeting/text.ts";
import { attributesAt, textsAt } from "./support/documents.ts";
import { announce, BODY, get, MEETING, send } from "./support/secretariat.ts";
import { announceOther, say } from "./support/two-bodies.ts";

const own = (slots: readonly string[], items: readonly string[] = []) => ({ body: BODY, meeting: MEETING, slots, items });
const OTHERS = { body: "sbi", meeting: "62", slots: ["1"], items: [] };
const PATH = `/my/${formatSelection([own(["1"], ["3"]), OTHERS])}`;

beforeEach(async () => {
  await reset();
  await announce();
  await announceOther();
});

describe("what a delegate keeps", () => {
  it("stands on one page in the order of time over all bodies, by the words of its calendar", async () => {
    expect(await textsAt(PATH, ".own-day h2")).toEqual(["Wednesday, 27 January 2010"]);
    const summaries = await textsAt(PATH, ".own-day h3");
    expect(summaries.map((text) => text.replace(/:.*/, ""))).toEqual(["Items 1, 2 (prov.)", "Item 3 (prov.)", "Item 8 (prov.)"]);
    expect(await attributesAt(PATH, ".own-day h3 a", "href")).toEqual([
      `/${BODY}/${MEETING}/slots/1`,

      `/${BODY}/${MEETING}/slots/2`,
      "/sbi/62/slots/1",
    ]);
  });

  it("is marked where two sittings are at the same time, until one is moved or cancelled", async () => {
    const clashes = () => textsAt(PATH, ".clash");
    expect(await clashes()).toEqual(["At the same time: Item 8 (SBI)", "At the same time: Item 3 (TIP WG)"]);
    await say("slot.rescheduled", { data: { slot: "1", start: "2010-01-27T18:00", end: "2010-01-27T19:00" } });
    expect(await clashes()).toEqual([]);
    await say("slot.rescheduled", { data: { slot: "1", start: "2010-01-27T17:59", end: "2010-01-27T19:00" }, at: "2010-01-27T09:30:00Z" });
    expect(await clashes()).toHaveLength(2);
    await send("slot.cancelled", { data: { slot: "2" } });
    expect(await clashes()).toEqual([]);
  });

  it("is one calendar, whose address, code and buttons stand beside it, with what a second subscription shows", async () => {
    expect(await textsAt(PATH, ".card code")).toEqual([`https://plenary.example${PATH}.ics`]);
    expect(await textsAt(`/fr${PATH}`, ".card code")).toEqual([`https://plenary.example${PATH}.ics?lang=fr`]);
    expect(await attributesAt(PATH, ".card img", "src")).toEqual([`${PATH}.svg`]);
    expect((await get(`${PATH}.svg`)).status).toBe(200);
    expect(await textsAt(PATH, ".card .soft")).toContain(PAGE_MESSAGES.en.stars.twice);
  });

  it("is listed part by part, each to be dropped by itself", async () => {
    expect(await textsAt(PATH, ".kept-part a")).toEqual([
      "Wednesday morning, 27 January 2010",
      "Item 3",
      "Wednesday afternoon, 27 January 2010",
    ]);
    expect(await attributesAt(PATH, ".kept-part [data-star]", "data-star")).toEqual([`${BODY}.2010.s1`, `${BODY}.2010.i3`, "sbi.62.s1"]);
  });

  it("is at one address in whatever order it was kept, and in no cache that others share", async () => {
    const response = await get(`/fr/my/sbi.62.s1_${BODY}.2010.i3_${BODY}.2010.s1`);
    expect([response.status, response.headers.get("location")]).toEqual([301, `/fr${PATH}`]);
    expect((await get(PATH)).headers.get("cache-control")).toBe("private, no-cache");
  });

  it("is nothing where nothing of it is there any more, and no page where it is no selection", async () => {
    expect(await textsAt("/my/nobody.2010.s3", ".notice")).toEqual([PAGE_MESSAGES.en.stars.nothing]);
    expect(await attributesAt("/my/nobody.2010.s3", ".card", "class")).toEqual([]);
    expect((await get("/my/nobody")).status).toBe(404);
  });
});

describe("more than one calendar takes is kept all the same, and the page says why it is none", () => {
  const bodies = Array.from({ length: 9 }, (_, at) => `b${at}.1`).join("_");
  const meetings = Array.from({ length: 17 }, (_, at) => `${BODY}.${at + 10}`).join("_");
  const long = `${BODY}.2010.i${Array.from({ length: 120 }, (_, at) => at + 1).join("+")}`;

  it.for(LANGUAGES)("in %s", async (language) => {
    const { issues } = PAGE_MESSAGES[language].stars;
    for (const [selection, issue, max] of [
      [bodies, issues["too-many-bodies"], "8"],
      [meetings, issues["too-many-meetings"], "16"],
      [long, issues["too-long"], "256"],
    ] as const) {
      const path = `${language === "en" ? "" : `/${language}`}/my/${selection}`;
      expect(await textsAt(path, ".notice")).toEqual([interpolate(issue, { max })]);
      expect(await attributesAt(path, ".card", "class")).toEqual([]);
      expect((await attributesAt(path, ".kept-part [data-star]", "data-star")).length).toBeGreaterThan(8);
    }
  });
});

describe("something is kept", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2010, 0, 1) });
    return () => void vi.useRealTimers();
  });

  it.for([
    [`/${BODY}/${MEETING}/slots/3`, `${BODY}.2010.s3`],
    [`/${BODY}/${MEETING}/items/1a`, `${BODY}.2010.i1a`],
    [`/${BODY}/${MEETING}`, `${BODY}.2010`],
    [`/${BODY}`, `${BODY}.2010`],
  ] as const)("on %s, by a button that a script shows", async ([path, star]) => {
    expect(await attributesAt(path, "[data-star]", "data-star")).toEqual([star]);
    expect(await attributesAt(path, "[data-star]", "hidden")).toEqual([""]);
  });

  it("without scripts by nobody: the page says so, and what can be done", async () => {
    const [how, otherwise] = await textsAt("/my", ".body p");
    expect(how).toBe(PAGE_MESSAGES.en.stars.how);
    expect(otherwise).toContain("/items/3+5.ics");
    expect(await attributesAt(`/${BODY}`, "footer a", "href")).toEqual(["/my"]);
  });
});
