import type { DraftSlot } from "../../meeting/draft.ts";
import { getDate, addDays } from "../../meeting/local-time.ts";
import { AFTERWARDS, NOT_PLENARY, OTHER_ORGAN, PLENARY } from "../expressions/languages.ts";
import { clockText, type TimeRange } from "../expressions/times.ts";
import { warning, type Warning } from "../warnings.ts";

/** One entry of a timetable: when, what is said of it, and its items. */
export interface Block {
  readonly line: number;
  /** `YYYY-MM-DD`, if the day is known. */
  readonly date: string | undefined;
  /** How the day and time are printed. */
  readonly printed: string;
  readonly ranges: readonly TimeRange[];
  readonly isDoubtful: boolean;
  /** Whether it is for several days. */
  readonly isSpan: boolean;
  readonly labels: readonly string[];
  readonly venue?: string;
  readonly items: readonly string[];
  readonly continued: readonly string[];
}

export type UnnumberedSlot = Omit<DraftSlot, "number">;

const DAY = 24 * 60;
const at = (date: string, minutes: number): string =>
  minutes < DAY ? `${date}T${clockText(minutes)}` : `${addDays(date, 1)}T${clockText(minutes - DAY)}`;

const isPlenary = ({ items, labels }: Block): boolean => {
  const label = labels.join(" / ");
  const [organ = ""] = label.split(":");
  return PLENARY.test(label) || (items.length > 0 && !NOT_PLENARY.test(label) && !OTHER_ORGAN.test(organ.trim()));
};

/** What a record holds; no sitting has more. */
const MOST_ITEMS = 200;

const slotsAt = (date: string, { ranges, items, continued, venue }: Block): readonly UnnumberedSlot[] =>
  ranges.map(({ start, end }) => ({
    start: at(date, start),
    ...(end !== undefined && { end: at(date, end) }),
    items: items.slice(0, MOST_ITEMS),
    ...(continued.length > 0 && { continued: continued.slice(0, MOST_ITEMS) }),
    ...(venue && { venue }),
  }));

export interface Sittings {
  readonly slots: readonly UnnumberedSlot[];
  readonly warnings: readonly Warning[];
}

const none = (...warnings: readonly Warning[]): Sittings => ({ slots: [], warnings });

/** The plenary slots of an entry, or why it has none. */
export const sittingsOf = (block: Block): Sittings => {
  const { date, line, printed, ranges, items, labels, isDoubtful, isSpan } = block;
  const about = [printed, [labels.join(" / "), items.join(", ")].filter(Boolean).join(": ")].filter(Boolean).join(": ");
  if (ranges.length === 0) {
    if (items.length > 0) return none(warning(isSpan ? "days-only" : "no-time", `Item ${items.join(", ")} (${printed})`, line));
    if (AFTERWARDS.test(labels[0] ?? "")) return none(warning("no-time", labels.slice(0, 2).join(" / "), line));
    return labels.length > 0 && NOT_PLENARY.test(labels.join(" ")) ? none(warning("not-plenary", about, line)) : none();
  }
  if (!isPlenary(block)) return none(warning("not-plenary", about, line));
  if (isDoubtful) return none(warning("unclear-time", about, line));
  if (date === undefined) return none(warning("undated-time", about, line));
  return {
    slots: slotsAt(date, block),
    warnings: [
      ...(items.length === 0 ? [warning("no-items", about, line)] : []),
      ...(ranges.length > 1 ? [warning("two-ranges", "", line)] : []),
      ...ranges.filter(({ end }) => end === undefined).map(({ start }) => warning("no-end", `${date} ${clockText(start)}`, line)),
    ],
  };
};

/** In the order of time; each number is an identity from then on. */
export const numbered = (slots: readonly UnnumberedSlot[]): DraftSlot[] =>
  slots
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map((slot, index) => ({ number: String(index + 1), ...slot }));

/** What the slots say together: sittings at the same time, or outside the meeting's dates. */
export const slotDoubts = (slots: readonly DraftSlot[], opensOn: string | undefined, closesOn: string | undefined): readonly Warning[] =>
  slots.flatMap((slot, index) => {
    const next = slots[index + 1];
    const overlaps = next !== undefined && (next.start === slot.start || (slot.end !== undefined && next.start < slot.end));
    const day = getDate(slot.start);
    const isOutside = (opensOn !== undefined && day < opensOn) || (closesOn !== undefined && day > closesOn);
    return [
      ...(overlaps ? [warning("overlapping-slots", `Slot ${slot.number} (${slot.start}) and slot ${next.number} (${next.start})`)] : []),
      ...(isOutside ? [warning("outside-dates", `Slot ${slot.number} (${slot.start})`)] : []),
    ];
  });
