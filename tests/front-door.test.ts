import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { renderCache } from "../src/http/render-cache.ts";
import type { BodyRecord } from "../src/meeting/record.ts";
import { attributesAt, pageText, textsAt } from "./support/documents.ts";
import { announce, BODY, get, post, SEED, send } from "./support/secretariat.ts";

const setUp = async (
  body: BodyRecord,
  meetings: readonly { readonly id: string; readonly opensOn: string; readonly closesOn: string }[] = [],
) => {
  const say = (type: string, data: object) =>
    post(JSON.stringify({ type, timestamp: "2009-12-10T00:00:00Z", data: { body: body.id, ...data } }), { path: `/${body.id}/events` });
  await say("body.registered", { record: body });
  for (const meeting of meetings) {
    const record = { ...SEED, ...meeting, body, title: `Meeting ${meeting.id}`, slots: [] };
    expect(await say("meeting.announced", { meeting: meeting.id, record })).toMatchObject({ status: 200 });
  }
};

const nameBody = (id: string, name: string, parent?: string): BodyRecord => ({ id, name, ...(parent !== undefined && { parent }) });

beforeEach(async () => {
  await reset();
  renderCache.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2010-01-27T12:00:00Z") });
  return () => void vi.useRealTimers();
});

describe("the front door", () => {
  it("has first what is on today, then what begins this week, and nothing later", async () => {
    await setUp(nameBody("zinc", "Zinc Study Group"), [
      { id: "before", opensOn: "2010-01-20", closesOn: "2010-01-26" },
      { id: "today", opensOn: "2010-01-26", closesOn: "2010-01-27" },
      { id: "week", opensOn: "2010-02-02", closesOn: "2010-02-03" },
      { id: "later", opensOn: "2010-02-03", closesOn: "2010-02-04" },
    ]);
    expect(await textsAt("/", ".soon h2")).toEqual(["Today", "This week"]);
    expect(await textsAt("/", ".soon h3")).toEqual(["Meeting today", "Meeting week"]);
    expect(await attributesAt("/fr", ".soon h3 a", "href")).toEqual(["/fr/zinc/today", "/fr/zinc/week"]);
  });

  it("lists bodies by what they are bodies of, and by the alphabet, each with the dates of what comes next", async () => {
    await setUp(nameBody("a", "Working Group", "Zoological Union"));
    await setUp(nameBody("b", "Forum"), [{ id: "2010", opensOn: "2010-03-01", closesOn: "2010-03-02" }]);
    await setUp(nameBody("c", "Assembly", "Zoological Union"));
    await setUp(nameBody("d", "Ämter"));
    expect(await textsAt("/", ".directory h3")).toEqual(["Zoological Union"]);
    expect(await textsAt("/", ".directory h4")).toEqual(["Ämter", "Forum", "Assembly", "Working Group"]);
    expect(await textsAt("/", ".directory p")).toEqual(["Vienna, 1-2 March 2010"]);
  });

  it("leads to the meetings of each year, and each year's page to the others", async () => {
    await setUp(nameBody("b", "Forum"), [
      { id: "next", opensOn: "2011-12-30", closesOn: "2012-01-02" },
      { id: "last", opensOn: "2010-02-02", closesOn: "2010-02-03" },
      { id: "first", opensOn: "2010-01-20", closesOn: "2010-01-26" },
    ]);
    expect(await attributesAt("/fr", ".years a", "href")).toEqual(["/fr/bodies/2011", "/fr/bodies/2010"]);
    expect(await textsAt("/bodies/2010", ".directory h2")).toEqual(["Meeting first", "Meeting last"]);
    expect(await textsAt("/bodies/2012", ".directory h2")).toEqual(["Meeting next"]);
    expect(await textsAt("/bodies/2010", ".years [aria-current]")).toEqual(["2010"]);
    expect((await get("/bodies/1999")).status).toBe(404);
  });

  it("shows at once what was announced, and never what was announced by mistake", async () => {
    await announce();
    expect(await textsAt("/", ".soon h3")).toEqual([SEED.title]);
    expect(await send("meeting.withdrawn")).toMatchObject({ status: 200 });
    expect(await textsAt("/", ".soon h3")).toEqual([]);
    expect((await get("/bodies/2010")).status).toBe(404);
  });

  it("is another on each day, with another tag", async () => {
    await announce();
    const first = (await get("/")).headers.get("etag");
    vi.setSystemTime(new Date("2010-02-27T12:00:00Z"));
    expect(await textsAt("/", ".soon h3")).toEqual([]);
    expect((await get("/")).headers.get("etag")).not.toBe(first);
  });

  it("is an unofficial demonstration only while some body has no publisher", async () => {
    await setUp(nameBody("b", "Forum"));
    expect(await pageText("/")).toContain("Unofficial demonstration");
    await setUp({ ...nameBody("b", "Forum"), publisher: "The Secretariat" });
    expect(await pageText("/")).not.toContain("Unofficial demonstration");
    expect(await pageText("/problems")).not.toContain("Unofficial demonstration");
  });
});

describe("a body's page", () => {
  it("has what comes first, and the past by years, the last one open", async () => {
    await setUp(nameBody("b", "Forum"), [
      { id: "coming", opensOn: "2010-02-02", closesOn: "2010-02-03" },
      { id: "unreported", opensOn: "2010-01-20", closesOn: "2010-01-24" },
      { id: "old", opensOn: "2008-01-20", closesOn: "2008-01-24" },
    ]);
    expect(await textsAt("/b", "#upcoming h3")).toEqual(["Meeting coming"]);
    expect(await textsAt("/b", "#past summary")).toEqual(["2010", "2008"]);
    expect(await textsAt("/b", "#past details[open] h3")).toEqual(["Meeting unreported"]);
  });

  it("leads programs to what they read", async () => {
    await announce();
    expect(await attributesAt(`/fr/${BODY}`, ".formats a", "href")).toEqual([
      `/${BODY}.ics?lang=fr`,
      `/${BODY}.atom?lang=fr`,
      `/${BODY}.json`,
    ]);
    for (const address of await attributesAt(`/${BODY}`, ".formats a", "href")) expect((await get(address ?? "")).status).toBe(200);
  });
});
