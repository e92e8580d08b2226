import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import { NO_PLACES, type Gazetteer } from "../src/documents/sections/gazetteer.ts";
import type { DraftMeeting } from "../src/meeting/draft.ts";

/** What stands above an agenda says who meets, where and when, in words of many houses. */

const AGENDA = ["Agenda", "1. Nets", "2. Hooks", "3. Lines"];
const draft = (lines: readonly string[], places: Gazetteer = NO_PLACES): Draft =>
  composeDraft(readPasted([...lines, ...AGENDA].join("\n")), {}, places);
const read = (...lines: readonly string[]): DraftMeeting => draft(lines).meeting;

describe("the body that meets", () => {
  it.each([
    [["Appendix A", "Agenda for the hundred and twentieth session of the Council"], "Council"],
    [["Annexe A", "ORDRE DU JOUR DE LA DIXIÈME SESSION DU CONSEIL"], "CONSEIL"],
    [["Apéndice B", "PROGRAMA DEL 12º PERÍODO DE SESIONES DEL CONSEJO"], "CONSEJO"],
    [["Nets are old.", "The tenth session of the Nets Committee is to be held from 5 to 9 May 2031."], "Nets Committee"],
    [["NETS COMMITTEE NC 10/1*", "10th session", "for the 10th session of the Nets Committee,"], "Nets Committee"],
    [["Nets Committee -- Draft Agenda"], "Nets Committee"],
    [["COMMITTEE ON NETS", "OF THE NORTH", "Tenth session"], "COMMITTEE ON NETS OF THE NORTH"],
    [
      ["Third Meeting of the Parties to", "the Rome Protocol on Nets", "that Harm the Sea", "Rome, Italy, 5-9 May 2031"],
      "Meeting of the Parties to the Rome Protocol on Nets that Harm the Sea",
    ],
    [["26th NETC Meeting", "Click on the links below."], "NETC Meeting"],
    [["Home > Nets > Committee on Hooks > Sessions", "10th session of the Nets Committee"], "Nets Committee"],
    [["افتتاح الدورة العادية السابعة بعد المئة للمجلس التنفيذي"], "المجلس التنفيذي"],
    [["الدورة العادية السابعة للجنة الإقليمية"], "اللجنة الإقليمية"],
    [["المؤتمـر الإقليمي للشباك"], "المؤتمر الإقليمي للشباك"],
  ])("is named behind its session, beside its symbol, or over two lines: %j", (lines, name) => {
    expect(read(...lines).body.name).toBe(name);
  });

  it.each([
    [["MARINE NETS PROTECTION", "COMMITTEE", "80th session"], "MARINE NETS PROTECTION COMMITTEE"],
    [["Committee on the Peaceful", "Uses of Nets", "Sixty-seventh session"], "Committee on the Peaceful Uses of Nets"],
    [
      [
        "Conference of the Parties to the Rome",
        "Convention on the Control of",
        "Hazardous Nets, Lines and Their",
        "Mending",
        "Sixteenth meeting",
      ],
      "Conference of the Parties to the Rome Convention on the Control of Hazardous Nets, Lines and Their Mending",
    ],
    [["Nets Assembly of the North", "Hooks Council", "Fifty-fourth session"], "Hooks Council"],
    [["ПАРЛАМЕНТСКАЯ АССАМБЛЕЯ", "ОРГАНИЗАЦИИ ПО СЕТЯМ", "Десятая сессия"], "ПАРЛАМЕНТСКАЯ АССАМБЛЕЯ ОРГАНИЗАЦИИ ПО СЕТЯМ"],
    [
      ["PERMANENT COUNCIL OF THE        ONS/Ser.G", "ORGANIZATION OF NETS        NP/OD-2345/31"],
      "PERMANENT COUNCIL OF THE ORGANIZATION OF NETS",
    ],
  ])("goes on where its line was full, or says only whose it is: %j", (lines, name) => {
    expect(read(...lines).body.name).toBe(name);
  });

  it.each([
    [["Nets Assembly", "Assemblée des filets", "The session of the nets is on the sea and in the harbour."], "Nets Assembly"],
    [
      ["Nets Assembly", "Assemblée des filets", "Les filets sont dans les ports et au large du pays pour la pêche."],
      "Assemblée des filets",
    ],
    [["COUNCIL ON NETS AND HOOKS – MARCH 2031", "CONSEIL DES FILETS – MARS 2031"], "COUNCIL ON NETS AND HOOKS"],
    [
      ["NETS UNION", "UNION DES FILETS", "اتحاد الشباك", "EXECUTIVE COUNCIL", "Those for whom the nets of the sea are mended"],
      "EXECUTIVE COUNCIL",
    ],
  ])("is named in the language of the document, or else in that which comes first: %j", (lines, name) => {
    expect(read(...lines).body.name).toBe(name);
  });

  it.each([
    [["IX REUNIÓN ORDINARIA DEL CONSEJO DE REDES"], "CONSEJO DE REDES"],
    [["Northern Nets Organization", "36th Annual Meeting of NNO"], "Northern Nets Organization"],
    [["منظمة الشباك", "الدورة الحادية والأربعين لمجلس وزراء الشباك"], "مجلس وزراء الشباك"],
    [["Comité permanent - Projet annoté d’ordre du jour"], "Comité permanent"],
    [["10e SESSION", "5 – 9 mai 2031", "Projet d’ordre du jour", "Congrès des filets"], "Congrès des filets"],
    [["10e SESSION", "Points pour la 10e SESSION DU CONGRÈS"], "CONGRÈS"],
    [["理事会", "2031年会议", "全体会议"], "理事会"],
    [
      ["COMMITTEE ON NETS", "Working Party on Hooks", "Meeting of Experts on Lines (GE.2)", "(Fifth session)"],
      "Meeting of Experts on Lines (GE.2)",
    ],
    [
      ["Comité des filets", "Groupe de travail des lignes", "Réunion d’experts des hameçons", "(dixième session)"],
      "Réunion d’experts des hameçons",
    ],
    [["Working Group on Hooks", "Nets Committee", "Tenth session"], "Working Group on Hooks"],
    [["PARLAMENTO DE REDES", "XXX ASAMBLEA ORDINARIA"], "PARLAMENTO DE REDES"],
    [["PARLEMENT DES FILETS", "10e ASSEMBLÉE ORDINAIRE"], "PARLEMENT DES FILETS"],
    [["Informe final de la XXV Reunión de Directores de Redes del Sur"], "Reunión de Directores de Redes del Sur"],
    [["N° 9", "Lundi 5 mai 2031", "Conférence des Filets – 10e session, Rome, 5-16 mai 2031"], "Conférence des Filets"],
  ])("is no article, no abbreviation, no sitting and no heading: %j", (lines, name) => {
    expect(read(...lines).body.name).toBe(name);
  });

  it.each([
    [["Report of the Nets Control Committee (COM 3) to Plenary"]],
    [["Исполнительный секретарь Подготовительной комиссии Организации по сетям"]],
    [["The Secretary of the Nets Committee"]],
    [["Le Secrétaire de la Commission des filets"]],
    [["La Secretaría de la Comisión de Redes"]],
    [["أمين لجنة الشباك"]],
  ])("is none that reports to a plenary, and no person in office: %j", (lines) => {
    expect(read(...lines).body.name).toBeUndefined();
  });

  it.each([
    [["Mending of old nets and hooks — Report by the Chairman of the Dedicated Session of the Committee on Nets and Lines"]],
    [["The Secretariat of the Nets Committee has written this for the fifth meeting of those who mend."]],
    [["Assemblies: Ninth Series of Meetings", "The Ninth Series of Meetings of the Friends took place from 5 May to 9 May 2031"]],
    [["Annex D - Criteria of the Nets Committee"]],
    [["Nets Logo-topNets Union"]],
  ])("is named by no sentence and by no annex: %j", (lines) => {
    expect(read(...lines).body.name ?? "").not.toMatch(/has written|5 May|Annex|Logo/);
  });
});

describe("the body that meets, with its session,", () => {
  it.each([
    ["Committee on Nets", "Committee on Nets", "Tenth session"],
    ["渔网委员会", "渔网委员会，第十届会议"],
    ["لجنة الشباك", "لجنة الشباك، الدورة العاشرة"],
    ["Comité de Redes", "Décimo período de sesiones del Comité de Redes"],
    ["Assemblée des pilotes", "Dixième session de l’Assemblée des pilotes"],
    ["Conference on Nets", "Conference on Nets, Tenth", "session"],
    ["Office des filets et Conseil des ports", "Dixième session de l'Office des filets et Conseil des ports"],
    ["COMITÉ DE REDES", "DÉCIMO PERÍODO DE SESIONES DEL COMITÉ DE REDES"],
  ])("may stand below the place and the days: %s", (name, ...lines) => {
    expect(read("Vienna", "5-9 May 2031", ...lines).body.name).toBe(name);
  });
});

describe("the symbol of a document", () => {
  it.each([
    ["NETS COMMITTEE NC 10/1*", "NC 10/1"],
    ["FISH NC 10/1 10 December 2031 Original: ENGLISH", "NC 10/1"],
    ["NC 10/1 April 2031", "NC 10/1"],
    ["NETS/GROUP-A/Doc. 2.2, p. 1", "NETS/GROUP-A/Doc. 2.2"],
    ["NET-Ext.(31)/Doc. 3.1", "NET-Ext.(31)/Doc. 3.1"],
    ["Net-XVI/INF. 4", "Net-XVI/INF. 4"],
    ["CNH(2031)OJ1", "CNH(2031)OJ1"],
    ["NET-AS (2031) 07 3 October 2031", "NET-AS (2031) 07"],
    ["Réf. NT(2031)47-OJ1", "NT(2031)47-OJ1"],
    ["Ref.: NT/9/1", "NT/9/1"],
  ])("may stand beside other words, and be numbered as its item: %s", (line, symbol) => {
    expect(read(line).agenda.symbol).toBe(symbol);
  });

  it.each(["Document: NET/12/1", "Documento: NET/12/1", "Документ: NET/12/1", "文件：NET/12/1", "الوثيقة: NET/12/1"])(
    "may be called a document: %s",
    (line) => {
      expect(read(line).agenda.symbol).toBe("NET/12/1");
    },
  );

  it.each([
    [
      ["Программа сетей", "Объединенных сетей по NETP/CHW.6/1/Add.1", "25 ноября 2031 года морям", "Original: ENGLISH"],
      "NETP/CHW.6/1/Add.1",
    ],
    [["Nets fund for NETP/CHW.6/1", "and seas, as in NETP/CHW.6/2", "Original: ENGLISH"], undefined],
    [["Nets Commission\t\t\tN/NC/51/1", "Tenth session", "Day\tHour\tItem\tDocument", "Monday\t10:00\t1. Nets\tN/NC/51/2"], "N/NC/51/1"],
  ])("stands above the language of the original, or above a table of others: %j", (lines, symbol) => {
    expect(read(...lines).agenda.symbol).toBe(symbol);
  });

  it("is none of those in a table of other papers above the agenda", () => {
    const rows = ["Item\tTitle\tDocument\tPlan", "\tOpening\tN31/2\tPlan", "\tNets\tN31/3\tPlan", "\t\tN31/4\t"];
    expect(read("Nets Council", ...rows).agenda.symbol).toBeUndefined();
  });

  it("heads each page, and is then no document of the item above it; circulars are quoted only", () => {
    const pages = ["NETS COMMITTEE NC 10/1", ...AGENDA, "NC 10/1", "Page 2", "4. Boats", "5. Report (Circular NC/Circ.5)"];
    const { meeting } = composeDraft(readPasted(pages.join("\n")));
    expect(meeting.documents).toEqual([]);
    expect(meeting.agenda.items).toHaveLength(5);
  });
});

describe("place and dates", () => {
  const PLACES: Gazetteer = { isCity: (name) => name === "London", isRegion: () => false, findZone: () => ({ kind: "unasked" }) };

  it.each([
    "The tenth meeting of the Nets Committee will be held on Monday, 5 May 2031, from 10 a.m. to 1 p.m.",
    "La dixième réunion du Comité des filets se tiendra le lundi 5 mai 2031, de 10 h à 13 h.",
    "سيُعقد اجتماع لجنة الشباك يوم الاثنين 5 مايو 2031، من الساعة 10:00 صباحًا إلى 1:00 ظهرًا.",
  ])("are one day that a sentence gives with its hours: %s", (line) => {
    expect(read(line)).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-05" });
    expect(read(line.replace(/meeting|réunion|اجتماع/, "Bureau")).opensOn).toBeUndefined();
  });

  it("are none of several days by which papers are due", () => {
    const { meeting } = draft([
      "Tenth Meeting of the Nets Committee",
      "Papers due",
      "Friday, 2 May 2031 - 09:00",
      "Monday, 5 May 2031 - 09:00",
    ]);
    expect([meeting.opensOn, meeting.closesOn]).toEqual([undefined, undefined]);
  });

  it("are apart from a body that is named on their line", () => {
    const { meeting } = draft(["Programme for the Tenth Session of the", "Nets Committee, London, 5-9 May 2031"], PLACES);
    expect(meeting).toMatchObject({ body: { name: "Nets Committee" }, city: "London" });
  });

  it.each([
    ["London (England), 5-9 May 2031", "London"],
    ["London（England），2031年5月5日至9日", "London"],
    ["伦敦（英国），2031年5月5日至9日", "伦敦"],
    ["لندن (المملكة المتحدة)، 5-9 أيار/مايو 2031", "لندن"],
    ["5–9 мая 2031 г., London", "London"],
  ])("may have the country in brackets, and a stop between them: %s", (line, city) => {
    expect(draft([line], PLACES).meeting).toMatchObject({ city, opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it("are not called by the label of their dates", () => {
    expect(draft(["Lieu : London", "Date : du 5 au 9 mai 2031"], PLACES).meeting).toMatchObject({ city: "London", opensOn: "2031-05-05" });
    expect(draft(["Place: London", "Date: from 5 to 9 May 2031"], PLACES).meeting).toMatchObject({ city: "London", opensOn: "2031-05-05" });
  });

  it.each([
    "to be held at Net House, 4 Quay Street, London SE1 7SR from 5 to 9 May 2031",
    "The tenth session is to be held from 5 to 9 May 2031 at Net House, 4 Quay Street, London SE1 7SR.",
  ])("are read beside the address of a house: %s", (line) => {
    expect(draft([line], PLACES).meeting).toMatchObject({ city: "London", opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it("are read beside a city that is still to be confirmed", () => {
    expect(draft(["London (to be confirmed), England, 5-9 May 2031"], PLACES).meeting.city).toBe("London");
  });

  it.each(["No. 3 - 23 May 2031", "№ 3 - 23 мая 2031 года", "العدد 3- 23 مايو 2031"])(
    "do not begin with the number of an issue: %s",
    (line) => {
      expect(draft([line]).meeting.opensOn).toBeUndefined();
    },
  );

  it("may be without a year, and the place is read all the same", () => {
    const { meeting } = draft(["London, England, 5-9 May"], PLACES);
    expect([meeting.city, meeting.opensOn]).toEqual(["London", undefined]);
  });

  it.each(["London, D.C., England, 5-9 May 2031", "COMMITTEE OF THE AMERICAS London, D.C., England, 5-9 May 2031"])(
    "may stand behind a city with its district: %s",
    (line) => {
      expect(draft([line], PLACES).meeting.city).toBe("London, D.C.");
    },
  );

  it("may be followed by a country and its city in one word of Chinese", () => {
    const places: Gazetteer = { isCity: (name) => name === "日内瓦", isRegion: () => false, findZone: () => ({ kind: "unasked" }) };
    expect(draft(["2031年5月5-9日,瑞士日内瓦"], places).meeting.city).toBe("日内瓦");
  });

  it("may be a range of days before a month's number", () => {
    expect(read("روما، 18-23/6/2031")).toMatchObject({ opensOn: "2031-06-18", closesOn: "2031-06-23" });
  });
});

describe("days in several parts", () => {
  it.each([
    ["Rome, 27 September – 2 October and 10 October 2031", "2031-09-27", "2031-10-10"],
    ["Rome, du 27 au 30 septembre et le 10 octobre 2031", "2031-09-27", "2031-10-10"],
    ["Roma, 5, 6 y 9 de mayo de 2031", "2031-05-05", "2031-05-09"],
    ["Рим, 5–9 и 12 мая 2031 года", "2031-05-05", "2031-05-12"],
    ["Конференция по сетям (Рим, 5-9 мая 2031 года, пункт 3 повестки дня)", "2031-05-05", "2031-05-09"],
    ["Conference on Nets (Rome, 5-9 May 2031, item 3 of the agenda)", "2031-05-05", "2031-05-09"],
    ["Рим, 5, 6 и 7 мая 2031 года", "2031-05-05", "2031-05-07"],
    ["Tenth session, Rome, 28 March and 1 April 2031", "2031-03-28", "2031-04-01"],
    ["Friday, 9 May 2031 (9 am – 5.30 pm) – Saturday, 10 May 2031 (9 am – 12 noon)", "2031-05-09", "2031-05-10"],
    ["du lundi 5 mai 2031 (9 h 30) au vendredi 9 mai 2031 (13 h)", "2031-05-05", "2031-05-09"],
    ["from 9 a.m. on Monday 5 May to 1 p.m. on Friday 9 May 2031", "2031-05-05", "2031-05-09"],
  ])("are from the first to the last: %s", (line, opensOn, closesOn) => {
    expect(read("Nets Committee", line)).toMatchObject({ opensOn, closesOn });
  });

  it.each(["Papers are due on 5 and 9 May 2031.", "Deadlines: 5 and 9 May 2031", "They meet from 3 to 6 p.m. on Friday, 9 May 2031."])(
    "are none where papers are due, nor hours of one: %s",
    (line) => {
      expect(read("Nets Committee", line).opensOn).toBeUndefined();
    },
  );
});

describe("the days of a session", () => {
  it.each([
    "The tenth session of the Nets Committee will be held in Rome from 5 to 9 May 2031.",
    "La dixième session se tiendra à Rome du 5 au 9 mai 2031.",
    "El décimo período de sesiones se celebrará en Roma del 5 al 9 de mayo de 2031.",
    "第十届会议将于2031年5月5日至9日在罗马举行。",
    "ستعقد الدورة العاشرة للجنة في روما في الفترة من 5 إلى 9 مايو 2031.",
  ])("are said below its agenda: %s", (sentence) => {
    const session = /^\p{Script=Latin}/u.test(sentence)
      ? /^(?:The|La|El) (\S+ (?:session|período de sesiones))/u.exec(sentence)?.[1]
      : /第十届会议|الدورة العاشرة/u.exec(sentence)?.[0];
    const lines = ["Nets Committee", session ?? "", ...AGENDA, "Annotations", "1. Nets", sentence];
    expect(composeDraft(readPasted(lines.join("\n"))).meeting).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it("begin where a sentence says only when it opens, and where its body begins its work", () => {
    expect(
      read("Nets Committee", "Tenth session", "The tenth session of the Committee will open on Monday, 5 May 2031, at 10 a.m."),
    ).toMatchObject({
      opensOn: "2031-05-05",
    });
    const work =
      "The Committee will start its substantive work on Monday, 5 May 2031, and is expected to complete it by Friday, 9 May 2031.";
    expect(read("Nets Committee", "Tenth session", work)).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it("may have the ordinal of the session in words, and a day above its hours", () => {
    const first = [
      "1 The sixty-seventh session of the Committee will be held at Net Headquarters, from Monday,",
      "5 to Friday, 9 May 2031.",
    ];
    expect(read("Nets Committee", "67th session", ...first)).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
    expect(read("Consejo de Redes", "5 de mayo de 2031", "Horas: 9.00 a 17.30")).toMatchObject({ opensOn: "2031-05-05" });
    expect(read("Nets Council", "Rome, Italy (Net House), 2031-05-05/09")).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it.each([
    "Registration for the tenth session will open on Monday, 5 May 2031, at 8 a.m. in the lobby of the house of nets.",
    "The next session of the Committee will be held in Rome from 5 to 9 May 2032.",
    "The eleventh session of the Committee will be held in Rome.",
    "Report of the ninth session (Rome, 5-9 May 2030)",
    "The Working Group will start its work on Monday, 5 May 2031, and complete it by Friday, 9 May 2031.",
  ])("are not those of another, nor of another body: %s", (line) => {
    expect(read("Nets Committee", "Tenth session", line).opensOn).toBeUndefined();
  });

  it.each(["2031 Session, Rome, 25 May – 2 June", "Session de 2031, Rome, 25 mai – 2 juin", "2031年会议，5月25日至6月2日，罗马"])(
    "are of its year: %s",
    (line) => {
      expect(read("Nets Council", line)).toMatchObject({ opensOn: "2031-05-25", closesOn: "2031-06-02" });
    },
  );
});

describe("the day of a journal", () => {
  it.each([
    [["Journal No. 3", "Tuesday, 6 May 2031"]],
    [["Journal N° 3", "Mardi 6 mai 2031"]],
    [["Diario n.º 3", "Martes 6 de mayo de 2031"]],
    [["Бюллетень № 3. Вторник, 6 мая 2031 года"]],
    [["会议日刊 第3期 2031年5月6日，星期二"]],
    [["العدد 3، 6 أيار/ مايو 2031"]],
    [["Order of the day", "for Tuesday, 6 May 2031"]],
  ])("is the meeting's, where no other days are printed: %j", (head) => {
    const readJournal = (lines: readonly string[]) =>
      composeDraft(readPasted(["Nets Assembly", ...lines, "10:00 Plenary meeting"].join("\n"))).meeting;
    expect(readJournal(head)).toMatchObject({ opensOn: "2031-05-06", closesOn: "2031-05-06" });
    expect(readJournal(["Tenth session, 5-9 May 2031", ...head])).toMatchObject({ opensOn: "2031-05-05", closesOn: "2031-05-09" });
  });

  it("is none where a programme has several, or where a paper was issued", () => {
    const days = ["Tuesday, 6 May 2031", "10:00 Plenary meeting", "Wednesday, 7 May 2031", "10:00 Plenary meeting"];
    expect(composeDraft(readPasted(["Nets Assembly", ...days].join("\n"))).meeting.opensOn).toBeUndefined();
    expect(read("Nets Assembly", "6 May 2031").opensOn).toBeUndefined();
    expect(read("Strasbourg, 6 May 2031        NA-PL(2031)3", "Nets Assembly").opensOn).toBeUndefined();
  });
});

describe("a masthead that contradicts itself", () => {
  const listDoubts = (...lines: readonly string[]) =>
    draft(lines).warnings.flatMap(({ code, line, message }) =>
      code === "wrong-weekday" || code === "other-year" ? [{ code, line, message }] : [],
    );

  it("is quoted where a weekday is not that of its date", () => {
    expect(listDoubts("Nets Committee", "Rome, from Monday, 6 May to Friday, 9 May 2031")).toMatchObject([
      { code: "wrong-weekday", line: 2, message: expect.stringContaining("2031-05-06") as string },
    ]);
    expect(listDoubts("Nets Committee", "Rome, from Monday, 5 May to Friday, 9 May 2031")).toEqual([]);
  });

  it("is quoted where the same days are printed with another year", () => {
    const lines = ["Nets Committee", "Rome, 5-9 May 2031", "The session will be held in Rome from 5 to 9 May 2030."];
    expect(listDoubts(...lines)).toMatchObject([{ code: "other-year", line: 3 }]);
  });
});
