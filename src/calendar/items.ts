import type { MeetingState } from "../../machines/meeting/state.ts";
import { listWholes, numberItems, slugifyItem, type Lineage } from "../meeting/numbered-items.ts";
import type { EntryItem } from "./entry.ts";
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

/** An item that, as it turned out, never was on the agenda: its address answers for ever. */
const findForgotten = ({ rows }: MeetingCalendar, slug: string): KnownItem | undefined => {
  const entry = rows.find((row) => row.entry.item !== undefined && slugifyItem(row.entry.item) === slug)?.entry;
  return entry?.item === undefined ? undefined : { id: entry.item, number: entry.items[0]?.number ?? entry.item, wholes: [] };
};

/** An item or subitem by its part of an address; undefined where the agenda never had it. */
export const findItem = (calendar: MeetingCalendar, slug: string): KnownItem | undefined =>
  listItems(calendar.state).find(({ id }) => slugifyItem(id) === slug) ?? findForgotten(calendar, slug);
