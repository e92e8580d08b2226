import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import type { Gazetteer } from "../src/documents/sections/gazetteer.ts";
import { numberDraftItems } from "../src/meeting/draft.ts";

/** Agendas as the pages of organizations print them, and as they come when they are copied from there. */

const read = (lines: readonly string[], places?: Gazetteer): Draft => composeDraft(readPasted(lines.join("\n")), {}, places);
const list = ({ meeting }: Draft): readonly string[] =>
  numberDraftItems(meeting.agenda.items).map(({ number, item }) => `${number} ${typeof item.title === "string" ? item.title : ""}`);
const listCodes = ({ warnings }: Draft): readonly string[] => warnings.map(({ code }) => code);
const listSittings = ({ meeting }: Draft): readonly string[] =>
  meeting.slots.map(({ start, items }) => [start.slice(8), ...items].join(" "));

describe("an agenda in groups", () => {
  it.each(["Programme and budget matters", "Schedule of contributions", "Programme de travail", "Programa de trabajo", "Программа работы"])(
    "goes on below the heading of a group, whatever else it could announce: %s",
    (heading) => {
      expect(list(read(["Agenda", "", "1. Nets", "2. Hooks", "", heading, "", "3. Lines", "4. Report"]))).toEqual([
        "1 Nets",
        "2 Hooks",
        "3 Lines",
        "4 Report",
      ]);
    },
  );

  it("loses no item without a word where its list ends early", () => {
    const draft = read(["Agenda", "1. Nets", "2. Hooks", "Annex", "3. Lines", "4. Report"]);
    expect(list(draft)).toEqual(["1 Nets", "2 Hooks"]);
    expect(draft.warnings.map(({ message }) => message).join("\n")).toMatch(/3\. Lines[^]*4\. Report/);
  });

  it("quotes a numbered line that it cannot read as an item", () => {
    const draft = read(["Agenda", "1. Nets", "2. Hooks", "3. 1.4 Lines", "4. Report"]);
    expect(draft.warnings.map(({ message }) => message).join("\n")).toContain("3. 1.4 Lines");
  });
});

describe("a title", () => {
  it.each(["2030 targets for nets", "2001-2010: decade of nets", "2031年渔网工作计划"])("may begin with a year: %s", (title) => {
    expect(list(read(["Agenda", "1. Hooks", `2. ${title}`, "3. Report"]))).toContain(`2 ${title}`);
  });
});

describe("numbered paragraphs", () => {
  it.each([
    "委员会在第九届会议上欢迎工作组报告中关于渔网的建议，并决定在下届会议上继续审议这一问题。",
    "请各代表团就渔网问题提出意见。每一代表团可由两名顾问陪同。",
  ])("are no items in Chinese either: %s", (paragraph) => {
    expect(read(["渔业委员会", "第十届会议", "", `1. ${paragraph}`, `2. ${paragraph}`, `3. ${paragraph}`]).meeting.agenda.items).toEqual(
      [],
    );
  });
});

describe("a Chinese document", () => {
  it("may set its headings wide, and its numbers apart from their titles", () => {
    const draft = read([
      "渔业理事会",
      "",
      "第九届会议",
      "",
      "暂 定 议 程",
      "",
      "1.",
      "",
      "通过议程",
      "",
      "2.",
      "",
      "渔网",
      "",
      "2.1",
      "",
      "旧渔网",
    ]);
    expect(list(draft)).toEqual(["1 通过议程", "2 渔网", "2.1 旧渔网"]);
  });

  it("is not issued on the day on which its meeting is", () => {
    const { meeting } = read(["渔业理事会", "", "第九届会议", "", "2031年5月5日，罗马", "", "议程", "1. 渔网", "2. 鱼钩"]);
    expect(meeting.agenda.issuedOn).toBeUndefined();
  });
});

describe("the body of a masthead", () => {
  it.each([
    ["Assemblies of the Members of the Fishing Union: Fifth Series of Meetings", "Assemblies of the Members of the Fishing Union"],
    ["COMMITTEE ON NETS Ninth session Rome, 5-9 May 2031", "COMMITTEE ON NETS"],
  ])("is named as it is printed: %s", (line, name) => {
    expect(read([line, "", "5-9 May 2031", "", "Agenda", "1. Nets", "2. Hooks"]).meeting.body.name).toBe(name);
  });

  it("may have a programme in its name", () => {
    const { meeting } = read(["Programme Committee", "", "Ninth Session", "", "Rome, 5-9 May 2031", "", "Agenda", "1. Nets", "2. Hooks"]);
    expect(meeting.body.name).toBe("Programme Committee");
  });

  it.each(["Fishing Council Chamber", "Fishing Assembly Hall", "Committee on Nets 10 a.m.1 p.m. ....."])(
    "is no room, and has no hours: %s",
    (line) => {
      const { meeting } = read(["Official meetings", line, "Seventy-first session", "", "Agenda", "1. Nets", "2. Hooks"]);
      expect(meeting.body.name).toBeUndefined();
    },
  );

  it("stands above the table of contents of a report, and is no entry of it", () => {
    const contents = [
      "Contents",
      "",
      "Election of the Chair and members of the Drafting Committee",
      "Report of its session (Rome, 9-13 May 2030)",
    ];
    const { meeting } = read(["CL 9/REP", "", "Council", "", "Ninth Session", "", ...contents]);
    expect([meeting.agenda.symbol, meeting.body.name, meeting.opensOn]).toEqual(["CL 9/REP", "Council", undefined]);
  });
});

describe("a table that was taken apart as it was copied", () => {
  const ROWS = [
    "1.",
    "Opening",
    "2.",
    "Report of the ninth session of the Net Panel, 12–15 May 2031, Lima, Peru",
    "2.1",
    "Hooks",
    "3.",
    "Lines",
  ];
  const APART = ROWS.flatMap((cell, at) => (at % 2 === 0 ? ["|", "|", cell, "|"] : [cell]));

  it("is read row by row, and its titles give no dates and no place", () => {
    const draft = read([...APART.slice(1), "|"]);
    expect(list(draft)).toEqual([
      "1 Opening",
      "2 Report of the ninth session of the Net Panel, 12–15 May 2031, Lima, Peru",
      "2.1 Hooks",
      "3 Lines",
    ]);
    expect([draft.meeting.opensOn, draft.meeting.city]).toEqual([undefined, undefined]);
  });

  it("ends where its rows do", () => {
    expect(list(read([...APART.slice(1), "|", "Printed on paper"])).at(-1)).toBe("3 Lines");
  });
});

describe("a document whose line ends were lost", () => {
  const GLUED = [
    "F/NETS/9/1General5 May 2031Original: EnglishFishing CommissionWorking Party on Nets115th sessionRome, 5-9 May 2031",
    "Provisional agenda and annotations for the session, to be held in Rome, at the seat of the commission, at the usual hours.",
    "I.Provisional agenda 1.Adoption of the agenda.2.Nets and all that belongs to them, as asked for by the ninth session:",
    "(a)Nets that are old and nets that are new;(i)Mending;(ii)Dyeing.(b)Hooks, lines and other gear of small boats.",
    "3.Boats of the smallest size, whoever built them, and how they can be kept afloat for longer than now.4.Other business.",
  ].join("");

  it("gives its items, each where it stands", () => {
    expect(list(read([GLUED])).map((item) => item.split(" ").slice(0, 2).join(" "))).toEqual([
      "1 Adoption",
      "2 Nets",
      "2(a) Nets",
      "2(a)(i) Mending",
      "2(a)(ii) Dyeing",
      "2(b) Hooks,",
      "3 Boats",
      "4 Other",
    ]);
  });

  it("gives its body, without the number of the session", () => {
    expect(read([GLUED]).meeting.title).toMatch(/Working Party on Nets, 115th session$/);
  });
});

describe("an address above the agenda", () => {
  it("gives the city, where that is one", () => {
    const places: Gazetteer = {
      isCity: (name) => name === "Paris",
      isRegion: () => false,
      findZone: () => ({ kind: "known", zone: "Europe/Paris" }),
    };
    const lines = [
      "22 June - 5 July 2031,",
      "",
      "ROOM II",
      "7 Place of Nets",
      "75007 Paris",
      "France",
      "",
      "Agenda",
      "1. Nets",
      "2. Hooks",
    ];
    expect(read(lines, places).meeting.city).toBe("Paris");
  });
});

describe("a sitting of a timetable", () => {
  it("has the room in which it is, and its number is no part of that", () => {
    const draft = read([
      "Rome, 5-9 May 2031",
      "Agenda",
      "1. Nets",
      "2. Hooks",
      "Monday, 5 May",
      "10 a.m.-1 p.m.",
      "Third plenary meeting Red Room",
      "Item 1",
    ]);
    expect(draft.meeting.slots).toMatchObject([{ venue: "Red Room", items: ["1"] }]);
  });

  it("has no items of the agenda where it counts its own, and the others keep theirs", () => {
    const draft = read([
      "Rome, 5-9 May 2031",
      "Timetable",
      "Monday, 5 May",
      "10.00-13.00",
      "Item 1 Adoption of the agenda",
      "Item 2 Mending of nets",
      "Item 3 Dyeing of nets",
      "Tuesday, 6 May",
      "10.00-13.00",
      "Joint Meeting with the Hooks Committee",
      "Item 1 Welcome to both committees",
      "Item 2 Hooks for small boats",
      "Wednesday, 7 May",
      "10.00-13.00",
      "Item 4 Any other business",
    ]);
    expect(listSittings(draft)).toEqual(["05T10:00 1 2 3", "07T10:00 4"]);
    expect(listCodes(draft)).toContain("own-numbers");
  });
});
