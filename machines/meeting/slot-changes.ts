import type { EventOf } from "../../src/meeting/events.ts";
import { countMinutes, addMinutes } from "../../src/meeting/local-time.ts";
import { pickFields } from "../../src/meeting/pick-fields.ts";
import { slot as slotSchema, type Slot } from "../../src/meeting/record.ts";

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

/** Every field of a slot that the schema has, so that equal slots are equal as JSON. */
export const normalizeSlot = (slot: Slot): Slot => pickFields(slotSchema, slot);

const addChange = ({ changes }: SlotContext, slot: Slot, change: SlotChange): SlotContext => ({
  slot: normalizeSlot(slot),
  changes: [...changes, change],
});

const getTime = ({ start, end }: SlotTime): SlotTime => (end === undefined ? { start } : { start, end });

/** A sitting that moves without a new end keeps its length. */
const moveTime = (slot: SlotTime, to: SlotTime): SlotTime =>
  getTime(slot.end === undefined || to.end !== undefined ? to : { ...to, end: addMinutes(to.start, countMinutes(slot.start, slot.end)) });

export const changeTime = (
  context: SlotContext,
  { type, timestamp, data: { start, end, note } }: EventOf<"slot.rescheduled">,
): SlotContext => {
  const { slot } = context;
  const to = moveTime(slot, { start, end });
  return addChange(context, { ...slot, end: undefined, timeNote: undefined, ...to }, { type, timestamp, from: getTime(slot), to, note });
};

export const changeEnd = (context: SlotContext, { type, timestamp, data: { end, note } }: EventOf<"slot.extended">): SlotContext =>
  addChange(context, { ...context.slot, end }, { type, timestamp, from: context.slot.end, to: end, note });

export const changeVenue = (context: SlotContext, { type, timestamp, data: { venue, note } }: EventOf<"slot.relocated">): SlotContext =>
  addChange(context, { ...context.slot, venue }, { type, timestamp, from: context.slot.venue, to: venue, note });

export const noteCancellation = (
  context: SlotContext,
  { type, timestamp, itemsToStart, data: { reason, note } }: SlotCancellation,
): SlotContext => addChange(context, context.slot, { type, timestamp, itemsTo: itemsToStart, reason, note });

export const noteReinstatement = (context: SlotContext, { type, timestamp, data: { note } }: EventOf<"slot.reinstated">): SlotContext =>
  addChange(context, context.slot, { type, timestamp, note });

const omitItem = (items: readonly string[] | undefined, item: string): string[] => (items ?? []).filter((other) => other !== item);

const removeItem = (slot: Slot, item: string): Slot => ({
  ...slot,
  items: omitItem(slot.items, item),
  ...(slot.continued && { continued: omitItem(slot.continued, item) }),
});

export const takeItemIn = (context: SlotContext, { type, timestamp, starts, isContinued, data: { item, note } }: ItemMove): SlotContext => {
  const { slot } = context;
  const taken = {
    ...slot,
    items: [...omitItem(slot.items, item), item],
    ...(isContinued && { continued: [...omitItem(slot.continued, item), item] }),
  };
  return addChange(context, taken, { type, timestamp, item, direction: "here", start: starts.from, note });
};

export const giveItemUp = (context: SlotContext, { type, timestamp, starts, data: { item, note } }: ItemMove): SlotContext =>
  addChange(context, removeItem(context.slot, item), { type, timestamp, item, direction: "away", start: starts.to, note });

export const deferItemOf = (context: SlotContext, { type, timestamp, data: { item, note } }: EventOf<"item.deferred">): SlotContext =>
  addChange(context, removeItem(context.slot, item), { type, timestamp, item, note });
