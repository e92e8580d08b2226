import { agendaMachine } from "../agenda.ts";
import { itemMachine } from "../item.ts";
import { slotMachine } from "../slot.ts";
import type { ItemState, SlotContext, SlotState } from "./state.ts";
import { createTransition } from "./transition.ts";
import type { AgendaValue } from "./statuses.ts";

type SlotSnapshot = ReturnType<typeof slotMachine.resolveState>;

/** Of no sitting yet: each has its own in its place. */
const NO_CONTEXT: SlotContext = { slot: { number: "", start: "", items: [] }, facts: {}, said: {} };

/** Machines have few values, and a snapshot never changes: that of each is made once. */
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
const getSnapshotWithout = cacheByValue((value: SlotState["value"]) => slotMachine.resolveState({ value, context: NO_CONTEXT }));

/** Plain data, brought to life for one pure transition. */
export const getAgendaSnapshot = cacheByValue((value: AgendaValue) => agendaMachine.resolveState({ value: { ...value } }));
export const getSlotSnapshot = ({ value, slot, facts, said, takenUp, minutes }: SlotState): SlotSnapshot => ({
  ...getSnapshotWithout(value),
  context: { slot, facts, said, ...(takenUp && { takenUp }), ...(minutes !== undefined && { minutes }) },
});
export const getItemSnapshot = ({ value }: ItemState) => getSnapshotOfItem(value);

/** The pure transitions themselves. */
export const getNextAgendaSnapshot = createTransition(agendaMachine, undefined);
export const getNextSlotSnapshot = createTransition(slotMachine, NO_CONTEXT);
export const getNextItemSnapshot = createTransition(itemMachine, undefined);
