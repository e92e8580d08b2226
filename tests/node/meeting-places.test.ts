import { describe, expect, it } from "vitest";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { composeDraft } from "../../src/documents/draft.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";
import type { DraftMeeting } from "../../src/meeting/draft.ts";

/** Where a meeting is, as mastheads of many houses print it. */

const AGENDA = ["Agenda", "1. Nets", "2. Hooks", "3. Lines"];
const read = (...lines: readonly string[]): DraftMeeting => composeDraft(readPasted([...lines, ...AGENDA].join("\n")), {}, PLACES).meeting;

describe("the city beside the days", () => {
  it.each([
    ["г. Минск, 5–9 мая 2031 года", "Минск", "Europe/Minsk"],
    ["Санкт-Петербург, 5–9 мая 2031 года", "Санкт-Петербург", "Europe/Moscow"],
    ["Santo Domingo, 5 al 9 de mayo de 2031", "Santo Domingo", "America/Santo_Domingo"],
    ["Washington, D.C., USA, 5-9 May 2031", "Washington, D.C.", "America/New_York"],
    ["Tbilissi (Géorgie) | 5 – 9 mai 2031", "Tbilissi", "Asia/Tbilisi"],
    ["Panama, 5-9 mai 2031", "Panama", "America/Panama"],
    ["Abidjan (Côte d’Ivoire), 5-9 mai 2031", "Abidjan", "Africa/Abidjan"],
  ])("may be called one, parted by a bar, or named as its state: %s", (dated, city, timezone) => {
    expect(read("Nets Committee", dated)).toMatchObject({ city, timezone, opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it.each([
    ["دولة الكويت: 5-9 مايو 2031", "الكويت"],
    ["State of Kuwait, 5-9 May 2031", "Kuwait"],
    ["Grand-Duché de Luxembourg, 5-9 mai 2031", "Luxembourg"],
  ])("has the name of its state: %s", (dated, city) => {
    expect(read("Nets Committee", dated).city).toBe(city);
  });

  it.each(["Italy, 5-9 May 2031", "دولة قطر، 5-9 مايو 2031", "Republic of Korea, 5-9 May 2031", "State of Palestine, 5-9 May 2031"])(
    "is none where only the state is named: %s",
    (dated) => {
      expect(read("Nets Committee", dated)).toMatchObject({ opensOn: "2031-05-05" });
      expect(read("Nets Committee", dated).city).toBeUndefined();
    },
  );
});

it.each(["Videoconference, 5-9 May 2031", "Visioconférence, 5-9 mai 2031", "Hybrid, 5-9 May 2031", "Видеоконференция, 5–9 мая 2031 года"])(
  "a meeting that is held nowhere has no city: %s",
  (dated) => {
    expect(read("Nets Committee", dated)).toMatchObject({ opensOn: "2031-05-05" });
    expect(read("Nets Committee", dated).city).toBeUndefined();
  },
);

describe("the city behind other names", () => {
  it("is none of the name that stands before it, nor a town that is called so", () => {
    const line = "10th International Conference of the White Nets and White Crescent, Geneva, 5 to 9 May 2031";
    expect(read(line)).toMatchObject({ city: "Geneva", timezone: "Europe/Zurich", opensOn: "2031-05-05" });
  });

  it("ends at its column", () => {
    expect(read("渔网理事会", "2031年5月5日至9日，日内瓦        原文：英文").city).toBe("日内瓦");
  });

  it("is none where a letter is dated, or where a paper was issued", () => {
    const letter = ["Secretariat of Nets", "Rue des Filets 28, 1196 Gland, Switzerland", "Gland, 22 April 2031", "NOTIFICATION 2031/4"];
    expect(read(...letter).opensOn).toBeUndefined();
  });

  it("stands behind the office in which it is", () => {
    const sentence = "1. Десятая сессия Комитета состоится в Отделении Сетей в Женеве 5–9 мая 2031 года.";
    expect(read("Комитет по сетям", "Десятая сессия", sentence)).toMatchObject({ city: "Женева", opensOn: "2031-05-05" });
  });
});

describe("the city in a sentence", () => {
  it.each([
    ["Tenth session", "The tenth session will be opened in The Hague by the Chairperson at 10:00 on 5 May 2031.", "The Hague"],
    ["11 7 th session", "The 117th session of the Committee will be held at the Nets Office at Geneva.", "Geneva"],
    ["Dixième session", "La dixième session se tiendra au siège des filets, à Genève (Suisse).", "Genève"],
    ["Décimo período de sesiones", "El décimo período de sesiones tendrá lugar en Lima.", "Lima"],
    ["Десятая сессия", "Десятая сессия Комитета состоится в Женеве.", "Женева"],
    ["第十届会议", "第十届会议将在瑞士日内瓦举行。", "日内瓦"],
    ["الدورة العاشرة", "ستعقد الدورة العاشرة للجنة في جنيف.", "جنيف"],
  ])("that opens the session is that of the meeting: %s, %s", (session, sentence, city) => {
    expect(read("Nets Committee", session, "5-9 May 2031", sentence).city).toBe(city);
  });

  it.each([
    "The eleventh session will be held in Paris.",
    "The next session will be held in Paris.",
    "Members may write to the office in Paris.",
  ])("about another is not: %s", (sentence) => {
    expect(read("Nets Committee", "Tenth session", "5-9 May 2031", sentence).city).toBeUndefined();
  });

  it("stands on the line of the only day, or beside it", () => {
    expect(read("Комитет по сетям", "5 мая 2031 года        г. Москва").city).toBe("Москва");
    const lines = [
      "Conseil des filets",
      "Ordre du jour",
      "Vendredi 9 mai 2031, de 9 heures à 12 h 30",
      "(Berne, siège de l’UF, salle des filets)",
    ];
    expect(read(...lines)).toMatchObject({ city: "Berne", opensOn: "2031-05-09", closesOn: "2031-05-09" });
  });
});

describe("the city apart from the days", () => {
  it.each([
    [["5 – 9 May 2031        JOURNAL No. 3", "The Hague             ENGLISH only"], "The Hague"],
    [["5 – 9 mai 2031", "Réf. NC(31)4", "Ordre du jour", "Strasbourg, Palais des Filets, Hémicycle"], "Strasbourg"],
    [["du 5 au 9 mai 2031", "(Berne, siège de l’UF, salle des filets)"], "Berne"],
    [["to be held from 5 May to 9 May 2031 at NET Headquarters,", "4 Quay Street, London SE1 7SR"], "London"],
  ])("stands in its own column, before its house, or in an address that goes on: %j", (lines, city) => {
    expect(read("Nets Committee", ...lines)).toMatchObject({ city, opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });
});
