import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseMeetingRecord } from "../../src/meeting/events.ts";
import { numberedItems, type MeetingRecord } from "../../src/meeting/record.ts";
import { titleIn } from "../../src/meeting/text.ts";
import { timesText } from "../../src/words/english-times.ts";

/** What ships as data says what its document says: checked against the text, and without our own importer. */

const DOCUMENTS = "data/documents";
const MEETINGS = "data/meetings";
const names = readdirSync(MEETINGS).map((file) => basename(file, ".json"));

const recordOf = (name: string): MeetingRecord => {
  const parsed = parseMeetingRecord(JSON.parse(readFileSync(join(MEETINGS, `${name}.json`), "utf8")));
  if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.errors, null, 2));
  return parsed.value;
};

const documentOf = (name: string): string => readFileSync(join(DOCUMENTS, `${name}.txt`), "utf8");

/** Without markup and with single spaces: page breaks part sentences, bold and italics part words. */
const plain = (text: string): string =>
  text
    .replaceAll(/<\/?i>|\*\*/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

const asPrinted = (number: string): string => number.replace("(", " (");

/** `Wednesday, 27 January`, as tables print the day. */
const printedDay = (start: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(`${start}:00Z`))
    .replace(/^(\w+),? /, "$1, ");

/** The rows of the organization of work: each with its day, its times, and its items as cells. */
const tableRows = (document: string) => {
  const table = document.slice(document.indexOf("Proposed organization of work"));
  let [day, times] = ["", ""];
  return table.split("\n").flatMap((line) => {
    const cells = line.split("\t").map((cell) => plain(cell));
    if (/^\w+day, \d+ \w+$/.test(cells[0] ?? "")) day = cells[0] ?? "";
    if (/[ap]\.m\./.test(cells[0] ?? "")) times = cells[0] ?? "";
    return /^\d/.test(cells[1] ?? "") ? [{ day, times, item: cells[1] ?? "", title: cells[2] ?? "" }] : [];
  });
};

describe.for(names)("data/meetings/%s.json", (name) => {
  const record = recordOf(name);
  const document = documentOf(name);
  const text = plain(document);
  const items = numberedItems(record.agenda.items);

  it("names the body, its parent, the place and the date of issue as the document does", () => {
    expect(text).toContain(record.body.name);
    expect(text).toContain(record.body.parent);
    expect(text).toContain("Vienna, 27-29 January 2010");
    expect({ city: record.city, opensOn: record.opensOn, closesOn: record.closesOn }).toEqual({
      city: "Vienna",
      opensOn: "2010-01-27",
      closesOn: "2010-01-29",
    });
    expect(text).toContain(
      `Distr.: ${record.agenda.distribution ?? ""} 10 December 2009 Original: ${record.agenda.originalLanguage ?? ""}`,
    );
    expect(record.agenda.issuedOn).toBe("2009-12-10");
    expect(record.agenda.symbol).toBe("CTOC/COP/WG.4/2010/1");
    expect(text).toContain("interpretation in the six official languages");
    expect(record.languages).toHaveLength(6);
  });

  it("has every item of the agenda with its whole title, and no other", () => {
    const agenda = document.slice(document.indexOf("Provisional agenda and annotations"), document.indexOf("\nAnnotations\n"));
    const listed = agenda
      .split("\n")
      .map(plain)
      .filter((line) => /^(?:\d\.|- \([a-z]\)) /.test(line));
    const printed = items.map(
      ({ number, item }) => `${number.includes("(") ? `- ${number.replace(/^\d+/, "")}` : `${number}.`} ${titleIn(item.title, "en")}`,
    );
    expect(listed.map((line) => line.replace(/[.;:]$/, ""))).toEqual(printed);
  });

  it("has every annotation in full: what is left of the text is titles and documents", () => {
    const annotations = text.slice(text.indexOf("Annotations 1."), text.indexOf("Annex Proposed organization"));
    const known = [
      ...items.flatMap(({ number, item }) => [
        `${number.includes("(") ? number.replace(/^\d+/, "") : `${number}.`} ${titleIn(item.title, "en")}`,
        ...(item.annotation?.split("\n\n") ?? []),
      ]),
      ...(record.documents ?? []).map(({ symbol, title }) => `${title === undefined ? "" : titleIn(title, "en")} (${symbol})`),
    ];
    let rest = annotations;
    for (const passage of known.toSorted((a, b) => b.length - a.length)) {
      expect(rest, passage.slice(0, 60)).toContain(passage);
      rest = rest.replace(passage, "");
    }
    expect(plain(rest.replaceAll(/Annotations|Documentation|-/g, ""))).toBe("");
  });

  it("gives each annotation to the item under whose heading it stands", () => {
    const annotations = text.slice(text.indexOf("Annotations 1."));
    const headings = items.map(({ number, item }) =>
      annotations.indexOf(`${number.includes("(") ? number.replace(/^\d+/, "") : `${number}.`} ${titleIn(item.title, "en")}`),
    );
    for (const [at, { item, number }] of items.entries()) {
      const position = item.annotation === undefined ? headings[at] : annotations.indexOf(item.annotation.split("\n\n")[0] ?? "");
      expect(position, number).toBeGreaterThanOrEqual(headings[at] ?? Number.NaN);
      expect(position, number).toBeLessThan(headings[at + 1] ?? Number.POSITIVE_INFINITY);
    }
  });

  it("gives each document to the item under which it is listed", () => {
    const annotations = text.slice(text.indexOf("Annotations 1."));
    const listed = [...annotations.matchAll(/\((CTOC\/[A-Z0-9./]+)\)/g)].map((match) => {
      const served = items.filter(({ item, number }) => {
        const heading = annotations.indexOf(`${number}. ${titleIn(item.title, "en")}`);
        return heading >= 0 && heading < match.index;
      });
      return { symbol: match[1], items: [served.at(-1)?.number] };
    });
    expect((record.documents ?? []).map(({ symbol, items: served }) => ({ symbol, items: served }))).toEqual(listed);
  });

  it("has the slots of the organization of work with their items, and which are continued", () => {
    const titles = new Map(items.map(({ number, item }) => [number, titleIn(item.title, "en")]));
    const ours = record.slots.flatMap((slot) =>
      slot.items.map((number) => ({
        day: printedDay(slot.start),
        times: timesText(slot.start, slot.end),
        item: asPrinted(number),
        title: `${titles.get(number) ?? ""}${slot.continued?.includes(number) ? " (continued)" : ""}`,
      })),
    );
    expect(ours).toEqual(tableRows(document));
    expect(record.slots.map(({ start }) => start.slice(0, 4))).toEqual(record.slots.map(() => "2010"));
  });

  it("marks what opens the meeting, adopts the agenda and adopts the report", () => {
    const roles = items.flatMap(({ number, item }) => (item.role ? [[item.role, number, titleIn(item.title, "en")]] : []));
    expect(roles).toEqual([
      ["opening", "1(a)", "Opening of the meeting"],
      ["adoption", "1(b)", "Adoption of the agenda and organization of work"],
      ["report", "8", "Adoption of the report"],
    ]);
  });
});

const SHARED = "../shared/seeds/provisional-agenda.txt";

it.skipIf(!existsSync(SHARED))("the shipped document is the one that was given, byte for byte", () => {
  expect(readFileSync(join(DOCUMENTS, "ctoc-cop-wg4-2010.txt"), "utf8")).toBe(readFileSync(SHARED, "utf8"));
});
