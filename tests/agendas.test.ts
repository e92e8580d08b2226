import { describe, expect, it } from "vitest";
import { composeDraft, type Draft } from "../src/documents/draft.ts";
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
