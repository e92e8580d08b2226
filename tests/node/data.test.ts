import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseMeetingRecord } from "../../src/meeting/parse.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { chooseText } from "../../src/meeting/text.ts";
import { ENGLISH_DATES as dates } from "../../src/i18n/dates-en.ts";

/** What ships as data says what its document says: checked against the text, and without our own importer. */

const DOCUMENTS = "data/documents";
const MEETINGS = "data/meetings";
const names = readdirSync(MEETINGS).map((file) => basename(file, ".json"));

const recordOf = (name: string): MeetingRecord => {
  const parsed = parseMeetingRecord(JSON.parse(readFileSync(join(MEETINGS, `${name}.json`), "utf8")));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 2));
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

/** `(a)` or `2.`, as headings begin. */
const heading = ({ number, item }: NumberedItem): string =>
  `${number.includes("(") ? number.replace(/^\d+/, "") : `${number}.`} ${chooseText(item.title, "en")}`;

describe.for(names)("data/meetings/%s.json", (name) => {
  const record = recordOf(name);
  const document = documentOf(name);
  const text = plain(document);
  const items = numberItems(record.agenda.items);
  const annotations = text.slice(text.indexOf("Annotations 1.") + "Annotations ".length, text.indexOf("Annex Proposed organization"));

  /** What stands below the heading of each item, up to the next heading: its annotation, and its documentation. */
  const sections = items.map((entry, at) => {
    const start = annotations.indexOf(heading(entry));
    const next = items[at + 1];
    const end = next ? annotations.indexOf(heading(next), start) : annotations.length;
    const [annotation = "", documentation = ""] = annotations
      .slice(start + heading(entry).length, end)
      .replace(/ - $/, "")
      .split(" Documentation ");
    return { number: entry.number, start, annotation: annotation.trim(), documentation: documentation.trim() };
  });

  it("names the body, its parent, the place and the date of issue as the document does, each on a line of its own", () => {
    const lines = document.split("\n").map((line) => line.trim());
    expect(lines).toContain(record.body.name);
    expect(lines).toContain(record.body.parent);
    expect(record.title).toBe(record.body.name);
    const [first, last] = [record.opensOn, record.closesOn].map((date) => new Date(`${date}T00:00:00Z`));
    const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
    expect(lines).toContain(`${chooseText(record.city ?? "", "en")}, ${first?.getUTCDate() ?? ""}-${day.format(last)}`);
    expect(lines).toContain(day.format(new Date(`${record.agenda.issuedOn ?? ""}T00:00:00Z`)));
    expect(lines).toContain(`Distr.: ${record.agenda.distribution ?? ""}`);
    expect(lines).toContain(`Original: ${record.agenda.originalLanguage ?? ""}`);
    expect(text.includes("in the six official languages of the United Nations")).toBe(record.languages?.length === 6);
  });

  it("has every item of the agenda with its whole title, and no other", () => {
    const agenda = document.slice(document.indexOf("Provisional agenda and annotations"), document.indexOf("\nAnnotations\n"));
    const listed = agenda
      .split("\n")
      .map(plain)
      .filter((line) => /^(?:\d\.|- \([a-z]\)) /.test(line));
    expect(listed.map((line) => line.replace(/^- /, "").replace(/[.;:]$/, ""))).toEqual(items.map(heading));
  });

  it("has the whole annotation of each item, and nothing else", () => {
    expect(sections.every(({ start }) => start >= 0)).toBe(true);
    expect(items.map(({ number, item }) => [number, plain(chooseText(item.annotation ?? "", "en"))])).toEqual(
      sections.map(({ number, annotation }) => [number, annotation]),
    );
  });

  it("keeps the paragraphs of annotations, but for those that a page break parts", () => {
    const paragraphs = document.split("\n\n").map((paragraph) => plain(paragraph));
    for (const { item } of items)
      for (const paragraph of item.annotation === undefined ? [] : chooseText(item.annotation, "en").split("\n\n"))
        expect(paragraphs.includes(paragraph) || paragraphs.some((part) => paragraph.startsWith(`${part} `) && !part.endsWith("."))).toBe(
          true,
        );
  });

  it("gives each document to the item under which it is listed", () => {
    const listed = sections.flatMap(({ number, documentation }) => (documentation ? [{ number, documentation }] : []));
    expect(
      (record.documents ?? []).map(({ symbol, title, items: served }) => ({
        number: served?.[0],
        documentation: `${chooseText(title ?? "", "en")} (${symbol})`,
      })),
    ).toEqual(listed);
    expect((record.documents ?? []).every(({ items: served }) => served?.length === 1)).toBe(true);
  });

  it("has the slots of the organization of work in its order, with their items, and which are continued", () => {
    const titles = new Map(items.map(({ number, item }) => [number, chooseText(item.title, "en")]));
    const ours = record.slots.flatMap((slot) =>
      slot.items.map((number) => ({
        day: printedDay(slot.start),
        times: dates.times(slot.start, slot.end),
        item: asPrinted(number),
        title: `${titles.get(number) ?? ""}${slot.continued?.includes(number) ? " (continued)" : ""}`,
      })),
    );
    expect(ours).toEqual(tableRows(document));
    expect(record.slots.map(({ number }) => number)).toEqual(record.slots.map((_, at) => String(at + 1)));
    expect(record.slots.map(({ start }) => start.slice(0, 4))).toEqual(record.slots.map(() => record.opensOn.slice(0, 4)));
  });

  it("says nothing that its document does not, but for what the document's mastheads lost and our short names", () => {
    const said = new Set(Object.keys(record));
    expect(said).toEqual(
      new Set(["body", "id", "title", "city", "timezone", "opensOn", "closesOn", "languages", "agenda", "documents", "slots"]),
    );
    expect(Object.keys(record.agenda)).toEqual(["symbol", "issuedOn", "distribution", "originalLanguage", "items"]);
    expect(Object.keys(record.body)).toEqual(["id", "name", "shortName", "parent", "documents"]);
    for (const slot of record.slots)
      expect(Object.keys(slot).filter((key) => key !== "continued")).toEqual(["number", "start", "end", "items"]);
    for (const one of record.documents ?? []) expect(Object.keys(one)).toEqual(["symbol", "title", "items"]);
    for (const { item } of items)
      expect(Object.keys(item).filter((key) => !["number", "letter", "title", "role", "annotation", "subitems"].includes(key))).toEqual([]);
  });
});

describe("the first meeting", () => {
  const record = recordOf("ctoc-cop-wg4-2010");

  it("has what its document lacks from elsewhere: the symbol, the zone of Vienna, and short names", () => {
    expect(record.agenda.symbol).toBe("CTOC/COP/WG.4/2010/1");
    expect(record.timezone).toBe("Europe/Vienna");
    expect([record.body.id, record.id, record.body.shortName]).toEqual(["ctoc-cop-wg4", "2010", "TIP WG"]);
  });

  it("marks what opens the meeting, adopts the agenda and adopts the report", () => {
    const roles = numberItems(record.agenda.items).flatMap(({ number, item }) =>
      item.role ? [[item.role, number, chooseText(item.title, "en")]] : [],
    );
    expect(roles).toEqual([
      ["opening", "1(a)", "Opening of the meeting"],
      ["adoption", "1(b)", "Adoption of the agenda and organization of work"],
      ["report", "8", "Adoption of the report"],
    ]);
  });
});

it("the shipped document is the one that was given, byte for byte", () => {
  const digest = createHash("sha256").update(readFileSync(join(DOCUMENTS, "ctoc-cop-wg4-2010.txt")));
  expect(digest.digest("hex")).toBe("1557e77b24fe68ed3751c24f48a3a96fdeb611db955407103162e03debdb61cf");
});
