import { isContinued, placeBelow } from "../expressions/item-heads.ts";
import { numberItem, readLeadingItems, splitDecimal } from "../expressions/item-numbers.ts";
import { AFTERWARDS, matchAny } from "../languages/expressions.ts";
import type { Line } from "../text/line.ts";
import { hasBullet } from "../text/typography.ts";
import { joinMarks } from "./lone-marks.ts";
import { findFirstItem } from "./next-item.ts";
import { readPart } from "./parts-of-day.ts";
import { readRomanItems } from "./roman-items.ts";
import { isOtherOrgan, namesAgain, readReferredTitle, readTitle, titleByLabel } from "./referred-titles.ts";
import {
  readDay,
  readItems,
  readTimes,
  SEPARATORS,
  type Agenda,
  type PrintedPart,
  type SegmentContext,
  type Segment,
} from "./segment-readers.ts";
import { readNamedDay, readNamedTimes } from "./sitting-heads.ts";

const ITEM_REFERENCE = new RegExp(`(?<![\\p{L}\\p{N}])${matchAny("itemReference")}(?=\\s[\\dIVX]|(?<=\\p{Script=Han})\\d)`, "giu");

const LONGEST_LABEL = 160;
/** "First meeting – 10:00-13:00": what is said before times that end the line, or that only items follow. */
const readTrailingTimes = (text: string, where: SegmentContext, agenda: Agenda): readonly Segment[] | undefined => {
  const dated = readNamedDay(text);
  if (dated) return [...segmentCell(dated.day, where, agenda), { kind: "text", text: dated.name }];
  const found = readNamedTimes(text, where.part);
  const rest = found?.rest.replace(SEPARATORS, "") ?? "";
  const named = rest ? readItems(rest, where, agenda) : undefined;
  if (!found || (rest && named?.length !== rest.length)) return undefined;
  return [
    { kind: "times", times: found.times, printed: found.printed, isBare: false },
    { kind: "text", text: found.name },
    ...(named ? [named.segment] : []),
  ];
};

const IN_BRACKETS = /\((?<number>\d{1,2}(?:\.\d{1,2}){1,3})\)/g;

/** "Mending of nets (8.5)": decimal numbers in brackets, of items that the agenda lists. */
const readNumbersInBrackets = (text: string, agenda: Agenda): readonly Segment[] =>
  [...text.matchAll(IN_BRACKETS)].flatMap(({ groups }): readonly Segment[] => {
    const item = numberItem(splitDecimal(groups?.["number"] ?? ""));
    return agenda.isKnown && agenda.isListed(item) ? [{ kind: "items", items: [item], continued: [], title: "", isReferred: true }] : [];
  });

/** "Opening (item 1) Nets (item 2)": the items that a label refers to; the label stays. */
const readReferences = (text: string, agenda: Agenda): readonly Segment[] => [
  ...readNumbersInBrackets(text, agenda),
  ...[...text.matchAll(ITEM_REFERENCE)].flatMap((word, _, [first = word]): readonly Segment[] => {
    const list = readLeadingItems(text.slice(word.index));
    const isOfOther = isOtherOrgan(text.slice(0, first.index));
    if (!list) return [];
    const after = text.slice(word.index + list.length, word.index + list.length + AFTERWORD);
    const isGoingOn = isContinued(text.length < AFTERWORD * 4 ? text : after);
    const continued = isGoingOn ? list.items.map(({ key }) => key) : list.continued;
    return [{ kind: "items", items: list.items, continued, title: "", isReferred: true, isOfOther }];
  }),
];

/** Characters after a reference in which it may be said to go on. */
const AFTERWORD = 20;
/** References of one text: longer ones are prose. */
const MOST_REFERENCES = 12;

const segmentText = (text: string, where: SegmentContext, agenda: Agenda): readonly Segment[] => {
  const first = findFirstItem(text, agenda, where.isCell);
  if (first !== undefined) return [{ kind: "text", text: text.slice(0, first).trim() }, ...segmentCell(text.slice(first), where, agenda)];
  const titled = agenda.isKnown ? readTitle(text, agenda) : readReferredTitle(text);
  if (titled) return [titled];
  const isLong = text.length > LONGEST_LABEL;
  if (isLong && !where.isCell) return [{ kind: "text", text }];
  const references = readReferences(text, agenda).slice(0, MOST_REFERENCES);
  return (isLong ? undefined : readTrailingTimes(text, where, agenda)) ?? [{ kind: "text", text }, ...references];
};

/** The item after which a cell goes on. */
const findPath = (path: readonly string[], { items, mark }: Extract<Segment, { readonly kind: "items" }>): readonly string[] =>
  items.at(-1)?.path ?? (mark === undefined ? path : placeBelow(path, mark));

/** The segments of one cell, or of one line of running text. */
const segmentCell = (cell: string, where: SegmentContext, agenda: Agenda): readonly Segment[] => {
  const segments: Segment[] = [];
  let rest = cell;
  let partOfDay = where.part;
  let path: readonly string[] = [];
  if (AFTERWARDS.test(rest)) return [{ kind: "afterwards", printed: rest }];
  // "- Opening remarks" is a point of the programme, not a time or an item; "- (a) Opening" is one.
  while (rest) {
    const last = segments.at(-1)?.kind;
    const isAfterDay = last === "day";
    const at = {
      ...where,
      part: partOfDay,
      isTimes: where.isTimes && rest === cell,
      isAfterPart: last === "part",
      isAfterTimes: last === "times",
      path,
    };
    const found =
      readDay(rest, at) ??
      readPart(rest, isAfterDay, agenda) ??
      readTimes(rest, at) ??
      readRomanItems(rest, agenda) ??
      readItems(rest, at, agenda);
    if (!found) break;
    segments.push(found.segment);
    if (found.segment.kind === "items") path = findPath(path, found.segment);
    if (found.segment.kind === "part") partOfDay = found.segment.part;
    if (found.segment.kind === "day") partOfDay = undefined;
    rest = rest.slice(found.length);
    if (found.segment.kind === "part") rest = rest.replace(/^\s?\)/, "");
    if (found.segment.kind === "part" && /^\s?[–—-]\s?$/.test(rest)) segments.push({ kind: "text", text: "–" });
    rest = rest.replace(SEPARATORS, "").replace(/^\(\s?(?=\d|[ap]\.?m)/i, "");
  }
  const text = segments.length === 0 && hasBullet(cell) ? cell : rest.trim();
  return text ? [...segments, ...segmentText(text, { ...where, part: partOfDay }, agenda)] : segments;
};

/** Where a line stands in its timetable. */
export interface Surroundings {
  readonly next: Line | undefined;
  readonly part: PrintedPart | undefined;
  /** The column of a table that has held times, if this row has as many columns. */
  readonly timeColumn: number | undefined;
  readonly after: number;
}

/** The segments of a line. A title in the cell after the number of its item belongs to it. */
export const segmentLine = (line: Line, { next, part, timeColumn, after }: Surroundings, agenda: Agenda): readonly Segment[] => {
  const isCell = line.cells.length > 1;
  const segments: Segment[] = [];
  for (const [column, cell] of joinMarks(line.cells).entries()) {
    const isTimed = segments.some(({ kind }) => kind === "times");
    const place = { isCell, next: next?.text ?? "", part, isTimes: column === timeColumn, after: isTimed ? 0 : after, path: [] };
    for (const segment of segmentCell(cell, place, agenda)) {
      const last = segments.at(-1);
      if (last?.kind === "items" && last.title === "" && last.isReferred !== true && segment.kind === "text") {
        const keys = isContinued(segment.text) ? last.items.map(({ key }) => key) : [];
        segments[segments.length - 1] = { ...last, title: segment.text, continued: [...last.continued, ...keys] };
      } else if (last?.kind === "items" && last.title === "" && segment.kind === "items" && namesAgain(last, segment))
        segments[segments.length - 1] = { ...last, continued: [...last.continued, ...segment.continued] };
      else if (isCell && last?.kind === "text" && segment.kind === "items" && segment.title === "" && !agenda.isKnown)
        segments.splice(-1, 1, ...titleByLabel(last, segment));
      else segments.push(segment);
    }
  }
  return segments;
};
