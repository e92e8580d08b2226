import type { ChangedField } from "../../../machines/meeting/told-changes.ts";
import * as z from "zod/mini";
import { itemNumber, localTime } from "../../meeting/identifiers.ts";
import { cause } from "../../meeting/events/define-event.ts";
import { leadSitting } from "../../meeting/lead-sitting.ts";
import { changedFields } from "../../meeting/events/sitting.ts";
import { slot, slotStart } from "../../meeting/record.ts";
import { title, words } from "../../meeting/text.ts";

export const toldWhy = { reason: z.optional(words), cause: z.optional(cause), note: z.optional(words) };

/** What a sitting follows, by what people call it. */
export const followed = z.union([
  z.object({
    slot: z.object({ start: slotStart, part: slot.shape.part, label: slot.shape.label, title: slot.shape.title }),
  }),
  z.object({ item: itemNumber }),
  z.object({ lead: leadSitting }),
]);

export const toldTime = z.object({
  start: slotStart,
  end: z.optional(localTime),
  part: slot.shape.part,
  timeNote: z.optional(words),
  follows: z.exactOptional(followed),
});

const said = { timestamp: z.string(), reason: z.exactOptional(words), cause: z.exactOptional(cause), note: z.exactOptional(words) };

/** What is otherwise than the documents say of a sitting, and since when: one a field. */
export const slotChange = z.discriminatedUnion("type", [
  z.object({ type: z.literal("slot.rescheduled"), ...said, from: toldTime, to: toldTime }),
  z.object({ type: z.literal("slot.extended"), ...said, start: slotStart, from: z.exactOptional(localTime), to: localTime }),
  z.object({ type: z.literal("slot.relocated"), ...said, from: z.exactOptional(words), to: words }),
  z.object({
    type: z.literal("slot.changed"),
    ...said,
    field: z.enum(Object.keys(changedFields.shape).filter((name) => name !== "with") as ChangedField[]),
    from: z.exactOptional(words),
    to: z.exactOptional(words),
  }),
  z.object({ type: z.literal("slot.delayed"), ...said, to: localTime }),
  z.object({ type: z.literal("slot.restored"), ...said, field: z.string() }),
  z.object({ type: z.enum(["slot.postponed", "slot.added", "slot.reinstated", "slot.removed", "slot.joint", "slot.alone"]), ...said }),
  z.object({ type: z.literal("slot.cancelled"), ...said, itemsTo: z.exactOptional(z.string()) }),
  z.object({ type: z.literal("item.moved"), ...said, item: itemNumber, direction: z.enum(["here", "away"]), start: slotStart }),
  z.object({ type: z.enum(["item.scheduled", "item.restored", "item.deferred", "item.held", "item.removed"]), ...said, item: itemNumber }),
  z.object({ type: z.literal("deadline.changed"), ...said, from: slotStart, to: slotStart }),
  z.object({ type: z.literal("deadline.withdrawn"), ...said }),
  z.object({ type: z.literal("notice.given"), ...said, text: words }),
  z.object({ type: z.literal("item.changed"), ...said, item: itemNumber, to: title }),
  z.object({ type: z.literal("item.timed"), ...said, item: itemNumber, time: localTime }),
  z.object({ type: z.literal("item.renumbered"), ...said, item: itemNumber, number: itemNumber }),
]);
