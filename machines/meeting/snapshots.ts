import { agendaMachine } from "../agenda.ts";
import { itemMachine } from "../item.ts";
import { slotMachine } from "../slot.ts";
import type { ItemState, SlotState } from "./state.ts";
import type { AgendaValue } from "./statuses.ts";

/** A machine without context has few values, and a snapshot never changes: that of each is made once. */
const cacheByValue = <Value, Snapshot>(resolve: (value: Value) => Snapshot): ((value: Value) => Snapshot) => {
  const made = new Map<string, Snapshot>();
  return (value) => {
    const key = JSON.stringify(value);
    const snapshot = made.get(key) ?? resolve(value);
    made.set(key, snapshot);
    return snapshot;
  };
};

const getSnapshotOfItem = cacheByValue((value: ItemState["value"]) => itemMachine.resolveState({ value }));

/** Plain data, brought to life for one pure transition. */
export const getAgendaSnapshot = cacheByValue((value: AgendaValue) => agendaMachine.resolveState({ value: { ...value } }));
export const getSlotSnapshot = ({ value, slot, facts, said, takenUp, minutes }: SlotState) =>
  slotMachine.resolveState({
    value,
    context: { slot, facts, said, ...(takenUp && { takenUp }), ...(minutes !== undefined && { minutes }) },
  });
export const getItemSnapshot = ({ value }: ItemState) => getSnapshotOfItem(value);
