import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Sittings that are named by their number, by the part of the day or by their end. */

const HEAD = ["Committee on Nets", "Rome, 5-7 May 2031", "Programme", "Monday 5 May 2031"];
const read = (...lines: readonly string[]): Draft => composeDraft(readPasted([...HEAD, ...lines].join("\n")));
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const tell = ({ warnings }: Draft, code: string) => warnings.filter((one) => one.code === code).map(({ message }) => message);

describe("hours behind the name of a sitting", () => {
  it.each([
    "First plenary meeting (10 a.m. to 1 p.m.)",
    "2nd meeting: 10 a.m.-1 p.m.",
    "Session 2 - 10.00-13.00",
    "Première séance (10 heures – 13 heures)",
    "Vingt et unième séance, de 10 heures à 13 heures",
    "Séptima sesión: de 10 a 13 horas",
    "Второе заседание, 10.00–13.00",
    "第二次会议：上午10时至下午1时",
    "第2次全体会议上午10时至下午1时",
    "الجلسة الأولى: من الساعة 10 صباحا إلى الساعة 1 بعد الظهر",
  ])("are read from their start: %s", (head) => {
    expect(slots(read(head, "Item 1"))).toEqual(["05T10:00-13:00 1"]);
  });

  it.each(["Fourth meeting, 10 a.m.", "Quatrième séance, 10 heures", "4-е пленарное заседание, 10.00", "الجلسة الرابعة، الساعة 10"])(
    "may have no end: %s",
    (head) => {
      expect(slots(read(head, "Item 1"))).toEqual(["05T10:00- 1"]);
    },
  );
});

describe("a day behind the name of a sitting", () => {
  it.each([
    ["Third plenary meeting, Tuesday 6 May, 10 a.m.-1 p.m."],
    ["Troisième séance : mardi 6 mai, de 10 heures à 13 heures"],
    ["Третье заседание, вторник, 6 мая, 10.00–13.00"],
    ["第三次会议：5月6日星期二，上午10时至下午1时"],
  ])("is that of the sitting, below another day: %s", (head) => {
    expect(slots(read("10 a.m.-1 p.m.", "Item 1", head, "Item 2"))).toEqual(["05T10:00-13:00 1", "06T10:00-13:00 2"]);
  });

  const AGENDA = ["Committee on Nets", "Rome, 5-7 May 2031", "Agenda", "1. Opening", "2. Nets", "3. Report", "Organization of work"];
  const list = (...lines: readonly string[]): Draft => composeDraft(readPasted([...AGENDA, ...lines].join("\n")));

  it("shows a timetable where several sittings have one, whether hours stand behind it or below", () => {
    const draft = list(
      "First meeting: Monday, 5 May, 10 a.m.-1 p.m.",
      "Items 1 and 2",
      "Second meeting: Tuesday, 6 May",
      "3-6 p.m.",
      "Item 3",
    );
    expect(slots(draft)).toEqual(["05T10:00-13:00 1 2", "06T15:00-18:00 3"]);
  });

  it.each([
    ["1st", "2nd"],
    ["1", "2"],
    ["No. 1", "No. 2"],
    ["Séance 1", "Séance 2"],
  ])("has a column behind that of the number: %s", (first, second) => {
    const rows = [
      ["", "Date", "Time", "Items"],
      [first, "Monday, 5 May", "10 a.m.-1 p.m.", "1, 2"],
      [second, "Tuesday, 6 May", "3-6 p.m.", "3"],
    ];
    const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
    const draft = composeDraft(readPasted(`${AGENDA.map((line) => `<p>${line}</p>`).join("")}<table>${table}</table>`));
    expect(slots(draft)).toEqual(["05T10:00-13:00 1 2", "06T15:00-18:00 3"]);
  });

  it("is no timetable in the title of a meeting", () => {
    const { meeting } = list("Items 1 to 3 are taken up in the order of their numbers.");
    expect(meeting).toMatchObject({ opensOn: "2031-05-05", slots: [] });
  });
});

describe("a part of the day", () => {
  it("without hours leaves what is said of it, and says so, in brackets or not", () => {
    const draft = read("Morning", "Nets go on", "Tuesday 6 May (p.m.)\tItem 2");
    expect(slots(draft)).toEqual([]);
    expect(tell(draft, "no-time")).toEqual([
      expect.stringContaining("Monday 5 May 2031, Morning: Nets go on"),
      expect.stringContaining("Item 2"),
    ]);
    expect(draft.meeting.agenda.items).toEqual([{ number: "2" }]);
  });
});

describe("the end of a sitting", () => {
  it.each(["Close of the day", "End of the session", "Fin de la séance", "Fin de la sesión", "Окончание заседания", "散会"])(
    "is none that begins then: %s",
    (end) => {
      expect(slots(read("10.00", "Item 1", "11.30", "Coffee break", "13.00", end))).toEqual(["05T10:00- 1"]);
    },
  );
});

describe("hours and items", () => {
  it("end with the dot of what is cut short", () => {
    expect(slots(read("09:00 a 12:30 hs.", "Punto 1", "14:30 hs.", "Punto 2"))).toEqual(["05T09:00-12:30 1", "05T14:30- 2"]);
  });

  it.each(["البندان 1 و2", "البند 1 والبند 2", "البنود 1 و 2"])("of Arabic are joined with the word that follows: %s", (named) => {
    expect(slots(read("10.00-13.00", named))).toEqual(["05T10:00-13:00 1 2"]);
  });
});

describe("a day with the items of that day and no hours", () => {
  it.each([
    ["Tuesday, 6 May: Items 1, 2 and 3", "Wednesday, 7 May: Item 4"],
    ["Mardi 6 mai : points 1, 2 et 3", "Mercredi 7 mai : point 4"],
    ["Martes 6 de mayo – temas 1, 2 y 3", "Miércoles 7 de mayo – tema 4"],
    ["Вторник, 6 мая: пункты 1, 2 и 3", "Среда, 7 мая: пункт 4"],
    ["5月6日星期二：项目1、2和3", "5月7日星期三：项目4"],
  ])("has no sitting, and its items are told: %s", (first, second) => {
    const draft = composeDraft(readPasted(["Committee on Nets", "Rome, 5-7 May 2031", "Schedule", first, second].join("\n")));
    expect(slots(draft)).toEqual([]);
    expect(draft.meeting.agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3", "4"]);
    expect(tell(draft, "no-time")).toEqual([expect.stringContaining("Item 1, 2, 3"), expect.stringContaining("Item 4")]);
  });
});
