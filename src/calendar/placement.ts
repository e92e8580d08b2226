import type { MeetingState } from "../../machines/meeting/state.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { compareSlots } from "../meeting/slot-order.ts";

/** The start of the first sitting that takes an item up, or the item that it is a part of, or a part of it. */
const buildLocations = ({ slots, record }: MeetingState): ((id: string) => string | undefined) => {
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

/** The same, found once for all items, and not before one is asked for. */
export const locateItems = (state: MeetingState): ((id: string) => string | undefined) => {
  let locate: ReturnType<typeof buildLocations> | undefined;
  return (id) => (locate ??= buildLocations(state))(id);
};

/** The items that sittings list themselves, which nearly all items of an agenda are. */
export const listPlacedItems = ({ slots }: Pick<MeetingState, "slots">): ReadonlySet<string> => {
  const placed = new Set<string>();
  for (const { slot } of slots) for (const item of slot.items) placed.add(item);
  return placed;
};
