import { findCalendarDay, type Frame } from "./expressions/calendar-days.ts";
import { readLeadingDates } from "./expressions/dates.ts";
import { readOnlyItems, type ItemNumber } from "./expressions/item-numbers.ts";
import { readLeadingTimes, type TimeRange } from "./expressions/times.ts";
import type { LineRule, Meaning } from "./rules/line-rule.ts";
import { placeSlots, type UnnumberedSlot } from "./organization-of-work/entries.ts";
import type { StatedSlot } from "./stated-slots.ts";
import { sortItems, type ListedItem } from "./sections/agenda.ts";
import { warn, type Warning } from "./warnings.ts";

/** What a person corrects of a draft, and what was said before of lines that are printed again. */
export interface Corrections {
  readonly said: readonly Meaning[];
  readonly rules: readonly LineRule[];
  /** Sittings that a person states in all their fields. */
  readonly stated?: readonly StatedSlot[];
}

export const NO_CORRECTIONS: Corrections = { said: [], rules: [] };

interface When {
  readonly date: string;
  readonly ranges: readonly TimeRange[];
}

const readWhen = (text: string, frame: Frame): When | undefined => {
  const dates = readLeadingDates(text) ?? undefined;
  const { date } = dates ? findCalendarDay(dates.from, frame) : {};
  const times = dates && readLeadingTimes(text.slice(dates.end).replace(/^[\s,:–—-]{1,4}/u, ""));
  return date !== undefined && times !== undefined && !times.isDoubtful ? { date, ranges: times.ranges } : undefined;
};

const splitAtEquals = (text: string): readonly [string, string] => {
  const at = text.indexOf("=");
  return at < 0 ? [text.trim(), ""] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
};

const readSlots = (text: string, frame: Frame): readonly UnnumberedSlot[] | undefined => {
  const [printed, named] = splitAtEquals(text);
  const when = readWhen(printed, frame);
  const items = named === "" ? { items: [], continued: [] } : readOnlyItems(named);
  if (!when || !items) return undefined;
  const keys = items.items.map(({ key }) => key);
  return placeSlots(when.date, { lines: [], ranges: when.ranges, items: keys, continued: items.continued });
};

export interface CorrectedDraft<Value> {
  readonly value: readonly Value[];
  /** For each correction that was read, the line of the document that it is about, if one is. */
  readonly bound: ReadonlyMap<Meaning, number | undefined>;
  readonly warnings: readonly Warning[];
}

const warnOfUnread = (given: readonly { readonly meaning: Meaning; readonly read: unknown }[]): readonly Warning[] =>
  given.flatMap(({ meaning, read }) => (read === undefined ? [warn("unread-correction", meaning.text)] : []));

/** Slots with those that were given in place of what begins at the same time, and without those that were dropped. */
export const correctSlots = (
  drafted: readonly UnnumberedSlot[],
  leftOut: readonly UnnumberedSlot[],
  said: readonly Meaning[],
  frame: Frame,
): CorrectedDraft<UnnumberedSlot> => {
  const given = said
    .filter(({ kind }) => kind === "slot" || kind === "drop")
    .map((meaning) => ({ meaning, read: readSlots(meaning.text, frame) }));
  const lineOf = (starts: readonly UnnumberedSlot[]): number | undefined =>
    [...drafted, ...leftOut].find((slot) => starts.some(({ start }) => start === slot.start))?.lines[0];
  return {
    value: given.reduce<readonly UnnumberedSlot[]>((slots, { meaning, read = [] }) => {
      const others = slots.filter((slot) => read.every(({ start }) => start !== slot.start));
      return meaning.kind === "slot" ? [...others, ...read] : others;
    }, drafted),
    bound: new Map(given.flatMap(({ meaning, read }) => (read ? [[meaning, lineOf(read)] as const] : []))),
    warnings: warnOfUnread(given),
  };
};

const readItem = (text: string): { readonly item: ItemNumber; readonly title: string } | undefined => {
  const [number, title] = splitAtEquals(text);
  const [item, ...others] = readOnlyItems(number)?.items ?? [];
  return item && others.length === 0 && title !== "" ? { item, title } : undefined;
};

/** Items with the titles that were given; what the document lacks stands by its number. */
export const correctItems = (drafted: readonly ListedItem[], said: readonly Meaning[]): CorrectedDraft<ListedItem> => {
  const given = said.filter(({ kind }) => kind === "item").map((meaning) => ({ meaning, read: readItem(meaning.text) }));
  const titles = new Map(given.flatMap(({ read }) => (read ? [[read.item.key, read]] : [])));
  const known = new Map(drafted.map(({ key, line }) => [key, line]));
  const added = [...titles.values()].filter(({ item }) => !known.has(item.key)).map(({ item, title }) => ({ ...item, title, line: 0 }));
  const value = [...drafted.map((item) => ({ ...item, title: titles.get(item.key)?.title ?? item.title })), ...added];
  return {
    value: added.length > 0 ? sortItems(value) : value,
    bound: new Map(given.flatMap(({ meaning, read }) => (read ? [[meaning, known.get(read.item.key)] as const] : []))),
    warnings: warnOfUnread(given),
  };
};
