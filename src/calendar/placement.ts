import type { MeetingState } from "../../machines/meeting/state.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { compareSlots } from "../meeting/slot-order.ts";

/** The start of the first sitting that takes an item up, or the item that it is a part of, or a part of it. */
export const locateItems = ({ slots, record }: MeetingState): ((id: string) => string | undefined) => {
  const wholes = new Map(numberItems(record.agenda.items).map((item) => [item.id, item.wholes]));
  const starts = new Map<string, string>();
  const direct = new Map<string, string>();
  for (const { slot, value } of slots.toSorted((a, b) => compareSlots(a.slot, b.slot)))
    for (const item of slot.items) {
      if (value === "cancelled" && direct.has(item)) continue;
      if (!direct.has(item)) direct.set(item, slot.start);
      for (const id of [item, ...(wholes.get(item) ?? [])]) if (!starts.has(id)) starts.set(id, slot.start);
    }
  return (id) => starts.get(id) ?? (wholes.get(id) ?? []).map((whole) => direct.get(whole)).find((start) => start !== undefined);
};
