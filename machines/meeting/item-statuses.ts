import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { MeetingState } from "./state.ts";
import { getItemStatus, type ItemStatus } from "./statuses.ts";

export interface ItemWithStatus extends NumberedItem {
  readonly status: ItemStatus;
}

/** The items of the agenda, in its order, each with where it stands. */
export const listItemStatuses = ({ record, items }: MeetingState): readonly ItemWithStatus[] => {
  const values = new Map(items.map(({ id, value }) => [id, value]));
  return numberItems(record.agenda.items).map((item) => ({
    ...item,
    status: getItemStatus(values.get(item.id) ?? { toBeConsidered: "pending" }),
  }));
};
