import { getDate } from "../meeting/local-time.ts";
import { isSameOrPart, type Lineage } from "../meeting/numbered-items.ts";
import type { CalendarEntry } from "./entry.ts";
import { getLineage, listKnownItems, type KnownItem } from "./items.ts";
import type { JointSittings } from "./joint.ts";
import type { EntryRevision } from "./ledger.ts";
import type { MeetingCalendar, MeetingOverview } from "./views.ts";

/** What is asked of a meeting: sittings and items, these by their parts of an address, or a day. */
export type PartQuery = { readonly slots: readonly string[]; readonly items: readonly string[] } | { readonly day: string };

/** As much of a meeting as a feed of a part of it needs: what else there is of the meeting is no matter. */
export interface MeetingPart {
  readonly record: MeetingOverview["record"];
  /** Those that were asked for, at least. */
  readonly rows: readonly EntryRevision[];
  readonly joint?: JointSittings;
  /** Likewise, as far as the meeting has them or ever had. */
  readonly items: readonly KnownItem[];
}

/** What an entry is found by. */
export interface EntrySubject {
  /** Of an item's own entry, which no other feed has. */
  readonly item?: string;
  /** The first and the last of its days. */
  readonly days: readonly [string, string];
  readonly items: readonly Lineage[];
}

export const getSubject = ({ item, start, lastDay = getDate(start), items }: CalendarEntry): EntrySubject => ({
  ...(item !== undefined && { item }),
  days: [getDate(start), lastDay],
  items: items.map(getLineage),
});

/** A sitting's day is that on which it begins; where none is known yet, the meeting's own entry is of all its days. */
export const isOnDay = ({ item, days: [first, last] }: EntrySubject, day: string): boolean =>
  item === undefined && first <= day && day <= last;

/** Whether a sitting or a deadline is about an item. */
export const concernsItem = ({ item, items }: EntrySubject, wanted: Lineage): boolean =>
  item === undefined && items.some((other) => isSameOrPart(other, wanted));

export const isAskedFor = (subject: EntrySubject, query: PartQuery, items: readonly KnownItem[]): boolean =>
  "day" in query ? isOnDay(subject, query.day) : items.some((item) => subject.item === item.id || concernsItem(subject, item));

/** All of a meeting, for who has it. */
export const toPart = (calendar: MeetingCalendar): MeetingPart => {
  const { state, rows, joint } = calendar;
  return { record: state.record, rows, items: listKnownItems(calendar), ...(joint && { joint }) };
};
