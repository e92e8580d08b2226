import { describe, expect, it } from "vitest";
import { parseMeaning } from "../src/documents/rules/line-rule.ts";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Timetables as they are set: what a sitting's hours are, whose items they are, and what is doubted. */

const AGENDA = ["Vienna, 5–9 May 2031", "Provisional agenda", "1. Nets", "2. Hooks", "3. Lines", "4. Report", "Timetable"];

const read = (...lines: readonly string[]): Draft => composeDraft(readPasted([...AGENDA, ...lines].join("\n")));
/** The same with a table: rows of cells. */
const readTable = (...rows: readonly (readonly string[])[]): Draft => {
  const page = [
    ...AGENDA.map((line) => `<p>${line}</p>`),
    "<table>",
    ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    "</table>",
  ];
  return composeDraft(readPasted(page.join("\n")));
};
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8).replace("T", " ")}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const codes = ({ warnings }: Draft) => warnings.map(({ code }) => code);

describe("hours", () => {
  it("without a.m. or p.m. in a column of times are hours, and said to be read so", () => {
    const draft = readTable(
      ["Monday, 5 May", "", ""],
      ["10 a.m.-1 p.m.", "1", "Nets"],
      ["3-6", "2", "Hooks"],
      ["Tuesday, 6 May", "", ""],
      ["10-1", "3", "Lines"],
      ["15-18", "4", "Report"],
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2", "06 10:00-13:00 3", "06 15:00-18:00 4"]);
    expect(codes(draft).filter((code) => code === "bare-time")).toHaveLength(3);
  });

  it("that nothing shows to be hours stay items", () => {
    expect(slots(read("Monday, 5 May", "10 a.m.-1 p.m.", "3-4"))).toEqual(["05 10:00-13:00 3 4"]);
  });

  it.each([
    ["3-6<br>p.m.", "15:00-18:00"],
    ["10 a.m.-<br>1 p.m.", "10:00-13:00"],
    ["9.30<br>12.30", "09:30-12:30"],
  ])("that a narrow column parts are one range: %s", (cell, hours) => {
    expect(slots(readTable(["Monday, 5 May", "", ""], [cell, "2", "Hooks"]))).toEqual([`05 ${hours} 2`]);
  });

  it("that go on in the next line of a text are one range", () => {
    const draft = read("Monday, 5 May", "10 a.m.-     1     Nets", "1 p.m.             and more nets", "3-6 p.m.     2     Hooks");
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2"]);
  });

  it("in two columns of one row are its start and its end", () => {
    expect(slots(readTable(["Monday, 5 May", "", ""], ["9.30", "12.30", "Item 1"]))).toEqual(["05 09:30-12:30 1"]);
  });

  it("that head columns are starts of sittings of their own, never one long sitting", () => {
    const draft = readTable(["Monday, 5 May", ""], ["10 a.m.", "3 p.m."], ["Item 1", "Item 2"]);
    expect(slots(draft)).toEqual(["05 10:00- 1", "05 15:00- 2"]);
  });
});

describe("items that are numbered in Roman", () => {
  const page = (...lines: readonly string[]) =>
    composeDraft(readPasted(["Committee on Nets", "Rome, 5-9 May 2031", "Provisional timetable", "Monday 5 May", ...lines].join("\n\n")));

  it("are those of the sitting below whose hours they stand, also two together", () => {
    const draft = page(
      "h. 10.00 – 13.00",
      "I.",
      "ORGANIZATION",
      "a) Election",
      "II & III.",
      "NETS AND HOOKS",
      "(afternoon)",
      "h. 15.00",
      "IV",
      "LINES",
      "(evening)",
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 I I(a) II III", "05 15:00- IV"]);
    expect(draft.meeting.agenda.items.at(-1)).toMatchObject({ number: "IV", title: "LINES" });
  });

  const listed = (...lines: readonly string[]) =>
    composeDraft(
      readPasted(
        [
          "Vienna, 5–9 May 2031",
          "Agenda",
          "I. Nets",
          "(a) Old nets",
          "(b) New nets",
          "II. Hooks",
          "III. Lines",
          "Timetable",
          "Monday, 5 May",
        ]
          .concat(lines)
          .join("\n"),
      ),
    );

  it.each([
    ["Items I (a) and II", "I(a) II"],
    ["Points I-III", "I II III"],
    ["Пункты I и III", "I III"],
    ["البنود I وII", "I II"],
    ["项目I、II和III", "I II III"],
    ["II. Hooks (continued)", "II"],
    ["I (b) New nets", "I(b)"],
    ["Hooks (item II)", "II"],
    ["New nets (item I (b))", "I(b)"],
    ["New nets (item I b))", "I(b)"],
    ["• II. Hooks", "II"],
  ])("are named as those of the agenda: %s", (line, items) => {
    const draft = listed("10:00-13:00", line);
    expect(slots(draft)).toEqual([`05 10:00-13:00 ${items}`]);
    expect(codes(draft)).not.toContain("left-out-text");
  });
});

describe("days", () => {
  it("are headed by their number in the meeting, which is no item", () => {
    const draft = composeDraft(
      readPasted(
        ["Rome, 5-9 May 2031", "Programme", "Monday, 5 May 2031", "DAY 1", "0900-1030 / 1. Nets", "1100-1230 / 2. Hooks"].join("\n"),
      ),
    );
    expect(slots(draft)).toEqual(["05 09:00-10:30 1", "05 11:00-12:30 2"]);
    expect(draft.meeting.agenda.items.map((item) => item.number)).toEqual(["1", "2"]);
  });

  it("of which more is said than their name still head their columns", () => {
    const days = ["Monday", "Tuesday", "Wednesday", "Thursday (if required)", "Friday (if required)"];
    const draft = readTable(["", ...days], ["10 a.m.-1 p.m.", "1", "2", "3", "4", "4"]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "06 10:00-13:00 2", "07 10:00-13:00 3", "08 10:00-13:00 4", "09 10:00-13:00 4"]);
  });

  it("give nothing of theirs to a column that is no day, and say what it held", () => {
    const draft = readTable(["", "Monday", "Tuesday", "Notes"], ["10 a.m.-1 p.m.", "1", "2", "Item 3"]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "06 10:00-13:00 2"]);
    expect(draft.warnings.find(({ code }) => code === "left-out-column")?.message).toContain("Notes: Item 3");
  });

  it("are read whatever is said of them, in a grid whose rows are named between their hours", () => {
    const draft = readTable(
      ["", "Monday", "Tuesday", "Wednesday (revisions only) 8 a.m.: late papers"],
      ["10:00<br>Q1<br>12:30", "Item 1<br>Nets", "Item 2", "Item 3"],
    );
    expect(slots(draft)).toEqual(["05 10:00-12:30 1", "06 10:00-12:30 2", "07 10:00-12:30 3"]);
  });

  it("share a cell that covers several of them", () => {
    const page = `${AGENDA.map((line) => `<p>${line}</p>`).join("")}<table><tr><td></td><td>Monday</td><td>Tuesday</td></tr><tr><td>10 a.m.-1 p.m.</td><td colspan="2">Item 3</td></tr></table>`;
    expect(slots(composeDraft(readPasted(page)))).toEqual(["05 10:00-13:00 3", "06 10:00-13:00 3"]);
  });
});

describe("what the end of a line parts", () => {
  it.each([
    ["Monday, 5 May, from 10 a.m. to", "1 p.m."],
    ["Lundi 5 mai, de 10 heures à", "13 heures"],
    ["5 мая 2031 г., с 10 ч. 00 м. до", "13 ч. 00 м."],
    ["5 мая 2031 г., с 10 час. 00 мин. до 13 час.", "00 мин."],
  ])("is one range of hours: %s", (...lines) => {
    expect(slots(read(...lines, "Items 1 and 2"))).toEqual(["05 10:00-13:00 1 2"]);
  });

  it.each([
    ["Items 1, 2 (a), 2 (b) and 2", "(c)", "1 2(a) 2(b) 2(c)"],
    ["Points 1, 2 et", "3", "1 2 3"],
    ["البنود 1، 2 (أ) و2", "(ب)، و3", "1 2(a) 2(b) 3"],
  ])("is one list of items: %s", (above, below, items) => {
    expect(slots(read("Monday, 5 May", "10:00-13:00", above, below))).toEqual([`05 10:00-13:00 ${items}`]);
  });
});

describe("an hour behind a weekday", () => {
  it.each([
    "Monday, 10 a.m.-1 p.m.",
    "Lundi, 10 h à 13 h",
    "Lunes 10 h – 13 h",
    "понедельник, 10 ч. 00 м. – 13 ч. 00 м.",
    "星期一，10时至13时",
  ])("is no day of the month: %s", (heading) => {
    expect(slots(read(heading, "Items 1 and 2"))).toEqual(["05 10:00-13:00 1 2"]);
  });
});

describe("a table whose columns are hours", () => {
  it("may have one alone, and rows that go on below without a name", () => {
    const table = readTable(["", "10:00-13:00"], ["Monday, 5 May", "Plenary"], ["", "Item 1"], ["Tuesday, 6 May", "Item 2"]);
    expect(slots(table)).toEqual(["05 10:00-13:00 1", "06 10:00-13:00 2"]);
    const two = readTable(["", "10:00-13:00", "15:00-18:00"], ["Monday, 5 May", "Plenary", "Plenary"], ["", "Item 1", "Item 2"]);
    expect(slots(two)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2"]);
  });
});

describe("the title of an item above hours", () => {
  it("is no organ whose hours follow", () => {
    const lines = ["Vienna, 5–9 May 2031", "Agenda", "1. Nets", "2. Report of the Working Group", "3. Lines", "Timetable", "Monday, 5 May"];
    const draft = composeDraft(
      readPasted([...lines, "10:00-13:00", "Nets", "Report of the Working Group", "15:00-18:00", "Lines"].join("\n")),
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "05 15:00-18:00 3"]);
  });
});

describe("a heading of a section", () => {
  it.each(["II. Organization of work", "B. Timetable", "II. Programme de travail", "II. 工作安排"])(
    "is no item of an agenda that is numbered in Roman: %s",
    (heading) => {
      const lines = [
        "Vienna, 5–9 May 2031",
        "Agenda",
        "I. Nets",
        "II. Hooks",
        "III. Lines",
        heading,
        "Monday, 5 May",
        "10:00-13:00",
        "Item II",
      ];
      const draft = composeDraft(readPasted(lines.join("\n")));
      expect(draft.meeting.agenda.items.map(({ number, title }) => `${number} ${typeof title === "string" ? title : ""}`)).toEqual([
        "I Nets",
        "II Hooks",
        "III Lines",
      ]);
      expect(slots(draft)).toEqual(["05 10:00-13:00 II"]);
    },
  );

  it.each(["JEUDI 5 MAI 2031", "LUNES 5 DE MAYO DE 2031", "MAY 5, 2031", "MONDAY 5"])("is no item, as a day in capitals: %s", (day) => {
    const { meeting } = read("ANNEX", day, "10:00-13:00", "Item 1");
    expect(meeting.agenda.items).toHaveLength(4);
  });
});

describe("a sitting", () => {
  it.each([
    "Afternoon: plenary meeting",
    "Tarde: 2ª sesión",
    "Après-midi 2e séance",
    "下午：第二次会议",
    "Afternoon Conference Room 3",
    "Afternoon: arrival of observers",
    "Afternoon Hooks",
  ])("without hours gives none of its items to the one before it: %s", (heading) => {
    const draft = read("Monday, 5 May", "10:00-13:00", "Item 1", heading, "Item 2");
    expect(slots(draft)).toEqual(["05 10:00-13:00 1"]);
    expect(codes(draft)).toContain("no-time");
  });

  it.each([
    ["5 May 2031", "Morning: 10:00-13:00"],
    ["5 mai 2031", "Matin (10 h-13 h)"],
    ["2031年5月5日", "上午：10:00-13:00"],
    ["5 мая 2031 г., 10:00-13:00", ""],
    ["5 May, 10 a.m.-1 p.m.", ""],
    ["Monday (5 May), 10 a.m.-1 p.m.", ""],
  ])("of a day that heads the timetable without its weekday is read: %s, %s", (day, hours) => {
    expect(slots(read(day, ...[hours].filter(Boolean), "Items 1 and 2"))).toEqual(["05 10:00-13:00 1 2"]);
  });

  it("takes up the items whose titles stand before their numbers, whatever else the titles name", () => {
    const draft = composeDraft(
      readPasted(
        ["Vienna, 5–9 May 2031", "Agenda", "1. Opening", "2. Workshop on nets", "3. Report", "Timetable", "Monday, 5 May"]
          .concat("10:00-13:00", "Workshop on nets (item 2)", "Report (item 3)")
          .join("\n"),
      ),
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 2 3"]);
    expect(codes(draft)).not.toContain("left-out-text");
  });

  it("is one of several days, though all cells of a row call a plenary", () => {
    const table = readTable(
      ["", "Monday, 5 May", "Tuesday, 6 May"],
      ["10:00-13:00", "Plenary", "Plenary"],
      ["", "Item 1", "Item 2"],
      ["15:00-18:00", "Plenary", "Plenary"],
      ["", "Item 3", "Item 4"],
    );
    expect(slots(table)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 3", "06 10:00-13:00 2", "06 15:00-18:00 4"]);
  });

  it("ends at the hour beside which its end stands, with all items that began before", () => {
    const draft = read(
      "Monday, 5 May",
      "9 a.m.",
      "Bureau",
      "10 a.m.",
      "1. Nets",
      "11 a.m.",
      "2. Hooks",
      "1 p.m.",
      "End of the sitting",
      "3 p.m.",
      "3. Lines",
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "05 15:00- 3"]);
  });

  it("whose numbers begin anew with other titles names no items, and that is said", () => {
    const draft = composeDraft(
      readPasted(
        [
          "Vienna, 5–9 May 2031",
          "Monday, 5 May",
          "10 a.m.-1 p.m.\t1. Opening of the week\t",
          "\t2. Mending of nets\t",
          "3-6 p.m.\t1. Statement by a guest\t",
          "\t2. Report on hooks\t",
        ].join("\n"),
      ),
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 ", "05 15:00-18:00 "]);
    expect(draft.meeting.agenda.items).toEqual([]);
    expect(codes(draft)).toContain("restarted-numbers");
  });
});

describe("items", () => {
  it("that run on in one cell are all taken up", () => {
    const draft = readTable(["Monday, 5 May", ""], ["10 a.m.-1 p.m.", "Welcome 1. Nets 2. Hooks"], ["3-6 p.m.", "3. Lines"]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "05 15:00-18:00 3"]);
  });
});

describe("what stands in a timetable", () => {
  it("is no item where a decimal number is far beyond all items", () => {
    const draft = composeDraft(
      readPasted(
        "<p>Rome, 5-9 May 2031</p><table><tr><td>Monday<br>5 May</td><td>10 a.m.-1 p.m.</td><td>1. Opening<br>2. Stocks<ul><li>48.3</li><li>58.5.2 (north)</li></ul></td></tr></table>",
      ),
    );
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2"]);
    const leftOut = draft.warnings.flatMap(({ code, message }) => (code === "left-out-text" ? [message] : [])).join("\n");
    expect([leftOut.includes("48.3"), leftOut.includes("58.5.2 (north)")]).toEqual([true, true]);
  });

  it("is a part whose mark has a column of its own", () => {
    const rows = [
      "3-6 p.m.          1.   Nets",
      "                  a.   Old nets",
      "                  b.   New nets",
      "                  2.   Hooks",
    ];
    const draft = composeDraft(readPasted(["Rome, 5-9 May 2031", "Monday, 5 May 2031", ...rows].join("\n")));
    expect(slots(draft)).toEqual(["05 15:00-18:00 1 1(a) 1(b) 2"]);
  });

  it("is a plenary sitting where its number says so, though no item is named", () => {
    expect(slots(read("Monday, 5 May", "10 a.m.-1 p.m.", "FIFTH PLENARY MEETING", "Statement of the Director"))).toEqual([
      "05 10:00-13:00 ",
    ]);
  });

  it("belongs to the day of a meeting that has one only, and is told as undated of others", () => {
    const text = ["10 a.m.-1 p.m. Plenary", "3-6 p.m. Plenary"];
    expect(slots(composeDraft(readPasted(["Fishing Committee", "Rome, 5 May 2031", ...text].join("\n"))))).toHaveLength(2);
    expect(codes(composeDraft(readPasted(["Fishing Committee", "Rome, 5-6 May 2031", ...text].join("\n"))))).toContain("undated-time");
  });

  it("is left out, and said to be, where an item that is listed would grow by it", () => {
    const draft = read("Monday, 5 May", "10 a.m.-1 p.m.", "Item 1", "half past two till five");
    expect(draft.warnings.find(({ code }) => code === "left-out-text")?.message).toContain("half past two till five");
  });
});

describe("a list of speakers with hours of its own", () => {
  it.each([
    "SPEAKERS IN THE GENERAL DEBATE",
    "Liste des orateurs",
    "Oradores en el debate general",
    "Список ораторов",
    "发言者名单",
    "قائمة المتكلمين",
  ])("names no items: %s", (heading) => {
    const draft = composeDraft(
      readPasted(
        [
          "Committee on Nets",
          "Programme for Tuesday, 6 May 2031",
          "10:00–13:00 Plenary",
          "7. General debate",
          heading,
          "10:00",
          "1. Ghana",
          "2. Norway",
        ].join("\n"),
      ),
    );
    expect(draft.meeting.agenda.items.map(({ number }) => number)).toEqual(["7"]);
    expect(draft.meeting.slots.map(({ items }) => items)).toEqual([["7"]]);
  });
});

describe("corrections", () => {
  const correct = (...said: readonly string[]): Draft =>
    composeDraft(readPasted([...AGENDA, "Monday, 5 May", "10 a.m.-1 p.m.\t1\tNets", "3-6 p.m.\t2\tHooks"].join("\n")), {}, undefined, {
      said: said.flatMap((one) => parseMeaning(one) ?? []),
      rules: [],
    });

  it("give a sitting, in place of one that begins then, and leave one out", () => {
    expect(slots(correct("slot 5 May 10:00-12:00 = 1, 3", "slot 6 May 10:00-13:00 = 4"))).toEqual([
      "05 10:00-12:00 1 3",
      "05 15:00-18:00 2",
      "06 10:00-13:00 4",
    ]);
    expect(slots(correct("drop 5 May 15:00"))).toEqual(["05 10:00-13:00 1"]);
  });

  it("give an item its title, or an item that the document lacks", () => {
    const { meeting } = correct("item 2 = Hooks and eyes", "item 5 = Other matters");
    expect(meeting.agenda.items.map(({ number, title }) => `${number} ${JSON.stringify(title)}`)).toEqual([
      '1 "Nets"',
      '2 "Hooks and eyes"',
      '3 "Lines"',
      '4 "Report"',
      '5 "Other matters"',
    ]);
  });

  it("that can't be read are said, and change nothing", () => {
    const draft = correct("slot some day = 1", "item no number");
    expect(slots(draft)).toHaveLength(2);
    expect(codes(draft).filter((code) => code === "unread-correction")).toHaveLength(2);
  });
});

describe("a programme that numbers nothing", () => {
  const draft = (...lines: readonly string[]): Draft =>
    composeDraft(readPasted(["Nets Committee", "Vienna, 5–6 May 2031", "Programme", "Monday, 5 May", ...lines].join("\n")));

  it("gives the body's own sittings, by what is said of them, if it opens the meeting or adopts its agenda", () => {
    const drafted = draft(
      "10.00-11.00\tAdoption of the agenda",
      "11.00-11.30\tCoffee",
      "11.30-13.00\tNets and hooks: a review",
      "13.00\tClose of the first day",
    );
    expect(drafted.meeting.slots.map(({ start, title }) => [start.slice(11), title])).toEqual([
      ["10:00", "Adoption of the agenda"],
      ["11:30", "Nets and hooks: a review"],
    ]);
    expect(codes(drafted).filter((code) => code === "not-plenary")).toHaveLength(1);
  });

  it("gives none if it lists what others do", () => {
    const drafted = draft("10.00-11.00\tCommittee on Hooks", "11.30-13.00\tFriends of nets");
    expect(slots(drafted)).toEqual([]);
    expect(codes(drafted).filter((code) => code === "not-plenary")).toHaveLength(2);
  });

  it("has no items by the numbers of working groups", () => {
    const drafted = draft("10.00-11.00\tAdoption of the agenda", "- WG 1: Nets", "- WG 2: Hooks");
    expect(drafted.meeting.agenda.items).toEqual([]);
  });
});

describe("items of three digits", () => {
  const page = (...lines: readonly string[]) =>
    composeDraft(readPasted(["Third Committee", "Vienna, 5-9 May 2031", ...lines].join("\n\n")));

  it.each([
    ["Monday, 5 May", "10 a.m.-1 p.m.", "Items 107 and 108", "3-6 p.m.", "Item 27 (a)"],
    ["Lundi 5 mai", "10 h-13 h", "Points 107 et 108", "15 h-18 h", "Point 27 a)"],
    ["Понедельник, 5 мая", "10:00-13:00", "Пункты 107 и 108", "15:00-18:00", "Пункт 27 a)"],
    ["الاثنين، 5 أيار/مايو", "10:00-13:00", "البندان 107 و108", "15:00-18:00", "البند 27 (أ)"],
  ])("are items behind the word for them: %s", (day, morning, first, afternoon, second) => {
    const draft = page("Timetable", day, `${morning}     ${first}`, `${afternoon}     ${second}`);
    expect(slots(draft)).toEqual(["05 10:00-13:00 107 108", "05 15:00-18:00 27(a)"]);
  });

  it("are none without it", () => {
    expect(slots(page("Timetable", "Monday, 5 May", "10 a.m.-1 p.m.     107", "3-6 p.m.     Item 2"))).toEqual(["05 15:00-18:00 2"]);
  });
});
