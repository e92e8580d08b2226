import * as z from "zod/mini";
import { slotStart } from "../record.ts";
import { why, ofSlot, subject, ofItem, defineEvent } from "./define-event.ts";

/** What happens: reported as it does. */
export const DAY_EVENTS = [
  defineEvent("meeting.opened", "The chair opened the meeting.", subject),
  defineEvent("slot.opened", "The chair opened a sitting; a plenary that was to be over before it began is over.", ofSlot),
  defineEvent("item.taken_up", "The body began, or went on, to consider an item.", ofItem),
  defineEvent("item.left_open", "Consideration of an item was broken off, to be continued.", ofItem),
  defineEvent("item.concluded", "The body concluded its consideration of an item.", ofItem),
  defineEvent("slot.suspended", "A sitting is interrupted, to be resumed.", z.extend(ofSlot, { until: z.optional(slotStart), ...why })),
  defineEvent("slot.resumed", "A sitting that was suspended or adjourned goes on.", ofSlot),
  defineEvent("slot.adjourned", "A sitting ended.", ofSlot),
  defineEvent("meeting.closed", "The chair closed the meeting.", subject),
] as const;
