import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { EventOf } from "../../src/meeting/events.ts";
import type { Cause } from "../../src/meeting/events/define-event.ts";
import { changedFields } from "../../src/meeting/events/sitting.ts";
import { countMinutes, addMinutes, hasHour } from "../../src/meeting/local-time.ts";
import { pickFields } from "../../src/meeting/pick-fields.ts";
import { slot as slotSchema, type Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { readField, readItemIds, setDocumented, addFact, removeFact, writeField, type FieldValue } from "./facts.ts";
import type { Said, SlotContext } from "./state.ts";

/** When a sitting starts and, if known, ends: local times of the meeting's zone, a date alone, or what it follows. */
export type SlotTime = Pick<Slot, "start" | "end" | "part" | "after" | "timeNote">;

/** An event with when it happened by the clock of the meeting's place. */
export type Dated<Event> = Event & { readonly local: string };

/** An item that goes from one slot to another, and whether it was to be continued. */
export type ItemMove = Dated<EventOf<"item.moved">> & { readonly isContinued: boolean };

/** What shows that an item was considered in the sitting that is open. */
export type Considered = "item.taken_up" | "item.left_open" | "item.concluded";

export type SlotEvent =
  | Dated<
      EventOf<
        | "slot.rescheduled"
        | "slot.postponed"
        | "slot.delayed"
        | "slot.extended"
        | "slot.relocated"
        | "slot.changed"
        | "slot.opened"
        | "slot.suspended"
        | "slot.resumed"
        | "slot.adjourned"
        | "slot.cancelled"
        | "slot.reinstated"
        | "item.deferred"
        | "item.held"
        | "item.removed"
        | "item.scheduled"
        | Considered
      >
    >
  | ItemMove;

/** Every field of a slot that the schema has, so that equal slots are equal as JSON, however they came about. */
export const normalizeSlot = (slot: Slot): Slot => pickFields(slotSchema, slot);

/** When and why something was said. */
export const toSaid = ({
  timestamp,
  local,
  data,
}: {
  readonly timestamp: string;
  readonly local: string;
  readonly data: { readonly [Name in "note" | "reason"]?: Text | undefined } & { readonly cause?: Cause | undefined };
}): Said => ({
  timestamp,
  local,
  ...(data.reason !== undefined && { reason: data.reason }),
  ...(data.cause !== undefined && { cause: data.cause }),
  ...(data.note !== undefined && { note: data.note }),
});

/** How long a sitting is to last, if that is known; at no hour, as long as it was to last before. */
const findLength = ({ slot: { start, end }, minutes }: SlotContext): number | undefined =>
  hasHour(start) ? (end === undefined ? undefined : countMinutes(start, end)) : minutes;

/** A sitting that moves to an hour without a new end keeps its length. */
const moveTime = (to: SlotTime, length: number | undefined): SlotTime =>
  to.end !== undefined || length === undefined || !hasHour(to.start) ? to : { ...to, end: addMinutes(to.start, length) };

/** Says a field otherwise than the documents, or again as they do. */
const changeField = (context: SlotContext, field: string, value: FieldValue, said: Said): SlotContext => {
  const before = readField(context.slot, field);
  return {
    ...context,
    slot: normalizeSlot(writeField(context.slot, field, value)),
    facts: addFact(context.facts, field, before, said),
  };
};

export const changeTime = (context: SlotContext, event: Dated<EventOf<"slot.rescheduled">>): SlotContext => {
  const { start, end, part, after, timeNote } = event.data;
  const { postponed: _postponed, delayed: _delayed, ...said } = context.said;
  const { minutes: _minutes, ...rest } = context;
  const length = findLength(context);
  const kept = { ...rest, said, ...(!hasHour(start) && length !== undefined && { minutes: length }) };
  return changeField(kept, "time", readField(moveTime({ start, end, part, after, timeNote }, length), "time"), toSaid(event));
};

export const changeEnd = (context: SlotContext, event: Dated<EventOf<"slot.extended">>): SlotContext =>
  changeField(context, "time", readField({ ...context.slot, end: event.data.end }, "time"), toSaid(event));

export const changeVenue = (context: SlotContext, event: Dated<EventOf<"slot.relocated">>): SlotContext =>
  changeField(context, "venue", event.data.venue, toSaid(event));

/** The fields that an event says anew, each with its value: null where it is no longer said. */
export const listChangedFields = ({ data }: Pick<EventOf<"slot.changed">, "data">): readonly (readonly [string, FieldValue])[] =>
  Object.entries(pickFields(changedFields, data)).map(([field, value = null]) => [field, value]);

/** Says other fields anew; those that say what is so already are left as they are. */
export const changeFields = (context: SlotContext, event: Dated<EventOf<"slot.changed">>): SlotContext =>
  listChangedFields(event).reduce<SlotContext>((changed, [name, value]) => {
    const { slot } = changed;
    const field = name === "timeNote" ? "time" : name;
    const said = readField(writeField(slot, name, value), field);
    return isDeepEqual(said, readField(slot, field)) ? changed : changeField(changed, field, said, toSaid(event));
  }, context);

const omitItem = (items: readonly string[] | undefined, item: string): string[] => (items ?? []).filter((other) => other !== item);

/** As the documents list them, then what events put there. */
const orderItems = (items: readonly string[], listed: readonly string[]): string[] => [
  ...listed.filter((item) => items.includes(item)),
  ...items.filter((item) => !listed.includes(item)),
];

/** Other items than the documents list; when and why is said of each item. */
const changeItems = (context: SlotContext, changed: Slot): SlotContext => {
  const documented = context.facts["items"]?.documented ?? readField(context.slot, "items");
  const slot = normalizeSlot({ ...changed, items: orderItems(changed.items, readItemIds(documented)) });
  return { ...context, slot, facts: setDocumented(removeFact(context.facts, "items"), "items", documented, readField(slot, "items")) };
};

export const takeItemIn = (context: SlotContext, item: string, isContinued: boolean): SlotContext => {
  const { slot } = context;
  return changeItems(context, {
    ...slot,
    items: [...omitItem(slot.items, item), item],
    ...(isContinued && { continued: [...omitItem(slot.continued, item), item] }),
  });
};

export const giveItemUp = (context: SlotContext, item: string): SlotContext => {
  const { slot } = context;
  return changeItems(context, {
    ...slot,
    items: omitItem(slot.items, item),
    ...(slot.continued && { continued: omitItem(slot.continued, item) }),
  });
};
