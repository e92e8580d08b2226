import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../../src/documents/draft.ts";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";

/** Journals of an assembly: the programme of one day, whose table may have lost its columns. */

const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n\n")), {}, PLACES);
const starts = ({ meeting }: Draft) => meeting.slots.map(({ start }) => start);
const tell = ({ warnings }: Draft, code: string) => warnings.filter((one) => one.code === code).map(({ message }) => message);

describe("the days of the assembly", () => {
  const journal = ["10th Nets Assembly", "Tuesday, 6 May 2031 No. 2", "10:00", "Plenary meeting", "15:00", "Plenary meeting"];

  it("stand at the foot of its pages, with the place", () => {
    expect(read(...journal, "10th Nets Assembly • Net House, Rome, 5–9 May 2031 • Page 2").meeting).toMatchObject({
      city: "Rome",
      opensOn: "2031-05-05",
      closesOn: "2031-05-09",
    });
  });

  it("are not those that a sentence names", () => {
    expect(read(...journal, "The Committee will meet in Rome, 5–9 May 2032.").meeting).toMatchObject({
      opensOn: "2031-05-06",
      closesOn: "2031-05-06",
    });
  });
});

describe("the programme of a day", () => {
  it.each([
    ["N° 6 Programme of meetings for Thursday, 5 May 2031"],
    ["Programme des séances pour le jeudi 5 mai 2031"],
    ["Programa de sesiones para el lunes 5 de mayo de 2031"],
    ["N° 6 Программа заседаний на понедельник, 5 мая 2031 г."],
    ["العدد 6 برنامج الاجتماعات ليوم الاثنين، 5 أيار/ مايو 2031"],
    ["Monday, 5 May 2031 No. 2"],
    ["Lundi 5 mai 2031 N° 2"],
  ])("begins below its number and its day: %s", (heading) => {
    expect(starts(read("Journal", heading, "10:00", "Plenary meeting", "15:00", "Plenary meeting"))).toEqual([
      "2031-05-05T10:00",
      "2031-05-05T15:00",
    ]);
  });

  it("has the sitting that is counted and called plenary above its hour", () => {
    const draft = read("Mardi 6 mai 2031", "MATIN", "TROISIÈME SÉANCE PLÉNIÈRE", "GRANDE SALLE", "9 heures", "Déclarations des chefs");
    expect(starts(draft)).toEqual(["2031-05-06T09:00"]);
  });

  it("has none where two organs meet, each in a column that is lost, and says so", () => {
    const columns = ["Время", "Комитет A", "Виртуальный зал 2", "Комитет В", "Виртуальный зал 1"];
    const hours = ["10:00", "Десятое заседание", "Седьмое заседание", "14:30", "Одиннадцатое заседание", "Восьмое заседание"];
    const draft = read("Программа заседаний на вторник, 6 мая 2031 г.", ...columns, ...hours);
    expect(starts(draft)).toEqual([]);
    expect(tell(draft, "not-plenary")).toHaveLength(2);
    const english = read("Tuesday, 6 May 2031", "10:00", "Tenth meeting", "Seventh meeting", "14:30", "11th meeting", "8th meeting");
    expect(starts(english)).toEqual([]);
    expect(tell(english, "not-plenary")).toHaveLength(2);
  });

  it("has no sitting of commissions, whose meetings stand behind their names in brackets", () => {
    const plenary = ["0900 – 1200\tPlenary (Fourth Meeting)", "Agenda Item 2: Nets"];
    const others = ["0930 – 1200\tTechnical Commission (First Meeting)", "Agenda Item 60: Hooks"];
    const draft = read("Nets Assembly", "Tuesday, 6 May 2031", ...plenary, ...others);
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-05-06T09:00", items: ["2"] }]);
    expect(tell(draft, "not-plenary")).toHaveLength(1);
  });

  it("has the sittings below the name of the plenary that fills a row by itself", () => {
    const rows = [
      ["Séance plénière", ""],
      ["10 h 00 – 13 h 00", "Discussion des filets"],
      ["Commissions", ""],
      ["9 h 00", "Commission des finances"],
    ];
    const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
    expect(starts(composeDraft(readPasted(`<p>Bulletin</p><p>Mardi 6 mai 2031</p><table>${table}</table>`)))).toEqual(["2031-05-06T10:00"]);
  });

  it("has the plenary of an assembly, and no committee's sitting", () => {
    const head = [
      "العدد 6 برنامج الاجتماعات ليوم الثلاثاء، 6 أيار/ مايو 2031",
      "الوقت",
      "الجلسة العامة",
      "القاعة XIX",
      'اللجنة "أ"',
      "القاعة XX",
    ];
    const rows = ["الساعة 00‚9", "الجلسة العامة السابعة", "الساعة 30‚14", "الجلسة الحادية عشرة", "الجلسة السادسة"];
    expect(starts(read(...head, ...rows))).toEqual(["2031-05-06T09:00"]);
  });

  it("has a sitting once, which a table names and a list below it with its items", () => {
    const table = ["Programa de sesiones para el martes 6 de mayo de 2031", "09.00 Cuarta sesión plenaria", "14.30 Quinta sesión plenaria"];
    const after = ["Después del examen del punto 4 en sesión plenaria", "Tercera sesión"];
    const list = ["Martes 6 de mayo de 2031", "Cuarta sesión plenaria Sala de Asambleas - 09.00", "Punto 3 (continuación)"];
    const draft = read(...table, ...after, ...list);
    expect(draft.meeting.slots).toMatchObject([
      { start: "2031-05-06T09:00", items: ["3"] },
      { start: "2031-05-06T14:30", items: [] },
    ]);
  });
});

describe("the body", () => {
  it.each([
    ["Journal No. 6 – 5 May 2031", "Immediately after the completion of the work of Committees A and B", "Seventh plenary meeting"],
    ["Journal N° 6 – 5 mai 2031", "Immédiatement après la fin des travaux des Commissions A et B", "Septième séance plénière"],
    ["Diario N.º 6 – 5 de mayo de 2031", "Inmediatamente después de los trabajos de las Comisiones A y B", "Séptima sesión plenaria"],
  ])("is not named after those for whom a sitting waits: %s", (...lines) => {
    expect(read(...lines).meeting.body?.name).toBeUndefined();
  });
});

describe("a committee of an assembly", () => {
  it.each([
    ["COMMITTEE B", "First meeting of Committee B, 22 May 2031, 09:00-12:00", "Second meeting of Committee B, 22 May 2031, 14:30-17:30"],
    [
      "COMISIÓN B",
      "Primera sesión de la Comisión B, 22 de mayo de 2031, 9.00-12.00",
      "Segunda sesión de la Comisión B, 22 de mayo de 2031, 14.30-17.30",
    ],
  ])("has the sittings that are its own, with the items below each: %s", (body, first, second) => {
    const draft = read(body, "Agenda", first, "1. Opening", "2. Nets", second, "3. Staff");
    expect(draft.meeting.slots).toMatchObject([
      { start: "2031-05-22T09:00", end: "2031-05-22T12:00", items: ["1", "2"] },
      { start: "2031-05-22T14:30", end: "2031-05-22T17:30", items: ["3"] },
    ]);
  });

  it("has none where the assembly is the body, and is quoted", () => {
    const draft = read(
      "10th Nets Assembly",
      "Thursday, 22 May 2031",
      "09:00-12:00",
      "First meeting of Committee B",
      "Item 1",
      "14:30",
      "Plenary meeting",
    );
    expect(starts(draft)).toEqual(["2031-05-22T14:30"]);
    expect(tell(draft, "not-plenary")).toEqual([expect.stringContaining("First meeting of Committee B")]);
  });
});
