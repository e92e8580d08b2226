import { readLeadingDates, type PrintedDates } from "../expressions/dates.ts";
import { isContinued, readItemHead } from "../expressions/item-heads.ts";
import { readLeadingItems, readOnlyItems, type ItemNumber } from "../expressions/item-numbers.ts";
import { AFTERNOON, AFTERWARDS, anyOf, anyWordOf, MORNING } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { isDayHeading } from "../sections/sections.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { hasBullet } from "../text/typography.ts";

export type PartOfDay = "morning" | "afternoon";

/** What a piece of a timetable says, in the order of reading. */
export type Segment =
  | { readonly kind: "day"; readonly dates: PrintedDates; readonly printed: string; readonly isOpen: boolean }
  | { readonly kind: "part"; readonly part: PartOfDay; readonly printed: string }
  | { readonly kind: "times"; readonly times: LeadingTimes; readonly printed: string }
  | {
      readonly kind: "items";
      readonly items: readonly ItemNumber[];
      readonly mark?: string;
      readonly continued: readonly string[];
      readonly title: string;
    }
  | { readonly kind: "afterwards"; readonly printed: string }
  | { readonly kind: "text"; readonly text: string };

/** What the reader may ask about the agenda, to tell "2 Report" and a bare "2" from other numbers. */
export interface Agenda {
  readonly isTitled: (item: ItemNumber, title: string) => boolean;
}

/** Stands for the title of items that are only readReference to. */
export const REFERRED = "\uE001";

interface Place {
  /** Whether the text is a cell of a row, where "3, 4" are items. */
  readonly isCell: boolean;
  /** The text of the next line: a title below its number confirms the number. */
  readonly next: string;
  readonly part: PartOfDay | undefined;
  /** Whether "a.m." stands before it on the line. */
  readonly isAfterPart?: boolean;
}

const SEPARATORS = /^[\s,;:/|–—-]{1,6}/u;
const SITTING_WORD = new RegExp(`^\\s?${anyWordOf("sitting")}`, "iu");

interface Found {
  readonly segment: Segment;
  readonly length: number;
}

const readDay = (text: string, { isCell }: Place): Found | undefined => {
  const dates = readLeadingDates(text);
  if (!dates) return undefined;
  const isFull = dates.from.weekday !== undefined && dates.from.day !== undefined;
  // "Monday, 5 May: the Chair will ..." is about that day, and so is what follows.
  const isSetOff = /^\s?[:;(–—]|^,?\s\p{Lu}/u.test(text.slice(dates.end));
  if (!isDayHeading(text) && !((isCell || isSetOff) && isFull)) return undefined;
  const isOpen = /^\s?[–—-]\s?$/.test(text.slice(dates.end));
  return { segment: { kind: "day", dates, printed: text.slice(dates.start, dates.end), isOpen }, length: dates.end };
};

const readPart = (text: string, afterDay: boolean): Found | undefined => {
  const [morning, afternoon] = [MORNING.exec(text), AFTERNOON.exec(text)];
  const found = morning ?? afternoon;
  if (!found) return undefined;
  const sitting = SITTING_WORD.exec(text.slice(found[0].length))?.[0].length ?? 0;
  const length = found[0].length + sitting;
  const rest = text.slice(length).replace(/^[\s,;:/(–—-]{1,6}/u, "");
  if (rest && !afterDay && sitting === 0 && !readLeadingTimes(rest) && !readOnlyItems(rest)) return undefined;
  return { segment: { kind: "part", part: morning ? "morning" : "afternoon", printed: found[0] }, length };
};

const readTimes = (text: string, where: Place): Found | undefined => {
  const found = readLeadingTimes(text, where.part);
  return found && { segment: { kind: "times", times: found, printed: text.slice(0, found.length).trim() }, length: found.length };
};

const MARKED = /[.)(]|\p{L}/u;

const NEXT_ITEM = new RegExp(`(?<=[\\p{L}\\p{N}.;)]{3}\\s)${anyOf("itemWord")}\\s\\d`, "giu");
const ITEM_REFERENCE = new RegExp(`(?<![\\p{L}\\p{N}])${anyOf("itemReference")}(?=\\s\\d)`, "iu");

const readItems = (text: string, { isCell, next, isAfterPart }: Place, agenda: Agenda): Found | undefined => {
  const only = readOnlyItems(text);
  const [first, ...others] = only?.items ?? [];
  const isConfirmed =
    first !== undefined && (isCell || isAfterPart === true || MARKED.test(text) || others.length > 0 || agenda.isTitled(first, next));
  if (only && isConfirmed)
    return { segment: { kind: "items", items: only.items, continued: only.continued, title: "" }, length: text.length };
  const head = readItemHead(text);
  if (!head) return undefined;
  const [item] = head.items;
  if (head.form === "bare" && !(item && agenda.isTitled(item, head.rest))) return undefined;
  const continued = isContinued(head.rest) ? head.items.map(({ key }) => key) : (head.continued ?? []);
  // "Item 1 Opening Item 2 Nets"
  const end = [...head.rest.matchAll(NEXT_ITEM)].find(({ 0: word }) => /^\p{Lu}/u.test(word))?.index ?? head.rest.length;
  const title = head.rest.slice(0, end).trimEnd();
  return {
    segment: { kind: "items", items: head.items, continued, title, ...(head.mark !== undefined && { mark: head.mark }) },
    length: text.length - head.rest.length + end,
  };
};

const LONGEST_LABEL = 160;
const FIRST_WORDS = /^\p{L}[^\d]{0,80}(?:\d{1,2}(?:st|nd|rd|th)?\s[^\d]{1,40})?(?=\d)/u;

/** "First meeting – 10:00-13:00": what is said before a range of times that ends the line, or that only items follow. */
const readTrailingTimes = (text: string, where: Place, agenda: Agenda): readonly Segment[] | undefined => {
  const label = FIRST_WORDS.exec(text)?.[0];
  const found = label === undefined ? undefined : readLeadingTimes(text.slice(label.length), where.part);
  if (label === undefined || !found || found.ranges.some(({ end }) => end === undefined)) return undefined;
  const rest = text.slice(label.length + found.length).replace(SEPARATORS, "");
  const named = rest ? readItems(rest, where, agenda) : undefined;
  if (rest && named?.length !== rest.length) return undefined;
  const said = label.replace(/[\s,;:(–—-]{1,6}$/u, "");
  return [
    { kind: "times", times: found, printed: text.slice(label.length, label.length + found.length).trim() },
    { kind: "text", text: said },
    ...(named ? [named.segment] : []),
  ];
};

/** "Opening (item 1)": the items that a label refers to; the label stays. */
const readReference = (text: string): Segment | undefined => {
  const word = ITEM_REFERENCE.exec(text);
  const list = word && readLeadingItems(text.slice(word.index));
  if (!list) return undefined;
  const continued = isContinued(text) ? list.items.map(({ key }) => key) : list.continued;
  return { kind: "items", items: list.items, continued, title: REFERRED };
};

const segmentText = (text: string, where: Place, agenda: Agenda): readonly Segment[] => {
  if (text.length > LONGEST_LABEL) return [{ kind: "text", text }];
  const reference = readReference(text);
  return readTrailingTimes(text, where, agenda) ?? [{ kind: "text", text }, ...(reference ? [reference] : [])];
};

/** The segments of one cell, or of one line of running text. */
const segmentCell = (cell: string, where: Place, agenda: Agenda): readonly Segment[] => {
  const segments: Segment[] = [];
  let rest = cell;
  let partOfDay = where.part;
  if (AFTERWARDS.test(rest)) return [{ kind: "afterwards", printed: rest }];
  // "- Opening remarks" is a point of the programme, not a time or an item; "- (a) Opening" is one.
  while (rest) {
    const isAfterDay = segments.at(-1)?.kind === "day";
    const at = { isCell: where.isCell, next: where.next, part: partOfDay, isAfterPart: segments.at(-1)?.kind === "part" };
    const found = readDay(rest, at) ?? readPart(rest, isAfterDay) ?? readTimes(rest, at) ?? readItems(rest, at, agenda);
    if (!found) break;
    segments.push(found.segment);
    if (found.segment.kind === "part") partOfDay = found.segment.part;
    if (found.segment.kind === "day") partOfDay = undefined;
    rest = rest.slice(found.length);
    if (found.segment.kind === "part" && /^\s?[–—-]\s?$/.test(rest)) segments.push({ kind: "text", text: "–" });
    rest = rest.replace(SEPARATORS, "").replace(/^\(\s?(?=\d|[ap]\.?m)/i, "");
  }
  const text = hasBullet(cell) ? cell : rest.trim();
  return text ? [...segments, ...segmentText(text, { ...where, part: partOfDay }, agenda)] : segments;
};

/** The segments of a line. A title in the cell after the number of its item belongs to it. */
export const segmentLine = (line: Line, next: Line | undefined, partOfDay: PartOfDay | undefined, agenda: Agenda): readonly Segment[] => {
  const isCell = line.cells.length > 1;
  const place = { isCell, next: next?.text ?? "", part: partOfDay };
  const segments: Segment[] = [];
  for (const cell of line.cells) {
    for (const segment of segmentCell(cell, place, agenda)) {
      const last = segments.at(-1);
      if (last?.kind === "items" && last.title === "" && segment.kind === "text") {
        const keys = isContinued(segment.text) ? last.items.map(({ key }) => key) : [];
        segments[segments.length - 1] = { ...last, title: segment.text, continued: [...last.continued, ...keys] };
      } else segments.push(segment);
    }
  }
  return segments;
};
