import { reset } from "cloudflare:test";
import ICAL from "ical.js";
import { beforeEach, describe, expect, it } from "vitest";
import { MESSAGES } from "../src/i18n/all.ts";
import { LANGUAGES, type Language } from "../src/meeting/text.ts";
import story from "./stories/real-day.jsonl?raw";
import { textsAt } from "./support/documents.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;

const readEntries = async (language: Language = "en") => reread(await feedText(`${FEED}?lang=${language}`));
const readEntry = async (slot: string, language: Language = "en") => {
  const entry = (await readEntries(language)).find(({ uid }) => uid.endsWith(`.slot-${slot}`));
  if (!entry) throw new Error(`there is no entry of slot ${slot}`);
  return entry;
};
const readCalendar = async (path: string) => {
  const calendar = ICAL.Component.fromString(await feedText(path));
  // The library knows no escapes in properties younger than itself.
  const read = (name: string) =>
    String(calendar.getFirstPropertyValue(name))
      .replaceAll(String.raw`\n`, "\n")
      .replaceAll(/\\([,;])/g, "$1");
  return { name: read("name"), description: read("description"), older: read("x-wr-caldesc") };
};
/** Spaces that do not break are spaces here. */
const spaced = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");

beforeEach(async () => {
  await reset();
  await announce();
});

describe("where the meeting stands", () => {
  const tell = async (type: string, at: string, data = {}) => expect(await send(type, { at, data })).toMatchObject({ status: 200 });
  const tellAll = async () => {
    await tell("meeting.opened", "2010-01-27T09:08:00Z");
    await tell("agenda.adopted", "2010-01-27T09:31:00Z");
    await tell("report.adopted", "2010-01-29T16:30:00Z");
    await tell("meeting.closed", "2010-01-29T16:42:00Z");
    await tell("report.issued", "2010-02-17T10:00:00Z", { symbol: "CTOC/COP/WG.4/2010/6" });
  };

  it("is told by the sitting that it happened in, and no other subscriber is told of a change", async () => {
    await tellAll();
    const entries = await readEntries();
    expect(entries.map(({ sequence }) => sequence)).toEqual([2, 1, 1, 1, 1, 4]);
    expect(entries.map(({ description }) => /Meeting opened|Report adopted|Meeting closed|Report issued/.test(description))).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it("is in the calendar's own name and description, with what holds of every entry", async () => {
    expect(await readCalendar(FEED)).toMatchObject({ name: "Working Group on Trafficking in Persons, Vienna, 27-29 January 2010" });
    await tell("meeting.opened", "2010-01-27T09:08:00Z");
    expect((await readCalendar(FEED)).name).toMatch(/ 2010 \(in session\)$/);
    await tell("meeting.suspended", "2010-01-27T09:10:00Z");
    expect((await readCalendar(FEED)).name).toMatch(/ 2010 \(suspended\)$/);
    await reset();
    await announce();
    await tellAll();
    const { name, description, older } = await readCalendar(FEED);
    expect(name).toMatch(/ 2010 \(report issued\)$/);
    expect(description.split("\n")).toEqual([
      "Meeting opened 27 January 2010.",
      "Agenda adopted 27 January 2010.",
      "Report adopted 29 January 2010.",
      "Meeting closed 29 January 2010.",
      "Report issued 17 February 2010 (CTOC/COP/WG.4/2010/6).",
      "Source: CTOC/COP/WG.4/2010/1 https://undocs.org/CTOC/COP/WG.4/2010/1",
      "Calendars may lag a day. Announcements by the Chair and official documents prevail.",
      "Unofficial demonstration.",
      `Programme and changes: https://plenary.example/${BODY}/${MEETING}`,
    ]);
    expect(older).toBe(description);
    expect((await readCalendar(`/${BODY}/${MEETING}/slots/3.ics`)).description).not.toContain("Meeting opened");
  });

  it("stands in every entry to come while the meeting is suspended, and goes once it is resumed", async () => {
    await tell("meeting.opened", "2010-01-27T09:08:00Z");
    await tell("slot.opened", "2010-01-27T09:08:00Z", { slot: "1" });
    await tell("slot.adjourned", "2010-01-27T12:00:00Z", { slot: "1" });
    await tell("meeting.suspended", "2010-01-27T12:10:00Z");
    const listSuspended = async () =>
      (await readEntries()).map(({ description }) => description.includes("Meeting suspended 27 January 2010."));
    expect(await listSuspended()).toEqual([false, true, true, true, true, true]);
    await tell("meeting.resumed", "2010-01-27T14:00:00Z");
    expect(await listSuspended()).toEqual([false, false, false, false, false, false]);
    expect((await readEntry("2")).description).toContain("Meeting resumed 27 January 2010.");
  });

  it("ends with the report that was issued and its link", async () => {
    await tellAll();
    expect((await readEntry("6")).description).toContain(
      "Report issued 17 February 2010 (CTOC/COP/WG.4/2010/6).\nhttps://undocs.org/CTOC/COP/WG.4/2010/6",
    );
  });

  it("costs the subscribers of the shipped day eight updates at most, and most of them one", async () => {
    for (const line of story.trim().split("\n")) {
      const { id, type, timestamp, data } = JSON.parse(line) as {
        readonly id?: string;
        readonly type: string;
        readonly timestamp: string;
        readonly data?: object;
      };
      const record = data && "record" in data ? { record: SEED } : {};
      const { status } = await send(type, { at: timestamp, data: { ...data, ...record } }, id === undefined ? {} : { id });
      expect(status).toBe(200);
    }
    expect((await readEntries()).map(({ sequence }) => sequence)).toEqual([2, 3, 1, 1, 3, 8]);
  });
});

describe("a sitting that is elsewhere than it was planned", () => {
  const TIMES: Record<Language, string> = {
    ar: "موعد جديد: الخميس 09:00 (بدلًا من 10:00)",
    en: "NEW TIME: Thursday 9 a.m. (was 10 a.m.)",
    es: "NUEVA HORA: jueves, 09.00 (antes: 10.00)",
    fr: "NOUVEL HORAIRE : jeudi 9 heures (au lieu de 10 heures)",
    ru: "НОВОЕ ВРЕМЯ: четверг, 09:00 (прежде: 10:00)",
    zh: "新时间：星期四09:00（原为10:00）",
  };

  it.each(LANGUAGES)("says so before its title and in its first line, in %s", async (language) => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00" } });
    const { summary, description } = await readEntry("3", language);
    const { news, punctuation } = MESSAGES[language];
    expect(summary.startsWith(`${news.time}${punctuation.colon}`)).toBe(true);
    expect(spaced(description.split("\n")[0] ?? "")).toBe(TIMES[language]);
  });

  it.each(LANGUAGES)("says so where a document put it there, in %s", async (language) => {
    const elsewhere = { start: "2010-01-28T09:00", end: "2010-01-28T12:00", venue: "Boardroom D" };
    const revise = (changes: object, at: string) =>
      send("agenda.revised", {
        at,
        data: { record: { ...SEED, slots: SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, ...changes } : slot)) } },
      });
    await revise({ venue: "Boardroom A" }, "2010-01-26T09:00:00Z");
    await revise(elsewhere, "2010-01-26T10:00:00Z");
    const { summary, description } = await readEntry("3", language);
    const { news, punctuation } = MESSAGES[language];
    expect(summary.startsWith(`${news.time}${punctuation.comma}${news.room}${punctuation.colon}`)).toBe(true);
    const [time = "", room = ""] = description.split("\n");
    expect(spaced(time)).toBe(TIMES[language]);
    expect(room.startsWith(`${news.room}${punctuation.colon}`)).toBe(true);
    expect(room.indexOf("Boardroom D")).toBeLessThan(room.indexOf("Boardroom A"));
    await send("meeting.closed", { at: "2010-01-29T17:00:00Z" });
    expect((await readEntry("3", language)).summary).not.toContain(news.time);
  });

  it("says so until it is opened or over, by what was reported and by no clock", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00" } });
    await send("slot.opened", { at: "2010-01-28T08:02:00Z", data: { slot: "3" } });
    const { summary, description } = await readEntry("3");
    expect(summary).toMatch(/^Item 4 /);
    expect(description).not.toContain("NEW TIME");
    expect(description).toContain("moved from Thursday, 28 January 2010, 10 a.m.-1 p.m. to 9 a.m.-noon");
  });

  it("says no new time of a meeting that is postponed, of which no time holds", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00" } });
    await send("meeting.postponed");
    expect((await readEntry("3")).summary).toMatch(/^Item 4 \(postponed, prov\.\): /);
  });

  it("names both days where it is on another one", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-29T09:00" } });
    expect((await readEntry("3")).description.split("\n")[0]).toBe(
      "NEW TIME: Friday, 29 January 2010, 9 a.m. (was Thursday, 28 January 2010, 10 a.m.)",
    );
  });

  it.for([
    ["en", "NEW TIME: Thursday, time to be announced (was 10 a.m.)"],
    ["fr", "NOUVEL HORAIRE : jeudi, heure à préciser (au lieu de 10 heures)"],
  ] as const)("says of an hour that is not known yet that it is to be announced, in %s", async ([language, line]) => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28" } });
    expect(spaced((await readEntry("3", language)).description.split("\n")[0] ?? "")).toBe(line);
  });

  it("says its new room beside its new time, and nothing of either once it is cancelled", async () => {
    const slots = SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, venue: "Boardroom A" } : slot));
    await send("agenda.revised", { at: "2010-01-27T09:10:00Z", data: { record: { ...SEED, slots } } });
    await send("slot.relocated", { data: { slot: "3", venue: "Boardroom D" } });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00" } });
    const { summary, description } = await readEntry("3");
    expect(summary).toMatch(/^NEW TIME, NEW ROOM: Item 4 /);
    expect(description.split("\n").slice(0, 2)).toEqual([
      "NEW TIME: Thursday 9 a.m. (was 10 a.m.)",
      "NEW ROOM: Boardroom D (was Boardroom A)",
    ]);
    await send("slot.cancelled", { data: { slot: "3" } });
    expect((await readEntry("3")).summary).toMatch(/^CANCELLED: Item 4 /);
  });

  it("says the room that was told first where no document has any, and that it is a new one only if there is another", async () => {
    const relocate = (venue: string, at: string) => send("slot.relocated", { at, data: { slot: "3", venue } });
    await relocate("Boardroom A", "2010-01-26T09:00:00Z");
    expect((await readEntry("3")).summary).toMatch(/^Item 4 /);
    await relocate("Boardroom B", "2010-01-26T10:00:00Z");
    await relocate("Boardroom D", "2010-01-26T11:00:00Z");
    const { summary, description } = await readEntry("3");
    expect(summary).toMatch(/^NEW ROOM: Item 4 /);
    expect(description.split("\n")[0]).toBe("NEW ROOM: Boardroom D (was Boardroom A)");
    await relocate("Boardroom A", "2010-01-26T12:00:00Z");
    expect((await readEntry("3")).summary).toMatch(/^Item 4 /);
  });
});

describe("a reason", () => {
  const CANCELLED: Record<Language, string> = {
    ar: "أُلغي الاجتماع في 27 كانون الثاني/يناير 2010، لأسباب أمنية. Venue lost. Others are sought.",
    en: "Meeting cancelled 27 January 2010, for security reasons. Venue lost. Others are sought.",
    es: "Reunión cancelada el 27 de enero de 2010, por razones de seguridad. Venue lost. Others are sought.",
    fr: "Réunion annulée le 27 janvier 2010, pour des raisons de sécurité. Venue lost. Others are sought.",
    ru: "Сессия отменена 27 января 2010 г., по соображениям безопасности. Venue lost. Others are sought.",
    zh: "会议于2010年1月27日取消，因安全原因。Venue lost。Others are sought.",
  };

  it.each(LANGUAGES)("of the list ends our sentence, and the secretariat's words are sentences of their own, in %s", async (language) => {
    await send("meeting.cancelled", { data: { cause: "security", reason: "Venue lost", note: "others are sought." } });
    const { description } = await readEntry("3", language);
    expect(spaced(description.split("\n")[0] ?? "")).toBe(CANCELLED[language]);
    const page = `${language === "en" ? "" : `/${language}`}/${BODY}/${MEETING}`;
    expect((await textsAt(page, ".latest p")).map(spaced)).toContain(CANCELLED[language]);
  });

  it("why a meeting is off goes before what was changed of its sittings, of which no time is awaited any more", async () => {
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28" } });
    await send("slot.relocated", { data: { slot: "3", venue: "Boardroom D" } });
    await send("deadline.set", { data: { deadline: "l-1", kind: "draft-resolutions", at: "2010-01-28T18:00", item: "4" } });
    await send("meeting.cancelled", { data: { reason: "Venue lost" } });
    const { description } = await readEntry("3");
    expect(description.split("\n")[0]).toBe("Meeting cancelled 27 January 2010. Venue lost.");
    expect(description).not.toContain("Time to be announced.");
    const deadline = (await readEntries()).find(({ uid }) => uid.endsWith("deadline-l-1"));
    expect(deadline?.description.split("\n")[0]).toBe("Meeting cancelled 27 January 2010. Venue lost.");
  });

  it("alone follows what it is the reason of", async () => {
    await send("slot.cancelled", { at: "2010-01-28T15:40:00Z", data: { slot: "5", reason: "Is item 5 not concluded?" } });
    expect((await readEntry("5")).description.split("\n")[0]).toBe("CANCELLED, 28 January 2010, 4.40 p.m.: Is item 5 not concluded?");
  });
});

describe("what a sitting is about", () => {
  it("comes first, then what changed, then documents by their symbols, then the page", async () => {
    await send("slot.extended", { data: { slot: "3", end: "2010-01-28T13:30" } });
    expect((await readEntry("3")).description.split("\n\n")).toEqual([
      "4. Good practices and tools in discouraging the demand for exploitative services",
      "CHANGED, 27 January 2010, 10.20 a.m.: extended to 1.30 p.m.\nProvisional: the agenda is not adopted yet.",
      "Documents:\nCTOC/COP/WG.4/2010/3: Background paper prepared by the Secretariat on good practices and tools in reducing the demand for exploitative services\nhttps://undocs.org/CTOC/COP/WG.4/2010/3",
      `https://plenary.example/${BODY}/${MEETING}`,
    ]);
  });

  const STANDARD: Record<Exclude<Language, "en">, string> = {
    ar: "اعتماد التقرير",
    es: "Aprobación del informe",
    fr: "Adoption du rapport",
    ru: "Утверждение доклада",
    zh: "通过报告",
  };

  it.each(Object.entries(STANDARD) as [Exclude<Language, "en">, string][])(
    "is said in %s of the items of every agenda, and marked as ours, in calendars and on the page; the JSON says what the record says",
    async (language, title) => {
      const { description } = await readEntry("6", language);
      const { ourTranslation } = MESSAGES[language];
      expect(description).toContain(`8. ${title}*\n`);
      expect(description.split("\n").at(-1)?.toLowerCase()).toContain(`* ${ourTranslation}`.toLowerCase());
      expect(await textsAt(`/${language}/${BODY}/${MEETING}/agenda`, ".agenda")).toContainEqual(
        expect.stringContaining(`${title} (${ourTranslation})`),
      );
      expect(await feedText(`/${BODY}/${MEETING}.json`)).not.toContain(title);
    },
  );

  it("is in the record's own words wherever it has them in the reader's language", async () => {
    const items = SEED.agenda.items.map((item) =>
      item.number === "8" ? { ...item, title: { en: "Adoption of the report", fr: "Adoption du rapport de la réunion" } } : item,
    );
    await announce({ ...SEED, id: "named", agenda: { ...SEED.agenda, items } });
    const [, , , , , entry] = reread(await feedText(`/${BODY}/named.ics?lang=fr`));
    expect(entry?.description).toContain("8. Adoption du rapport de la réunion\n");
  });
});

it("a closed sitting tells nobody how to take part, though its document does", async () => {
  const participation = "https://indico.un.org/event/1";
  const slots = SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, participation } : slot));
  await send("agenda.revised", { data: { record: { ...SEED, slots } } });
  expect((await readEntry("3")).description).toContain(participation);
  await send("slot.changed", { data: { slot: "3", access: "closed" } });
  expect((await readEntry("3")).description).not.toContain(participation);
});
