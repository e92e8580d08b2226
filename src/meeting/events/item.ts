import * as z from "zod/mini";
import { itemNumber, localTime, slotNumber } from "../identifiers.ts";
import { itemFields } from "../record.ts";
import { defineEvent, ofItem, why } from "./define-event.ts";

const { title, shortTitle, annotation } = itemFields;

const retitled = z.extend(ofItem, { title: z.optional(title), shortTitle: z.optional(z.nullable(shortTitle.def.innerType)) });

/** What is otherwise than planned of an item. */
export const ITEM_EVENTS = [
  defineEvent(
    "item.added",
    "An item is added to the agenda: at its end, or after another; 5(c) is a part of item 5.",
    z.extend(ofItem, { title, shortTitle, annotation, afterItem: z.optional(itemNumber), slot: z.optional(slotNumber) }),
  ),
  defineEvent(
    "item.changed",
    "An item has another title, or another short one.",
    retitled.check(z.refine(({ title: long, shortTitle: short }) => long !== undefined || short !== undefined, "must say a title anew")),
  ),
  defineEvent("item.moved", "An item will be taken up at another sitting.", z.extend(ofItem, { from: slotNumber, to: slotNumber })),
  defineEvent(
    "item.scheduled",
    "An item will be taken up at one more sitting; with a time in it, not before that.",
    z.extend(ofItem, { slot: slotNumber, time: z.optional(z.nullable(localTime)) }),
  ),
  defineEvent("item.held", "An item is held in abeyance: it keeps its number and is in no sitting to come.", z.extend(ofItem, why)),
  defineEvent("item.deferred", "An item was deferred to the next session.", z.extend(ofItem, why)),
  defineEvent("item.reopened", "The body came back to an item that was concluded, deferred or held in abeyance.", ofItem),
  defineEvent(
    "item.removed",
    "An item is no longer on the agenda: not adopted, or withdrawn. Its parts go with it.",
    z.extend(ofItem, why),
  ),
] as const;
