import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** What a document must show before a numbered line of it is an item, or a name its body. */

const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n")));
const listTitles = ({ meeting }: Draft) => meeting.agenda.items.map(({ title }) => title);

describe("a numbered list that no heading announces", () => {
  it.each([
    ["1. Opening of the session", "2. Nets", "3. Hooks"],
    ["1. Filets", "2. Hameçons", "3. Questions diverses"],
    ["1. Redes", "2. Anzuelos", "3. Clausura"],
    ["1. Сети", "2. Крючки", "3. Прочие вопросы"],
    ["1. 渔网", "2. 鱼钩", "3. 其他事项"],
    ["1. الشباك", "2. الصنارات", "3. مسائل أخرى"],
  ])("is an agenda where it opens or ends as agendas do: %s, %s, %s", (...lines) => {
    expect(listTitles(read(...lines))).toHaveLength(3);
  });

  it("is none where nothing in it is of an agenda", () => {
    expect(listTitles(read("How to mend a net", "1. Nets", "2. Hooks", "3. Lines"))).toEqual([]);
  });

  it("is none where its words stand in the midst of titles, as those of contacts and of the parts of a standard do", () => {
    expect(listTitles(read("1. Registration and credentials: nets@example.org", "2. Rooms", "3. Bureau for members"))).toEqual([]);
    const parts = [1, 2, 3].flatMap((part) => [
      `${part}     Nets`,
      ...[1, 2, 3, 4].map((at) => `${part}.${at}     Preparation of reports`),
    ]);
    expect(listTitles(read(...parts))).toEqual([]);
  });

  it("is none where its lines are persons, deadlines, or parts with a passage below each", () => {
    expect(listTitles(read("Participants", "1. Mr. John Smith", "2. Ms. Li Wei", "3. Opening of the session"))).toEqual([]);
    expect(listTitles(read("1. Submission: 1 February 2031", "2. Notice: 1 March 2031", "3. Opening: 10 March 2031, 9:00"))).toEqual([]);
    const parts = ["1. Venue", "2. Opening of the session", "3. Other matters"].flatMap((part) => [
      part,
      "The Council meets in the Hall of Nets.",
    ]);
    expect(listTitles(read("Council on Nets", ...parts))).toEqual([]);
  });

  it("is none of persons below an agenda's heading either", () => {
    expect(listTitles(read("Agenda item contacts", "1. Ms. Anna Berg, tel. 123", "2. Mr. Karl Olsen, tel. 124"))).toEqual([]);
  });

  it.each([
    ["Item 1 of the provisional agenda. Opening", "Item 2 of the provisional agenda. Nets"],
    ["Point 1 de l’ordre du jour provisoire. Opening", "Point 2 de l’ordre du jour provisoire. Nets"],
    ["Tema 1 del orden del día. Opening", "Tema 2 del orden del día. Nets"],
    ["Пункт 1 повестки дня. Opening", "Пункт 2 повестки дня. Nets"],
  ])("is one where each line calls itself an item of it, which is no part of the title: %s", (...lines) => {
    expect(listTitles(read(...lines))).toEqual(["Opening", "Nets"]);
  });
});

describe("an agenda within a report", () => {
  it("ends where the next section has the next paragraph", () => {
    const draft = read(
      "B. Adoption of the agenda",
      "4. At its first meeting the Council adopted the following agenda:",
      "1. Opening of the session.",
      "2. Nets.",
      "3. Hooks.",
      "4. Adoption of the report.",
      "C. Attendance",
      "5. The session was attended by 30 States.",
    );
    expect(listTitles(draft)).toEqual(["Opening of the session", "Nets", "Hooks", "Adoption of the report"]);
    expect(draft.warnings).toContainEqual(expect.objectContaining({ code: "left-out-text", line: 8 }));
  });
});

describe("a report", () => {
  it("has sections, of which one may be the agenda, and no items", () => {
    const draft = read(
      "General report",
      "I. OPENING OF THE WORK",
      "The work is opened by the Chair.",
      "II. AGENDA",
      "The draft agenda is adopted.",
      "III. NETS BOARD",
      "3.1. REPORT OF THE SECRETARY",
    );
    expect(listTitles(draft)).toEqual([]);
  });
});

describe("the first of several agendas", () => {
  it("is that right below its heading, whatever headings stand above it", () => {
    const draft = read(
      "Agenda of the Nets Board and of its committees",
      "Nets Board",
      "Agenda",
      "1.",
      "Adoption of the record",
      "2.",
      "Nets",
      "Hooks Committee",
      "Agenda",
      "1.",
      "Hooks",
    );
    expect(listTitles(draft)).toEqual(["Adoption of the record", "Nets"]);
  });

  it("on one line is that whose items follow each other closely, and no paragraphs around it", () => {
    const opened =
      "The session was opened by its Chair, who welcomed all who had come from afar and from near, and told them of the sea. ".repeat(3);
    const list = "1. Opening of the session 2. Adoption of the agenda 3. Nets 4. Hooks";
    const draft = read(`REPORT 1. ITEM ONE – Opening ${opened}2. ITEM TWO – Adoption The Board adopted the following agenda: ${list}`);
    expect(listTitles(draft)).toEqual(["Opening of the session", "Adoption of the agenda", "Nets", "Hooks"]);
  });

  it("on one line of Chinese has its items, and its date may be set apart", () => {
    const head = "渔网公约 缔约方会议第三届会议 2031 年 5 月 5 日至 9 日, 罗马 临时议程和说明 执行秘书的说明 一 临时议程";
    const items = "1. 会议开幕 2. 组织事项 : (a) 通过议程 ; (b) 选举主席团成员 3. 附属机构的报告以及由此产生的决定和结论 4. 渔网 5. 鱼钩";
    const draft = read(`${head} ${items} ${"关于旧渔网和新渔网的工作方案以及预算".repeat(8)}`);
    expect(listTitles(draft).slice(0, 4)).toEqual(["会议开幕", "组织事项", "附属机构的报告以及由此产生的决定和结论", "渔网"]);
    expect([draft.meeting.opensOn, draft.meeting.closesOn]).toEqual(["2031-05-05", "2031-05-09"]);
  });
});

describe("letters in a timetable", () => {
  it("are of no item where several of the agenda are named in brackets above them", () => {
    const draft = read(
      "Rome, 5-9 May 2031",
      "Draft Agenda and Programme",
      "Tuesday, 6 May",
      "10:00-13:00 Subgroup on Finance",
      "Financial Matters (Items 8 and 9 of the Agenda)",
      "a) Nets and what they cost",
    );
    expect(draft.meeting.agenda.items.flatMap(({ subitems = [] }) => subitems)).toEqual([]);
    expect(draft.warnings).toContainEqual(expect.objectContaining({ code: "left-out-text", line: 6 }));
  });
});

describe("a table of contents", () => {
  it.each([
    ["Contents", "1- Date and hours of work", "2- Programme of work", "3- Report of meetings"],
    ["المحتويات", "1- التاريخ وساعات العمل", "2- برنامج عمل الجمعية", "3- تقرير الجلسات"],
    ["Содержание", "I. Участники 1 6", "II. Открытие сессии 2-10 6", "III. Утверждение повестки дня 11-12 8"],
    ["目录", "一、会议开幕", "二、通过议程", "三、其他事项"],
  ])("gives no items, with pages or without: %s", (...lines) => {
    expect(listTitles(read("Nets Committee", "Ninth session", "Rome, 5-9 May 2031", ...lines))).toEqual([]);
  });

  it("ends where its first number comes again", () => {
    const draft = read("Contents", "I. Provisional agenda", "II. Annotations", "I. Provisional agenda", "1. Opening", "2. Nets");
    expect(listTitles(draft)).toEqual(["Opening", "Nets"]);
  });
});

describe("annotations that call each item so", () => {
  it("have paragraphs whose numbers stand alone, and which are no items", () => {
    const draft = read(
      "Annotations to the provisional agenda",
      "Item 1. Election of officers",
      "2.",
      "The Committee elects a Chair and three Vice-Chairs from among its members.",
      "Item 2. Adoption of the agenda",
    );
    expect(listTitles(draft)).toEqual(["Election of officers", "Adoption of the agenda"]);
  });

  it("begin no day where a sentence goes on in a line with its date and hour", () => {
    const draft = read(
      "Nets Committee",
      "Rome, 5-9 May 2031",
      "Item 1. Opening",
      "The ceremony of the session takes place on",
      "Monday, 5 May 2031, at 10 a.m., chaired by the President of the last session.",
      "2. Members are elected.",
    );
    expect(draft.meeting.slots).toEqual([]);
  });
});

describe("the body of a meeting", () => {
  it("stands above the heading of the agenda, and no line below it is its name", () => {
    const draft = read(
      "Fishing Board",
      "Forty-sixth executive session",
      "Rome, 5-9 May 2031",
      "Provisional agenda and annotations",
      "Election of a new President of the fifty-fifth session of the",
      "Board, as well as a new Vice-president from the islands",
    );
    expect(draft.meeting.body.name).toBe("Fishing Board");
  });

  it.each([
    ["The eighteenth session of the World Fishing Congress will open in Rome.", "World Fishing Congress"],
    ["The Board took note of the agenda of the ninth session of the Nets Committee.", "Nets Committee"],
    ["The Fishing Council will mend nets. The Fishing Council Chair speaks. Then the Fishing Council will close.", "Fishing Council"],
    ["La novena reunión del Comité de Redes se celebrará en Roma.", "Comité de Redes"],
    ["La neuvième session de la Commission des filets sera ouverte à Rome.", "Commission des filets"],
  ])("may be named by a sentence alone, which is then quoted: %s", (sentence, name) => {
    const { meeting, warnings } = read("Agenda", "1. Opening", sentence, "2. Nets");
    expect(meeting.body.name).toBe(name);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "body-in-text", line: 3 }));
  });

  it.each([
    ["340th session of the Nets Board", "Nets Board"],
    ["7th Meeting of the Nets Committee , , 27-29 May 2031", "Nets Committee"],
    ["La 142.ª reunión del Consejo de Redes se celebra en Roma del 22 al 27 de enero de 2031.", "Consejo de Redes"],
  ])("is named behind its session: %s", (line, name) => {
    expect(read(line, "Nets and hooks are mended.").meeting.body.name).toBe(name);
  });

  it("is not named by sentences that name several", () => {
    const { meeting } = read(
      "Agenda",
      "1. Opening",
      "The Nets Council will meet. The Hooks Board will meet. The Lines Panel will meet.",
      "2. Nets",
    );
    expect(meeting.body.name).toBeUndefined();
  });

  it.each([
    ["COMITE DE REDES", "Vigesimonoveno periodo de sesiones", "Comite de Redes"],
    ["COMITE DES FILETS", "Quarantieme reunion", "Comite des filets"],
  ])("is read where its accents are lost: %s", (name, session, expected) => {
    const { body } = read(name, session, "Agenda", "1. Opening", "2. Nets").meeting;
    expect(body.name?.toString().toLowerCase()).toBe(expected.toLowerCase());
  });

  it("is no organ of the session, and no line that goes on in the midst of a sentence", () => {
    const { body } = read(
      "Credentials Committee",
      "PAR LA COMMISSION DES FILETS",
      "Committee A",
      "Agenda",
      "1. Opening",
      "2. Nets",
    ).meeting;
    expect(body.name).toBeUndefined();
  });

  it("ends before the place that runs on with it", () => {
    const line = "Eighteenth meeting of the Conference of the Parties Rome (Italy), 5-9 May 2031";
    const draft = composeDraft(
      readPasted([line, "Agenda", "1. Opening", "2. Nets"].join("\n")),
      {},
      { isCity: (name) => name === "Rome", isRegion: () => false, findZone: () => ({ kind: "unasked" }) },
    );
    expect(draft.meeting.body.name).toBe("Conference of the Parties");
  });
});
