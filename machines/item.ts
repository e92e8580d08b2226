import { setup } from "xstate";
import type { StateMeta } from "./meeting/refusals.ts";

export type ItemEventType =
  | "item.changed"
  | "item.taken_up"
  | "item.scheduled"
  | "item.left_open"
  | "item.concluded"
  | "item.reopened"
  | "item.moved"
  | "item.held"
  | "item.deferred"
  | "item.removed";

/** One agenda item or subitem. */
export const itemMachine = setup({
  types: { events: {} as { type: ItemEventType }, meta: {} as StateMeta },
  actions: {
    // Said again: it is so already.
    changeNothing: () => {},
    // Its sittings change: see `item-sittings`.
    changePlacement: () => {},
    // The agenda changes: see `items`.
    changeTitle: () => {},
    leaveAgenda: () => {},
  },
}).createMachine({
  id: "item",
  description:
    "What was not reported is not claimed: an item may be concluded though nobody said that it was taken up, and is never concluded by silence.",
  initial: "toBeConsidered",
  on: { "item.changed": { actions: "changeTitle" } },
  states: {
    toBeConsidered: {
      description: "The body has not done with it.",
      initial: "pending",
      on: {
        "item.taken_up": ".underConsideration",
        "item.left_open": ".leftOpen",
        "item.concluded": "concluded",
        "item.held": "inAbeyance",
        "item.deferred": "deferred",
        "item.removed": { actions: "leaveAgenda" },
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
        "item.held": "inAbeyance",
        "item.removed": { actions: "leaveAgenda" },
        "item.reopened": "toBeConsidered",
        "item.taken_up": { target: "toBeConsidered.underConsideration", meta: { isUnusual: true } },
      },
    },
    inAbeyance: {
      description: "Held in abeyance: it keeps its number and is in no sitting to come, until it is put into one or reopened.",
      meta: { refusal: "item-in-abeyance" },
      on: {
        "item.held": { actions: "changeNothing" },
        "item.reopened": "toBeConsidered",
        "item.scheduled": { target: "toBeConsidered", actions: "changePlacement" },
        "item.deferred": "deferred",
        "item.concluded": "concluded",
        "item.removed": { actions: "leaveAgenda" },
        "item.taken_up": { target: "toBeConsidered.underConsideration", meta: { isUnusual: true } },
      },
    },
  },
});
