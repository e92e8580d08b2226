import { setup } from "xstate";

export type ItemStep = "item.taken_up" | "item.left_open" | "item.concluded" | "item.reopened" | "item.moved" | "item.deferred";

/** One agenda item or subitem. What was not reported is not claimed: an item may be concluded though none said that it was taken up. */
export const itemMachine = setup({
  types: { events: {} as { type: ItemStep } },
}).createMachine({
  id: "item",
  initial: "toBeConsidered",
  states: {
    toBeConsidered: {
      initial: "pending",
      on: { "item.concluded": "concluded", "item.deferred": "deferred", "item.taken_up": ".underConsideration" },
      states: {
        pending: { on: { "item.left_open": "leftOpen", "item.moved": "pending" } },
        underConsideration: { on: { "item.left_open": "leftOpen", "item.moved": "underConsideration" } },
        leftOpen: { on: { "item.moved": "leftOpen" } },
      },
    },
    concluded: { on: { "item.reopened": "toBeConsidered.underConsideration" } },
    deferred: { on: { "item.reopened": "toBeConsidered" } },
  },
});

export type ItemValue = "concluded" | "deferred" | { readonly toBeConsidered: "pending" | "underConsideration" | "leftOpen" };
export type ItemStatus = "pending" | "underConsideration" | "leftOpen" | "concluded" | "deferred";

export const itemStatusOf = (value: ItemValue): ItemStatus => (typeof value === "string" ? value : value.toBeConsidered);
