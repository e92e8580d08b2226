import type { Slot } from "../../src/meeting/record.ts";
import { listWholesIn } from "./followed.ts";
import type { LedTime, MeetingState, SlotState } from "./state.ts";

/** What the sittings of a state ask of one another, each found once: a day may be a chain of a thousand. */
interface SlotOrder {
  readonly listWholes: ReturnType<typeof listWholesIn>;
  readonly findSlot: (number: string) => SlotState | undefined;
  /** Those that take up an item, or a part of it. */
  readonly listTaking: (item: string) => readonly SlotState[];
  /** When each begins and ends, as far as it was asked. */
  readonly times: Map<SlotState, Pick<Slot, "start" | "end"> & Pick<LedTime, "awaitsLed">>;
}

const orders = new WeakMap<MeetingState, SlotOrder>();

const groupByItem = ({ slots }: MeetingState, listWholes: SlotOrder["listWholes"]): ReadonlyMap<string, readonly SlotState[]> => {
  const byItem = new Map<string, SlotState[]>();
  for (const slotState of slots)
    for (const id of new Set(slotState.slot.items.flatMap((item) => [item, ...listWholes(item)])))
      byItem.getOrInsertComputed(id, () => []).push(slotState);
  return byItem;
};

/** Few sittings follow another: what finds those is made once one does. */
const buildSlotOrder = (state: MeetingState): SlotOrder => {
  let wholes: SlotOrder["listWholes"] | undefined;
  let byNumber: ReadonlyMap<string, SlotState> | undefined;
  let byItem: ReadonlyMap<string, readonly SlotState[]> | undefined;
  const listWholes = (item: string): readonly string[] => (wholes ??= listWholesIn(state))(item);
  return {
    listWholes,
    findSlot: (number) => (byNumber ??= new Map(state.slots.map((slotState) => [slotState.slot.number, slotState]))).get(number),
    listTaking: (item) => (byItem ??= groupByItem(state, listWholes)).get(item) ?? [],
    times: new Map(),
  };
};

export const getSlotOrder = (state: MeetingState): SlotOrder => {
  const order = orders.get(state) ?? buildSlotOrder(state);
  orders.set(state, order);
  return order;
};
