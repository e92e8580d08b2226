import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { formatClock } from "../src/documents/expressions/clock.ts";
import { readLeadingTimes } from "../src/documents/expressions/times.ts";
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

describe("a meeting that is named above its hours", () => {
  it.each([
    [
      ["Committee on Nets", "Rome, 5-7 May 2031", "Monday, 5 May 2031"],
      ["Second plenary meeting – Room 5", "9.00", "Item 1"],
      ["Third plenary meeting – Room 5", "14.30", "Item 2"],
      ["Committee A", "First meeting – Room 6", "14.30", "Item 7"],
    ],
    [
      ["Comité des filets", "Rome, 5-7 mai 2031", "Lundi 5 mai 2031"],
      ["Deuxième séance plénière – Salle 5", "9 h 00", "Point 1"],
      ["Troisième séance plénière – Salle 5", "14 h 30", "Point 2"],
      ["Commission A", "Première séance", "Salle 6", "14 h 30", "Point 7"],
    ],
    [
      ["Comité de Redes", "Roma, 5-7 de mayo de 2031", "Lunes 5 de mayo de 2031"],
      ["Segunda sesión plenaria – Sala 5", "9.00 horas", "Punto 1"],
      ["Tercera sesión plenaria – Sala 5", "14.30 horas", "Punto 2"],
      ["Comisión A", "Primera sesión – Sala 6", "14.30 horas", "Punto 7"],
    ],
    [
      ["Комитет по сетям", "Рим, 5-7 мая 2031 года", "Понедельник, 5 мая 2031 г."],
      ["Второе пленарное заседание – Зал 5", "09:00", "Пункт 1"],
      ["Третье пленарное заседание", "Зал 5", "14:30", "Пункт 2"],
      ["Комитет полного состава", "Первое заседание – Зал 6", "14:30", "Пункт 7"],
    ],
    [
      ["渔网委员会", "2031年5月5日至7日，罗马", "2031年5月5日星期一"],
      ["第二次全体会议 – 第五会议室", "上午9时", "项目1"],
      ["第三次全体会议 – 第五会议室", "下午2时30分", "项目2"],
      ["甲委员会", "第一次会议 – 第六会议室", "下午2时30分", "项目7"],
    ],
    [
      ["لجنة الشباك", "روما، 5-7 أيار/مايو 2031", "الاثنين، 5 أيار/مايو 2031"],
      ["الجلسة العامة الثانية – القاعة 5", "الساعة 00‚9", "البند 1"],
      ["الجلسة العامة الثالثة – القاعة 5", "الساعة 30‚14", "البند 2"],
      ['اللجنة "أ"', "الجلسة الأولى – القاعة 6", "الساعة 30‚14", "البند 7"],
    ],
  ])("has them, and its organ none of the plenary: %s", (head, first, second, other) => {
    const draft = read(...head, ...first, ...second, ...other);
    expect(slots(draft)).toEqual(["05T09:00- 1", "05T14:30- 2"]);
    const left = draft.warnings.filter(({ code }) => code === "not-plenary").map(({ message }) => message);
    expect(left).toEqual([expect.stringContaining(other[0] ?? "")]);
  });

  it("has not the hours of the next one, where hours stand above the names on its day", () => {
    const draft = read(
      "Committee on Nets",
      "Rome, 5-7 May 2031",
      "Monday, 5 May 2031",
      "9.00",
      "Second plenary meeting",
      "Upon its opening",
      "First meeting",
      "14.00",
      "Credentials Committee",
      "14.30",
      "Third plenary meeting",
    );
    expect(slots(draft)).toEqual(["05T09:00- ", "05T14:30- "]);
  });
});

describe("the number of an item in Arabic", () => {
  it("has its part behind a dash, where the word is that of one item", () => {
    const draft = read("لجنة الشباك", "روما، 5-7 أيار/مايو 2031", "الاثنين، 5 أيار/مايو 2031", "10:00-13:00", "البند 1-4   الشباك");
    expect(slots(draft)).toEqual(["05T10:00-13:00 1.4"]);
    const several = read("لجنة الشباك", "روما، 5-7 أيار/مايو 2031", "الاثنين، 5 أيار/مايو 2031", "10:00-13:00", "البنود 1-4");
    expect(slots(several)).toEqual(["05T10:00-13:00 1 2 3 4"]);
  });
});

describe("items that stand before the hours of their row", () => {
  const HEAD = ["Committee on Nets", "Rome, 5-6 May 2031", "Timetable"];
  const readRows = (...rows: readonly (readonly string[])[]): Draft => {
    const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
    return composeDraft(readPasted(`${HEAD.map((line) => `<p>${line}</p>`).join("")}<table>${table}</table>`));
  };
  const expected = ["05T09:00-10:00 1", "05T10:00-12:00 2(a) 2(b)", "06T14:00-17:00 3"];

  it("are for these hours, and a break has none", () => {
    const draft = readRows(
      ["البند", "التوقيت", "الموضوع"],
      ["الاثنين، 5 أيار/مايو 2031", "", ""],
      ["", "8:00 – 9:00", "التسجيل"],
      ["1", "9:00 – 10:00", "افتتاح الدورة"],
      ["2 (أ)", "10:00 – 12:00", "الشباك"],
      ["2 (ب)", "", "الصنانير"],
      ["", "12:00 – 14:00", "استراحة الغداء"],
      ["الثلاثاء، 6 أيار/مايو 2031", "", ""],
      ["3", "14:00 – 17:00", "الخيوط"],
    );
    expect(slots(draft)).toEqual(expected);
  });

  it("are for these hours also with the day before them", () => {
    const draft = readRows(
      ["Lundi 5 mai", "1", "9 h – 10 h", "Ouverture"],
      ["", "2 (a)", "10 h – 12 h", "Filets"],
      ["", "2 (b)", "", "Hameçons"],
      ["Mardi 6 mai", "3", "14 h – 17 h", "Lignes"],
    );
    expect(slots(draft)).toEqual(expected);
  });

  it("are for these hours also with the title between them", () => {
    const draft = readRows(
      ["Понедельник, 5 мая", "", ""],
      ["1", "Открытие", "9:00 – 10:00"],
      ["2 (a)", "Сети", "10:00 – 12:00"],
      ["2 (b)", "Крючки", ""],
      ["Вторник, 6 мая", "", ""],
      ["3", "Лески", "14:00 – 17:00"],
    );
    expect(slots(draft)).toEqual(expected);
  });

  it("are numbers of sittings where items stand behind the hours", () => {
    const draft = readRows(["Lunes 5 de mayo", "", ""], ["1", "9.00 – 10.00", "Tema 7"], ["2", "10.00 – 12.00", "Temas 8 y 9"]);
    expect(slots(draft)).toEqual(["05T09:00-10:00 7", "05T10:00-12:00 8 9"]);
  });
});

describe("hours", () => {
  it.each([
    ["上午10时至中午12时30分", "10:00-12:30"],
    ["上午9时至中午12时", "09:00-12:00"],
    ["上午10时至中午", "10:00-12:00"],
    ["正午十二时至下午二时", "12:00-14:00"],
    ["9:00 صباحاً - 11:00 صباحاً", "09:00-11:00"],
    ["11:00 صباحًا - 2:00 ظهراً", "11:00-14:00"],
    ["1:00 ظهراً - 3:00 عصراً", "13:00-15:00"],
  ])("with noon or with the marks of Arabic are read whole: %s", (text, expected) => {
    const times = readLeadingTimes(text);
    expect(times?.ranges.map(({ start, end }) => `${formatClock(start)}-${formatClock(end ?? 0)}`)).toEqual([expected]);
    expect(times?.length).toBe(text.length);
  });
});

describe("items of another organ", () => {
  it.each([
    [["Monday, 5 May", "3-6 p.m."], "Plenary: item 4", "Committee of the Whole: item 5", "Working Group on Hooks: item 6"],
    [["Lundi 5 mai", "15 h – 18 h"], "Plénière : point 4", "Comité plénier : point 5", "Groupe de travail des hameçons : point 6"],
    [["5月5日星期一", "下午3时至6时"], "全体会议：项目4", "全体委员会：项目5", "工作组：项目6"],
  ])("beside the plenary are none of its sitting: %s", (head, ...labels) => {
    const draft = read("Assembly of Nets", "Rome, 5-7 May 2031", "Timetable", ...head, ...labels);
    expect(slots(draft)).toEqual(["05T15:00-18:00 4"]);
    expect(numbers(draft)).toEqual(["4", "5", "6"]);
  });

  it.each([
    [
      "برنامج العمل",
      "الاثنين، 5 أيار/مايو 2031",
      "افتتاح الدورة",
      "لجنة أوراق الاعتماد",
      "اجتماع لجنة الشباك الكبرى",
      "استقبال وتسجيل الأعضاء",
    ],
    [
      "Programme",
      "Lundi 5 mai 2031",
      "Ouverture de la session",
      "Commission de vérification des pouvoirs",
      "Réunion de la commission des filets",
      "Inscription",
    ],
    [
      "Programa de trabajo",
      "Lunes 5 de mayo de 2031",
      "Apertura",
      "Comisión de Credenciales",
      "Reunión de la Comisión de Redes",
      "Inscripción",
    ],
    [
      "Программа работы",
      "Понедельник, 5 мая 2031 г.",
      "Открытие",
      "Мандатная комиссия",
      "Заседание рабочей группы по сетям",
      "Регистрация",
    ],
    ["工作安排", "2031年5月5日星期一", "会议开幕", "全权证书委员会", "总务委员会", "登记"],
  ])("and hours of committees in a programme are no sittings of the body: %s", (heading, day, opening, ...others) => {
    const draft = read(
      "Assembly of Nets",
      "Rome, 5-7 May 2031",
      heading,
      day,
      `9:00   ${opening}`,
      ...others.map((other, at) => `1${at}:00   ${other}`),
    );
    expect(slots(draft)).toEqual(["05T09:00- "]);
  });
});

describe("the number of an item", () => {
  it("is never 0", () => {
    expect(
      numbers(read("Comité de Redes", "Roma, 5-7 de mayo de 2031", "Programa", "Lunes 5 de mayo", "10.00 – 11.00", "0.5   0.375   Redes")),
    ).toEqual([]);
  });

  it("may have a code before it, and a title in Chinese", () => {
    const draft = read(
      "渔网理事会",
      "2031年5月5日至7日，罗马",
      "议事安排",
      "2031年5月5日星期一",
      "上午10:30",
      "NET 1 批准会议记录",
      "HOOK 2 2031-32两年期预算",
    );
    expect(slots(draft)).toEqual(["05T10:30- NET 1 HOOK 2"]);
  });
});

describe("days that one line lists with their hours", () => {
  const AGENDA = ["Agenda", "1. Opening", "2. Nets", "3. Closing"];
  const expected = ["05T10:00-13:00 ", "05T15:00-18:00 ", "06T09:00-12:00 "];

  it.each([
    [
      "Committee on Nets",
      "Rome, 5-6 May 2031",
      "Monday, 5 May 2031 (10 a.m.-1 p.m. and 3-6 p.m.) – Tuesday, 6 May 2031 (9 a.m. – 12 noon)",
    ],
    ["Comité des filets", "Rome, 5-6 mai 2031", "Lundi 5 mai 2031, 10 h – 13 h et 15 h – 18 h ; mardi 6 mai 2031, 9 h – 12 h"],
  ])("above the agenda are when its meeting sits: %s", (body, place, days) => {
    const draft = read(body, place, days, ...AGENDA);
    expect(slots(draft)).toEqual(expected);
    expect(numbers(draft)).toEqual(["1", "2", "3"]);
  });

  it.each([
    "Время работы: 5 мая 10:00–13:00 и 15:00–18:00 (эксперты); 6 мая 09:00–12:00 (министры).",
    "Horario de trabajo: 5 de mayo, 10.00–13.00 y 15.00–18.00; 6 de mayo, 9.00–12.00",
    "工作时间：5月5日上午10时至下午1时、下午3时至6时；5月6日上午9时至12时",
  ])("are also where a line below it is named so: %s", (line) => {
    expect(slots(read("Committee on Nets", "Rome, 5-6 May 2031", ...AGENDA, line))).toEqual(expected);
  });

  it.each([
    "Registration: 5 May 9:00–10:00; 6 May 9:00–10:00",
    "5 May 9:00–10:00; 6 May 9:00–10:00",
    "Working hours: 5 May 9:00–10:00; 9 May 9:00–10:00",
  ])("are none where it is of something else, or of other days: %s", (line) => {
    const draft = read("Committee on Nets", "Rome, 5-6 May 2031", ...AGENDA, line);
    expect(slots(draft)).toEqual([]);
    expect(draft.warnings.filter(({ line: at }) => at === 7).length).toBeGreaterThan(0);
  });
});

describe("two starts of a meeting, one below the other", () => {
  it.each([
    ["Понедельник, 5 мая 2031 г.", "11 час. 00 мин. и     ПЛЕНАРНОЕ ЗАСЕДАНИЕ", "15 час. 00 мин. *", "Сети (пункт 2)"],
    ["Lundi 5 mai 2031", "11 heures et     SÉANCE PLÉNIÈRE", "15 heures *", "Filets (point 2)"],
    ["Lunes 5 de mayo de 2031", "11 horas y     SESIÓN PLENARIA", "15 horas**", "Redes (tema 2)"],
  ])("are both of what stands beside them: %s", (...lines) => {
    const draft = read("Committee on Nets", "Rome, 5-7 May 2031", "Journal", ...lines);
    expect(slots(draft)).toEqual(["05T11:00- 2", "05T15:00- 2"]);
    expect(draft.warnings.map(({ code }) => code)).toContain("two-ranges");
  });
});
