import { assign, setup } from "xstate";
import type { EventOf } from "../src/meeting/events.ts";
import type { StateMeta } from "./meeting/refusals.ts";
import {
  changeEnd,
  changeTime,
  changeVenue,
  deferItemOf,
  giveItemUp,
  noteCancellation,
  noteReinstatement,
  takeItemIn,
  type ItemMove,
  type SlotCancellation,
  type SlotContext,
  type SlotEvent,
} from "./meeting/slot-changes.ts";

/** One sitting of the organization of work. */
export const slotMachine = setup({
  types: { context: {} as SlotContext, events: {} as SlotEvent, input: {} as SlotContext, meta: {} as StateMeta },
  guards: {
    itemComesHere: ({ context: { slot } }, { data }: ItemMove) => data.to === slot.number,
    itemGoesAway: ({ context: { slot } }, { data }: ItemMove) => data.from === slot.number,
    endsAfterItsStart: ({ context: { slot } }, { data }: EventOf<"slot.extended">) => data.end > slot.start,
    itemIsPlannedHere: ({ context: { slot } }, { data }: EventOf<"item.deferred">) => slot.items.includes(data.item),
  },
  actions: {
    changeTime: assign(({ context }, event: EventOf<"slot.rescheduled">) => changeTime(context, event)),
    changeEnd: assign(({ context }, event: EventOf<"slot.extended">) => changeEnd(context, event)),
    changeVenue: assign(({ context }, event: EventOf<"slot.relocated">) => changeVenue(context, event)),
    noteCancellation: assign(({ context }, event: SlotCancellation) => noteCancellation(context, event)),
    noteReinstatement: assign(({ context }, event: EventOf<"slot.reinstated">) => noteReinstatement(context, event)),
    takeItemIn: assign(({ context }, event: ItemMove) => takeItemIn(context, event)),
    giveItemUp: assign(({ context }, event: ItemMove) => giveItemUp(context, event)),
    deferItem: assign(({ context }, event: EventOf<"item.deferred">) => deferItemOf(context, event)),
  },
}).createMachine({
  id: "slot",
  description: "What was held is a fact: it can't be moved or cancelled.",
  context: ({ input }) => input,
  initial: "toBeHeld",
  states: {
    toBeHeld: {
      description: "To take place, or taking place.",
      meta: { refusals: { "slot.extended": "ends-before-start", "slot.reinstated": "slot-not-cancelled" } },
      initial: "scheduled",
      on: {
        "slot.extended": {
          guard: { type: "endsAfterItsStart", params: ({ event }) => event },
          actions: { type: "changeEnd", params: ({ event }) => event },
        },
        "slot.relocated": { actions: { type: "changeVenue", params: ({ event }) => event } },
        "slot.adjourned": "adjourned",
        "item.moved": [
          { guard: { type: "itemComesHere", params: ({ event }) => event }, actions: { type: "takeItemIn", params: ({ event }) => event } },
          { guard: { type: "itemGoesAway", params: ({ event }) => event }, actions: { type: "giveItemUp", params: ({ event }) => event } },
        ],
        "item.deferred": {
          guard: { type: "itemIsPlannedHere", params: ({ event }) => event },
          actions: { type: "deferItem", params: ({ event }) => event },
        },
      },
      states: {
        scheduled: {
          description: "Not reported as opened.",
          meta: { refusal: "slot-not-open" },
          on: {
            "slot.opened": "open",
            "slot.rescheduled": { actions: { type: "changeTime", params: ({ event }) => event } },
            "slot.cancelled": { target: "#slot.cancelled", actions: { type: "noteCancellation", params: ({ event }) => event } },
          },
        },
        open: {
          description: "The chair opened it.",
          meta: { refusal: "slot-open" },
          on: { "slot.suspended": "suspended" },
        },
        suspended: {
          description: "Interrupted, to be resumed.",
          meta: { refusal: "slot-suspended" },
          on: { "slot.resumed": "open" },
        },
      },
    },
    adjourned: {
      description: "Over. What it did not come to can still go to a sitting to come.",
      meta: { refusal: "slot-adjourned", refusals: { "slot.reinstated": "slot-not-cancelled" } },
      on: {
        "slot.resumed": "toBeHeld.open",
        "item.moved": {
          guard: { type: "itemGoesAway", params: ({ event }) => event },
          actions: { type: "giveItemUp", params: ({ event }) => event },
        },
      },
    },
    cancelled: {
      description: "It will not take place; it still shows what it would have taken up.",
      meta: { refusal: "slot-cancelled" },
      on: { "slot.reinstated": { target: "toBeHeld", actions: { type: "noteReinstatement", params: ({ event }) => event } } },
    },
  },
});
