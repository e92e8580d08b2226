import { readLeadingDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { isContinued, readItemHead } from "../expressions/item-heads.ts";
import { readOnlyItems, type ItemNumber } from "../expressions/item-numbers.ts";
import { goOnAfter, readBareRange } from "../expressions/bare-times.ts";
import { readLeadingTimes, type LeadingTimes } from "../expressions/times.ts";
import { ITEM_WORD } from "../languages/expressions.ts";
import { isDayHeading } from "../sections/sections.ts";
import { findNextItem } from "./next-item.ts";

export type PrintedPart = "morning" | "afternoon";

/** What a piece of a timetable says, in the order of reading. */
export type Segment =
  | { readonly kind: "day"; readonly dates: PrintedDates; readonly printed: string; readonly isOpen: boolean }
  | { readonly kind: "part"; readonly part: PrintedPart; readonly printed: string }
  | { readonly kind: "times"; readonly times: LeadingTimes; readonly printed: string; readonly isBare: boolean }
  | {
      readonly kind: "items";
      readonly items: readonly ItemNumber[];
      readonly mark?: string;
      readonly continued: readonly string[];
      readonly title: string;
      /** Whether the word for an item stands before its number. */
      readonly isWorded?: boolean;
      /** Whether what stands before refers to it: "Nets (item 3)". */
      readonly isReferred?: boolean;
      /** Whether another organ takes it up: "Committee of the Whole: item 5". */
      readonly isOfOther?: boolean;
    }
  | { readonly kind: "afterwards"; readonly printed: string }
  | { readonly kind: "text"; readonly text: string };

/** What the reader may ask about the agenda, to tell "2 Report" and a bare "2" from other numbers. */
export interface Agenda {
  readonly isTitled: (item: ItemNumber, title: string) => boolean;
  /** Whether a text begins with the title of an item, whatever follows. */
  readonly beginsTitled: (item: ItemNumber, text: string) => boolean;
  /** Whether the agenda lists an item; whether there is an agenda at all. */
  readonly isListed: (item: ItemNumber) => boolean;
  readonly isKnown: boolean;
  /** Whether what would be the number of an item is the name of a body: "NET 1", printed above the timetable. */
  readonly isName: (item: ItemNumber) => boolean;
  /** The one item that has this title, and no other. */
  readonly findTitled: (title: string) => ItemNumber | undefined;
  /** Whether a text is the title of an item, also below a number that stands alone. */
  readonly isTitle: (text: string) => boolean;
}

export interface SegmentContext {
  /** Whether the text is a cell of a row, where "3, 4" are items. */
  readonly isCell: boolean;
  /** The text of the next line: a title below its number confirms the number. */
  readonly next: string;
  readonly part: PrintedPart | undefined;
  /** Whether it stands in a column of times: there "3-6" is a time, and no items. */
  readonly isTimes: boolean;
  /** When the sitting before it ends, in minutes of its day; 0 behind hours on the same line, where others say how long. */
  readonly after: number;
  /** The item that stands before it in its cell. */
  readonly path: readonly string[];
  /** Whether "a.m.", or hours, stand before it on the line. */
  readonly isAfterPart?: boolean;
  readonly isAfterTimes?: boolean;
}

export const SEPARATORS = /^[\s,،，、;；؛:：/|–—-]{1,6}/u;

export interface Found {
  readonly segment: Segment;
  readonly length: number;
}

export const readDay = (text: string, { isCell }: SegmentContext): Found | undefined => {
  const dates = readLeadingDates(text);
  if (!dates) return undefined;
  const isFull = dates.from.weekday !== undefined && dates.from.day !== undefined;
  // "Monday, 5 May: the Chair will ..." is about that day, and so is what follows.
  const isSetOff = /^\s?[:;(–—]|^,?\s\p{Lu}/u.test(text.slice(dates.end));
  if (!isDayHeading(text) && !((isCell || isSetOff) && isFull)) return undefined;
  const isOpen = /^\s?[–—-]\s?$/.test(text.slice(dates.end));
  // "5 мая 2031 г., 10:00", "Monday (5 May), 10 a.m."
  const length = dates.end + (/^[.)]/.test(text.slice(dates.end)) ? 1 : 0);
  return { segment: { kind: "day", dates, printed: text.slice(dates.start, dates.end), isOpen }, length };
};

/** "01:30" is at night, or so long. */
const ON_24_HOURS = /^0\d/;
/** "9.35" in a column of times is no item. */
const DOTTED = /^(?<hour>\d{1,2})\.(?<minute>[0-5]\d)$/;

export const readTimes = (text: string, { part, isTimes, after }: SegmentContext): Found | undefined => {
  const plain = readLeadingTimes(isTimes ? text.replace(DOTTED, "$<hour>:$<minute>") : text, part);
  const bare =
    (isTimes ? readBareRange(text, after) : undefined) ?? (plain && !ON_24_HOURS.test(text) ? goOnAfter(plain, after) : undefined);
  const found = bare ?? plain;
  if (!found) return undefined;
  const printed = text.slice(0, found.length).trim();
  return { segment: { kind: "times", times: found, printed, isBare: bare !== undefined }, length: found.length };
};

const MARKED = /[.)(]|\p{L}/u;

export const readItems = (
  text: string,
  { isCell, next, isAfterPart, isAfterTimes, path }: SegmentContext,
  agenda: Agenda,
): Found | undefined => {
  const only = readOnlyItems(text);
  const isWorded = ITEM_WORD.test(text);
  const [first, ...others] = only?.items ?? [];
  if (first && agenda.isName(first)) return undefined;
  const isConfirmed =
    first !== undefined &&
    (isCell ||
      isAfterPart === true ||
      (isAfterTimes === true && agenda.isListed(first)) ||
      MARKED.test(text) ||
      others.length > 0 ||
      agenda.isTitled(first, next));
  if (only && isConfirmed)
    return { segment: { kind: "items", items: only.items, continued: only.continued, title: "", isWorded }, length: text.length };
  const head = readItemHead(text);
  if (!head) return undefined;
  const [item] = head.items;
  if (item && agenda.isName(item)) return undefined;
  if (head.form === "bare" && !(item && agenda.isTitled(item, head.rest))) return undefined;
  const continued = isContinued(head.rest) ? head.items.map(({ key }) => key) : (head.continued ?? []);
  const end = findNextItem(head, path, agenda) ?? head.rest.length;
  const title = head.rest.slice(0, end).trimEnd();
  return {
    segment: { kind: "items", items: head.items, continued, title, isWorded, ...(head.mark !== undefined && { mark: head.mark }) },
    length: text.length - head.rest.length + end,
  };
};
