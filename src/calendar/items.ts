import type { MeetingState } from "../../machines/meeting/state.ts";
import { listWholes, numberItems, type Lineage } from "../meeting/numbered-items.ts";
import type { EntryItem } from "./entry.ts";

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
