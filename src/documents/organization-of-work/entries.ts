import type { DraftSlot } from "../../meeting/draft.ts";
import { getDate, addDays } from "../../meeting/local-time.ts";
import { AFTERWARDS, NOT_PLENARY } from "../languages/expressions.ts";
import type { TimeRange } from "../expressions/times.ts";
import { formatClock } from "../expressions/clock.ts";
import { cleanTitle } from "../expressions/item-heads.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { truncate } from "../text/typography.ts";
import { warn, type Warning } from "../warnings.ts";
import { dropOwnName } from "./own-name.ts";
import { isOfProgramme, isPlenary } from "./plenary.ts";
import type { PrintedPart } from "./segment-readers.ts";

/** One entry of a timetable: when, what is said of it, and its items. */
export interface Entry {
  readonly line: number;
  /** All lines that say something of it. */
  readonly lines: readonly number[];
  /** `YYYY-MM-DD`, if the day is known. */
  readonly date: string | undefined;
  /** How the day and time are printed. */
  readonly printed: string;
  readonly ranges: readonly TimeRange[];
  readonly isDoubtful: boolean;
  /** Whether it is for several days. */
  readonly isSpan: boolean;
  /** The part of the day with which it begins: "Morning". */
  readonly part?: PrintedPart;
  /** The organ below whose name its hours stand, of several in one timetable. */
  readonly organ?: string | undefined;
  /** Whether it is counted among the meetings of the body: "43rd meeting". */
  readonly isNumbered?: boolean;
  readonly labels: readonly string[];
  readonly venue?: string;
  readonly items: readonly string[];
  readonly continued: readonly string[];
}

/** A slot, and the lines that say it: none where a person does. */
export type UnnumberedSlot = Omit<DraftSlot, "number"> & { readonly lines: readonly number[] };
type NumberedSlot = DraftSlot & Pick<UnnumberedSlot, "lines">;

const DAY = 24 * 60;
const addMinutes = (date: string, minutes: number): string =>
  minutes < DAY ? `${date}T${formatClock(minutes)}` : `${addDays(date, 1)}T${formatClock(minutes - DAY)}`;

/** What a record holds; no sitting has more. */
const MOST_ITEMS = 200;

export const placeSlots = (
  date: string,
  { lines, ranges, items, continued, venue }: Pick<Entry, "lines" | "ranges" | "items" | "continued" | "venue">,
  title?: string,
): readonly UnnumberedSlot[] =>
  ranges.map(({ start, end }) => ({
    start: addMinutes(date, start),
    ...(end !== undefined && { end: addMinutes(date, end) }),
    ...(title && { title }),
    items: items.slice(0, MOST_ITEMS),
    ...(continued.length > 0 && { continued: continued.slice(0, MOST_ITEMS) }),
    ...(venue && { venue }),
    lines,
  }));

export interface Sittings {
  /** Of the entry that they are. */
  readonly lines: readonly number[];
  readonly slots: readonly UnnumberedSlot[];
  /** What would be slots if they were plenary and certain. */
  readonly leftOut: readonly UnnumberedSlot[];
  readonly warnings: readonly Warning[];
}

/** The plenary slots of an entry, or why it has none; in a programme without items a sitting is called by what is said of it. */
export const planSittings = (entry: Entry, isInProgramme: boolean, body?: string): Sittings => {
  const own = dropOwnName(entry, body);
  const { date, line, lines, printed, ranges, items, labels, organ, isDoubtful, isSpan, part } = entry;
  const title = isInProgramme ? truncate(cleanTitle(labels[0] ?? ""), LIMITS.title.max) : undefined;
  const placed = date === undefined ? [] : placeSlots(date, entry, title);
  const explain = (...warnings: readonly Warning[]): Sittings => ({ lines, slots: [], leftOut: placed, warnings });
  const about = [printed, [[organ, ...labels].filter(Boolean).join(" / "), items.join(", ")].filter(Boolean).join(": ")]
    .filter(Boolean)
    .join(": ");
  if (ranges.length === 0) {
    if (items.length > 0) return explain(warn(isSpan ? "days-only" : "no-time", `Item ${items.join(", ")} (${printed})`, line));
    if (labels.length > 0 && isPlenary(own)) return explain(warn("no-time", about, line));
    if (AFTERWARDS.test(labels[0] ?? "")) return explain(warn("no-time", labels.slice(0, 2).join(" / "), line));
    if (labels.length > 0 && NOT_PLENARY.test(labels.join(" "))) return explain(warn("not-plenary", about, line));
    return labels.length > 0 && part !== undefined ? explain(warn("no-time", about, line)) : explain();
  }
  if (!(isInProgramme ? isOfProgramme(own) : isPlenary(own))) return explain(warn("not-plenary", about, line));
  if (isDoubtful) return explain(warn("unclear-time", about, line));
  if (date === undefined) return explain(warn("undated-time", about, line));
  return {
    lines,
    slots: placed,
    leftOut: [],
    warnings: [
      ...(items.length === 0 ? [warn("no-items", about, line)] : []),
      ...(ranges.length > 1 ? [warn("two-ranges", "", line)] : []),
      ...ranges.filter(({ end }) => end === undefined).map(({ start }) => warn("no-end", `${date} ${formatClock(start)}`, line)),
    ],
  };
};

/** Sittings without what their numbers would name. */
export const dropItems = ({ slots, ...rest }: Sittings): Sittings => ({
  ...rest,
  slots: slots.map(({ start, end, title, venue, lines }) => ({
    start,
    ...(end && { end }),
    ...(title && { title }),
    items: [],
    ...(venue && { venue }),
    lines,
  })),
});

/** In the order of time; each number is an identity from then on. */
export const numberSlots = (slots: readonly UnnumberedSlot[]): readonly NumberedSlot[] =>
  slots
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map((slot, index) => ({ number: String(index + 1), ...slot }));

/** What the slots say together: sittings at the same time, or outside the meeting's dates. */
export const checkSlots = (slots: readonly DraftSlot[], opensOn: string | undefined, closesOn: string | undefined): readonly Warning[] =>
  slots.flatMap((slot, index) => {
    const next = slots[index + 1];
    const overlaps = next !== undefined && (next.start === slot.start || (slot.end !== undefined && next.start < slot.end));
    const day = getDate(slot.start);
    const isOutside = (opensOn !== undefined && day < opensOn) || (closesOn !== undefined && day > closesOn);
    return [
      ...(overlaps ? [warn("overlapping-slots", `Slot ${slot.number} (${slot.start}) and slot ${next.number} (${next.start})`)] : []),
      ...(isOutside ? [warn("outside-dates", `Slot ${slot.number} (${slot.start})`)] : []),
    ];
  });
