import { readItemHead } from "../expressions/item-heads.ts";
import { readRoman } from "../expressions/roman-numbers.ts";
import { findDates } from "../expressions/dates.ts";
import { findWords, HEADINGS, ITEM_WORD, PERSON, PROCEDURE } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { removeBullet } from "../text/typography.ts";
import type { AgendaList, Numerals } from "./agenda-list.ts";
import { FINITE_VERB, isSentence } from "./sentences.ts";
import { isDayHeading, isTimeHeading } from "./sections.ts";

/** By what a list of numbered lines shows that it is an agenda, or something else. */

/** Where an agenda list begins, and how its items are numbered. */
export interface Start {
  readonly at: number;
  readonly numerals: Numerals;
  /** Whether the first item stands right below its heading. */
  readonly isClose: boolean;
}

/** A list that may be the agenda. */
export interface Found {
  readonly start: Start;
  readonly list: AgendaList;
}

/** Whether numbered paragraphs, of a cover note or of annotations, are what was taken for a list of items. */
export const isProse = ({ items }: AgendaList): boolean => {
  const top = items.filter(({ path }) => path.length === 1);
  const sentences = top.filter(({ title }) => isSentence(title));
  return sentences.length > 0 && sentences.length * 2 >= top.length;
};

/** Whether most say what was done, however shortly: "3. The Chair was elected." is of a report. */
const areStatements = ({ items }: AgendaList): boolean => {
  const top = items.filter(({ path }) => path.length === 1);
  return top.filter(({ title }) => FINITE_VERB.test(title)).length * 2 >= top.length;
};

/** Of persons, or of dates: what most titles of a list begin with, or hold. */
const areMost = ({ items }: AgendaList, isOther: (title: string) => boolean): boolean =>
  items.filter(({ title }) => isOther(title)).length * 2 > items.length;
export const arePersons = (list: AgendaList): boolean => areMost(list, (title) => PERSON.test(title));
/** Of a day, with its hour, at the end of a title. */
const LONGEST_HOUR = 12;
const areDeadlines = (list: AgendaList): boolean =>
  areMost(list, (title) => findDates(title).some(({ to, end }) => to === undefined && end >= title.length - LONGEST_HOUR));

const PASSAGE = /^\p{Lu}.{25,}[.。]$/u;
/** "1. Venue", and below it how to get there: parts of a paper or of minutes, each with its paragraph. */
const havePassages = (lines: readonly Line[], { at }: Start, { items, end }: AgendaList): boolean => {
  const passages = lines.slice(at, end).filter(({ text }) => PASSAGE.test(text) && !readItemHead(text));
  return passages.length * 2 >= items.filter(({ path }) => path.length === 1).length;
};

/** "1. Registration / 1.1 Participants are requested …": sections of a paper, with their paragraphs, and no items with subitems. */
export const areSections = ({ items }: AgendaList): boolean => {
  const below = items.filter(({ path }) => path.length > 1);
  return below.length > 1 && below.filter(({ title }) => isSentence(title)).length * 2 >= below.length;
};

const SECTION = /^(?:[IVX]{1,5}|[A-H])\.\s\p{Lu}|^[一二三四五六七八九十]{1,3}、/u;
const PARAGRAPH = /^\d{1,3}\.\s/;
/** "II. Organizational matters" above numbered sentences: sections and paragraphs of a report. */
const areOfReport = (lines: readonly Line[], { at }: Start, { end }: AgendaList): boolean => {
  const texts = lines.slice(Math.max(0, at - 1), end).map(({ text }) => text);
  return texts.filter((text) => SECTION.test(text)).length > 1 && texts.some((text) => PARAGRAPH.test(text) && isSentence(text));
};

/** Characters of a paragraph: titles as long are rare, and no list is made of them. */
const LONG = 120;
const areParagraphs = ({ items }: AgendaList): boolean => items.every(({ title }) => title.length > LONG);

/** Items of a list that no heading announces; fewer, where each is called an item. */
const [FEWEST, FEWEST_NAMED] = [3, 2];

const isTimetable = (lines: readonly Line[], { at }: Start, { end }: AgendaList): boolean =>
  lines.slice(at, end).some(({ cells }) => cells.some((cell) => isDayHeading(cell) || isTimeHeading(cell)));

/** Of how many items one may be missing, or have lost its number. */
const ONE_LOST_OF = 5;

/** Whether items follow each other by one, but for a few that are lost: 1, 2, 3, 5; subitems apart. */
const isRising = (lines: readonly Line[], { at }: Start, { items }: AgendaList): boolean => {
  const top = items.filter(({ path }) => path.length === 1).map(({ key }) => readRoman(key) || Number(key));
  const isInOrder = top[0] === 1 && top.every((number, index) => index === 0 || number > (top[index - 1] ?? 0));
  const lost = (top.at(-1) ?? 0) - top.length;
  return isInOrder && lost * ONE_LOST_OF <= top.length && top.length >= (ITEM_WORD.test(lines[at]?.text ?? "") ? FEWEST_NAMED : FEWEST);
};

/** Whether a list below a heading begins as a list does, and not in the midst of a part: with "3.1" alone. */
export const isOfHeading = ({ start, list }: Found): boolean => {
  const [first] = list.items;
  return start.isClose || first?.path.length === 1 || first?.path[0] === "1" || list.items.length >= FEWEST;
};

/** "II. Agenda" among Roman numbers is a section of a report: the agenda is below it, or elsewhere. */
const isOfSections = ({ items }: AgendaList, { numerals }: Start): boolean =>
  numerals === "roman" && items.some(({ title }) => HEADINGS.agenda.test(title));

const AGENDA_WORD = findWords("agendaWord");
/** Whether a sentence that speaks of no agenda introduces the list: "… with regard to:". */
const isOfSentence = (lines: readonly Line[], { at }: Start): boolean => {
  const before = lines[at - 1]?.text ?? "";
  return before.length > LONG_LEAD && /[:：]$/.test(before) && !AGENDA_WORD.test(before);
};
/** "The Bureau,": who decides, before the numbered paragraphs of a decision. */
export const isOfDecision = (lines: readonly Line[], { at }: Start): boolean =>
  /^\p{Lu}[^.;:]{2,60}[,，]$/u.test(lines[at - 1]?.text ?? "");
/** Characters of a sentence: a heading is shorter. */
const LONG_LEAD = 80;

const isOfProcedure = ({ items }: AgendaList): boolean =>
  items.some(({ path, title }) => (path.length === 1 || path[0] === "1") && PROCEDURE.test(removeBullet(title)));

/** "Item 1", or "The agenda has these items:". */
const isAnnounced = (lines: readonly Line[], { at }: Start): boolean => {
  const before = lines[at - 1]?.text ?? "";
  return ITEM_WORD.test(lines[at]?.text ?? "") || (/[:：]$/.test(before) && AGENDA_WORD.test(before));
};

/** Items of a table that is long enough to be nothing else. */
const LONG_TABLE = 12;
const isLongTable = (lines: readonly Line[], { at }: Start, { items }: AgendaList): boolean =>
  (lines[at]?.cells.length ?? 0) > 1 && items.filter(({ path }) => path.length === 1).length >= LONG_TABLE;

/** Whether a list is an agenda though no heading says so: its numbers, its titles and what stands before it agree. */
export const isUnheadedAgenda = (lines: readonly Line[], start: Start, list: AgendaList): boolean =>
  isRising(lines, start, list) &&
  ((isOfProcedure(list) && !areStatements(list) && !havePassages(lines, start, list)) ||
    isAnnounced(lines, start) ||
    isLongTable(lines, start, list)) &&
  !isProse(list) &&
  !arePersons(list) &&
  !areDeadlines(list) &&
  !areParagraphs(list) &&
  !areSections(list) &&
  !areOfReport(lines, start, list) &&
  !isOfSections(list, start) &&
  !isOfSentence(lines, start) &&
  !isOfDecision(lines, start) &&
  !isTimetable(lines, start, list);
