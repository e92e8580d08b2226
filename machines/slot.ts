import { assign, setup } from "xstate";
import type { EventOf } from "../src/meeting/events.ts";
import type { StateMeta } from "./meeting/refusals.ts";
import {
  changeEnd,
  changeFields,
  changeTime,
  changeVenue,
  giveItemUp,
  takeItemIn,
  type Considered,
  type Dated,
  type ItemMove,
  type SlotEvent,
} from "./meeting/slot-changes.ts";
import {
  isPlannedIn,
  noteCancellation,
  noteDelay,
  noteHeld,
  noteOpening,
  notePostponement,
  noteReinstatement,
  noteSuspension,
  noteTakenUp,
} from "./meeting/slot-notes.ts";
import type { SlotContext } from "./meeting/state.ts";

/** One sitting of the organization of work. */
export const slotMachine = setup({
  types: { context: {} as SlotContext, events: {} as SlotEvent, input: {} as SlotContext, meta: {} as StateMeta },
  guards: {
    itemComesHere: ({ context: { slot } }, { data }: ItemMove) => data.to === slot.number,
    itemGoesAway: ({ context }, { data }: ItemMove) => data.from === context.slot.number && isPlannedIn(context, data.item),
    endsAfterItsStart: ({ context: { slot } }, { data }: EventOf<"slot.extended">) => data.end > slot.start,
    itemIsHere: ({ context: { slot } }, { data }: EventOf<Considered>) => slot.items.includes(data.item),
    // An item that was taken up in a sitting stays in it, whatever becomes of it.
    itemIsPlannedHere: ({ context }, { data }: EventOf<"item.deferred" | "item.held" | "item.removed">) => isPlannedIn(context, data.item),
  },
  actions: {
    changeTime: assign(({ context }, event: Dated<EventOf<"slot.rescheduled">>) => changeTime(context, event)),
    changeEnd: assign(({ context }, event: Dated<EventOf<"slot.extended">>) => changeEnd(context, event)),
    changeFields: assign(({ context }, event: Dated<EventOf<"slot.changed">>) => changeFields(context, event)),
    changeVenue: assign(({ context }, event: Dated<EventOf<"slot.relocated">>) => changeVenue(context, event)),
    noteCancellation: assign(({ context }, event: Dated<EventOf<"slot.cancelled">>) => noteCancellation(context, event)),
    noteReinstatement: assign(({ context }, event: Dated<EventOf<"slot.reinstated">>) => noteReinstatement(context, event)),
    notePostponement: assign(({ context }, event: Dated<EventOf<"slot.postponed">>) => notePostponement(context, event)),
    noteDelay: assign(({ context }, event: Dated<EventOf<"slot.delayed">>) => noteDelay(context, event)),
    noteSuspension: assign(({ context }, event: Dated<EventOf<"slot.suspended">>) => noteSuspension(context, event)),
    noteOpening: assign(({ context }) => noteOpening(context)),
    noteTakenUp: assign(({ context }, { data }: EventOf<Considered>) => noteTakenUp(context, data.item)),
    noteHeld: assign(({ context }) => noteHeld(context)),
    takeItemIn: assign(({ context }, { data, isContinued }: ItemMove) => takeItemIn(context, data.item, isContinued)),
    addItem: assign(({ context }, { data }: EventOf<"item.scheduled">) => takeItemIn(context, data.item, false)),
    giveItemUp: assign(({ context }, { data }: EventOf<"item.moved" | "item.deferred" | "item.held" | "item.removed">) =>
      giveItemUp(context, data.item),
    ),
    // Said again: it is so already.
    changeNothing: () => {},
  },
}).createMachine({
  id: "slot",
  description: "What was held is a fact: it can't be moved or cancelled.",
  context: ({ input }) => input,
  initial: "toBeHeld",
  states: {
    toBeHeld: {
      description: "To take place, or taking place.",
      meta: { refusals: { "slot.extended": "ends-before-start" } },
      initial: "scheduled",
      on: {
        "slot.extended": {
          guard: { type: "endsAfterItsStart", params: ({ event }) => event },
          actions: { type: "changeEnd", params: ({ event }) => event },
        },
        "slot.relocated": { actions: { type: "changeVenue", params: ({ event }) => event } },
        "slot.changed": { actions: { type: "changeFields", params: ({ event }) => event } },
        "slot.adjourned": "adjourned",
        "slot.reinstated": { actions: "changeNothing" },
        "item.scheduled": { actions: { type: "addItem", params: ({ event }) => event } },
        "item.moved": [
          { guard: { type: "itemComesHere", params: ({ event }) => event }, actions: { type: "takeItemIn", params: ({ event }) => event } },
          { guard: { type: "itemGoesAway", params: ({ event }) => event }, actions: { type: "giveItemUp", params: ({ event }) => event } },
        ],
        "item.deferred": {
          guard: { type: "itemIsPlannedHere", params: ({ event }) => event },
          actions: { type: "giveItemUp", params: ({ event }) => event },
        },
        "item.held": {
          guard: { type: "itemIsPlannedHere", params: ({ event }) => event },
          actions: { type: "giveItemUp", params: ({ event }) => event },
        },
        "item.removed": {
          guard: { type: "itemIsPlannedHere", params: ({ event }) => event },
          actions: { type: "giveItemUp", params: ({ event }) => event },
        },
      },
      states: {
        scheduled: {
          description: "Not reported as opened.",
          meta: { refusal: "slot-not-open" },
          on: {
            "slot.opened": { target: "open", actions: "noteOpening" },
            "slot.resumed": { target: "open", actions: "noteOpening", meta: { isUnusual: true } },
            "slot.rescheduled": { actions: { type: "changeTime", params: ({ event }) => event } },
            "slot.postponed": { target: "postponed", actions: { type: "notePostponement", params: ({ event }) => event } },
            "slot.delayed": { actions: { type: "noteDelay", params: ({ event }) => event } },
            "slot.cancelled": { target: "#slot.cancelled", actions: { type: "noteCancellation", params: ({ event }) => event } },
          },
        },
        postponed: {
          description: "Put off to a time not known yet.",
          meta: { refusal: "slot-postponed" },
          on: {
            "slot.opened": { target: "open", actions: "noteOpening" },
            "slot.resumed": { target: "open", actions: "noteOpening", meta: { isUnusual: true } },
            "slot.rescheduled": { target: "scheduled", actions: { type: "changeTime", params: ({ event }) => event } },
            "slot.reinstated": { target: "scheduled", actions: { type: "noteReinstatement", params: ({ event }) => event } },
            "slot.postponed": { actions: "changeNothing" },
            "slot.cancelled": { target: "#slot.cancelled", actions: { type: "noteCancellation", params: ({ event }) => event } },
          },
        },
        open: {
          description: "The chair opened it.",
          meta: { refusal: "slot-open" },
          on: {
            "slot.opened": { actions: "changeNothing" },
            "slot.resumed": { actions: "changeNothing" },
            "slot.suspended": { target: "suspended", actions: { type: "noteSuspension", params: ({ event }) => event } },
            "item.taken_up": {
              guard: { type: "itemIsHere", params: ({ event }) => event },
              actions: { type: "noteTakenUp", params: ({ event }) => event },
            },
            "item.left_open": {
              guard: { type: "itemIsHere", params: ({ event }) => event },
              actions: { type: "noteTakenUp", params: ({ event }) => event },
            },
            "item.concluded": {
              guard: { type: "itemIsHere", params: ({ event }) => event },
              actions: { type: "noteTakenUp", params: ({ event }) => event },
            },
          },
        },
        suspended: {
          description: "Interrupted, to be resumed.",
          meta: { refusal: "slot-suspended" },
          on: {
            "slot.suspended": { actions: { type: "noteSuspension", params: ({ event }) => event } },
            "slot.resumed": { target: "open", actions: "noteOpening" },
          },
        },
      },
    },
    adjourned: {
      description: "Over: it keeps what it took up, and its words.",
      meta: { refusal: "slot-adjourned" },
      on: {
        "slot.adjourned": { actions: "changeNothing" },
        "slot.reinstated": { actions: "changeNothing" },
        "slot.resumed": "toBeHeld.open",
      },
    },
    cancelled: {
      description: "It will not take place; it still shows what it would have taken up. If it is held all the same, it was not cancelled.",
      meta: { refusal: "slot-cancelled" },
      on: {
        "slot.cancelled": { actions: "changeNothing" },
        "slot.reinstated": { target: "toBeHeld", actions: { type: "noteReinstatement", params: ({ event }) => event } },
        "slot.opened": { target: "toBeHeld.open", actions: "noteHeld", meta: { isUnusual: true } },
        "slot.resumed": { target: "toBeHeld.open", actions: "noteHeld", meta: { isUnusual: true } },
        "slot.adjourned": { target: "adjourned", actions: "noteHeld", meta: { isUnusual: true } },
      },
    },
  },
});
