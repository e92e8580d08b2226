import fc from "fast-check";
import type { Language } from "../../../src/meeting/text.ts";
import { ANNOTATIONS, ENDINGS, PAPERS, type LISTS } from "./agenda.ts";
import { CASES, COVERS, ORDERS, SYMBOLS, TITLES, WHERES } from "./masthead.ts";
import { NUMBERINGS, PART_MARKS } from "./numbers.ts";
import { FEET } from "./pages.ts";
import { BULLETS, REFERENCES } from "./references.ts";
import { HALVES, LABELS, LAYOUTS, SECTIONS } from "./timetable.ts";
import { WORDS } from "./words.ts";

/** The choices of a house, each independent of the others; the first of each is the plainest. */
export interface Style {
  readonly order: keyof typeof ORDERS;
  readonly symbol: keyof typeof SYMBOLS;
  readonly case: keyof typeof CASES;
  readonly title: keyof typeof TITLES;
  readonly where: keyof typeof WHERES;
  readonly span: number;
  readonly parent: boolean;
  readonly issued: boolean;
  readonly cover: keyof typeof COVERS;
  readonly agendaHeading: number;
  readonly numbering: keyof typeof NUMBERINGS;
  readonly parts: keyof typeof PART_MARKS;
  readonly ending: keyof typeof ENDINGS;
  readonly papers: keyof typeof PAPERS;
  readonly list: keyof typeof LISTS;
  readonly titles: keyof typeof CASES;
  readonly annotations: keyof typeof ANNOTATIONS;
  readonly section: keyof typeof SECTIONS;
  readonly timetableHeading: number;
  readonly layout: keyof typeof LAYOUTS;
  readonly hours: number;
  readonly days: number;
  readonly halves: keyof typeof HALVES;
  readonly label: keyof typeof LABELS;
  readonly references: keyof typeof REFERENCES;
  readonly bullets: keyof typeof BULLETS;
  readonly room: boolean;
  readonly continued: boolean;
  readonly pauses: boolean;
  readonly afternoons: boolean;
  readonly feet: keyof typeof FEET;
}

const anyOf = <Table extends object>(table: Table): fc.Arbitrary<keyof Table> =>
  fc.constantFrom(...(Object.keys(table) as (keyof Table)[]));
const anyAt = (ways: object): fc.Arbitrary<number> => fc.nat(Object.keys(ways).length - 1);

/** What no house prints, or nobody could read, as another choice of its kind. */
const settle = (language: Language, style: Style): Style => {
  const hasCells = /table|column/.test(style.layout);
  const isRoman = style.numbering === "I.";
  // Bare numbers name items alone in a cell: on a line they may be anything.
  const areBare = style.references === "1, 2" && hasCells;
  return {
    ...style,
    numbering: style.numbering === "1、" && language !== "zh" ? "1." : style.numbering,
    references: style.references === "1, 2" && !hasCells ? "1. Title" : style.references,
    label: areBare ? "none" : style.label,
    room: !areBare && style.room,
    // Parts of "I" are "(a)" or "a)".
    parts: isRoman && style.parts !== "a)" ? "(a)" : style.parts,
    section: /^(?:ANNEX|Annex|ANEXO|ПРИЛОЖЕНИЕ|附件|المرفق)/u.test(WORDS[language].timetableHeadings[style.timetableHeading] ?? "")
      ? "none"
      : style.section,
    // What is not told apart by hours has to be named.
    halves: style.afternoons || style.halves !== "not named" ? style.halves : "Morning: 10-1",
  };
};

export const anyStyle = (language: Language): fc.Arbitrary<Style> => {
  const { spans, agendaHeadings, timetableHeadings, hours, days } = WORDS[language];
  return fc
    .record<Style>({
      order: anyOf(ORDERS),
      symbol: anyOf(SYMBOLS),
      case: anyOf(CASES),
      title: anyOf(TITLES),
      where: anyOf(WHERES),
      span: anyAt(spans),
      parent: fc.boolean(),
      issued: fc.boolean(),
      cover: anyOf(COVERS),
      agendaHeading: anyAt(agendaHeadings),
      numbering: anyOf(NUMBERINGS),
      parts: anyOf(PART_MARKS),
      ending: anyOf(ENDINGS),
      papers: anyOf(PAPERS),
      list: fc.constantFrom("lines", "lines", "number and title"),
      titles: fc.constantFrom("plain", "plain", "capitals"),
      annotations: anyOf(ANNOTATIONS),
      section: anyOf(SECTIONS),
      timetableHeading: anyAt(timetableHeadings),
      layout: anyOf(LAYOUTS),
      hours: anyAt(hours),
      days: anyAt(days),
      halves: anyOf(HALVES),
      label: anyOf(LABELS),
      references: anyOf(REFERENCES),
      bullets: anyOf(BULLETS),
      room: fc.boolean(),
      continued: fc.boolean(),
      pauses: fc.boolean(),
      afternoons: fc.constantFrom(true, true, true, false),
      feet: anyOf(FEET),
    })
    .map((style) => settle(language, style));
};
