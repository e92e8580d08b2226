import type { Slot } from "../../src/meeting/record.ts";
import { listWholesIn } from "./followed.ts";
import type { LedTime, MeetingState, SlotState } from "./state.ts";

/** What the sittings of a state ask of one another, each found once: a day may be a chain of a thousand. */
interface SlotOrder {
  readonly listWholes: ReturnType<typeof listWholesIn>;
  readonly byNumber: ReadonlyMap<string, SlotState>;
  /** Those that take up an item, or a part of it. */
  readonly byItem: ReadonlyMap<string, readonly SlotState[]>;
  /** When each begins and ends, as far as it was asked. */
  readonly times: Map<SlotState, Pick<Slot, "start" | "end"> & Pick<LedTime, "awaitsLed">>;
}

const orders = new WeakMap<MeetingState, SlotOrder>();

const buildSlotOrder = (state: MeetingState): SlotOrder => {
  const listWholes = listWholesIn(state);
  const byItem = new Map<string, SlotState[]>();
  for (const slotState of state.slots)
    for (const id of new Set(slotState.slot.items.flatMap((item) => [item, ...listWholes(item)])))
      byItem.getOrInsertComputed(id, () => []).push(slotState);
  return { listWholes, byNumber: new Map(state.slots.map((slotState) => [slotState.slot.number, slotState])), byItem, times: new Map() };
};

export const getSlotOrder = (state: MeetingState): SlotOrder => {
  const order = orders.get(state) ?? buildSlotOrder(state);
  orders.set(state, order);
  return order;
};
