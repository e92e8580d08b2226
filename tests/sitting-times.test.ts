import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { MESSAGES } from "../src/i18n/all.ts";
import { LANGUAGES, type Language } from "../src/meeting/text.ts";
import { entryBytes, reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

/** When a sitting is, where its programme gives no hour, or says what it follows. */

const FEED = `/${BODY}/${MEETING}.ics`;
const AT = { at: "2010-01-27T09:20:00Z" };

const added = (data: Readonly<Record<string, unknown>>) => send("slot.added", { ...AT, data: { slot: "9", items: [], ...data } });
const moved = (slot: string, data: Readonly<Record<string, unknown>>, at = AT.at) =>
  send("slot.rescheduled", { at, data: { slot, ...data } });
const readBytes = async (slot = "9"): Promise<string> =>
  (entryBytes(await feedText(FEED)).get(`${BODY}.${MEETING}.slot-${slot}`) ?? "").replaceAll("\r\n ", "");
const readEntry = async (slot = "9", query = "") => {
  const entry = reread(await feedText(`/${BODY}/${MEETING}/slots/${slot}.ics${query}`))[0];
  if (!entry) throw new Error("there is no entry");
  return entry;
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a sitting that has a day and no hour", () => {
  it("is an all-day entry, tentative, in which nobody is busy", async () => {
    expect((await added({ start: "2010-01-28" })).status).toBe(200);
    const bytes = await readBytes();
    expect(bytes).toContain("DTSTART;VALUE=DATE:20100128\r\nDTEND;VALUE=DATE:20100129\r\n");
    for (const line of ["STATUS:TENTATIVE", "TRANSP:TRANSPARENT"]) expect(bytes).toContain(`${line}\r\n`);
    expect((await readEntry()).description).toContain("Time to be announced.");
    expect(await feedText(`/${BODY}/${MEETING}/slots/9.ics`)).not.toContain("VTIMEZONE");
  });

  it("stays tentative until it is opened, though the agenda is adopted", async () => {
    await added({ start: "2010-01-28" });
    await send("agenda.adopted", { at: "2010-01-27T09:30:00Z" });
    expect((await readEntry()).status).toBe("TENTATIVE");
    await send("slot.opened", { at: "2010-01-28T12:00:00Z", data: { slot: "9" } });
    expect((await readEntry()).status).toBe("CONFIRMED");
  });

  it.each(LANGUAGES)("says the part of the day that is known, on the page too, in %s", async (language) => {
    await added({ start: "2010-01-28", part: "evening" });
    const { dates, hourUnknown } = MESSAGES[language];
    const { summary, description } = await readEntry("9", `?lang=${language}`);
    expect(summary).toContain(dates.parts.evening);
    expect(description.toLowerCase()).toContain(hourUnknown.toLowerCase());
    const page = await feedText(`${language === "en" ? "" : `/${language}`}/${BODY}/${MEETING}`);
    expect(page).toContain(dates.slotName("2010-01-28", "evening"));
    expect(page).toContain('<time datetime="2010-01-28" data-end="2010-01-28T23:00:00.000Z">');
  });

  it("stands after the sittings of that part of its day, and overlaps none", async () => {
    const { answer } = await added({ start: "2010-01-28", part: "morning" });
    expect(answer["warnings"]).toEqual([]);
    const page = await feedText(`/${BODY}/${MEETING}`);
    const order = [...page.matchAll(/id="slot-(\d+)"/g)].map(([, number]) => number);
    expect(order).toEqual(["1", "2", "3", "9", "4", "5", "6"]);
  });

  it("gets its hour, and may lose it again", async () => {
    await added({ start: "2010-01-28" });
    await moved("9", { start: "2010-01-28T18:30" });
    expect((await readEntry()).start).toBe("2010-01-28T18:30:00");
    await moved("3", { start: "2010-01-29", timeNote: "once the text is ready" });
    const { start, description } = await readEntry("3");
    expect(start).toBe("2010-01-29");
    expect(description).toContain(
      "moved: now Friday, 29 January 2010, once the text is ready (was Thursday, 28 January 2010, 10 a.m.-1 p.m.)",
    );
  });
});

describe("a sitting that follows another", () => {
  it("is shown at the end that is planned for that, and moves with it", async () => {
    await added({ start: "2010-01-28", after: { slot: "4" } });
    const before = await readEntry();
    expect(before).toMatchObject({ start: "2010-01-28T18:00:00", status: "TENTATIVE" });
    expect(before.description).toContain("Following the adjournment of Thursday afternoon, 28 January 2010.");
    await send("slot.extended", { ...AT, data: { slot: "4", end: "2010-01-28T19:15" } });
    expect(await readEntry()).toMatchObject({ start: "2010-01-28T19:15:00", sequence: before.sequence + 1 });
  });

  it("is shown at its own planned time where it has one", async () => {
    await added({ start: "2010-01-28T18:30", after: { slot: "4" } });
    await send("agenda.adopted", { at: "2010-01-27T09:30:00Z" });
    expect(await readEntry()).toMatchObject({ start: "2010-01-28T18:30:00", status: "TENTATIVE" });
  });

  it("has its day alone where that has no known end, or is cancelled, and says so", async () => {
    await added({ start: "2010-01-28", after: { slot: "4" } });
    await send("slot.cancelled", { ...AT, data: { slot: "4" } });
    const { start, description } = await readEntry();
    expect(start).toBe("2010-01-28");
    expect(description).toContain("The sitting that it was to follow will not take place: when this one begins is to be announced.");
  });

  it("says that it can't be told when it begins where what it was to follow is on a later day now", async () => {
    await added({ start: "2010-01-28", after: { slot: "4" } });
    await moved("4", { start: "2010-01-29T19:00" });
    const { start, description } = await readEntry();
    expect(start).toBe("2010-01-28");
    expect(description).toContain("The sitting that it was to follow is on a later day now: when this one begins is to be announced.");
    expect(description).not.toContain("ollowing the adjournment");
    expect(await feedText(`/${BODY}/${MEETING}`)).not.toContain("ollowing the adjournment");
  });

  it("says the same where the item that it was to follow is taken up on a later day now", async () => {
    await added({ start: "2010-01-28", after: { item: "5" } });
    await moved("4", { start: "2010-01-29T19:00" });
    expect((await readEntry()).description).toContain("The sitting that it was to follow is on a later day now");
  });

  it("may follow an item, wherever that is taken up last on the day", async () => {
    await added({ start: "2010-01-28", after: { item: "4" } });
    expect(await readEntry()).toMatchObject({ start: "2010-01-28T18:00:00" });
    expect((await readEntry()).description).toContain("Following the conclusion of item 4.");
    await send("item.deferred", { ...AT, data: { item: "4" } });
    const { start, description } = await readEntry();
    expect(start).toBe("2010-01-28");
    expect(description).toContain("No sitting takes up the item that it was to follow");
  });

  it.each(LANGUAGES)("says so in %s, and moves so", async (language) => {
    await moved("5", { start: "2010-01-28", after: { slot: "4" } });
    const { following, dates, punctuation } = MESSAGES[language];
    const name = [dates.slotName("2010-01-28T15:00"), dates.day("2010-01-28")].join(punctuation.comma);
    const said = following.slot.replace("{slot}", name);
    expect((await readEntry("5", `?lang=${language}`)).description).toContain(said);
    expect(await feedText(`${language === "en" ? "" : `/${language}`}/${BODY}/${MEETING}/log`)).toContain(said);
  });

  it("follows nothing that the meeting does not have", async () => {
    for (const after of [{ slot: "77" }, { item: "99" }])
      expect(await added({ start: "2010-01-28", after })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.after" }] } });
  });

  it("never follows itself, not in a round either, nor once a document comes to it", async () => {
    const refused = { status: 409, answer: { reason: "follows-itself" } };
    expect(await moved("3", { start: "2010-01-28", after: { slot: "3" } })).toMatchObject(refused);
    await moved("3", { start: "2010-01-28", after: { slot: "4" } });
    expect(await moved("4", { start: "2010-01-28", after: { slot: "3" } })).toMatchObject(refused);
    const slots = SEED.slots.map((slot) => (slot.number === "4" ? { ...slot, after: { slot: "3" } } : slot));
    const revised = (data: Readonly<Record<string, unknown>>) =>
      send("agenda.revised", { at: "2010-01-27T10:00:00Z", data: { record: { ...SEED, slots }, ...data } });
    expect(await revised({})).toMatchObject(refused);
    expect((await feedText(FEED)).match(/BEGIN:VEVENT/g)).toHaveLength(6);
  });

  it("is in a record, an export and a page as well", async () => {
    const slots = SEED.slots.map((slot) =>
      slot.number === "5" ? { ...slot, start: "2010-01-29", end: undefined, after: { item: "4" } } : slot,
    );
    expect((await send("agenda.revised", { ...AT, data: { record: { ...SEED, slots } } })).status).toBe(200);
    const { programme } = JSON.parse(await feedText(`/${BODY}/${MEETING}.json`)) as {
      readonly programme: readonly Record<string, unknown>[];
    };
    expect(programme[4]).toMatchObject({ start: "2010-01-29", after: { item: "4" } });
    expect(await feedText(`/${BODY}/${MEETING}`)).toContain("following the conclusion of item 4");
  });
});

describe("a sitting that is put off to a time not known", () => {
  const postponed = (reason?: string) => send("slot.postponed", { ...AT, data: { slot: "3", ...(reason !== undefined && { reason }) } });

  it("stays at its planned time, tentative, and makes nobody busy", async () => {
    await send("agenda.adopted", AT);
    expect((await postponed("Consultations continue")).status).toBe(200);
    const bytes = await readBytes("3");
    for (const line of ["DTSTART;TZID=Europe/Vienna:20100128T100000", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT"])
      expect(bytes).toContain(`${line}\r\n`);
    const { summary, description } = await readEntry("3");
    expect(summary).toBe("Item 4 (postponed): …in discouraging the demand for exploitative services (TIP WG)");
    expect(description).toContain("CHANGED, 27 January 2010, 10.20 a.m.: postponed, to a time to be announced. Consultations continue.");
    expect(description).toContain("Postponed: this time no longer holds, and another is not known yet.");
    await moved("3", { start: "2010-01-29T15:00" }, "2010-01-27T10:00:00Z");
    expect((await readEntry("3")).summary).not.toContain("postponed");
    expect(await readBytes("3")).toContain("TRANSP:OPAQUE\r\n");
  });

  it("is waited for by none that was to follow it", async () => {
    await added({ start: "2010-01-28", after: { slot: "3" } });
    await postponed();
    const { start, description } = await readEntry();
    expect(start).toBe("2010-01-28");
    expect(description).toContain("The sitting that it was to follow is postponed");
  });

  it.each(LANGUAGES)("says so in %s: in calendars, on the page and in the history", async (language) => {
    await postponed();
    const { putOff, changes } = MESSAGES[language];
    const prefix = language === "en" ? "" : `/${language}`;
    const { description } = await readEntry("3", `?lang=${language}`);
    expect(description).toContain(putOff);
    expect(description).toContain(changes.postponed);
    expect(await feedText(`${prefix}/${BODY}/${MEETING}`)).toContain('class="tag postponed"');
    expect((await feedText(`${prefix}/${BODY}/${MEETING}.json`.replace(prefix, ""))).includes('"3":"postponed"')).toBe(true);
  });
});

describe("a sitting that starts late", () => {
  const delayed = (minutes: number) => send("slot.delayed", { at: "2010-01-28T08:55:00Z", data: { slot: "3", minutes } });

  it("says about when, and its entry keeps its time", async () => {
    expect((await delayed(15)).status).toBe(200);
    const { start, description } = await readEntry("3");
    expect(start).toBe("2010-01-28T10:00:00");
    expect(description).toContain("CHANGED, 28 January 2010, 9.55 a.m.: starts late: about 10.15 a.m.");
    await send("slot.adjourned", { at: "2010-01-27T17:00:00Z", data: { slot: "2" } });
    expect(await feedText(`/${BODY}/${MEETING}/screen`)).toContain("starts late: about 10.15 a.m.");
    await send("slot.opened", { at: "2010-01-28T09:16:00Z", data: { slot: "3" } });
    expect((await readEntry("3")).description).not.toContain("starts late");
    expect(await feedText(`/${BODY}/${MEETING}/log`)).toContain("starts about 15 minutes late");
  });

  it("can't be late for an hour that it has not", async () => {
    await moved("3", { start: "2010-01-28" });
    expect(await delayed(15)).toMatchObject({ status: 422, answer: { errors: [{ field: "data.minutes" }] } });
  });
});

describe("a sitting that is suspended", () => {
  it("says until when, on the page, on the screen, in the JSON and in the history", async () => {
    await send("slot.opened", { at: "2010-01-28T09:00:00Z", data: { slot: "3" } });
    const until = "2010-01-28T20:00";
    expect((await send("slot.suspended", { at: "2010-01-28T11:00:00Z", data: { slot: "3", until } })).status).toBe(200);
    const said = "to be resumed: Thursday, 28 January 2010, 8 p.m.";
    for (const path of ["", "/screen", "/log"]) expect(await feedText(`/${BODY}/${MEETING}${path}`), path).toContain(said);
    const readJson = async () => JSON.parse(await feedText(`/${BODY}/${MEETING}.json`)) as { readonly suspendedUntil: unknown };
    expect((await readJson()).suspendedUntil).toEqual({ "3": until });
    await send("slot.resumed", { at: "2010-01-28T19:00:00Z", data: { slot: "3" } });
    expect((await readJson()).suspendedUntil).toEqual({});
    expect(await feedText(`/${BODY}/${MEETING}`)).not.toContain(said);
  });

  it("may be so until a day, or until another time than was said", async () => {
    await send("slot.opened", { at: "2010-01-28T09:00:00Z", data: { slot: "3" } });
    for (const until of ["2010-01-28T20:00", "2010-01-29"])
      expect((await send("slot.suspended", { at: "2010-01-28T11:00:00Z", data: { slot: "3", until } })).answer["outcome"]).toBe("applied");
    expect(await feedText(`/${BODY}/${MEETING}`)).toContain("to be resumed: Friday, 29 January 2010");
  });
});

describe("a meeting whose organization of work is not known", () => {
  const UNPLANNED = { ...SEED, slots: [] };
  const DAYS = `${BODY}.${MEETING}.days`;
  const readDays = async (): Promise<string> => (entryBytes(await feedText(FEED)).get(DAYS) ?? "").replaceAll("\r\n ", "");

  beforeEach(async () => {
    await reset();
    expect((await announce(UNPLANNED)).status).toBe(200);
  });

  it("is one entry over its days, in the body's feed too", async () => {
    const bytes = await readDays();
    expect(bytes).toContain("DTSTART;VALUE=DATE:20100127\r\nDTEND;VALUE=DATE:20100130\r\n");
    expect(bytes).toContain("The organization of work is not known yet.");
    expect(bytes).toContain("SUMMARY:Working Group on Trafficking in Persons (prov.\\, TIP WG)");
    expect(entryBytes(await feedText(`/${BODY}.ics`)).size).toBe(1);
    expect((await feedText(`/${BODY}/${MEETING}`)).includes("27-29 January 2010")).toBe(true);
  });

  it("gives way to its sittings once they are known: its entry never leaves, and says so", async () => {
    expect((await send("agenda.revised", { ...AT, data: { record: SEED } })).status).toBe(200);
    const bytes = await readDays();
    expect(bytes).toContain("STATUS:CANCELLED");
    expect(bytes).toContain("each sitting has an entry of its own now");
    expect(entryBytes(await feedText(FEED)).size).toBe(7);
  });

  it("moves with the meeting's dates, and may have a sitting added", async () => {
    await send("meeting.rescheduled", { ...AT, data: { opensOn: "2010-02-01", closesOn: "2010-02-02" } });
    expect(await readDays()).toContain("DTSTART;VALUE=DATE:20100201\r\nDTEND;VALUE=DATE:20100203\r\n");
    await send("slot.added", { ...AT, data: { slot: "1", start: "2010-02-01", items: ["4"] } });
    expect(await readDays()).toContain("STATUS:CANCELLED");
  });

  it("is not unknown again once it was known", async () => {
    await send("agenda.revised", { ...AT, data: { record: SEED } });
    const again = await send("agenda.revised", { at: "2010-01-27T10:00:00Z", data: { record: UNPLANNED } });
    expect(again).toMatchObject({ status: 422, answer: { errors: [{ field: "data.record.slots" }] } });
  });
});

describe("an end", () => {
  const ends = async (end: string): Promise<string> => {
    await send("slot.extended", { ...AT, data: { slot: "4", end } });
    return /CHANGED, [^:]*: (.*)\./.exec((await readEntry("4")).description)?.[1] ?? "";
  };

  it("is later, earlier, at midnight, or on another day, and is called so", async () => {
    expect(await ends("2010-01-28T19:00")).toBe("extended to 7 p.m");
    expect(await ends("2010-01-28T17:30")).toBe("will end at 5.30 p.m");
    expect(await feedText(`/${BODY}/${MEETING}/log`)).toContain(
      "The end of the sitting of Thursday afternoon, 28 January 2010 was set for 5.30 p.m.",
    );
    expect(await ends("2010-01-29T00:00")).toBe("extended to midnight");
    expect(await ends("2010-01-29T02:15")).toBe("extended to 2.15 a.m. (Friday, 29 January 2010)");
  });

  it.each(LANGUAGES)("at noon and at midnight is a word in %s", async (language) => {
    await send("slot.extended", { ...AT, data: { slot: "3", end: "2010-01-28T12:00" } });
    await send("slot.extended", { ...AT, data: { slot: "4", end: "2010-01-29T00:00" } });
    for (const slot of ["3", "4"]) {
      const { description } = await readEntry(slot, `?lang=${language}`);
      const change = description.split("\n").find((line) => line.startsWith(MESSAGES[language].changed)) ?? "";
      expect(change).not.toBe("");
      expect(change).not.toMatch(/12[^0-9]00|\b0?0[^0-9]00/);
    }
  });
});

describe("a time that is no hour", () => {
  it("is told beside what was before as each language joins words, not hours", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28" } });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28", after: { slot: "4" } } });
    const readText = async (language: Language) =>
      reread(await feedText(`/${BODY}/${MEETING}.ics?lang=${language}`)).find(({ uid }) => uid.endsWith("slot-3"))?.description;
    expect(await readText("en")).toContain("moved: now following the adjournment of Thursday afternoon, 28 January 2010 (was Thursday, ");
    expect(await readText("fr")).toContain(
      "déplacée ; désormais : à l’issue de la séance : jeudi après-midi, 28 janvier 2010 (auparavant : ",
    );
    expect(await readText("es")).toContain("ahora: tras levantarse la sesión");
    expect(await readText("ar")).toContain("وهو الآن: عقب رفع الجلسة");
  });
});
