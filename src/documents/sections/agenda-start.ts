import { readItemHead, readRoman, readRomanHead } from "../expressions/item-heads.ts";
import { findWords, ITEM_WORD } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { readAgendaList, type AgendaList, type Numerals } from "./agenda-list.ts";
import { readRowHead } from "./list-heads.ts";
import { isSentence } from "./sentences.ts";
import { beginsDay, isDayHeading, isTimeHeading, readHeading } from "./sections.ts";

/** Where an agenda list begins, and how its items are numbered. */
interface Start {
  readonly at: number;
  readonly numerals: Numerals;
  /** Whether the first item stands right below its heading. */
  readonly isClose: boolean;
}

const HEADING_REACH = 40;

const readNumberOn = (line: Line | undefined): string | undefined => (line && readRowHead(line)?.items[0]?.key) ?? undefined;

/** Whether "1 Opening" begins a list: "2 Adoption" follows it soon. */
const beginsBareList = (lines: readonly Line[], at: number): boolean =>
  readNumberOn(lines[at]) === "1" && [1, 2, 3, 4].some((ahead) => readNumberOn(lines[at + ahead]) === "2");

const isRomanOne = (line: Line | undefined): boolean => readRoman(readRomanHead(line?.text ?? "")?.items[0]?.key ?? "") === 1;
/** Headings of sections are numbered in Roman too: "I. Provisional agenda". */
const isRomanItem = (line: Line | undefined): boolean => isRomanOne(line) && line !== undefined && readHeading(line) === undefined;

/** "1." alone, with its title below it. */
const isLoneOne = (line: Line | undefined): boolean => /^1\.?$/.test(line?.text ?? "");

const isArabicItem = (lines: readonly Line[], at: number): boolean => {
  if (isLoneOne(lines[at])) return true;
  const head = readItemHead(lines[at]?.text ?? "");
  return head !== undefined && head.items.length > 0 && (head.form === "marked" || beginsBareList(lines, at));
};

/** The first items below an agenda heading, with no day in between: Roman numbers may head sections of Arabic ones. */
const findBelow = (lines: readonly Line[], heading: number): readonly Start[] => {
  const below = lines.slice(heading + 1, heading + HEADING_REACH).map((_, at) => heading + 1 + at);
  const day = below.findIndex((at) => beginsDay(lines, at));
  const near = day < 0 ? below : below.slice(0, day);
  const arabic = near.find((at) => isArabicItem(lines, at));
  const roman = near.find((at) => isRomanItem(lines[at]));
  const isClose = (at: number): boolean => at === heading + 1;
  return [
    ...(arabic === undefined ? [] : [{ at: arabic, numerals: "arabic" as const, isClose: isClose(arabic) }]),
    ...(roman === undefined ? [] : [{ at: roman, numerals: "roman" as const, isClose: arabic === undefined && isClose(roman) }]),
  ];
};

/** A list that no heading announces: "1." and what follows it. */
const findUnheaded = (lines: readonly Line[]): readonly Start[] => {
  const day = lines.findIndex((_, at) => beginsDay(lines, at));
  const before = lines.slice(0, day < 0 ? lines.length : day);
  const arabic = before.flatMap((line, at) => (isLoneOne(line) || readRowHead(line)?.items[0]?.key === "1" ? [at] : []));
  const roman = before.flatMap((line, at) => (isRomanItem(line) ? [at] : []));
  return [
    ...arabic.map((at): Start => ({ at, numerals: "arabic", isClose: false })),
    ...roman.map((at): Start => ({ at, numerals: "roman", isClose: false })),
  ];
};

/** Whether numbered paragraphs, of a cover note or of annotations, are what was taken for a list of items. */
const isProse = ({ items }: AgendaList): boolean => {
  const top = items.filter(({ path }) => path.length === 1);
  const sentences = top.filter(({ title }) => isSentence(title));
  return sentences.length > 0 && sentences.length * 2 >= top.length;
};

/** "1. Registration / 1.1 Participants are requested …": sections of a paper, with their paragraphs, and no items with subitems. */
const areSections = ({ items }: AgendaList): boolean => {
  const below = items.filter(({ path }) => path.length > 1);
  return below.length > 1 && below.filter(({ title }) => isSentence(title)).length * 2 >= below.length;
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

const AGENDA_WORD = findWords("agendaWord");
/** Whether a sentence that speaks of no agenda introduces the list: "… with regard to:". */
const isOfSentence = (lines: readonly Line[], { at }: Start): boolean => {
  const before = lines[at - 1]?.text ?? "";
  return before.length > LONG_LEAD && /[:：]$/.test(before) && !AGENDA_WORD.test(before);
};
/** "The Bureau,": who decides, before the numbered paragraphs of a decision. */
const isOfDecision = (lines: readonly Line[], { at }: Start): boolean => /^\p{Lu}[^.;:]{2,60}[,，]$/u.test(lines[at - 1]?.text ?? "");
/** Characters of a sentence: a heading is shorter. */
const LONG_LEAD = 80;

interface Found {
  readonly start: Start;
  readonly list: AgendaList;
}

const readAt = (lines: readonly Line[], start: Start): Found => ({ start, list: readAgendaList(lines, start.at, start.numerals) });

/**
 * The agenda list of a document: below an agenda heading, best right below it; else the first list of three items or more
 * that no heading announces. Numbered paragraphs are none.
 */
export const findAgendaList = (lines: readonly Line[]): { readonly start: number; readonly list: AgendaList } | undefined => {
  const headed = lines
    .flatMap((line, at) => (readHeading(line) === "agenda" ? findBelow(lines, at) : []))
    .filter((start, at, all) => all.findIndex((other) => other.at === start.at) === at)
    .slice(0, MOST_TRIED)
    .map((start) => readAt(lines, start))
    .filter(({ start, list }) => !isProse(list) && !isOfDecision(lines, start));
  const found =
    headed.find(({ start }) => start.isClose) ??
    headed[0] ??
    findUnheaded(lines)
      .slice(0, MOST_TRIED)
      .map((start) => readAt(lines, start))
      .find(
        ({ start, list }) =>
          isRising(lines, start, list) &&
          !isProse(list) &&
          !areParagraphs(list) &&
          !areSections(list) &&
          !isOfSentence(lines, start) &&
          !isOfDecision(lines, start) &&
          !isTimetable(lines, start, list),
      );
  return found && { start: found.start.at, list: found.list };
};

/** Lists that are looked into. */
const MOST_TRIED = 20;
