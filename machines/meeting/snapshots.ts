import { agendaMachine, type AgendaValue } from "../agenda.ts";
import { itemMachine } from "../item.ts";
import { slotMachine } from "../slot.ts";
import type { ItemState, SlotState } from "./state.ts";

/** A machine without context has few values, and a snapshot never changes: that of each is made once. */
const byValue = <Value, Snapshot>(resolve: (value: Value) => Snapshot): ((value: Value) => Snapshot) => {
  const made = new Map<string, Snapshot>();
  return (value) => {
    const key = JSON.stringify(value);
    const snapshot = made.get(key) ?? resolve(value);
    made.set(key, snapshot);
    return snapshot;
  };
};

const snapshotOfItem = byValue((value: ItemState["value"]) => itemMachine.resolveState({ value }));

/** Plain data, brought to life for one pure transition. */
export const agendaSnapshot = byValue((value: AgendaValue) => agendaMachine.resolveState({ value: { ...value } }));
export const slotSnapshot = ({ value, slot, changes }: SlotState) => slotMachine.resolveState({ value, context: { slot, changes } });
export const itemSnapshot = ({ value }: ItemState) => snapshotOfItem(value);
