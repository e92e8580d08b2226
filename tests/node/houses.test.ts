import { describe, expect, it } from "vitest";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { composeDraft } from "../../src/documents/draft.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";
import type { DraftMeeting } from "../../src/meeting/draft.ts";

/** How other houses set the heads of their documents and number their agendas. */

const AGENDA = ["1. Nets", "2. Hooks", "3. Lines"];
const read = (...lines: readonly string[]): DraftMeeting => composeDraft(readPasted(lines.join("\n")), {}, PLACES).meeting;

describe("the name of the body behind its session", () => {
  it.each([
    ["27th Meeting of the Nets Standing Committee -- Draft Agenda", "Rome, Italy, 17 November 2031", "Nets Standing Committee"],
    ["24ª Reunión del Comité de Redes - Proyecto de Orden del día anotado", "Roma, 17 de noviembre de 2031", "Comité de Redes"],
  ])("ends before the heading of the document: %s", (title, dated, name) => {
    expect(read(title, "", dated, "", ...AGENDA).body.name).toBe(name);
  });

  it.each([
    ["Provisional agenda of the tenth session of the Nets AssemblyIssued in accordance with rule 16 of the rules.", "Nets Assembly"],
    ["Provisional agenda of the tenth session of the Nets Assembly Reissued for technical reasons", "Nets Assembly"],
    [
      "Ordre du jour provisoire de la dixième session de la Commission des filetsPublié conformément à l’article 8",
      "Commission des filets",
    ],
  ])("ends before a footnote: %s", (title, name) => {
    expect(read("NC/9/1", title, "", ...AGENDA).body.name).toBe(name);
  });
});

describe("the symbol", () => {
  it.each(["CFN: 99/1", "CFN: 2031/Inf.2", "WNS:fyl 2031/DJ/2"])("may have a colon behind the letters of its body: %s", (symbol) => {
    const lines = [symbol, "NETS COMMITTEE", "Tenth session", "Rome, 5-9 May 2031", "Agenda", ...AGENDA];
    expect(read(...lines).agenda?.symbol).toBe(symbol);
  });

  it.each([
    [
      "4. Review of General Assembly resolution S-17/2 of 23 February 2030",
      "Review of General Assembly resolution S-17/2 of 23 February 2030",
    ],
    ["4. Examen de la résolution S-17/2", "Examen de la résolution S-17/2"],
    ["4. 审查大会第S-17/2号决议", "审查大会第S-17/2号决议"],
  ])("of a resolution that a title names is no document for the item: %s", (line, title) => {
    const { agenda, documents } = read("NETS COMMITTEE", "Rome, 5-9 May 2031", "Agenda", ...AGENDA, line);
    expect(agenda?.items?.at(-1)).toMatchObject({ title });
    expect(documents).toEqual([]);
  });

  it("is no label with a day or an hour behind it", () => {
    expect(read("DATE: 12/5", "NETS COMMITTEE", "Rome, 5-9 May 2031", "Agenda", ...AGENDA).agenda?.symbol).toBeUndefined();
  });
});

describe("days in numbers", () => {
  it.each([["روما، 28/10-2/11/2031"], ["Rome, 28/10 - 2/11/2031"]])("may begin in one month and end in the next: %s", (dated) => {
    expect(read("NC 9/1", "المجلس", dated, "جدول الأعمال", ...AGENDA)).toMatchObject({ opensOn: "2031-10-28", closesOn: "2031-11-02" });
  });

  it("are not taken where day and month could be either", () => {
    expect(read("NC 9/1", "Nets Council", "Rome, 3/10-2/11/2031", "Agenda", ...AGENDA).opensOn).toBeUndefined();
  });
});

describe("a place of two names", () => {
  it.each([
    ["Net House, Rome, 5-9 May 2031", "Rome", "Europe/Rome"],
    ["Palais des Filets, Genève, 5-9 mai 2031", "Genève", "Europe/Zurich"],
    ["Esch, Luxembourg, 5-9 May 2031", "Esch", "Europe/Luxembourg"],
  ])("is a house and its city, or a city and its country: %s", (dated, city, timezone) => {
    expect(read("NETS COMMITTEE", "Tenth session", dated, "Agenda", ...AGENDA)).toMatchObject({ city, timezone });
  });
});

describe("an agenda of Roman sections", () => {
  const LIST = [
    "ORDRE DU JOUR PROVISOIRE",
    "I. QUESTIONS D'ORGANISATION",
    "a) Adoption de l'ordre du jour",
    "b) Composition",
    "II. FILETS",
  ];
  const MORE = ["III. AUTRES QUESTIONS", "a) Questions diverses", "b) Rapport"];

  it("has its items below them, marked by small letters", () => {
    const { agenda } = read("COMITÉ DES FILETS", "Dixième session", "Rome, 5-9 mai 2031", ...LIST, ...MORE);
    expect(agenda?.items).toMatchObject([
      { number: "I", subitems: [{ letter: "a", title: "Adoption de l'ordre du jour" }, { letter: "b" }] },
      { number: "II" },
      { number: "III", subitems: [{ letter: "a" }, { letter: "b", title: "Rapport" }] },
    ]);
  });

  it("has none where a letter begins in their midst", () => {
    const { agenda } = read("COMITÉ DES FILETS", "Rome, 5-9 mai 2031", ...LIST.slice(0, 2), "c) Composition", "II. FILETS", "III. LIGNES");
    expect(JSON.stringify(agenda?.items)).not.toContain("subitems");
  });
});

describe("an ordinal", () => {
  it.each(["63.ª Asamblea Mundial de Redes • Página 2", "4.º período de sesiones"])("is no number of an item: %s", (line) => {
    const { agenda } = read("COMITÉ DE REDES", "Roma, 5-9 de mayo de 2031", "Programa", "1. Redes", "2. Anzuelos", "3. Hilos", line);
    expect(agenda?.items).toHaveLength(3);
  });
});

describe("a name in Chinese", () => {
  it("stands before its session on the line of place and dates", () => {
    const line = "作为《渔网议定书》缔约方会议的 《公约》缔约方会议 第八届会议 2031年 11月 26日至 12月 7日,多哈";
    expect(read(line, "临时议程", "1. 会议开幕。", "2. 组织事项。", "3. 渔网。").body.name).toBe(
      "作为《渔网议定书》缔约方会议的《公约》缔约方会议",
    );
  });
});
