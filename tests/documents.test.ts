import { describe, expect, it } from "vitest";
import { findDates, readLeadingDates } from "../src/documents/expressions/dates.ts";
import { findCalendarDay, findFittingYear } from "../src/documents/expressions/calendar-days.ts";
import { decodeText } from "../src/documents/forms/text/decode.ts";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readItemHead, cleanTitle } from "../src/documents/expressions/item-heads.ts";
import { readOnlyItems } from "../src/documents/expressions/item-numbers.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import { flattenBlocks } from "../src/documents/model/lines.ts";
import { matchSlots } from "../src/documents/revision/match-slots.ts";
import { findSymbols } from "../src/documents/expressions/symbols.ts";
import { readLeadingTimes } from "../src/documents/expressions/times.ts";
import { formatClock } from "../src/documents/expressions/clock.ts";

/** How documents print things, and what the importer reads; all of it inside the worker. */

const iso = ({ year, month, day }: { year?: number; month?: number; day?: number }): string =>
  [year, month, day].map((part) => part ?? "?").join("-");

describe("dates", () => {
  it.each([
    ["27-29 January 2010", "2010-1-27", "2010-1-29"],
    ["Genève, 1er-5 juin 2031", "2031-6-1", "2031-6-5"],
    ["Bonn, 7 a 18 de noviembre de 2033", "2033-11-7", "2033-11-18"],
    ["du 6 au 17 novembre 2033", "2033-11-6", "2033-11-17"],
    ["Вена, 1–5 июня 2031 года", "2031-6-1", "2031-6-5"],
    ["с 1 по 5 июня 2031 года", "2031-6-1", "2031-6-5"],
    ["26 February - 2 March 2032", "2032-2-26", "2032-3-2"],
    ["28 December-8 January 2010", "2009-12-28", "2010-1-8"],
    ["28 December 2009 to 8 January 2010", "2009-12-28", "2010-1-8"],
    ["June 6-10, 2005", "2005-6-6", "2005-6-10"],
    ["14 and 15 April 2009", "2009-4-14", "2009-4-15"],
    ["Monday, 8 July to Friday, 19 July 2030", "2030-7-8", "2030-7-19"],
  ])("reads %s as a range", (text, from, to) => {
    const [dates] = findDates(text);
    expect([dates && iso(dates.from), dates?.to && iso(dates.to)]).toEqual([from, to]);
  });

  it("does not read decimals, times or years as days", () => {
    expect(findDates("Part 2.3 Gauges 1998-1999, 10.30 May")).toEqual([]);
  });

  it("finds the year in the meeting's dates, also across years", () => {
    const frame = { opensOn: "2031-12-29", closesOn: "2032-01-02" };
    expect(findCalendarDay({ weekday: 5, day: 2, month: 1 }, frame)).toEqual({ date: "2032-01-02" });
    expect(findCalendarDay({ weekday: 1, day: 29, month: 12 }, frame)).toEqual({ date: "2031-12-29" });
    expect(findCalendarDay({ weekday: 2, day: 30 }, frame)).toEqual({ date: "2031-12-30" });
    expect(findCalendarDay({ weekday: 3 }, frame)).toEqual({ date: "2031-12-31" });
  });

  it("keeps a date whose weekday is another's, and says on which it falls", () => {
    expect(findCalendarDay({ weekday: 4, day: 30, month: 12 }, { opensOn: "2031-12-29", closesOn: "2032-01-02" })).toEqual({
      date: "2031-12-30",
      falls: 2,
    });
  });

  it("gives no date where nothing says the year", () => {
    expect(findCalendarDay({ weekday: 1, day: 4, month: 3 }, {})).toEqual({});
    expect(findCalendarDay({ day: 31, month: 2, year: 2031 }, {})).toEqual({});
    expect(findFittingYear([{ weekday: 1, day: 4, month: 3 }], [2023, 2024])).toBe(2024);
    expect(findFittingYear([{ weekday: 1, day: 4, month: 3 }], [2023, 2025])).toBeUndefined();
  });

  it("knows a day heading by its weekday", () => {
    expect(readLeadingDates("Sunday 22")?.from).toEqual({ weekday: 7, day: 22 });
    expect(readLeadingDates("jeudi 1er mai")?.from).toEqual({ weekday: 4, day: 1, month: 5 });
    expect(readLeadingDates("Day 2: Tuesday, 6 May")).toMatchObject({ from: { weekday: 2, day: 6, month: 5 }, start: 7, end: 21 });
    expect(readLeadingDates("1. Opening")).toBeUndefined();
  });
});

describe("times", () => {
  const read = (text: string, part?: "afternoon"): string =>
    (readLeadingTimes(text, part)?.ranges ?? [])
      .map(({ start, end }) => [start, end].map((minutes) => (minutes === undefined ? "" : formatClock(minutes))).join("-"))
      .join(" ");

  it.each([
    ["10 a.m.-1 p.m.", "10:00-13:00"],
    ["3-6 p.m.", "15:00-18:00"],
    ["9.30 a.m – 1 p.m.", "09:30-13:00"],
    ["12.30 – 2.30 p.m.", "12:30-14:30"],
    ["10-1 p.m.", "10:00-13:00"],
    ["10.00 a.m. to 1.00 p.m.", "10:00-13:00"],
    ["10 a.m.-noon", "10:00-12:00"],
    ["(09.30-12.30 hours)", "09:30-12:30"],
    ["10:00-13:00", "10:00-13:00"],
    ["10 h - 13 h 30", "10:00-13:30"],
    ["10 heures-13 heures", "10:00-13:00"],
    ["de 10.00 a 13.00 horas", "10:00-13:00"],
    ["с 10 час. 00 мин. до 13 час. 00 мин.", "10:00-13:00"],
    ["12:00 - 13:00, 14:00 - 16:00", "12:00-13:00 14:00-16:00"],
    ["As of 8.30 a.m.", "08:30-"],
    ["0930 hours", "09:30-"],
    ["noon", "12:00-"],
    ["3, 4 and 5", ""],
    ["15 ч. 00 м. – 18 ч. 00 м.", "15:00-18:00"],
    ["10 ч 00 мин – 13 ч 00 мин", "10:00-13:00"],
    ["0900-1015", "09:00-10:15"],
    ["10:45 a 13:00 hs", "10:45-13:00"],
    ["2010-2015 plan", ""],
    ["7.1 Reports", ""],
    ["1 (a)-(c)", ""],
  ])("reads %s", (text, times) => {
    expect(read(text)).toBe(times);
  });

  it("reads 3.00 under an afternoon as 15:00, and doubts it elsewhere", () => {
    expect(read("3.00-5.30", "afternoon")).toBe("15:00-17:30");
    expect(readLeadingTimes("3.00-5.30")?.isDoubtful).toBe(true);
  });
});

describe("items", () => {
  it.each([
    ["1 (a)-(c)", "1(a) 1(b) 1(c)"],
    ["3, 4 and 5", "3 4 5"],
    ["3 (a), (c)", "3(a) 3(c)"],
    ["Items 2-4", "2 3 4"],
    ["Points 1 et 2", "1 2"],
    ["3 a) y b)", "3(a) 3(b)"],
    ["5.b", "5(b)"],
    ["7.1-7.3", "7.1 7.2 7.3"],
    ["INS 1", "INS 1"],
    ["4 (a) (ii)", "4(a)(ii)"],
    ["Tema 4 (continuación) y tema 5", "4 5"],
    ["4 b) i) et ii)", "4(b)(i) 4(b)(ii)"],
    ["Agenda item 6", "6"],
  ])("reads the cell %s", (text, keys) => {
    expect(
      readOnlyItems(text)
        ?.items.map(({ key }) => key)
        .join(" "),
    ).toBe(keys);
  });

  it("takes no title, time or page for a cell of items", () => {
    for (const text of ["3 nets", "10.00-13.00", "2/14", "Lunch"]) expect(readOnlyItems(text)).toBeUndefined();
  });

  it.each([
    ["1. Opening", "1", "Opening"],
    ["- 2) Report", "2", "Report"],
    ["Item 14: Budget", "14", "Budget"],
    ["5.b / Report", "5(b)", "Report"],
    ["6.1 Proposal", "6.1", "Proposal"],
    ["POL 10Review", "POL 10", "Review"],
    ["Tema 3. Redes", "3", "Redes"],
    ["POL 2 (cont.) Nets", "POL 2", "(cont.) Nets"],
  ])("reads the head %s", (text, key, rest) => {
    const head = readItemHead(text);
    expect([head?.items[0]?.key, head?.rest]).toEqual([key, rest]);
  });

  it("takes footnote marks, symbols, stops and (continued) from titles", () => {
    expect(cleanTitle("Opening of the Session1")).toBe("Opening of the Session");
    expect(cleanTitle("Report (A/CN.9/1 and Add.1) (continued);")).toBe("Report");
    expect(cleanTitle("Nets ............... 12")).toBe("Nets");
    expect(cleanTitle("Use of the fund in 2018–2030.")).toBe("Use of the fund in 2018–2030");
  });
});

describe("symbols", () => {
  it.each([
    ["A/CN.99/6 and A/CN.99/7,", "A/CN.99/6|A/CN.99/7"],
    ["(CL 9/INF/4)", "CL 9/INF/4"],
    ["REEF /2032/1, Inf.1", "REEF/2032/1"],
    ["FOG/17/12.COM/INF.2.1 Rev.5 – page 3", "FOG/17/12.COM/INF.2.1 Rev.5"],
    ["(GB.21/LEG/1(Rev.1))", "GB.21/LEG/1(Rev.1)"],
    ["(DOC. SC8-12)", "DOC. SC8-12"],
    ["GC(9)/1 and XT/MIN(31)/W/1", "GC(9)/1|XT/MIN(31)/W/1"],
    ["FOG/IC/40/1 PROV. 2", "FOG/IC/40/1 PROV. 2"],
    ["EB9/1(annotated)", "EB9/1(annotated)"],
    ["GB.21/TOB", "GB.21/TOB"],
    ["FOG/MED IG.24/1", "FOG/MED IG.24/1"],
    ["37 C/1 Rev.2 and 5 A/CN.99/6", "37 C/1 Rev.2|A/CN.99/6"],
    ["discussion and/or decision, resolution A/RES/70/1, 24/7", ""],
    ["NX/FH 31/54/1 Add.1; NET/SES 72/2; NET/ACTA 1942/13", "NX/FH 31/54/1 Add.1|NET/SES 72/2|NET/ACTA 1942/13"],
    ["NT60/1, Rev. 2, 7; NT/doc.57/31 rev. 1; NT/Inf(2031)01", "NT60/1, Rev. 2|NT/doc.57/31 rev. 1|NT/Inf(2031)01"],
    ["NTC(LIX)/2 Rev.1, NT.CL/12(XLIV), N 130/3(a)/1, NUR/RC7/8(A)", "NTC(LIX)/2 Rev.1|NT.CL/12(XLIV)|N 130/3(a)/1|NUR/RC7/8(A)"],
    ["NTC-2031-S28-01a[E], NTC20–2031–IP05, NTT-101-01", "NTC-2031-S28-01a[E]|NTC20–2031–IP05|NTT-101-01"],
    ["NEP 2031.1–Doc 7.Rev 1 and NT 12 – Doc 01; NT9 Inf. 3", "NEP 2031.1–Doc 7.Rev 1|NT 12 – Doc 01|NT9 Inf. 3"],
    ["NP/NT/XLIX.O/DT Nº 1-31; NETPLAN/20 - WP/01; 18 EX/5.I.A", "NP/NT/XLIX.O/DT Nº 1-31|NETPLAN/20 - WP/01|18 EX/5.I.A"],
    ["(ISO/TC 9/SC 2 N 1234) N567, CRD 4, 10065/1/31 REV 1", "ISO/TC 9/SC 2 N 1234|N567|CRD 4|10065/1/31 REV 1"],
    ["NT(2031)47-OJ1, COM(2031) 100 final, AN (2031) OJ 01, MENAS(31)19", "NT(2031)47-OJ1|COM(2031) 100 final|AN (2031) OJ 01|MENAS(31)19"],
    ["Assembly/NU/2(XXIV), N.A. (82) 1, 95 EX/3 Part I; 94 EX/SR.1-11", "Assembly/NU/2(XXIV)|N.A. (82) 1|95 EX/3 Part I|94 EX/SR.1-11"],
    ["[CN33(2031)01-prov] NET-TD202R1 CNL-PL-OJ(2031)003ann", "CN33(2031)01-prov|NET-TD202R1|CNL-PL-OJ(2031)003ann"],
    [
      "(NC Working Paper 14/01) NETO/COM WP 23-02 (Revised), Doc. No. NET-04 / 2031",
      "NC Working Paper 14/01|NETO/COM WP 23-02 (Revised)|Doc. No. NET-04/2031",
    ],
    ["ش م/ل إ 60/1 – تنقيح 1, ج77/1, م.ت/د.ع107/و.1", "ش م/ل إ 60/1 – تنقيح 1|ج77/1|م.ت/د.ع107/و.1"],
    ["draft resolution NC(49)/L.1, проект резолюции NC(49)/L.2, resolution NC(49)/L.3", "NC(49)/L.1|NC(49)/L.2"],
    ["鱼钩 文件A/CN.99/11中的议程；第95 EX/5号", "A/CN.99/11|95 EX/5"],
    ["A3/4: Nets, ISO/IEC JTC 1/SC 34, U.S. (2031) 12, اجتماع يوم 5/6", ""],
    ["NATO (2031) 12 members, SDG 16, N 1234 nets, MON-12-14, Sendai Framework 2031-2040, (EEC) No 2913/92", ""],
  ])("finds those of %s", (text, symbols) => {
    expect(
      findSymbols(text)
        .map(({ symbol }) => symbol)
        .join("|"),
    ).toBe(symbols);
  });
});

describe("files", () => {
  it("reads the encodings that secretariats still use", () => {
    expect(decodeText(new Uint8Array([0x47, 0x65, 0x6e, 0xe8, 0x76, 0x65]))).toBe("Genève");
    expect(decodeText(new Uint8Array([0xc2, 0xe5, 0xed, 0xe0]))).toBe("Вена");
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x41, 0x00]))).toBe("A");
    expect(decodeText(new TextEncoder().encode("\uFEFFGenève"))).toBe("Genève");
  });

  it("fills up merged cells, skips page furniture and numbers generated lists", () => {
    const lines = flattenBlocks(
      readPasted(
        '<table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr><tr><td>C</td><td>D</td></tr></table><ol start="3"><li>E</li></ol>',
      ).blocks,
    );
    expect(lines.map(({ cells }) => cells)).toEqual([["A", "B", ""], ["", "C", "D"], ["3. E"]]);
  });

  it("reads tables that are marked within a text", () => {
    const lines = flattenBlocks(readPasted("One\n\nTwo\n<table><tr><td>10:00</td><td>3</td></tr></table>\nThree").blocks);
    expect(lines.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, "One"],
      [3, "Two"],
      [4, "10:00", "3"],
      [5, "Three"],
    ]);
  });
});

describe("documents", () => {
  const read = (...lines: readonly string[]): Draft => composeDraft(readPasted(lines.join("\n")));
  const items = ({ meeting }: Draft) => meeting.agenda.items.map(({ number, title }) => `${number} ${JSON.stringify(title)}`);
  const codes = ({ warnings }: Draft) => warnings.map(({ code }) => code);

  it("skip a table of contents", () => {
    const draft = read(
      "Contents",
      "\tPage",
      "I.\tProvisional agenda ............ 2",
      "\t1.\tOpening ............ 4",
      "I. Provisional agenda",
      "1. Opening of the meeting",
      "2. Report",
    );
    expect(items(draft)).toEqual(['1 "Opening of the meeting"', '2 "Report"']);
  });

  it("list items whose numbers have no stop, where they follow each other", () => {
    const draft = read(
      "Provisional agenda",
      "1\tOpening",
      "\tElection of officers",
      "2\tNets:",
      "(a)\tOld nets",
      "3 Report",
      "12 Nets are old",
    );
    expect(items(draft)).toEqual(['1 "Opening"', '2 "Nets"', '3 "Report"']);
    expect(draft.meeting.agenda.items[1]?.subitems).toEqual([{ letter: "a", title: "Old nets" }]);
  });

  it("number paragraphs between items that are named by a word", () => {
    const draft = read("Annotated agenda", "ITEM 1. OPENING", "1. The Chair will open it.", "ITEM 2. NETS", "2. Nets will be seen.");
    expect(items(draft)).toEqual(['1 "OPENING"', '2 "NETS"']);
  });

  it("join words that a line parts", () => {
    const draft = read("Provisional agenda", "1. Inter\u00AD", "   national nets and self-", "   mending ones", "2. Report");
    expect(items(draft)).toEqual(['1 "International nets and self-mending ones"', '2 "Report"']);
  });

  it("take neither the next section's heading for a title nor the timetable for an annotation", () => {
    const { meeting } = read(
      "Provisional agenda",
      "1. Nets with a title that is as long as a line of a document is set",
      "   (for decision)",
      "Money matters",
      "2. Hooks with a title that leads over to its paper ..... Document A/CN.99/2",
      "Other matters",
      "3. Lines",
      "Working programme",
      "Monday, 5 May 2031",
      "10 a.m.–1 p.m.",
      "1. Nets with a title that is as long as a line of a document is set",
      "3–6 p.m.",
      "3. Lines",
    );
    expect(meeting.agenda.items.map(({ title, annotation }) => [title, annotation])).toEqual([
      ["Nets with a title that is as long as a line of a document is set (for decision)", undefined],
      ["Hooks with a title that leads over to its paper", undefined],
      ["Lines", undefined],
    ]);
  });

  it("do not take a footnote for a document of an item", () => {
    expect(read("Provisional agenda", "1. Opening", "2. Nets (A/CN.99/2)", "** A/CN.99/1.").meeting.documents).toEqual([
      { symbol: "A/CN.99/2", items: ["2"] },
    ]);
  });

  it("read a session of several words, and the body that stands lowest", () => {
    const draft = read(
      "United Nations\tA/CN.99/1",
      "Original: English",
      "Commission on Nets",
      "Working Group II (Mending)",
      "Thirty-second session",
      "Port el-Sheikh, Egypt, 5–6 May 2031",
      "Provisional agenda",
      "1. Opening",
    );
    expect(draft.meeting.body).toEqual({ name: "Working Group II (Mending)", parent: "Commission on Nets" });
    expect(draft.meeting).toMatchObject({ title: "Working Group II (Mending), Thirty-second session", city: "Port el-Sheikh" });
  });

  it("meet in a city, wherever others take part", () => {
    expect(read("Bangkok and online, 5–6 May 2031", "Provisional agenda", "1. Opening").meeting.city).toBe("Bangkok");
    expect(read("Online, 5–6 May 2031", "Provisional agenda", "1. Opening").meeting.city).toBeUndefined();
    expect(read("Sixth Session, Vienna, 5–6 May 2031", "Provisional agenda", "1. Opening").meeting.city).toBe("Vienna");
  });

  it("say what stands under a sitting and is left out, and which plenary has no items", () => {
    const draft = read(
      "Vienna, 5–6 May 2031",
      "Provisional agenda",
      "1. Nets",
      "2. Hooks",
      "Timetable",
      "Monday, 5 May",
      "10 a.m.–1 p.m.\tItem 1",
      "\tInformal consultations on hooks",
      "3–6 p.m.\tCommittee of the Whole: item 2",
      "Tuesday, 6 May",
      "10 a.m.–1 p.m.\tPlenary",
    );
    expect(codes(draft)).toEqual(expect.arrayContaining(["left-out-text", "not-plenary", "no-items"]));
    expect(draft.meeting.slots.map(({ items: named }) => named)).toEqual([["1"], []]);
  });
});

describe("timetables", () => {
  const slots = (...lines: readonly string[]) =>
    composeDraft(
      readPasted(["Vienna, 5–9 May 2031", "Provisional agenda", "1. Nets", "2. Hooks", "3. Lines", "Timetable", ...lines].join("\n")),
    ).meeting.slots.map(({ start, end, items, continued }) =>
      [`${start.slice(5)}-${end?.slice(11) ?? ""}`, items.join(" "), ...(continued ?? [])].join(" "),
    );

  it("give the items of a line to all its times", () => {
    expect(slots("Monday, 5 May (AM 9.30 to 12.30; PM 2.30 to 5.30)", "1, 2")).toEqual(["05-05T09:30-12:30 1 2", "05-05T14:30-17:30 1 2"]);
  });

  it("do not give the items of a day that is set off to the next", () => {
    expect(slots("Monday, 5 May (all day)", "Items 1 and 2", "Tuesday, 6 May", "10 a.m.–1 p.m.", "Item 3")).toEqual([
      "05-06T10:00-13:00 3",
    ]);
  });

  it("read a day, a sitting and its items off one line", () => {
    expect(slots("Monday, 5 May", "10 a.m.–1 p.m. Item 1 Nets Item 2 Hooks", "Thur 8 May Plenary 3–6 p.m. Item 3")).toEqual([
      "05-05T10:00-13:00 1 2",
      "05-08T15:00-18:00 3",
    ]);
  });

  it("mark the item that is continued, of several", () => {
    expect(slots("Monday, 5 May", "10 a.m.–1 p.m.", "Items 1 (continued) and 2: Nets and hooks")).toEqual(["05-05T10:00-13:00 1 2 1"]);
  });

  it("have only the plenary's sittings", () => {
    expect(
      slots("Monday, 5 May", "10 a.m.–1 p.m.", "Commission A", "Item 1", "3–6 p.m.", "Fishing Commission: item 2", "7–8 p.m.", "Item 3"),
    ).toEqual(["05-05T19:00-20:00 3"]);
  });
});

describe("revisions", () => {
  const slot = (number: string, start: string, items: string[]) => ({ number, start, items });
  const lay = (known: readonly ReturnType<typeof slot>[]) => ({ documented: known, programme: known, numbers: [] });
  const known = lay([slot("1", "2031-05-05T10:00", ["1"]), slot("2", "2031-05-05T15:00", ["2"]), slot("4", "2031-05-06T10:00", ["3"])]);

  it("keep a slot's number by its start, then by its items; the rest get numbers that were never used", () => {
    const { slots } = matchSlots(known, [
      slot("1", "2031-05-05T10:00", ["1", "2"]),
      slot("2", "2031-05-07T10:00", ["3"]),
      slot("3", "2031-05-07T15:00", ["9"]),
    ]);
    expect(slots.map(({ number }) => number)).toEqual(["1", "4", "5"]);
  });

  it("ask where several slots could be meant", () => {
    const twice = lay([slot("1", "2031-05-05T10:00", ["2"]), slot("2", "2031-05-05T15:00", ["2"])]);
    const { slots, warnings } = matchSlots(twice, [slot("1", "2031-05-06T10:00", ["2"])]);
    expect(slots.map(({ number }) => number)).toEqual(["3"]);
    expect(warnings.map(({ code }) => code)).toEqual(["unclear-revision"]);
  });
});
