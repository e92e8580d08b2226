import { findCalendarDay } from "../expressions/calendar-days.ts";
import { chainSteps, stepTo } from "../model/steps.ts";
import type { Line } from "../text/line.ts";
import { warn } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import { takeItems } from "./read-items.ts";
import { takeLabel } from "./read-labels.ts";
import type { Segment } from "./segment-readers.ts";
import {
  changeEntry,
  closeEntry,
  noteLine,
  openEntry,
  type TimetableState,
  type TimetableStep,
  type TimetableFact,
} from "./timetable-state.ts";

type Of<Kind extends Segment["kind"]> = Extract<Segment, { readonly kind: Kind }>;

const readDay = (state: TimetableState, { dates, printed, isOpen }: Of<"day">, line: Line): TimetableStep => {
  const { entry, waiting } = state;
  const isEndOfSpan = entry?.isSpan === true && entry.ranges.length === 0 && state.itemsComeFirst === true && waiting === undefined;
  if (isEndOfSpan) return stepTo(state);
  const { date: printedDate, falls } = findCalendarDay(dates.from, state.frame);
  // "Friday 1 October" after "Thursday 31 October": neither its weekday nor its place in the order is that of its date.
  const isMisprinted = falls !== undefined && printedDate !== undefined && printedDate < (state.today?.date ?? "");
  const date = isMisprinted ? undefined : printedDate;
  const today = { date, printed, isSpan: isOpen || dates.to !== undefined };
  const organ = state.organ?.isUsed === true ? undefined : state.organ;
  const doubts = [
    ...(date === undefined ? [warn("unknown-date", printed, line.number)] : []),
    ...(date !== undefined && falls !== undefined ? [warn("wrong-weekday", `"${printed}" is ${date}, another weekday`, line.number)] : []),
  ].map((warning): TimetableFact => ({ kind: "warning", warning }));
  const told: TimetableFact = { kind: "day", line: line.number, date };
  return chainSteps(
    stepTo<TimetableState, TimetableFact>({ ...state, today, organ, isOwnSection: false, partOfDay: undefined, after: 0 }, told, ...doubts),
    (next) => (waiting || today.isSpan ? openEntry(next, line, "") : closeEntry(next)),
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
  // "Morning / Third plenary meeting / Great Hall / 9 a.m."
  const isHead = entry?.isNumbered === true && entry.items.length === 0 && isAlone;
  if (entry?.ranges.length === 0 && !entry.isSpan && (isHead || isBlank || (isEmpty && itemsComeFirst === true)))
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
  if (isSameEntry) return stepTo(state);
  if (isUnsaid && entry.ranges.length === 0) return stepTo(entry.part ? changeEntry(state, { part }) : state);
  if (entry && state.itemsComeFirst === true) return stepTo(changeEntry(state, { printed: `${entry.printed}, ${printed}` }));
  return chainSteps(openEntry(state, line, printed), (opened) => stepTo(changeEntry(opened, { part })));
};

export const readSegment = (before: TimetableState, segment: Segment, line: Line, isDated: boolean, isAlone: boolean): TimetableStep => {
  const state = segment.kind === "text" || segment.kind === "items" ? before : { ...before, openTitle: undefined, isOwnList: false };
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
