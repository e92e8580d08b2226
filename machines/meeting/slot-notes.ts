import type { EventOf } from "../../src/meeting/events.ts";
import type { SlotContext } from "./state.ts";
import { toSaid, type Dated } from "./slot-changes.ts";

export const noteCancellation = (context: SlotContext, event: Dated<EventOf<"slot.cancelled">>): SlotContext => {
  const { itemsTo } = event.data;
  const { reinstated: _reinstated, postponed: _postponed, delayed: _delayed, ...said } = context.said;
  return { ...context, said: { ...said, cancelled: { ...toSaid(event), ...(itemsTo !== undefined && { itemsTo }) } } };
};

/** It takes place after all: as the documents have it now. */
export const noteReinstatement = (context: SlotContext, event: Dated<EventOf<"slot.reinstated">>): SlotContext => {
  const { cancelled: _cancelled, removed: _removed, postponed: _postponed, ...said } = context.said;
  return { ...context, said: { ...said, reinstated: toSaid(event) } };
};

export const notePostponement = (context: SlotContext, event: Dated<EventOf<"slot.postponed">>): SlotContext => {
  const { reinstated: _reinstated, delayed: _delayed, ...said } = context.said;
  return { ...context, said: { ...said, postponed: toSaid(event) } };
};

export const noteDelay = (context: SlotContext, event: Dated<EventOf<"slot.delayed">>): SlotContext => ({
  ...context,
  said: { ...context.said, delayed: { ...toSaid(event), minutes: event.data.minutes } },
});

export const noteSuspension = (context: SlotContext, event: Dated<EventOf<"slot.suspended">>): SlotContext => {
  const { until } = event.data;
  return { ...context, said: { ...context.said, suspended: { ...toSaid(event), ...(until !== undefined && { until }) } } };
};

/** It is under way: what was to come has come. */
export const noteOpening = (context: SlotContext): SlotContext => {
  const { postponed: _postponed, delayed: _delayed, suspended: _suspended, ...said } = context.said;
  return { ...context, said };
};

/** It was held, whatever had been said of it. */
export const noteHeld = (context: SlotContext): SlotContext => {
  const { cancelled: _cancelled, removed: _removed, reinstated: _reinstated, ...said } = noteOpening(context).said;
  return { ...context, said };
};

/** What is so of a moment, beside the state that a sitting is in. */
export const readMoment = ({ said: { delayed, suspended }, takenUp }: SlotContext): readonly unknown[] => [
  delayed?.minutes,
  suspended?.until,
  takenUp,
];

export const noteTakenUp = (context: SlotContext, item: string): SlotContext => ({
  ...context,
  takenUp: [...new Set([...(context.takenUp ?? []), item])].toSorted(),
});

/** Whether a sitting is to take an item up, and has not. */
export const isPlannedIn = ({ slot, takenUp }: SlotContext, item: string): boolean => slot.items.includes(item) && !takenUp?.includes(item);
