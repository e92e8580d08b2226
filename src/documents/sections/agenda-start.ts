import { readItemHead, readRomanHead } from "../expressions/item-heads.ts";
import { readRoman } from "../expressions/roman-numbers.ts";
import type { Line } from "../text/line.ts";
import { readAgendaList, type AgendaList } from "./agenda-list.ts";
import { readRowHead } from "./list-heads.ts";
import { arePersons, areSections, isOfDecision, isOfHeading, isProse, isUnheadedAgenda, type Found, type Start } from "./list-evidence.ts";
import { beginsDay, isDayHeading, isTimeHeading, readHeading } from "./sections.ts";

const HEADING_REACH = 40;

const readNumberOn = (line: Line | undefined): string | undefined => (line && readRowHead(line)?.items[0]?.key) ?? undefined;

/** Lines of a first item: its title, its parts, what is said of it. */
const FIRST_ITEM = 8;

/** Whether "1 Opening" begins a list: "2 Adoption" follows it soon. */
const beginsBareList = (lines: readonly Line[], at: number): boolean =>
  readNumberOn(lines[at]) === "1" && lines.slice(at + 1, at + 1 + FIRST_ITEM).some((line) => readNumberOn(line) === "2");

const readRomanNumber = (line: Line | undefined): number => readRoman(readRomanHead(line?.text ?? "")?.items[0]?.key ?? "");
const isRomanOne = (line: Line | undefined): boolean => readRomanNumber(line) === 1;
/** Headings of sections are numbered in Roman too: "I. Provisional agenda". */
const isRomanItem = (line: Line | undefined): boolean => isRomanOne(line) && line !== undefined && readHeading(line) === undefined;

/** "1." alone, with its title below it. */
const isLoneOne = (line: Line | undefined): boolean => /^1\.?$/.test(line?.text ?? "");

const isArabicItem = (lines: readonly Line[], at: number): boolean => {
  if (isLoneOne(lines[at])) return true;
  const head = readItemHead(lines[at]?.text ?? "");
  return head !== undefined && head.items.length > 0 && (head.form === "marked" || beginsBareList(lines, at));
};

/** Whether hours stand before items and between them, or right above and somewhere below: the "order of the day" is a timetable then. */
const areAmongHours = (lines: readonly Line[], heading: number, items: readonly number[]): boolean => {
  const [first = heading, last = heading] = [items[0], items.at(-1)];
  const haveHours = (from: number, to: number): boolean => lines.slice(from, to).some(({ text }) => isTimeHeading(text));
  return haveHours(first - 1, first) ? haveHours(first, heading + HEADING_REACH) : haveHours(heading + 1, first) && haveHours(first, last);
};

/** Lines that can stand between the day of a meeting and its first item. */
const DAY_REACH = 6;
/** Whether a day below an agenda heading is that of the meeting, with its hours, and heads no programme: none stand beside its items. */
const isOfMeeting = (lines: readonly Line[], day: number): boolean => {
  const item = lines.slice(day + 1, day + 1 + DAY_REACH).findIndex((line) => readRowHead(line)?.items[0]?.key === "1");
  const after = lines.slice(day + 1 + item, day + 1 + item + HEADING_REACH).flatMap(({ cells }) => cells);
  return item >= 0 && !after.some((cell) => isTimeHeading(cell) || isDayHeading(cell));
};

/** The first items below an agenda heading, with no day in between: Roman numbers may head sections of Arabic ones. */
const findBelow = (lines: readonly Line[], heading: number): readonly Start[] => {
  const below = lines.slice(heading + 1, heading + HEADING_REACH).map((_, at) => heading + 1 + at);
  const day = below.findIndex((at) => beginsDay(lines, at));
  const near = day < 0 || isOfMeeting(lines, below[day] ?? 0) ? below : below.slice(0, day);
  const arabic = near.filter((at) => isArabicItem(lines, at));
  const [found] = arabic;
  const first = areAmongHours(lines, heading, arabic) ? undefined : found;
  // Behind numbered paragraphs the list itself begins anew at 1.
  const anew = first === undefined ? [] : arabic.filter((at) => at !== first && readNumberOn(lines[at]) === "1");
  // Roman numbers are those of items below days, too: "Monday 5 May / I. Opening".
  const roman = (found === undefined ? below : near).find((at) => isRomanItem(lines[at]));
  const second = roman === undefined ? undefined : near.find((at) => at > roman && readRomanNumber(lines[at]) === 2);
  // Behind "II." Arabic numbers are those of paragraphs, not of items below a section.
  const isOfParagraphs = first === undefined || (second !== undefined && first > second);
  const isClose = (at: number): boolean => at === heading + 1;
  const arabics = first === undefined ? [] : [{ at: first, numerals: "arabic" as const, isClose: isClose(first) }];
  const romans = roman === undefined ? [] : [{ at: roman, numerals: "roman" as const, isClose: isOfParagraphs && isClose(roman) }];
  return [
    ...(isOfParagraphs ? [...romans, ...arabics] : [...arabics, ...romans]),
    ...anew.map((at) => ({ at, numerals: "arabic" as const, isClose: false })),
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

/** Lists below the first agenda headings, each once: close if it is so below one of them. */
const findHeaded = (lines: readonly Line[]): readonly Start[] => {
  const starts = new Map<number, Start>();
  for (const [at, line] of lines.entries()) {
    if (starts.size >= MOST_TRIED) break;
    if (readHeading(line) !== "agenda") continue;
    for (const start of findBelow(lines, at)) {
      const known = starts.get(start.at);
      starts.set(start.at, known ? { ...known, isClose: known.isClose || start.isClose } : start);
    }
  }
  return [...starts.values()].slice(0, MOST_TRIED);
};

const readAt = (lines: readonly Line[], start: Start): Found => ({ start, list: readAgendaList(lines, start.at, start.numerals) });

/**
 * The agenda list of a document: below an agenda heading, best right below it; else the first list of three items or more
 * that no heading announces. Numbered paragraphs are none.
 */
export const findAgendaList = (lines: readonly Line[]): { readonly start: number; readonly list: AgendaList } | undefined => {
  const headed = findHeaded(lines)
    .map((start) => readAt(lines, start))
    .filter(
      ({ list, start }) =>
        !isProse(list) && !areSections(list) && !arePersons(list) && !isOfDecision(lines, start) && isOfHeading({ list, start }),
    );
  const found =
    headed.find(({ start }) => start.isClose && !goesOnFrom(headed[0], start)) ??
    headed[0] ??
    findUnheaded(lines)
      .slice(0, MOST_TRIED)
      .map((start) => readAt(lines, start))
      .find(({ start, list }) => isUnheadedAgenda(lines, start, list));
  return found && { start: found.start.at, list: found.list };
};

/** Whether a list is the rest of one that begins before it: "IV. Agenda" heads a part of the agenda, from 5 on. */
const goesOnFrom = (first: Found | undefined, { at }: Start): boolean => first !== undefined && first.start.at < at && at < first.list.end;

/** Lists that are looked into. */
const MOST_TRIED = 20;
