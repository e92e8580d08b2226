import { setup } from "xstate";
import type { StateMeta } from "./meeting/refusals.ts";

export type ItemEventType =
  | "item.taken_up"
  | "item.scheduled"
  | "item.left_open"
  | "item.concluded"
  | "item.reopened"
  | "item.moved"
  | "item.deferred";

/** One agenda item or subitem. */
export const itemMachine = setup({
  types: { events: {} as { type: ItemEventType }, meta: {} as StateMeta },
  actions: {
    // Said again: it is so already.
    changeNothing: () => {},
    // Its sittings change: see `slots`.
    changePlacement: () => {},
  },
}).createMachine({
  id: "item",
  description:
    "What was not reported is not claimed: an item may be concluded though nobody said that it was taken up, and is never concluded by silence.",
  initial: "toBeConsidered",
  states: {
    toBeConsidered: {
      description: "The body has not done with it.",
      initial: "pending",
      on: {
        "item.taken_up": ".underConsideration",
        "item.left_open": ".leftOpen",
        "item.concluded": "concluded",
        "item.deferred": "deferred",
        "item.moved": { actions: "changePlacement" },
        "item.scheduled": { actions: "changePlacement" },
        "item.reopened": { actions: "changeNothing" },
      },
      states: {
        pending: {
          description: "Not reported as taken up.",
          meta: { refusal: "item-pending" },
        },
        underConsideration: {
          description: "The body is considering it.",
          meta: { refusal: "item-under-consideration" },
          on: { "item.taken_up": { actions: "changeNothing" } },
        },
        leftOpen: {
          description: "Broken off, to be continued.",
          meta: { refusal: "item-left-open" },
          on: { "item.left_open": { actions: "changeNothing" } },
        },
      },
    },
    concluded: {
      description: "The body concluded its consideration.",
      meta: { refusal: "item-concluded" },
      on: {
        "item.concluded": { actions: "changeNothing" },
        "item.reopened": "toBeConsidered.underConsideration",
        "item.taken_up": { target: "toBeConsidered.underConsideration", meta: { isUnusual: true } },
      },
    },
    deferred: {
      description: "Left to the next session: it is in no sitting to come.",
      meta: { refusal: "item-deferred" },
      on: {
        "item.deferred": { actions: "changeNothing" },
        "item.reopened": "toBeConsidered",
        "item.taken_up": { target: "toBeConsidered.underConsideration", meta: { isUnusual: true } },
      },
    },
  },
});
