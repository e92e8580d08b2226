import { findCalendarDay, type Frame } from "../expressions/calendar-days.ts";
import { readLoneMonth, type PrintedDate } from "../expressions/dates.ts";
import { cleanTitle } from "../expressions/item-heads.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { chainSteps, runSteps, stepTo } from "../model/steps.ts";
import { beginsWithTitle, type Listed, type ListedItem } from "../sections/agenda.ts";
import { readDocuments, type NamedDocument } from "../sections/documents-list.ts";
import { readHeading } from "../sections/sections.ts";
import type { Line } from "../text/line.ts";
import { isCitation } from "../text/page-furniture.ts";
import { warn, type Warning } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import { settleRestarts } from "./restarts.ts";
import { takeItems, takeLabel } from "./read-items.ts";
import type { Agenda, Segment } from "./segment-readers.ts";
import { segmentLine } from "./segments.ts";
import {
  changeEntry,
  closeEntry,
  isTitled,
  noteLine,
  openEntry,
  startState,
  type TimetableState,
  type TimetableStep,
  type Told,
} from "./timetable-state.ts";

/** What a timetable says: its entries, the items that it names with their titles, and documents beside them. */
export interface Timetable {
  /** Which day a line names. */
  readonly days: ReadonlyMap<number, string | undefined>;
  readonly entries: readonly Entry[];
  readonly items: readonly ListedItem[];
  readonly documents: readonly NamedDocument[];
  readonly warnings: readonly Warning[];
  /** Whether numbers begin anew at each sitting: they are no items of an agenda. */
  readonly isRestarted: boolean;
}

type Of<Kind extends Segment["kind"]> = Extract<Segment, { readonly kind: Kind }>;

const readDay = (state: TimetableState, { dates, printed, isOpen }: Of<"day">, line: Line): TimetableStep => {
  const { entry, waiting } = state;
  const isEndOfSpan = entry?.isSpan === true && entry.ranges.length === 0 && state.itemsComeFirst === true && waiting === undefined;
  if (isEndOfSpan) return stepTo(state);
  const { date, falls } = findCalendarDay(dates.from, state.frame);
  const today = { date, printed, isSpan: isOpen || dates.to !== undefined };
  const doubts = [
    ...(date === undefined ? [warn("unknown-date", printed, line.number)] : []),
    ...(date !== undefined && falls !== undefined ? [warn("wrong-weekday", `"${printed}" is ${date}, another weekday`, line.number)] : []),
  ].map((warning): Told => ({ kind: "warning", warning }));
  const told: Told = { kind: "day", line: line.number, date };
  return chainSteps(stepTo<TimetableState, Told>({ ...state, today, partOfDay: undefined, after: 0 }, told, ...doubts), (next) =>
    waiting || today.isSpan ? openEntry(next, line, "") : closeEntry(next),
  );
};

/** Whether all that is known of an entry is its whole times: what follows on its line adds to them. */
const isWhole = ({ ranges, isDoubtful }: Entry): boolean => !isDoubtful && ranges.every(({ end }) => end !== undefined);

/** A start and an end, each on a line of its own, as one range. */
const joinEnds = ({ ranges }: Entry, { times }: Of<"times">): Entry["ranges"] | undefined => {
  const [started, ...more] = ranges;
  const [ended, ...others] = times.ranges;
  const areEnds = started && ended && started.end === undefined && ended.end === undefined && more.length + others.length === 0;
  return areEnds && ended.start > started.start ? [{ start: started.start, end: ended.start }] : undefined;
};

/** The latest hour that is known of the day. */
const findLatest = ({ after }: TimetableState, { ranges }: Of<"times">["times"]): number =>
  Math.max(after, ...ranges.map(({ start, end }) => end ?? start));

const readTimes = (before: TimetableState, segment: Of<"times">, line: Line, isAlone: boolean): TimetableStep => {
  const { times, printed } = segment;
  const state: TimetableState = { ...before, after: findLatest(before, times) };
  const { entry, itemsComeFirst } = state;
  const isEmpty = entry !== undefined && entry.labels.length === 0;
  const isBlank = isEmpty && entry.items.length === 0;
  const joined = isBlank && isAlone ? joinEnds(entry, segment) : undefined;
  if (segment.isBare && !times.isDoubtful)
    return chainSteps(openEntry(state, line, printed, times), (opened) =>
      stepTo(opened, { kind: "warning", warning: warn("bare-time", printed, line.number) }),
    );
  if (joined) return stepTo(noteLine(changeEntry(state, { ranges: joined }), line));
  if (isBlank && entry.line === line.number && entry.ranges.length > 0 && isWhole(entry))
    return stepTo(changeEntry(state, { ranges: [...entry.ranges, ...times.ranges], printed: `${entry.printed}, ${printed}` }));
  if (isEmpty && entry.ranges.length === 0 && !entry.isSpan && (itemsComeFirst === true || isBlank))
    return stepTo(
      noteLine(changeEntry(state, { ranges: times.ranges, isDoubtful: times.isDoubtful, printed: `${entry.printed}, ${printed}` }), line),
    );
  return openEntry(state, line, printed, times);
};

const readPart = (before: TimetableState, { part, printed }: Of<"part">, line: Line): TimetableStep => {
  const state: TimetableState = { ...before, partOfDay: part };
  const { entry } = state;
  const isUnsaid = entry !== undefined && entry.items.length === 0 && entry.labels.length === 0;
  const isSameEntry = isUnsaid && entry.line === line.number && entry.ranges.length > 0;
  if (isSameEntry || (isUnsaid && entry.ranges.length === 0)) return stepTo(state);
  if (entry && state.itemsComeFirst === true) return stepTo(changeEntry(state, { printed: `${entry.printed}, ${printed}` }));
  return openEntry(state, line, printed);
};

const readSegment = (before: TimetableState, segment: Segment, line: Line, isDated: boolean, isAlone: boolean): TimetableStep => {
  const state = segment.kind === "text" || segment.kind === "items" ? before : { ...before, openTitle: undefined };
  switch (segment.kind) {
    case "day":
      return readDay(state, segment, line);
    case "part":
      return readPart(state, segment, line);
    case "times":
      return readTimes(state, segment, line, isAlone);
    case "items":
      return takeItems(state, segment, line, isDated);
    case "afterwards":
      return chainSteps(openEntry(state, line, segment.printed), (next) => stepTo(changeEntry(next, { labels: [segment.printed] })));
    case "text":
      return takeLabel(state, segment.text, line);
  }
};

/** The item that documents on a line are for: the last named, or the whole item of a row. */
const findServed = ({ entry, waiting, previous, itemsComeFirst }: TimetableState): readonly string[] => {
  const about = entry?.items ?? waiting?.items.slice(0, 1) ?? [];
  if (itemsComeFirst !== true) return previous && about.includes(previous.key) ? [previous.key] : [];
  const [first] = about;
  return first === undefined ? [] : [first.replace(/\(.*$/, "")];
};

const readDocumentsBeside = (state: TimetableState, line: Line): TimetableStep => {
  const served = isCitation(line.text) || findSymbols(line.text).length === 0 ? [] : findServed(state);
  if (served.length === 0) return stepTo(state);
  const named = line.cells.flatMap((cell) => readDocuments(cell, served)).map(({ symbol }) => ({ symbol, items: served }));
  return stepTo(state, ...named.map((document) => ({ kind: "document", document }) as const));
};

const ENDING = new Set(["annotations", "documents", "annex"]);

/** "May 2022" above the days: their month, and their year where nothing else says it. */
const narrowFrame = (frame: Frame, { month, year }: PrintedDate): Frame => ({ ...frame, month, year: year ?? frame.year });

/** The column in which a row holds its times, beside other cells. */
const findTimeColumn = ({ cells }: Line): TimetableState["timeColumn"] => {
  const column = cells.findIndex((cell) => {
    const times = readLeadingTimes(cell);
    return times !== undefined && !times.isDoubtful && times.length >= cell.length - 1;
  });
  return column >= 0 && cells.filter(Boolean).length > 1 ? { column, width: cells.length } : undefined;
};

const askAgenda = (state: TimetableState): Agenda => ({
  isTitled: (item, title) => isTitled(state, item, title),
  beginsTitled: ({ key }, text) => beginsWithTitle(text, state.listed.get(key)?.title ?? ""),
  isListed: ({ key }) => state.listed.has(key),
  isKnown: state.listed.size > 0,
});

const readLine = (before: TimetableState, { line, next }: { readonly line: Line; readonly next: Line | undefined }): TimetableStep => {
  const heading = readHeading(line);
  const month = readLoneMonth(line.text);
  const framed = month ? { ...before, frame: narrowFrame(before.frame, month) } : before;
  const { partOfDay: part, after, timeColumn: known } = framed;
  const timeColumn = known?.width === line.cells.length ? known.column : undefined;
  const segments = month ? [] : segmentLine(line, { next, part, timeColumn, after }, askAgenda(framed));
  const first = segments.find(({ kind }) => kind === "items" || kind === "day" || kind === "times");
  const itemsComeFirst = framed.itemsComeFirst ?? (first && first.kind === "items" && framed.listed.size > 0);
  const isDated = segments.some(({ kind }) => kind === "day" || kind === "times");
  const begun: TimetableState = { ...framed, itemsComeFirst, timeColumn: findTimeColumn(line) ?? known };
  const start = heading !== undefined && ENDING.has(heading) ? closeEntry(begun) : stepTo(begun);
  const read = segments.reduce(
    (step, segment) => chainSteps(step, (state) => readSegment(state, segment, line, isDated, segments.length === 1)),
    start,
  );
  return chainSteps(read, (state) => readDocumentsBeside(state, line));
};

/** Of a meeting of one day, all is on that day. */
const startOnOnlyDay = (state: TimetableState): TimetableState => {
  const { opensOn, closesOn } = state.frame;
  return opensOn !== undefined && opensOn === closesOn ? { ...state, today: { date: opensOn, printed: "", isSpan: false } } : state;
};

/** Reads a timetable, line by line, in the order of reading. `listed` is the agenda list, if there is one. */
export const readTimetable = (lines: readonly Line[], listed: Listed, frame: Frame): Timetable => {
  const { state, out } = runSteps(
    startOnOnlyDay(startState(listed, frame)),
    lines.map((line, at) => ({ line, next: lines[at + 1] })),
    readLine,
  );
  const told = [...out, ...closeEntry(state).out];
  const numbered = settleRestarts(
    told.flatMap((one) => (one.kind === "entry" ? [one.entry] : [])),
    state.clashes,
  );
  return {
    days: new Map(told.flatMap((one) => (one.kind === "day" ? [[one.line, one.date] as const] : []))),
    isRestarted: numbered.isRestarted,
    entries: numbered.entries,
    items: [...state.items.values()].map((item) => ({ ...item, title: cleanTitle(item.title) })),
    documents: told.flatMap((one) => (one.kind === "document" ? [one.document] : [])),
    warnings: [...numbered.warnings, ...told.flatMap((one) => (one.kind === "warning" ? [one.warning] : []))],
  };
};
