import { indexTitles, isRepeatedTitle, type Listed, type ListedItem, type Titles } from "../sections/agenda.ts";
import type { NamedDocument } from "../sections/documents-list.ts";
import type { Frame } from "../expressions/calendar-days.ts";
import { cleanTitle } from "../expressions/item-heads.ts";
import type { ItemNumber } from "../expressions/item-numbers.ts";
import type { TimeRange } from "../expressions/times.ts";
import { chainSteps, stepTo, type Step } from "../model/steps.ts";
import type { Line } from "../text/line.ts";
import type { Warning } from "../warnings.ts";
import type { Entry } from "./entries.ts";
import type { PrintedPart } from "./segment-readers.ts";

interface Day {
  readonly date: string | undefined;
  readonly printed: string;
  readonly isSpan: boolean;
}

/** What is known when a piece of a timetable is read. */
export interface TimetableState {
  readonly listed: Listed;
  /** What the masthead prints, with spaces between its words. */
  readonly above: string;
  readonly titles: Titles;
  /** When the meeting is: a month above the days narrows it. */
  readonly frame: Frame;
  readonly today: Day | undefined;
  readonly partOfDay: PrintedPart | undefined;
  /** The entry that is being read. */
  readonly entry: Entry | undefined;
  readonly previous: ItemNumber | undefined;
  /** Whether that was named in brackets alone, as one of the agenda. */
  readonly isReferred?: boolean;
  /** Whether a list of people or questions goes on, whose numbers are its own. */
  readonly isOwnList?: boolean;
  /** Whether that list has hours of its own: another day ends it. */
  readonly isOwnSection?: boolean;
  /** The organ whose meetings follow, and whether one has: another day ends it then. */
  readonly organ?: { readonly name: string; readonly isUsed: boolean } | undefined;
  /** The items named so far, with the titles that are printed beside them. */
  readonly items: ReadonlyMap<string, ListedItem>;
  /** Numbers that stood for two items, where no agenda says which: they are counters of a sitting. */
  readonly clashes: ReadonlySet<string>;
  /** The title that the next line may go on with. */
  readonly openTitle: { readonly key: string; readonly last: string } | undefined;
  /** An item whose number stood alone: "(continued)" may be with its title, on the next line. */
  readonly untitled: string | undefined;
  /** In a table whose items stand before their dates: those that wait for one. */
  readonly waiting: Pick<Entry, "lines" | "items" | "continued"> | undefined;
  readonly itemsComeFirst: boolean | undefined;
  /** The column of a table in which times stand, and how many columns it has. */
  readonly timeColumn: { readonly column: number; readonly width: number } | undefined;
  /** When the last sitting of the day ends, in minutes. */
  readonly after: number;
}

/** What reading lets out: days, entries that are whole, documents beside them, doubts. */
export type TimetableFact =
  | { readonly kind: "day"; readonly line: number; readonly date: string | undefined }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "document"; readonly document: NamedDocument }
  | { readonly kind: "warning"; readonly warning: Warning };

export type TimetableStep = Step<TimetableState, TimetableFact>;

export const startState = (listed: Listed, frame: Frame, above: readonly Line[]): TimetableState => ({
  above: above.map(({ text }) => ` ${text.replaceAll(/[,;:()]/g, " ")} `).join(""),
  listed,
  titles: indexTitles(listed),
  frame,
  today: undefined,
  partOfDay: undefined,
  entry: undefined,
  previous: undefined,
  items: new Map(),
  clashes: new Set(),
  openTitle: undefined,
  untitled: undefined,
  waiting: undefined,
  itemsComeFirst: undefined,
  timeColumn: undefined,
  after: 0,
});

/** Whether the agenda gives an item this title. */
export const isTitled = ({ listed }: TimetableState, { key }: ItemNumber, title: string): boolean =>
  isRepeatedTitle(listed.get(key)?.title ?? "", cleanTitle(title));

export const addKeys = (keys: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((key) => keys.includes(key)) ? keys : [...new Set([...keys, ...more])];

export const changeEntry = (state: TimetableState, fields: Partial<Entry>): TimetableState =>
  state.entry ? { ...state, entry: { ...state.entry, ...fields } } : state;

/** The state with a line among those that say something of its entry. */
export const noteLine = (state: TimetableState, { number }: Line): TimetableState =>
  state.entry && !state.entry.lines.includes(number) ? changeEntry(state, { lines: [...state.entry.lines, number] }) : state;

export const closeEntry = (state: TimetableState): TimetableStep =>
  state.entry ? stepTo({ ...state, entry: undefined }, { kind: "entry", entry: state.entry }) : stepTo(state);

/** Begins an entry on a line; what waited for one goes into it. */
export const openEntry = (
  state: TimetableState,
  line: Line,
  printed: string,
  times: { readonly ranges: readonly TimeRange[]; readonly isDoubtful: boolean } = { ranges: [], isDoubtful: false },
): TimetableStep =>
  chainSteps(closeEntry(state), (closed) => {
    const { today, waiting } = closed;
    const entry: Entry = {
      line: line.number,
      lines: [...new Set([...(waiting?.lines ?? []), line.number])],
      date: today?.date,
      printed: [today?.printed, printed].filter(Boolean).join(", "),
      ranges: times.ranges,
      isDoubtful: times.isDoubtful,
      isSpan: today?.isSpan ?? false,
      organ: closed.organ?.name,
      labels: [],
      items: [...new Set(waiting?.items)],
      continued: [...new Set(waiting?.continued)],
    };
    return stepTo({ ...closed, entry, waiting: undefined, organ: closed.organ && { ...closed.organ, isUsed: true } });
  });
