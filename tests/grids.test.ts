import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Tables whose columns are days, with hours and what is done in them in the rows below. */

type Cell = string | readonly [text: string, columns: number, rows?: number];

const writeCell = (cell: Cell): string => {
  const [text, columns, rows = 1] = typeof cell === "string" ? ([cell, 1] as const) : cell;
  return `<td colspan="${columns}" rowspan="${rows}">${text.replaceAll("\n", "<br>")}</td>`;
};
const writeTable = (rows: readonly (readonly Cell[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map(writeCell).join("")}</tr>`).join("")}</table>`;
const read = (...blocks: readonly (string | readonly (readonly Cell[])[])[]): Draft =>
  composeDraft(readPasted(blocks.map((block) => (typeof block === "string" ? `<p>${block}</p>` : writeTable(block))).join("\n")));

const AGENDA = ["Provisional agenda", "1. Nets", "2. Hooks", "3. Lines", "4. Report"];
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8).replace("T", " ")}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const warned = ({ warnings }: Draft, code: string) => warnings.filter((warning) => warning.code === code).map(({ message }) => message);

describe("a day above two columns", () => {
  it.each([
    ["5 May", "12 May", "10.00-13.00", "15.00-18.00", "ITEM"],
    ["5 mai", "12 mai", "10 h – 13 h", "15 h – 18 h", "Point"],
    ["5 мая", "12 мая", "10:00–13:00", "15:00–18:00", "Пункт"],
  ])("has its hours in the one and what is done in the other: %s", (first, second, morning, afternoon, item) => {
    const draft = read("Rome, 5-16 May 2031", ...AGENDA, [
      [
        ["M\nO\nN\nD\nA\nY", 1, 3],
        [first, 2],
        [second, 2],
      ],
      [morning, `${item} 1 – Nets\n- old nets`, morning, `${item} 3`],
      [afternoon, `${item} 2`, afternoon, `${item} 4`],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2", "12 10:00-13:00 3", "12 15:00-18:00 4"]);
  });

  it("has what covers both its columns in the hours above it", () => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      [
        ["Monday, 5 May", 2],
        ["Tuesday, 6 May", 2],
      ],
      ["10.00-13.00", "Item 1", "10.00-13.00", "Item 3"],
      [
        ["Item 2", 2],
        ["Item 4", 2],
      ],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "06 10:00-13:00 3 4"]);
  });
});

describe("a row below those of hours", () => {
  it.each([
    ["Plenary: Great Hall", "Interpretation: EN, FR"],
    ["Plénière: Grande Salle", "Interprétation: EN, FR"],
    ["Пленарное заседание: Большой зал", "Перевод: англ., фр."],
  ])("that names none is no part of the sittings above, and is told: %s", (note, other) => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["", "Monday, 5 May", "Tuesday, 6 May"],
      ["10.00-13.00", "Item 1", "Committee A"],
      ["15.00-18.00", "Item 2", "Committee B"],
      [note, "", other],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2"]);
    expect(warned(draft, "left-out-text").join()).toContain(note);
  });

  it("that names none goes on with it where it is empty", () => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["", "Monday, 5 May", "Tuesday, 6 May"],
      ["10.00-13.00", "Item 1", "Item 3"],
      ["", "Item 2", ""],
      ["15.00-18.00", "Item 2", "Item 4"],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "05 15:00-18:00 2", "06 10:00-13:00 3", "06 15:00-18:00 4"]);
  });
});

describe("a timetable above the agenda", () => {
  const days = [
    ["", "Monday, 5 May", "Tuesday, 6 May"],
    ["10.00-13.00", "Plenary\n1, 2", "Committee A"],
    ["15.00-18.00", "Committee B", "Plenary\n3, 4"],
  ];

  it("is read as one below it", () => {
    const draft = read("Committee on Nets", "Rome, 5-6 May 2031", "Timetable", days, ...AGENDA);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "06 15:00-18:00 3 4"]);
    expect(draft.meeting.agenda.items.map(({ title }) => title)).toEqual(["Nets", "Hooks", "Lines", "Report"]);
    expect(draft.meeting.body.name).toBe("Committee on Nets");
  });

  it("as lines too, but not where the agenda has its own below", () => {
    const lines = ["Monday, 5 May", "10.00-13.00 Items 1, 2", "Tuesday, 6 May", "15.00-18.00 Items 3, 4"];
    expect(slots(read("Rome, 5-6 May 2031", ...lines, ...AGENDA))).toEqual(["05 10:00-13:00 1 2", "06 15:00-18:00 3 4"]);
    const own = ["Timetable", "Monday, 5 May", "9.00-12.00 Item 1"];
    expect(slots(read("Rome, 5-6 May 2031", ...lines, ...AGENDA, ...own))).toEqual(["05 09:00-12:00 1"]);
  });
});

describe("hours of four digits", () => {
  it.each([
    ["1000 – 1300", "1500-1730", "1830"],
    ["0900-1200", "1400–1700", "2000"],
  ])("are hours also where one stands alone in their column: %s, %s, %s", (morning, afternoon, evening) => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["Monday, 5 May", "", ""],
      [morning, "1", "Nets"],
      [afternoon, "2", "Hooks"],
      [evening, "", "Reception"],
      ["Tuesday, 6 May", "", ""],
      [morning, "3", "Lines"],
    ]);
    expect(slots(draft)).toHaveLength(3);
    expect(warned(draft, "not-plenary").join()).toContain(`${evening.slice(0, 2)}:${evening.slice(2)}: Reception`);
  });

  it("are years in any other column", () => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["Monday, 5 May", "", ""],
      ["10.00-13.00", "1", "Nets"],
      ["15.00-18.00", "2", "2030"],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2"]);
  });
});

describe("items behind the name of their sitting", () => {
  it.each(["Plenary Session 1: ", "Working session 1 – ", "Plenary: "])("are those of its cell: %s", (name) => {
    const draft = read("Committee on Nets", "Rome, 5-6 May 2031", "Programme", [
      ["Monday 5 May", "", ""],
      ["1000 – 1300", `${name}1. Election of the Chair; 2. Nets of the coast (N/1/2); 3. Hooks`, "Great Hall"],
      ["1500 – 1800", `${name.replace("1", "2")}3. Hooks (cont.)`, "Great Hall"],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2 3", "05 15:00-18:00 3"]);
    expect(draft.meeting.agenda.items.map(({ title }) => title)).toEqual(["Election of the Chair", "Nets of the coast", "Hooks"]);
  });
});

describe("a grid that is set by gaps alone", () => {
  /** Rows of cells of one or more lines, each in a column of so many characters; an empty line between rows. */
  const setColumns = (widths: readonly number[], ...rows: readonly (readonly string[])[]): string =>
    rows
      .map((cells) => {
        const stacks = cells.map((cell) => cell.split("\n"));
        const height = Math.max(...stacks.map(({ length }) => length));
        return Array.from({ length: height }, (_, at) =>
          stacks
            .map((stack, column) => (stack[at] ?? "").padEnd(widths[column] ?? 0))
            .join("")
            .trimEnd(),
        ).join("\n");
      })
      .join("\n\n");
  const readSet = (...parts: readonly string[]): Draft => composeDraft(readPasted(["Rome, 5-7 May 2031", ...AGENDA, ...parts].join("\n")));

  it.each([
    ["Monday, 5 May", "Tuesday, 6 May", "Item", "and what is known of the nets", "10 a.m.-\n1 p.m.", "3-6 p.m."],
    ["Lundi 5 mai", "Mardi 6 mai", "Point", "et ce que l'on sait des filets", "10 h -\n13 h", "15 h – 18 h"],
    ["Понедельник, 5 мая", "Вторник, 6 мая", "Пункт", "и что известно о старых сетях", "10:00–\n13:00", "15:00–18:00"],
  ])("gives each sitting what its own column wraps: %s", (monday, tuesday, item, tail, morning, afternoon) => {
    const grid = setColumns(
      [16, 34, 34],
      ["", monday, tuesday],
      [morning, `${item} 1\nNets of all kinds, ${tail.slice(0, 3)}\n${tail.slice(3)}\n${item} 2`, `${item} 3`],
      [afternoon, `${item} 2`, `${item} 3\n\n${item} 4`],
    );
    expect(slots(readSet(grid))).toEqual(["05 10:00-13:00 1 2", "05 15:00-18:00 2", "06 10:00-13:00 3", "06 15:00-18:00 3 4"]);
  });

  it("keeps cells that one space parts, and what covers all days", () => {
    const grid = setColumns(
      [14, 24, 20],
      ["Hours", "Monday, 5 May", "Tuesday, 6 May"],
      ["10.00-13.00", "Item 1: old nets of all", "Item 3"],
      ["13.00-15.00", "Lunch, and an exhibition of nets and hooks", ""],
      ["15.00-18.00", "Item 2", "Item 4"],
    );
    expect(slots(readSet(grid))).toEqual(["05 10:00-13:00 1", "05 15:00-18:00 2", "06 10:00-13:00 3", "06 15:00-18:00 4"]);
  });

  it("has its organs in columns of their own, below days and hours", () => {
    const grid = setColumns(
      [18, 18, 18, 18],
      ["Date", "Hours", "Plenary", "Working Group I"],
      ["Monday, 5 May", "10.00-13.00", "Items 1, 2", ""],
      ["", "15.00-18.00", "", "Item 3"],
      ["Tuesday, 6 May", "10.00-13.00", "", "Item 3"],
      ["", "15.00-18.00", "Items 3, 4", ""],
    );
    expect(slots(readSet(grid))).toEqual(["05 10:00-13:00 1 2", "06 15:00-18:00 3 4"]);
  });

  it("gives no sitting the rows that no gap parts, and tells them", () => {
    const grid = [
      "             Monday, 5 May       Tuesday, 6 May      Wednesday, 7 May",
      "10.00-13.00  Item 1              Item 2              Item 3",
      "15.00-18.00  Item 1 (continued) Item 2 (continued) and more Item 4",
    ].join("\n");
    const draft = readSet(grid);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "06 10:00-13:00 2", "07 10:00-13:00 3"]);
    expect(warned(draft, "left-out-column").join()).toContain("Item 2 (continued) and more Item 4");
  });

  it("is none where both columns say the same day in two languages", () => {
    const draft = readSet("Monday, 5 May 2031          Lundi 5 mai 2031", "10.00-13.00    Item 1");
    expect(slots(draft)).toEqual(["05 10:00-13:00 1"]);
  });
});

describe("a row of a grid in which the plenary and a committee meet", () => {
  it.each([
    ["Plenary", "Committee A"],
    ["Plénière", "Commission I"],
    ["Plenaria", "Comisión II"],
  ])("heads no columns: %s", (plenary, other) => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["", "Monday, 5 May", "Tuesday, 6 May"],
      ["10.00-13.00", plenary, other],
      ["15.00-18.00", other, `${plenary}\n4`],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 ", "06 15:00-18:00 4"]);
  });
});

describe("hours that one line prints for all mornings and afternoons", () => {
  const readParts = (line: string, head: readonly string[], day: string, item: string): Draft =>
    read("Rome, 5-6 May 2031", ...AGENDA, "Timetable", line, [head, [day, `${item} 1`, `${item} 2`]]);

  it.each([
    ["Morning meetings: 09:30–12:30. Afternoon meetings: 14:30–17:30.", ["Day", "Morning", "Afternoon"], "Monday, 5 May", "Item"],
    ["Matin : 9 h 30 – 12 h 30, après-midi : 14 h 30 – 17 h 30", ["Jour", "Matin", "Après-midi"], "Lundi 5 mai", "Point"],
    ["Mañana: 9.30-12.30; tarde: 14.30-17.30", ["Día", "Mañana", "Tarde"], "Lunes 5 de mayo", "Tema"],
    ["上午:09:30-12:30,下午:14:30-17:30", ["日期", "上午", "下午"], "5月5日星期一", "项目"],
  ])("are those of the sittings below: %s", (line, head, day, item) => {
    expect(slots(readParts(line, head, day, item))).toEqual(["05 09:30-12:30 1", "05 14:30-17:30 2"]);
  });

  it.each([
    "Monday, 5 May: morning 09:30–12:30, afternoon 14:30–17:30",
    "The morning meetings begin at 9.30 and those of the afternoon at 14.30",
    "Lunch will be served from 12:30 to 14:30 in the morning room and the afternoon room",
  ])("are none where a line is of one day or says less: %s", (line) => {
    expect(slots(readParts(line, ["Day", "Morning", "Afternoon"], "Tuesday, 6 May", "Item"))).toEqual([]);
  });
});

describe("hours above columns", () => {
  it.each([
    ["Monday, 5 May", "Item", "10.00-13.00", "15.00-18.00"],
    ["Lundi 5 mai", "Point", "10 h-13 h", "15 h-18 h"],
    ["Понедельник, 5 мая", "Пункт", "10:00-13:00", "15:00-18:00"],
  ])("have what goes on in the row below a day, in the same sitting: %s", (day, item, morning, afternoon) => {
    const draft = read("Rome, 5-6 May 2031", ...AGENDA, [
      ["", morning, afternoon],
      [day, `${item} 1`, `${item} 3`],
      ["", `${item} 2`, ""],
      ["", "", `${item} 4`],
    ]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1 2", "05 15:00-18:00 3 4"]);
  });
});
