import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { formatClock } from "../src/documents/expressions/clock.ts";
import { readLeadingTimes } from "../src/documents/expressions/times.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Programmes of work without an agenda list: what in them is a sitting, what an item and its title, and what is neither. */

const HEAD = ["Committee on Nets", "Rome, 5-6 May 2031", "Programme", "Monday 5 May 2031"];
const read = (...lines: readonly string[]): Draft => composeDraft(readPasted([...HEAD, ...lines].join("\n")));
const readRows = (...rows: readonly (readonly string[])[]): Draft => {
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell.replaceAll("\n", "<br>")}</td>`).join("")}</tr>`).join("");
  return composeDraft(readPasted(`${HEAD.map((line) => `<p>${line}</p>`).join("")}<table>${table}</table>`));
};
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(11)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const items = ({ meeting }: Draft) => meeting.agenda.items.map(({ number, title }) => [number, title]);

describe("hours", () => {
  it.each([
    ["09:00 – 10:30 CET", "09:00-10:30"],
    ["14:00 UTC – 16:00 UTC", "14:00-16:00"],
    ["(13:00–16:00 UTC+2)", "13:00-16:00"],
    ["10:00 – 13:00 Geneva time", "10:00-13:00"],
    ["10h00 — 13h00 (heure de Genève)", "10:00-13:00"],
    ["с 10 ч. 00 мин. до 13 ч. 00 мин. по московскому времени", "10:00-13:00"],
    ["9:00 → 10:30", "09:00-10:30"],
    ["11:00 a.m. - 12:00 m.", "11:00-12:00"],
    ["22.00 – 01.00", "22:00-25:00"],
    ["9.:15 – 10:15", "09:15-10:15"],
  ])("are read whole, whichever clock they name: %s", (text, expected) => {
    const times = readLeadingTimes(text);
    expect(times?.ranges.map(({ start, end }) => `${formatClock(start)}-${formatClock(end ?? 0)}`)).toEqual([expected]);
    expect(times?.length).toBe(text.length);
    expect(times?.isDoubtful).toBe(false);
  });

  it("that end before they begin are doubted by day", () => {
    expect(readLeadingTimes("15.00 – 11.00")?.isDoubtful).toBe(true);
  });

  it("stand below their day in one cell, beside several items", () => {
    expect(slots(readRows(["Monday 5 May 2031\n10:00-13:00", "Item 1\nItem 2"], ["15:00-18:00", "Item 3"]))).toEqual([
      "10:00-13:00 1 2",
      "15:00-18:00 3",
    ]);
  });

  it("stand below the part of the day in one cell", () => {
    expect(slots(readRows(["AM\n10h00 - 13h00", "Item 1"], ["PM\n14h00 - 17h00", "Item 2"]))).toEqual(["10:00-13:00 1", "14:00-17:00 2"]);
  });
});

describe("an item", () => {
  it.each(["Opening (item 1)", "Opening [item 1]", "- Opening (agenda item 1)", "Opening (item 1 of the agenda)"])(
    "has the title before its number: %s",
    (line) => {
      expect(items(read("10 a.m.-1 p.m.", line, "Nets (item 2)"))).toEqual([
        ["1", "Opening"],
        ["2", "Nets"],
      ]);
    },
  );

  it("has the title of the cell before its own", () => {
    const draft = readRows(["10 a.m.-1 p.m.", "Opening", "1"], ["", "Nets", "2"], ["3-6 p.m.", "Hooks\nLines", "3\n4"]);
    expect(items(draft)).toEqual([
      ["1", "Opening"],
      ["2", "Nets"],
      ["3", "Hooks"],
      ["4", "Lines"],
    ]);
    expect(slots(draft)).toEqual(["10:00-13:00 1 2", "15:00-18:00 3 4"]);
  });

  it("that is only referred to takes no title from the next line, nor the name of a meeting", () => {
    const draft = read(
      "10 a.m.-1 p.m.",
      "Second plenary meeting (item 1)",
      "Words of welcome",
      "Nets and hooks (items 2 and 3)",
      "More of them",
    );
    expect(items(draft)).toEqual([
      ["1", undefined],
      ["2", undefined],
      ["3", undefined],
    ]);
  });

  it("named with another takes no title from the cells behind them, of which one may be a room", () => {
    const draft = readRows(["10 a.m.-1 p.m.", "1, 2", "Nets and hooks", "Hall A"]);
    expect(items(draft)).toEqual([
      ["1", undefined],
      ["2", undefined],
    ]);
    expect(draft.meeting.slots).toMatchObject([{ venue: "Hall A" }]);
  });

  it("of a committee beside the plenary makes no plenary sitting", () => {
    expect(slots(readRows(["10 a.m.-1 p.m.", "Drafting group", "3"]))).toEqual([]);
  });
});

describe("numbers without a mark", () => {
  it("are those of items where lines of them follow each other, and else of something else", () => {
    expect(items(read("10 a.m.", "6 Nets of the deep", "8 Hooks", "7 Lines"))).toEqual([
      ["6", "Nets of the deep"],
      ["7", "Lines"],
      ["8", "Hooks"],
    ]);
    expect(items(read("10 a.m.", "Plenary", "12 Harbour Street", "3 p.m.", "Plenary"))).toEqual([]);
  });
});

describe("a programme that numbers nothing", () => {
  const titles = ({ meeting }: Draft) => meeting.slots.map(({ start, title }) => [start.slice(8, 16), title]);

  it("is that of a body where it opens, elects, adopts or closes: each hour is a sitting, but for breaks and other organs", () => {
    const draft = read(
      "09:00 – 09:30 Registration",
      "09:30 – 10:00 Opening session",
      "10:00 – 10:15 Election of the Bureau",
      "10:15 – 11:00 Group photo and coffee",
      "11:00 – 13:00 Overview of nets",
      "13:00 – 15:00 Drafting group",
    );
    expect(titles(draft)).toEqual([
      ["05T09:30", "Opening session"],
      ["05T10:00", "Election of the Bureau"],
      ["05T11:00", "Overview of nets"],
    ]);
  });

  it("is none where its hours are those of several organs", () => {
    expect(titles(read("09:00 – 10:00 Group of African States", "10:00 – 13:00 Council of Elders", "15:00 – 18:00 Women's forum"))).toEqual(
      [],
    );
  });

  it("may print a session above its hours and its room", () => {
    const draft = read(
      "08:00 – 09:00 Registration",
      "Session 1: Nets",
      "09:00 – 10:30 / Room XIX",
      "10:30 – 11:00 Coffee",
      "Session 2: Hooks",
      "11:00 – 12:30",
    );
    expect(titles(draft)).toEqual([
      ["05T09:00", "Session 1: Nets"],
      ["05T11:00", "Session 2: Hooks"],
    ]);
    expect(draft.meeting.slots[0]).toMatchObject({ venue: "Room XIX" });
  });

  it("keeps a session with the hours above it", () => {
    expect(titles(read("09:00 – 10:30", "Session 1: Nets", "10:30 – 12:30", "Session 2: Hooks"))).toEqual([
      ["05T09:00", "Session 1: Nets"],
      ["05T10:30", "Session 2: Hooks"],
    ]);
  });

  it.each([
    ["Speakers:", "1. Mr. John Smith, University of Rome", "2. Ms. Li Wei, China"],
    ["Questions for discussion:", "1. What is a net?", "2. Who mends it?"],
    ["Intervenants :", "1. Mme Dupont, Norvège", "2. M. Durand, Ghana"],
    ["Докладчики:", "1. Рыбаков, Норвегия", "2. Сетев, Гана"],
  ])("has no items in its lists of people and questions: %s", (label, ...listed) => {
    const draft = read("09:00 – 10:30 Opening", label, ...listed, "11:00 – 12:30 Hooks");
    expect(items(draft)).toEqual([]);
    expect(draft.warnings.filter(({ code }) => code === "left-out-text")).toHaveLength(2);
  });
});

describe("a programme of sessions with names", () => {
  const titles = ({ meeting }: Draft) => meeting.slots.map(({ start, title }) => [start.slice(8, 16), title]);

  it.each([
    ["Opening plenary", "Working session 1: Nets", "Lunch break", "Working session 2"],
    ["Séance plénière d’ouverture", "Séance de travail 1 : Filets", "Pause", "Séance de travail 2"],
    ["Sesión inaugural", "Sesión de trabajo 1: Redes", "Almuerzo", "Sesión de trabajo 2"],
    ["Пленарное заседание", "Заседание 1: Сети", "Обед", "Рабочее заседание 2"],
  ])("has a sitting of each, below hours on lines of their own: %s", (opening, first, pause, second) => {
    const draft = read("10 h 00 – 11 h 00", opening, "11 h 00 – 13 h 00", first, "13 h 00 – 15 h 00", pause, "15 h 00 – 18 h 00", second);
    expect(slots(draft)).toEqual(["10:00-11:00 ", "11:00-13:00 ", "15:00-18:00 "]);
    expect(titles(draft)[2]).toEqual(["05T15:00", second]);
  });

  it("has none of sessions beside others, of a group or of another organ", () => {
    expect(
      slots(read("9:00 – 10:00 Parallel session 1: Nets", "10:00 – 11:00 Working group session 2", "11:00 – 12:00 Committee meeting 3")),
    ).toEqual([]);
  });

  it("is one of a single room where nothing but breaks stands beside its subjects", () => {
    const subjects = ["9h00 - 10h30 Nets", "10h30 - 10h45 Café", "10h45 - 12h15 Hooks", "12h15 - 13h30 Almuerzo", "13h30 - 15h00 Lines"];
    expect(slots(read(...subjects))).toEqual(["09:00-10:30 ", "10:45-12:15 ", "13:30-15:00 "]);
    expect(slots(read(...subjects, "15h00 - 16h00 Regional groups"))).toEqual([]);
    expect(slots(read(...subjects, "15h00 - 16h00 Group of African States"))).toEqual([]);
  });

  it("is called by its whole name, in any language: minutes end before words, a counted meeting keeps its label", () => {
    expect(titles(read("11:00 - 12:30 Ministerial segment", "14:00 - 15:00 Closing"))[0]).toEqual(["05T11:00", "Ministerial segment"]);
    const draft = read("10:00 - 10:30 الجلسة الافتتاحية", "10:30 - 12:00 الجلسة الأولى: الشباك", "12:00 - 13:00 الجلسة الختامية");
    expect(titles(draft).map(([, title]) => title)).toEqual(["الجلسة الافتتاحية", "الجلسة الأولى: الشباك", "الجلسة الختامية"]);
  });

  it("has hours in brackets behind the part of the day, and says which part has none", () => {
    const draft = read(
      "Monday 5 May 2031 (morning session, 10 a.m.-1 p.m.)",
      "Opening",
      "Tuesday 6 May 2031 (morning session)",
      "Adoption of the report",
    );
    expect(slots(draft)).toEqual(["10:00-13:00 "]);
    expect(draft.warnings.filter(({ code }) => code === "no-time")).toHaveLength(1);
  });

  it("has sittings about an hour, and tells an end that nothing else says", () => {
    const draft = read("+/- 9.50", "Opening", "около 11.00", "Выборы", "17 h 00", "Clôture de la réunion");
    expect(slots(draft)).toEqual(["09:50- ", "11:00- "]);
    expect(draft.warnings.filter(({ code }) => code === "not-plenary")).toHaveLength(1);
  });

  it("has the hour behind the number of a meeting, of whichever organ", () => {
    const draft = read(
      "Cuarta sesión plenaria Sala de Redes - 09.00",
      "Punto 3",
      "Segunda sesión de la Comisión A Sala XVIII - 09.00",
      "Punto 11",
    );
    expect(slots(draft)).toEqual(["09:00- 3"]);
  });

  it("has the meeting that an order of the day counts, beside one that takes up items", () => {
    const draft = read("9.00 – 12.00", "42nd meeting", "Item 8 Nets", "12.00 – 15.00", "43rd meeting / Discussion of hooks");
    expect(slots(draft)).toEqual(["09:00-12:00 8", "12:00-15:00 "]);
  });
});

describe("hours of twelve", () => {
  it("go on after noon where those above them do, and are doubted", () => {
    const draft = readRows(["9.00", "Opening"], ["9.35", "Nets"], ["12.30 pm", "Lunch"], ["2.00", "Hooks"], ["3.20", "Lines"]);
    expect(slots(draft)).toEqual(["09:00- ", "09:35- ", "14:00- ", "15:20- "]);
    expect(draft.warnings.filter(({ code }) => code === "bare-time").map(({ message }) => message.slice(0, 6))).toEqual([
      '"2.00"',
      '"3.20"',
    ]);
  });

  it("are those before noon where nothing above shows another, and no length of time is an hour", () => {
    expect(slots(readRows(["2.00", "Opening"]))).toEqual([]);
    expect(slots(readRows(["10:00", "02:00", "Opening"], ["15.00 - 11.00", "", "Closing"]))).toEqual([]);
  });
});

describe("items with hours of their own", () => {
  const rows = ["1. 10:00 - 10:05 Welcome", "2. 10:05 - 10:30 Nets 3. 10:30 - 10:50 Hooks", "4 10.50-11.00 Other business"];
  const one = (head: string): Draft => composeDraft(readPasted(["Council of Nets", head, "Agenda", ...rows].join("\n")));

  it("are those of the one sitting whose hours stand above them, and their minutes are told", () => {
    const draft = one("Annual meeting, Rome, 5 May 2031, 10:00 - 11:00");
    expect(slots(draft)).toEqual(["10:00-11:00 1 2 3 4"]);
    expect(items(draft)[2]).toEqual(["3", "Hooks"]);
    expect(draft.warnings.filter(({ code }) => code === "left-out-text")).toHaveLength(4);
  });

  it("are taken up at those hours where no others are printed", () => {
    expect(slots(one("Rome, 5 May 2031"))[1]).toBe("10:05-10:30 2");
  });
});

describe("a day", () => {
  it.each(["DAY ONE: 6 May 2031", "Day 2 (6 May 2031)", "DAY II – TUESDAY 6 MAY 2031", "Second day: Tuesday 6 May 2031"])(
    "may be counted: %s",
    (day) => {
      expect(read(day, "0900: Item 1").meeting.slots).toMatchObject([{ start: "2031-05-06T09:00", items: ["1"] }]);
    },
  );

  it("may be counted and say what it is about; a year beside the days of the meeting is theirs", () => {
    const draft = composeDraft(
      readPasted(
        [
          "Forum 2031 on Nets, Rome 24-25th March",
          "DAY 1 24th March: Nets",
          "9 a.m.",
          "Opening",
          "DAY 2 25th March: Hooks",
          "9 a.m.",
          "Item 1",
        ].join("\n"),
      ),
    );
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-03-24T09:00" }, { start: "2031-03-25T09:00", items: ["1"] }]);
    expect(draft.warnings.filter(({ code }) => code === "year-beside")).toHaveLength(1);
  });

  it("may have its weekday and its hours behind it, in a meeting of one day", () => {
    const draft = composeDraft(
      readPasted(
        ["Council of Nets", "Meeting hours:", "2031-05-05 (Monday) 10:00 - 17:00", "1. Opening", "2. Nets", "- JTC 1 Plenary"].join("\n"),
      ),
    );
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-05-05T10:00", end: "2031-05-05T17:00", items: ["1", "2"] }]);
  });

  it("may have its month above it, or one of two months by its weekday", () => {
    const table =
      "<table><tr><th>Horario</th><th>Martes 29</th><th>Jueves 1</th></tr><tr><td>10:00-13:00</td><td>Punto 1</td><td>Punto 2</td></tr></table>";
    expect(composeDraft(readPasted(`<p>Noviembre/Diciembre de 2022</p>${table}`)).meeting.slots).toMatchObject([
      { start: "2022-11-29T10:00" },
      { start: "2022-12-01T10:00" },
    ]);
  });

  it("may be labelled, as its hours and items are", () => {
    const draft = read(
      "Date: 6 May 2031 (Tuesday)",
      "Time: 10:00 - 13:00",
      "Items: 1, 2, 3(a)",
      "Date: 6 May 2031 (Tuesday)",
      "Time: 15:00 - 18:00",
      "Items: 4",
    );
    expect(slots(draft)).toEqual(["10:00-13:00 1 2 3(a)", "15:00-18:00 4"]);
    expect(items(draft)[3]).toEqual(["4", undefined]);
  });

  it("above a column may have its date in figures; hours over two rows are one sitting's", () => {
    const rows = [
      "<tr><th>Time</th><th>Monday<br>5/5</th><th>Tuesday<br>6/5</th></tr>",
      '<tr><td rowspan="2">10:00-13:00</td><td>Item 1</td><td rowspan="2">Item 3</td></tr>',
      "<tr><td>Item 2</td></tr>",
    ];
    const { meeting } = composeDraft(readPasted(`${HEAD.map((line) => `<p>${line}</p>`).join("")}<table>${rows.join("")}</table>`));
    expect(meeting.slots).toMatchObject([
      { start: "2031-05-05T10:00", items: ["1", "2"] },
      { start: "2031-05-06T10:00", items: ["3"] },
    ]);
  });

  it("that cannot be read leaves its sittings undated, with their items", () => {
    const draft = composeDraft(
      readPasted(["渔网理事会", "2031年5月5-6日，罗马", "时间表", "0505日,星期", "上午(10:00-13:00)", "议题1 渔网"].join("\n")),
    );
    expect(items(draft)).toEqual([["1", "渔网"]]);
    expect(draft.warnings.map(({ code }) => code)).toContain("undated-time");
  });

  it("in figures of which the month stands first is not taken for another", () => {
    const table =
      "<table><tr><th>Time</th><th>Monday<br>5/12</th><th>Tuesday<br>5/13</th></tr><tr><td>10:00-13:00</td><td>Item 1</td><td>Item 2</td></tr></table>";
    expect(composeDraft(readPasted(`<p>Rome, 12-16 May 2031</p>${table}`)).meeting.slots).toEqual([]);
  });

  it("that is misprinted, before the day above it and on another weekday, is none", () => {
    const draft = composeDraft(
      readPasted(
        ["Committee on Nets", "Thursday 31 July 2031", "10 a.m.-1 p.m.", "Item 1", "Friday 1 July 2031", "10 a.m.-1 p.m.", "Item 2"].join(
          "\n",
        ),
      ),
    );
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-07-31T10:00" }]);
    expect(draft.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(["unknown-date", "undated-time"]));
  });

  it("ends the heading of its programme", () => {
    const draft = read("10 a.m.", "Item 1", "PROVISIONAL PROGRAMME FOR TUESDAY, 6 MAY 2031", "9 a.m.", "Item 2");
    expect(draft.meeting.slots.map(({ start }) => start)).toEqual(["2031-05-05T10:00", "2031-05-06T09:00"]);
  });
});

describe("an organ", () => {
  it("that heads hours has all of them until another does", () => {
    const draft = read(
      "Plenary",
      "9 a.m.",
      "Item 1",
      "Committee A",
      "2.30 p.m.",
      "Item 2",
      "4 p.m.",
      "Item 3",
      "Plenary",
      "6 p.m.",
      "Item 4",
    );
    expect(slots(draft)).toEqual(["09:00- 1", "18:00- 4"]);
    expect(draft.warnings.filter(({ code }) => code === "not-plenary").map(({ line }) => line)).toEqual([9, 11]);
  });

  it("that heads hours as the plenary does not make one of a break, or of a regional group", () => {
    expect(slots(read("Plenary", "9 a.m.", "Item 1", "11 a.m.", "Coffee break", "1 p.m.", "Regional groups"))).toEqual(["09:00- 1"]);
  });

  it("that has a column of its own has none of the plenary's hours, below days as wide as the table", () => {
    const draft = read(
      "Time\tPlenary\tWorking Group I\tWorking Group II",
      "Monday 5 May",
      "10 a.m.-1 p.m.\tItem 1\t\t",
      "Tuesday 6 May",
      "10 a.m.-1 p.m.\t\tItem 5\tItem 6",
      "3-6 p.m.\tItem 7\t\t",
    );
    expect(slots(draft)).toEqual(["10:00-13:00 1", "15:00-18:00 7"]);
    expect(draft.warnings.filter(({ code }) => code === "parallel-column")).toHaveLength(2);
  });

  it("that meets beside the plenary is not the plenary", () => {
    expect(slots(read("10 a.m.-1 p.m.", "Ministerial round table A (parallel with the plenary)"))).toEqual([]);
  });
});

describe("a timetable beside an agenda", () => {
  const AGENDA = [
    "Committee on Nets",
    "Rome, 5-9 May 2031",
    "Agenda",
    "1. Opening of the session",
    "2. General debate",
    "3. Nets",
    "4. Report",
    "Timetable",
  ];
  const readBeside = (...lines: readonly string[]): Draft => composeDraft(readPasted([...AGENDA, "Monday 5 May", ...lines].join("\n")));

  it("names items by their whole titles", () => {
    const draft = readBeside("10 a.m.-1 p.m.", "Opening of the session", "General debate", "3-6 p.m.", "General debate (continued)");
    expect(slots(draft)).toEqual(["10:00-13:00 1 2", "15:00-18:00 2"]);
    expect(draft.meeting.slots[1]).toMatchObject({ continued: ["2"] });
  });

  it("has sittings that name no item, where only the body itself does what is said of them", () => {
    const draft = readBeside(
      "10 a.m.-1 p.m.",
      "Item 3",
      "3-6 p.m.",
      "Adoption of the report and closure",
      "7 p.m.",
      "Opening of NETFAIR 2031",
    );
    expect(slots(draft)).toEqual(["10:00-13:00 3", "15:00-18:00 "]);
  });
});

describe("a meeting of one day", () => {
  const page = (...masthead: readonly string[]): Draft =>
    composeDraft(
      readPasted(["Committee on Nets", ...masthead, "Agenda", "1. Opening", "2. Nets", "(a) Old nets", "3. Closure"].join("\n")),
    );

  it.each([
    [["Rome, Monday, 5 May 2031, 10 a.m. - 1 p.m."], "10:00-13:00 1 2 3"],
    [["Rome, 5 May 2031", "10.00-13.00"], "10:00-13:00 1 2 3"],
    [["Rome, 5 May 2031 (9.30)"], "09:30- 1 2 3"],
    [["Rome, 5 mai 2031, de 10 heures à 13 heures"], "10:00-13:00 1 2 3"],
  ])("has the one sitting whose hours its masthead prints: %j", (masthead, sitting) => {
    expect(slots(page(...masthead))).toEqual([sitting]);
  });

  it("has none where hours are those of something else, or are several", () => {
    expect(slots(page("Rome, 5 May 2031", "Comments until 1 May 2031, 12.00"))).toEqual([]);
    expect(slots(page("Rome, 5 May 2031", "10.00-13.00", "15.00-18.00"))).toEqual([]);
    expect(slots(page("Rome, 5-6 May 2031", "10.00-13.00"))).toEqual([]);
  });
});

describe("numbers of items that stand behind their titles", () => {
  const READ = ["Wednesday, 7 May", "10.00 hours - Opening 1", "- Election of the Chairperson and", "Appointment of Rapporteur 2"];
  const rest = ["14.30 hours Nets and hooks, outcome of", "5-6 February 2029, Budapest 4", "- Lines of 2031 3", "for information"];
  it.each(["Agenda Item", "Item", "Point de l’ordre du jour", "Tema del programa"])("below the head of their column: %s", (column) => {
    const draft = composeDraft(readPasted(["Rome, Italy, 7-9 May 2031", "", column, ...READ, ...rest].join("\n")));
    expect(items(draft)).toEqual([
      ["1", "Opening"],
      ["2", "Election of the Chairperson and Appointment of Rapporteur"],
      ["3", "Lines of 2031 for information"],
      ["4", "Nets and hooks, outcome of 5-6 February 2029, Budapest"],
    ]);
    expect(slots(draft)).toEqual(["10:00- 1 2", "14:30- 4 3"]);
  });

  it("are of bodies where those of items stand before their titles", () => {
    const draft = read(
      "Agenda item",
      "",
      "NETA 47",
      "",
      "2. Adoption of the agenda",
      "",
      "NETI 13",
      "",
      "3. Nets",
      "",
      "COP 23",
      "",
      "4. Hooks",
    );
    expect(items(draft).map(([number]) => number)).toEqual(["2", "3", "4"]);
  });

  it("are years, days or symbols where no column says that they are items", () => {
    const draft = composeDraft(readPasted(["Rome, Italy, 7-9 May 2031", "", ...READ, ...rest].join("\n")));
    expect(items(draft)).toEqual([]);
  });
});

describe("a daily programme", () => {
  const DAILY = ["Monday, 5 May 2031", "", "Nets Conference", "NETA 60, NETI 60", "Rome, 5 - 13 May 2031", "", "Daily Programme", ""];
  const readDay = (...lines: readonly string[]): Draft => composeDraft(readPasted([...DAILY, ...lines].join("\n")));

  it("has its masthead below its day: the names of bodies there are no items", () => {
    const draft = readDay("11:00 Plenary of NETA 60", "NETI 60 Opening");
    expect(draft.meeting).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-13", agenda: { items: [] } });
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-05-05T11:00", items: [] }]);
  });

  it.each(["NETA and NETI – 1st plenary meetings 11:00", "2nd plenary meeting 11:00", "Deuxième séance plénière 11 h 00"])(
    "prints the hour behind a plenary meeting that it counts: %s",
    (line) => {
      expect(slots(readDay(line))).toEqual(["11:00- "]);
    },
  );

  it("calls no plenary where groups meet in a room of that name", () => {
    expect(slots(readDay("08:00 - 09:00 Island Group Plenary New York", "09:00 - 10:00 Group of 77 Plenary New York"))).toEqual([]);
    expect(slots(readDay("08:00 - 09:00 Conference Plenary Meeting"))).toEqual(["08:00-09:00 "]);
  });
});

describe("a journal", () => {
  it.each([
    ["Mardi 6 mai 2031 No. 2", "MATIN", "TROISIÈME SÉANCE PLÉNIÈRE", "GRANDE SALLE", "9 heures", "Déclarations des chefs de délégation"],
    ["Tuesday, 6 May 2031 No. 2", "MORNING", "THIRD PLENARY MEETING", "GREAT HALL", "9 a.m.", "Statements by heads of delegation"],
  ])("prints the day, the part of it, the counted meeting, its room and its hour, each on a line: %s", (...lines) => {
    const draft = composeDraft(readPasted(["NTS:fyl 2031/DJ/2", "", ...lines].join("\n\n")));
    expect(draft.meeting.agenda.symbol).toBe("NTS:fyl 2031/DJ/2");
    expect(draft.meeting.slots).toMatchObject([{ start: "2031-05-06T09:00", items: [] }]);
  });
});

describe("a name of a body with a number", () => {
  it("is no item in the timetable below it", () => {
    const head = ["NET 1 Plenary Meeting", "Rome, 5-6 May 2031", "Programme"];
    const draft = composeDraft(
      readPasted([...head, "Monday 5 May 2031", "10:00 - 13:00", "NET 1 Plenary", "1. Opening", "2. Nets"].join("\n")),
    );
    expect(items(draft).map(([number]) => number)).toEqual(["1", "2"]);
    expect(slots(draft)).toEqual(["10:00-13:00 1 2"]);
  });

  it("is an item where the masthead has none of it", () => {
    expect(items(read("10:00 - 13:00", "INS 1 Nets", "INS 2 Hooks")).map(([number]) => number)).toEqual(["INS 1", "INS 2"]);
  });
});
