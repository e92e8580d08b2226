import { describe, expect, it } from "vitest";
import { composeDraft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import { nameInNominative } from "../src/documents/sections/russian-names.ts";

/** Bodies that only sentences name, in languages that inflect names or set none apart by capitals: with the doubt that says where. */

const read = (...lines: readonly string[]) => {
  const { meeting, warnings } = composeDraft(readPasted(lines.join("\n")));
  return { name: meeting.body.name, doubt: warnings.find(({ code }) => code === "body-in-text")?.line };
};

describe("a body that sentences of Russian name", () => {
  it.each([
    ["Десятая сессия Комитета по сетям состоится в Женеве.", "Комитет по сетям"],
    ["Ниже изложена повестка дня 147-й сессии Исполнительного комитета.", "Исполнительный комитет"],
    ["заседания Совета глав сетей Содружества портов", "Совет глав сетей Содружества портов"],
    ["десятого заседания Коллегии сетевой комиссии", "Коллегия сетевой комиссии"],
    ["К пятой сессии Рабочей группы по старым сетям в Женеве подготовлена записка.", "Рабочая группа по старым сетям"],
  ])("is named in the nominative behind its session: %s", (line, name) => {
    expect(read("Сведения для участников", line)).toEqual({ name, doubt: 2 });
  });

  it("is the one that acts twice", () => {
    expect(read("Совет управляющих рассмотрел доклад.", "Затем Совет управляющих утвердил его.").name).toBe("Совет управляющих");
    expect(read("Совет управляющих рассмотрел доклад.").name).toBeUndefined();
  });

  it.each([
    ["ВСЕМИРНОЙ АССАМБЛЕИ СЕТЕЙ", "ВСЕМИРНАЯ АССАМБЛЕЯ СЕТЕЙ"],
    ["Межправительственного совещания по сетям", "Межправительственное совещание по сетям"],
    ["Всемирного форума", "Всемирный форум"],
    ["Nets Committee", "Nets Committee"],
  ])("has its adjectives agree with it: %s", (genitive, nominative) => {
    expect(nameInNominative(genitive)).toBe(nominative);
  });
});

describe("a body of whose sessions much is said", () => {
  it.each([
    [
      [
        "1.1 Opening by the President of the 41st session of the Nets Conference",
        "1.2 Observers at the 42nd session of the Nets Conference",
        "1.3 Venue of the 43rd session of the Nets Conference",
      ],
      "Nets Conference",
    ],
    [
      [
        "Président de la 41e session de la Conférence des Filets",
        "Lieu de la 43e session de la Conférence des Filets",
        "Date de la 43e session de la Conférence des Filets",
      ],
      "Conférence des Filets",
    ],
  ])("is the one that meets: %j", (lines, name) => {
    expect(read("Items", ...lines).name).toBe(name);
  });
});

describe("a body that a paper is of", () => {
  it.each([
    ["Draft report of the Working Group on Nets on its tenth session", "Working Group on Nets"],
    ["Rapport du Groupe de travail des filets", "Groupe de travail des filets"],
    ["Informe de la Junta de Redes sobre su décima reunión", "Junta de Redes"],
  ])("is taken with a doubt where nothing else names one: %s", (line, name) => {
    expect(read("2031", line, "Nets were mended.")).toEqual({ name, doubt: 2 });
  });

  it("is none where it may be anyone's", () => {
    expect(read("2031", "Report of the Bureau").name).toBeUndefined();
  });

  it("is what follows the same ordinal both times on a line without marks", () => {
    const line =
      "71.ª Asamblea Mundial de Redes Palais des Filets, n° 4 71.ª Asamblea Mundial de Redes n° 4 24 de mayo de 2031 y lo que sigue de las redes";
    expect(read(line).name).toBe("Asamblea Mundial de Redes");
  });
});

describe("a body that a text of Chinese or Arabic mentions three times, and more often than any other", () => {
  it.each([
    [["渔网大会的工作在十时开始。", "代表可参见《渔网大会指南》。", "日刊在渔网大会期间出版。", "执行委员会届会随后举行。"], "渔网大会"],
    [
      ["برنامج عمل جمعية الشباك", "في كل يوم عمل أثناء جمعية الشباك.", "سجل لمداولات جمعية الشباك", "يجتمع المجلس التنفيذي بعدها."],
      "جمعية الشباك",
    ],
  ])("is that of the meeting: %j", (lines, name) => {
    expect(read(...lines).name).toBe(name);
  });

  it.each([
    [["渔网大会的工作", "执行委员会的工作", "工作组的工作"]],
    [["甲委员会的会议", "甲委员会的报告", "在甲委员会"]],
    [["برنامج عمل جمعية الشباك", "يجتمع المجلس التنفيذي بعدها", "أثناء جمعية الشباك.", "يجتمع مجلس المحافظين بعدها"]],
  ])("is open where several are, or where it is an organ of a session: %j", (lines) => {
    expect(read(...lines).name).toBeUndefined();
  });
});

describe("a masthead on one line", () => {
  it("names its body before the language of the original and the session, whatever stands below", () => {
    const line = "NC/RC67/3 15 juin 2031 COMITÉ DES FILETS ORIGINAL : ANGLAIS Dixième session Rome, Italie, 28 août-1 er septembre 2031";
    const { meeting } = composeDraft(readPasted([line, "", "INTERVENTION DU PRÉSIDENT DU SOUS-COMITÉ AU COMITÉ DES FILETS"].join("\n")));
    expect(meeting).toMatchObject({ body: { name: "COMITÉ DES FILETS" }, opensOn: "2031-08-28", closesOn: "2031-09-01" });
  });

  it("is named by no hall, and no day is lost by a comma before its month", () => {
    const lines = [
      "NETS Group Conference 2031",
      "25-27, February 2031",
      "International Net Hall, Net Plaza, Tokyo, Japan",
      "Agenda",
      "1. Opening",
      "2. Nets",
    ];
    const cities = { isCity: (name: string) => name === "Tokyo", isRegion: () => false, findZone: () => ({ kind: "unasked" }) as const };
    const { meeting } = composeDraft(readPasted(lines.join("\n")), {}, cities);
    expect(meeting).toMatchObject({
      body: { name: "NETS Group Conference" },
      city: "Tokyo",
      opensOn: "2031-02-25",
      closesOn: "2031-02-27",
    });
  });
});
