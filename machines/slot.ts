import { assign, setup } from "xstate";
import type { EventOf } from "../src/meeting/events.ts";
import { minutesBetween, plusMinutes } from "../src/meeting/local-time.ts";
import type { Slot } from "../src/meeting/record.ts";

/** When a sitting starts and, if known, ends: local times of the meeting's zone. */
export interface SlotTime {
  readonly start: string;
  readonly end?: string | undefined;
}

/** Something that delegates must know about a sitting, dated by when it happened. */
export type SlotChange =
  | {
      readonly type: "slot.rescheduled";
      readonly timestamp: string;
      readonly from: SlotTime;
      readonly to: SlotTime;
      readonly note?: string | undefined;
    }
  | {
      readonly type: "slot.cancelled";
      readonly timestamp: string;
      readonly reason?: string | undefined;
      readonly note?: string | undefined;
    };

export interface SlotContext {
  /** As the organization of work has it, with what was reported since. */
  readonly slot: Slot;
  readonly changes: readonly SlotChange[];
}

type SlotEvent = EventOf<"slot.rescheduled" | "slot.cancelled">;

const timeOf = ({ start, end }: SlotTime): SlotTime => (end === undefined ? { start } : { start, end });

/** A sitting that moves without a new end keeps its length. */
const movedTo = (slot: SlotTime, to: SlotTime): SlotTime =>
  timeOf(slot.end === undefined || to.end !== undefined ? to : { ...to, end: plusMinutes(to.start, minutesBetween(slot.start, slot.end)) });

/** One sitting of the organization of work. */
export const slotMachine = setup({
  types: { context: {} as SlotContext, events: {} as SlotEvent, input: {} as Slot },
  actions: {
    recordTime: assign(({ context }, { timestamp, data }: EventOf<"slot.rescheduled">) => {
      const to = movedTo(context.slot, data);
      const change: SlotChange = { type: "slot.rescheduled", timestamp, from: timeOf(context.slot), to, note: data.note };
      return { slot: { ...context.slot, end: undefined, ...to }, changes: [...context.changes, change] };
    }),
    recordCancellation: assign(({ context }, { timestamp, data }: EventOf<"slot.cancelled">) => ({
      changes: [...context.changes, { type: "slot.cancelled" as const, timestamp, reason: data.reason, note: data.note }],
    })),
  },
}).createMachine({
  id: "slot",
  context: ({ input }) => ({ slot: input, changes: [] }),
  initial: "scheduled",
  states: {
    scheduled: {
      on: {
        "slot.rescheduled": { actions: { type: "recordTime", params: ({ event }) => event } },
        "slot.cancelled": { target: "cancelled", actions: { type: "recordCancellation", params: ({ event }) => event } },
      },
    },
    cancelled: {},
  },
});
