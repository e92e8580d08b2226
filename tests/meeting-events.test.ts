import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { entryBytes, reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const entries = async (path = `${PAGE}.ics`) => reread(await feedText(path));
const statuses = async () => new Set((await entries()).map(({ status }) => status));
const transparencies = async () =>
  new Set([...entryBytes(await feedText(`${PAGE}.ics`)).values()].map((entry) => /TRANSP:(\w+)/.exec(entry)?.[1]));

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a meeting that is postponed", () => {
  it("keeps nobody busy at dates that no longer hold, and does again once they do", async () => {
    expect(await transparencies()).toEqual(new Set(["OPAQUE"]));
    await send("meeting.postponed");
    expect(await statuses()).toEqual(new Set(["TENTATIVE"]));
    expect(await transparencies()).toEqual(new Set(["TRANSPARENT"]));
    expect(await send("meeting.reinstated")).toMatchObject({ status: 200 });
    expect(await transparencies()).toEqual(new Set(["OPAQUE"]));
  });
});

describe("a meeting that takes place after all", () => {
  it("is what it was before it was cancelled", async () => {
    await send("agenda.adopted");
    const before = await entries();
    await send("meeting.cancelled");
    expect(await statuses()).toEqual(new Set(["CANCELLED"]));
    expect(await send("meeting.reinstated")).toMatchObject({ status: 200 });
    expect((await entries()).map(({ uid, start, status }) => [uid, start, status])).toEqual(
      before.map(({ uid, start, status }) => [uid, start, status]),
    );
    expect(await feedText(`${PAGE}/log`)).toContain("The meeting takes place after all.");
  });

  it("may be at other dates and in another place, with its sittings stated anew", async () => {
    await send("meeting.cancelled");
    const [first] = SEED.slots;
    const data = {
      opensOn: "2010-03-02",
      closesOn: "2010-03-02",
      city: "Geneva",
      slots: [{ ...first, start: "2010-03-02T10:00", end: "2010-03-02T13:00" }],
    };
    expect(await send("meeting.reinstated", { data })).toMatchObject({ status: 200 });
    const held = (await entries()).filter(({ status }) => status !== "CANCELLED");
    expect(held.map(({ start, location }) => [start, location])).toEqual([["2010-03-02T10:00:00", "Geneva"]]);
  });

  it("goes on where it was open, and can't be reinstated once it is closed", async () => {
    await send("meeting.opened");
    await send("meeting.cancelled");
    await send("meeting.reinstated");
    expect(JSON.parse(await feedText(`${PAGE}.json`))).toMatchObject({ status: { meeting: "opened" } });
    await send("meeting.closed");
    expect(await send("meeting.reinstated")).toMatchObject({ status: 409, answer: { reason: "meeting-closed" } });
  });
});

describe("a meeting that was announced by mistake", () => {
  it("leaves lists, and its entries stay as cancelled ones, whatever was held", async () => {
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "1" } });
    expect(await send("meeting.withdrawn", { data: { reason: "A copy of the meeting of 2011" } })).toMatchObject({ status: 200 });
    expect((await entries()).length).toBe(SEED.slots.length);
    expect(await statuses()).toEqual(new Set(["CANCELLED"]));
    expect(await feedText(`/${BODY}`)).not.toContain(`href="${PAGE}"`);
    expect(await send("slot.opened", { data: { slot: "2" } })).toMatchObject({ status: 200 });
    expect(await send("meeting.closed")).toMatchObject({ status: 409, answer: { reason: "meeting-withdrawn" } });
  });

  it("leads from all its addresses to the one that was meant, but for its history and the console", async () => {
    await send("meeting.announced", { data: { meeting: "2010-1", record: { ...SEED, id: "2010-1" } } });
    await send("meeting.withdrawn", { data: { movedTo: "2010-1" } }, { id: "msg_moved" });
    for (const [path, to] of [
      [PAGE, `/${BODY}/2010-1`],
      [`/fr${PAGE}`, `/fr/${BODY}/2010-1`],
      [`${PAGE}.ics?lang=fr`, `/${BODY}/2010-1.ics?lang=fr`],
      [`${PAGE}/slots/3.ics`, `/${BODY}/2010-1/slots/3.ics`],
      [`${PAGE}/items/4.ics`, `/${BODY}/2010-1/items/4.ics`],
      [`${PAGE}.json`, `/${BODY}/2010-1.json`],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 301, to]);
    }
    expect((await get(`${PAGE}/log`)).status).toBe(200);
    expect((await get(`${PAGE}/console`)).status).toBe(200);
    await send("event.withdrawn", { data: { event: "msg_moved" } });
    expect((await get(`${PAGE}.json`)).status).toBe(200);
  });

  const moveTo = (movedTo: string, meeting = MEETING) => send("meeting.withdrawn", { data: { meeting, movedTo } });

  it("leads to one that is announced later only once it is, and says so", async () => {
    expect(await moveTo("2010-9")).toMatchObject({ status: 200, answer: { warnings: [{ code: "moved-to-unknown" }] } });
    expect((await get(`${PAGE}.json`)).status).toBe(200);
    await send("meeting.announced", { data: { meeting: "2010-9", record: { ...SEED, id: "2010-9" } } });
    expect((await get(`${PAGE}.ics`)).headers.get("location")).toBe(`/${BODY}/2010-9.ics`);
  });

  it("may say later which was meant, and another if that was wrong; in other words it says nothing new", async () => {
    await send("meeting.announced", { data: { meeting: "2010-1", record: { ...SEED, id: "2010-1" } } });
    await send("meeting.announced", { data: { meeting: "2010-2", record: { ...SEED, id: "2010-2" } } });
    await send("meeting.withdrawn");
    for (const id of ["2010-1", "2010-2"]) {
      expect(await moveTo(id)).toMatchObject({ answer: { outcome: "applied", warnings: [] } });
      expect((await get(PAGE)).headers.get("location")).toBe(`/${BODY}/${id}`);
      expect(await send("meeting.withdrawn")).toMatchObject({ answer: { outcome: "unchanged" } });
    }
  });

  it("leads neither to itself nor, by others, back", async () => {
    for (const id of ["2010-1", "2010-2"]) await send("meeting.announced", { data: { meeting: id, record: { ...SEED, id } } });
    expect(await moveTo(MEETING)).toMatchObject({ status: 409, answer: { reason: "moves-in-a-circle" } });
    await moveTo("2010-1");
    await moveTo("2010-2", "2010-1");
    expect(await moveTo(MEETING, "2010-2")).toMatchObject({ status: 409, answer: { reason: "moves-in-a-circle" } });
    expect((await get(`/${BODY}/2010-2`)).status).toBe(200);
  });

  it("is what to do where another is to be announced under its id: each refusal says what is possible", async () => {
    const another = { ...SEED, title: "Another meeting" };
    const again = () => send("meeting.announced", { data: { record: another } });
    expect(await again()).toMatchObject({ status: 409, answer: { reason: "already-announced" } });
    expect((await again()).answer["detail"]).toMatch(/under another id.*meeting\.withdrawn.*movedTo/);
    await send("meeting.withdrawn", {}, { id: "msg_slip" });
    expect(await again()).toMatchObject({ status: 409, answer: { reason: "meeting-withdrawn" } });
    expect(await send("event.withdrawn", { data: { event: "msg_slip" } })).toMatchObject({ status: 200 });
    const [announced] = JSON.parse(await feedText(`${PAGE}/log.json`)).events as readonly { id: string; type: string }[];
    const refused = await send("event.withdrawn", { data: { event: announced?.id } });
    expect(refused).toMatchObject({ status: 409, answer: { reason: "not-withdrawable" } });
    expect(refused.answer["detail"]).toContain("send meeting.withdrawn");
  });
});

describe("a meeting that was never called off", () => {
  it("does not take place after all: it has other dates at most, and its entries say nothing new", async () => {
    const read = async () => (await entries()).map(({ uid, sequence }) => [uid, sequence]);
    const before = await read();
    expect(await send("meeting.reinstated", { data: { closesOn: "2010-01-30" } })).toMatchObject({
      status: 200,
      answer: { warnings: [{ code: "not-called-off" }] },
    });
    expect(await read()).toEqual(before);
    expect(await feedText(`${PAGE}.json`)).toContain('"closesOn":"2010-01-30"');
  });
});
