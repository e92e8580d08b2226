import * as z from "zod/mini";
import { date, localTime, slotNumber } from "../identifiers.ts";
import { leadSitting } from "../lead-sitting.ts";
import { slot, slotStart } from "../record.ts";
import { place } from "../text.ts";
import { ofSlot, defineEvent, subject, why } from "./define-event.ts";

/** A field that may be said anew; null takes it away. */
const changeField = <Field extends z.core.$ZodType>({ def }: z.ZodMiniOptional<Field>) => z.optional(z.nullable(def.innerType));

const {
  title: slotTitle,
  label,
  kind,
  access,
  webcast,
  participation,
  interpretation,
  accessibility,
  timeNote,
  with: partners,
} = slot.shape;

/** What may be said anew of a sitting beside its time, its place and its items. */
export const changedFields = z.strictObject({
  title: changeField(slotTitle),
  label: changeField(label),
  kind: changeField(kind),
  access: changeField(access),
  webcast: changeField(webcast),
  participation: changeField(participation),
  interpretation: changeField(interpretation),
  accessibility: changeField(accessibility),
  timeNote: changeField(timeNote),
  with: changeField(partners),
});
export type ChangedFields = z.infer<typeof changedFields>;

/** What is otherwise than planned of a sitting. */
export const SITTING_EVENTS = [
  defineEvent(
    "slot.added",
    "A sitting is added to the organization of work, under a number that no slot of the meeting ever had.",
    z.extend(ofSlot, z.omit(slot, { number: true }).shape),
  ),
  defineEvent(
    "slot.rescheduled",
    "A sitting moved to another time, to a day whose hour is to be announced, or to follow another; without an end it keeps its length.",
    z.extend(ofSlot, { start: slotStart, end: z.optional(localTime), part: slot.shape.part, after: slot.shape.after, timeNote }),
  ),
  defineEvent("slot.postponed", "A sitting will be at another time, not yet known.", z.extend(ofSlot, why)),
  defineEvent(
    "slot.delayed",
    "A sitting starts late, by about so many minutes.",
    z.extend(ofSlot, { minutes: z.int().check(z.minimum(1), z.maximum(720)), ...why }),
  ),
  defineEvent("slot.extended", "A sitting will end at another time than planned.", z.extend(ofSlot, { end: localTime })),
  defineEvent("slot.relocated", "A sitting is in another place.", z.extend(ofSlot, { venue: place })),
  defineEvent(
    "slot.changed",
    "Something else is said of a sitting: its title, its link, who may take part. What is null is no longer said.",
    z
      .extend(ofSlot, changedFields.shape)
      .check(z.refine((data) => Object.keys(changedFields.shape).some((field) => field in data), "must say at least one field anew")),
  ),
  defineEvent(
    "slot.cancelled",
    "A sitting will not take place; its items may go to another in the same event.",
    z.extend(ofSlot, { ...why, itemsTo: z.optional(slotNumber) }),
  ),
  defineEvent("slot.reinstated", "A sitting that was cancelled or postponed will take place after all, at its time.", ofSlot),
  defineEvent(
    "day.cancelled",
    "The sittings of a day that are still to be held will not take place.",
    z.extend(subject, { day: date, ...why }),
  ),
  defineEvent(
    "day.reinstated",
    "The sittings of a day that were cancelled take place after all, at their times.",
    z.extend(subject, { day: date }),
  ),
  defineEvent(
    "slot.joined",
    "The meeting takes part in a sitting that another body keeps, with items of its own; said once that body's programme names it, or before.",
    z.extend(subject, { lead: leadSitting, items: z.optional(slot.shape.items) }),
  ),
  defineEvent(
    "slot.parted",
    "The meeting takes no part any more in a sitting that another body keeps.",
    z.extend(subject, { lead: leadSitting, ...why }),
  ),
] as const;
