import type { MeetingState } from "../../machines/meeting/state.ts";
import { listWholes, numberItems, slugifyItem, type Lineage } from "../meeting/numbered-items.ts";
import type { CalendarEntry, EntryItem } from "./entry.ts";
import type { MeetingCalendar } from "./views.ts";

/** An item of the agenda, or one that left it, by its id and the number that it has or had. */
export interface KnownItem extends Lineage {
  readonly number: string;
}

/** Every item that the meeting has or ever had: each has an address for ever. */
export const listItems = ({ record, formerItems }: MeetingState): readonly KnownItem[] => [
  ...numberItems(record.agenda.items),
  // What left the agenda is a part of nothing on it.
  ...formerItems.map(({ id, number }) => ({ id, number, wholes: [] })),
];

/** An item of an entry with the items that it is a part of. */
export const getLineage = ({ number, id = number, wholes = listWholes(number) }: EntryItem): Lineage => ({ id, wholes });

/** An item of an entry of its own: one may never have been on the agenda, as it turned out, and its address answers for ever. */
export const readOwnItem = ({ item, items }: CalendarEntry): KnownItem | undefined =>
  item === undefined ? undefined : { id: item, number: items[0]?.number ?? item, wholes: [] };

/** The same, with what never was an item: the first of an id is the one. */
export const listKnownItems = ({ state, rows }: Pick<MeetingCalendar, "state" | "rows">): readonly KnownItem[] => [
  ...listItems(state),
  ...rows.flatMap(({ entry }) => readOwnItem(entry) ?? []),
];

/** An item or subitem by its part of an address; undefined where the agenda never had it. */
export const findKnownItem = (items: readonly KnownItem[], slug: string): KnownItem | undefined =>
  items.find(({ id }) => slugifyItem(id) === slug);

export const findItem = (calendar: MeetingCalendar, slug: string): KnownItem | undefined => findKnownItem(listKnownItems(calendar), slug);
