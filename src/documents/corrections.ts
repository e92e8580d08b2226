import { findCalendarDay, type Frame } from "./expressions/calendar-days.ts";
import { readLeadingDates } from "./expressions/dates.ts";
import { readOnlyItems, type ItemNumber } from "./expressions/item-numbers.ts";
import { readLeadingTimes, type TimeRange } from "./expressions/times.ts";
import { placeSlots, type UnnumberedSlot } from "./organization-of-work/entries.ts";
import type { ListedItem } from "./sections/agenda.ts";
import { warn, type Warning } from "./warnings.ts";

/** What a person corrects of a draft, as printed: "13 March 10:00-13:00 = 1, 2, 3", "3 = Title", "13 March 10:00". */
export interface Corrections {
  readonly slots: readonly string[];
  readonly items: readonly string[];
  readonly droppedSlots: readonly string[];
}

export const NO_CORRECTIONS: Corrections = { slots: [], items: [], droppedSlots: [] };

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
  return placeSlots(when.date, { ranges: when.ranges, items: items.items.map(({ key }) => key), continued: items.continued });
};

export interface CorrectedDraft<Value> {
  readonly value: readonly Value[];
  readonly warnings: readonly Warning[];
}

/** Slots with those that were given in place of what begins at the same time, and without those that were dropped. */
export const correctSlots = (
  drafted: readonly UnnumberedSlot[],
  { slots, droppedSlots }: Corrections,
  frame: Frame,
): CorrectedDraft<UnnumberedSlot> => {
  const given = slots.map((text) => ({ text, read: readSlots(text, frame) }));
  const dropped = droppedSlots.map((text) => ({ text, read: readSlots(text, frame) }));
  const added = given.flatMap(({ read }) => read ?? []);
  const gone = new Set([...added, ...dropped.flatMap(({ read }) => read ?? [])].map(({ start }) => start));
  return {
    value: [...drafted.filter(({ start }) => !gone.has(start)), ...added],
    warnings: [...given, ...dropped].flatMap(({ text, read }) => (read ? [] : [warn("unread-correction", text)])),
  };
};

const readItem = (text: string): { readonly item: ItemNumber; readonly title: string } | undefined => {
  const [number, title] = splitAtEquals(text);
  const [item, ...others] = readOnlyItems(number)?.items ?? [];
  return item && others.length === 0 && title !== "" ? { item, title } : undefined;
};

/** Items with the titles that were given; what the document lacks is added at the end. */
export const correctItems = (drafted: readonly ListedItem[], { items }: Corrections): CorrectedDraft<ListedItem> => {
  const given = items.map((text) => ({ text, read: readItem(text) }));
  const titles = new Map(given.flatMap(({ read }) => (read ? [[read.item.key, read]] : [])));
  const known = new Set(drafted.map(({ key }) => key));
  const added = [...titles.values()].filter(({ item }) => !known.has(item.key)).map(({ item, title }) => ({ ...item, title, line: 0 }));
  return {
    value: [...drafted.map((item) => ({ ...item, title: titles.get(item.key)?.title ?? item.title })), ...added],
    warnings: given.flatMap(({ text, read }) => (read ? [] : [warn("unread-correction", text)])),
  };
};
