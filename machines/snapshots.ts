import { agendaMachine, type AgendaValue } from "./agenda.ts";
import { itemMachine } from "./item.ts";
import { slotMachine } from "./slot.ts";
import type { ItemState, SlotState } from "./state.ts";

/** Plain data, brought to life for one pure transition. */
export const agendaSnapshot = (value: AgendaValue) => agendaMachine.resolveState({ value: { ...value } });
export const slotSnapshot = ({ value, slot, changes }: SlotState) => slotMachine.resolveState({ value, context: { slot, changes } });
export const itemSnapshot = ({ value }: ItemState) => itemMachine.resolveState({ value });
