import { describe, expect, it } from "vitest";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { composeDraft } from "../../src/documents/draft.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";
import type { DraftMeeting } from "../../src/meeting/draft.ts";

/** A name, a city or a day is taken only where the document says that it is the meeting's: papers name others too. */

const AGENDA = ["Agenda", "1. Nets", "2. Hooks", "3. Lines"];
const read = (...lines: readonly string[]): DraftMeeting => composeDraft(readPasted(lines.join("\n")), {}, PLACES).meeting;

describe("an agenda that is annexed to a paper of another body", () => {
  it.each([
    [["Permanent Council", "NC.DEC/19", "8 September 2031", "Annex", "AGENDA", "Vienna, 19-30 September 2031"], "Vienna"],
    [["Conseil permanent", "NC.DEC/19", "8 septembre 2031", "Annexe 2", "ORDRE DU JOUR", "Vienne, 19-30 septembre 2031"], "Vienne"],
    [["المجلس", "NC 123/19", "سبتمبر 2031", "الملحق 2", "جدول الأعمال", "روما، 19-30 سبتمبر 2031"], "روما"],
  ])("is none of that body's, where the annex has place and days of its own: %j", (lines, city) => {
    const { body, ...meeting } = read(...lines, ...AGENDA.slice(1));
    expect(body.name).toBeUndefined();
    expect(meeting).toMatchObject({ city, opensOn: "2031-09-19", closesOn: "2031-09-30", agenda: { symbol: lines[1] } });
  });

  it("is that of the body that the annex names", () => {
    const annex = ["ANNEX", "Committee on Nets", "Tenth session", "Rome, 19-23 May 2031"];
    expect(read("Nets Council", "Fifth session", "Vienna, 1-5 September 2031", ...annex, ...AGENDA)).toMatchObject({
      body: { name: "Committee on Nets" },
      opensOn: "2031-05-19",
    });
  });

  it("is that of the body above, where the annex says nothing of it", () => {
    expect(read("Nets Council", "Fifth session", "Vienna, 1-5 September 2031", "Annex", ...AGENDA).body.name).toBe("Nets Council");
  });
});

describe("the body that meets", () => {
  it("is a working group below the name of the committee that set it up, or above it", () => {
    expect(read("NETS WORKING GROUP", "Scientific Committee for Hooks", "5-9 May 2031", ...AGENDA).body).toEqual({
      name: "NETS WORKING GROUP",
      parent: "Scientific Committee for Hooks",
    });
    expect(read("Scientific Committee for Hooks", "NETS WORKING GROUP", "5-9 May 2031", ...AGENDA).body.name).toBe("NETS WORKING GROUP");
  });

  it("is a meeting of its own, below the organization that holds it", () => {
    expect(read("منظمة الشباك", "روما، 27 - 29 مايو 2031", "المشاورة الفنية بشأن الشباك", ...AGENDA).body).toEqual({
      name: "المشاورة الفنية بشأن الشباك",
      parent: "منظمة الشباك",
    });
  });

  it("is set in capitals before its place and day, and is not who published the paper", () => {
    const paper = ["Council of the Nets Union", "General Secretariat", "Brussels, 30 March 2031", "NOTICE OF MEETING"];
    const meeting = read(...paper, "STANDING COMMITTEE (Part 1) Net House, Brussels 3 April 2031 (10.00)", "Nets and hooks");
    expect(meeting).toMatchObject({
      body: { name: "STANDING COMMITTEE" },
      city: "Brussels",
      opensOn: "2031-04-03",
      closesOn: "2031-04-03",
    });
  });

  it.each([
    ["Indicative programme – General Nets Council of 19 November 2031", "General Nets Council"],
    ["Draft agenda - Nets Committee, 19 November 2031", "Nets Committee"],
  ])("is named by the title of its programme, with its day: %s", (title, name) => {
    const meeting = read(title, "Place:", "Net House", "Preparations for the Hooks Council meeting on 12-13 December 2031");
    expect(meeting).toMatchObject({ body: { name }, opensOn: "2031-11-19", closesOn: "2031-11-19" });
    expect(meeting.agenda.issuedOn).toBeUndefined();
  });

  it("has no symbol in its name, and nothing of a language before it", () => {
    expect(read("XXXII ASSEMBLY OF NETTERS NET/Ser.L/II.2", "27-29 October 2031", ...AGENDA).body.name).toBe("ASSEMBLY OF NETTERS");
    expect(read("Original: ENGLISHКОМИССИЯ ПО СЕТЯМ", "Шестая сессия", "Женева, 9-13 декабря 2031 года", ...AGENDA)).toMatchObject({
      body: { name: "КОМИССИЯ ПО СЕТЯМ" },
      agenda: { originalLanguage: "ENGLISH" },
    });
  });

  it("is neither a heading that stands beside a name, nor a cell of a table", () => {
    expect(read("Committee Green Sheet Committee on Nets", ...AGENDA).body.name).toBeUndefined();
    expect(read("Nets\tOpening\tChair/group\t15 mins", ...AGENDA).body.name).toBeUndefined();
  });
});

describe("a paper about a body", () => {
  it.each([
    "Establishment of the Nets Committee",
    "Preparations for the Nets Council",
    "Invitation to the Nets Conference",
    "Membership of the Nets Board",
    "Composition du Conseil des filets",
    "Estructura de la Comisión de Redes",
    "Создание комитета по сетям",
    "ORGANIZACIÓN",
  ])("does not lend its title to the body that meets: %s", (title) => {
    expect(read(title, ...AGENDA).body.name).toBeUndefined();
  });

  it.each([
    ["Work of the General Council", "General Council"],
    ["Diario de la Conferencia de Redes", "Conferencia de Redes"],
    ["Règlement intérieur du Conseil des filets", "Conseil des filets"],
  ])("names it with a doubt, without what stands around the name: %s", (title, name) => {
    const { meeting, warnings } = composeDraft(readPasted([title, ...AGENDA].join("\n")), {}, PLACES);
    expect(meeting.body.name).toBe(name);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "body-in-text", line: 1 }));
  });

  it("is named in a sentence without what goes on behind it", () => {
    const sentence = "The secretariat has written the agenda of the sixth session of the Nets Committee in order to help.";
    expect(read(sentence, ...AGENDA).body.name).toBe("Nets Committee");
  });

  it("has a language of its original glued to no name", () => {
    const line = "NC/3 ORIGINAL: ENGLISHNETS BODY ON HOOKS Third meeting Rome, Italy, 9-14 November 2031";
    expect(read(line, ...AGENDA).body.name).toBe("NETS BODY ON HOOKS");
  });
});

describe("the city of a meeting", () => {
  it("stands before its region", () => {
    const line = "Agenda for the 15th Plenary Meeting of the Nets Committee to be held in Redmond, Washington, USA, 25 April 2031";
    expect(read(line, ...AGENDA)).toMatchObject({ city: "Redmond", opensOn: "2031-04-25" });
    expect(read(line.replace("Redmond, ", ""), ...AGENDA).city).toBe("Washington");
  });

  it.each([["Institute of Nets, National Nets University"], ["Университет сетей, Дом сетей"], ["Hôtel des Filets, Maison de la Mer"]])(
    "is no house: %s",
    (house) => {
      expect(read("NETS COMMITTEE", "April 15-19, 2031", house, "Taipei, Taiwan", ...AGENDA).city).toBe("Taipei");
    },
  );
});

describe("the days of a session", () => {
  it("are those of both its parts, where one line names both", () => {
    const line = "Fifty-third session 7–18 July 2031 (to be held virtually) and Vienna, 15–19 September 2031";
    expect(read("Nets Committee", line, ...AGENDA)).toMatchObject({ opensOn: "2031-07-07", closesOn: "2031-09-19" });
  });

  it("are not those of another meeting behind them", () => {
    const lines = ["Nets Committee", "Tenth session, Rome, 5-9 May 2031", "Hooks meet on 12-16 May 2031 and 2-6 June 2031"];
    expect(read(...lines, ...AGENDA)).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });
});

describe("the day of a meeting on the margins of another", () => {
  const ASSEMBLY = ["World Nets Assembly", "Geneva - Switzerland", "16-20 March 2031"];

  it.each([
    [["Draft agenda of the consultative meeting of the Hooks Group", "Sunday, 16 March 2031", "Place: room 6", "Time: 15:30-18:30"]],
    [["مشروع جدول أعمال الاجتماع التشاوري لمجموعة الشباك", "16 مارس 2031", "المكان: القاعة 6", "الزمان: 15:30 – 18:30"]],
  ])("is that which stands with its place and hours below its own agenda's heading: %j", (own) => {
    expect(read(...ASSEMBLY, ...own)).toMatchObject({ opensOn: "2031-03-16", closesOn: "2031-03-16" });
  });

  it("is no day of many", () => {
    const days = ["16", "17"].flatMap((day) => ["Agenda of the meeting", `${day} March 2031`, "Place: room 6", "Time: 15:30-18:30"]);
    expect(read(...ASSEMBLY, ...days)).toMatchObject({ opensOn: "2031-03-16", closesOn: "2031-03-20" });
  });
});

it("takes what papers are distributed to for no symbol", () => {
  expect(read("DISTRIBUTION / Members of JTC 1/SC 2 ; Secretariat", "Nets Committee", ...AGENDA).agenda.symbol).toBeUndefined();
});

describe("an agenda without numbers", () => {
  const ITEMS = ["Opening of the meeting", "Modification in the composition of committees", "NT/Per (2031) OJ 1"];
  const LATER = ["Second part-session of the Assembly (22-26 September 2031)", "NT/Bur (2031) 13"];
  const HELD = "in Paris on Thursday 8 May 2031 (opening at 9 a.m.)";

  it("names other papers and days: those of the meeting stand above its first item", () => {
    expect(
      read(
        "NT/Per (2031) OJ 1",
        "15 April 2031",
        "Standing Committee",
        "Draft Agenda",
        "of the meeting to be held",
        HELD,
        ...ITEMS,
        ...LATER,
      ),
    ).toMatchObject({ city: "Paris", opensOn: "2031-05-08", closesOn: "2031-05-08", agenda: { symbol: "NT/Per (2031) OJ 1" } });
  });

  it.each([HELD, "à Paris le jeudi 8 mai 2031 (ouverture à 9 heures)", "en París el jueves 8 de mayo de 2031 (apertura a las 9 horas)"])(
    "is of the hour at which the meeting opens: %s",
    (line) => {
      const { slots } = read("Standing Committee", "Draft Agenda", "of the meeting to be held", line, ...ITEMS.slice(0, 2));
      expect(slots).toMatchObject([{ start: "2031-05-08T09:00", items: [] }]);
    },
  );

  it("gives no day where none stands there", () => {
    const { opensOn, agenda } = read("Standing Committee", "Draft Agenda", ...ITEMS.slice(0, 2), ...LATER);
    expect([opensOn, agenda.symbol]).toEqual([undefined, undefined]);
  });

  it.each(["à Paris le jeudi 8 mai 2031 (ouverture à 9 heures)", "en Roma el jueves 8 de mayo de 2031", "in Rome, 8 May 2031"])(
    "is of the day that its sentence places in a city: %s",
    (line) => {
      expect(read("Standing Committee", "Draft Agenda", line, ...ITEMS.slice(0, 2)).opensOn).toBe("2031-05-08");
    },
  );
});
