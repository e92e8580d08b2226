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
