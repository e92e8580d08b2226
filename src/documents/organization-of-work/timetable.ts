import type { Frame } from "../expressions/calendar-days.ts";
import { readLoneMonths } from "../expressions/dates.ts";
import { cleanTitle } from "../expressions/item-heads.ts";
import { OWN_SECTION } from "../languages/expressions.ts";
import { readLeadingTimes } from "../expressions/times.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { chainSteps, runSteps, stepTo } from "../model/steps.ts";
import { beginsWithTitle, findTitled, type Listed, type ListedItem } from "../sections/agenda.ts";
import { readDocuments, type NamedDocument } from "../sections/documents-list.ts";
import { readHeading } from "../sections/sections.ts";
import { isSentence } from "../sections/sentences.ts";
import type { Line } from "../text/line.ts";
import { isCitation } from "../text/page-furniture.ts";
import type { Warning } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import { settleRestarts } from "./restarts.ts";
import { markBareItems } from "./bare-items.ts";
import { isOrganHeading } from "./plenary.ts";
import type { Agenda } from "./segment-readers.ts";
import { segmentLine } from "./segments.ts";
import { closeEntry, isTitled, startState, type TimetableState, type TimetableStep } from "./timetable-state.ts";
import { readTitle } from "./referred-titles.ts";
import { readSegment } from "./read-segments.ts";

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

/** The item that documents on a line are for: the last named, or the whole item of a row. */
const findServed = ({ entry, waiting, previous, itemsComeFirst }: TimetableState): readonly string[] => {
  const about = entry?.items ?? waiting?.items.slice(0, 1) ?? [];
  if (itemsComeFirst !== true) return previous && about.includes(previous.key) ? [previous.key] : [];
  const [first] = about;
  return first === undefined ? [] : [first.replace(/\(.*$/, "")];
};

const readDocumentsBeside = (state: TimetableState, line: Line): TimetableStep => {
  if (isCitation(line.text) || findSymbols(line.text).length === 0) return stepTo(state);
  const served = findServed(state);
  if (served.length === 0 && isSentence(line.text)) return stepTo(state);
  const named = line.cells.flatMap((cell) => readDocuments(cell, served)).map(({ symbol }) => ({ symbol, items: served }));
  return stepTo(state, ...named.map((document) => ({ kind: "document", document }) as const));
};

const ENDING = new Set(["annotations", "documents", "annex"]);

/** The column in which a row holds its times, beside other cells. */
const findTimeColumn = ({ cells }: Line): TimetableState["timeColumn"] => {
  const column = cells.findIndex((cell) => {
    const times = readLeadingTimes(cell);
    return times !== undefined && !times.isDoubtful && times.length >= cell.length - 1;
  });
  return column >= 0 && cells.filter(Boolean).length > 1 ? { column, width: cells.length } : undefined;
};

const CODED = /^[A-Z]{2,5} \d/;

const askAgenda = (state: TimetableState): Agenda => ({
  isTitled: (item, title) => isTitled(state, item, title),
  beginsTitled: ({ key }, text) => beginsWithTitle(text, state.listed.get(key)?.title ?? ""),
  isListed: ({ key }) => state.listed.has(key),
  isKnown: state.listed.size > 0,
  isName: ({ key }) => CODED.test(key) && !state.listed.has(key) && state.above.includes(` ${key} `),
  // Below its number a title only goes on with it.
  isTitle: (text) => findTitled(state.titles, text) !== undefined,
  findTitled: (title) => (state.untitled === undefined ? findTitled(state.titles, title) : undefined),
});

const readLine = (before: TimetableState, { line, next }: { readonly line: Line; readonly next: Line | undefined }): TimetableStep => {
  const heading = readHeading(line);
  const months = readLoneMonths(line.text);
  const framed = months ? { ...before, frame: { ...before.frame, ...months } } : before;
  const { partOfDay: part, after, timeColumn: known } = framed;
  const timeColumn = known?.width === line.cells.length ? known.column : undefined;
  const isTitle = readTitle(line.text, askAgenda(framed)) !== undefined;
  if (
    !isWaiting(framed.entry) &&
    line.cells.filter(Boolean).length === 1 &&
    !isTitle &&
    isOrganHeading(line.text) &&
    isHeadOfHours(line, next)
  )
    return chainSteps(closeEntry(framed), (closed) => stepTo({ ...closed, organ: { name: line.text, isUsed: false } }));
  if (OWN_SECTION.test(line.text) && isHeadOfHours(line, next))
    return chainSteps(closeEntry(framed), (closed) => stepTo({ ...closed, isOwnSection: true }));
  const segments = months ? [] : segmentLine(line, { next, part, timeColumn, after }, askAgenda(framed));
  const first = segments.find(({ kind }) => kind === "items" || kind === "day" || kind === "times");
  const isDated = segments.some(({ kind }) => kind === "day" || kind === "times");
  // "5-6 May, 10 a.m. | Items 1 to 3": what stands before items may be hours that cannot be read.
  const isUnread = segments[0]?.kind === "text" && !isDated && /\d/.test(segments[0].text);
  const itemsComeFirst = framed.itemsComeFirst ?? (isUnread ? undefined : first && first.kind === "items" && framed.listed.size > 0);
  const begun: TimetableState = { ...framed, itemsComeFirst, timeColumn: findTimeColumn(line) ?? known };
  const start = heading !== undefined && ENDING.has(heading) ? closeEntry(begun) : stepTo(begun);
  const read = segments.reduce(
    (step, segment) => chainSteps(step, (state) => readSegment(state, segment, line, isDated, segments.length === 1)),
    start,
  );
  return chainSteps(read, (state) => readDocumentsBeside(state, line));
};

/** Whether an hour, or a sitting "upon completion of item 1", waits for what is said of it. */
const isWaiting = (entry: Entry | undefined): boolean =>
  entry !== undefined && entry.items.length === 0 && (entry.labels.length === 0 || entry.ranges.length === 0);

/** Whether hours stand on the next line, and none on this. */
const isHeadOfHours = (line: Line, next: Line | undefined): boolean =>
  readLeadingTimes(next?.text ?? "") !== undefined && readLeadingTimes(line.text) === undefined;

/** Of a meeting of one day, all is on that day. */
const startOnOnlyDay = (state: TimetableState): TimetableState => {
  const { opensOn, closesOn } = state.frame;
  return opensOn !== undefined && opensOn === closesOn ? { ...state, today: { date: opensOn, printed: "", isSpan: false } } : state;
};

/** Reads a timetable, line by line, in the order of reading. `listed` is the agenda list, if there is one; `above` is the masthead. */
export const readTimetable = (lines: readonly Line[], listed: Listed, frame: Frame, above: readonly Line[] = []): Timetable => {
  const { state, out } = runSteps(
    startOnOnlyDay(startState(listed, frame, above)),
    (listed.size > 0 ? lines : markBareItems(lines)).map((line, at, all) => ({ line, next: all[at + 1] })),
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
