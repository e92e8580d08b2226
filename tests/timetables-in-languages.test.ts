import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Timetables and orders of the day as they are set in other languages than English. */

const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n")));
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const numbers = ({ meeting }: Draft) => meeting.agenda.items.map(({ number }) => number);

describe("hours with a word between them", () => {
  it.each([
    ["A. TEMARIO", "B. ORGANIZACIÓN DE LA REUNIÓN", "Lunes 5 de mayo", "a", "C.   ANOTACIONES"],
    ["A. ORDRE DU JOUR", "B. ORGANISATION DE LA RÉUNION", "Lundi 5 mai", "à", "C.   ANNOTATIONS"],
    ["A. ПОВЕСТКА ДНЯ", "B. ОРГАНИЗАЦИЯ ЗАСЕДАНИЙ", "Понедельник, 5 мая", "до", "C.   АННОТАЦИИ"],
    ["A. AGENDA", "B. ORGANIZATION OF THE SESSION", "Monday, 5 May", "to", "C.   ANNOTATIONS"],
  ])("are no items of the agenda above them: %s", (agenda, organization, day, to, annotations) => {
    const draft = read(
      "Committee on Nets",
      "Rome, 5-6 May 2031",
      agenda,
      "1.   Nets",
      "2.   Hooks",
      "3.   Lines",
      organization,
      day,
      `9.30 ${to} 11.00   1, 2`,
      `15.00 ${to} 18.00   3`,
      annotations,
      "1.   Nets",
      "The Committee will hear of nets.",
    );
    expect(numbers(draft)).toEqual(["1", "2", "3"]);
    expect(slots(draft)).toEqual(["05T09:30-11:00 1 2", "05T15:00-18:00 3"]);
  });

  it.each(["9.30 h", "9.30 horas", "9.30 a.m."])("or the word for hours behind them are hours: %s", (hour) => {
    const draft = read("Comité de Redes", "Roma, 5 de mayo de 2031", "Temario", "1. Redes", "2. Anzuelos", "3. Sedales", `${hour}   Café`);
    expect(numbers(draft)).toEqual(["1", "2", "3"]);
  });
});

describe("an order of the day", () => {
  it.each([
    ["ORDEN DEL DÍA", "SEGUNDA SESIÓN PLENARIA", "Tema"],
    ["ORDRE DU JOUR", "DEUXIÈME SÉANCE PLÉNIÈRE", "Point"],
    ["AGENDA", "SECOND PLENARY MEETING", "Item"],
  ])("with hours before and behind its first item is a timetable: %s", (heading, sitting, item) => {
    const draft = read(
      "Committee on Nets",
      "Rome, 5-6 May 2031",
      "Journal - Monday, 5 May 2031",
      heading,
      "09.30 h",
      sitting,
      `${item} 7   Nets`,
      "14.30 h",
      `${item} 3   Hooks`,
      `${item} 7   Nets`,
    );
    expect(slots(draft)).toEqual(["05T09:30- 7", "05T14:30- 3 7"]);
  });
});

describe("the opening of a meeting", () => {
  it.each(["Inauguración de la reunión", "Inauguración", "Acto inaugural", "Acto de apertura"])("is a sitting of it: %s", (act) => {
    const draft = read(
      "Comité de Redes",
      "Roma, 5 y 6 de mayo de 2031",
      "Programa de trabajo",
      "Lunes 5 de mayo",
      "9.00 a 9.30   Inscripción",
      `9.30 a 10.00   ${act}`,
      "10.00 a 11.00   Punto 1   Redes",
    );
    expect(slots(draft)).toEqual(["05T09:30-10:00 ", "05T10:00-11:00 1"]);
  });

  it("is none where something else is opened", () => {
    const draft = read(
      "Comité de Redes",
      "Roma, 5 y 6 de mayo de 2031",
      "Programa de trabajo",
      "Lunes 5 de mayo",
      "9.30 a 10.00   Inauguración de la exposición de redes",
      "10.00 a 11.00   Punto 1   Redes",
    );
    expect(slots(draft)).toEqual(["05T10:00-11:00 1"]);
  });
});
