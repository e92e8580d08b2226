import { assign, setup } from "xstate";
import type { EventOf } from "../src/meeting/events.ts";
import { countMinutes, addMinutes } from "../src/meeting/local-time.ts";
import { pickFields } from "../src/meeting/pick-fields.ts";
import { slot as slotSchema, type Slot } from "../src/meeting/record.ts";

/** When a sitting starts and, if known, ends: local times of the meeting's zone. */
export interface SlotTime {
  readonly start: string;
  readonly end?: string | undefined;
}

/** Why, in the secretariat's words. */
interface Words {
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
}

/** Something that delegates must know about a sitting, dated by when it happened. */
export type SlotChange = { readonly timestamp: string } & Words &
  (
    | { readonly type: "slot.rescheduled"; readonly from: SlotTime; readonly to: SlotTime }
    | { readonly type: "slot.extended"; readonly from?: string | undefined; readonly to: string }
    | { readonly type: "slot.relocated"; readonly from?: string | undefined; readonly to: string }
    | { readonly type: "slot.added" | "slot.reinstated" | "slot.removed" }
    | { readonly type: "slot.cancelled"; readonly itemsTo?: string | undefined }
    | { readonly type: "item.moved"; readonly item: string; readonly direction: "here" | "away"; readonly start: string }
    | { readonly type: "item.deferred"; readonly item: string }
  );

export interface SlotContext {
  /** As the organization of work has it, with what was reported since. */
  readonly slot: Slot;
  readonly changes: readonly SlotChange[];
}

/** An item that goes from one slot to another, with when each starts, and whether it was to be continued. */
export type ItemMove = EventOf<"item.moved"> & {
  readonly starts: { readonly from: string; readonly to: string };
  readonly isContinued: boolean;
};
/** A cancelled slot tells where its items go, and when that starts. */
export type SlotCancellation = EventOf<"slot.cancelled"> & { readonly itemsToStart?: string | undefined };

export type SlotEvent =
  | EventOf<
      | "slot.rescheduled"
      | "slot.extended"
      | "slot.relocated"
      | "slot.opened"
      | "slot.suspended"
      | "slot.resumed"
      | "slot.adjourned"
      | "slot.reinstated"
      | "item.deferred"
    >
  | SlotCancellation
  | ItemMove;

const timeOf = ({ start, end }: SlotTime): SlotTime => (end === undefined ? { start } : { start, end });

/** A sitting that moves without a new end keeps its length. */
const movedTo = (slot: SlotTime, to: SlotTime): SlotTime =>
  timeOf(slot.end === undefined || to.end !== undefined ? to : { ...to, end: addMinutes(to.start, countMinutes(slot.start, slot.end)) });

/** Every field of a slot that the schema has, so that equal slots are equal as JSON. */
export const slotOf = (slot: Slot): Slot => pickFields(slotSchema, slot);

const without = (items: readonly string[] | undefined, item: string): string[] => (items ?? []).filter((other) => other !== item);

const withoutItem = (slot: Slot, item: string): Slot => ({
  ...slot,
  items: without(slot.items, item),
  ...(slot.continued && { continued: without(slot.continued, item) }),
});

const withItem = (slot: Slot, item: string, isContinued: boolean): Slot => ({
  ...slot,
  items: [...without(slot.items, item), item],
  ...(isContinued && { continued: [...without(slot.continued, item), item] }),
});

const withChange = ({ changes }: SlotContext, slot: Slot, change: SlotChange): SlotContext => ({
  slot: slotOf(slot),
  changes: [...changes, change],
});

/** One sitting of the organization of work. */
export const slotMachine = setup({
  types: { context: {} as SlotContext, events: {} as SlotEvent, input: {} as SlotContext },
  guards: {
    itemComesHere: ({ context: { slot } }, { data }: ItemMove) => data.to === slot.number,
    itemGoesAway: ({ context: { slot } }, { data }: ItemMove) => data.from === slot.number,
    endsAfterItsStart: ({ context: { slot } }, { data }: EventOf<"slot.extended">) => data.end > slot.start,
    itemIsPlannedHere: ({ context: { slot } }, { data }: EventOf<"item.deferred">) => slot.items.includes(data.item),
  },
  actions: {
    recordTime: assign(({ context }, { type, timestamp, data: { start, end, note } }: EventOf<"slot.rescheduled">) => {
      const to = movedTo(context.slot, { start, end });
      return withChange(
        context,
        { ...context.slot, end: undefined, timeNote: undefined, ...to },
        { type, timestamp, from: timeOf(context.slot), to, note },
      );
    }),
    recordEnd: assign(({ context }, { type, timestamp, data: { end, note } }: EventOf<"slot.extended">) =>
      withChange(context, { ...context.slot, end }, { type, timestamp, from: context.slot.end, to: end, note }),
    ),
    recordVenue: assign(({ context }, { type, timestamp, data: { venue, note } }: EventOf<"slot.relocated">) =>
      withChange(context, { ...context.slot, venue }, { type, timestamp, from: context.slot.venue, to: venue, note }),
    ),
    recordCancellation: assign(({ context }, { type, timestamp, itemsToStart, data: { reason, note } }: SlotCancellation) =>
      withChange(context, context.slot, { type, timestamp, itemsTo: itemsToStart, reason, note }),
    ),
    recordReinstatement: assign(({ context }, { type, timestamp, data: { note } }: EventOf<"slot.reinstated">) =>
      withChange(context, context.slot, { type, timestamp, note }),
    ),
    takeIn: assign(({ context }, { type, timestamp, starts, isContinued, data: { item, note } }: ItemMove) =>
      withChange(context, withItem(context.slot, item, isContinued), {
        type,
        timestamp,
        item,
        direction: "here",
        start: starts.from,
        note,
      }),
    ),
    giveUp: assign(({ context }, { type, timestamp, starts, data: { item, note } }: ItemMove) =>
      withChange(context, withoutItem(context.slot, item), { type, timestamp, item, direction: "away", start: starts.to, note }),
    ),
    defer: assign(({ context }, { type, timestamp, data: { item, note } }: EventOf<"item.deferred">) =>
      withChange(context, withoutItem(context.slot, item), { type, timestamp, item, note }),
    ),
  },
}).createMachine({
  id: "slot",
  context: ({ input }) => input,
  initial: "toBeHeld",
  states: {
    toBeHeld: {
      initial: "scheduled",
      on: {
        "slot.extended": {
          guard: { type: "endsAfterItsStart", params: ({ event }) => event },
          actions: { type: "recordEnd", params: ({ event }) => event },
        },
        "slot.relocated": { actions: { type: "recordVenue", params: ({ event }) => event } },
        "slot.adjourned": "adjourned",
        "item.moved": [
          { guard: { type: "itemComesHere", params: ({ event }) => event }, actions: { type: "takeIn", params: ({ event }) => event } },
          { guard: { type: "itemGoesAway", params: ({ event }) => event }, actions: { type: "giveUp", params: ({ event }) => event } },
        ],
        "item.deferred": {
          guard: { type: "itemIsPlannedHere", params: ({ event }) => event },
          actions: { type: "defer", params: ({ event }) => event },
        },
      },
      states: {
        scheduled: {
          on: {
            "slot.opened": "open",
            "slot.rescheduled": { actions: { type: "recordTime", params: ({ event }) => event } },
            "slot.cancelled": { target: "#slot.cancelled", actions: { type: "recordCancellation", params: ({ event }) => event } },
          },
        },
        open: { on: { "slot.suspended": "suspended" } },
        suspended: { on: { "slot.resumed": "open" } },
      },
    },
    adjourned: {
      on: {
        "slot.resumed": "toBeHeld.open",
        "item.moved": {
          guard: { type: "itemGoesAway", params: ({ event }) => event },
          actions: { type: "giveUp", params: ({ event }) => event },
        },
      },
    },
    cancelled: {
      on: { "slot.reinstated": { target: "toBeHeld", actions: { type: "recordReinstatement", params: ({ event }) => event } } },
    },
  },
});

export type SlotValue = "adjourned" | "cancelled" | { readonly toBeHeld: "scheduled" | "open" | "suspended" };
export type SlotStatus = "scheduled" | "open" | "suspended" | "adjourned" | "cancelled";

export const slotStatusOf = (value: SlotValue): SlotStatus => (typeof value === "string" ? value : value.toBeHeld);

/** Whether a sitting took place, or does. */
export const isHeld = (status: SlotStatus): boolean => status === "open" || status === "suspended" || status === "adjourned";
