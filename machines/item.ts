import { setup } from "xstate";
import type { StateMeta } from "./meeting/refusals.ts";

export type ItemEventType = "item.taken_up" | "item.left_open" | "item.concluded" | "item.reopened" | "item.moved" | "item.deferred";

/** One agenda item or subitem. */
export const itemMachine = setup({
  types: { events: {} as { type: ItemEventType }, meta: {} as StateMeta },
}).createMachine({
  id: "item",
  description:
    "What was not reported is not claimed: an item may be concluded though nobody said that it was taken up, and is never concluded by silence.",
  initial: "toBeConsidered",
  states: {
    toBeConsidered: {
      description: "The body has not done with it.",
      initial: "pending",
      on: { "item.concluded": "concluded", "item.deferred": "deferred", "item.taken_up": ".underConsideration" },
      states: {
        pending: {
          description: "Not reported as taken up.",
          meta: { refusal: "item-pending" },
          on: { "item.left_open": "leftOpen", "item.moved": "pending" },
        },
        underConsideration: {
          description: "The body is considering it.",
          meta: { refusal: "item-under-consideration" },
          on: { "item.left_open": "leftOpen", "item.moved": "underConsideration" },
        },
        leftOpen: {
          description: "Broken off, to be continued.",
          meta: { refusal: "item-left-open" },
          on: { "item.moved": "leftOpen" },
        },
      },
    },
    concluded: {
      description: "The body concluded its consideration.",
      meta: { refusal: "item-concluded" },
      on: { "item.reopened": "toBeConsidered.underConsideration" },
    },
    deferred: {
      description: "Left to the next session: it is in no sitting to come.",
      meta: { refusal: "item-deferred" },
      on: { "item.reopened": "toBeConsidered" },
    },
  },
});
