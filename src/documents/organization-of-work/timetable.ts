import type { ListedItem, Listed } from "../sections/agenda.ts";
import { isSameTitle } from "../sections/agenda.ts";
import { isContinuation } from "../sections/agenda-list.ts";
import { calendarDay, type Frame } from "../expressions/calendar-days.ts";
import { monthAlone, type PrintedDate } from "../expressions/dates.ts";
import { documentsIn, type NamedDocument } from "../sections/documents-list.ts";
import { isCitation } from "../text/page-furniture.ts";
import { below, isContinued, titleOf } from "../expressions/item-heads.ts";
import { itemNumber, type ItemNumber } from "../expressions/item-numbers.ts";
import { NOT_PLENARY, NUMBERED_MEETING, OTHER_ORGAN } from "../expressions/languages.ts";
import type { Line } from "../text/line.ts";
import { headingOf } from "../sections/sections.ts";
import { findSymbols } from "../expressions/symbols.ts";
import type { TimeRange } from "../expressions/times.ts";
import { joined } from "../text/typography.ts";
import { warning, type Warning } from "../warnings.ts";
import type { Block } from "./blocks.ts";
import { REFERRED, segmentsOf, type PartOfDay, type Segment } from "./segments.ts";

/** What a timetable says: its entries, the items that it names with their titles, and documents beside them. */
export interface Timetable {
  readonly blocks: readonly Block[];
  readonly items: readonly ListedItem[];
  readonly documents: readonly NamedDocument[];
  readonly warnings: readonly Warning[];
}

interface Day {
  readonly date: string | undefined;
  readonly printed: string;
  readonly isSpan: boolean;
}

/** An entry that is still being read. */
type Open = Omit<Block, "items" | "continued"> & { readonly items: Set<string>; readonly continued: Set<string> };

const MOST_LABELS = 12;
const ROOM = /^(?:[\p{L}\d .’'-]{1,30}\sroom(?:\s.{1,20})?|(?:conference )?room\s.{1,20}|salle\s.{1,30}|sala\s.{1,30}|зал\s.{1,30})$/iu;
/** "May 2022" above the days: their month, and their year where nothing else says it. */
const framedBy = (frame: Frame, { month, year }: PrintedDate): Frame => ({ ...frame, month, year: year ?? frame.year });

/** Rooms, headings, documents and what says "(continued)": nothing that a sitting takes up. */
const isApartFromSittings = (text: string, line: Line): boolean =>
  ROOM.test(text) || isContinued(text) || headingOf(line) !== undefined || findSymbols(text).length > 0;

/** Whether all that is known of an entry is its whole times: what follows on its line adds to them. */
const isSplit = ({ ranges, isDoubtful }: Pick<Block, "ranges" | "isDoubtful">): boolean =>
  !isDoubtful && ranges.every(({ end }) => end !== undefined);

const ENDING = new Set(["annotations", "documents", "annex"]);

/** Folds the lines of a timetable, in the order of reading, into its entries. `listed` is the agenda list, if there is one. */
export const timetable = (lines: readonly Line[], listed: Listed, frameAtFirst: Frame): Timetable => {
  const blocks: Block[] = [];
  const items = new Map<string, ListedItem>();
  const documents: NamedDocument[] = [];
  const warnings: Warning[] = [];
  const agenda = {
    isTitled: ({ key }: ItemNumber, title: string) => isSameTitle(listed.get(key)?.title ?? "", titleOf(title)),
  };
  let frame = frameAtFirst;
  let today: Day | undefined;
  let partOfDay: PartOfDay | undefined;
  let block: Open | undefined;
  let previous: ItemNumber | undefined;
  /** The title that the next line may go on with. */
  let open: { readonly key: string; readonly last: string } | undefined;
  /** An item whose number stood alone: "(continued)" may be with its title, on the next line. */
  let untitled: string | undefined;
  /** In a table whose items stand before their dates: those that wait for one. */
  let waiting: { readonly items: string[]; readonly continued: string[] } | undefined;
  let itemsComeFirst: boolean | undefined;

  /** The item that documents on a line are for: the last named, or the whole item of a row. */
  const servedBy = (about: ReadonlySet<string>): readonly string[] => {
    if (itemsComeFirst !== true) return previous && about.has(previous.key) ? [previous.key] : [];
    const [first] = about;
    return first === undefined ? [] : [first.replace(/\(.*$/, "")];
  };

  /** Whether the text after the number of an item can be its title: another meeting beside it is none. */
  const isTitleOf = (item: ItemNumber, text: string): boolean =>
    !listed.has(item.key) || agenda.isTitled(item, text) || !(NOT_PLENARY.test(text) || OTHER_ORGAN.test(text));

  const close = (): void => {
    if (block) blocks.push({ ...block, items: [...block.items], continued: [...block.continued] });
    block = undefined;
  };

  const opened = (line: Line, printed: string, ranges: readonly TimeRange[], isDoubtful = false): Open => {
    close();
    const made: Open = {
      line: line.number,
      date: today?.date,
      printed: [today?.printed, printed].filter(Boolean).join(", "),
      ranges,
      isDoubtful,
      isSpan: today?.isSpan ?? false,
      labels: [],
      items: new Set(waiting?.items),
      continued: new Set(waiting?.continued),
    };
    waiting = undefined;
    return made;
  };

  const onDay = (segment: Extract<Segment, { kind: "day" }>, line: Line): void => {
    const { dates, printed, isOpen } = segment;
    const isEndOfSpan =
      block !== undefined && block.isSpan && block.ranges.length === 0 && itemsComeFirst === true && waiting === undefined;
    if (isEndOfSpan) return;
    const { date, falls } = calendarDay(dates.from, frame);
    if (date === undefined) warnings.push(warning("unknown-date", printed, line.number));
    if (date !== undefined && falls !== undefined)
      warnings.push(warning("wrong-weekday", `"${printed}" is ${date}, another weekday`, line.number));
    today = { date, printed, isSpan: isOpen || dates.to !== undefined };
    partOfDay = undefined;
    if (waiting || today.isSpan) block = opened(line, "", []);
    else close();
  };

  const onTimes = ({ times, printed }: Extract<Segment, { kind: "times" }>, line: Line, isAlone: boolean): void => {
    const [range, ...others] = times.ranges;
    const isEmpty = block !== undefined && block.labels.length === 0;
    const isBlank = block !== undefined && isEmpty && block.items.size === 0;
    // A start and an end, each on a line of its own.
    const isEnd = block && isBlank && isAlone && others.length === 0 && range?.end === undefined && block.ranges.length === 1;
    const started = block?.ranges[0];
    if (block && isEnd && range && started && started.end === undefined && range.start > started.start)
      block = { ...block, ranges: [{ start: started.start, end: range.start }] };
    else if (block && isBlank && block.line === line.number && block.ranges.length > 0 && isSplit(block))
      block = { ...block, ranges: [...block.ranges, ...times.ranges], printed: `${block.printed}, ${printed}` };
    else if (block && isEmpty && block.ranges.length === 0 && !block.isSpan && (itemsComeFirst === true || isBlank))
      block = { ...block, ranges: times.ranges, isDoubtful: times.isDoubtful, printed: `${block.printed}, ${printed}` };
    else block = opened(line, printed, times.ranges, times.isDoubtful);
  };

  const record = (item: ItemNumber, title: string, line: Line): void => {
    const known = items.get(item.key);
    if (!known || !titleOf(known.title))
      items.set(item.key, { ...item, title: title || known?.title || "", line: known?.line ?? line.number });
    open = known && titleOf(known.title) ? undefined : { key: item.key, last: line.text };
  };

  const onItems = (segment: Extract<Segment, { kind: "items" }>, line: Line, isDated: boolean): void => {
    const named = segment.mark !== undefined && previous ? [itemNumber(below(previous.path, segment.mark))] : segment.items;
    const isParagraph =
      named.length === 1 &&
      listed.size > 0 &&
      segment.title.length > 250 &&
      !agenda.isTitled(named[0] ?? previous ?? itemNumber([""]), segment.title);
    if (named.length === 0 || isParagraph) return;
    previous = named.at(-1);
    const keys = named.map(({ key }) => key);
    const continued =
      segment.mark !== undefined && segment.title && /\(/.test(segment.title) && segment.continued.length > 0 ? keys : segment.continued;
    const isRowOfBlock = block !== undefined && line.cells.length > 1 && !isDated;
    if (itemsComeFirst && !isRowOfBlock) {
      if (block) close();
      waiting ??= { items: [], continued: [] };
      waiting.items.push(...keys);
      waiting.continued.push(...continued);
    } else if (block || today) {
      block ??= opened(line, partOfDay ?? "", []);
      for (const key of continued) if (!block.items.has(key)) block.continued.add(key);
      for (const key of keys) block.items.add(key);
    } else return;
    untitled = segment.title === "" ? keys.at(-1) : undefined;
    for (const item of named) record(item, named.length === 1 && segment.title !== REFERRED ? segment.title : "", line);
  };

  const onText = (text: string, line: Line): void => {
    const item = open && items.get(open.key);
    const isIdle = block !== undefined && block.items.size === 0;
    if (NUMBERED_MEETING.test(text)) {
      if (block && (!isIdle || block.labels.length > 0)) close();
      return;
    }
    if (untitled && isContinued(text)) block?.continued.add(untitled);
    untitled = undefined;
    if (block && isIdle && ROOM.test(text)) block = { ...block, venue: text };
    else if (block && isIdle && text !== "–") {
      if (block.labels.length < MOST_LABELS) block = { ...block, labels: [...block.labels, text] };
    } else if (block && text === "–") block = { ...block, isSpan: true };
    else if (open && item && (item.title === "" ? isTitleOf(item, text) : isContinuation(item.title, open.last, line))) {
      items.set(item.key, { ...item, title: joined(item.title, text) });
      open = { ...open, last: line.text };
      return;
    } else if (/\p{L}{3}/u.test(text) && itemsComeFirst !== true && (block || today) && !isApartFromSittings(text, line))
      warnings.push(warning("left-out-text", text, line.number));
    open = undefined;
  };

  const onSegment = (segment: Segment, line: Line, isDated: boolean, isAlone: boolean): void => {
    if (segment.kind !== "text" && segment.kind !== "items") open = undefined;
    if (segment.kind === "day") onDay(segment, line);
    else if (segment.kind === "part") {
      partOfDay = segment.part;
      const isSameEntry = block?.line === line.number && block.ranges.length > 0 && block.labels.length === 0 && block.items.size === 0;
      if (isSameEntry) return;
      if (block === undefined || block.ranges.length > 0 || block.items.size > 0 || block.labels.length > 0) {
        if (itemsComeFirst && block) block = { ...block, printed: `${block.printed}, ${segment.printed}` };
        else block = opened(line, segment.printed, []);
      }
    } else if (segment.kind === "times") onTimes(segment, line, isAlone);
    else if (segment.kind === "items") onItems(segment, line, isDated);
    else if (segment.kind === "afterwards") block = { ...opened(line, segment.printed, []), labels: [segment.printed] };
    else onText(segment.text, line);
  };

  for (const [at, line] of lines.entries()) {
    const heading = headingOf(line);
    if (heading !== undefined && ENDING.has(heading)) close();
    const month = monthAlone(line.text);
    if (month) frame = framedBy(frame, month);
    const segments = month ? [] : segmentsOf(line, lines[at + 1], partOfDay, agenda);
    const first = segments.find(({ kind }) => kind === "items" || kind === "day" || kind === "times");
    if (first) itemsComeFirst ??= first.kind === "items" && listed.size > 0;
    const isDated = segments.some(({ kind }) => kind === "day" || kind === "times");
    for (const segment of segments) onSegment(segment, line, isDated, segments.length === 1);
    const served = isCitation(line.text) ? [] : servedBy(block?.items ?? new Set(waiting?.items.slice(0, 1)));
    if (served.length > 0 && findSymbols(line.text).length > 0)
      for (const cell of line.cells) for (const { symbol } of documentsIn(cell, served)) documents.push({ symbol, items: served });
  }
  close();
  return { blocks, items: [...items.values()].map((item) => ({ ...item, title: titleOf(item.title) })), documents, warnings };
};
