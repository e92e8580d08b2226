import { interpolate } from "../../../meeting/interpolate.ts";
import type { Slot } from "../../../meeting/record.ts";
import { compareSlots } from "../../../meeting/slot-order.ts";
import type { Meeting } from "../api.ts";
import type { DraftEvent } from "../event/draft-event.ts";
import { labelItem, labelSlot } from "../labels.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import type { ShortOrder } from "../messages/programme-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import { createOrder, type Order, type Orders } from "./orders.ts";
import type { Possible } from "./possible.ts";

type Status = Meeting["items"][string];

const FIRST: Readonly<Record<Status, readonly ShortOrder[]>> = {
  pending: ["item.taken_up"],
  underConsideration: ["item.concluded", "item.left_open"],
  leftOpen: ["item.taken_up", "item.concluded"],
  concluded: [],
  deferred: [],
  inAbeyance: [],
};

const MORE: readonly MeetingEventType[] = [
  "item.taken_up",
  "item.concluded",
  "item.left_open",
  "item.reopened",
  "item.moved",
  "item.scheduled",
  "item.changed",
  "item.held",
  "item.deferred",
  "item.removed",
];

/** The next sitting to which an item may go. */
const findNext = (item: string, slot: Slot, { programme, slots }: Meeting): Slot | undefined =>
  programme
    .filter((other) => slots[other.number] === "scheduled" && !other.items.includes(item) && compareSlots(slot, other) < 0)
    .toSorted(compareSlots)[0];

/** `Move to Friday afternoon`: where most items go that are not reached. */
const listMoves = (item: string, slot: Slot, meeting: Meeting, messages: ConsoleMessages): readonly Order[] => {
  const next = findNext(item, slot, meeting);
  if (!next) return [];
  const label = interpolate(messages.programme.moveTo, { slot: labelSlot(next, messages) });
  const given = { item, from: slot.number, to: next.number };
  return [createOrder(label, labelItem(item, messages), { type: "item.moved", given }, messages)];
};

/**
 * What may be ordered of an item.
 * @param slot the sitting in whose row it stands, if it is in one
 */
export const listItemOrders = (
  item: string,
  slot: Slot | undefined,
  possible: Possible,
  meeting: Meeting,
  messages: ConsoleMessages,
): Orders => {
  const { programme, events } = messages;
  const about = labelItem(item, messages);
  const isOpen = slot !== undefined && meeting.slots[slot.number] === "open";
  const first = isOpen ? FIRST[meeting.items[item] ?? "pending"].filter((type) => possible.ofItem(type, item)) : [];
  const settle = (type: MeetingEventType): DraftEvent => ({
    type,
    given: { item, ...(type === "item.moved" && slot && { from: slot.number }) },
  });
  const notBefore: DraftEvent = { type: "item.scheduled", given: { item, slot: slot?.number } };
  const more = MORE.filter((type) => possible.ofItem(type, item) && !first.some((other) => other === type));
  const listMore = (): readonly Order[] => [
    ...(slot && more.includes("item.moved") ? listMoves(item, slot, meeting, messages) : []),
    ...(slot && more.includes("item.scheduled") ? [createOrder(programme.notBefore, about, notBefore, messages, true)] : []),
    ...more.map((type) => createOrder(events[type], about, settle(type), messages)),
  ];
  return {
    first: first.map((type) => createOrder(programme.short[type], about, settle(type), messages)),
    ...(more.length > 0 && { listMore }),
  };
};
