import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { textsAt } from "./support/documents.ts";
import { entryBytes, reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const UID = `${BODY}.${MEETING}.deadline-drafts`;
const find = async (path = PAGE, query = "") => reread(await feedText(`${path}.ics${query}`)).find(({ uid }) => uid === UID);
const set = (data: Record<string, unknown> = {}) =>
  send("deadline.set", { data: { deadline: "drafts", kind: "draft-resolutions", at: "2010-01-28T18:00", item: "5", ...data } });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a deadline", () => {
  it("has an entry of its own that ends with it, in the feeds of the meeting and of its item, and keeps nobody busy", async () => {
    expect(await set()).toMatchObject({
      status: 200,
      answer: { changed: expect.arrayContaining([`${PAGE}.ics`, `${PAGE}/items/5.ics`]) as string[] },
    });
    expect(await find()).toMatchObject({
      start: "2010-01-28T17:45:00",
      end: "2010-01-28T18:00:00",
      timezone: "Europe/Vienna",
      status: "CONFIRMED",
      sequence: 0,
      summary: "Deadline for draft resolutions: item 5 (TIP WG)",
    });
    expect((await find())?.description.startsWith("5. ")).toBe(true);
    expect(await find(`${PAGE}/items/5`)).toBeDefined();
    expect(await find(`${PAGE}/items/4`)).toBeUndefined();
    expect(entryBytes(await feedText(`${PAGE}.ics`)).get(UID)).toContain("TRANSP:TRANSPARENT");
    expect((await find(PAGE, "?lang=fr"))?.summary).toBe(
      "Date limite de dépôt des projets de résolution : point 5 (TIP WG)".replace(" :", "\u00A0:"),
    );
  });

  it("is a day where it names no hour", async () => {
    await set({ at: "2010-01-28" });
    expect(await find()).toMatchObject({ start: "2010-01-28", end: "2010-01-29" });
  });

  it("moves with its entry, says from when, and is as it was once it is back", async () => {
    await set();
    await send("deadline.changed", { data: { deadline: "drafts", at: "2010-01-29T12:00" } });
    const moved = await find();
    expect(moved).toMatchObject({ start: "2010-01-29T11:45:00", sequence: 1 });
    expect(moved?.description).toContain("deadline moved from 28 January 2010, 6 p.m. to 29 January 2010, noon");
    await send("deadline.changed", { data: { deadline: "drafts", at: "2010-01-28T18:00" } });
    expect((await find())?.description).not.toContain("moved");
  });

  it("leaves a cancelled entry where it no longer holds, and may be set again", async () => {
    await set();
    await send("deadline.withdrawn", { data: { deadline: "drafts", reason: "No drafts are expected" } });
    expect(await find()).toMatchObject({ status: "CANCELLED", sequence: 1 });
    expect((await find())?.description).toContain("the deadline no longer holds. No drafts are expected");
    await set({ at: "2010-01-29T09:00" });
    expect(await find()).toMatchObject({ status: "CONFIRMED", sequence: 2 });
  });

  it("said twice is one; said otherwise under its id it has moved; where there is none there is nothing to change", async () => {
    await set();
    expect(await set()).toMatchObject({ status: 200, answer: { outcome: "unchanged" } });
    expect(await set({ at: "2010-01-29" })).toMatchObject({ status: 200, answer: { outcome: "applied" } });
    expect((await find())?.description).toContain("deadline moved from 28 January 2010, 6 p.m. to 29 January 2010");
    expect(await send("deadline.changed", { data: { deadline: "speakers", at: "2010-01-29" } })).toMatchObject({
      status: 409,
      answer: { reason: "unknown-deadline" },
    });
    expect(await set({ deadline: "other", item: "99" })).toMatchObject({ status: 409, answer: { reason: "unknown-item" } });
  });

  it("stays as a cancelled entry where it was a mistake", async () => {
    await send("deadline.set", { data: { deadline: "drafts", kind: "other", at: "2010-01-28" } }, { id: "msg_slip" });
    await send("event.withdrawn", { data: { event: "msg_slip" } });
    expect(await find()).toMatchObject({ status: "CANCELLED" });
  });

  it("stands on the page and in the history, in the reader's language", async () => {
    await set({ title: { en: "Resolutions on demand", fr: "Résolutions sur la demande" } });
    expect((await textsAt(`/fr${PAGE}`, ".deadlines bdi"))[0]).toContain("Résolutions sur la demande");
    expect(await feedText(`/es${PAGE}/log`)).toContain("Se fijó un plazo: Plazo para presentar proyectos de resolución");
  });
});

describe("deadlines on a day's page", () => {
  it("stand before its sittings, those alone that are still to come on that day", async () => {
    await set();
    const readOrder = async (day: string) => {
      const page = await feedText(`${PAGE}/${day}`);
      return [page.indexOf('id="deadlines"'), page.indexOf('class="day"')];
    };
    const [deadlines = -1, sittings = -1] = await readOrder("2010-01-28");
    expect(deadlines).toBeGreaterThan(0);
    expect(deadlines).toBeLessThan(sittings);
    expect((await readOrder("2010-01-29"))[0]).toBe(-1);
  });
});

describe("a word to delegates", () => {
  const text = { en: "Badges are collected at gate 1.", fr: "Les badges sont remis à la porte 1." };

  const describeCalendar = async (lang = "en") =>
    /^DESCRIPTION:(.*)$/m.exec((await feedText(`${PAGE}.ics?lang=${lang}`)).replaceAll("\r\n ", ""))?.[1] ?? "";

  it("is on the page, the screen, in the JSON and in what the calendar says of itself, and raises no entry", async () => {
    const before = entryBytes(await feedText(`${PAGE}.ics`));
    expect(await send("notice.given", { data: { text } })).toMatchObject({ status: 200, answer: { changed: [`${PAGE}.ics`] } });
    expect(await describeCalendar()).toMatch(/^NOTICE\\, 27 January 2010\\, 10\.20 a\.m\.: Badges are collected at gate 1\./);
    expect(await describeCalendar("fr")).toContain("Les badges sont remis");
    expect(await textsAt(`/fr${PAGE}`, ".notices bdi")).toEqual([text.fr]);
    expect(await textsAt(`${PAGE}/screen`, ".notices bdi")).toEqual([text.en]);
    expect(JSON.parse(await feedText(`${PAGE}.json`))).toMatchObject({ notices: [{ text }] });
    expect(await feedText(`/fr${PAGE}/log`)).toContain("Avis aux délégations");
    expect(entryBytes(await feedText(`${PAGE}.ics`))).toEqual(before);
  });

  it("of a sitting stands with it, in its entry too", async () => {
    await send("notice.given", { data: { text, slot: "3" } });
    const third = reread(await feedText(`${PAGE}/slots/3.ics`))[0];
    expect(third?.description).toContain("NOTICE, 27 January 2010, 10.20 a.m.: Badges are collected at gate 1.");
    expect(await textsAt(PAGE, ".notices bdi")).toEqual([]);
  });

  it("is shown until its time, by what was reported since, and goes where it was a mistake", async () => {
    await send("notice.given", { data: { text: "The café is closed", until: "2010-01-27T12:00" } }, { id: "msg_cafe" });
    expect(await textsAt(PAGE, ".notices .soft")).toEqual(["(until 27 January 2010, noon)"]);
    expect(await describeCalendar()).toContain("The café is closed. (until 27 January 2010\\, noon)");
    await send("meeting.opened", { at: "2010-01-27T11:30:00Z" });
    expect(await textsAt(PAGE, ".notices bdi")).toEqual([]);
    expect(await describeCalendar()).not.toContain("café");
    await send("notice.given", { at: "2010-01-27T11:40:00Z", data: { text: "It is open again" } }, { id: "msg_open" });
    await send("event.withdrawn", { data: { event: "msg_open" } });
    expect(await textsAt(PAGE, ".notices bdi")).toEqual([]);
  });

  it("can be redacted for ever", async () => {
    await send("notice.given", { data: { text: "Call Ms. Smith at 555" } }, { id: "msg_call" });
    await send("event.redacted", { data: { event: "msg_call", pointers: ["/data/text"] } });
    expect(await feedText(PAGE)).not.toContain("Smith");
    expect(await feedText(`${PAGE}.json`)).not.toContain("Smith");
  });
});
