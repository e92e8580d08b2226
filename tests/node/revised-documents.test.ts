import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Difference } from "../../machines/meeting/differences.ts";
import { applyLocally } from "../../src/cli/import/apply-locally.ts";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";
import { draftRevision } from "../../src/documents/revision/draft-revision.ts";
import { layOver } from "../../src/documents/revision/lay-over.ts";
import type { Base } from "../../src/documents/revision/laying.ts";
import { parseMeetingRecord } from "../../src/meeting/parse.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";

/** What each kind of paper says of a programme that there is, and what it leaves. In words of our own, over the shipped meeting. */

const parsed = parseMeetingRecord(JSON.parse(readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8")));
if (!parsed.ok) throw new Error("the shipped meeting is a record");
const SHIPPED = parsed.value;
const TEXT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");

const at = (record: MeetingRecord, programme = record.slots): Base => ({ record, programme, numbers: [] });

type Choices = NonNullable<Parameters<typeof layOver>[2]>;

/** A document laid over a record, and what that comes to by the rules of the service. */
const lay = (text: string | readonly string[], base: Base = at(SHIPPED), choices: Choices = {}) => {
  const source = readPasted(typeof text === "string" ? text : text.join("\n\n"));
  const { record, warnings } = layOver(base, draftRevision(base.record, source, {}, PLACES), choices);
  const checked = parseMeetingRecord(record);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const applied = applyLocally(base.record, checked.value);
  if (!applied.ok) throw new Error(applied.error);
  const { differences } = applied.value;
  return {
    sent: checked.value,
    becomes: applied.value.record,
    changes: Object.fromEntries(differences.map(({ path, document }) => [path, document])) as Record<string, Difference["document"]>,
    doubts: warnings.map(({ code }) => code),
    warnings,
  };
};

const titleOf = ({ agenda }: MeetingRecord, number: string): Text | undefined => agenda.items.find((item) => item.number === number)?.title;

describe("what a document says that it covers", () => {
  const coverage = (...text: readonly string[]) => {
    const { covers = "all", days, slots } = lay(text).sent;
    return [covers, ...(days ?? new Set(slots.map(({ start }) => start.slice(0, 10))))];
  };

  it.each([
    ["CTOC/COP/WG.4/2010/1/Corr.1", "corrections"],
    ["CTOC/COP/WG.4/2010/1/Add.1", "additions"],
    ["CTOC/COP/WG.4/2010/1/Add.1/Rev.1", "corrections"],
    ["Corrigendum", "corrections"],
    ["Rectificatif", "corrections"],
    ["Corrección", "corrections"],
    ["Исправление", "corrections"],
    ["更正", "corrections"],
    ["تصويب", "corrections"],
    ["Addendum", "additions"],
    ["Additif", "additions"],
    ["Adición", "additions"],
    ["Добавление", "additions"],
    ["增编", "additions"],
    ["إضافة", "additions"],
  ])("%s: %s", (printed, covers) => {
    expect(coverage(printed, "Notes on papers")).toEqual([covers]);
  });

  it.each([
    ["Order of the Day", "Thursday, 28 January 2010", "10 a.m.-1 p.m.\n\nItem 4"],
    ["Programme of meetings for Thursday, 28 January 2010", "10 a.m.-1 p.m.\n\nItem 4"],
    ["Journal", "Thursday, 28 January 2010", "10 a.m.-1 p.m.\n\nItem 4"],
    ["Programme des réunions du jeudi 28 janvier 2010", "10 heures-13 heures\n\nPoint 4"],
    ["Programa de reuniones del jueves 28 de enero de 2010", "10.00 a 13.00 horas\n\nTema 4"],
    ["Программа заседаний на четверг, 28 января 2010 года", "10 ч 00 мин – 13 ч 00 мин\n\nПункт 4"],
    ["会议日刊", "2010年1月28日，星期四", "上午10时至下午1时\n\n项目4"],
    ["2010年1月28日星期四会议日程", "上午10时至下午1时\n\n项目4"],
    ["برنامج الجلسات ليوم الخميس 28 كانون الثاني/يناير 2010", "10/00-13/00\n\nالبند 4"],
  ])("%s: its day", (...text) => {
    expect(coverage(...text)).toEqual(["days", "2010-01-28"]);
  });

  it("a programme without an agenda covers the days that it prints", () => {
    expect(coverage("Proposed organization of work", "Friday, 29 January 2010", "10 a.m.-1 p.m.\n\nItem 5")).toEqual([
      "days",
      "2010-01-29",
    ]);
  });

  it("one that revises another covers all days of the meeting, also those without a sitting now", () => {
    const text = ["CTOC/COP/WG.4/2010/1/Rev.1", "Organization of work", "Thursday, 28 January 2010", "10 a.m.-1 p.m.\n\nItem 4"];
    expect(coverage(...text)).toEqual(["days", "2010-01-27", "2010-01-28", "2010-01-29"]);
  });

  it("does not take an item, a body or a sentence for what a document calls itself", () => {
    const text = TEXT.replace("7. Other matters.", "7. Journal of the Working Group.").replace(
      "\t7\tOther matters",
      "\t7\tJournal of the Working Group",
    );
    expect(lay(text).sent.covers).toBeUndefined();
    expect(lay(`Addendum items will be taken up first.\n\n${TEXT}`).sent.covers).toBeUndefined();
  });

  it("says when its text was closed, where the masthead prints a date", () => {
    expect(lay(["CTOC/COP/WG.4/2010/1/Corr.1", "20 January 2010", "Corrigendum"]).sent.asOf).toBe("2010-01-20");
    expect(lay(["Corrigendum"]).sent.asOf).toBeUndefined();
  });
});

describe("a corrigendum", () => {
  const corrigendum = (...text: readonly string[]) => lay(["CTOC/COP/WG.4/2010/1/Corr.1", "Corrigendum", ...text]);
  const NINE = { start: "2010-01-28T09:00", end: "2010-01-28T12:00" };

  it.each([
    ["English", "Corrigendum", "Thursday, 28 January", "For 10 a.m.-1 p.m. read 9 a.m.-noon"],
    ["English, in four lines", "Corrigendum", "Thursday, 28 January", "For", "10 a.m.-1 p.m.", "Read", "9 a.m.-noon"],
    ["English, in one line", "Corrigendum", "Annex, Thursday, 28 January, morning: for 10 a.m.-1 p.m. read 9 a.m.-noon."],
    ["English, in a table", "Corrigendum", "For\tRead", "28 January, 10 a.m.-1 p.m.\t28 January, 9 a.m."],
    ["French", "Rectificatif", "Jeudi 28 janvier", "Au lieu de 10 heures-13 heures, lire 9 heures-12 heures"],
    ["Spanish", "Corrección", "Jueves 28 de enero", "Donde dice 10.00 a 13.00 horas léase 9.00 a 12.00 horas"],
    ["Spanish, in four lines", "Corrección", "Jueves 28 de enero", "Donde dice", "10.00 a 13.00 horas", "debe decir", "9.00 a 12.00 horas"],
    ["Chinese", "更正", "1月28日，星期四", "将“上午10时至下午1时”改为“上午9时至12时”"],
    ["Arabic", "تصويب", "الخميس، 28 كانون الثاني/يناير", "بدلا من الساعة 10/00-13/00 يقرأ الساعة 9/00-12/00"],
    ["Russian", "Исправление", "Четверг, 28 января", "Вместо 10 ч 00 мин – 13 ч 00 мин читать 9 ч 00 мин – 12 ч 00 мин"],
  ])("corrects the time of the one sitting that it names, in %s", (form, ...text) => {
    const { changes, doubts } = lay(text);
    if (form.endsWith("table")) expect([changes, doubts]).toEqual([{}, ["unplaced-correction"]]);
    else expect([changes, doubts]).toEqual([{ "slots.3.time": NINE }, []]);
  });

  it("quotes what could be several sittings, or none, and guesses nothing", () => {
    const several = corrigendum("For 10 a.m.-1 p.m. read 9 a.m.-noon");
    expect([several.changes, several.doubts]).toEqual([{}, ["unclear-correction"]]);
    const none = corrigendum("Thursday, 28 January", "For 11 a.m.-1 p.m. read 9 a.m.-noon");
    expect(none.changes).toEqual({});
    expect(none.warnings).toEqual([expect.objectContaining({ code: "unplaced-correction" })]);
    expect(none.warnings[0]?.message).toContain("For 11 a.m.-1 p.m. read 9 a.m.-noon");
    expect(none.warnings[0]?.line).toBe(7);
  });

  it("quotes an instruction that is no correction of words", () => {
    const { changes, doubts } = corrigendum("Delete item 7.", "Thursday, 28 January", "For 10 a.m.-1 p.m. read 9 a.m.-noon");
    expect([Object.keys(changes), doubts]).toEqual([["slots.3.time"], ["unplaced-correction"]]);
  });

  it.each([
    "The title of agenda item 4 should read: Demand",
    "Le titre du point 4 doit se lire comme suit : Demande",
    "El título del tema 4 debe leerse como sigue: Demanda",
    "Название пункта 4 следует читать: Спрос",
  ])("quotes a sentence that says what should be read, and not for what: %s", (sentence) => {
    const { changes, warnings } = corrigendum(sentence, "Thursday, 28 January", "For 10 a.m.-1 p.m. read 9 a.m.-noon");
    expect(Object.keys(changes)).toEqual(["slots.3.time"]);
    expect(warnings.map(({ code, message }) => [code, message.includes(sentence)])).toEqual([["unplaced-correction", true]]);
  });

  it("quotes what stands after the last correction, and is none", () => {
    const { warnings } = corrigendum("Thursday, 28 January", "For 10 a.m.-1 p.m. read 9 a.m.-noon", "Item 7 is considered on Friday.");
    expect(warnings[0]?.message).toContain("Item 7 is considered on Friday.");
  });

  it("corrects words of a title", () => {
    const { becomes, changes, doubts } = corrigendum("Agenda item 4", "For “exploitative services” read “services that exploit”");
    expect([Object.keys(changes), doubts]).toEqual([["items.4"], []]);
    expect(titleOf(becomes, "4")).toBe("Good practices and tools in discouraging the demand for services that exploit");
  });

  it("corrects the items of a sitting, its day, the meeting's dates and place", () => {
    expect(corrigendum("For items 4 and 5 read items 4, 5 and 6").becomes.slots[3]?.items).toEqual(["4", "5", "6"]);
    expect(corrigendum("Friday, 29 January, afternoon", "For 29 January read 30 January").becomes.slots[5]?.start).toBe("2010-01-30T15:00");
    expect(corrigendum("For 27-29 January 2010 read 27-30 January 2010").becomes.closesOn).toBe("2010-01-30");
    expect(corrigendum("For Vienna read Geneva").becomes.city).toBe("Geneva");
  });

  it("corrects the symbol of a document, and the other leaves", () => {
    const { becomes, doubts } = corrigendum("For CTOC/COP/WG.4/2010/3 read CTOC/COP/WG.4/2010/13");
    const symbols = becomes.documents?.map(({ symbol }) => symbol);
    expect(doubts).toEqual([]);
    expect(symbols).toContain("CTOC/COP/WG.4/2010/13");
    expect(symbols).not.toContain("CTOC/COP/WG.4/2010/3");
    expect(symbols).toHaveLength(SHIPPED.documents?.length ?? 0);
  });

  it("says of what is so already that it is", () => {
    const { changes, doubts } = corrigendum("Thursday, 28 January, morning", "For 11 a.m.-1 p.m. read 10 a.m.-1 p.m.");
    expect([changes, doubts]).toEqual([{}, ["already-corrected"]]);
  });

  const title = { en: "Other matters", fr: "Questions diverses", zh: "其他事项", ar: "مسائل أخرى" };
  const SIXFOLD: MeetingRecord = {
    ...SHIPPED,
    agenda: { ...SHIPPED.agenda, items: SHIPPED.agenda.items.map((item) => (item.number === "7" ? { ...item, title } : item)) },
  };

  it.each([
    ["fr", "Rectificatif", "Au lieu de « Questions diverses », lire « Divers »", "Divers"],
    ["zh", "更正", "将“其他事项”改为“其他问题”", "其他问题"],
    ["ar", "تصويب", "بدلا من ”مسائل أخرى“ يقرأ ”مسائل متنوعة“", "مسائل متنوعة"],
  ])("in one language speaks for that language only: %s", (language, heading, correction, becomes) => {
    const laid = lay([heading, correction], at(SIXFOLD));
    expect(laid.doubts).toEqual([]);
    expect(titleOf(laid.becomes, "7")).toEqual({ ...title, [language]: becomes });
  });

  it("that says so changes no time of all languages", () => {
    const text = [
      "Corrigendum",
      "(French only)",
      "Rectificatif",
      "Français seulement",
      "Jeudi 28 janvier",
      "Au lieu de 10 heures-13 heures, lire 9 heures-12 heures",
    ];
    const { changes, doubts } = lay(text, at(SIXFOLD));
    expect([changes, doubts]).toEqual([{}, ["other-languages"]]);
  });

  it("that is the whole text is not searched for corrections in its sentences", () => {
    const notes = "1. For the first time the Working Group will read its draft. Delegations should read the papers.\n\n7. Other matters";
    const { changes, doubts } = lay(
      TEXT.replace("Distr.: General", "CTOC/COP/WG.4/2010/1/Corr.1\n\nDistr.: General").replace("7. Other matters\n", `${notes}\n`),
    );
    expect([changes, doubts]).toEqual([{}, []]);
  });

  it("that is the whole text changes the one title, and takes nothing away", () => {
    const whole = TEXT.replace("Distr.: General", "CTOC/COP/WG.4/2010/1/Corr.1\n\nDistr.: General").replaceAll(
      "Other matters",
      "Any other matters",
    );
    const { changes, doubts, sent } = lay(whole);
    expect([changes, doubts]).toEqual([{ "items.7": { number: "7", title: "Any other matters" } }, []]);
    expect(sent.covers).toBe("corrections");
  });
});

/** The shipped text with a new item 3, and the numbers after it. */
const REV_1 = TEXT.replace("Distr.: General", "CTOC/COP/WG.4/2010/1/Rev.1\n\nDistr.: General")
  .replaceAll(/^([3-8])(?=\. )/gm, (number) => String(Number(number) + 1))
  .replaceAll(/(?<=\t)([3-8])(?=\t)/g, (number) => String(Number(number) + 1))
  .replace("4. Analysis", "3. Election of officers.\n4. Analysis")
  .replace("3-6 p.m.\t4\tAnalysis", "3-6 p.m.\t3\tElection of officers\n\t4\tAnalysis");

describe("a Rev.", () => {
  it("that inserts an item says what each other was", () => {
    const { sent, doubts, becomes } = lay(REV_1);
    expect(doubts).toEqual([]);
    expect(sent.agenda.items.map(({ number, was }) => [number, was])).toEqual([
      ["1", undefined],
      ["2", undefined],
      ["3", null],
      ["4", "3"],
      ["5", "4"],
      ["6", "5"],
      ["7", "6"],
      ["8", "7"],
      ["9", "8"],
    ]);
    expect(becomes.slots.map(({ number, items }) => `${number}: ${items.join(" ")}`)).toEqual([
      "1: 1(a) 1(b) 2",
      "2: 3 4",
      "3: 5",
      "4: 5 6",
      "5: 6",
      "6: 7 8 9",
    ]);
  });

  it("carries over what that kind of paper never prints", () => {
    const rich: MeetingRecord = {
      ...SHIPPED,
      sittingMinutes: 180,
      agenda: {
        ...SHIPPED.agenda,
        items: SHIPPED.agenda.items.map((item) =>
          item.number === "4"
            ? {
                ...item,
                title: { en: "Good practices and tools in discouraging the demand for exploitative services", fr: "Bonnes pratiques" },
                shortTitle: "Demand",
                role: "report",
              }
            : item,
        ),
      },
      documents: [...(SHIPPED.documents ?? []), { symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["4"], issuedOn: "2010-01-20" }],
      slots: SHIPPED.slots.map((slot) =>
        slot.number === "3" ? { ...slot, access: "open", webcast: "https://example.org/3", venue: "Board Room A" } : slot,
      ),
    };
    const { becomes, changes } = lay(REV_1, at(rich));
    const [item, slot] = [becomes.agenda.items.find(({ number }) => number === "5"), becomes.slots.find(({ number }) => number === "3")];
    expect(item).toMatchObject({ title: { fr: "Bonnes pratiques" }, shortTitle: "Demand", role: "report" });
    expect(slot).toMatchObject({ access: "open", webcast: "https://example.org/3", venue: "Board Room A" });
    expect(becomes.documents?.at(-1)).toEqual({ symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["5"], issuedOn: "2010-01-20" });
    expect(becomes.sittingMinutes).toBe(180);
    expect(Object.keys(changes).filter((path) => !path.startsWith("items."))).toEqual([]);
  });

  it("that is the same text changes nothing, and neither does a reissue", () => {
    expect(lay(TEXT).changes).toEqual({});
    expect(
      lay(TEXT.replace("Distr.: General", "CTOC/COP/WG.4/2010/1*\n\nDistr.: General").concat("\n\n* Reissued for technical reasons."))
        .changes,
    ).toEqual({});
  });

  it("gives a sitting that it adds a number that none ever had", () => {
    const added = { number: "7", start: "2010-01-29T18:30", items: ["8"] };
    const text = TEXT.replace("\t8\tAdoption of the report", "\t8\tAdoption of the report\n7.30-8 p.m.\t7\tOther matters");
    const { sent } = lay(text, { record: SHIPPED, programme: [...SHIPPED.slots, added], numbers: ["8"] });
    expect(sent.slots.at(-1)).toMatchObject({ number: "9", start: "2010-01-29T19:30" });
  });

  it("knows a sitting that an event added by its time", () => {
    const added = { number: "7", start: "2010-01-29T19:30", items: ["7"], webcast: "https://example.org/7" };
    const text = TEXT.replace("\t8\tAdoption of the report", "\t8\tAdoption of the report\n7.30-8 p.m.\t7\tOther matters");
    const { sent } = lay(text, { record: SHIPPED, programme: [...SHIPPED.slots, added], numbers: ["7"] });
    expect(sent.slots.at(-1)).toMatchObject({ number: "7", start: "2010-01-29T19:30", webcast: "https://example.org/7" });
  });

  it("asks which of two items that are alike is which, and is told", () => {
    const twice: MeetingRecord = {
      ...SHIPPED,
      agenda: {
        ...SHIPPED.agenda,
        items: [...SHIPPED.agenda.items, { number: "9", title: "Other matters" }],
      },
    };
    const text = TEXT.replace("8. Adoption of the report.", "8. Adoption of the report.\n10. Other matters.")
      .replace("7. Other matters.\n", "")
      .replace("\t7\tOther", "\t10\tOther");
    const asked = lay(text, at(twice));
    expect(asked.doubts).toContain("unclear-item");
    const told = lay(text, at(twice), { said: new Map([["10", "9"]]) });
    expect(told.doubts).not.toContain("unclear-item");
    expect(told.sent.agenda.items.find(({ number }) => number === "10")?.was).toBe("9");
  });

  it("takes quite another title under the same number to be a new item, and says so", () => {
    const { sent, doubts } = lay(TEXT.replaceAll("Other matters", "Budget of the trust fund"));
    expect(doubts).toEqual(["replaced-item"]);
    expect(sent.agenda.items.find(({ number }) => number === "7")?.was).toBeNull();
    const same = lay(TEXT.replaceAll("Other matters", "Budget of the trust fund"), at(SHIPPED), { said: new Map([["7", "7"]]) });
    expect(same.sent.agenda.items.find(({ number }) => number === "7")?.was).toBe("7");
  });

  it("without an organization of work leaves the one that there is, with the numbers of now", () => {
    const { becomes } = lay(REV_1.slice(0, REV_1.indexOf("Annex\n")));
    expect(becomes.slots.map(({ items }) => items.join(" "))).toEqual(["1(a) 1(b) 2", "4", "5", "5 6", "6", "7 8 9"]);
  });
});

describe("an Order of the Day", () => {
  const day = ["Working Group on Trafficking in Persons", "Order of the Day", "Thursday, 28 January 2010"];

  it("states its day, and no other", () => {
    const { changes, doubts, becomes } = lay([...day, "10 a.m.-1 p.m.\nItem 4: Demand for exploitative services\nItem 5: Victims"]);
    expect(doubts).toEqual([]);
    expect(changes).toEqual({ "slots.4": null, "items.5.slots": { "3": false, "5": true } });
    expect(becomes.slots.map(({ number }) => number)).toEqual(["1", "2", "3", "5", "6"]);
    expect(becomes.agenda.items).toEqual(SHIPPED.agenda.items);
    expect(becomes.title).toBe(SHIPPED.title);
  });

  it("adds an item that the agenda lacks, and tells of one that has no title", () => {
    const { changes, doubts } = lay([
      ...day,
      "10 a.m.-1 p.m.\nItem 4: Demand\nItem 9: Visit of the Secretary-General\nItem 12",
      "3-6 p.m.\nItem 4 (continued)\nItem 5",
    ]);
    expect(doubts).toEqual(["unknown-item"]);
    expect(changes["items.9"]).toEqual({ number: "9", title: "Visit of the Secretary-General" });
    expect(Object.keys(changes)).toEqual(["items.9", "items.9.slots"]);
  });

  it("without a sitting that could be read says so, and takes nothing away", () => {
    const { changes, doubts } = lay(["Order of the Day", "Thursday, 28 January 2010", "Consultations"]);
    expect(changes).toEqual({});
    expect(doubts).toContain("no-sittings");
  });
});

describe("an Add.", () => {
  const addendum = (...text: readonly string[]) => lay(["CTOC/COP/WG.4/2010/1/Add.1", "Provisional agenda", "Addendum", ...text]);

  it("with one item adds it", () => {
    const { changes, doubts } = addendum("Provisional agenda", "9. Date and place of the next meeting.");
    expect([changes, doubts]).toEqual([{ "items.9": { number: "9", title: "Date and place of the next meeting" } }, []]);
  });

  it("adds a sitting beside those that there are", () => {
    const { becomes } = addendum(
      "Provisional agenda",
      "9. Next meeting.",
      "Organization of work",
      "Thursday, 28 January 2010",
      "7-8 p.m.\t9\tNext meeting",
    );
    expect(becomes.slots).toHaveLength(7);
    expect(becomes.slots.find(({ number }) => number === "7")).toMatchObject({ start: "2010-01-28T19:00", items: ["9"] });
  });

  it("puts its item into a sitting that there is, beside what is there", () => {
    const { becomes } = addendum(
      "Provisional agenda",
      "9. Next meeting.",
      "Organization of work",
      "Friday, 29 January 2010",
      "3-6 p.m.\t9\tNext meeting",
    );
    expect(becomes.slots).toHaveLength(6);
    expect(becomes.slots.find(({ number }) => number === "6")?.items).toEqual(["6", "7", "8", "9"]);
  });

  it("leaves out an item under a number that another has", () => {
    const { changes, doubts } = addendum("Provisional agenda", "7. Budget of the trust fund.");
    expect(changes).toEqual({});
    expect(doubts).toContain("number-taken");
  });
});

describe("a version in another language", () => {
  const FRENCH = [
    "CTOC/COP/WG.4/2010/1",
    "Groupe de travail sur la traite des personnes",
    "Vienne, 27-29 janvier 2010",
    "Ordre du jour provisoire",
    "1. Questions d'organisation:\n (a) Ouverture de la réunion;\n (b) Adoption de l'ordre du jour et organisation des travaux.\n2. Application du Protocole contre la traite des personnes.\n3. Analyse des notions clefs.\n4. Bonnes pratiques pour décourager la demande.\n5. Non-sanction des victimes de la traite.\n6. Gestion des affaires.\n7. Questions diverses.\n8. Adoption du rapport.",
  ];

  it.each([undefined, "fr"] as const)("adds the titles of that language, and no other changes (--language %s)", (language) => {
    const { becomes, doubts } = lay(FRENCH, at(SHIPPED), { language });
    expect(doubts).toEqual([]);
    expect(titleOf(becomes, "7")).toEqual({ en: "Other matters", fr: "Questions diverses" });
    expect(becomes.agenda.items[0]?.subitems?.[0]?.title).toEqual({ en: "Opening of the meeting", fr: "Ouverture de la réunion" });
    expect(becomes.agenda.items.map(({ annotation }) => annotation)).toEqual(SHIPPED.agenda.items.map(({ annotation }) => annotation));
    expect(becomes.slots).toEqual(SHIPPED.slots);
    expect(becomes.agenda.symbol).toBe(SHIPPED.agenda.symbol);
  });

  it("tells of a sitting that is at another time in it, and leaves it", () => {
    const { becomes, doubts } = lay([
      ...FRENCH,
      "Organisation des travaux",
      "Jeudi 28 janvier 2010",
      "11 heures-13 heures\t4\tBonnes pratiques pour décourager la demande",
    ]);
    expect(doubts).toEqual(["language-differs"]);
    expect(becomes.slots).toEqual(SHIPPED.slots);
  });
});
