import { describe, expect, it } from "vitest";
import { explainLines, type Use } from "../src/documents/account/explain-lines.ts";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";
import { flattenBlocks } from "../src/documents/model/lines.ts";
import { makeRule, parseMeaning, type LineRule } from "../src/documents/rules/line-rule.ts";
import { formatRules, parseRules } from "../src/documents/rules/rules-text.ts";

/** What each line of a document became, and what a person says of lines that were misread. */

const HEAD = [
  "FISH/9/1",
  "Fishing Committee",
  "Ninth session",
  "Rome, 5-9 May 2031",
  "Provisional agenda",
  "1. Nets",
  "2. Hooks and",
  "eyes",
  "3. Lines",
];
const DOCUMENT = [
  ...HEAD,
  "Monday, 5 May",
  "10 a.m.-1 p.m.",
  "Item 1",
  "half past two till five",
  "Item 2",
  "A visit to the harbour",
  "Tuesday, 6 May",
  "10 a.m.-1 p.m.",
  "Item 3",
];

const read = (lines: readonly string[], rules: readonly LineRule[] = [], said: readonly string[] = []): Draft =>
  composeDraft(readPasted(lines.join("\n")), {}, undefined, { rules, said: said.flatMap((one) => parseMeaning(one) ?? []) });
const slots = ({ meeting }: Draft) =>
  meeting.slots.map(({ start, end, items }) => `${start.slice(8, 10)} ${start.slice(11)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const codes = ({ warnings }: Draft) => warnings.map(({ code }) => code);

/** The rule that a line has a meaning, as `--line` makes it. */
const say = (document: readonly string[], printed: string, meaning: string): LineRule => {
  const lines = flattenBlocks(readPasted(document.join("\n")).blocks);
  const said = parseMeaning(meaning);
  const rule = said && makeRule(lines, document.indexOf(printed) + 1, said, true);
  if (!rule) throw new Error(`no line: ${printed}`);
  return rule;
};

const sayUse = (use: Use): string =>
  "number" in use ? `${use.kind} ${use.number}` : "field" in use ? use.field : "date" in use ? `day ${use.date}` : use.kind;
const explain = (document: readonly string[], draft: Draft): Record<string, string> =>
  Object.fromEntries(explainLines(readPasted(document.join("\n")), draft).map(({ text, uses }) => [text, uses.map(sayUse).join(", ")]));

describe("the account of a document", () => {
  const account = explain(DOCUMENT, read(DOCUMENT));

  it("names what each line of the masthead says", () => {
    expect(account).toMatchObject({
      "FISH/9/1": "symbol",
      "Fishing Committee": "body, title",
      "Ninth session": "title",
      "Rome, 5-9 May 2031": "city, dates",
    });
  });

  it("names the item that a line is, and each line over which its title goes on", () => {
    expect(account).toMatchObject({ "1. Nets": "item 1", "2. Hooks and": "item 2", eyes: "item 2", "Provisional agenda": "heading" });
  });

  it("names the day and the sittings that a line says", () => {
    expect(account).toMatchObject({ "Tuesday, 6 May": "day 2031-05-06", "Item 3": "slot 2" });
    expect(account["10 a.m.-1 p.m."]).toBe("slot 2");
  });

  it("leaves no line out that has a doubt of its own", () => {
    const draft = read(DOCUMENT);
    const lines = explainLines(readPasted(DOCUMENT.join("\n")), draft);
    for (const { line, code } of draft.warnings)
      if (line !== undefined) expect(lines[line - 1]?.uses).toContainEqual({ kind: "doubt", code });
  });

  it("says of a line that was read amiss what a person said of it", () => {
    const rule = say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00");
    expect(explain(DOCUMENT, read(DOCUMENT, [rule]))["half past two till five"]).toContain("said");
  });
});

describe("a page of one line", () => {
  const page = HEAD.map((line) => `<p>${line}</p>`).join("");
  const rows = "<tr><td>Monday, 5 May</td><td></td></tr><tr><td>10 a.m.-1 p.m.</td><td>Item 1</td></tr>";
  const document = readPasted(`${page}<table>${rows}<tr><td>Item 2<br>Item 3</td></tr></table>`);

  it("has a number for each paragraph, and for each within a cell that stands alone", () => {
    expect(flattenBlocks(document.blocks).map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  });

  it("can be corrected line by line", () => {
    const rule = makeRule(flattenBlocks(document.blocks), 8, { kind: "item", text: "2 = Hooks" }, true);
    const draft = composeDraft(document, {}, undefined, { rules: rule ? [rule] : [], said: [] });
    expect(draft.meeting.agenda.items[1]).toMatchObject({ number: "2", title: "Hooks" });
  });
});

describe("a line of which nothing became anything", () => {
  const warned = (...lines: readonly string[]) => read(lines).warnings.flatMap(({ line }) => (line === undefined ? [] : [lines[line - 1]]));

  it.each([
    ["a weekday alone, where no programme is", "Monday/Tuesday"],
    ["hours within a note", "Delegations are informed that registration is open (9.30 a.m. to 1 p.m.)"],
    ["hours within a note, in French", "Les délégations sont informées que l’inscription est ouverte de 9 h 30 à 13 heures"],
    ["hours behind a date", "Lists are open: 15 September 2031, 10 a.m. to 1 p.m."],
    ["a day in Russian", "понедельник, вторник"],
    ["the hour of a day", "1. The session will open on Monday, 15 September 2031, at 10 a.m."],
  ])("is warned of where it prints %s", (_, line) => {
    expect(warned(line, "Annex", ...HEAD)).toContain(line);
    expect(warned(...HEAD, "Annex", line)).toContain(line);
  });

  it.each(["The harbour has been open since 2019", "See paragraph 10.2 to 10.4", "Ratio 1:2 - 1:4"])(
    "is not where it prints none: %s",
    (line) => {
      expect(warned(...HEAD, "Annex", line)).not.toContain(line);
    },
  );
});

describe("what is said of a line", () => {
  it("gives a sitting to which the lines below it belong", () => {
    expect(slots(read(DOCUMENT))).toEqual(["05 10:00-13:00 1 2", "06 10:00-13:00 3"]);
    expect(slots(read(DOCUMENT, [say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00")]))).toEqual([
      "05 10:00-13:00 1",
      "05 14:30-17:00 2",
      "06 10:00-13:00 3",
    ]);
  });

  it("gives all items of a sitting where it names them", () => {
    const rules = [say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00 = 1, 3")];
    expect(slots(read(DOCUMENT, rules))).toContain("05 14:30-17:00 1 3");
  });

  it("gives an item that stands among the others by its number", () => {
    const document = [...HEAD.slice(0, 6), "two) Hooks", "3. Lines"];
    const { meeting } = read(document, [say(document, "two) Hooks", "item 2 = Hooks")]);
    expect(meeting.agenda.items.map(({ number, title }) => [number, title])).toEqual([
      ["1", "Nets"],
      ["2", "Hooks"],
      ["3", "Lines"],
    ]);
  });

  it("takes a line out that means nothing", () => {
    expect(slots(read(DOCUMENT, [say(DOCUMENT, "Item 3", "nothing")]))).toEqual(["05 10:00-13:00 1 2"]);
  });

  it("takes a row out of its table, and the other rows stay what they are", () => {
    const rows = ["Time\tMonday, 5 May\tTuesday, 6 May", "10 a.m.-1 p.m.\tItem 1\tItem 2", "3 to 7 or so\tItem 3\t"];
    const document = [...HEAD, ...rows];
    const rule = { printed: rows[2] ?? "", meaning: { kind: "slot", text: "5 May 15:00-19:00 = 3" }, isWhole: true } as const;
    expect(slots(read(document, [{ ...rule, under: "Monday, 5 May" }]))).toEqual([
      "05 10:00-13:00 1",
      "05 15:00-19:00 3",
      "06 10:00-13:00 2",
    ]);
  });

  it("is applied to the next document by the printed words, wherever the line stands in it", () => {
    const rule = say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00");
    const next = ["FISH/9/1/Rev.1", ...HEAD.slice(1), "4. Other matters", ...DOCUMENT.slice(HEAD.length)];
    expect(slots(read(next, [rule]))).toContain("05 14:30-17:00 2");
  });

  it("is not applied under another day, nor where several lines are like it, and that is said", () => {
    const rule = say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00");
    const moved = DOCUMENT.map((line) => (line === "Monday, 5 May" ? "Wednesday, 7 May" : line));
    expect(codes(read(moved, [rule]))).toContain("unused-rule");
    const twice = DOCUMENT.toSpliced(DOCUMENT.length - 3, 0, "half past two till five");
    expect(codes(read(twice, [rule]))).toContain("unclear-rule");
    expect(slots(read(moved, [rule]))).toEqual(slots(read(moved)));
  });
});

describe("what is corrected", () => {
  it("becomes a rule of the line that it is about", () => {
    const { rules } = read(DOCUMENT, [], ["slot 6 May 10:00-12:00 = 3", "item 1 = Nets and floats"]);
    expect(rules.map(({ printed, under, isWhole }) => [printed, under, isWhole])).toEqual([
      ["10 a.m.-1 p.m.", "Tuesday, 6 May", false],
      ["1. Nets", undefined, false],
    ]);
    expect(slots(read(DOCUMENT, rules))).toContain("06 10:00-12:00 3");
  });

  it("is said to be about no line where the document has none", () => {
    expect(codes(read(DOCUMENT, [], ["slot 7 May 10:00-13:00 = 1"]))).toContain("unbound-correction");
  });

  it("gives way to what is said of the same thing later", () => {
    const { rules } = read(DOCUMENT, [], ["slot 6 May 10:00-12:00 = 3"]);
    const later = read(DOCUMENT, rules, ["slot 6 May 10:00-11:00 = 3"]);
    expect(later.rules).toHaveLength(1);
    expect(slots(later)).toContain("06 10:00-11:00 3");
  });

  it("is kept as a text that people can read", () => {
    const rules = [
      say(DOCUMENT, "half past two till five", "slot 5 May 14:30-17:00 = 2"),
      ...read(DOCUMENT, [], ["item 1 = Nets: old ones"]).rules,
    ];
    expect(parseRules(formatRules(rules))).toEqual(rules);
    expect(formatRules(rules)).toContain("line: half past two till five\nunder: Monday, 5 May\ninstead: slot 5 May 14:30-17:00 = 2");
    expect(parseRules("line: a\nmeans: b")).toBeUndefined();
  });
});
