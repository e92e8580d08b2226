import type { Slot } from "../../../meeting/record.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import type { Meeting } from "../api.ts";
import type { DraftEvent } from "../event/draft-event.ts";
import { labelSlot } from "../labels.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import type { ShortOrder } from "../messages/programme-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import { createOrder, type Order, type Orders } from "./orders.ts";
import type { Possible } from "./possible.ts";

type Status = Meeting["slots"][string];

const FIRST: Readonly<Record<Status, readonly ShortOrder[]>> = {
  scheduled: ["slot.opened"],
  postponed: ["slot.opened"],
  open: ["slot.adjourned", "slot.suspended"],
  suspended: ["slot.resumed", "slot.adjourned"],
  adjourned: [],
  cancelled: [],
};

const MORE: readonly MeetingEventType[] = [
  "slot.extended",
  "slot.rescheduled",
  "slot.relocated",
  "slot.changed",
  "notice.given",
  "slot.reinstated",
  "slot.postponed",
  "slot.cancelled",
];

/** Minutes by which a sitting that starts late most often does. */
const LATE_BY = [10, 15, 30] as const;

/** `10 min`: one tap each, before a sitting begins. */
export const listDelays = (slot: Slot, possible: Possible, messages: ConsoleMessages): readonly Order[] => {
  const type = "slot.delayed";
  if (!possible.ofSlot(type, slot.number)) return [];
  const { minutes: label, otherMinutes } = messages.programme;
  const about = labelSlot(slot, messages);
  const given = { slot: slot.number };
  return [
    ...LATE_BY.map((minutes) =>
      createOrder(interpolate(label, { minutes: String(minutes) }), about, { type, given: { ...given, minutes } }, messages),
    ),
    createOrder(otherMinutes, about, { type, given }, messages, true),
  ];
};

/** What may be ordered of a sitting. */
export const listSlotOrders = (slot: Slot, status: Status, possible: Possible, messages: ConsoleMessages): Orders => {
  const { number } = slot;
  const { programme, events } = messages;
  const about = labelSlot(slot, messages);
  const first = FIRST[status].filter((type) => possible.ofSlot(type, number));
  const more = MORE.filter((type) => (type === "notice.given" ? possible.ofMeeting(type) : possible.ofSlot(type, number)));
  const settle = (type: MeetingEventType): DraftEvent => ({ type, given: { slot: number } });
  const isSuspendable = possible.ofSlot("slot.suspended", number);
  const listMore = (): readonly Order[] => [
    ...(isSuspendable ? [createOrder(programme.suspendUntil, about, settle("slot.suspended"), messages, true)] : []),
    ...more.map((type) => createOrder(events[type], about, settle(type), messages)),
  ];
  return {
    first: first.map((type) => createOrder(programme.short[type], about, settle(type), messages)),
    ...((isSuspendable || more.length > 0) && { listMore }),
  };
};
