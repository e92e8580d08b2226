import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Layouts that once gave a wrong calendar without a word, each in several languages and dashes. */

const AGENDA = ["Rome, 5-9 May 2031", "Agenda", "1. Nets", "2. Hooks", "3. Lines", "4. Report"];
const readRows = (...rows: readonly (readonly string[])[]): Draft => {
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell.replaceAll("\n", "<br>")}</td>`).join("")}</tr>`).join("");
  return composeDraft(readPasted(`${AGENDA.map((line) => `<p>${line}</p>`).join("")}<table>${table}</table>`));
};
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8, 10)} ${start.slice(11)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const listed = ({ meeting }: Draft) => meeting.agenda.items.map(({ number }) => number);

describe("hours without a.m. or p.m. in the column of times", () => {
  it.each(["3-6", "3 – 6", "3 to 6", "3—6", "15-18", "15 – 18"])("are hours: %s", (printed) => {
    const draft = readRows(["Tuesday, 6 May", ""], ["10 a.m.-1 p.m.", "Item 1"], [printed, "Item 2"]);
    expect(slots(draft)).toEqual(["06 10:00-13:00 1", "06 15:00-18:00 2"]);
    expect(listed(draft)).toEqual(["1", "2", "3", "4"]);
  });

  it.each([
    ["Mardi 6 mai", "10 h-13 h", "15-18", "Point 1", "Point 2"],
    ["Martes 6 de mayo", "10.00 a 13.00 horas", "15 a 18", "Tema 1", "Tema 2"],
    ["Вторник, 6 мая", "10.00-13.00", "15-18", "Пункт 1", "Пункт 2"],
  ])("are hours in every language: %s", (day, morning, afternoon, first, second) => {
    expect(slots(readRows([day, ""], [morning, first], [afternoon, second]))).toEqual(["06 10:00-13:00 1", "06 15:00-18:00 2"]);
  });
});

describe("hours with a dot, below an agenda without a heading between", () => {
  it.each([
    ["8.30 a 9.00", "9.30 a 11.00"],
    ["8.30-9.10", "9.15 – 11.25"],
    ["8.30 до 9.10", "9.15 до 11.25"],
    ["8.30 to 9.10", "9.15 to 11.25"],
  ])("are no items of the list above: %s", (first, second) => {
    const draft = readRows(["Tuesday, 6 May", ""], [first, "Item 1"], [second, "Item 2"]);
    expect(listed(draft)).toEqual(["1", "2", "3", "4"]);
    expect(draft.meeting.slots.map(({ items }) => items)).toEqual([["1"], ["2"]]);
    expect(draft.warnings.filter(({ code }) => code === "left-out-text")).toEqual([]);
  });
});

describe("a range that its column parts", () => {
  it.each(["10 a.m.-\n1 p.m.", "10 a.m. –\n1 p.m.", "10\na.m.-1 p.m.", "10.00-\n13.00", "10 h-\n13 h"])(
    "is one sitting from its start to its end: %j",
    (printed) => {
      expect(slots(readRows(["Thursday, 8 May", ""], [printed, "Item 3"]))).toEqual(["08 10:00-13:00 3"]);
    },
  );
});

describe("starts that head columns", () => {
  it.each([
    ["10 a.m.", "3 p.m."],
    ["10.00", "15.00"],
    ["10 h", "15 h"],
  ])("are sittings of their own, and never one of five hours: %s, %s", (morning, afternoon) => {
    const found = slots(readRows(["Friday, 9 May", ""], [morning, afternoon], ["Item 1", "Item 2"]));
    expect(found).toEqual(["09 10:00- 1", "09 15:00- 2"]);
  });
});

describe("a day of which more is said", () => {
  it.each([
    ["Thursday (if required)", "Friday (revisions only)"],
    ["Jeudi (si nécessaire)", "Vendredi (révisions seulement)"],
    ["Jueves (si procede)", "Viernes (solo revisiones)"],
    ["Четверг (при необходимости)", "Пятница (только пересмотр)"],
  ])("heads its own column: %s", (thursday, friday) => {
    const draft = readRows(["", "Monday", "Tuesday", "Wednesday", thursday, friday], ["10 a.m.-1 p.m.", "1", "2", "3", "4", "4"]);
    expect(slots(draft)).toEqual(["05 10:00-13:00 1", "06 10:00-13:00 2", "07 10:00-13:00 3", "08 10:00-13:00 4", "09 10:00-13:00 4"]);
  });
});

describe("a long table of items", () => {
  it.each(["Agenda item", "Item", "No."])("is the agenda, whatever heads it: %s", (head) => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `<tr><td>${at + 1}</td><td>Nets of kind ${"abcdefgh"[at % 8]} and how they are mended</td></tr>`,
    );
    const draft = composeDraft(
      readPasted(`<p>Rome, 5-9 May 2031</p><table><tr><td>${head}</td><td>Topic</td></tr>${rows.join("")}</table>`),
    );
    expect(draft.meeting.agenda.items).toHaveLength(60);
  });
});

describe("a masthead", () => {
  it.each(["Organizational matters", "Back to the list", "Adoption of the agenda"])("names no body by a heading: %s", (heading) => {
    expect(
      composeDraft(readPasted([heading, "Rome, 5-9 May 2031", "Agenda", "1. Nets", "2. Hooks"].join("\n"))).meeting.body.name,
    ).toBeUndefined();
  });

  it.each([
    ["1. Report of the meeting held in Lima, Peru, from 3 to 7 March 2030", "2. Hooks"],
    ["1. Rapport de la réunion tenue à Lima, du 3 au 7 mars 2030", "2. Hameçons"],
    ["1. Informe de la reunión celebrada en Lima, del 3 al 7 de marzo de 2030", "2. Anzuelos"],
  ])("has no dates and no place of an item's title: %s", (first, second) => {
    const { meeting } = composeDraft(readPasted(["Fishing Committee", "Provisional agenda", first, second, "3. 4"].join("\n")));
    expect([meeting.opensOn, meeting.city]).toEqual([undefined, undefined]);
  });
});

describe("the name of an image", () => {
  it("that a browser printed in its place is no part of the day behind it", () => {
    const lines = [
      ...AGENDA,
      "dotdark.gif (905 bytes)Tuesday, 6 May",
      "09.30 – 13.00",
      "Item 1",
      "line.png (1024 octets) 15.00 – 18.00",
      "Item 2",
    ];
    expect(slots(composeDraft(readPasted(lines.join("\n"))))).toEqual(["06 09:30-13:00 1", "06 15:00-18:00 2"]);
  });
});
