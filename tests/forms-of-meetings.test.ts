import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { findDates } from "../src/documents/expressions/dates.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import type { Gazetteer } from "../src/documents/sections/gazetteer.ts";

/** Meetings of one sitting whose head is a form: its day, hours and place, each behind its name. */

const GAZETTEER: Gazetteer = {
  isRegion: () => false,
  isCity: (city) => ["Rome", "Рим"].includes(city),
  findZone: (city) => (["Rome", "Рим"].includes(city) ? { kind: "known", zone: "Europe/Rome" } : { kind: "unknown" }),
};
const AGENDA = ["1. Opening", "2. Nets", "(a) Old nets", "3. Closure"];
const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n")), {}, GAZETTEER);
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);

describe("the sitting of a form", () => {
  it.each([
    [["- **When:** 5 May 2031, 10:00–12:00 UTC", "- **Where:** Rome, Italy"], "05T10:00-12:00 1 2 3"],
    [["Date: Monday, 5 May 2031", "Time: 14:00 - 16:00"], "05T14:00-16:00 1 2 3"],
    [["Fecha: lunes, 5 de mayo de 2031", "Hora: 10:00 a.m.", "Lugar: Salón Azul"], "05T10:00- 1 2 3"],
    [["Date : lundi 5 mai 2031", "Heure : 10 h 00 – 13 h 00"], "05T10:00-13:00 1 2 3"],
    [["Дата: 5 мая 2031 года", "Время: 10.00–13.00"], "05T10:00-13:00 1 2 3"],
    [["日期：2031年5月5日", "开始时间：上午10时"], "05T10:00- 1 2 3"],
    [["5 de mayo de 2031", "Horas: 10.00 a 13.00"], "05T10:00-13:00 1 2 3"],
    [["التاريخ: 5 أيار/مايو 2031", "الوقت: 10:00 - 13:00"], "05T10:00-13:00 1 2 3"],
  ])("has the day and the hours that are named as such: %j", (head, sitting) => {
    const draft = read("Committee on Nets", ...head, "Agenda", ...AGENDA);
    expect(slots(draft)).toEqual([sitting]);
    expect(draft.meeting).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-05" });
  });

  it.each([
    [["ПОВЕСТКА ДНЯ", "5 мая 2031 года\tг. Рим", "10:00\tул. Сетей, д. 2"]],
    [["ПОВЕСТКА ДНЯ", "5 мая 2031 года\tг. Рим", "Зал сетей\tНачало в 10.00"]],
    [["AGENDA", "Monday, 5 May 2031, 10 a.m.", "(Net House, Red Room)"]],
  ])("may stand between the heading of the agenda and its items: %j", (head) => {
    const draft = read("Committee on Nets", ...head, ...AGENDA);
    expect(slots(draft)).toEqual(["05T10:00- 1 2 3"]);
    expect(draft.meeting.agenda.items).toHaveLength(3);
  });

  it("may have two ranges behind its day, and is none of a programme of one day", () => {
    const two = read("Committee on Nets", "Agenda", "Lundi 5 mai 2031, de 9 heures à 12 h 30 et de 14 h 30 à 17 heures", ...AGENDA);
    expect(slots(two)).toEqual(["05T09:00-12:30 1 2 3", "05T14:30-17:00 1 2 3"]);
    const programme = read("Committee on Nets", "Agenda", "Monday, 5 May 2031", "10.00", "1. Opening", "2. Nets", "14.00", "3. Closure");
    expect(slots(programme)).toEqual(["05T10:00- 1 2", "05T14:00- 3"]);
  });

  it("is none where the date is that of issue, and nothing names hours or a place", () => {
    expect(read("Committee on Nets", "Date: 5 May 2031", "Original: English", "Agenda", ...AGENDA).meeting.opensOn).toBeUndefined();
  });
});

describe("the hours of a session", () => {
  it.each([
    "Session commences at 9.30 a.m. on Monday, 5 May 2031",
    "(Opening of the session: Monday, 5 May, 9.30 a.m.)",
    "Ouverture de la session : lundi 5 mai 2031 à 9 h 30",
    "Apertura: lunes, 5 de mayo de 2031, a las 9.30 horas",
    "Начало работы: 5 мая 2031 года, 9.30",
    "To be held at Net House, Red Room, Rome, starting at 9:30am on Monday, 5 May 2031.",
    "qui se tiendra à la Maison des filets, à Rome, et s’ouvrira le lundi 5 mai 2031, à 9 h 30",
  ])("begin with a sitting without an end, where a line says no more: %s", (line) => {
    const draft = read("Committee on Nets", "Rome, 5-9 May 2031", line, "Agenda", ...AGENDA);
    expect(slots(draft)).toEqual(["05T09:30- "]);
  });

  it("are none by a sentence, nor by the hour of something else", () => {
    const told = "The session will be opened by the Minister of Nets on Monday, 5 May 2031, at 10 a.m.";
    expect(slots(read("Committee on Nets", "Rome, 5-9 May 2031", told, "Agenda", ...AGENDA))).toEqual([]);
    expect(slots(read("Committee on Nets", "Rome, 5-9 May 2031", "Registration: 5 May, 8 a.m.", "Agenda", ...AGENDA))).toEqual([]);
  });

  it.each([
    "The session will be held at Net House, 2 Net Lane, on Monday, 5 May 2031, from 10 a.m. to 1 p.m.",
    "La session se tiendra au siège, 2 rue des Filets, le lundi 5 mai 2031 de 10h00 à 13h00. Un déjeuner sera offert.",
  ])("are those that a sentence gives it, if it is of one day: %s", (told) => {
    expect(slots(read("Committee on Nets", "Rome, 5 May 2031", "Agenda", ...AGENDA, told))).toEqual(["05T10:00-13:00 1 2 3"]);
    expect(slots(read("Committee on Nets", "Rome, 5-6 May 2031", "Agenda", ...AGENDA, told))).toEqual([]);
  });
});

describe("a day before an hour", () => {
  it.each(["le lundi 5 mai 2031 à 9 h 30", "5 mai 2031 à 9 heures", "lundi 5 mai à 9 h", "5 мая 2031 до 9 часов"])(
    "is no range of days: %s",
    (text) => {
      expect(findDates(text)).toMatchObject([{ from: { day: 5, month: 5 } }]);
      expect(findDates(text)[0]?.to).toBeUndefined();
    },
  );

  it.each(["5 au 9 mai 2031", "June 6 to 10, 2031", "2031年5月5日至9日", "5 May to 9 May 2031"])("is one with an end: %s", (text) => {
    expect(findDates(text)[0]?.to?.day).toBeGreaterThan(8);
  });
});

describe("the journal of a meeting", () => {
  const JOURNAL = ["Committee on Nets", "1. Date: Monday, 5 May 2031 (in the Red Room)"];
  const ITEMS = ["Agenda item 1: Report on nets", "Agenda item 2: Hooks", "Agenda item 3: Other business"];
  const journal = (...lines: readonly string[]): Draft => read(...JOURNAL, ...lines, ...ITEMS);

  it.each([
    [["Opened: 10.05 a.m.", "Suspended: 1.05 p.m.", "Resumed: 3.00 p.m.", "Closed: 5.40 p.m."]],
    [["Ouverture : 10 h 05", "Suspension : 13 h 05", "Reprise : 15 heures", "Clôture : 17 h 40"]],
    [["Открытие: 10 час. 05 мин.", "Перерыв: 13 час. 05 мин.", "Возобновление: 15 час. 00 мин.", "Закрытие: 17 час. 40 мин."]],
    [["Apertura: 10.05 horas", "Suspensión: 13.05 horas", "Reanudación: 15.00 horas", "Clausura: 17.40 horas"]],
  ])("says from when to when it sat: %j", (fields) => {
    expect(slots(journal(...fields))).toEqual(["05T10:05-13:05 1 2 3", "05T15:00-17:40 1 2 3"]);
  });

  it("has no sitting of fields that do not close, nor of the next meeting", () => {
    expect(slots(journal("Opened: 10.05 a.m.", "Suspended: 1.05 p.m."))).toEqual([]);
    const next = journal("Opened: 10.05 a.m.", "Closed: 1 p.m.");
    expect(slots(next)).toEqual(["05T10:05-13:00 1 2 3"]);
    const announced = read(
      ...JOURNAL,
      "Opened: 10 a.m.",
      "Closed: 1 p.m.",
      "Agenda",
      ...AGENDA,
      "Next meeting:",
      "Monday, 12 May 2031, at 10 a.m.",
    );
    expect(slots(announced)).toEqual(["05T10:00-13:00 1 2 3"]);
  });
});

describe("the number of an item", () => {
  const programme = (...lines: readonly string[]): Draft => read("Committee on Nets", "Monday, 5 May 2031", "10.00-13.00", ...lines);

  it.each([
    ["AGENDA ITEM SEVEN – Nets"],
    ["POINT SEPT DE L’ORDRE DU JOUR – Nets"],
    ["TEMA SIETE. Nets"],
    ["Пункт седьмой: Nets"],
    ["البند السابع: Nets"],
    ["议程项目七：Nets"],
  ])("may be spelled: %s", (line) => {
    expect(programme(line).meeting.agenda.items).toEqual([{ number: "7", title: "Nets" }]);
  });

  it("may be spelled with others, and is none within a word or a sentence", () => {
    expect(slots(programme("AGENDA ITEMS SEVEN AND NINE – Nets"))).toEqual(["05T10:00-13:00 7 9"]);
    expect(slots(programme("项目一览表", "Item 1"))).toEqual(["05T10:00-13:00 1"]);
  });

  it("may follow another with its own word for an item", () => {
    expect(slots(programme("Item 5(a) Item 8"))).toEqual(["05T10:00-13:00 5(a) 8"]);
  });
});

describe("a sitting behind closed doors", () => {
  it.each(["Closed session: elections", "Séance à huis clos : élections", "Закрытое заседание: выборы"])(
    "is one of the body where it takes up items: %s",
    (label) => {
      const draft = read("Committee on Nets", "Monday, 5 May 2031", "10.00-13.00", `${label} (item 6)`, "15.00-18.00", label);
      expect(slots(draft)).toEqual(["05T10:00-13:00 6"]);
    },
  );
});
