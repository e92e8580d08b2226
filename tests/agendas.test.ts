import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import type { Gazetteer } from "../src/documents/sections/gazetteer.ts";
import { numberDraftItems } from "../src/meeting/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Agenda lists and mastheads as other houses print them. */

const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n")));
const items = ({ meeting }: Draft) => meeting.agenda.items.map(({ number, title }) => `${number} ${JSON.stringify(title)}`);

describe("an agenda list", () => {
  it("stands right below its heading, and is no cover note of numbered paragraphs", () => {
    const draft = read(
      "Provisional agenda",
      "Note by the Secretariat",
      "1. The fifth session of the Committee will be held in Vienna, as the Council decided last year.",
      "2. The attention of members is drawn to the notes, which are in the annex to this document.",
      "PROVISIONAL AGENDA",
      "1. Opening",
      "2. Nets",
      "3. Hooks",
    );
    expect(items(draft)).toEqual(['1 "Opening"', '2 "Nets"', '3 "Hooks"']);
  });

  it("needs no heading where three items follow each other", () => {
    expect(items(read("Fishing Committee", "1. Opening", "2. Nets", "3. Hooks"))).toEqual(['1 "Opening"', '2 "Nets"', '3 "Hooks"']);
  });

  it("needs none where a number is lost between them, and not where most are", () => {
    const list = ["1. Opening", "2. Nets", "4. Hooks", "5. Lines", "6. Report"];
    expect(items(read("Fishing Committee", ...list))).toHaveLength(5);
    expect(items(read("Fishing Committee", "1. Opening", "4. Hooks", "9. Report"))).toEqual([]);
  });

  it("goes on behind a lost number where its lines run together", () => {
    const titles = ["Opening of the session", "Mending of nets that are old", "", "Hooks and eyes for the whole fleet", "Report on lines"];
    const text = titles.flatMap((title, at) =>
      title ? [`${at + 1}. ${title} as decided by the Committee at its last session (No. 8)`] : [],
    );
    const run = `Fishing Committee Agenda ${text.join(" ")} 6. Other matters that members may wish to raise`;
    expect(items(read(run.padEnd(410))).map((item) => item[0])).toEqual(["1", "2", "4", "5", "6"]);
  });

  it("ends a title where a paragraph runs on with it", () => {
    const after =
      "Conformément à l’article 12 du règlement intérieur, le Comité élit son président et deux vice-présidents parmi ses membres.";
    const run = `Comité des filets Point 1. Élection du Bureau ${after} ${after} Point 2. Filets usés Le Comité sera saisi d’un rapport sur les filets usés, sur leur réparation et sur ce qu’il en coûte aux membres.`;
    expect(items(read(run))).toEqual(['1 "Élection du Bureau"', '2 "Filets usés"']);
  });

  it("is none of the paragraphs by which a body decides", () => {
    const draft = read(
      "The Bureau,",
      "1. Having examined document NC/9,",
      "2. Takes note of the agenda of the Committee;",
      "3. Submits the timetable below.",
      "Monday, 5 May 2031",
      "10 a.m.-1 p.m.",
      "1.",
      "Opening",
      "2.",
      "Nets",
    );
    expect(items(draft)).toEqual(['1 "Opening"', '2 "Nets"']);
    expect(draft.meeting.body.name).toBeUndefined();
  });

  it("is none of the sections of a paper that holds no agenda", () => {
    const draft = read(
      "Bulletin of the meeting",
      "1. Schedule",
      "1.1 The opening session of the meeting will be held at Net House on Monday, in the large hall.",
      "2. Registration",
      "2.1 Participants are requested to sign in at the desk in the lobby of the house on the first day.",
      "3. Papers",
      "3.1 Those who wish to present papers are requested to send them to the Secretary of the meeting.",
    );
    expect(items(draft)).toEqual([]);
  });

  it("may name its items behind their titles", () => {
    const draft = read(
      "Annotations",
      "A.Opening of the meeting (item 1 of the provisional agenda)",
      "1. The meeting will be opened at 10 a.m. by the Chair, who was elected last year.",
      "1.Statements by members",
      "B. Nets (item 2 of the provisional agenda)",
      "2. The Committee will have before it a note on nets.",
    );
    expect(items(draft)).toEqual(['1 "Opening of the meeting"', '2 "Nets"']);
  });

  it("is a table too, with the number in one cell and the title in the next", () => {
    const rows = ["Opening", "Nets", "Hooks"].map((title, at) => `<tr><td>${at + 1}</td><td>${title}</td><td>T-${at}</td></tr>`);
    expect(items(read(`<table><tr><td>Agenda item</td><td>Topic</td><td>Paper</td></tr>${rows.join("")}</table>`))).toHaveLength(3);
  });

  it("may be numbered in Roman, with letters below", () => {
    const { meeting } = read("Proposed agenda", "I. Report by the Chair", "II. Work on nets", "A. Old nets", "B. New nets", "III. Hooks");
    expect(meeting.agenda.items.map(({ number, subitems }) => [number, subitems?.map(({ letter }) => letter)])).toEqual([
      ["I", undefined],
      ["II", ["A", "B"]],
      ["III", undefined],
    ]);
  });

  it("may be numbered in Roman, with small letters below, whose annotations follow", () => {
    const lines = [
      "AGENDA",
      "I. OPENING",
      "a) Adoption",
      "b) Statement",
      "II. NETS",
      "III. OTHER MATTERS",
      "a) Hooks",
      "NOTES ON THE AGENDA",
      "I. OPENING",
    ];
    const { meeting } = composeDraft(readPasted(["Rome, 5-9 May 2031", ...lines].join("\n\n")));
    expect(meeting.agenda.items.map(({ number, subitems }) => [number, subitems?.map(({ letter, title }) => [letter, title])])).toEqual([
      [
        "I",
        [
          ["a", "Adoption"],
          ["b", "Statement"],
        ],
      ],
      ["II", undefined],
      ["III", [["a", "Hooks"]]],
    ]);
  });

  it("has its sections numbered in Roman and its items in Arabic", () => {
    const draft = read(
      "PROGRAMA DEL 9º PERÍODO DE SESIONES DEL CONSEJO",
      "I. INTRODUCCIÓN",
      "1. Aprobación del programa",
      "II. REDES",
      "2.",
      "Redes viejas",
    );
    expect(items(draft)).toEqual(['1 "Aprobación del programa"', '2 "Redes viejas"']);
  });

  it("is read off one line, with its subitems, up to what follows it", () => {
    const page = `Fishing Committee Second session PROVISIONAL AGENDA ${"to be held in the main hall of the house ".repeat(9)} 1. Opening FISH/1 2. Nets 2.1 Old nets 2.2 New nets 3. Report * * * NOTES The nets are old.`;
    const { meeting } = read(page);
    expect(meeting.agenda.items.map(({ number, title, subitems }) => [number, title, subitems?.length])).toEqual([
      ["1", "Opening", undefined],
      ["2", "Nets", 2],
      ["3", "Report", undefined],
    ]);
  });

  it("is parted where the end of a line is lost", () => {
    expect(items(read("Provisional agenda", "1. Opening", "2. Nets:", "(a) Old nets;", "(b) New nets.3. Hooks"))).toHaveLength(3);
  });
});

describe("a masthead", () => {
  it("names the body by a word that says what it is, and no heading or treaty for it", () => {
    expect(
      read("International Convention on Nets", "Adoption of the agenda", "Provisional agenda", "1. Opening", "2. Nets").meeting.body.name,
    ).toBe(undefined);
    expect(read("Convention on Nets", "Committee on Nets", "Provisional agenda", "1. Opening", "2. Nets").meeting.body.name).toBe(
      "Committee on Nets",
    );
  });

  it("is read where its spaces are lost, or all stands on one line", () => {
    expect(read("COMMITTEE ON FISHING NETSSixty-ninthsession", "Provisional agenda", "1. Opening", "2. Nets").meeting).toMatchObject({
      body: { name: "COMMITTEE ON FISHING NETS" },
      title: "COMMITTEE ON FISHING NETS, Sixty-ninth session",
    });
    const flat = `F/CN.9/1 Distr.: General 3 May 2031 Original: English Commission on Fishing Nets Fifth session ${"and the rest of a page ".repeat(20)} 1. Opening 2. Nets 3. Hooks`;
    expect(read(flat).meeting.body.name).toBe("Commission on Fishing Nets");
  });
});

describe("an agenda within a document", () => {
  it("stands below the numbered paragraphs that annotate it, and begins anew at 1", () => {
    const draft = read(
      "Annotated provisional agenda",
      "",
      "1. AGENDA ITEM ONE – Opening",
      "",
      "2. AGENDA ITEM TWO – Adoption of the agenda",
      "",
      "2.1 The provisional agenda of the session was circulated to all members of the Committee in May.",
      "",
      "2.2 The Committee is requested to adopt the following agenda, as revised by the Secretariat.",
      "",
      "    1.   Opening",
      "",
      "    2.   Nets and hooks",
      "",
      "    9.   Other matters",
      "",
      "    10.  Closure",
    );
    expect(items(draft)).toEqual(['1 "Opening"', '2 "Nets and hooks"', '9 "Other matters"', '10 "Closure"']);
  });

  it("is whole where a part of it has the agenda's own name", () => {
    const lines = [
      "ORDEN DEL DÍA",
      "Hora: 10:00 a 18:00",
      "I. Apertura",
      "1. Quórum",
      "2. Acta",
      "II. Orden del Día",
      "3. Redes",
      "4. Anzuelos",
    ];
    expect(items(read(...lines))).toEqual(['1 "Quórum"', '2 "Acta"', '3 "Redes"', '4 "Anzuelos"']);
  });

  it.each([
    ["أولاً- جدول الأعمال المؤقت", "1- افتتاح الدورة.", "2- الشباك.", "3- اعتماد التقرير.", "ثانياً- تنظيم الأعمال"],
    ["ثالثا: جدول أعمال", "1- افتتاح الدورة.", "2- الشباك.", "3- اعتماد التقرير.", "رابعا – تنظيم الأعمال"],
    ["一、临时议程", "1. 开幕", "2. 渔网", "3. 通过报告", "二、工作安排"],
    ["I – Provisional agenda", "1. Opening", "2. Nets", "3. Adoption of the report", "II – Organization of work"],
  ])("is headed by a numbered heading, and ends at the next: %s", (...lines) => {
    const draft = read(...lines, "Monday, 5 May 2031", "10.00-13.00  1", "15.00-18.00  2");
    expect(draft.meeting.agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3"]);
    expect(draft.meeting.slots.map(({ items: taken }) => taken)).toEqual([["1"], ["2"]]);
  });

  it.each([
    ["البند (1): افتتاح", "البند (٢): الشباك:", "أ- القديمة", "ب – الجديدة"],
    ["Item (1): Opening", "Item (2): Nets:", "(a) Old ones", "(b) New ones"],
    ["Пункт (1). Открытие", "Пункт (2). Сети:", "а) старые", "б) новые"],
  ])("has numbers and letters as its house sets them: %s", (...lines) => {
    const letters = read("Provisional agenda", ...lines).meeting.agenda.items[1]?.subitems?.map(({ letter }) => letter);
    expect(letters).toEqual(["a", "b"]);
  });
});

describe("the documents of an item", () => {
  it.each([
    "The Commission may wish to consider document A/CN.99/11, in the light of A/CN.99/12.",
    "La Commission pourra examiner le document A/CN.99/11, compte tenu de A/CN.99/12.",
    "Комиссия может рассмотреть доклад, содержащийся в документе A/CN.99/11, с учетом A/CN.99/12.",
    "委员会不妨审议文件A/CN.99/11中的报告，并参照A/CN.99/12。",
  ])("are those that its annotation calls so, and none that it only quotes: %s", (annotation) => {
    const lines = [
      "Provisional agenda",
      "1. Opening",
      "2. Nets",
      "3. Hooks",
      "Annotations",
      "1. Opening",
      "The Chair opens.",
      "2. Nets",
      annotation,
    ];
    expect(read(...lines).meeting.documents).toEqual([{ symbol: "A/CN.99/11", items: ["2"] }]);
  });

  it("stand on rows of their own below it, to the last", () => {
    const rows = ["Provisional agenda", "1.\tOpening\t", "2.\tNets\tN/9/2", "3.\tHooks\tN/9/3", "\t\tN/9/4"];
    expect(read(...rows).meeting.documents.map(({ symbol }) => symbol)).toEqual(["N/9/2", "N/9/3", "N/9/4"]);
  });
});

describe("an agenda whose items are numbered by words", () => {
  it.each([
    ["临时议程", "一、会议开幕", "二、组织事项：", "（一）通过议程；", "（二）安排工作", "三、渔网"],
    ["جدول الأعمال المؤقت", "أولاً: افتتاح الدورة", "ثانياً: المسائل التنظيمية:", "(أ) إقرار جدول الأعمال", "(ب) العمل", "ثالثاً: الشِّباك"],
    ["ORDEN DEL DÍA", "PRIMERO: Apertura", "SEGUNDO: Organización:", "a) Adopción", "b) Trabajos", "TERCERO.- Redes"],
    ["ORDEN DEL DÍA", "1º Apertura", "2º Organización:", "a) Adopción", "b) Trabajos", "3º Redes"],
    ["Ordre du jour", "Premièrement : Ouverture", "Deuxièmement : Organisation", "a) Adoption", "b) Travaux", "Troisièmement : Filets"],
    ["Повестка дня", "Первый: Открытие", "Второй: Организация", "а) утверждение", "б) работа", "Третий: Сети"],
    ["Agenda", "First: Opening", "Second: Organization", "(a) Adoption", "(b) Work", "Third: Nets"],
  ])("has them in figures, and their parts by letters: %s", (...lines) => {
    const { agenda } = read(...lines).meeting;
    expect(agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3"]);
    expect(agenda.items[1]?.subitems?.map(({ letter }) => letter)).toEqual(["a", "b"]);
    expect(agenda.items[2]?.title).toMatch(/^(?:渔网|الشِّباك|Redes|Filets|Сети|Nets)$/);
  });

  it.each([
    ["Agenda", "一、一般事项", "1. Opening", "二、渔网", "2. Nets", "三、其他", "3. Other matters"],
    ["جدول الأعمال", "أولاً: الجلسة الافتتاحية", "1 - الافتتاح", "ثانياً: الشباك", "2 - الشباك القديمة", "ثالثاً: الختام", "3 - الختام"],
  ])("are sections where figures number the items: %s", (...lines) => {
    expect(read(...lines).meeting.agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  });
});

describe("what stands among items and is none of them", () => {
  const doubted = ({ warnings }: Draft) => warnings.filter(({ code }) => code === "left-out-text").map(({ message }) => message);

  it("is doubted line by line where it is set as items are", () => {
    const draft = read("Draft agenda", "I. OPENING", "a) Anthem", "b) Statements", "IV. REPORTS", "1. Nets", "2. Hooks", "3. Lines");
    expect(items(draft)).toEqual(['1 "Nets"', '2 "Hooks"', '3 "Lines"']);
    expect(doubted(draft)).toHaveLength(3);
    expect(doubted(draft).join()).toContain("Anthem");
  });

  it("is a list within a page's list, and the list goes on behind it", () => {
    const draft = read(
      "<p>Agenda</p><p>1. Opening</p><p>2. Reports:</p><ol><li>Of nets</li><li>Of hooks</li></ol><p>3. Lines</p><p>4. Closing</p>",
    );
    expect(items(draft)).toEqual(['1 "Opening"', '2 "Reports"', '3 "Lines"', '4 "Closing"']);
    expect(doubted(draft).join()).toContain("Of hooks");
  });

  it("is the text of a report, whose sections are no items and whose paragraphs are none", () => {
    const draft = read(
      "Report of the Committee on Nets on its first session",
      "I. Opening of the session",
      "1. The session of the Committee was held at its headquarters in Rome and online from 5 to 9 May 2031.",
      "2. Opening remarks were delivered by the Chair.",
      "II. Organizational matters",
      "3. The Committee adopted its agenda.",
      "III. Closure of the session",
      "4. The session was closed.",
    );
    expect(items(draft)).toEqual([]);
  });

  it("may be a letter before a year, or a word without capitals: those are subitems", () => {
    const draft = read("临时议程", "1. 开幕", "2. 报告：", "A. 2031年执行情况", "B. 预算", "3. 渔网");
    expect(numberDraftItems(draft.meeting.agenda.items).map(({ number }) => number)).toEqual(["1", "2", "2(A)", "2(B)", "3"]);
  });
});

describe("a corrigendum", () => {
  it.each(["1. Provisional agenda, item 5", "1. Ordre du jour provisoire, point 5", "1. Programa provisional, tema 5"])(
    "corrects items, and has none of its own: %s",
    (line) => {
      expect(items(read("Annotated provisional agenda", "Corrigendum", line, "The title should read", "5. Nets"))).toEqual(['5 "Nets"']);
    },
  );
});

describe("numbered paragraphs", () => {
  it.each([
    [
      "Доклад о заседании",
      "1. Заседание рабочей группы состоялось 5 мая.",
      "2. Председатель был избран.",
      "3. Группа рассмотрела проект сетей.",
    ],
    ["Informe", "1. Apertura: el Presidente inauguró la reunión.", "2. El Comité eligió la Mesa.", "3. El Comité aprobó su informe."],
    ["Rapport", "1. Ouverture : le Président a ouvert la session.", "2. Le Comité a élu son bureau.", "3. Le Comité a adopté son rapport."],
    ["Report", "1. Opening: the session was held online.", "2. The Chair was elected.", "3. The report has been adopted."],
  ])("of a report are no items, however short: %s", (...lines) => {
    expect(items(read("Committee on Nets", ...lines))).toEqual([]);
  });

  it("may say where the agenda is, and head none", () => {
    const draft = read("1. ОТКРЫТИЕ", "2. СЕТИ", "Предварительная повестка дня содержится в документе F/CN.9/1.", "3. ЗАКРЫТИЕ");
    expect(items(draft)).toHaveLength(3);
  });

  it("of a paper with hours in it are no items, in any of its lines", () => {
    const draft = read(
      "Committee on Nets",
      "Rome, 5-9 May 2031",
      "Programme of the round tables",
      "Monday 5 May 2031",
      "17.30-19.30 Round table",
      "3. Each delegation is invited to attend one of the round tables, and may be accompanied by one adviser.",
      "4. Observers",
      "5. The chairs will report to the plenary on what was said in each of the round tables.",
    );
    expect(items(draft)).toEqual([]);
    expect(draft.meeting.slots).toEqual([]);
  });

  it("are told from titles that hold a date in May", () => {
    const title = "Decisions of the Twelfth Session of the Committee on Hooks, held from 16 to 19 May 2031";
    expect(items(read("Agenda", `1. ${title}`, "2. Nets"))[0]).toContain("Twelfth");
    expect(items(read("Committee on Nets", "Monday 5 May 2031", "10.00-13.00", `1. ${title}`, "2. Nets"))).toHaveLength(2);
  });
});

describe("an agenda below the hours of its one day", () => {
  it("is a list, though hours of a reception stand below it", () => {
    const draft = read(
      "Agenda & programme",
      "Rome, 5 May 2031",
      "10:00 – 13:00",
      "House of Nets",
      "1. Opening",
      "2. Nets",
      "3. Closing",
      "18:30 – 20:30",
      "Reception",
    );
    expect(items(draft)).toHaveLength(3);
  });
});

describe("a document in two languages side by side", () => {
  const COLUMNS = [
    ["Rome, 5-6 May 2031", "Rome, 5 et 6 mai 2031"],
    ["Monday, 5 May 2031 (9.30 a.m.)", "Lundi 5 mai 2031 (9 h 30)"],
    ["I. Opening", "I. Ouverture"],
    ["A. Welcome", "A. Bienvenue"],
    ["II. Nets", "II. Filets"],
    ["Tuesday, 6 May 2031", "Mardi 6 mai 2031"],
    ["III. Closing", "III. Clôture"],
  ];
  const numbers = ({ meeting }: Draft) => numberDraftItems(meeting.agenda.items).map(({ number, item }) => [number, item.title]);

  it("is read in the first of them, as text and as a table", () => {
    const text = read("Provisional agenda", ...COLUMNS.map(([left = "", right = ""]) => left.padEnd(40) + right));
    const rows = COLUMNS.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
    for (const draft of [text, read(`<p>Provisional agenda</p><table>${rows}</table>`)]) {
      expect(numbers(draft)).toEqual([
        ["I", "Opening"],
        ["I(A)", "Welcome"],
        ["II", "Nets"],
        ["III", "Closing"],
      ]);
      expect(draft.meeting.slots.map(({ start, items: taken }) => [start, taken])).toEqual([["2031-05-05T09:30", ["I", "I(A)", "II"]]]);
    }
  });

  it("is not where its columns are two days, or two organs", () => {
    const days = ["Monday, 5 May 2031", "Tuesday, 6 May 2031"].map((day) => day.padEnd(30)).join("");
    const draft = read("Provisional agenda", days, `${"1. Opening".padEnd(30)}1. Hooks`, `${"2. Nets".padEnd(30)}2. Lines`);
    expect(JSON.stringify(draft.warnings)).toContain("Tuesday, 6 May 2031");
  });
});

describe("a document on one line", () => {
  const PAGE = `F/CN.9/1 Commission on Fishing Nets Fifth session ${"and the rest of a page ".repeat(20)}`;
  const titles = ({ meeting }: Draft) => meeting.agenda.items.map(({ title }) => title);

  it.each([
    ["a footnote", "1. Opening 2. Nets 3. Other matters * Reissued for technical reasons. The list follows in an annex to it"],
    ["the next page", "1. Opening 2. Nets 3. Other matters F/CN.9/1 Page 2 Annotations Opening The Chair will open the session"],
    ["a page's foot", "1. Opening 2. Nets 3. Other matters ** Late for reasons beyond our control page 2 Annotations"],
  ])("has titles that end at %s", (_, agenda) => {
    expect(titles(read(PAGE + agenda))).toEqual(["Opening", "Nets", "Other matters"]);
  });

  it.each(["(a) (b) Nets Hooks", "a) b) Nets Hooks", "(а) (б) Сети Крючки", "(أ) (ب) الشباك الخطافات"])(
    "and doubts a title with marks of parts in it: %s",
    (title) => {
      const draft = read(`${PAGE}1. Opening 2. Gear: ${title} 3. Other matters`);
      expect(draft.warnings.filter(({ code }) => code === "unparted-title").map(({ message }) => message)).toEqual([
        expect.stringContaining(title),
      ]);
    },
  );
});

describe("a list of items", () => {
  const numbers = ({ meeting }: Draft) => numberDraftItems(meeting.agenda.items).map(({ number }) => number);

  it("has parts that small Roman numbers with a dot mark", () => {
    const draft = read("Agenda", "1. Opening", "2. Proposals for:", "i. old nets", "ii. new nets", "iii. Securing of hooks", "3. Lines");
    expect(numbers(draft)).toEqual(["1", "2", "2(i)", "2(ii)", "2(iii)", "3"]);
  });

  it("has them below parts that large letters mark", () => {
    const draft = read("Agenda", "1. Opening", "2. Waivers", "A. Nets", "B. Hooks", "i. Large hooks", "ii. Small hooks", "3. Lines");
    expect(numbers(draft)).toEqual(["1", "2", "2(A)", "2(B)", "2(B)(i)", "2(B)(ii)", "3"]);
  });

  it("that is set close ends where annotations begin apart from it", () => {
    const draft = read(
      "Agenda",
      "1. Opening",
      "2. Nets",
      "3. Hooks",
      "4. Adoption of the report",
      "",
      "(a) Opening of the session",
      "The Chair will open it.",
    );
    expect(numbers(draft)).toEqual(["1", "2", "3", "4"]);
  });

  it("calls its items what the language calls them", () => {
    expect(numbers(read("捕鱼委员会", "议程", "议题1 通过议程", "议题2 渔网", "议题3 通过报告"))).toEqual(["1", "2", "3"]);
  });

  it.each([
    ["1 - Ouverture", "2 - Filets", "3 - Rapport"],
    ["1 – Opening", "2 – Nets", "3 – Report"],
    ["1 会议开幕", "2 渔网", "3 通过报告"],
    ["1 افتتاح الدورة", "2 الشباك", "3 اعتماد التقرير"],
    ["1、\t会议开幕", "2、\t渔网", "3、\t通过报告"],
    ["Item 1 –\tOpening", "Item 2 –\tNets", "Item 3 –\tReport"],
  ])("numbers them before a dash or a space, in whatever script: %s", (...lines) => {
    expect(numbers(read("Agenda", ...lines))).toEqual(["1", "2", "3"]);
  });

  it("has parts by letters with a dot, also in Chinese", () => {
    expect(numbers(read("议程", "1. 会议开幕", "2. 渔网", "a. 旧渔网", "b. 新渔网"))).toEqual(["1", "2", "2(a)", "2(b)"]);
  });

  it("is numbered in Roman where Arabic numbers are those of paragraphs behind it", () => {
    const lines = [
      "I. افتتاح الدورة",
      "II. الشباك",
      "III. اعتماد التقرير",
      "الشروح",
      "I. افتتاح الدورة",
      "1. تفتتح الدورة الرئيسة.",
      "II. الشباك",
      "2. تنظر فيها اللجنة.",
    ];
    expect(numbers(read("جدول الأعمال", ...lines))).toEqual(["I", "II", "III"]);
  });

  it("goes on in a line that ends with its document", () => {
    const lines = [
      "1. Opening",
      "2. Review of the rules on the marking of nets and of other gear that is",
      "lost at sea (NET/12/3)",
      "3. Report",
    ];
    expect(read("Agenda", ...lines).meeting.agenda.items[1]?.title).toBe(
      "Review of the rules on the marking of nets and of other gear that is lost at sea",
    );
  });

  it("keeps a word before numbers in a title that is set in capitals", () => {
    const { meeting } = read("AGENDA", "1. OPENING", "2. WORK ON DECISION 4/2 ON NETS", "3. REPORT (NETS 4/2)");
    expect(meeting.agenda.items.map(({ title }) => title)).toEqual(["OPENING", "WORK ON DECISION 4/2 ON NETS", "REPORT"]);
  });
});

describe("the dates of a meeting", () => {
  const dates = (...lines: readonly string[]) => {
    const { meeting } = read(...lines, "Agenda", "1. Opening", "2. Nets", "3. Hooks");
    return [meeting.opensOn, meeting.closesOn];
  };

  it("stand in brackets below its session", () => {
    expect(dates("Second part of the 2031 Ordinary Session", "(5-9 May 2031)", "drawn up on 3 March 2031")).toEqual([
      "2031-05-05",
      "2031-05-09",
    ]);
  });

  it("may be numbers alone, where their order is certain", () => {
    expect(dates("Fishing Committee", "Rome, 05.05.2031 - 09.05.2031")).toEqual(["2031-05-05", "2031-05-09"]);
    expect(dates("Fishing Committee", "Rome, 2031-05-05 to 2031-05-09")).toEqual(["2031-05-05", "2031-05-09"]);
    expect(dates("Fishing Committee", "Rome, 05/06/2031 - 09/06/2031")).toEqual([undefined, undefined]);
  });

  it("may stand right behind their place, which may be a house with its city", () => {
    const place = (line: string) =>
      composeDraft(readPasted([line, "Agenda", "1. Opening", "2. Nets", "3. Hooks"].join("\n")), {}, PLACES).meeting;
    const PLACES: Gazetteer = {
      isCity: (name) => ["Apia", "Lima"].includes(name),
      isRegion: () => false,
      findZone: () => ({ kind: "unasked" }),
    };
    expect(place("Apia, Samoa 29 August 2031")).toMatchObject({ city: "Apia", opensOn: "2031-08-29", closesOn: "2031-08-29" });
    expect(place("From 29 August to 6 September 2031, Harbour Hotel, Apia, Samoa.")).toMatchObject({
      city: "Apia",
      venue: "Harbour Hotel",
    });
    expect(place("Meeting of the Parties Lima (Peru), 3-15 November 2031").city).toBe("Lima");
  });

  it("are not those of what opens for it", () => {
    expect(dates("Fishing Committee", "Meeting server opens: 6 May 2031")).toEqual([undefined, undefined]);
    expect(dates("Fishing Committee", "Registration for the meeting opens: 6 May 2031")).toEqual([undefined, undefined]);
  });
});

describe("a paper that is no agenda", () => {
  it("gives no items of its numbered paragraphs, in whatever language", () => {
    const paragraphs = [
      "1. Este documento ha sido preparado por la Secretaría, que pide a las Partes sus observaciones.",
      "2. En su cuarta reunión la Conferencia de las Partes aprobó la resolución sobre las redes viejas.",
      "3. La Conferencia pidió a la Secretaría que mantuviese un registro de los anzuelos.",
    ];
    expect(read("Conferencia de las Partes", "Santiago, 3-15 de noviembre de 2031", ...paragraphs).meeting.agenda.items).toEqual([]);
  });

  it("gives none of paragraphs that are longer than titles, whatever their verbs", () => {
    const long = (number: number) =>
      `${number}. Las redes que los barcos tiran al mar y que nadie recoge después matan peces durante años, ${"redes, ".repeat(12)}y más.`;
    expect(read("Consejo", "Roma, 5-9 de mayo de 2031", long(1), long(2), long(3)).meeting.agenda.items).toEqual([]);
  });
});

describe("what stands around an agenda", () => {
  it("is no agenda where it is paragraphs of two sentences, below whatever heading", () => {
    const paragraphs = [
      "1. At its last meeting the Council named a group of friends of nets, of six members. The group met twice.",
      "a) to write a plan for hooks; and",
      "2. In answer to this the friends of nets sent to all members their plan for hooks and lines.",
      "3. The time for comments ended on 8 June 2030. Comments came from nine members of the Council.",
    ];
    expect(read("Council", "Rome, 5-9 May 2031", "Proposed draft agenda", ...paragraphs).meeting.agenda.items).toEqual([]);
  });

  it("is quoted where it is the hours of a sitting above the list", () => {
    const { warnings } = read(
      "Council",
      "Rome, 5 May 2031",
      "Draft agenda",
      "10:00 – 18:00 (lunch is at about 13:00)",
      "1. Nets",
      "2. Hooks",
      "3. Lines",
    );
    expect(warnings).toContainEqual(expect.objectContaining({ code: "left-out-text", line: 4 }));
  });
});

describe("a list that a sentence introduces", () => {
  const LIST = ["1. Nets", "2. Hooks", "3. Lines"];
  const count = (lead: string) => read("Council", "Rome, 5-9 May 2031", lead, ...LIST).meeting.agenda.items.length;

  it("is an agenda where the sentence says so, and none where it speaks of something else", () => {
    expect(count("Before the formal work began the heads of delegation met informally so as to agree on:")).toBe(0);
    expect(count("The Council is to meet from 5 May in its old house, and its provisional agenda is the following:")).toBe(3);
  });
});

describe("a list that is set with the name of its column below each number", () => {
  it("has titles without that name", () => {
    const lines = ["Nets", "Hooks", "Lines", "Boats"].flatMap((title, at) => [String(at + 1), "Item name", title]);
    expect(read("Agenda", ...lines).meeting.agenda.items.map(({ title }) => title)).toEqual(["Nets", "Hooks", "Lines", "Boats"]);
  });
});

describe("an annotated agenda that is the only list", () => {
  const NOTE = "The session will be opened by its oldest member, who will then say some words on nets.";

  it("gives its items, with the paragraphs below them as annotations or not at all", () => {
    const { meeting } = read("Provisional annotated agenda", "1. Organization", "1.1 Opening", NOTE, "1.2 Agenda", NOTE, "2. Nets", NOTE);
    expect(numberDraftItems(meeting.agenda.items).map(({ number, item }) => [number, item.title])).toEqual([
      ["1", "Organization"],
      ["1.1", "Opening"],
      ["1.2", "Agenda"],
      ["2", "Nets"],
    ]);
  });

  it("whose numbers begin anew loses no numbered line without a word", () => {
    const { warnings } = read(
      "Provisional annotated agenda",
      "1. Opening",
      NOTE,
      "1. Organization",
      "2.1 Credentials",
      NOTE,
      "2.2 Agenda",
      NOTE,
    );
    const quoted = warnings.filter(({ code }) => code === "left-out-text").map(({ message }) => message);
    expect(quoted.join("\n")).toMatch(/1\. Organization[^]*2\.1 Credentials[^]*2\.2 Agenda/);
  });
});

describe("the body of a meeting", () => {
  const body = (...lines: readonly string[]) => read(...lines, "Agenda", "1. Opening", "2. Nets", "3. Hooks").meeting.body.name;

  it("is no heading that goes on after its name", () => {
    expect(body("General Council news", "Organization chart")).toBeUndefined();
    expect(body("Comité financier", "Neuvième session")).toBe("Comité financier");
  });

  it("is named whole above where its session names it in short", () => {
    expect(body("Intergovernmental Committee for the Safeguarding of Nets", "Timetable of the sixth session of the Committee")).toBe(
      "Intergovernmental Committee for the Safeguarding of Nets",
    );
  });

  it("is named by what meets for the so-many-th time", () => {
    expect(body("Timetable for the seventy-fifth World Fishing Assembly")).toBe("World Fishing Assembly");
  });

  it("may begin with General, and have two characters in Chinese", () => {
    expect(body("General Council Meeting of 15 May 2031")).toBe("General Council");
    expect(body("大会", "第九届会议")).toBe("大会");
  });

  it("ends before what is said of it", () => {
    expect(body("The agenda of the 39th session of the Fishing Assembly is presented in paper nine")).toBe("Fishing Assembly");
  });
});
